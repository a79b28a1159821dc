import { language, t } from './language.js';

const formats = new Map();

/** A number as the language of the page writes it. */
function number(value, options) {
  const key = `${language()} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(language(), options));
  return formats.get(key).format(value);
}

export const count = value => number(value, { maximumFractionDigits: 0 });
export const decimals = (value, digits) => number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
export const percent = value => decimals(100 * value, 1);
export const measure = value => (typeof value === 'number' ? number(value, { maximumSignificantDigits: 3 }) : '–');
/** As many digits as its threshold calls for, so that a column of them lines up. */
export function reading(value, threshold) {
  if (typeof value !== 'number') return '–';
  return decimals(value, threshold >= 10 ? 0 : threshold >= 0.1 ? 2 : 4);
}

export const words = name => name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
/** The features of the schema, as people say them. */
export const feature = name => name.replaceAll('_', ' ');
export const song = row => t('song', { row: count(row) });
