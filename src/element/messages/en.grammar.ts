import type { Format } from '../format.js';

/** Chooses between one and many the way English does; other languages bring their own rule. */
export const count = (n: number, one: string, many: string, f: Format): string =>
  `${f.number(n)} ${n === 1 ? one : many}`;

/** `a deal`, `an order`. */
export const a = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
