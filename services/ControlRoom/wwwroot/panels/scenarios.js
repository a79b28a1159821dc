import { english, h, icon } from '../dom.js';
import { parts, t } from '../language.js';
import { why, whyFigure } from '../notes.js';
import { send } from '../send.js';
import { count, song } from '../words.js';

const ASK_AGAIN_MS = 3000;
const PATIENCE_MS = 6000;
const DEAF_MS = 1000;
const FIRST = 'first';

export default function (section, store) {
  const now = h('div', { class: 'now', 'aria-live': 'polite' });
  const songsIn = h('span');
  const progress = h('p', { class: 'aside', hidden: true }, whyFigure('why.songs-in', t('scenario.progress'), () => [], songsIn));
  const end = h('button', { type: 'button', class: 'button quiet end', hidden: true }, icon('stop'), t('scenario.end'));
  const notice = h('p', { class: 'notice', role: 'status' });
  const buttons = h('div', { class: 'scenario-buttons', role: 'group', 'aria-label': t('scenario.start') });
  // The others wait behind a line: nobody has to choose among thirty.
  const more = h('details', { class: 'more-scenarios', hidden: true });
  section.querySelector('.ask').after(progress);
  // Buttons first: what is said below them grows and shrinks, and they must not move under the pointer.
  section.append(end, buttons, notice, now, more);

  let offers = [];
  let pending = null;
  let shown = '';
  let pressedAt = -Infinity;

  /** A nervous second press is none. */
  function isDeaf() {
    const at = performance.now();
    if (at - pressedAt < DEAF_MS) return true;
    pressedAt = at;
    return false;
  }

  async function start(offer) {
    if (isDeaf()) return;
    const { scenario } = store.picture.status;
    const running = scenario && scenario.endedAtRow === undefined ? scenario : null;
    pending = { id: offer.id, onset: running?.onsetRow ?? -1 };
    say(running
      ? t('scenario.replaces', { title: offer.title, other: running.title })
      : t('scenario.begins', { title: offer.title }));
    await attempt(() => send('scenario', { id: offer.id }));
    const asked = pending;
    setTimeout(() => {
      if (pending && pending === asked)
        say(store.picture.status.songsPerSecond === 0 ? t('scenario.paused') : t('scenario.no-word'));
    }, PATIENCE_MS);
  }

  async function attempt(action) {
    try {
      await action();
    } catch (problem) {
      pending = null;
      say(problem.message, true);
    }
  }

  function say(text, isError = false) {
    notice.textContent = text;
    notice.classList.toggle('inline-error', isError);
  }

  function render({ status }) {
    const { scenario } = status;
    const running = scenario && scenario.endedAtRow === undefined ? scenario : null;
    if (running && pending?.id === running.id && running.onsetRow > pending.onset) {
      pending = null;
      say('');
    }

    end.hidden = !running;
    progress.hidden = !running;
    songsIn.textContent = running ? t('scenario.in', { count: count(Math.max(0, status.row - running.onsetRow)) }) : '';
    progress.classList.toggle('loud', Boolean(running));
    for (const button of section.querySelectorAll('.button.scenario'))
      button.setAttribute('aria-pressed', `${button.dataset.id === running?.id}`);

    const key = JSON.stringify(scenario ?? null);
    if (key === shown) return;

    shown = key;
    now.replaceChildren(...describe(scenario, running, offers));
  }

  async function ask() {
    const response = await fetch('v1/control/scenarios').catch(() => null);
    if (!response?.ok) {
      if (buttons.childElementCount === 0) say(t('scenario.waiting'));
      setTimeout(ask, ASK_AGAIN_MS);
      return;
    }

    offers = (await response.json()).sort((a, b) => a.title.localeCompare(b.title));
    if (!pending) say('');
    const first = offers.filter(offer => (offer.group ?? FIRST) === FIRST);
    buttons.replaceChildren(...first.map(button));
    showMore(offers.filter(offer => !first.includes(offer)));
    shown = '';
    render(store.picture);
  }

  function button(offer) {
    return h('button', {
      type: 'button', class: 'button scenario', lang: 'en', 'data-id': offer.id, title: offer.whatToLookFor, 'aria-pressed': 'false', onclick: () => start(offer),
    }, h('span', { class: 'scenario-title' }, offer.title), offer.inShort ? h('span', { class: 'in-short' }, offer.inShort) : null);
  }

  function showMore(others) {
    more.hidden = others.length === 0;
    more.replaceChildren(
      h('summary', {}, t('scenario.more', { count: others.length })),
      ...groups(others).flatMap(([name, members]) => [
        h('h3', { lang: 'en' }, name),
        h('div', { class: 'scenario-buttons', role: 'group', 'aria-label': t('scenario.start-of', { group: name }) }, ...members.map(button)),
      ]));
  }

  end.addEventListener('click', () => { if (!isDeaf()) attempt(() => send('end')); });
  store.on(['status'], render);
  ask();
}

/** By group, each in the order in which it comes first. */
function groups(offers) {
  const byName = new Map();
  for (const offer of offers) byName.set(offer.group, [...(byName.get(offer.group) ?? []), offer]);
  return [...byName].sort(([a], [b]) => a.localeCompare(b));
}

const asked = () => why('why.scenario', t('scenario.title'));

function describe(scenario, running, offers) {
  if (!scenario)
    return [h('p', { class: 'now-title' }, t('scenario.steady')), h('p', {}, t('scenario.press'))];

  if (!running)
    return [
      h('p', { class: 'now-title' }, t('scenario.steady')),
      h('p', {}, ...parts('scenario.was', { title: english(scenario.title), why: english(scenario.why), song: song(scenario.endedAtRow) }), ' ', asked()),
    ];

  const replaced = offers.find(offer => offer.id === scenario.replaced)?.title ?? scenario.replaced;
  return [
    h('p', { class: 'now-title', lang: 'en' }, scenario.title),
    h('p', {}, h('strong', {}, t('scenario.look'), ' '), english(scenario.whatToLookFor)),
    h('p', { class: 'small' }, t('scenario.since', { song: song(scenario.onsetRow) }), ' ', asked(), replaced ? [' ', ...parts('scenario.replaced', { title: english(replaced) })] : ''),
  ];
}
