import { h } from '../dom.js';
import { feature, measure, reading, song } from '../words.js';

// The threshold stands at the same place in every row, so that the eye needs one line only.
const THRESHOLD_AT = 45;
const ENDS_AT = 100;
// Nearly equal bars keep their places.
const STEPS_PER_THRESHOLD = 10;

export default function (section, store) {
  const summary = h('p', { class: 'aside' });
  const note = h('p', { class: 'broken-note', role: 'status' });
  const list = h('ul', { class: 'bars' });
  const empty = h('p', { class: 'empty' }, 'Waiting for the first full window of songs.');
  section.querySelector('h2').after(summary);
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
      over += show(rows.get(name), health, isBroken.get(name)) ? 1 : 0;
    }
    arrange(list, rank([...features], isBroken).map(name => rows.get(name).item));

    summary.textContent = features.size === 0 ? '' : [
      isBroken.size > 0 ? `${isBroken.size} broken` : '',
      over > 0 ? `${over} of ${features.size} past the threshold` : isBroken.size > 0 ? '' : 'all within their threshold',
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
  const value = h('span', { class: 'bar-value' });
  const item = h('li', {},
    h('span', { class: 'bar-name' }, feature(name)),
    h('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar, h('span', { class: 'bar-threshold' })),
    value);
  return { item, bar, value, name };
}

function show({ item, bar, value, name }, health, broken) {
  const ratio = ratioOf(health);
  const over = ratio >= 1;
  const length = ratio * THRESHOLD_AT;
  bar.style.width = `${broken ? ENDS_AT : Math.min(length, ENDS_AT)}%`;
  item.classList.toggle('over', over);
  item.classList.toggle('cut', !broken && length > ENDS_AT);
  item.classList.toggle('is-broken', Boolean(broken));
  item.title = [
    health ? `${name}: ${health.method} ${measure(health.score)}, threshold ${measure(health.threshold)}` : name,
    length > ENDS_AT ? `${ratio.toFixed(1)} times the threshold: the bar is cut` : '',
    broken ? `broken since ${song(broken.sinceRow)} (${broken.what})` : '',
  ].filter(Boolean).join('; ');
  value.replaceChildren(...(broken
    ? ['✕ broken']
    : [over ? '▲ ' : '', reading(health.score, health.threshold), h('span', { class: 'sr' }, ` of a threshold of ${measure(health.threshold)}${over ? ', past it' : ''}`)]));
  return over && !broken;
}

function say(broken) {
  if (broken.length === 0) return '';
  const what = [...new Set(broken.map(b => (b.feature ? feature(b.feature) : `whole rows, ${b.what}`)))].join(', ');
  return `Broken since ${song(Math.min(...broken.map(b => b.sinceRow)))}: ${what}. The songs are still answered, with the values as they come.`;
}
