import type { Format } from '../format.js';

/** French counts none and one alike. */
export const count = (n: number, one: string, many: string, f: Format): string =>
  `${f.number(n)} ${n < 2 ? one : many}`;

export const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

/** Names a property after what it holds; nothing when the sentence is about the row alone. */
export const inside = (property: string): string => (property === '' ? '' : ` dans ${quoted(property)}`);

export const options = (property: string): string =>
  property === '' ? 'options de la propriété' : `options de la propriété ${quoted(property)}`;
