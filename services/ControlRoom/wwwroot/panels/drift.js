import { h } from '../dom.js';
import { measure, reading } from '../words.js';

// The threshold stands at the same place in every row, so that the eye needs one line only.
const THRESHOLD_AT = 55;

export default function (section, store) {
  const summary = h('p', { class: 'aside' });
  const list = h('ul', { class: 'bars' });
  const empty = h('p', { class: 'empty' }, 'Waiting for the first full window of songs.');
  section.querySelector('h2').after(summary);
  section.append(list, empty);
  const rows = new Map();

  store.on(['drift'], ({ drift }) => {
    empty.hidden = drift.length > 0;
    const features = worstPerFeature(drift);
    for (const feature of [...rows.keys()].filter(name => !features.has(name))) {
      rows.get(feature).item.remove();
      rows.delete(feature);
    }

    let over = 0;
    for (const [name, health] of features) {
      if (!rows.has(name)) rows.set(name, addRow(list, name));
      over += show(rows.get(name), health) ? 1 : 0;
    }
    summary.textContent = features.size === 0 ? '' : over === 0 ? 'all within their threshold' : `${over} of ${features.size} past the threshold`;
    summary.classList.toggle('loud', over > 0);
  });
}

function worstPerFeature(drift) {
  const worst = new Map();
  for (const health of drift) {
    const known = worst.get(health.feature);
    if (!known || health.score / health.threshold > known.score / known.threshold) worst.set(health.feature, health);
  }
  return worst;
}

function addRow(list, name) {
  const bar = h('span', { class: 'bar-fill' });
  const value = h('span', { class: 'bar-value' });
  const item = h('li', {},
    h('span', { class: 'bar-name' }, name.replaceAll('_', ' ')),
    h('span', { class: 'bar-track', 'aria-hidden': 'true' }, bar, h('span', { class: 'bar-threshold' })),
    value);
  list.append(item);
  return { item, bar, value };
}

function show({ item, bar, value }, health) {
  const ratio = Number.isFinite(health.score) && health.threshold > 0 ? health.score / health.threshold : 0;
  const over = ratio >= 1;
  bar.style.width = `${Math.min(ratio * THRESHOLD_AT, 100)}%`;
  item.classList.toggle('over', over);
  item.title = `${health.feature}: ${health.method} ${measure(health.score)}, threshold ${measure(health.threshold)}`;
  value.replaceChildren(over ? '▲ ' : '', reading(health.score, health.threshold), h('span', { class: 'sr' }, ` of a threshold of ${measure(health.threshold)}${over ? ', past it' : ''}`));
  return over;
}
