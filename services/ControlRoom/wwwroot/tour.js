import { h } from './dom.js';
import { t } from './language.js';

/** Where the tour stops: the panel, and the keys of its title and text. */
const STOPS = [
  ['accuracy', 'tour.accuracy', 'tour.accuracy.text'],
  ['versions', 'tour.versions', 'tour.versions.text'],
  ['drift', 'tour.drift', 'tour.drift.text'],
  ['scenarios', 'tour.scenarios', 'tour.scenarios.text'],
  ['feed', 'tour.feed', 'tour.feed.text'],
  ['people', 'tour.people', 'tour.people.text'],
];

/** Offers the tour at the first visit, and at any time by the button with data-tour. Whoever has answered is not asked again. */
export function offerTour(place) {
  document.querySelector('[data-tour]').addEventListener('click', event => begin(place, event.currentTarget));
  if (wasAnswered()) return;
  place.hidden = false;
  place.replaceChildren(
    h('p', {}, t('tour.offer')),
    h('button', { type: 'button', class: 'button primary', onclick: () => begin(place) }, t('tour.start')),
    h('button', { type: 'button', class: 'button', onclick: () => answer(place) }, t('tour.no')));
}

/** `opener` is where the focus goes back to when the rest is skipped; none where it is gone by then. */
function begin(place, opener = null) {
  answer(place);
  leaveStop?.();
  visit(0, opener);
}

let leaveStop = null;

/** One stop: a card in the flow of the page, before the panel that it explains, so that it never lies over it at any size of window or type. */
function visit(index, opener) {
  const [panel, title, text] = STOPS[index];
  const target = document.querySelector(`[data-panel="${panel}"]`);
  leaveStop = () => {
    card.remove();
    target.classList.remove('toured');
    leaveStop = null;
  };
  const go = to => {
    leaveStop();
    if (to >= 0 && to < STOPS.length) visit(to, opener);
    else if (to < 0 && opener) opener.focus();
    else rest(target);
  };
  const heading = h('h2', { id: 'tour-title', tabindex: '-1' }, t(title));
  const last = index === STOPS.length - 1;
  const card = h('section', { class: 'tour-stop', 'aria-labelledby': 'tour-title', onkeydown: event => { if (event.key === 'Escape') go(-1); } },
    heading,
    h('p', {}, t(text)),
    h('div', { class: 'tour-buttons' },
      h('span', { class: 'tour-place' }, t('tour.place', { stop: index + 1, stops: STOPS.length })),
      last ? null : h('button', { type: 'button', class: 'button', onclick: () => go(-1) }, t('tour.skip')),
      index === 0 ? null : h('button', { type: 'button', class: 'button', onclick: () => go(index - 1) }, t('tour.back')),
      h('button', { type: 'button', class: 'button primary', onclick: () => go(index + 1) }, last ? t('tour.done') : t('tour.next'))));
  target.before(card);
  target.classList.add('toured');
  heading.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
}

/** The tour ends where it stood: the panel takes the focus, and the page does not move. */
function rest(panel) {
  panel.setAttribute('tabindex', '-1');
  panel.focus({ preventScroll: true });
}

function wasAnswered() {
  try {
    return localStorage.getItem('tour') === 'answered';
  } catch {
    // Without storage nobody is asked at every visit.
    return true;
  }
}

function answer(place) {
  place.hidden = true;
  place.replaceChildren();
  try {
    localStorage.setItem('tour', 'answered');
  } catch {
    // Then it is not remembered.
  }
}
