// @ts-check
// What is shown, as Chromium tells it to those who listen: roles, names and states, in order.
// The accessibility tree goes through closed shadow roots.

/** @typedef {import('puppeteer-core').Protocol.Accessibility.AXNode} Node */

/** Roles that only lay out text; it is told with what holds it. */
const PLAIN = new Set(['generic', 'none', 'InlineTextBox', 'LineBreak', 'ListMarker']);
/** What these hold is their name. */
const NAMED = new Set(['button', 'heading', 'link', 'DisclosureTriangle', 'StaticText']);
/** States that are told where they are so. */
const STATES = ['expanded', 'checked', 'pressed', 'disabled', 'focused', 'modal', 'live', 'level'];

/**
 * @param {import('puppeteer-core').CDPSession} client
 * @param {{role: string, name?: string}} [what] is told, if not the page as a whole
 * @returns {Promise<string>} a line each
 */
export async function heard(client, what = { role: 'RootWebArea' }) {
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find(
    ({ role, name }) => role?.value === what.role && name?.value === (what.name ?? name?.value),
  );
  if (!root) throw new Error(`nothing is a ${what.role} called ${what.name}`);
  /** @type {string[]} */
  const lines = [];
  tell(root, 0);
  return `${lines.join('\n')}\n`;

  /** @param {Node} node @param {number} depth */
  function tell(node, depth) {
    const says = !node.ignored && !PLAIN.has(node.role?.value);
    if (says) lines.push('  '.repeat(depth) + lineOf(node));
    if (says && NAMED.has(node.role?.value)) return;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) tell(child, depth + Number(says));
    }
  }
}

/** @param {Node} node */
function lineOf({ role, name, value, properties = [], description }) {
  const states = properties
    .filter((each) => STATES.includes(each.name) && each.value.value !== false)
    .filter((each) => each.name !== 'level' || role?.value === 'heading')
    .filter((each) => !['false', 'off', 'unsupported'].includes(String(each.value.value)))
    .map((each) => `${each.name}=${each.value.value}`);
  const words = name?.value ? `“${name.value}”` : '';
  const more = [value?.value, description?.value].filter(Boolean).map((each) => `(${each})`);
  return [role?.value, words, ...more, ...states].filter(Boolean).join(' ');
}
