import { h } from '../dom.js';
import { drawChart } from '../chart.js';
import { compareWithCron } from '../cron.js';
import { addReading } from '../reading.js';
import { parts, t } from '../language.js';
import { term } from '../glossary.js';
import { why } from '../notes.js';
import { count, decimals, percent } from '../words.js';

const OUTCOMES_PER_VALUE = 300;
const OUTCOMES_AT_LEAST = 100;
const ROWS_PER_POINT = 100;
const SPANS = [['newest', 'accuracy.newest'], ['whole', 'accuracy.whole']];
const SPAN_ROWS = 20000;

export default function (section, store) {
  let last;
  const fleet = number('fleet', term('champion', t('fleet')), '', why('why.fleet', t('fleet'), () => told(last, last?.fleetCorrect, store.picture.status.championVersion)));
  const twin = number('static', term('static-twin', t('accuracy.twin')), t('accuracy.version', { version: 1 }), why('why.twin', t('accuracy.twin'), () => told(last, last?.twinCorrect, 1)));
  const gain = h('span', { class: 'gain' });
  const gained = h('p', { class: 'with-why' }, gain, why('why.gain', t('accuracy.gain'), () => (last ? [t('why.gain.now', { fleet: percent(last.fleet), twin: percent(last.twin), outcomes: last.outcomes })] : [])));
  const promised = h('span');
  const expected = h('p', { class: 'expected', hidden: true }, promised, ' ', why('why.expected', t('accuracy.expected'), () => promise(store.picture.status.estimate)));
  const cron = compareWithCron(() => render(store.picture));
  const canvas = h('div', { class: 'picture' });
  const frame = h('div', { class: 'chart' }, canvas);
  section.querySelector('.ask').after(h('p', { class: 'aside' }, ...parts('accuracy.aside', { count: count(OUTCOMES_PER_VALUE), outcomes: term('outcome', t('accuracy.outcomes')) }), ' ', why('why.chart', t('accuracy.chart'))), spans(() => render(store.picture)));
  section.append(h('div', { class: 'accuracy-body' }, h('div', { class: 'numbers' }, fleet.element, twin.element, gained, expected, cron.figure, cron.button), frame));
  let drawn = { momentAt: () => null, readings: [] };

  const render = ({ points, story, markers }) => {
    const whole = section.dataset.span === 'whole';
    const line = rolling(points, ROWS_PER_POINT);
    last = line.at(-1);
    fleet.set(last ? percent(last.fleet) : '–');
    twin.set(last ? percent(last.twin) : '–');
    showGain(gain, last);
    const scheduled = rolling(cron.points(), ROWS_PER_POINT);
    cron.tell(scheduled.at(-1));
    drawn = drawChart(canvas, whole ? rolling(story, store.picture.status.storyRowsPerPoint ?? ROWS_PER_POINT) : line, markers, whole, scheduled);
  };
  store.on(['points', 'story', 'markers'], render);
  store.on(['status'], ({ status }) => {
    fleet.note(status.championVersion > 0 ? t('accuracy.serves', { version: status.championVersion }) : '');
    showExpected(expected, promised, status.estimate);
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
      h('legend', { class: 'sr' }, t('accuracy.spans')),
      SPANS.map(([value, text], index) => h('label', {},
        h('input', { type: 'radio', name: 'accuracy-span', value, checked: index === 0, onchange: () => { section.dataset.span = value; changed(); } }),
        h('span', {}, t(text, { count: count(SPAN_ROWS) })))));
  }
}

/** Sums whole points backwards until there are enough outcomes for a steady value; each says from which songs it is. */
export function rolling(points, rowsPerPoint) {
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
    if (outcomes >= OUTCOMES_AT_LEAST) line.push({ row: point.row, from: points[from].row - rowsPerPoint, outcomes, fleetCorrect: fleet, twinCorrect: twin, fleet: fleet / outcomes, twin: twin / outcomes });
  }
  return line;
}

/** The songs, the outcomes and the version behind one of the two numbers. */
function told(last, correct, version) {
  return last ? [t('why.accuracy.now', { correct: count(correct), outcomes: count(last.outcomes), from: count(last.from), to: count(last.row - 1), version })] : [t('accuracy.waiting')];
}

function promise(estimate) {
  if (!estimate) return [];
  return [
    t('why.expected.now', { rows: count(estimate.rows), outcomes: count(estimate.outcomes) }),
    typeof estimate.realised === 'number' ? t('why.expected.realised', { realised: percent(estimate.realised) }) : '',
  ];
}

function number(kind, title, said, reason) {
  const value = h('span', { class: 'value' }, '–');
  const note = h('span', { class: 'number-note' }, said);
  const element = h('p', { class: `number ${kind}` },
    h('span', { class: 'number-title' }, h('span', { class: 'swatch', 'aria-hidden': 'true' }), title, note),
    h('span', { class: 'number-line' }, value, h('span', { class: 'unit' }, '%')),
    reason);
  return { element, set: text => { value.textContent = text; }, note: text => { note.textContent = text; } };
}

function showGain(gain, last) {
  if (!last) {
    gain.textContent = t('accuracy.waiting');
    gain.dataset.sign = 'none';
    return;
  }
  const points = 100 * (last.fleet - last.twin);
  gain.dataset.sign = points >= 1 ? 'plus' : points <= -1 ? 'minus' : 'none';
  gain.replaceChildren(
    h('strong', {}, Math.abs(points) < 1 ? t('accuracy.level') : `${points > 0 ? '+' : '−'}${decimals(Math.abs(points), 1)}`), ' ',
    Math.abs(points) < 1 ? t('accuracy.with-twin') : t('accuracy.points'));
}

/** The estimate is worth most before outcomes arrive, and nothing once they contradict it. */
function showExpected(expected, promised, estimate) {
  expected.hidden = !estimate;
  if (!estimate) return;
  expected.dataset.trusted = estimate.trusted;
  promised.textContent = estimate.trusted
    ? t('accuracy.expects', { accuracy: percent(estimate.accuracy), error: percent(2 * estimate.standardError) })
    : t('accuracy.contradicted', { accuracy: percent(estimate.accuracy) });
}
