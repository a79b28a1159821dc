import { h } from '../dom.js';
import { drawChart } from '../chart.js';
import { addReading } from '../reading.js';
import { count, percent } from '../words.js';

const OUTCOMES_PER_VALUE = 300;
const OUTCOMES_AT_LEAST = 100;
const SPANS = [['newest', 'Last 20,000'], ['whole', 'Whole story']];

export default function (section, store) {
  const fleet = number('fleet', 'Fleet', '');
  const twin = number('static', 'Static twin', 'version 1');
  const gain = h('p', { class: 'gain' });
  const expected = h('p', { class: 'expected', title: 'What the calibrated scores of the model promise for the newest songs. Nothing is decided by it.' });
  const canvas = h('div', { class: 'picture' });
  const frame = h('div', { class: 'chart' }, canvas);
  section.querySelector('h2').after(h('p', { class: 'aside' }, `share of right answers, last ${count(OUTCOMES_PER_VALUE)} outcomes`), spans(() => render(store.picture)));
  section.append(h('div', { class: 'accuracy-body' }, h('div', { class: 'numbers' }, fleet.element, twin.element, gain, expected), frame));
  let drawn = { momentAt: () => null, readings: [] };

  const render = ({ points, story, markers }) => {
    const whole = section.dataset.span === 'whole';
    const line = rolling(points);
    const last = line.at(-1);
    fleet.set(last ? percent(last.fleet) : '–');
    twin.set(last ? percent(last.twin) : '–');
    showGain(gain, last);
    drawn = drawChart(canvas, whole ? rolling(story) : line, markers, whole);
  };
  store.on(['points', 'story', 'markers'], render);
  store.on(['status'], ({ status }) => {
    fleet.note(status.championVersion > 0 ? `version ${status.championVersion} serves` : '');
    showExpected(expected, status.estimate);
  });
  // A moment leads to its entry in the feed.
  canvas.addEventListener('click', event => {
    const id = drawn.momentAt(event.clientX - canvas.getBoundingClientRect().left);
    if (id) store.show(id);
  });
  addReading(frame, canvas, () => drawn.readings, id => store.show(id));
  new ResizeObserver(() => render(store.picture)).observe(canvas);

  function spans(changed) {
    section.dataset.span = SPANS[0][0];
    return h('fieldset', { class: 'filters spans' },
      h('legend', { class: 'sr' }, 'Songs in the picture'),
      SPANS.map(([value, text], index) => h('label', {},
        h('input', { type: 'radio', name: 'accuracy-span', value, checked: index === 0, onchange: () => { section.dataset.span = value; changed(); } }),
        h('span', {}, text))));
  }
}

/** Sums whole points backwards until there are enough outcomes for a steady value. */
function rolling(points) {
  const line = [];
  let from = 0;
  let outcomes = 0;
  let fleet = 0;
  let twin = 0;
  for (const point of points) {
    outcomes += point.outcomes;
    fleet += point.fleetCorrect;
    twin += point.staticCorrect;
    while (outcomes - points[from].outcomes >= OUTCOMES_PER_VALUE) {
      outcomes -= points[from].outcomes;
      fleet -= points[from].fleetCorrect;
      twin -= points[from].staticCorrect;
      from++;
    }
    if (outcomes >= OUTCOMES_AT_LEAST) line.push({ row: point.row, fleet: fleet / outcomes, twin: twin / outcomes });
  }
  return line;
}

function number(kind, title, said) {
  const value = h('span', { class: 'value' }, '–');
  const note = h('span', { class: 'number-note' }, said);
  const element = h('p', { class: `number ${kind}` },
    h('span', { class: 'number-title' }, h('span', { class: 'swatch', 'aria-hidden': 'true' }), title, note),
    h('span', { class: 'number-line' }, value, h('span', { class: 'unit' }, '%')));
  return { element, set: text => { value.textContent = text; }, note: text => { note.textContent = text; } };
}

function showGain(gain, last) {
  if (!last) {
    gain.textContent = 'Waiting for the first outcomes.';
    gain.dataset.sign = 'none';
    return;
  }
  const points = 100 * (last.fleet - last.twin);
  gain.dataset.sign = points >= 1 ? 'plus' : points <= -1 ? 'minus' : 'none';
  gain.replaceChildren(
    h('strong', {}, Math.abs(points) < 1 ? 'level' : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`),
    Math.abs(points) < 1 ? ' with the twin' : ' points');
}

/** The estimate is worth most before outcomes arrive, and nothing once they contradict it. */
function showExpected(expected, estimate) {
  expected.hidden = !estimate;
  if (!estimate) return;
  expected.dataset.trusted = estimate.trusted;
  expected.textContent = estimate.trusted
    ? `${percent(estimate.accuracy)} ± ${percent(2 * estimate.standardError)} % expected, before outcomes`
    : `The estimate of ${percent(estimate.accuracy)} % cannot be trusted: outcomes contradict it.`;
}
