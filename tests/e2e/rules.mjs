// @ts-check
// Rules of the user's own, put where options would put them.

/**
 * Keeps a rule for a phrase, and has another rule switched off.
 * @param {import('./harness.mjs').Session} session
 * @param {{phrase: string, rewrite: string, off?: string}} rule
 */
export async function keepRule(session, { phrase, rewrite, off }) {
  const own = {
    id: 'custom.own',
    kind: 'phrases',
    patterns: [phrase],
    message: 'Our own words.',
    severity: 'strong',
    weight: 4,
    suggestions: [{ kind: 'edit', text: rewrite }],
  };
  await session.keep({ custom: [own], ...(off && { levels: { [off]: 'off' } }) });
}
