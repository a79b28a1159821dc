import { h } from './dom.js';
import { language, LANGUAGES, load, t } from './language.js';
import { tools } from './tools.js';

const START = 'dotnet run -c Release --project services/Demo -- ';

/** Whether exactly the right answers were chosen: indices of answers. */
export const isRight = (question, chosen) =>
  question.answers.every((answer, index) => answer.right === chosen.includes(index));

/** What is said of the whole so far. */
export const scoreText = (results, questions) => {
  const answered = results.filter(result => result !== undefined).length;
  return answered === 0 ? '' : t('quiz.score', { right: results.filter(Boolean).length, answered, left: questions - answered });
};

/** One question as a form control; tells whether it was answered rightly. */
export function questionOf(question, number, answered) {
  const kind = question.choose === 1 ? 'radio' : 'checkbox';
  const inputs = question.answers.map((_, index) => h('input', { type: kind, name: question.id, id: `${question.id}-${index}` }));
  const reasons = question.answers.map(() => h('p', { class: 'why' }));
  const verdict = h('p', { class: 'verdict', role: 'status' });
  const explained = h('div', { class: 'explained' });

  function check() {
    const chosen = inputs.flatMap((input, index) => (input.checked ? [index] : []));
    if (chosen.length === 0) {
      verdict.setAttribute('class', 'verdict');
      verdict.replaceChildren(question.choose === 1 ? t('quiz.choose.one') : t('quiz.choose', { count: question.choose }));
      return;
    }
    const right = isRight(question, chosen);
    verdict.setAttribute('class', `verdict ${right ? 'right' : 'wrong'}`);
    verdict.replaceChildren(right ? t('quiz.right') : t('quiz.wrong'));
    question.answers.forEach((answer, index) => reasons[index].replaceChildren(h('b', null, answer.right ? t('quiz.yes') : t('quiz.no'), ' '), answer.why));
    explained.replaceChildren(
      h('p', null, question.explanation),
      h('p', null, t('quiz.look'), ' ', question.look.text, ' ', h('code', null, question.look.kind === 'command' ? START + question.look.at : question.look.at)));
    answered(right);
  }

  return h('fieldset', { class: 'question', id: question.id },
    h('legend', null, h('span', { class: 'about' }, `${number} · ${question.about}${question.choose > 1 ? ` · ${t('quiz.of', { count: question.choose })}` : ''}`), question.text),
    question.answers.map((answer, index) => h('div', { class: 'answer' }, inputs[index], h('label', { for: `${question.id}-${index}` }, answer.text), reasons[index])),
    h('button', { type: 'button', class: 'button', onclick: check }, t('quiz.check')),
    verdict,
    explained);
}

async function start(main, score) {
  await load();
  document.title = `${t('quiz.title')} · K.R.A.P. Records`;
  tools(document.getElementById('tools'));
  const file = language() === LANGUAGES[0] ? 'page/quiz.json' : `page/quiz.${language()}.json`;
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file} (${answer.status})`);
  const { questions } = await answer.json();
  const results = new Array(questions.length);
  main.replaceChildren(...questions.map((question, index) => questionOf(question, index + 1, right => {
    results[index] = right;
    score.replaceChildren(scoreText([...results], questions.length));
  })));
}

const main = document.querySelector?.('#questions');
if (main) {
  start(main, document.querySelector('#score')).catch(error => main.replaceChildren(h('p', { class: 'inline-error' }, t('quiz.unread', { error: error.message }))));
}
