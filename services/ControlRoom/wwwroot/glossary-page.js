import { h } from './dom.js';
import { readGlossary } from './glossary.js';
import { language, load, t } from './language.js';
import { tools } from './tools.js';

/** Every entry, in the order of the language. */
export function entries(glossary) {
  const said = id => glossary[id][language()];
  return Object.keys(glossary).sort((a, b) => said(a).term.localeCompare(said(b).term, language())).flatMap(id => [
    h('dt', { id, tabindex: '-1' }, said(id).term),
    h('dd', {}, h('p', {}, said(id).text),
      h('p', { class: 'see' }, t('glossary.see'), ' ', glossary[id].see.flatMap((other, i) => [i > 0 ? ', ' : '', h('a', { href: `glossary#${other}` }, said(other).term)]))),
  ]);
}

async function start(list) {
  await load();
  document.title = `${t('page.glossary')} · K.R.A.P. Records`;
  tools(document.getElementById('tools'));
  try {
    list.replaceChildren(...entries(await readGlossary()));
  } catch {
    list.replaceWith(h('p', { class: 'inline-error' }, t('note.unread')));
    return;
  }
  // The address may name an entry; it was not there when the browser looked for it.
  const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked) {
    asked.scrollIntoView({ block: 'start' });
    asked.focus({ preventScroll: true });
  }
}

const list = document.querySelector?.('#glossary');
if (list) start(list);
