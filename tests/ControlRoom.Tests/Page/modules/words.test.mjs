import assert from 'node:assert/strict';
import { test } from 'node:test';
import './browser.mjs';
import { count, feature, measure, percent, reading, song, words } from '../../../../services/ControlRoom/wwwroot/words.js';

test('numbers of songs are grouped by thousands and whole', () => {
  assert.deepEqual([0, 999, 1000, 1234567, 1.6].map(count), ['0', '999', '1,000', '1,234,567', '2']);
  assert.equal(song(8012), 'song 8,012');
});

test('shares are told in percent with one decimal', () => {
  assert.deepEqual([0, 0.5, 0.8049, 1].map(percent), ['0.0', '50.0', '80.5', '100.0']);
});

test('a measure has three significant digits, and what is no number is a dash', () => {
  assert.deepEqual([0.31, 0.123456, 12345, 'NaN', null, undefined].map(measure), ['0.31', '0.123', '12,300', '–', '–', '–']);
});

test('a reading has as many decimals as its threshold calls for', () => {
  assert.equal(reading(12.345, 20), '12');
  assert.equal(reading(0.314159, 0.25), '0.31');
  assert.equal(reading(0.00012345, 0.001), '0.0001');
  assert.equal(reading('Infinity', 0.25), '–');
});

test('names of the schema and of alerts become words', () => {
  assert.equal(feature('duration_ms'), 'duration ms');
  assert.equal(feature('time_signature_x'), 'time signature x');
  assert.equal(words('DataQualityBroken'), 'Data quality broken');
});
