// @ts-check
// How high a card may be, and where it then goes.

import { placeCard } from './place.js';

/** Below this there is no room for a head that stays while the rest is scrolled. */
const LOW = 230;

/**
 * Makes a card as high as it may be; what was scrolled to stays.
 * @param {HTMLElement} pane
 * @param {import('./place.js').Sight} sight
 */
export function fit(pane, sight) {
  const body = pane.querySelector('.body');
  const scrolled = [pane.scrollTop, body?.scrollTop ?? 0];
  pane.style.maxHeight = '';
  pane.classList.remove('low');
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const own = { width: pane.offsetWidth, height: pane.offsetHeight };
  const place = placeCard(sight, own, { width, height });
  pane.classList.toggle('low', place.height < own.height && place.height < LOW);
  pane.style.maxHeight = `${place.height}px`;
  pane.scrollTop = scrolled[0];
  if (body) body.scrollTop = scrolled[1];
  return place;
}
