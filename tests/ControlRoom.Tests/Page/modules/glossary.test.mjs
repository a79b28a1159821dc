import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { page, speak } from './browser.mjs';
import { entries } from '../../../../services/ControlRoom/wwwroot/glossary-page.js';
import { term } from '../../../../services/ControlRoom/wwwroot/glossary.js';
import { LANGUAGES } from '../../../../services/ControlRoom/wwwroot/language.js';

const glossary = JSON.parse(readFileSync(page('glossary.json'), 'utf8'));
const sources = readdirSync(page(''), { recursive: true }).filter(name => /\.(js|html)$/.test(name)).map(name => readFileSync(page(name), 'utf8'));

test('every term of the page has an entry', () => {
  const said = sources.flatMap(text => [...text.matchAll(/data-term="([^"]+)"|\bterm\('([^']+)'/g)].map(match => match[1] ?? match[2]));
  // The states of a version and the heads of the table of candidates are terms by their key.
  const states = [...sources.join('\n').matchAll(/'?([a-z-]+)'?: 'version\.[a-z-]+'/g)].map(match => match[1]);
  const heads = [...sources.join('\n').matchAll(/'trial\.[a-z-]+': '([a-z-]+)'/g)].map(match => match[1]);
  const terms = [...said, ...states, ...heads];

  assert.deepEqual(terms.filter(id => !(id in glossary)), []);
  assert.ok(new Set(terms).size > 20, [...new Set(terms)].join());
  assert.ok(states.length >= 9 && heads.length >= 3);
});

test('every entry says something in each language, and points at entries that there are', () => {
  for (const [id, entry] of Object.entries(glossary)) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.deepEqual(Object.keys(entry), [...LANGUAGES, 'see'], id);
    for (const language of LANGUAGES) assert.ok(entry[language].term.length > 1 && entry[language].text.length > 30 && /[.)]$/.test(entry[language].text), `${id} ${language}`);
    assert.ok(entry.see.length > 0 && entry.see.every(other => other in glossary && other !== id), id);
  }
});

test('the page of the glossary lists every entry, in the order of the language', () => {
  for (const language of LANGUAGES) {
    speak(language);
    const list = entries(glossary).filter(element => element.tag === 'dt');
    const shown = list.map(element => element.text);
    assert.deepEqual([...shown].sort((a, b) => a.localeCompare(b, language)), shown);
    assert.deepEqual(list.map(element => element.attributes.id).sort(), Object.keys(glossary).sort());
  }
  speak('en');
});

test('a term is a button, so that mouse, keys and screen reader reach it', () => {
  const button = term('drift', 'Drift');

  assert.deepEqual([button.tag, button.attributes.type, button.attributes['aria-haspopup'], button.text], ['button', 'button', 'dialog', 'Drift']);
  assert.ok(button.listeners.click);
});
