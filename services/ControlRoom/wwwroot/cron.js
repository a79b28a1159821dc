import { h } from './dom.js';
import { t } from './language.js';
import { why } from './notes.js';
import { count, percent } from './words.js';

const ASK_AGAIN_MS = 3000;

/** What a cron job that trains on a schedule would have answered to the same songs: computed by the host only while the button is pressed.
    `changed()` is called with every answer; `points()` are those of the picture, with its answers in the place of the fleet's. */
export function compareWithCron(changed) {
  const value = h('strong', {}, '–');
  const said = h('span', { role: 'status' });
  let shown = null;
  let last = null;
  const figure = h('p', { class: 'cron-figure number', hidden: true },
    h('span', { class: 'swatch', 'aria-hidden': 'true' }), value, ' % ', said, ' ', why('why.cron', t('cron.name'), () => told(shown, last)));
  const button = h('button', { type: 'button', class: 'button quiet', hidden: true, 'aria-pressed': 'false', onclick: press }, t('cron.compare'));
  let pressed = false;

  async function press() {
    pressed = !pressed;
    button.setAttribute('aria-pressed', `${pressed}`);
    figure.hidden = !pressed;
    if (pressed) await ask();
    else show(null);
  }

  async function ask() {
    const answer = await fetch('v1/schedule').then(response => (response.ok ? response.json() : null)).catch(() => null);
    if (!pressed) return;
    if (answer) show(answer);
    else said.textContent = t('send.silent');
    setTimeout(() => { if (pressed) ask(); }, ASK_AGAIN_MS);
  }

  function show(answer) {
    shown = answer;
    const says = answer?.problem ?? t('cron.name');
    if (said.textContent !== says) said.textContent = says;
    changed();
  }

  fetch('v1/control').then(response => (response.ok ? response.json() : null)).then(me => { button.hidden = !me?.schedule; }).catch(() => {});

  return {
    button,
    figure,
    points: () => (shown?.points ?? []).map(({ row, outcomes, correct }) => ({ row, outcomes, fleetCorrect: correct, staticCorrect: 0 })),
    tell: end => {
      last = end;
      value.textContent = end ? percent(end.fleet) : '–';
    },
  };
}

/** What it did to come to its figure. */
function told(shown, last) {
  if (!shown || shown.sinceRow === undefined || shown.sinceRow === null) return [t('accuracy.waiting')];
  return [
    t('why.cron.now', { every: count(shown.every), window: count(shown.window), trainer: shown.trainer, trainings: shown.trainings, since: count(shown.sinceRow), row: count(shown.row) }),
    last ? t('why.cron.right', { correct: count(last.fleetCorrect), outcomes: count(last.outcomes), from: count(last.from), to: count(last.row - 1) }) : '',
  ];
}
