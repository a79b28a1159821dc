import { h } from '../dom.js';
import { t } from '../language.js';
import { askFirst } from '../dialog.js';

const ASK_AGAIN_MS = 3000;

/** Only where one process is every service can a fresh world be begun from here. */
export default function (section) {
  const open = h('button', { type: 'button', class: 'button', hidden: true }, t('over.open'));
  section.append(open, askFirst(open, {
    title: t('over.title'),
    text: t('over.text'),
    keep: t('over.keep'),
    go: t('over.go'),
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
