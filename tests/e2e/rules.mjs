// @ts-check
// Rules of the user's own, put where options would put them.

/**
 * @param {string} name
 * @param {string} phrase what it marks
 * @param {string} rewrite
 */
export const customRule = (name, phrase, rewrite) => ({
  id: `custom.${name}`,
  kind: 'phrases',
  patterns: [phrase],
  message: 'Our own words.',
  severity: 'strong',
  weight: 4,
  suggestions: [{ kind: 'edit', text: rewrite }],
});

/**
 * Keeps a rule for a phrase, and has another rule switched off.
 * @param {import('./harness.mjs').Session} session
 * @param {{phrase: string, rewrite: string, off?: string}} rule
 */
export const keepRule = (session, { phrase, rewrite, off }) =>
  session.keep({
    custom: [customRule('own', phrase, rewrite)],
    ...(off && { levels: { [off]: 'off' } }),
  });
