import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { page, speak, words } from './browser.mjs';
import { choose, LANGUAGES, parts, t } from '../../../../services/ControlRoom/wwwroot/language.js';
import { count, percent, song } from '../../../../services/ControlRoom/wwwroot/words.js';

const files = readdirSync(page(''), { recursive: true }).filter(name => /\.(js|html)$/.test(name));
const sources = files.map(name => ({ name, text: readFileSync(page(name), 'utf8') }));

const CODE = /\$\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** The pieces of a module in quotes, those in the code of a template too; comments are left out. */
function literals(source) {
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].flatMap(([, quoted, template]) =>
    (quoted !== undefined ? [quoted] : [template.replace(CODE, '§'), ...[...template.matchAll(CODE)].flatMap(match => literals(match[1]))]));
}

const used = new Set(sources.flatMap(({ name, text }) => [
  ...(name.endsWith('.js') ? literals(text) : []),
  ...[...text.matchAll(/data-t(?:-label)?="([^"]+)"/g)].map(match => match[1])]));
const names = text => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort();

test('no text is missing in any language, and each has the same gaps to fill', () => {
  const first = words(LANGUAGES[0]);

  for (const language of LANGUAGES.slice(1)) {
    const other = words(language);
    assert.deepEqual(Object.keys(other), Object.keys(first), language);
    for (const [key, text] of Object.entries(other)) {
      assert.deepEqual(names(text), names(first[key]), `${language} ${key}`);
      assert.notEqual(text.trim(), '', `${language} ${key}`);
    }
  }
});

test('no text is there that nothing uses, and none is used that there is not', () => {
  const known = new Set(Object.keys(words(LANGUAGES[0])));
  const asked = sources.flatMap(({ text }) => [...text.matchAll(/\b(?:t|parts|why|whyFigure)\('([^']+)'|data-t(?:-label)?="([^"]+)"/g)].map(match => match[1] ?? match[2])).filter(key => key !== 'KEY');

  assert.deepEqual([...known].filter(key => !used.has(key)), []);
  assert.deepEqual(asked.filter(key => !known.has(key)), []);
  assert.ok(asked.length > 150, `${asked.length} texts are asked for`);
});

test('no module and no markup says anything in words of its own', () => {
  // Names of the maker and of languages, and what a machine reads: addresses, selectors, keys of the keyboard, commands, paths of pictures.
  const allowed = [/^page\//, /^\.[a-z-]+ [a-z]+$/, /K\.R\.A\.P\. Records/, /^(English|Deutsch)$/, /^Content-Type$/, /^(Arrow|Home|End|Escape|Enter|POST|Infinity|NaN|QUIZ)/, /^dotnet run -c Release/, /^[MLZ§ \d.]+$/, /^M[\d.]/, /^http:\/\/www\.w3\.org/];
  const isClass = /^[a-z§][a-z0-9§-]*( [a-z§][a-z0-9§-]*)*$/;
  const said = sources.flatMap(({ name, text }) => name.endsWith('.js')
    ? literals(text).filter(literal => /[A-Z][a-z]|[a-z]{2,}[.:!?…]( |$)|[a-zA-Z]{2,} [A-Za-z]{2,}/.test(literal) && !isClass.test(literal) && !/[[\]()>=#{}]/.test(literal) && !/^[a-z]+[A-Z]/.test(literal))
      .filter(literal => !allowed.some(pattern => pattern.test(literal))).map(literal => `${name}: ${literal}`)
    : [...text.replace(/<!--[\s\S]*?-->|<noscript>[\s\S]*?<\/noscript>|<title>K\.R\.A\.P\. Records<\/title>|<h1>K\.R\.A\.P\. Records<\/h1>|<script[\s\S]*?<\/script>/g, '')
      .matchAll(/>([^<]*[A-Za-z][^<]*)<|(?:aria-label|title|placeholder|alt)="([^"]+)"/g)].map(match => `${name}: ${match[1] ?? match[2]}`));

  assert.deepEqual(said, []);
});

test('the choice comes first, then what the browser asks for, then English', () => {
  assert.equal(choose('de', ['en-US']), 'de');
  assert.equal(choose('en', ['de-DE']), 'en');
  assert.equal(choose(null, ['fr-FR', 'de-AT', 'en']), 'de');
  assert.equal(choose(null, ['fr-FR']), 'en');
  assert.equal(choose('klingon', ['EN-gb']), 'en');
  assert.equal(choose(null, []), 'en');
});

test('a text is filled with values or with elements, and a key that there is not stands for itself', () => {
  assert.equal(t('song', { row: 7 }), 'song 7');
  assert.deepEqual(parts('scenario.was', { title: 1, why: 2, song: 3 }), ['“', 1, '” was ', 2, ' at ', 3, '. The world stays as it is now.']);
  assert.equal(t('no.such.key'), 'no.such.key');
  assert.equal(t('song', {}), 'song {row}');
});

test('numbers are written as the language writes them', () => {
  speak('de');
  const german = [count(1234567), percent(0.8049), song(8012)];
  speak('en');

  assert.deepEqual(german, ['1.234.567', '80,5', 'Song 8.012']);
  assert.deepEqual([count(1234567), percent(0.8049), song(8012)], ['1,234,567', '80.5', 'song 8,012']);
});
