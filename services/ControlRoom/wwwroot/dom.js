const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** h('p', { class: 'note' }, 'text', child): an element. Text stays text. */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** The same for SVG. */
export const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** A sentence or a name of the fleet: English in every language of the page, and marked so for who listens. */
export const english = text => h('span', { lang: 'en' }, text);

const ICONS = {
  finding: 'M10.5 3a7.5 7.5 0 1 0 4.6 13.4l4.7 4.7 1.8-1.8-4.7-4.7A7.5 7.5 0 0 0 10.5 3Zm0 2.6a4.9 4.9 0 1 1 0 9.8 4.9 4.9 0 0 1 0-9.8Z',
  decision: 'M12 1.8 22.2 12 12 22.2 1.8 12 12 1.8Zm-1.3 5v6.4h2.6V6.8h-2.6Zm0 8v2.4h2.6v-2.4h-2.6Z',
  release: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 6.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6Zm0 2.6a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 0 0 0-2.4Z',
  alert: 'M12 2a6.6 6.6 0 0 0-6.6 6.6v4.6L3.2 17v1.4h17.6V17l-2.2-3.8V8.6A6.6 6.6 0 0 0 12 2ZM9.4 19.8a2.7 2.7 0 0 0 5.2 0H9.4Z',
  scenario: 'M9 3.6v11.1a3.9 3.9 0 1 0 2.4 3.6V8.5l7.2-1.7v5.9a3.9 3.9 0 1 0 2.4 3.6V1.2L9 3.6Z',
  pause: 'M6 4h4.4v16H6V4Zm7.6 0H18v16h-4.4V4Z',
  play: 'M6.5 3.6v16.8L20.5 12 6.5 3.6Z',
  stop: 'M5 5h14v14H5V5Z',
  sun: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10ZM10.9 1h2.2v3.6h-2.2V1Zm0 18.4h2.2V23h-2.2v-3.6ZM1 10.9h3.6v2.2H1v-2.2Zm18.4 0H23v2.2h-3.6v-2.2ZM3.4 5l1.6-1.6 2.5 2.5-1.6 1.6L3.4 5Zm13.1 13.1 1.6-1.6 2.5 2.5-1.6 1.6-2.5-2.5Zm2.5-14.7L20.6 5l-2.5 2.5-1.6-1.6L19 3.4ZM5.9 16.5l1.6 1.6L5 20.6 3.4 19l2.5-2.5Z',
  screen: 'M2 3h20v13h-8.6l3.2 4.8-1.8 1.2L12 17.6 9.2 22l-1.8-1.2L10.6 16H2V3Zm2.4 2.4v8.2h15.2V5.4H4.4Z',
  moon: 'M20.6 14.6A9 9 0 0 1 9.4 3.4a9 9 0 1 0 11.2 11.2Z',
};

export const icon = name => svg('svg', { class: 'glyph', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: ICONS[name] }));
