import { icon } from '../dom.js';
import { t } from '../language.js';

export default function (button) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';

  function show() {
    const title = isDark() ? t('theme.light') : t('theme.dark');
    button.replaceChildren(icon(isDark() ? 'sun' : 'moon'));
    button.setAttribute('aria-label', title);
    button.title = title;
  }

  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // It holds until the page is closed.
    }
    show();
  });
  system.addEventListener('change', show);
  show();
}
