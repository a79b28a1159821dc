import { english, h } from '../dom.js';
import { t } from '../language.js';
import { why } from '../notes.js';
import { send } from '../send.js';
import { count, feature as nameOf, song } from '../words.js';

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
  const button = h('button', { type: 'button', class: 'button', title: t('accept.title', { name }) }, t('accept.button'));
  const item = h('li', {}, h('p', {}, h('strong', { lang: 'en' }, nameOf(name)), ' ', feature ? english(what) : '', ' ', t('accept.since', { song: song(sinceRow) }), ' ', why('why.broken', nameOf(name), () => [t('why.broken.now', { what, row: count(sinceRow) })])), button);
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
