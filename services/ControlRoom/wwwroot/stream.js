// Listens for ever. The browser reconnects by itself after most failures; where it gives up, or where the line is dead
// without saying so, a new connection is made. Each one begins with a snapshot, so nothing has to be asked for again.
const SILENCE_MS = 16000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8000;

export function connect(url, store) {
  let source;
  let silence;
  let retry = FIRST_RETRY_MS;

  const say = state => {
    if (store.picture.link.state !== state) store.change({ link: { state, since: new Date() } });
  };

  function heard() {
    retry = FIRST_RETRY_MS;
    clearTimeout(silence);
    silence = setTimeout(again, SILENCE_MS);
    say('live');
  }

  function open() {
    source = new EventSource(url);
    source.addEventListener('snapshot', event => { store.snapshot(JSON.parse(event.data)); heard(); });
    source.addEventListener('change', event => { store.change(JSON.parse(event.data)); heard(); });
    source.addEventListener('heartbeat', heard);
    source.addEventListener('error', () => {
      say('reconnecting');
      if (source.readyState === EventSource.CLOSED) later();
    });
  }

  function later() {
    clearTimeout(silence);
    silence = setTimeout(again, retry);
    retry = Math.min(retry * 2, LONGEST_RETRY_MS);
  }

  function again() {
    say('reconnecting');
    source.close();
    open();
  }

  window.addEventListener('pagehide', () => source.close());
  window.addEventListener('pageshow', event => { if (event.persisted) again(); });
  open();
}
