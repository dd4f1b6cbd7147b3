// @ts-check
// Drafts of some 400 bytes, such as people write them, for measuring.

export const DRAFTS = [
  `Hi Priya, I just wanted to reach out because I am really excited about what we are building at
Lumen. We help teams like yours ship faster, and I would love to get 15 minutes on your calendar
this week to show you a demo. I have attached our deck. Does Tuesday or Wednesday work for you?
Let me know either way, as I am planning my week. Thanks in advance for your time!`,
  `Hello Professor Ortega, your lecture on river deltas changed how I look at maps: the part about
sediment starving below the dams stayed with me. I am a second-year student and I noticed that you
take on summer assistants. Would it be all right if I sent you one page on what I could do for the
core samples? If this summer is full already, no worries at all. Thank you for reading.`,
  `Hey Sam! Long time no see. Hope you are doing well. Quick favour: I launched my new podcast last
week and I would really appreciate it if you could share it with your network. It would mean the
world to me. I already have 2,000 downloads and we were featured on three lists. Here is the link:
https://example.com/podcast. Can you post it today? I need the numbers before Friday. Cheers, Jo`,
  `Dear Ms. Okafor, I saw that your team moved the whole archive to open formats last spring, and
your write-up of the failed first attempt saved us a month. How did you convince the print side?
We are at that point now. I can share our notes on the scanner settings, if they are of use to
you; there is nothing you need to send back. With thanks for the write-up, Henrik Dahl`,
  `Just following up on my last two emails since I have not heard back from you. I know you are busy
but I really need an answer by the end of the day, because my manager is asking me. As I said, our
platform is the leading solution and we guarantee results. I am sure that you will agree this is a
no-brainer. Please confirm that you got this. Otherwise I will assume that you are not interested.`,
  `Hi Tomás, congratulations on the new role! I remember how long you wanted to work on rail. I am
applying at your company myself (the junior planner opening), and I wondered whether the team really
works across offices, as the ad says. Would you be open to telling me in a line or two how it looks
from inside? And if you would rather not, that is fine too. Either way: enjoy the first weeks.`,
];

/**
 * @param {number} bytes
 * @returns {string} that much of the drafts, one after another as paragraphs
 */
export function draftOf(bytes) {
  const round = `${DRAFTS.join('\n\n')}\n\n`;
  return round.repeat(Math.ceil(bytes / round.length)).slice(0, bytes);
}
