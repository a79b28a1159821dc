import { h, icon } from '../dom.js';
import { count, words } from '../words.js';

const KINDS = { finding: 'Finding', decision: 'Decision', release: 'Release', alert: 'Alert', scenario: 'Scenario' };
const FILTERS = [['all', 'All'], ['finding', 'Findings'], ['decision', 'Decisions'], ['alert', 'Alerts']];

export default function (section, store) {
  const open = h('p', { class: 'aside' });
  const list = h('ol', { class: 'entries' });
  // Only additions are read out; what was there when the page opened is not.
  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': 'Findings, decisions and alerts, newest first', tabindex: '0' }, list);
  const empty = h('p', { class: 'empty' }, 'Nothing to report.');
  section.querySelector('h2').after(open);
  section.append(filters(section), log, empty);
  section.dataset.show = 'all';
  const items = new Map();

  store.on(['feed', 'status'], ({ feed, status }) => {
    const alerts = status.openAlerts ?? 0;
    open.textContent = alerts === 0 ? '' : alerts === 1 ? '1 open alert' : `${alerts} open alerts`;
    open.classList.toggle('loud', alerts > 0);
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
      if (known?.endedAtRow === entry.endedAtRow && known) continue;
      const element = line(entry, !first && !known);
      if (known) known.element.replaceWith(element);
      else list.prepend(element);
      items.set(entry.id, { element, endedAtRow: entry.endedAtRow });
    }
  });
}

function line(entry, isNew) {
  const ended = entry.endedAtRow !== undefined;
  return h('li', { class: `entry ${entry.kind} ${entry.tone}${ended ? ' ended' : ''}${isNew ? ' new' : ''}`, title: entry.updateId ? `story ${entry.updateId}` : null },
    icon(entry.kind),
    h('div', { class: 'entry-body' },
      h('p', { class: 'entry-head' },
        h('span', { class: 'sr' }, `${KINDS[entry.kind]}: `),
        h('strong', {}, entry.kind === 'alert' ? words(entry.title) : entry.title),
        h('span', { class: 'entry-row' }, count(entry.row))),
      h('p', { class: 'entry-text' }, entry.text, ' ',
        ended ? h('span', { class: 'tag done' }, entry.kind === 'alert' ? 'resolved' : 'over') : null,
        ended && entry.tag ? ' ' : null,
        entry.tag ? h('span', { class: 'tag' }, entry.tag) : null)));
}

function filters(section) {
  return h('fieldset', { class: 'filters' },
    h('legend', { class: 'sr' }, 'Show'),
    FILTERS.map(([value, text], index) => h('label', {},
      h('input', { type: 'radio', name: 'feed-filter', value, checked: index === 0, onchange: () => { section.dataset.show = value; } }),
      h('span', {}, text))));
}
