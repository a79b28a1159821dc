(() => {
  const slides = [...document.querySelectorAll('.slide')];
  if (new URLSearchParams(location.search).has('notes')) document.documentElement.classList.add('with-notes');
  const here = () => slides.reduce((best, slide, i) =>
    Math.abs(slide.getBoundingClientRect().top) < Math.abs(slides[best].getBoundingClientRect().top) ? i : best, 0);
  const go = i => {
    const slide = slides[Math.max(0, Math.min(slides.length - 1, i))];
    slide.scrollIntoView();
    slide.focus({ preventScroll: true });
    history.replaceState(null, '', `#${slide.id}`);
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    if (['ArrowRight', 'PageDown', ' '].includes(key) && !(key === ' ' && event.shiftKey)) go(here() + 1);
    else if (['ArrowLeft', 'PageUp', ' '].includes(key)) go(here() - 1);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(slides.length - 1);
    else if (key === 'n' || key === 'N') document.documentElement.classList.toggle('with-notes');
    else return;
    event.preventDefault();
  });
})();
