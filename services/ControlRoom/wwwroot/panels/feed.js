import { english, h, icon } from '../dom.js';
import { parts, t } from '../language.js';
import { why } from '../notes.js';
import { send } from '../send.js';
import { count, song } from '../words.js';

const KINDS = { finding: 'feed.finding', decision: 'feed.decision', release: 'feed.release', alert: 'feed.alert', scenario: 'feed.scenario' };
const FILTERS = [['all', 'feed.all'], ['finding', 'feed.findings'], ['decision', 'feed.decisions'], ['alert', 'feed.alerts']];
const OWNERS = { 'data-owner': 'feed.data-owner', 'model-owner': 'feed.model-owner', platform: 'feed.platform' };
/** At the same song: what was found, then what was decided, then what was done. */
const ORDER = ['scenario', 'finding', 'alert', 'decision', 'release'];

export default function (section, store) {
  const open = h('p', { class: 'aside' });
  const list = h('ol', { class: 'entries' });
  // Only additions are read out; what was there when the page opened is not.
  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': t('feed.label'), tabindex: '0' }, list);
  const empty = h('p', { class: 'empty' }, t('feed.empty'));
  section.querySelector('.ask').after(open);
  const note = h('p', { class: 'small' }, t('feed.english'), ' ', why('why.feed', t('feed.label'), () => [t('why.feed.now', { entries: store.picture.feed.length, alerts: store.picture.status.openAlerts ?? 0 })]));
  section.append(filters(section), note, log, empty);
  section.dataset.show = 'all';
  const items = new Map();

  store.on(['feed', 'status'], ({ feed, status }) => {
    const alerts = status.openAlerts ?? 0;
    open.textContent = alerts === 0 ? '' : t(alerts === 1 ? 'feed.open.one' : 'feed.open', { count: alerts });
    open.classList.toggle('loud', feed.some(entry => isOpen(entry.alert) && entry.alert.severity === 'critical'));
    empty.hidden = feed.length > 0;
    log.setAttribute('aria-busy', `${items.size === 0}`);

    const present = new Set(feed.map(entry => entry.id));
    for (const id of [...items.keys()].filter(known => !present.has(known))) {
      items.get(id).element.remove();
      items.delete(id);
    }

    const first = items.size === 0;
    for (const entry of feed) {
      const known = items.get(entry.id);
      const said = JSON.stringify(entry);
      if (known?.said === said) continue;
      const element = line(entry, !first && !known, show);
      if (known) {
        element.querySelector('details')?.toggleAttribute('open', known.element.querySelector('details')?.open ?? false);
        known.element.replaceWith(element);
      } else {
        put(list, element);
      }
      items.set(entry.id, { element, said });
    }
  });

  /** An entry, or the moment of the chart that belongs to it. */
  function show(id) {
    const entry = store.picture.feed.find(e => e.id === id || `release-${e.served?.sequence}` === id || (e.kind === 'scenario' && id === `scenario-${e.row}`));
    const element = items.get(entry?.id)?.element;
    if (!element) return;

    if (section.dataset.show !== 'all') section.querySelector('.filters input').click();
    // The list moves, not the page with its buttons, unless the entry is still out of sight.
    log.scrollTop = element.offsetTop - log.clientHeight / 4;
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center' });
    element.classList.remove('new', 'shown');
    void element.offsetWidth;
    element.classList.add('shown');
    element.focus({ preventScroll: true });
  }
  store.onShow(show);
}

/** Newest song on top, whatever came in first. */
function put(list, element) {
  const place = Number(element.dataset.place);
  const below = [...list.children].find(other => Number(other.dataset.place) <= place);
  list.insertBefore(element, below ?? null);
}

const isOpen = alert => Boolean(alert) && alert.resolvedAtRow === undefined;

function line(entry, isNew, show) {
  const ended = entry.endedAtRow !== undefined;
  const alert = entry.alert;
  return h('li', {
    class: `entry ${entry.kind} ${entry.tone}${ended ? ' ended' : ''}${isNew ? ' new' : ''}${alert ? ' has-alert' : ''}`,
    'data-place': entry.row * 10 + ORDER.indexOf(entry.kind), tabindex: '-1', title: entry.updateId ? t('feed.story', { id: entry.updateId }) : null,
  },
  icon(entry.kind),
  h('div', { class: 'entry-body' },
    h('p', { class: 'entry-head' },
      h('span', { class: 'sr' }, `${t(KINDS[entry.kind])}: `),
      h('strong', { lang: 'en' }, entry.title),
      h('span', { class: 'entry-row' }, count(entry.row))),
    h('p', { class: 'entry-text', lang: 'en' }, entry.text),
    facts(entry, ended),
    entry.answers?.length > 0 ? h('p', { class: 'answers' }, t('feed.answers'), ' ', entry.answers.map((answered, i) => [
      i > 0 ? ', ' : '',
      h('button', { type: 'button', class: 'to', onclick: () => show(answered.id) }, english(answered.title), ` (${song(answered.row)})`),
    ]).flat()) : null,
    entry.detail ? h('details', {}, h('summary', {}, t('feed.numbers')), h('p', { lang: 'en' }, entry.detail)) : null));
}

function facts(entry, ended) {
  const { alert, served } = entry;
  const all = [
    served && entry.kind !== 'release' ? h('span', { class: 'tag done' }, t('feed.serves', { version: served.version })) : null,
    ended ? h('span', { class: 'tag done' }, t('feed.over', { song: song(entry.endedAtRow) })) : null,
    entry.tag ? h('span', { class: 'tag', lang: 'en' }, entry.tag) : null,
    alert ? h('span', { class: `tag ${isOpen(alert) ? `open ${alert.severity}` : 'done'}` }, icon('alert'), isOpen(alert) ? t('feed.alert-for', { owner: t(OWNERS[alert.owner] ?? alert.owner) }) : h('span', {}, parts('feed.alert-closed', { why: english(alert.resolution ?? '') }))) : null,
    isOpen(alert) ? closer(alert) : null,
    entry.updateId ? h('a', { class: 'to', href: `incidents/${encodeURIComponent(entry.updateId)}/report`, target: '_blank', title: t('feed.report.title', { id: entry.updateId }) }, t('feed.report')) : null,
  ].filter(Boolean);
  return all.length > 0 ? h('p', { class: 'facts' }, all) : null;
}

function closer(alert) {
  const button = h('button', { type: 'button', class: 'to', onclick: async () => {
    button.disabled = true;
    try {
      await send('close-alert', { alertId: alert.id });
    } catch (problem) {
      button.replaceWith(h('span', { class: 'inline-error', role: 'alert' }, problem.message));
    }
  } }, t('feed.close'));
  return button;
}

function filters(section) {
  return h('fieldset', { class: 'filters' },
    h('legend', { class: 'sr' }, t('feed.show')),
    FILTERS.map(([value, text], index) => h('label', {},
      h('input', { type: 'radio', name: 'feed-filter', value, checked: index === 0, onchange: () => { section.dataset.show = value; } }),
      h('span', {}, t(text)))));
}
