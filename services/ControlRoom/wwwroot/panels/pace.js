import { h, icon } from '../dom.js';
import { send } from '../send.js';
import { count } from '../words.js';

const PACES = [20, 50, 100, 200, 500, 2000];

export default function (section, store) {
  const songs = h('strong', { class: 'odometer' }, '–');
  const year = h('strong', { class: 'year' });
  const taste = h('span', { class: 'taste' }, 'taste is inverted');
  const world = h('p', { class: 'world', hidden: true }, h('span', { class: 'sr' }, 'The year of the world: '), year, taste);
  const pause = h('button', { type: 'button', class: 'button' });
  const select = h('select', { id: 'pace', class: 'select' });
  const error = h('span', { class: 'inline-error', role: 'alert' });
  section.append(
    h('p', { class: 'songs' }, songs, h('span', {}, 'songs so far')),
    world,
    h('label', { class: 'pace-label', for: 'pace' }, 'Songs a second'),
    select, pause, error);
  // Chosen while paused: it holds from the next Resume on.
  let chosen = null;

  const set = async songsPerSecond => {
    error.textContent = '';
    try {
      await send('pace', { songsPerSecond });
    } catch (problem) {
      error.textContent = problem.message;
    }
  };
  const isPaused = () => store.picture.status.songsPerSecond === 0;
  select.addEventListener('change', () => {
    if (isPaused()) chosen = Number(select.value);
    else set(Number(select.value));
  });
  pause.addEventListener('click', () => set(isPaused() ? chosen ?? store.picture.status.resumeSongsPerSecond : 0));

  let offered = '';
  store.on(['status'], ({ status }) => {
    const paused = isPaused();
    if (!paused) chosen = null;
    const pace = paused ? chosen ?? status.resumeSongsPerSecond : status.songsPerSecond;
    songs.textContent = status.row === undefined ? '–' : count(status.row);
    world.hidden = status.year === undefined;
    year.textContent = status.year ?? '';
    taste.hidden = !status.tasteInverted;

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
