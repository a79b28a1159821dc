import { h } from './dom.js';
import { t } from './language.js';
import { count, percent } from './words.js';

/** What the pointer or the arrow keys read off a chart. `read()` gives the chart's `readings`: { x, row, fleet, twin, moment }, left to right; `open(id)` leads to a moment. */
export function addReading(frame, canvas, read, open) {
  const box = h('p', { class: 'reading', hidden: true, role: 'status' });
  const line = h('span', { class: 'reading-line', hidden: true, 'aria-hidden': 'true' });
  frame.append(line, box);
  canvas.setAttribute('tabindex', '0');
  let at = -1;

  const hide = () => {
    at = -1;
    box.hidden = line.hidden = true;
  };
  const show = index => {
    const readings = read();
    if (readings.length === 0) return hide();
    at = Math.min(Math.max(index, 0), readings.length - 1);
    const reading = readings[at];
    box.textContent = say(reading);
    box.hidden = line.hidden = false;
    line.style.left = `${reading.x}px`;
    // Beside the line, on the side that has room.
    const left = reading.x > canvas.clientWidth / 2;
    box.style.left = left ? '' : `${reading.x + 8}px`;
    box.style.right = left ? `${canvas.clientWidth - reading.x + 8}px` : '';
  };

  canvas.addEventListener('pointermove', event => show(nearest(read(), event.clientX - canvas.getBoundingClientRect().left)));
  canvas.addEventListener('pointerleave', hide);
  canvas.addEventListener('blur', hide);
  canvas.addEventListener('keydown', event => {
    const last = read().length - 1;
    const to = { ArrowLeft: at < 0 ? last : at - 1, ArrowRight: at < 0 ? last : at + 1, Home: 0, End: last }[event.key];
    if (to !== undefined) show(to);
    else if (event.key === 'Escape') hide();
    else if (event.key === 'Enter' && read()[at]?.moment) open(read()[at].moment.id);
    else return;
    event.preventDefault();
  });
}

/** One line: which song, how right both were, and what happened there. */
export function say({ row, fleet, twin, moment }) {
  return `${t('chart.reading', { row: count(row), fleet: percent(fleet), twin: percent(twin) })}${moment ? ` · ${moment.label}` : ''}`;
}

/** The reading that stands nearest to a place; −1 where there is none. */
export function nearest(readings, x) {
  let best = -1;
  for (let i = 0; i < readings.length; i++)
    if (best < 0 || Math.abs(readings[i].x - x) < Math.abs(readings[best].x - x)) best = i;
  return best;
}
