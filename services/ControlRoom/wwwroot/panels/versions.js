import { h, svg } from '../dom.js';
import { askFirst } from '../dialog.js';
import { count } from '../words.js';

const TWIN = 1;
const WORDS = {
  champion: 'serves now', shadow: 'in shadow', canary: 'canary', candidate: 'candidate', retired: 'retired', rejected: 'rejected',
  'rolled-back': 'taken back', withdrawn: 'withdrawn', 'passed-over': 'passed over',
};

export default function (section, store) {
  const training = h('p', { class: 'aside' });
  const reset = h('button', { type: 'button', class: 'button quiet' }, 'Serve model 1 again…');
  const back = h('button', { type: 'button', class: 'button quiet', hidden: true }, 'Take the canary back…');
  const pinned = h('ol', { class: 'pinned', 'aria-label': 'The static twin' });
  const strip = h('ol', { class: 'strip', tabindex: '0', 'aria-label': 'Later versions, oldest first' });
  const older = turn('‹', 'Older versions', -1, strip);
  const newer = turn('›', 'Newer versions', 1, strip);
  const empty = h('p', { class: 'empty' }, 'No model has been released yet.');
  section.querySelector('h2').after(training);
  section.append(reset, back, h('div', { class: 'shelf' }, pinned, older, strip, newer), empty, askFirst(reset, {
    title: 'Serve model 1 again?',
    text: 'Model 1, which the static twin never left, serves from the next song on. This is no fresh start: later models stay, and the fleet takes model 1 back as soon as it proves worse. For a fresh world press Start over.',
    keep: 'Keep the model',
    go: 'Serve model 1',
    path: 'reset',
  }), askFirst(back, {
    title: 'Take the canary back?',
    text: 'The model that serves answers all songs again from the next one on. The canary is rejected: it does not come back by itself.',
    keep: 'Let it go on',
    go: 'Take it back',
    path: 'take-back',
  }));
  let shown = '';
  let champion = 0;

  store.on(['versions', 'status'], ({ versions, status }) => {
    training.textContent = status.training ? `training a candidate (${status.training.trigger})` : '';
    training.classList.toggle('busy', Boolean(status.training));
    empty.hidden = versions.length > 0;
    back.hidden = !versions.some(v => v.status === 'canary');
    const next = JSON.stringify(versions);
    if (next === shown) return;

    shown = next;
    pinned.replaceChildren(...versions.filter(v => v.version === TWIN).map(card));
    strip.replaceChildren(...versions.filter(v => v.version !== TWIN).map(card));
    const serves = versions.find(v => v.status === 'champion')?.version ?? 0;
    // Who looks around in the strip is left in peace until another version serves.
    if (serves !== champion || !strip.matches(':hover, :focus')) bringIntoSight(strip);
    champion = serves;
    say();
  });

  function say() {
    const end = strip.scrollWidth - strip.clientWidth;
    older.disabled = strip.scrollLeft <= 1;
    newer.disabled = strip.scrollLeft >= end - 1;
    older.hidden = newer.hidden = end <= 1;
    strip.classList.toggle('more', !newer.disabled);
  }
  strip.addEventListener('scroll', say, { passive: true });
  new ResizeObserver(() => { bringIntoSight(strip); say(); }).observe(strip);
}

/** The newest versions, as far as the one that serves stays in sight. */
function bringIntoSight(strip) {
  const serving = strip.querySelector('.champion');
  const cards = [...strip.children];
  if (cards.length === 0) return;

  strip.style.paddingRight = '';
  const newest = strip.scrollWidth - strip.clientWidth;
  const places = cards.map(card => card.offsetLeft - cards[0].offsetLeft);
  const place = Math.min(places.find(left => left >= newest) ?? places.at(-1), serving ? places[cards.indexOf(serving)] : Infinity);
  // Room behind the last one, so that the first in sight is whole.
  if (place > newest) strip.style.paddingRight = `${place - newest + parseFloat(getComputedStyle(strip).paddingRight)}px`;
  strip.scrollTo({ left: place, behavior: 'instant' });
}

function turn(text, title, direction, strip) {
  return h('button', { type: 'button', class: 'button quiet turn', hidden: true, title, 'aria-label': title, onclick: () => strip.scrollBy({ left: direction * strip.clientWidth * 0.8 }) }, text);
}

function card(version) {
  const { status } = version;
  const twin = version.version === TWIN;
  return h('li', { class: `card ${status}`, 'data-version': version.version, title: version.algorithm },
    disc(version.version),
    h('div', { class: 'card-text' },
      h('strong', {}, twin && status === 'retired' ? 'static twin' : WORDS[status] ?? status),
      h('span', {}, version.note ?? (version.trainedToRow > 0 ? `songs ${thousands(version.trainedFromRow)}–${thousands(version.trainedToRow)}` : ''), ' ',
        h('a', { class: 'to', href: `models/${version.version}/card`, target: '_blank', title: `What model ${version.version} is for, what it learned from, how right it is and for whom not: its model card` }, 'card')),
      version.stage ? h('span', { class: 'twin', 'data-stage': version.stage }, version.stage) : null,
      twin && status !== 'retired' ? h('span', { class: 'twin' }, 'and the static twin') : null),
    h('span', { class: 'sr' }, `model ${version.version}, since song ${count(version.sinceRow)}`));
}

const thousands = row => (row < 1000 ? `${row}` : `${(row / 1000).toFixed(row % 1000 === 0 ? 0 : 1)}k`);

function disc(number) {
  return svg('svg', { class: 'disc', viewBox: '0 0 64 64', 'aria-hidden': 'true' },
    svg('circle', { class: 'disc-vinyl', cx: 32, cy: 32, r: 30 }),
    svg('circle', { class: 'disc-groove', cx: 32, cy: 32, r: 25.5 }),
    svg('circle', { class: 'disc-groove', cx: 32, cy: 32, r: 21.5 }),
    svg('path', { class: 'disc-shine', d: 'M32 4.5A27.5 27.5 0 0 1 56 18.6L43 26A12.8 12.8 0 0 0 32 19.2Z' }),
    svg('circle', { class: 'disc-label', cx: 32, cy: 32, r: 16.5 }),
    svg('text', { class: 'disc-number', x: 32, y: 38.5 }, `${number}`));
}
