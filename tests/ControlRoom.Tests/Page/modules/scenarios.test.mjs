import assert from 'node:assert/strict';
import { test } from 'node:test';
import { host, paint } from './browser.mjs';

const offers = [
  { id: 'taste-flip', title: 'Taste flip', whatToLookFor: 'A fall.', inShort: 'Hits become misses', group: 'first' },
  { id: 'short-fad', title: 'Short fad', whatToLookFor: 'Nothing.', inShort: 'Over before it is learned', group: 'concept' },
  { id: 'older', title: 'Older', whatToLookFor: 'A service that knows no groups.' },
  { id: 'new-market', title: 'New market', whatToLookFor: 'A category.', inShort: 'A category nobody knew', group: 'inputs' },
  { id: 'one-market', title: 'One market', whatToLookFor: 'A slice.', inShort: 'Only minor keys flip', group: 'concept' },
];

async function page(list) {
  globalThis.fetch = async () => ({ ok: true, json: async () => structuredClone(list) });
  const section = host(300, 300);
  section.querySelector = () => ({ after() {} });
  section.querySelectorAll = () => section.all('scenario');
  const { default: scenarios } = await import('../../../../services/ControlRoom/wwwroot/panels/scenarios.js');
  scenarios(section, { picture: { status: { scenario: null, row: 0 } }, on() {} });
  await new Promise(resolve => setImmediate(resolve));
  paint();
  const [first] = section.all('scenario-buttons');
  const [more] = section.all('more-scenarios');
  return { first, more };
}

test('the first scenarios stand alone, and the others wait behind a line, by group', async () => {
  const { first, more } = await page(offers);

  assert.deepEqual(first.children.map(button => button.attributes['data-id']), ['older', 'taste-flip']);
  assert.equal(more.hidden, false);
  assert.equal(more.children[0].text, '3 more scenarios');
  assert.deepEqual(more.children.filter(child => child.tag === 'h3').map(child => child.text), ['concept', 'inputs']);
  assert.deepEqual(more.all('scenario').map(button => button.attributes['data-id']), ['one-market', 'short-fad', 'new-market']);
});

test('where there are no others there is no line', async () => {
  const { more } = await page(offers.filter(offer => (offer.group ?? 'first') === 'first'));

  assert.equal(more.hidden, true);
});
