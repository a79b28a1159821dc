import assert from 'node:assert/strict';
import { test } from 'node:test';
import './browser.mjs';
import { isRight, questionOf, scoreText } from '../../../../services/ControlRoom/wwwroot/quiz.js';

const question = {
  id: 'q', about: 'Drift', text: 'Which?', choose: 2, explanation: 'Because.', look: { text: 'see', kind: 'command', at: 'run steady' },
  answers: [{ text: 'a', right: true, why: 'so' }, { text: 'b', right: false, why: 'not so' }, { text: 'c', right: true, why: 'so too' }],
};

test('all right answers and no other one are right', () => {
  assert.equal(isRight(question, [0, 2]), true);
  assert.equal(isRight(question, [0]), false);
  assert.equal(isRight(question, [0, 1, 2]), false);
});

test('the score counts what was answered and says what is left', () => {
  assert.equal(scoreText([undefined, undefined], 2), '');
  assert.equal(scoreText([true, undefined, false], 3), '1 of 2 right, 1 to go');
});

test('a question asks for a choice first, and explains every answer afterwards', () => {
  const told = [];
  const element = questionOf(question, 1, right => told.push(right));
  const button = element.all('button')[0];
  const inputs = element.all('answer').map(answer => answer.children[0]);

  button.listeners.click();
  assert.equal(element.all('verdict')[0].text, 'Choose 2 answers first.');
  assert.deepEqual(told, []);

  inputs[0].checked = true;
  inputs[2].checked = true;
  button.listeners.click();

  assert.deepEqual(told, [true]);
  assert.deepEqual(element.all('why').map(why => why.text), ['Right: so', 'No: not so', 'Right: so too']);
  assert.match(element.all('explained')[0].text, /Because\..*services\/Demo -- run steady/);
  assert.deepEqual(inputs.map(input => input.attributes.type), ['checkbox', 'checkbox', 'checkbox']);
});
