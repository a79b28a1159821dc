import { h } from './dom.js';
import { t } from './language.js';

const GAP = 8;
let note;
let opened = null;

/** One note for the whole page. Escape, a press elsewhere or its cross closes it, and the focus goes back to where it was. */
function build() {
  const title = h('h2', { id: 'note-title' });
  const body = h('div', { class: 'note-body' });
  const close = h('button', { type: 'button', class: 'button icon note-close', 'aria-label': t('note.close'), onclick: () => element.hidePopover() }, '✕');
  const element = h('div', { class: 'note', popover: 'auto', role: 'dialog', 'aria-labelledby': 'note-title', tabindex: '-1', autofocus: true }, title, close, body);
  element.addEventListener('toggle', event => {
    if (event.newState === 'closed') opened?.setAttribute('aria-expanded', 'false');
  });
  document.body.append(element);
  return { element, title, body };
}

/** Shows a note beside the button that asked for it. */
export function openNote(opener, title, ...content) {
  note ??= build();
  if (note.element.matches(':popover-open')) note.element.hidePopover();
  note.title.replaceChildren(title);
  note.body.replaceChildren(...content);
  opened = opener;
  opener.setAttribute('aria-expanded', 'true');
  note.element.showPopover();
  place(note.element, opener.getBoundingClientRect());
}

/** Below the button, or above it where there is more room; never outside of the window. */
function place(element, at) {
  const { width, height } = element.getBoundingClientRect();
  const left = Math.min(Math.max(at.left, GAP), innerWidth - width - GAP);
  const below = at.bottom + GAP;
  const top = below + height <= innerHeight || at.top < height + 2 * GAP ? Math.min(below, Math.max(GAP, innerHeight - height - GAP)) : at.top - height - GAP;
  element.style.left = `${Math.max(left, GAP)}px`;
  element.style.top = `${top}px`;
}

/** A button that opens a note: `content()` is asked each time, so that figures are those of now. */
function noteButton(attributes, text, title, content) {
  const button = h('button', { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', ...attributes, onclick: () => openNote(button, title, ...content()) }, ...text);
  return button;
}

const reasons = (key, facts) => [h('p', {}, t(key)), ...facts().filter(Boolean).map(line => h('p', { class: 'fact' }, line))];

/** What a figure is made of: the sentence of `key`, and the lines that `facts()` knows now. `what` names the figure. */
export const why = (key, what, facts = () => []) => noteButton(
  { class: 'ask', 'data-why': key, 'aria-label': t('note.why', { what }), title: t('note.why', { what }) }, ['?'], what, () => reasons(key, facts));

/** A figure that is itself the button. */
export const whyFigure = (key, what, facts, ...text) => noteButton(
  { class: 'figure', 'data-why': key, title: t('note.why', { what }) }, text, what, () => reasons(key, facts));
