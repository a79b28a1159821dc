import { h, icon } from '../dom.js';
import { t } from '../language.js';
import { why } from '../notes.js';
import { send } from '../send.js';
import { count } from '../words.js';

const PACES = [20, 50, 100, 200, 500, 2000];

export default function (section, store) {
  const songs = h('strong', { class: 'odometer' }, '–');
  const year = h('strong', { class: 'year' });
  const taste = h('span', { class: 'taste' }, t('pace.inverted'));
  const world = h('p', { class: 'world', hidden: true }, h('span', { class: 'sr' }, t('pace.year')), h('span', { class: 'world-year' }, year, why('why.year', t('pace.year'))), taste);
  const pause = h('button', { type: 'button', class: 'button' });
  const select = h('select', { id: 'pace', class: 'select' });
  const error = h('span', { class: 'inline-error', role: 'alert' });
  section.append(
    h('p', { class: 'songs' }, h('span', { class: 'world-year' }, songs, why('why.songs', t('pace.songs'), () => [t('why.songs.now', { row: count(store.picture.status.row ?? 0) })])), h('span', { class: 'under' }, t('pace.songs'))),
    world,
    h('label', { class: 'pace-label', for: 'pace' }, t('pace.second')),
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
      pause.replaceChildren(icon(paused ? 'play' : 'pause'), paused ? t('pace.resume') : t('pace.pause'));
    }
    section.classList.toggle('paused', paused);
  });
}
