import { english, h, svg } from '../dom.js';
import { term } from '../glossary.js';
import { t } from '../language.js';
import { why } from '../notes.js';
import { count, decimals, percent, song } from '../words.js';

const OUTCOMES = { won: 'trial.won', lost: 'trial.lost', failed: 'trial.failed', 'left-out': 'trial.left-out' };
const COLUMNS = ['trial.trainer', 'trial.window', 'trial.songs', 'trial.log-loss', 'trial.right', 'trial.cost', ''];
const TERMS = { 'trial.trainer': 'trainer', 'trial.window': 'window', 'trial.log-loss': 'log-loss' };
const NEWEST = 'newest';

export default function (section, store) {
  const choice = h('select', { class: 'select quiet', 'aria-label': t('trial.run') });
  const reason = h('span', { class: 'trial-reason', 'aria-live': 'polite', lang: 'en' });
  const body = h('tbody');
  const table = h('table', { class: 'trials' },
    h('thead', {}, h('tr', {}, COLUMNS.map(key => h('th', { scope: 'col' }, key === '' ? h('span', { class: 'sr' }, t('trial.outcome')) : key in TERMS ? term(TERMS[key], t(key)) : t(key))))),
    body);
  const scroll = h('div', { class: 'trials-scroll', tabindex: '0', role: 'group', 'aria-label': t('trial.candidates') }, table);
  const settings = h('ul', { class: 'trial-settings', 'aria-label': t('trial.settings'), lang: 'en' });
  const empty = h('p', { class: 'empty' }, t('trial.empty'));
  const reasons = why('why.trials', t('trial.candidates'), () => told(chosen(store.picture.experiments, choice)));
  section.append(choice, h('p', { class: 'with-why' }, reason, reasons), scroll, settings, empty);
  let shown = '';

  const render = ({ experiments }) => {
    empty.hidden = experiments.length > 0;
    choice.hidden = scroll.hidden = settings.hidden = reason.parentElement.hidden = experiments.length === 0;
    if (experiments.length === 0) return;

    offer(choice, experiments);
    const run = chosen(experiments, choice);
    const next = JSON.stringify(run);
    if (next === shown) return;

    shown = next;
    reason.textContent = run.reason;
    const axis = axisOf(run.candidates);
    const recipes = recipesOf(run.candidates);
    body.replaceChildren(...run.candidates.map(candidate => line(candidate, recipes.get(recipe(candidate)).name, run, axis)));
    settings.replaceChildren(...[...recipes.values()].filter(r => r.settings).map(r => h('li', {}, `${r.name}: ${r.settings}`)));
  };
  choice.addEventListener('change', () => render(store.picture));
  store.on(['experiments'], render);
}

const chosen = (runs, choice) => runs.find(run => run.id === choice.value) ?? runs.at(-1);

/** The run behind the table, when somebody asks. */
function told(run) {
  return run ? [t('why.trials.now', { id: run.id, trigger: run.trigger, row: count(run.row), candidates: run.candidates.length })] : [];
}

/** The newest run is followed until somebody picks another. */
function offer(choice, runs) {
  const next = runs.map(run => run.id).join();
  if (choice.dataset.runs === next) return;

  const chosen = choice.value;
  choice.dataset.runs = next;
  choice.replaceChildren(
    h('option', { value: NEWEST }, t('trial.newest', { run: title(runs.at(-1)) })),
    ...runs.slice(0, -1).reverse().map(run => h('option', { value: run.id }, title(run))));
  choice.value = runs.some(run => run.id === chosen) ? chosen : NEWEST;
}

const title = run => `${song(run.row)}, ${run.trigger}${run.version ? ` ${t('trial.model', { version: run.version })}` : ''}`;

function axisOf(candidates) {
  const ends = candidates.filter(c => c.logLoss !== undefined).flatMap(c => [c.logLossLower ?? c.logLoss, c.logLossUpper ?? c.logLoss]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return value => 3 + (94 * (value - low)) / (high - low || 1);
}

const recipe = candidate => `${candidate.trainer} ${candidate.settings ?? ''}`;

/** Settings are long: they stand below the table, and in it a number where one trainer competes with itself. */
function recipesOf(candidates) {
  const recipes = new Map(candidates.map(c => [recipe(c), { trainer: c.trainer, settings: c.settings }]));
  for (const own of recipes.values()) {
    const same = [...recipes.values()].filter(other => other.trainer === own.trainer);
    own.name = same.length === 1 ? own.trainer : `${own.trainer} ${same.indexOf(own) + 1}`;
  }
  return recipes;
}

function line(candidate, name, run, axis) {
  const judged = candidate.logLoss !== undefined;
  const outcome = candidate.outcome === 'won' && run.version ? t('trial.model', { version: run.version }) : t(OUTCOMES[candidate.outcome] ?? candidate.outcome);
  return h('tr', { class: candidate.outcome },
    h('th', { scope: 'row', lang: 'en', title: candidate.note }, name),
    h('td', {}, english(candidate.window)),
    h('td', { class: 'number' }, count(candidate.rows)),
    h('td', { class: 'loss' }, judged ? [h('span', { class: 'number' }, decimals(candidate.logLoss, 3)), whisker(candidate, axis)] : '–'),
    h('td', { class: 'number' }, judged ? t('chart.percent', { value: percent(candidate.accuracy) }) : '–'),
    h('td', { class: 'number' }, cost(candidate)),
    h('td', { class: 'outcome' }, outcome));
}

function whisker(candidate, axis) {
  const [low, high] = [axis(candidate.logLossLower ?? candidate.logLoss), axis(candidate.logLossUpper ?? candidate.logLoss)];
  return svg('svg', { class: 'whisker', viewBox: '0 0 100 12', preserveAspectRatio: 'none', role: 'img', 'aria-label': t('trial.interval', { low: decimals(candidate.logLossLower ?? candidate.logLoss, 3), high: decimals(candidate.logLossUpper ?? candidate.logLoss, 3) }) },
    svg('line', { x1: low, x2: high, y1: 6, y2: 6 }),
    svg('rect', { x: axis(candidate.logLoss) - 1.2, y: 1, width: 2.4, height: 10 }));
}

/** Time where there is a clock, work where there is none; neither for what was not trained. */
function cost(candidate) {
  if (candidate.outcome === 'left-out') return '–';
  if (candidate.seconds !== undefined) return candidate.seconds < 1 ? t('trial.ms', { value: count(Math.max(1, 1000 * candidate.seconds)) }) : t('trial.s', { value: decimals(candidate.seconds, 1) });
  return candidate.work === undefined ? '–' : t('trial.work', { thousands: count(candidate.work / 1000) });
}
