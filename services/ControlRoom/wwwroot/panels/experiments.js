import { h, svg } from '../dom.js';
import { count, percent, song } from '../words.js';

const OUTCOMES = { won: 'won', lost: 'lost', failed: 'failed', 'left-out': 'left out' };
const NEWEST = 'newest';

export default function (section, store) {
  const choice = h('select', { class: 'select quiet', 'aria-label': 'Training run' });
  const reason = h('p', { class: 'trial-reason', 'aria-live': 'polite' });
  const body = h('tbody');
  const table = h('table', { class: 'trials' },
    h('thead', {}, h('tr', {}, ['Trainer', 'Window', 'Songs', 'Log loss', 'Right', 'Cost', ''].map(title => h('th', { scope: 'col' }, title || h('span', { class: 'sr' }, 'Outcome'))))),
    body);
  const scroll = h('div', { class: 'trials-scroll', tabindex: '0', role: 'group', 'aria-label': 'Candidates of a training run' }, table);
  const settings = h('ul', { class: 'trial-settings', 'aria-label': 'Settings' });
  const empty = h('p', { class: 'empty' }, 'No training run yet: each tries several candidates and judges them by the newest songs.');
  section.append(choice, reason, scroll, settings, empty);
  let shown = '';

  const render = ({ experiments }) => {
    empty.hidden = experiments.length > 0;
    choice.hidden = scroll.hidden = settings.hidden = reason.hidden = experiments.length === 0;
    if (experiments.length === 0) return;

    offer(choice, experiments);
    const run = experiments.find(r => r.id === choice.value) ?? experiments.at(-1);
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

/** The newest run is followed until somebody picks another. */
function offer(choice, runs) {
  const next = runs.map(run => run.id).join();
  if (choice.dataset.runs === next) return;

  const chosen = choice.value;
  choice.dataset.runs = next;
  choice.replaceChildren(
    h('option', { value: NEWEST }, `Newest: ${title(runs.at(-1))}`),
    ...runs.slice(0, -1).reverse().map(run => h('option', { value: run.id }, title(run))));
  choice.value = runs.some(run => run.id === chosen) ? chosen : NEWEST;
}

const title = run => `${song(run.row)}, ${run.trigger}${run.version ? ` → model ${run.version}` : ''}`;

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
  const outcome = candidate.outcome === 'won' && run.version ? `→ model ${run.version}` : OUTCOMES[candidate.outcome] ?? candidate.outcome;
  return h('tr', { class: candidate.outcome, title: candidate.note },
    h('th', { scope: 'row' }, name),
    h('td', {}, candidate.window),
    h('td', { class: 'number' }, count(candidate.rows)),
    h('td', { class: 'loss' }, judged ? [h('span', { class: 'number' }, candidate.logLoss.toFixed(3)), whisker(candidate, axis)] : '–'),
    h('td', { class: 'number' }, judged ? `${percent(candidate.accuracy)}%` : '–'),
    h('td', { class: 'number' }, cost(candidate)),
    h('td', { class: 'outcome' }, outcome));
}

function whisker(candidate, axis) {
  const [low, high] = [axis(candidate.logLossLower ?? candidate.logLoss), axis(candidate.logLossUpper ?? candidate.logLoss)];
  return svg('svg', { class: 'whisker', viewBox: '0 0 100 12', preserveAspectRatio: 'none', role: 'img', 'aria-label': `interval ${candidate.logLossLower?.toFixed(3)} to ${candidate.logLossUpper?.toFixed(3)}` },
    svg('line', { x1: low, x2: high, y1: 6, y2: 6 }),
    svg('rect', { x: axis(candidate.logLoss) - 1.2, y: 1, width: 2.4, height: 10 }));
}

/** Time where there is a clock, work where there is none; neither for what was not trained. */
function cost(candidate) {
  if (candidate.outcome === 'left-out') return '–';
  if (candidate.seconds !== undefined) return candidate.seconds < 1 ? `${count(Math.max(1, 1000 * candidate.seconds))} ms` : `${candidate.seconds.toFixed(1)} s`;
  return candidate.work === undefined ? '–' : `${count(candidate.work / 1000)}k rows`;
}
