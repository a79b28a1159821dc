import { h } from '../dom.js';

const WORDS = { connecting: 'Connecting…', live: 'Live', reconnecting: 'Reconnecting…' };

export default function (section, store) {
  const outage = document.getElementById('outage');
  store.on(['link'], ({ link }) => {
    section.dataset.state = link.state;
    section.replaceChildren(h('span', { class: 'lamp', 'aria-hidden': 'true' }), WORDS[link.state]);
    outage.hidden = link.state !== 'reconnecting';
    if (!outage.hidden)
      outage.textContent = `No connection since ${link.since.toLocaleTimeString()}. The picture below stands still; trying again by itself.`;
  });
}
