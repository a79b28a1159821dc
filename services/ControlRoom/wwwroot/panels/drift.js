import { h } from '../dom.js';
import { t } from '../language.js';
import { whyFigure } from '../notes.js';
import { count, decimals, feature, measure, reading, song } from '../words.js';

// The threshold stands at the same place in every row, so that the eye needs one line only.
const THRESHOLD_AT = 45;
const ENDS_AT = 100;
// Nearly equal bars keep their places.
const STEPS_PER_THRESHOLD = 10;

export default function (section, store) {
  const summary = h('p', { class: 'aside' });
  const note = h('p', { class: 'broken-note', role: 'status' });
  const list = h('ul', { class: 'bars' });
  const empty = h('p', { class: 'empty' }, t('drift.empty'));
  section.querySelector('.ask').after(summary);
  section.append(note, list, empty);
  const rows = new Map();

  store.on(['drift', 'broken'], ({ drift, broken }) => {
    const features = worstPerFeature(drift);
    const isBroken = new Map(broken.filter(b => b.feature).map(b => [b.feature, b]));
    for (const name of isBroken.keys()) if (!features.has(name)) features.set(name, null);
    empty.hidden = features.size > 0;
    for (const name of [...rows.keys()].filter(known => !features.has(known))) {
      rows.get(name).item.remove();
      rows.delete(name);
    }

    let over = 0;
    for (const [name, health] of features) {
      if (!rows.has(name)) rows.set(name, addRow(name));
      Object.assign(rows.get(name), { health, broken: isBroken.get(name) });
      over += show(rows.get(name), health, isBroken.get(name)) ? 1 : 0;
    }
    arrange(list, rank([...features], isBroken).map(name => rows.get(name).item));

    summary.textContent = features.size === 0 ? '' : [
      isBroken.size > 0 ? t('drift.broken', { count: isBroken.size }) : '',
      over > 0 ? t('drift.over', { over, all: features.size }) : isBroken.size > 0 ? '' : t('drift.within'),
    ].filter(Boolean).join(', ');
    summary.classList.toggle('loud', over + isBroken.size > 0);
    const said = say(broken);
    if (note.textContent !== said) note.textContent = said;
  });
}

function worstPerFeature(drift) {
  const worst = new Map();
  for (const health of drift) {
    const known = worst.get(health.feature);
    if (!known || ratioOf(health) > ratioOf(known)) worst.set(health.feature, health);
  }
  return worst;
}

const ratioOf = health => (health && Number.isFinite(health.score) && health.threshold > 0 ? health.score / health.threshold : 0);

/** Broken first, then the farthest from where the model learned. */
function rank(features, isBroken) {
  const place = ([name, health]) => (isBroken.has(name) ? Infinity : Math.round(ratioOf(health) * STEPS_PER_THRESHOLD));
  return features.map((entry, index) => ({ name: entry[0], place: place(entry), index }))
    .sort((a, b) => (a.place === b.place ? a.index - b.index : b.place - a.place))
    .map(entry => entry.name);
}

function arrange(list, items) {
  if (items.every((item, index) => list.children[index] === item)) return;
  list.append(...items);
}

function addRow(name) {
  const bar = h('span', { class: 'bar-fill' });
  const value = h('span');
  const row = { bar, value, name };
  const item = h('li', {},
    h('span', { class: 'bar-name', lang: 'en' }, feature(name)),
    h('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar, h('span', { class: 'bar-threshold' })),
    h('span', { class: 'bar-value' }, whyFigure('why.drift', feature(name), () => told(row), value)));
  return Object.assign(row, { item });
}

/** What stands behind a bar, when somebody asks. */
function told({ health, broken, name }) {
  const ratio = ratioOf(health);
  return [
    health ? t('why.drift.now', { feature: name, method: health.method, score: measure(health.score), threshold: measure(health.threshold) }) : '',
    ratio * THRESHOLD_AT > ENDS_AT ? t('why.drift.cut', { times: decimals(ratio, 1) }) : '',
    broken ? t('why.broken.now', { what: broken.what, row: count(broken.sinceRow) }) : '',
  ];
}

function show({ item, bar, value }, health, broken) {
  const ratio = ratioOf(health);
  const over = ratio >= 1;
  const length = ratio * THRESHOLD_AT;
  bar.style.width = `${broken ? ENDS_AT : Math.min(length, ENDS_AT)}%`;
  item.classList.toggle('over', over);
  item.classList.toggle('cut', !broken && length > ENDS_AT);
  item.classList.toggle('is-broken', Boolean(broken));
  value.replaceChildren(...(broken
    ? ['✕ ', t('drift.is-broken')]
    : [over ? '▲ ' : '', reading(health.score, health.threshold), h('span', { class: 'sr' }, ' ', t(over ? 'drift.of-past' : 'drift.of', { threshold: measure(health.threshold) }))]));
  return over && !broken;
}

function say(broken) {
  if (broken.length === 0) return '';
  const what = [...new Set(broken.map(b => (b.feature ? feature(b.feature) : t('drift.rows', { what: b.what }))))].join(', ');
  return t('drift.note', { song: song(Math.min(...broken.map(b => b.sinceRow))), what });
}
