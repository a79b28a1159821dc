import { svg } from './dom.js';
import { merge } from './labels.js';
import { t } from './language.js';
import { count, percent } from './words.js';

const ROWS_SHOWN = 20000;
const ROWS_AT_LEAST = 4000;
const LABEL_GAP = 1.6;
const NEAR_PX = 16;
const LANE = 1.3;
const STEPS = [500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 200000, 500000, 1000000];

/** Two lines over rows, the gap between them filled, a third where `scheduled` is one, and what happened on the way.
    Returns `momentAt(x)`, the id of the moment at a place or null, and `readings`: every point shown, with its place and the moment there. */
export function drawChart(host, line, markers, whole, scheduled = []) {
  const width = host.clientWidth;
  const height = host.clientHeight;
  if (width < 50 || height < 50) return { momentAt: () => null, readings: [] };

  const em = parseFloat(getComputedStyle(host).fontSize);
  const box = { left: 3.6 * em, right: width - (1.2 + 0.62 * Math.max(t('fleet').length, t('chart.twin').length)) * em, top: 2.1 * em };
  const end = line.at(-1);
  const newest = end?.row ?? 0;
  const oldest = Math.min(line[0]?.row ?? 0, ...markers.map(m => m.row));
  const from = whole ? oldest : Math.max(oldest, newest - ROWS_SHOWN);
  const last = Math.max(newest, from + ROWS_AT_LEAST);
  const shown = line.filter(p => p.row >= from);
  const moments = markers.filter(m => m.row >= from).sort((a, b) => a.row - b.row);
  const x = row => box.left + ((row - from) / (last - from)) * (box.right - box.left);
  const names = nameLanes(box, x, moments.filter(m => m.kind === 'scenario'), em);
  box.bottom = height - (2.1 + LANE * Math.max(1, names.length)) * em;
  // The whole scale, always: what looks like a half is a half.
  const y = share => box.bottom - share * (box.bottom - box.top);

  host.replaceChildren(svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': describe(end, moments, scheduled.at(-1)) },
    grid(box, y, em),
    ticks(box, x, from, last, em),
    moments.map(m => stroke(box, x(m.row), m, em)),
    svg('path', { class: 'gap', d: area(shown, x, y) }),
    // The dashes lie on top: where the two agree, both can be seen.
    svg('path', { class: 'line fleet', d: path(shown, x, y, 'fleet') }),
    svg('path', { class: 'line static', d: path(shown, x, y, 'twin') }),
    scheduled.length > 0 ? svg('path', { class: 'line cron', d: path(scheduled.filter(p => p.row >= from && p.row <= last), x, y, 'fleet') }) : null,
    pills(box, x, moments.filter(m => m.kind !== 'scenario'), em),
    names.flatMap((lane, index) => lane.map(label => svg('g', { class: 'moment scenario' },
      svg('text', { lang: 'en', x: label.start + label.width / 2, y: box.bottom + (2.8 + LANE * index) * em, 'text-anchor': 'middle' }, `♪ ${label.text}`)))),
    end ? endLabels(x(end.row), y, end, em) : null));

  const near = at => moments.map(m => ({ moment: m, off: Math.abs(x(m.row) - at) })).filter(m => m.off < NEAR_PX).sort((a, b) => a.off - b.off)[0]?.moment ?? null;
  return {
    momentAt: at => near(at)?.id ?? null,
    readings: shown.map(p => ({ ...p, x: x(p.row), moment: near(x(p.row)) })),
  };
}

function describe(end, moments, scheduled) {
  if (!end) return t('chart.empty');
  const promotions = moments.filter(m => m.kind === 'promotion').length;
  const cron = scheduled ? ` ${t('chart.cron', { cron: percent(scheduled.fleet) })}` : '';
  return t('chart.described', { row: count(end.row), fleet: percent(end.fleet), twin: percent(end.twin), promotions }) + cron;
}

