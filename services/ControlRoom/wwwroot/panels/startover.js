import { h } from '../dom.js';
import { askFirst } from '../dialog.js';

const ASK_AGAIN_MS = 3000;

/** Only where one process is every service can a fresh world be begun from here. */
export default function (section) {
  const open = h('button', { type: 'button', class: 'button', hidden: true }, 'Start over…');
  section.append(open, askFirst(open, {
    title: 'Start over?',
    text: 'A fresh world begins in 1960. The songs, models, alerts and decisions of this one are deleted. It takes some seconds; the page comes back by itself.',
    keep: 'Keep this world',
    go: 'Start over',
    path: 'start-over',
  }));

  async function ask() {
    const response = await fetch('v1/control').catch(() => null);
    if (!response?.ok) {
      setTimeout(ask, ASK_AGAIN_MS);
      return;
    }
    open.hidden = !(await response.json()).canStartOver;
  }
  ask();
}
