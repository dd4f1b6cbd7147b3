// @ts-check
// Messages of our own making, each with its channel: three that put the sender first, and one
// that does not.

/** @typedef {{name: string, channel: string, text: string}} Sample its name is a key of words */

/** @param {...string} all */
const paragraphs = (...all) => all.join('\n\n');

/** @type {readonly Sample[]} */
export const SAMPLES = [
  {
    name: 'wwwJobSeeker',
    channel: 'linkedin-dm',
    text: paragraphs(
      'Hi Dana,',
      "I'm excited to share that I just finished my MBA, and I'm looking for a product role in " +
        "climate tech. I know you're busy, but could you refer me to your team? I would be a " +
        'perfect fit for your company.',
      'Thanks in advance!\nSam',
    ),
  },
  {
    name: 'wwwFounder',
    channel: 'email',
    text: paragraphs(
      'Hi there,',
      'We are the leading platform for hiring teams, and I wanted to share our new launch. ' +
        "Could you share it with your followers today? In return I'll send you a gift card.",
      "Let's jump on a quick call tomorrow. Just following up in case you missed my last email.",
      'Best,\nAlex',
    ),
  },
  {
    name: 'wwwFundraiser',
    channel: 'x-dm',
    text:
      "Huge fan! As someone who cares about the ocean, you'll love our campaign. Please retweet " +
      'our pinned post ASAP, we only have 24 hours left. I hope I can count on your support.',
  },
  {
    name: 'wwwThemFirst',
    channel: 'email',
    text: paragraphs(
      'Hi Priya,',
      'I read your article about the library that lends garden tools, and the part on the ' +
        'waiting list stayed with me. What made you start with tools rather than books?',
      'Full disclosure: I run the first appeal of a repair café in Leeds. I ask you because ' +
        'yours worked without a single discount. Could I send you two questions by mail? No ' +
        'worries at all if now is not a good time.',
      'Thank you for publishing your numbers.\nJo',
    ),
  },
];
