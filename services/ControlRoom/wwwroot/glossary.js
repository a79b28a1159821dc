import { h } from './dom.js';
import { language, t } from './language.js';
import { openNote } from './notes.js';

let asked;

/** The glossary, read when somebody first asks. */
export function readGlossary() {
  asked ??= fetch('page/glossary.json').then(answer => {
    if (!answer.ok) throw new Error(`page/glossary.json: ${answer.status}`);
    return answer.json();
  });
  asked.catch(() => { asked = undefined; });
  return asked;
}

/** A word of the page that says what it means when it is pressed. `text` is what is shown. */
export function term(id, text) {
  const button = h('button', { type: 'button', class: 'term', 'data-term': id, 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: () => explain(button, id) }, text);
  return button;
}

/** Brings the question marks of the markup to life: data-term names the entry, data-about the element that it explains. */
export function wireTerms(root) {
  for (const button of root.querySelectorAll('button[data-term]')) {
    const what = document.getElementById(button.dataset.about).textContent;
    button.setAttribute('aria-label', t('note.term', { what }));
    button.setAttribute('aria-haspopup', 'dialog');
    button.setAttribute('aria-expanded', 'false');
    button.title = t('note.term', { what });
    button.textContent = '?';
    button.addEventListener('click', () => explain(button, button.dataset.term));
  }
}

async function explain(button, id) {
  try {
    const glossary = await readGlossary();
    const entry = glossary[id][language()];
    openNote(button, entry.term, h('p', {}, entry.text), h('p', {}, h('a', { href: `glossary#${id}` }, t('note.all'))));
  } catch {
    openNote(button, t('note.term', { what: button.textContent }), h('p', { class: 'inline-error' }, t('note.unread')));
  }
}
