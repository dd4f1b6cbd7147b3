// @ts-check
// A short draft with one mark in it.

import { marked } from './core.mjs';
import { waitForMarks } from './marks.mjs';

export const DRAFT = 'Hi Ada,\nI would love to pick your brain about pricing. ';
export const PHRASE = 'pick your brain';
export const [finding] = marked({ text: DRAFT, site: 'linkedin', channel: 'linkedin-dm' });
export const EDIT = finding.suggestions.find((/** @type {any} */ { kind }) => kind === 'edit').text;

/**
 * A box with the draft in it, marked.
 * @param {import('./harness.mjs').Session} session
 * @param {import('./sites.mjs').Surface} at
 */
export async function draftIn(session, at, draft = DRAFT) {
  const box = await session.compose(at);
  await box.type(draft);
  await waitForMarks(box.frame, [PHRASE]);
  return box;
}
