// @ts-check
// Drafts on which the wasm and the native core must agree to the last offset.

const long = Array.from(
  { length: 110 },
  (_, at) =>
    `Paragraph ${at + 1}: I’d love to pick your brain 🧠 about “topic ${at + 1}”, thanks in advance.`,
).join('\n\n');

/**
 * @type {{text: string, channel?: string, stage?: string, recipient?: unknown, thread?: unknown[]}[]}
 */
export const drafts = [
  { text: '' },
  { text: ' \n\t ' },
  { text: 'Hi.' },
  { text: 'Hi Ada, I would love to pick your brain about pricing. Thanks in advance!' },
  { text: 'Hi Ada 👋🏽,\nI’d love to pick your brain 🧠. Thanks in advance 🙏🏻!' },
  { text: '👩‍👩‍👧‍👦 our family app: please share it with your followers 🏳️‍🌈 ASAP!!' },
  { text: '“Thanks in advance”, she said. I’m excited to announce our “new” thing…' },
  {
    text: 'I’m\u00a0excited\u00a0to\u00a0announce my podcast. Could\u00a0you share it with your\u00a0followers?',
  },
  {
    text: 'pick\u200byour\u200bbrain? pick \u2060your brain? pick\u00adyour brain? Pick your brain?',
  },
  { text: 'שלום Ada, I would love to pick your brain, תודה מראש. Thanks in advance!' },
  { text: '\u202bمرحبا\u202c Ada, could you introduce me to your editor? شكرا. Thanks in advance.' },
  {
    text: 'Hi Ada,\r\n\r\nI wanted to share my new book.\r\nPlease sign up here: https://example.com/a?b=c\r\n\r\nBest,\r\nRobin',
  },
  { text: 'Hi Ada,\r\rJust bumping this up.\rDid you get my last e-mail?' },
  {
    text: 'Sounds good.\n\nOn Thu, Ada wrote:\n> Thanks in advance for your review.\n> I am excited to announce it.\n\nThanks in advance, Robin',
  },
  { text: 'Hi {{first_name}}, I loved [Company]! XXX ⟨what they did⟩ <topic> ___' },
  {
    text: 'Hi Ada, `thanks in advance` is a constant.\n```\npick_your_brain()\n```\nMay I pick your brain?',
  },
  { text: 'HI ADA!!! PLEASE SHARE THIS POST WITH YOUR FOLLOWERS NOW!!!' },
  { text: 'Dear Sir/Madam, to whom it may concern: sorry for the generic message.' },
  {
    text: 'Hola Ada, me encantaría hablar contigo sobre tu trabajo y pedirte tu opinión sobre mi proyecto.',
  },
  { text: 'こんにちは。ぜひお話を伺いたいです。よろしくお願いいたします。' },
  {
    text:
      'Ada, I read your post on queues in Berlin, and your point on back-pressure changed how we size ours. ' +
      'What made you drop the second buffer? No worries at all if you have no time.',
  },
  {
    text: 'We met at RustConf in 2024, when you helped me with lifetimes. Thank you again. May I ask one question?',
  },
  { text: 'hey, u r gr8!! pls rt my last tweet thx', channel: 'x-dm' },
  {
    text: 'Since we’re connected now, I help founders like you get 10x more leads. 15 minutes tomorrow?',
    channel: 'linkedin-note',
  },
  {
    text: 'I understand, but would you reconsider, even if just a short post?',
    stage: 'declined',
    thread: [
      { from: 'me', text: 'Could you share this?' },
      { from: 'them', text: 'No, thank you.' },
    ],
  },
  {
    text: 'Hi Bob, following up again. I haven’t heard back.',
    recipient: 'Ada Nakamura',
    stage: 'unanswered',
    thread: [{ from: 'me', text: 'Could you share this?' }],
  },
  {
    text: 'Hi Ada, great to hear from you. I’m free on Tuesday.',
    recipient: { name: 'Ada', company: 'Acme' },
    stage: 'warm',
  },
  {
    text: 'Check this out: https://a.example https://b.example https://c.example',
    channel: 'email',
  },
  { text: 'If you post about us, I’ll send you a T-shirt 👕 in return. Favours go both ways 😉.' },
  { text: 'I guess this isn’t a priority for you. After all I did, I’m disappointed.' },
  { text: '𝕋𝕙𝕒𝕟𝕜𝕤 in advance. Thanks in advance. ﬁnd me. ＰＩＣＫ your brain.' },
  { text: 'e\u0301 café Ada, cafe\u0301: thanks in advance, pick your brain 🇩🇪🇯🇵.' },
  { text: 'a\u0000b thanks in advance\u0007 \ud83d\ude00 \ufffd pick your brain' },
  { text: `${'word '.repeat(400)}pick your brain` },
  { text: 'thanks in advance'.repeat(40) },
  {
    text:
      'Hi Ada,\n\nI am a student. I am writing a thesis. I am looking for a job. I want an internship. ' +
      'I need a referral.\n\nBest regards,\nRobin\n-- \nRobin Sender\nThe leading provider of thanks in advance',
  },
  { text: long },
  { text: 'Hi Ada', channel: 'pigeon', stage: 'engaged' },
];
