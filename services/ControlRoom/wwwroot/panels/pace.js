import { h, icon } from '../dom.js';
import { send } from '../send.js';
import { count } from '../words.js';

const PACES = [20, 50, 100, 200, 500, 2000];

export default function (section, store) {
  const songs = h('strong', { class: 'odometer' }, '–');
  const pause = h('button', { type: 'button', class: 'button' });
  const select = h('select', { id: 'pace', class: 'select' });
  const error = h('span', { class: 'inline-error', role: 'alert' });
  section.append(
    h('p', { class: 'songs' }, songs, h('span', {}, 'songs so far')),
    h('label', { class: 'pace-label', for: 'pace' }, 'Songs a second'),
    select, pause, error);

  const set = async songsPerSecond => {
    error.textContent = '';
    try {
      await send('pace', { songsPerSecond });
    } catch (problem) {
      error.textContent = problem.message;
    }
  };
  select.addEventListener('change', () => set(Number(select.value)));
  pause.addEventListener('click', () => {
    const { songsPerSecond, resumeSongsPerSecond } = store.picture.status;
    set(songsPerSecond === 0 ? resumeSongsPerSecond : 0);
  });

  let offered = '';
  store.on(['status'], ({ status }) => {
    const paused = status.songsPerSecond === 0;
    const pace = paused ? status.resumeSongsPerSecond : status.songsPerSecond;
    songs.textContent = status.row === undefined ? '–' : count(status.row);

    const paces = pace === undefined || PACES.includes(pace) ? PACES : [...PACES, pace].sort((a, b) => a - b);
    if (offered !== `${paces}`) {
      offered = `${paces}`;
      select.replaceChildren(...paces.map(value => h('option', { value }, count(value))));
    }
    if (document.activeElement !== select || select.value === '') select.value = pace ?? 100;

    if (pause.dataset.paused !== `${paused}`) {
      pause.dataset.paused = `${paused}`;
      pause.replaceChildren(icon(paused ? 'play' : 'pause'), paused ? 'Resume' : 'Pause');
    }
    section.classList.toggle('paused', paused);
  });
}
