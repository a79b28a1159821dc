import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paint } from './browser.mjs';
import { createStore } from '../../../../services/ControlRoom/wwwroot/store.js';

const point = (row, fleet = 0.8) => ({ row, fleet, twin: 0.6 });

test('a listener is called at once, and once a frame however much has changed', () => {
  const [store, calls] = [createStore(), []];
  store.on(['drift', 'feed'], picture => calls.push(picture.drift.length));

  store.change({ drift: [{}] });
  store.change({ drift: [{}, {}], feed: [{ id: 'a' }] });
  paint();

  assert.deepEqual(calls, [0, 2]);
});

test('a listener is left alone by what it does not want', () => {
  const store = createStore();
  let calls = 0;
  store.on(['versions'], () => calls++);

  store.change({ status: { row: 7 } });
  paint();

  assert.equal(calls, 1);
});

test('items are put in the place of those with the same key, and new ones at the end', () => {
  const store = createStore();

  store.change({ status: {}, points: [point(100), point(200)], markers: [{ id: 'release-1', row: 1 }] });
  store.change({ status: {}, points: [point(200, 0.9), point(300)], markers: [{ id: 'release-1', row: 2 }] });

  assert.deepEqual(store.picture.points, [point(100), point(200, 0.9), point(300)]);
  assert.deepEqual(store.picture.markers, [{ id: 'release-1', row: 2 }]);
});

test('a part that brings an item twice leaves the later one, once', () => {
  const store = createStore();

  store.change({ status: {}, feed: [{ id: 'a', text: 'one' }, { id: 'a', text: 'two' }] });

  assert.deepEqual(store.picture.feed, [{ id: 'a', text: 'two' }]);
});

test('what is broken, and drift, replace what was there', () => {
  const store = createStore();
  store.change({ drift: [{ feature: 'a' }], broken: [{ id: 'f1' }] });

  store.change({ drift: [{ feature: 'b' }], broken: [] });

  assert.deepEqual([store.picture.drift, store.picture.broken], [[{ feature: 'b' }], []]);
});

test('a snapshot forgets what was shown before', () => {
  const store = createStore();
  store.change({ status: {}, points: [point(100)], feed: [{ id: 'a' }], drift: [{}], broken: [{}] });

  store.snapshot({ status: { row: 1 }, points: [point(5)] });

  const { points, feed, drift, broken, status } = store.picture;
  assert.deepEqual({ points, feed, drift, broken, status }, { points: [point(5)], feed: [], drift: [], broken: [], status: { row: 1 } });
});

test('when the stretches of the whole story become longer its points come anew', () => {
  const store = createStore();
  store.change({ status: { storyRowsPerPoint: 100 }, story: [point(100), point(200)] });

  store.change({ status: { storyRowsPerPoint: 200 }, story: [point(200)] });
  store.change({ status: { storyRowsPerPoint: 200 }, story: [point(400)] });

  assert.deepEqual(store.picture.story.map(each => each.row), [200, 400]);
});

test('the picture stays small however long the page is open', () => {
  const store = createStore();

  for (let row = 100; row <= 60000; row += 100)
    store.change({ status: {}, points: [point(row)], feed: [{ id: `f${row}` }], markers: [{ id: `m${row}` }], experiments: [{ id: `e${row}` }], versions: [{ version: 60000 - row }] });

  const { points, feed, markers, experiments, versions } = store.picture;
  assert.deepEqual([points.length, feed.length, markers.length, experiments.length], [200, 200, 200, 12]);
  assert.equal(feed.at(-1).id, 'f60000');
  assert.ok(versions.every((each, i) => i === 0 || versions[i - 1].version < each.version));
});

test('who asks for an entry is shown it by all who can', () => {
  const [store, asked] = [createStore(), []];
  store.onShow(id => asked.push(`a ${id}`));
  store.onShow(id => asked.push(`b ${id}`));

  store.show('release-2');

  assert.deepEqual(asked, ['a release-2', 'b release-2']);
});
