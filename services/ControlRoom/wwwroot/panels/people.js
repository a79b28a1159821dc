import { english, h } from '../dom.js';
import { t } from '../language.js';
import { term } from '../glossary.js';
import { why } from '../notes.js';
import { send } from '../send.js';
import { song } from '../words.js';

const STAGES = { deprecated: 'stage.deprecated', archived: 'stage.archived', deleted: 'stage.deleted', active: 'stage.active' };
const ROLES = { viewer: 'role.viewer', operator: 'role.operator', approver: 'role.approver', admin: 'role.admin' };

/** Who looks at the page, what waits for people, and the brakes: freeze, and take back. Each wants a reason. */
export default function (section, store) {
  const who = h('p', { class: 'aside' });
  const frozen = h('p', { class: 'people-frozen', role: 'status', lang: 'en' });
  const waiting = h('ul', { class: 'people-waiting' });
  const reason = h('input', { type: 'text', class: 'people-reason', maxlength: 400, 'aria-label': t('people.reason'), placeholder: t('people.reason') });
  const freeze = button(t('people.freeze'), t('people.freeze.title'), () => ask(store.picture.status.freeze ? 'unfreeze' : 'freeze'));
  const back = button(t('people.back'), t('people.back.title'), () => ask('roll-back', { version: store.picture.status.championVersion }));
  const number = h('input', { type: 'number', min: 1, class: 'people-version', 'aria-label': t('people.version'), placeholder: t('people.model') });
  const stage = h('select', { class: 'select', 'aria-label': t('people.stage') }, ...Object.entries(STAGES).map(([value, key]) => h('option', { value }, t(key))));
  const retire = h('div', { class: 'people-buttons', hidden: true }, number, stage,
    button(t('people.retire'), t('people.retire.title'), () => ask('retire', { version: number.valueAsNumber, stage: stage.value })));
  const error = h('p', { class: 'inline-error', role: 'alert' });
  section.querySelector('.ask').after(who);
  section.append(frozen, waiting, h('div', { class: 'people-buttons' }, reason, freeze, back), retire, error);
  let mayApprove = false;
  let said = '';

  async function ask(path, body = {}) {
    error.textContent = '';
    if (reason.value.trim() === '') {
      error.textContent = t('people.say-why');
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
    freeze.textContent = status.freeze ? t('people.unfreeze') : t('people.freeze');
    const items = status.waiting ?? [];
    const now = JSON.stringify([items, mayApprove]);
    if (now === said) return;
    said = now;
    waiting.replaceChildren(...items.map(item => h('li', { 'data-waiting': item.version },
      h('p', {}, h('strong', {}, t('people.waits', { version: item.version })), ' ', t('people.since', { song: song(item.row) }), ' ', english(item.text), ' ',
        item.missing > 0 ? h('strong', {}, term('approval', t(item.missing === 1 ? 'people.missing.one' : 'people.missing', { count: item.missing })), ' ') : null,
        why('why.waiting', t('people.waits', { version: item.version })), ' ',
        h('a', { class: 'to', href: `models/${item.version}/card`, target: '_blank' }, t('version.card'))),
      mayApprove ? h('div', { class: 'people-buttons' },
        item.missing > 0 ? button(t('people.approve'), t('people.approve.title', { version: item.version }), () => ask('approve', { version: item.version })) : null,
        button(t('people.refuse'), t('people.refuse.title', { version: item.version }), () => ask('refuse', { version: item.version }))) : null)));
  }
  store.on(['status'], show);

  fetch('v1/control').then(response => (response.ok ? response.json() : null)).then(me => {
    if (!me) return;
    mayApprove = me.peopleAreKnown && (me.role === 'approver' || me.role === 'admin') && Boolean(me.name);
    freeze.disabled = back.disabled = me.role === 'viewer';
    retire.hidden = me.role !== 'approver' && me.role !== 'admin';
    who.textContent = me.name ? `${me.name}, ${t(ROLES[me.role] ?? me.role)}` : '';
    show(store.picture);
  }).catch(() => {});
}

function button(text, title, onclick) {
  return h('button', { type: 'button', class: 'button', title, onclick }, text);
}
