import { svg } from './dom.js';
import { count, percent } from './words.js';

const ROWS_SHOWN = 20000;
const ROWS_AT_LEAST = 4000;
const LABEL_GAP = 1.6;

/** Two lines over rows, the gap between them filled, and what happened on the way. */
export function drawChart(host, line, markers) {
  const width = host.clientWidth;
  const height = host.clientHeight;
  if (width < 50 || height < 50) return;

  const em = parseFloat(getComputedStyle(host).fontSize);
  const box = { left: 3.2 * em, right: width - 4.2 * em, top: 2.1 * em, bottom: height - 1.9 * em };
  const end = line.at(-1);
  const newest = end?.row ?? 0;
  const oldest = Math.min(line[0]?.row ?? 0, ...markers.map(m => m.row));
  const from = Math.max(oldest, newest - ROWS_SHOWN);
  const last = Math.max(newest, from + ROWS_AT_LEAST);
  const values = line.flatMap(p => [p.fleet, p.twin]);
  const low = Math.max(0, Math.floor((Math.min(0.5, ...values) - 0.02) * 10) / 10);
  const high = Math.min(1, Math.ceil((Math.max(0.85, ...values) + 0.02) * 10) / 10);
  const x = row => box.left + ((row - from) / (last - from)) * (box.right - box.left);
  const y = value => box.bottom - ((value - low) / (high - low)) * (box.bottom - box.top);

  host.replaceChildren(svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': describe(end, markers) },
    grid(box, y, low, high, em),
    ticks(box, x, from, last, em),
    moments(box, x, markers.filter(m => m.row >= from), em),
    svg('path', { class: 'gap', d: area(line, x, y) }),
    // The dashes lie on top: where the two agree, both can be seen.
    svg('path', { class: 'line fleet', d: path(line, x, y, 'fleet') }),
    svg('path', { class: 'line static', d: path(line, x, y, 'twin') }),
    end ? endLabels(x(end.row), y, end, em) : null));
}

function describe(end, markers) {
  if (!end) return 'Accuracy over songs; no outcomes yet.';
  const promotions = markers.filter(m => m.kind === 'promotion').length;
  return `Accuracy up to song ${count(end.row)}: fleet ${percent(end.fleet)} percent, static twin ${percent(end.twin)} percent; ${promotions} promotions in view.`;
}

function grid(box, y, low, high, em) {
  const lines = [];
  for (let tenth = Math.round(low * 10); tenth <= Math.round(high * 10); tenth++) {
    const at = y(tenth / 10);
    const coin = tenth === 5;
    lines.push(
      svg('line', { class: coin ? 'grid coin' : 'grid', x1: box.left, x2: box.right, y1: at, y2: at }),
      svg('text', { class: 'tick', x: box.left - 0.5 * em, y: at + 0.35 * em, 'text-anchor': 'end' }, `${tenth * 10}%`));
  }
  return lines;
}

function ticks(box, x, from, last, em) {
  const room = (box.right - box.left) / (7 * em);
  const step = [500, 1000, 2000, 5000, 10000].find(s => (last - from) / s <= room) ?? 20000;
  const labels = [svg('text', { class: 'tick faint', x: box.right + 0.6 * em, y: box.bottom + 1.4 * em }, 'songs')];
  for (let row = Math.ceil(from / step) * step; row < last - step / 3; row += step)
    labels.push(svg('text', { class: 'tick', x: x(row), y: box.bottom + 1.4 * em, 'text-anchor': 'middle' }, count(row)));
  return labels;
}

function moments(box, x, markers, em) {
  const drawn = [];
  const ends = { promotion: [-Infinity], scenario: [-Infinity] };
  for (const marker of [...markers].sort((a, b) => a.row - b.row)) {
    const at = x(marker.row);
    const scenario = marker.kind === 'scenario';
    const width = (marker.label.length * (scenario ? 0.68 : 0.55) + (scenario ? 1.2 : 0.9)) * em;
    // A label that would lie over its neighbour is left out; its line stays.
    const lane = ends[scenario ? 'scenario' : 'promotion'];
    // A scenario's name stands right of its line, or left of it where the right is too narrow.
    const start = !scenario ? at - width / 2 : at + width < box.right ? at + 0.3 * em : at - width - 0.3 * em;
    const fits = start > lane.at(-1);
    if (fits) lane.push(start + width + 0.2 * em);
    drawn.push(svg('g', { class: `moment ${marker.kind}` },
      svg('line', { x1: at, x2: at, y1: scenario ? box.top : box.top - 0.5 * em, y2: box.bottom }),
      fits && !scenario ? svg('rect', { x: start, y: box.top - 1.9 * em, width, height: 1.5 * em, rx: 0.75 * em }) : null,
      fits ? svg('text', scenario
        ? { x: start, y: box.bottom - 0.5 * em }
        : { x: at, y: box.top - 0.8 * em, 'text-anchor': 'middle' }, scenario ? `♪ ${marker.label}` : marker.label) : null));
  }
  return drawn;
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
    svg('text', { class: 'end fleet', x: at + 0.6 * em, y: fleet + 0.35 * em }, 'Fleet'),
    svg('text', { class: 'end static', x: at + 0.6 * em, y: twin + 0.35 * em }, 'Twin'),
  ];
}
