const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

export const count = value => whole.format(value);
export const percent = value => `${(100 * value).toFixed(1)}`;
export const measure = value => (typeof value === 'number' ? short.format(value) : '–');
/** As many digits as its threshold calls for, so that a column of them lines up. */
export function reading(value, threshold) {
  if (typeof value !== 'number') return '–';
  return value.toFixed(threshold >= 10 ? 0 : threshold >= 0.1 ? 2 : 4);
}

export const words = name => name.replace(/([a-z])([A-Z])/g, (_, a, b) => `${a} ${b.toLowerCase()}`);
/** The features of the schema, as people say them. */
export const feature = name => name.replaceAll('_', ' ');
export const song = row => `song ${count(row)}`;
