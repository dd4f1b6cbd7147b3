// @ts-check
// Fills the page's templates with text.

/** @param {string} id */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element;
}

/**
 * @param {Element} root
 * @param {string} name
 */
export function part(root, name) {
  const found = root.querySelector(`[data-part=${name}]`);
  if (!(found instanceof HTMLElement)) throw new Error(`A template has no part ${name}.`);
  return found;
}

/**
 * Puts words in, unless they are there already: the browser would lay them out anew, and a
 * screen reader say them again.
 * @param {Element} element
 * @param {string} words
 */
export function put(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/**
 * Makes the children of a list rows, one an item. Rows that are there are filled anew, so that
 * focus and what is unfolded survive a new report.
 * @template T
 * @param {Element} list
 * @param {string} template
 * @param {readonly T[]} items
 * @param {(row: HTMLElement, item: T) => void} fill
 */
export function rows(list, template, items, fill) {
  items.forEach((item, index) => {
    const row = list.children[index] ?? list.appendChild(stamp(template));
    const element = /** @type {HTMLElement} */ (row);
    element.dataset.row = String(index);
    fill(element, item);
  });
  while (list.children.length > items.length) list.lastElementChild?.remove();
}

/** @param {string} template */
function stamp(template) {
  const { content } = /** @type {HTMLTemplateElement} */ (byId(template));
  const first = /** @type {Element} */ (content.firstElementChild);
  return /** @type {Element} */ (first.cloneNode(true));
}

/**
 * The index of the row that something is in.
 * @param {Element} element
 */
export function rowOf(element) {
  const row = element.closest('[data-row]');
  return row instanceof HTMLElement ? Number(row.dataset.row) : -1;
}
