import { h } from '../dom.js';
import { send } from '../send.js';
import { feature as nameOf, song } from '../words.js';

/** What is broken, each with a button for its owner: it is well as it is. Not there while nothing is broken. */
export default function (section, store) {
  const list = h('ul', { class: 'accept-list' });
  const error = h('p', { class: 'inline-error', role: 'alert' });
  section.append(list, error);
  const rows = new Map();

  store.on(['broken'], ({ broken = [] }) => {
    section.hidden = broken.length === 0;
    for (const id of [...rows.keys()].filter(id => broken.every(item => item.id !== id))) {
      rows.get(id).remove();
      rows.delete(id);
    }
    for (const item of broken.filter(({ id }) => !rows.has(id))) rows.set(item.id, add(list, error, item));
  });
}

function add(list, error, { feature, what, sinceRow }) {
  const name = feature ?? what;
  const button = h('button', { type: 'button', class: 'button', title: `Take ${name} as it is for normal: its rows are learned from again` }, 'Accept as normal');
  const item = h('li', {}, h('p', {}, h('strong', {}, nameOf(name)), ` ${feature ? `${what}, ` : ''}since ${song(sinceRow)}.`), button);
  button.addEventListener('click', async () => {
    error.textContent = '';
    button.disabled = true;
    try {
      await send('accept', { feature: name });
    } catch (problem) {
      button.disabled = false;
      error.textContent = problem.message;
    }
  });
  list.append(item);
  return item;
}
