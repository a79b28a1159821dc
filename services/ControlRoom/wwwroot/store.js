// The picture as the page knows it. The server does the folding; here parts are only put in their place.
const KEYS = { points: 'row', story: 'row', versions: 'version', markers: 'id', feed: 'id', experiments: 'id' };
const ROWS_SHOWN = 20000;
const FEED_SHOWN = 200;
const RUNS_SHOWN = 12;
const MARKERS_SHOWN = 200;

export function createStore() {
  const picture = { status: {}, points: [], story: [], drift: [], broken: [], versions: [], markers: [], feed: [], experiments: [], link: { state: 'connecting' } };
  const listeners = [];
  const guides = [];
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
    picture.markers = picture.markers.slice(-MARKERS_SHOWN);
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

    /** `run(id)` brings an entry of the feed, or the moment of that id, into view. */
    onShow(run) {
      guides.push(run);
    },

    show(id) {
      guides.forEach(run => run(id));
    },

    /** The present, whole: forget what was shown before. */
    snapshot(whole) {
      for (const key of [...Object.keys(KEYS), 'drift', 'broken']) picture[key] = [];
      this.change(whole);
      Object.keys(KEYS).forEach(touch);
    },

    /** A part: the status, and what changed. */
    change(part) {
      // The stretches of the whole story have become longer: all points come anew.
      if (part.story && part.status.storyRowsPerPoint !== picture.status.storyRowsPerPoint) picture.story = [];
      for (const [key, value] of Object.entries(part)) {
        if (key in KEYS) merge(key, value);
        else picture[key] = value;
        touch(key);
      }
      trim();
    },
  };
}
