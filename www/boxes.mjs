// @ts-check
// Three compose boxes that behave like those of the sites: Send wakes up by real input, sending
// empties the box, and in the X-like one Enter sends.

/** What "Type it for me" types: a message that puts the sender first. */
const DRAFTS = {
  linkedin:
    'Hi Ada,\n' +
    'Thanks for connecting! We are the leading provider of sales training, and I would love to ' +
    'pick your brain.\nCould you introduce me to your head of sales? Thanks in advance.\nRobin',
  x:
    'Hi Ada! I’m excited to announce my new podcast 🎙️ Please share it with your followers ASAP, ' +
    'in return I’ll retweet yours. No worries if not!',
  gmail:
    'Hi Ada,\n' +
    'I know you’re busy, but I wanted to share our new e-book. Just following up in case you ' +
    'missed it: can we jump on a quick call tomorrow?\n' +
    'I loved your talk on queues in Berlin. What made you drop the second buffer?\nRobin',
};

/** @typedef {HTMLTextAreaElement | HTMLElement} Box */

/** @param {Box} box */
const textOf = (box) => (box instanceof HTMLTextAreaElement ? box.value : box.innerText);

/** @param {Box} box */
function clear(box) {
  if (box instanceof HTMLTextAreaElement) {
    box.value = '';
    return;
  }
  const line = document.createElement('p');
  line.append(document.createElement('br'));
  box.replaceChildren(line);
}

/**
 * Types as a person does, at the caret, key by key: the browser reports each as real input.
 * @param {Box} box
 * @param {string} text
 */
function type(box, text) {
  box.focus();
  document.execCommand('selectAll');
  document.execCommand('delete');
  const keys = [...text];
  const press = () => {
    const key = keys.shift();
    if (key === undefined || document.activeElement !== box) return;
    const breaks = key === '\n' && !(box instanceof HTMLTextAreaElement);
    document.execCommand(breaks ? 'insertParagraph' : 'insertText', false, key);
    setTimeout(press, 12);
  };
  press();
}

for (const site of document.querySelectorAll('.site')) {
  const box = /** @type {Box} */ (site.querySelector('.box'));
  const form = /** @type {HTMLFormElement} */ (site.querySelector('form'));
  const send = /** @type {HTMLButtonElement} */ (site.querySelector('.send'));
  const name = /** @type {keyof typeof DRAFTS} */ (/** @type {HTMLElement} */ (site).dataset.site);

  const refresh = () => {
    send.disabled = textOf(box).trim() === '';
    box.classList.toggle(
      'empty',
      textOf(box).trim() === '' && !(box instanceof HTMLTextAreaElement),
    );
    if (!(box instanceof HTMLTextAreaElement)) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight}px`;
  };
  box.addEventListener('input', refresh);
  if (name === 'x') {
    box.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      form.requestSubmit();
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (send.disabled) return;
    const message = document.createElement('p');
    message.textContent = textOf(box).trim();
    site.querySelector('.sent')?.append(message);
    clear(box);
    refresh();
  });
  site.querySelector('.type')?.addEventListener('click', () => type(box, DRAFTS[name]));
  clear(box);
  refresh();
}
