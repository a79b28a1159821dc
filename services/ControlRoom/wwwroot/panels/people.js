import { h } from '../dom.js';
import { send } from '../send.js';
import { song } from '../words.js';

const STAGES = ['deprecated', 'archived', 'deleted', 'active'];

/** Who looks at the page, what waits for people, and the brakes: freeze, and take back. Each wants a reason. */
export default function (section, store) {
  const who = h('p', { class: 'aside' });
  const frozen = h('p', { class: 'people-frozen', role: 'status' });
  const waiting = h('ul', { class: 'people-waiting' });
  const reason = h('input', { type: 'text', class: 'people-reason', maxlength: 400, 'aria-label': 'Why, in one sentence', placeholder: 'Why, in one sentence' });
  const freeze = button('Freeze releases', 'Nothing is released until somebody lifts it; what races goes on', () => ask(store.picture.status.freeze ? 'unfreeze' : 'freeze'));
  const back = button('Take the model back', 'Emergency: the version before serves again, at once, also while releases are frozen', () => ask('roll-back', { version: store.picture.status.championVersion }));
  const number = h('input', { type: 'number', min: 1, class: 'people-version', 'aria-label': 'The version to retire', placeholder: 'model' });
  const stage = h('select', { 'aria-label': 'The stage that it goes to' }, ...STAGES.map(name => h('option', { value: name }, name)));
  const retire = h('div', { class: 'people-buttons', hidden: true }, number, stage,
    button('Retire', 'One stage further out of use, or back: callers of a deprecated model are warned', () => ask('retire', { version: number.valueAsNumber, stage: stage.value })));
  const error = h('p', { class: 'inline-error', role: 'alert' });
  section.querySelector('h2').after(who);
  section.append(frozen, waiting, h('div', { class: 'people-buttons' }, reason, freeze, back), retire, error);
  let mayApprove = false;
  let said = '';

  async function ask(path, body = {}) {
    error.textContent = '';
    if (reason.value.trim() === '') {
      error.textContent = 'Say why, in one sentence: it stands in the journal.';
      reason.focus();
      return;
    }
    try {
      await send(path, { ...body, reason: reason.value.trim() });
      reason.value = '';
    } catch (problem) {
      error.textContent = problem.message;
    }
  }

  function show({ status }) {
    frozen.textContent = status.freeze ? status.freeze.text : '';
    frozen.hidden = !status.freeze;
    freeze.textContent = status.freeze ? 'Let releases go on' : 'Freeze releases';
    const items = status.waiting ?? [];
    const now = JSON.stringify([items, mayApprove]);
    if (now === said) return;
    said = now;
    waiting.replaceChildren(...items.map(item => h('li', { 'data-waiting': item.version },
      h('p', {}, h('strong', {}, `Model ${item.version}`), ` since ${song(item.row)}: ${item.text} `,
        item.missing > 0 ? h('strong', {}, item.missing === 1 ? 'One approval is missing. ' : `${item.missing} approvals are missing. `) : null,
        h('a', { class: 'to', href: `models/${item.version}/card`, target: '_blank' }, 'card')),
      mayApprove ? h('div', { class: 'people-buttons' },
        item.missing > 0 ? button('Approve', `Let model ${item.version} out`, () => ask('approve', { version: item.version })) : null,
        button('Refuse', `Model ${item.version} is not to be released`, () => ask('refuse', { version: item.version }))) : null)));
  }
  store.on(['status'], show);

  fetch('v1/control').then(response => (response.ok ? response.json() : null)).then(me => {
    if (!me) return;
    mayApprove = me.peopleAreKnown && (me.role === 'approver' || me.role === 'admin') && Boolean(me.name);
    freeze.disabled = back.disabled = me.role === 'viewer';
    retire.hidden = me.role !== 'approver' && me.role !== 'admin';
    who.textContent = me.name ? `${me.name}, ${me.role}` : '';
    show(store.picture);
  }).catch(() => {});
}

function button(text, title, onclick) {
  return h('button', { type: 'button', class: 'button', title, onclick }, text);
}
