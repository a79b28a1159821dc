import assert from 'node:assert/strict';
import { test } from 'node:test';
import { host } from './browser.mjs';
import { drawChart } from '../../../../services/ControlRoom/wwwroot/chart.js';
import { nearest, say } from '../../../../services/ControlRoom/wwwroot/reading.js';

const line = (to, from = 100) => Array.from({ length: (to - from) / 100 + 1 }, (_, i) => ({ row: from + 100 * i, fleet: 0.8, twin: 0.6 }));
const numbers = path => path.match(/-?[\d.]+/g).map(Number);

test('nothing is drawn where there is no room', () => {
  const small = host(40, 300);

  const { momentAt, readings } = drawChart(small, line(5000), [], false);

  assert.equal(small.children.length, 0);
  assert.deepEqual([momentAt(20), readings], [null, []]);
});

test('a chart of nothing is drawn and says so', () => {
  const area = host(800, 300);

  drawChart(area, [], [], false);

  assert.equal(area.children[0].attributes['aria-label'], 'Accuracy over songs; no outcomes yet.');
  assert.ok(!JSON.stringify(area).includes('NaN'));
});

test('accuracy stands on the whole scale, and higher is up', () => {
  const area = host(800, 300);

  drawChart(area, line(5000), [], false);

  const [fleet] = area.all('line').filter(each => each.attributes.class === 'line fleet');
  const [twin] = area.all('line').filter(each => each.attributes.class === 'line static');
  const ticks = area.all('tick').filter(each => each.text.endsWith('%'));
  assert.deepEqual(ticks.map(each => each.text), ['0%', '20%', '40%', '60%', '80%', '100%']);
  assert.ok(numbers(fleet.attributes.d)[1] < numbers(twin.attributes.d)[1]);
});

test('of a long stream the newest songs are shown, or all of them on request', () => {
  const [newest, all] = [host(800, 300), host(800, 300)];

  drawChart(newest, line(60000), [], false);
  drawChart(all, line(60000), [], true);

  const count = area => numbers(area.all('fleet')[0].attributes.d).length / 2;
  assert.deepEqual([count(newest), count(all)], [201, 600]);
});

test('no line leaves the picture', () => {
  const area = host(800, 300);

  drawChart(area, line(60000), [{ id: 'release-2', row: 30000, kind: 'promotion', label: 'v2' }], true);

  for (const each of [...area.all('line'), ...area.all('gap')]) {
    const places = numbers(each.attributes.d);
    assert.ok(places.every((place, i) => place >= 0 && place <= (i % 2 === 0 ? 800 : 300)), each.attributes.class);
  }
});

test('the moment under the pointer is found, and none where none is near', () => {
  const markers = [{ id: 'release-2', row: 2000, kind: 'promotion', label: 'v2' }, { id: 'scenario-4000', row: 4000, kind: 'scenario', label: 'Taste flip' }];
  const area = host(800, 300);

  const { momentAt } = drawChart(area, line(5000), markers, true);

  const places = area.all('moment').filter(each => each.children[0].tag === 'line').map(each => Number(each.children[0].attributes.x1));
  assert.deepEqual(places.map(momentAt), ['release-2', 'scenario-4000']);
  assert.equal(momentAt((places[0] + places[1]) / 2), null);
});

test('every point shown can be read, with the moment that stands there', () => {
  const area = host(800, 300);

  const { readings } = drawChart(area, line(5000), [{ id: 'release-2', row: 2000, kind: 'promotion', label: 'v2' }], true);

  const at = readings[nearest(readings, readings.find(each => each.row === 2000).x + 1)];
  assert.equal(readings.length, 50);
  assert.equal(say(at), 'Song 2,000: fleet 80.0 %, twin 60.0 % · v2');
  assert.equal(say(readings.at(-1)), 'Song 5,000: fleet 80.0 %, twin 60.0 %');
  assert.equal(nearest([], 3), -1);
});

test('who cannot see the chart is told what it shows', () => {
  const area = host(800, 300);

  drawChart(area, line(5000), [{ id: 'release-2', row: 2000, kind: 'promotion', label: 'v2' }], false);

  assert.equal(area.children[0].attributes['aria-label'], 'Accuracy up to song 5,000: fleet 80.0 percent, static twin 60.0 percent; 1 promotions in view.');
});

test('the two names at the end of the lines never lie on each other', () => {
  const area = host(800, 300);

  drawChart(area, [{ row: 100, fleet: 0.7, twin: 0.7 }], [], false);

  const [fleet, twin] = area.all('end').map(each => Number(each.attributes.y));
  assert.ok(Math.abs(fleet - twin) >= 15.9);
});

test('a cron job has a line of its own only where there is one, within the picture, and is told', () => {
  const [without, withOne] = [host(800, 300), host(800, 300)];

  drawChart(without, line(5000), [], false);
  drawChart(withOne, line(5000), [], false, [{ row: -500, fleet: 0.5 }, ...line(4000, 2000).map(p => ({ ...p, fleet: 0.7 })), { row: 99000, fleet: 0.7 }]);

  const drawn = area => area.all('line').filter(each => each.attributes.class === 'line cron');
  assert.equal(drawn(without).length, 0);
  assert.equal(numbers(drawn(withOne)[0].attributes.d).length / 2, 21);
  assert.match(withOne.children[0].attributes['aria-label'], /Cron job 70\.0 percent\.$/);
});
