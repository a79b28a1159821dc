import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from '../../../../services/ControlRoom/wwwroot/labels.js';

const width = text => 10 * text.length;
const at = (place, text) => ({ at: place, kind: 'promotion', texts: [text] });

test('labels with room between them stay apart, each in the middle of its place', () => {
  const labels = merge([at(100, 'v2'), at(200, 'v3')], width, 0, 300, 2, 2);

  assert.deepEqual(labels.map(label => [label.text, label.start]), [['v2', 90], ['v3', 190]]);
});

test('labels that would overlap become one between their places', () => {
  const [label, ...others] = merge([at(100, 'v2'), at(110, 'v3')], width, 0, 300, 2, 2);

  assert.equal(others.length, 0);
  assert.deepEqual([label.text, label.start + label.width / 2], ['v2, v3', 105]);
});

test('of more than it may name a label names the first and the last, and none twice', () => {
  const [label] = merge([at(100, 'v2'), at(101, 'v2'), at(102, 'v3'), at(103, 'v4')], width, 0, 300, 2, 2);

  assert.equal(label.text, 'v2 … v4');
});

test('no label leaves the line, and none that fits overlaps another, wherever the moments are', () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (let round = 0; round < 300; round++) {
    const items = Array.from({ length: 1 + Math.floor(random() * 12) }, () => 400 * random()).sort((a, b) => a - b).map((place, i) => at(place, `v${i}`));

    const labels = merge(items, width, 0, 400, 3, 2);

    assert.equal(labels.flatMap(label => label.texts).length, items.length);
    for (const [i, label] of labels.entries()) {
      assert.ok(label.start >= 0 && label.start + label.width <= 400, `round ${round}`);
      if (i > 0) assert.ok(label.start >= labels[i - 1].start + labels[i - 1].width + 3, `round ${round}`);
    }
  }
});
