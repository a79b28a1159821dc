// Not a module: it runs before the first paint, so that a chosen theme, or size of the type, does not flash.
(() => {
  try {
    const { dataset } = document.documentElement;
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    if (localStorage.getItem('size') === 'projector') dataset.size = 'projector';
  } catch {
    // Storage may be forbidden; the system's preference holds then.
  }
})();
