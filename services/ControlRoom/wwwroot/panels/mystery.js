import { english, h } from '../dom.js';
import { parts, t } from '../language.js';
import { why } from '../notes.js';
import { count, decimals, feature as nameOf } from '../words.js';

const ASK_AGAIN_MS = 3000;

/** The questions of a hidden incident. Not there where nobody hides any. */
export default function (section, store) {
  const told = h('p', { role: 'status' });
  const form = h('form', { class: 'mystery-form', hidden: true });
  const note = h('p', { role: 'status' });
  const error = h('p', { class: 'inline-error', role: 'alert' });
  section.append(told, form, note, error);

  const since = h('input', { type: 'number', min: 0, step: 1, name: 'since', class: 'select', placeholder: t('mystery.song') });
  const cause = h('select', { name: 'cause', class: 'select' });
  const action = h('select', { name: 'action', class: 'select' });
  const retraining = h('select', { name: 'retraining', class: 'select' }, h('option', { value: '' }, '–'), h('option', { value: 'true' }, t('mystery.yes')), h('option', { value: 'false' }, t('mystery.no')));
  const features = h('div', { class: 'mystery-features' });
  const none = h('input', { type: 'checkbox', name: 'none' });
  form.append(
    field(t('mystery.since'), since), field(t('mystery.cause'), cause),
    h('fieldset', {}, h('legend', {}, t('mystery.features')), features, h('label', {}, none, ' ', t('mystery.none'))),
    field(t('mystery.retraining'), retraining), field(t('mystery.action'), action),
    h('button', { type: 'submit', class: 'button primary' }, t('mystery.send')));

  let filled = false;
  let running = null;

  function fill(mystery) {
    if (filled) return;
    filled = true;
    for (const [select, choices] of [[cause, mystery.causes], [action, mystery.actions]])
      select.replaceChildren(h('option', { value: '' }, '–'), ...choices.map(choice => h('option', { value: choice.id, lang: 'en' }, choice.words)));
    features.replaceChildren(...mystery.features.map(name => h('label', {}, h('input', { type: 'checkbox', value: name }), ' ', english(nameOf(name)))));
  }

  function answer() {
    const named = [...features.querySelectorAll('input:checked')].map(box => box.value);
    return {
      since: since.value === '' ? null : Number(since.value),
      cause: cause.value || null,
      features: named.length > 0 ? named : none.checked ? [] : null,
      retrainingIsRight: retraining.value === '' ? null : retraining.value === 'true',
      action: action.value || null,
    };
  }

  form.addEventListener('submit', async event => {
    event.preventDefault();
    error.textContent = '';
    const response = await fetch('v1/mystery/answer', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(answer()) }).catch(() => null);
    if (response?.ok) {
      note.textContent = t('mystery.sent');
      return;
    }
    const problem = await response?.json().catch(() => null);
    error.textContent = problem?.detail ?? t('mystery.refused');
  });

  function show(mystery) {
    fill(mystery);
    if (running !== null && running !== mystery.orderedAtRow) {
      // Another mystery: the questions are open again.
      form.reset();
      note.textContent = '';
    }
    running = mystery.state === 'running' ? mystery.orderedAtRow : running;
    form.hidden = mystery.state !== 'running';
    if (mystery.state === 'running') told.textContent = t('mystery.running', { row: count(mystery.orderedAtRow) });
    else if (mystery.state === 'revealed') told.replaceChildren(...parts('mystery.revealed', { title: english(mystery.truth.title), points: decimals(mystery.score.total, 1) }), ' ', h('a', { href: 'v1/mystery/reveal', target: '_blank' }, t('mystery.reveal')), ' ', why('why.mystery', t('mystery.points')));
    else told.textContent = t('mystery.idle');
    if (mystery.state !== 'running') note.textContent = '';
  }

  async function ask() {
    const mystery = await fetch('v1/mystery').then(response => (response.ok ? response.json() : null)).catch(() => null);
    if (mystery) show(mystery);
    setTimeout(ask, ASK_AGAIN_MS);
  }

  fetch('v1/control').then(response => (response.ok ? response.json() : null)).then(me => {
    section.hidden = !me?.mysteries;
    if (me?.mysteries) ask();
  }).catch(() => {});
}

function field(words, control) {
  return h('p', {}, h('label', {}, words, ' ', control));
}
