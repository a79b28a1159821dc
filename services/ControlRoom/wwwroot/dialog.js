import { h } from './dom.js';
import { send } from './send.js';

let dialogs = 0;

/** A question before a command; the harmless button has the focus. `opener` opens it. */
export function askFirst(opener, { title, text, keep, go, path, done }) {
  const id = `question-${++dialogs}`;
  const error = h('p', { class: 'inline-error', role: 'alert' });
  const cancel = h('button', { type: 'button', class: 'button', autofocus: true }, keep);
  const confirm = h('button', { type: 'button', class: 'button primary' }, go);
  const dialog = h('dialog', { 'aria-labelledby': id },
    h('h2', { id }, title),
    h('p', {}, text),
    error,
    h('div', { class: 'dialog-buttons' }, cancel, confirm));

  opener.addEventListener('click', () => { error.textContent = ''; dialog.showModal(); });
  cancel.addEventListener('click', () => dialog.close());
  confirm.addEventListener('click', async () => {
    try {
      await send(path);
      dialog.close();
      done?.();
    } catch (problem) {
      error.textContent = problem.message;
    }
  });
  return dialog;
}
