import { english, h, svg } from '../dom.js';
import { term } from '../glossary.js';
import { t } from '../language.js';
import { askFirst } from '../dialog.js';
import { whyFigure } from '../notes.js';
import { count, decimals } from '../words.js';

const TWIN = 1;
const STAGES = { deprecated: 'stage.deprecated', archived: 'stage.archived', deleted: 'stage.deleted' };
const WORDS = {
  champion: 'version.champion', shadow: 'version.shadow', canary: 'version.canary', candidate: 'version.candidate', retired: 'version.retired',
  rejected: 'version.rejected', 'rolled-back': 'version.rolled-back', withdrawn: 'version.withdrawn', 'passed-over': 'version.passed-over',
};

export default function (section, store) {
  const training = h('p', { class: 'aside' });
  const reset = h('button', { type: 'button', class: 'button quiet' }, t('reset.open'));
  const back = h('button', { type: 'button', class: 'button quiet', hidden: true }, t('canary.open'));
  const pinned = h('ol', { class: 'pinned', 'aria-label': t('version.twin.label') });
  const strip = h('ol', { class: 'strip', tabindex: '0', 'aria-label': t('version.later') });
  const older = turn('‹', t('version.older'), -1, strip);
  const newer = turn('›', t('version.newer'), 1, strip);
  const empty = h('p', { class: 'empty' }, t('version.empty'));
  section.querySelector('.ask').after(training);
  section.append(reset, back, h('div', { class: 'shelf' }, pinned, older, strip, newer), empty, askFirst(reset, {
    title: t('reset.title'),
    text: t('reset.text'),
    keep: t('reset.keep'),
    go: t('reset.go'),
    path: 'reset',
  }), askFirst(back, {
    title: t('canary.title'),
    text: t('canary.text'),
    keep: t('canary.keep'),
    go: t('canary.go'),
    path: 'take-back',
  }));
  let shown = '';
  let champion = 0;

  store.on(['versions', 'status'], ({ versions, status }) => {
    training.textContent = status.training ? t('version.training', { trigger: status.training.trigger }) : '';
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
  return h('li', { class: `card ${status}`, 'data-version': version.version },
    disc(version.version),
    h('div', { class: 'card-text' },
      h('strong', {}, twin && status === 'retired' ? term('static-twin', t('version.static-twin')) : WORDS[status] ? term(status, t(WORDS[status])) : status),
      h('span', {}, version.note ? english(version.note) : version.trainedToRow > 0
        ? whyFigure('why.version', t('version.model', { version: version.version }), () => told(version), t('version.songs', { from: thousands(version.trainedFromRow), to: thousands(version.trainedToRow) })) : '', ' ',
        h('a', { class: 'to', href: `models/${version.version}/card`, target: '_blank', title: t('version.card.title', { version: version.version }) }, t('version.card'))),
      version.stage ? h('span', { class: 'twin', 'data-stage': version.stage }, t(STAGES[version.stage] ?? version.stage)) : null,
      twin && status !== 'retired' ? h('span', { class: 'twin' }, t('version.and-twin')) : null),
    h('span', { class: 'sr' }, t('version.since', { version: version.version, row: count(version.sinceRow) })));
}

/** What is known of a version, when somebody asks. */
const told = version => [
  t('why.version.now', { version: version.version, from: count(version.trainedFromRow), to: count(version.trainedToRow - 1), algorithm: version.algorithm }),
  t('why.version.since', { row: count(version.sinceRow) }),
];

const thousands = row => (row < 1000 ? `${row}` : t('version.thousands', { value: decimals(row / 1000, row % 1000 === 0 ? 0 : 1) }));

function disc(number) {
  return svg('svg', { class: 'disc', viewBox: '0 0 64 64', 'aria-hidden': 'true' },
    svg('circle', { class: 'disc-vinyl', cx: 32, cy: 32, r: 30 }),
    svg('circle', { class: 'disc-groove', cx: 32, cy: 32, r: 25.5 }),
    svg('circle', { class: 'disc-groove', cx: 32, cy: 32, r: 21.5 }),
    svg('path', { class: 'disc-shine', d: 'M32 4.5A27.5 27.5 0 0 1 56 18.6L43 26A12.8 12.8 0 0 0 32 19.2Z' }),
    svg('circle', { class: 'disc-label', cx: 32, cy: 32, r: 16.5 }),
    svg('text', { class: 'disc-number', x: 32, y: 38.5 }, `${number}`));
}