function grid(box, y, em) {
  return [0, 20, 40, 50, 60, 80, 100].map(hundredths => {
    const at = y(hundredths / 100);
    return [
      svg('line', { class: hundredths === 50 ? 'grid coin' : 'grid', x1: box.left, x2: box.right, y1: at, y2: at }),
      hundredths === 50 ? null : svg('text', { class: 'tick', x: box.left - 0.5 * em, y: at + 0.35 * em, 'text-anchor': 'end' }, t('chart.percent', { value: hundredths })),
    ];
  }).flat();
}

function ticks(box, x, from, last, em) {
  const room = (box.right - box.left) / (7 * em);
  const step = STEPS.find(s => (last - from) / s <= room) ?? STEPS.at(-1);
  const labels = [svg('text', { class: 'tick faint', x: box.right + 0.6 * em, y: box.bottom + 1.4 * em }, t('chart.songs'))];
  for (let row = Math.ceil(from / step) * step; row < last - step / 3; row += step)
    labels.push(svg('text', { class: 'tick', x: x(row), y: box.bottom + 1.4 * em, 'text-anchor': 'middle' }, count(row)));
  return labels;
}

function stroke(box, at, moment, em) {
  const scenario = moment.kind === 'scenario';
  return svg('g', { class: `moment ${moment.kind}` },
    svg('line', { x1: at, x2: at, y1: scenario ? box.top : box.top - 0.5 * em, y2: box.bottom }));
}

/** Releases stand above the picture; those too close to each other share a label. */
function pills(box, x, moments, em) {
  const width = text => (text.length * 0.55 + 0.9) * em;
  return merge(moments.map(m => ({ at: x(m.row), kind: m.kind, texts: [m.label] })), width, box.left, box.right + 3 * em, 0.2 * em, 2).map(label =>
    svg('g', { class: `moment ${label.kind}` },
      svg('rect', { x: label.start, y: box.top - 1.9 * em, width: label.width, height: 1.5 * em, rx: 0.75 * em }),
      svg('text', { lang: 'en', x: label.start + label.width / 2, y: box.top - 0.8 * em, 'text-anchor': 'middle' }, label.text)));
}

/** Scenarios stand below the axis, where no curve runs: in one line, or in two where they are close. */
function nameLanes(box, x, moments, em) {
  const width = text => (text.length * 0.6 + 1) * em;
  const place = items => merge(items, width, box.left - 2 * em, box.right + 3.8 * em, 0.6 * em, 3);
  const lanes = [[], []];
  for (const moment of moments) {
    const item = { at: x(moment.row), kind: moment.kind, texts: [moment.label] };
    const free = lanes.find(lane => place([...lane, item]).length > place(lane).length);
    (free ?? lanes[0]).push(item);
  }
  return lanes.map(place).filter(lane => lane.length > 0);
}

function path(line, x, y, key) {
  return line.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.row).toFixed(1)} ${y(p[key]).toFixed(1)}`).join('');
}

function area(line, x, y) {
  if (line.length < 2) return '';
  const back = [...line].reverse().map(p => `L${x(p.row).toFixed(1)} ${y(p.twin).toFixed(1)}`).join('');
  return `${path(line, x, y, 'fleet')}${back}Z`;
}

function endLabels(at, y, end, em) {
  let fleet = y(end.fleet);
  let twin = y(end.twin);
  const need = LABEL_GAP * em;
  if (Math.abs(fleet - twin) < need) {
    const middle = (fleet + twin) / 2;
    const above = end.fleet >= end.twin ? 1 : -1;
    fleet = middle - (above * need) / 2;
    twin = middle + (above * need) / 2;
  }
  return [
    svg('circle', { class: 'dot static', cx: at, cy: y(end.twin), r: 0.3 * em }),
    svg('circle', { class: 'dot fleet', cx: at, cy: y(end.fleet), r: 0.36 * em }),
    svg('text', { class: 'end fleet', x: at + 0.6 * em, y: fleet + 0.35 * em }, t('fleet')),
    svg('text', { class: 'end static', x: at + 0.6 * em, y: twin + 0.35 * em }, t('chart.twin')),
  ];
}
