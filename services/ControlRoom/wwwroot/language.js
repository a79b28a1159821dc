// The texts of the page: one file of keys a language, words/LANGUAGE.json. What comes from the fleet is English and is marked so.
export const LANGUAGES = ['en', 'de'];
const FIRST = 'en';

let texts = {};
let current = FIRST;

/** The language that was chosen on the page, else the first one that the browser asks for and the page has, else English. */
export function choose(stored, asked) {
  if (LANGUAGES.includes(stored)) return stored;
  return asked.map(tag => tag.toLowerCase().split('-')[0]).find(tag => LANGUAGES.includes(tag)) ?? FIRST;
}

/** Speaks in a language from now on. */
export function use(language, words) {
  current = language;
  texts = words;
}

export const language = () => current;

/** The text of a key, with {name} replaced by its value. A key that there is not stands for itself, so that it is seen. */
export const t = (key, values = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => `${values[name] ?? whole}`);

/** The same where values are elements: the text's parts and the elements, in the order of the language. */
export const parts = (key, values) => (texts[key] ?? key).split(/(\{\w+\})/).map(part => values[part.slice(1, -1)] ?? part).filter(part => part !== '');

/** Reads the texts and fills what stands in the markup: data-t is the text of an element, data-t-label its name for who cannot see it. */
export async function load() {
  let stored = null;
  try {
    stored = localStorage.getItem('language');
  } catch {
    // Storage may be forbidden; the browser's languages hold then.
  }
  const chosen = choose(stored, navigator.languages ?? [navigator.language]);
  const answer = await fetch(`page/words/${chosen}.json`);
  if (!answer.ok) throw new Error(`page/words/${chosen}.json: ${answer.status}`);
  use(chosen, await answer.json());
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel));
}

/** Keeps the choice; the page is made anew in it. */
export function speak(chosen) {
  try {
    localStorage.setItem('language', chosen);
  } catch {
    // Without storage the browser's languages go on to hold.
  }
  location.reload();
}
