// @ts-check
// The selection, also where the editor lies in a shadow root: there browsers disagree.

/** @param {Element} box @returns {Selection | null} */
function selectionAround(box) {
  const root = /** @type {ShadowRoot & {getSelection?: () => Selection | null}} */ (
    box.getRootNode()
  );
  return (root instanceof ShadowRoot && root.getSelection?.()) || getSelection();
}

/**
 * @param {Element} box
 * @returns {StaticRange | Range | null} what is selected, if it lies in the box
 */
export function selectedIn(box) {
  const root = box.getRootNode();
  const selection = selectionAround(box);
  if (!selection?.rangeCount) return null;
  const composed =
    root instanceof ShadowRoot && !('getSelection' in root)
      ? selection.getComposedRanges?.({ shadowRoots: [root] })[0]
      : undefined;
  const range = composed ?? selection.getRangeAt(0);
  return box.contains(range.startContainer) && box.contains(range.endContainer) ? range : null;
}

/**
 * Selects a range as the user would.
 * @param {Element} box
 * @param {Range} range
 */
export function selectRange(box, { startContainer, startOffset, endContainer, endOffset }) {
  const selection = selectionAround(box);
  selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}
