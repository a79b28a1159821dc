import { readFileSync } from 'node:fs';
import { use } from '../../../../services/ControlRoom/wwwroot/language.js';

// As much of a browser as the page's modules ask for: frames that come when a test says so, and elements that only keep what they are given.
class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, children: [], listeners: {}, clientWidth: 0, clientHeight: 0, classList: { toggle() {} } });
  }
  setAttribute(name, value) { this.attributes[name] = `${value}`; }
  addEventListener(name, run) { this.listeners[name] = run; }
  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }

  /** Every element of that class below this one. */
  all(name) {
    const below = this.children.filter(child => child instanceof Element);
    return [...below.filter(child => child.attributes.class?.split(' ').includes(name)), ...below.flatMap(child => child.all(name))];
  }

  get dataset() { return { id: this.attributes['data-id'] }; }

  get text() {
    return this.children.map(child => (child instanceof Element ? child.text : child)).join('');
  }
}

const frames = [];
globalThis.requestAnimationFrame = run => frames.push(run);
globalThis.document = { createElement: tag => new Element(tag), createElementNS: (_, tag) => new Element(tag) };
globalThis.getComputedStyle = () => ({ fontSize: '10px' });

/** The browser paints. */
export function paint() {
  for (const run of frames.splice(0)) run();
}

export function host(width, height) {
  return Object.assign(new Element('div'), { clientWidth: width, clientHeight: height });
}

export const page = path => new URL(`../../../../services/ControlRoom/wwwroot/${path}`, import.meta.url);
export const words = language => JSON.parse(readFileSync(page(`words/${language}.json`), 'utf8'));

/** The page speaks a language from now on. */
export const speak = language => use(language, words(language));
speak('en');
