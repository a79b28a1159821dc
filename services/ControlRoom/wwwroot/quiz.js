import { h } from './dom.js';

const START = 'dotnet run -c Release --project services/Demo -- ';

/** Whether exactly the right answers were chosen: indices of answers. */
export const isRight = (question, chosen) =>
  question.answers.every((answer, index) => answer.right === chosen.includes(index));

/** What is said of the whole so far. */
export const scoreText = (results, questions) => {
  const answered = results.filter(result => result !== undefined).length;
  return answered === 0 ? '' : `${results.filter(Boolean).length} of ${answered} right, ${questions - answered} to go`;
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
      verdict.replaceChildren(question.choose === 1 ? 'Choose an answer first.' : `Choose ${question.choose} answers first.`);
      return;
    }
    const right = isRight(question, chosen);
    verdict.setAttribute('class', `verdict ${right ? 'right' : 'wrong'}`);
    verdict.replaceChildren(right ? '✓ Right.' : '✗ Not yet.');
    question.answers.forEach((answer, index) => reasons[index].replaceChildren(h('b', null, answer.right ? 'Right: ' : 'No: '), answer.why));
    explained.replaceChildren(
      h('p', null, question.explanation),
      h('p', null, 'Look: ', question.look.text, ' ', h('code', null, question.look.kind === 'command' ? START + question.look.at : question.look.at)));
    answered(right);
  }

  return h('fieldset', { class: 'question', id: question.id },
    h('legend', null, h('span', { class: 'about' }, `${number} · ${question.about}${question.choose > 1 ? ` · choose ${question.choose}` : ''}`), question.text),
    question.answers.map((answer, index) => h('div', { class: 'answer' }, inputs[index], h('label', { for: `${question.id}-${index}` }, answer.text), reasons[index])),
    h('button', { type: 'button', class: 'button', onclick: check }, 'Check'),
    verdict,
    explained);
}

async function start(main, score) {
  const answer = await fetch('page/quiz.json');
  if (!answer.ok) throw new Error(`the questions cannot be read (${answer.status})`);
  const { questions } = await answer.json();
  const results = new Array(questions.length);
  main.replaceChildren(...questions.map((question, index) => questionOf(question, index + 1, right => {
    results[index] = right;
    score.replaceChildren(scoreText([...results], questions.length));
  })));
}

const main = document.querySelector?.('#questions');
if (main) {
  start(main, document.querySelector('#score')).catch(error => main.replaceChildren(h('p', { class: 'inline-error' }, `No quiz: ${error.message}. Load the page again.`)));
}
