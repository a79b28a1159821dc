import { h } from '../dom.js';
import { language, LANGUAGES, speak } from '../language.js';

/** Each other language goes by its own name: who cannot read this one has to find it. */
const NAMES = { en: 'English', de: 'Deutsch' };

export default function (section) {
  section.append(...LANGUAGES.filter(tag => tag !== language()).map(tag =>
    h('button', { type: 'button', class: 'button icon', lang: tag, 'aria-label': `${tag.toUpperCase()}: ${NAMES[tag]}`, title: NAMES[tag], onclick: () => speak(tag) }, tag.toUpperCase())));
}
