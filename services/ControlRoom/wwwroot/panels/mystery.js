import { h } from '../dom.js';
import { count, feature as nameOf } from '../words.js';

const ASK_AGAIN_MS = 3000;

/** The questions of a hidden incident. Not there where nobody hides any. */
export default function (section, store) {
  const told = h('p', { role: 'status' });
  const form = h('form', { class: 'mystery-form', hidden: true });
  const note = h('p', { role: 'status' });
  const error = h('p', { class: 'inline-error', role: 'alert' });
  section.append(told, form, note, error);

  const since = h('input', { type: 'number', min: 0, step: 1, name: 'since', class: 'select', placeholder: 'song' });
  const cause = h('select', { name: 'cause', class: 'select' });
  const action = h('select', { name: 'action', class: 'select' });
  const retraining = h('select', { name: 'retraining', class: 'select' }, h('option', { value: '' }, '–'), h('option', { value: 'true' }, 'yes'), h('option', { value: 'false' }, 'no'));
  const features = h('div', { class: 'mystery-features' });
  const none = h('input', { type: 'checkbox', name: 'none' });
  form.append(
    field('Since when?', since), field('What?', cause),
    h('fieldset', {}, h('legend', {}, 'Which features?'), features, h('label', {}, none, ' none in particular')),
    field('Is retraining right?', retraining), field('What do you do?', action),
    h('button', { type: 'submit', class: 'button primary' }, 'Send the answer'));

  let filled = false;
  let running = null;

  function fill(mystery) {
    if (filled) return;
    filled = true;
    for (const [select, choices] of [[cause, mystery.causes], [action, mystery.actions]])
      select.replaceChildren(h('option', { value: '' }, '–'), ...choices.map(choice => h('option', { value: choice.id }, choice.words)));
    features.replaceChildren(...mystery.features.map(name => h('label', {}, h('input', { type: 'checkbox', value: name }), ` ${nameOf(name)}`)));
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
      note.textContent = 'Sent. You may answer again until all is told; the last answer counts.';
      return;
    }
    const problem = await response?.json().catch(() => null);
    error.textContent = problem?.detail ?? 'The answer was not taken. Is the classroom running?';
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
    if (mystery.state === 'running') told.textContent = `Something happens after song ${count(mystery.orderedAtRow)}, or has happened. You have what an operator has: this page.`;
    else if (mystery.state === 'revealed') told.replaceChildren(`It was: ${mystery.truth.title}. You have ${mystery.score.total.toFixed(1)} of 100 points. `, h('a', { href: 'v1/mystery/reveal', target: '_blank' }, 'What happened, beside what you did'));
    else told.textContent = 'None runs: the instructor starts one.';
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
