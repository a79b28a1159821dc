import { icon } from '../dom.js';
import { t } from '../language.js';

/** Large type for the back of the room; kept, and set before the first paint by theme-first.js. */
export default function (button) {
  const root = document.documentElement;

  function show() {
    button.setAttribute('aria-pressed', `${root.dataset.size === 'projector'}`);
  }

  button.replaceChildren(icon('screen'));
  button.setAttribute('aria-label', t('page.projector'));
  button.title = t('page.projector');
  button.addEventListener('click', () => {
    root.dataset.size = root.dataset.size === 'projector' ? '' : 'projector';
    try {
      localStorage.setItem('size', root.dataset.size);
    } catch {
      // It holds until the page is closed.
    }
    show();
  });
  show();
}
