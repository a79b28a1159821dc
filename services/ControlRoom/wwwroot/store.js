// The picture as the page knows it. The server does the folding; here parts are only put in their place.
const KEYS = { points: 'row', versions: 'version', markers: 'id', feed: 'id', experiments: 'id' };
const ROWS_SHOWN = 20000;
const FEED_SHOWN = 200;
const RUNS_SHOWN = 12;

export function createStore() {
  const picture = { status: {}, points: [], drift: [], versions: [], markers: [], feed: [], experiments: [], link: { state: 'connecting' } };
  const listeners = [];
  let touched = new Set();
  let frame = 0;

  function touch(key) {
    touched.add(key);
    // Many changes, one paint. A hidden page gets no frames, and so costs nothing.
    frame ||= requestAnimationFrame(render);
  }

  function render() {
    frame = 0;
    const keys = touched;
    touched = new Set();
    for (const { wants, run } of listeners)
      if (wants.some(key => keys.has(key))) run(picture);
  }

  function merge(key, items) {
    const by = KEYS[key];
    const known = new Map(picture[key].map((item, index) => [item[by], index]));
    for (const item of items) {
      if (known.has(item[by])) picture[key][known.get(item[by])] = item;
      else known.set(item[by], picture[key].push(item) - 1);
    }
  }

  function trim() {
    const from = (picture.points.at(-1)?.row ?? 0) - ROWS_SHOWN;
    picture.points = picture.points.filter(point => point.row > from);
    picture.markers = picture.markers.filter(marker => marker.row > from - 1);
    picture.versions.sort((a, b) => a.version - b.version);
    picture.experiments = picture.experiments.slice(-RUNS_SHOWN);
    if (picture.feed.length > FEED_SHOWN) picture.feed = picture.feed.slice(-FEED_SHOWN);
  }

  return {
    picture,

    /** Calls `run(picture)` at once, and after each change of one of the keys. */
    on(wants, run) {
      listeners.push({ wants, run });
      run(picture);
    },

    /** The present, whole: forget what was shown before. */
    snapshot(whole) {
      for (const key of Object.keys(KEYS)) picture[key] = [];
      this.change(whole);
      Object.keys(KEYS).forEach(touch);
    },

    /** A part: the status, and what changed. */
    change(part) {
      for (const [key, value] of Object.entries(part)) {
        if (key in KEYS) merge(key, value);
        else picture[key] = value;
        touch(key);
      }
      trim();
    },
  };
}
