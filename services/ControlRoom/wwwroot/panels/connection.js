import { h } from '../dom.js';
import { language, t } from '../language.js';

const WORDS = { connecting: 'link.connecting', live: 'link.live', reconnecting: 'link.reconnecting' };

export default function (section, store) {
  const outage = document.getElementById('outage');
  store.on(['link'], ({ link }) => {
    section.dataset.state = link.state;
    section.replaceChildren(h('span', { class: 'lamp', 'aria-hidden': 'true' }), t(WORDS[link.state]));
    outage.hidden = link.state !== 'reconnecting';
    if (!outage.hidden)
      outage.textContent = t('link.outage', { time: link.since.toLocaleTimeString(language()) });
  });
}
