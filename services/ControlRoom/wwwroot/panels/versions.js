import { h, svg } from '../dom.js';
import { send } from '../send.js';
import { count } from '../words.js';

const WORDS = {
  champion: 'serves now', shadow: 'in shadow', candidate: 'candidate', retired: 'retired', rejected: 'rejected',
  'rolled-back': 'rolled back', withdrawn: 'withdrawn', 'passed-over': 'passed over',
};

export default function (section, store) {
  const training = h('p', { class: 'aside' });
  const reset = h('button', { type: 'button', class: 'button quiet' }, 'Reset to model 1…');
  const strip = h('ol', { class: 'strip', tabindex: '0', 'aria-label': 'Model versions, oldest first' });
  const empty = h('p', { class: 'empty' }, 'No model has been released yet.');
  section.querySelector('h2').after(training);
  section.append(reset, strip, empty, resetDialog(reset));
  let shown = '';

  store.on(['versions', 'status'], ({ versions, status }) => {
    training.textContent = status.training ? `training a candidate (${status.training.trigger})` : '';
    training.classList.toggle('busy', Boolean(status.training));
    empty.hidden = versions.length > 0;
    const next = JSON.stringify(versions);
    if (next === shown) return;

    shown = next;
    const atEnd = strip.scrollLeft + strip.clientWidth >= strip.scrollWidth - 40;
    strip.replaceChildren(...versions.map(card));
    if (atEnd) strip.scrollLeft = strip.scrollWidth;
  });
}

function card(version) {
  const { status } = version;
  const twin = version.version === 1;
  return h('li', { class: `card ${status}`, 'data-version': version.version, title: version.algorithm },
    disc(version.version),
    h('div', { class: 'card-text' },
      h('strong', {}, twin && status === 'retired' ? 'static twin' : WORDS[status] ?? status),
      h('span', {}, version.note ?? (version.trainedToRow > 0 ? `songs ${thousands(version.trainedFromRow)}–${thousands(version.trainedToRow)}` : '')),
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

function resetDialog(opener) {
  const error = h('p', { class: 'inline-error', role: 'alert' });
  const cancel = h('button', { type: 'button', class: 'button', autofocus: true }, 'Keep the model');
  const confirm = h('button', { type: 'button', class: 'button primary' }, 'Reset to model 1');
  const dialog = h('dialog', { 'aria-labelledby': 'reset-title' },
    h('h2', { id: 'reset-title' }, 'Reset to model 1?'),
    h('p', {}, 'Model 1, the one that the static twin never left, serves from the next song on. Later models stay in the registry, and the fleet may replace it again by itself.'),
    error,
    h('div', { class: 'dialog-buttons' }, cancel, confirm));

  opener.addEventListener('click', () => { error.textContent = ''; dialog.showModal(); });
  cancel.addEventListener('click', () => dialog.close());
  confirm.addEventListener('click', async () => {
    try {
      await send('reset');
      dialog.close();
    } catch (problem) {
      error.textContent = problem.message;
    }
  });
  return dialog;
}
