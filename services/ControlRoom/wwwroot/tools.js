import { h } from './dom.js';
import language from './panels/language.js';
import projector from './panels/projector.js';
import theme from './panels/theme.js';

/** Language, size of the type and theme, for a page beside the control room. */
export function tools(place) {
  const [choice, large, colours] = [h('div'), h('button', { type: 'button', class: 'button icon' }), h('button', { type: 'button', class: 'button icon' })];
  place.replaceChildren(choice, large, colours);
  language(choice);
  projector(large);
  theme(colours);
}
