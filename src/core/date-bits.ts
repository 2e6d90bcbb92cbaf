/** Bits of `dateTraits`: the orders that read a text, and what else it is. */

export const monthFirst = 1;
export const dayFirst = 2;
export const yearFirst = 4;
/** Unix milliseconds, the same in every order. */
export const timestamp = 8;
/** A time of day is written after the date. */
export const time = 16;
/** The year is before 1000 or after 2999. */
export const outOfRange = 32;
/** Day and month are the same number, so their order does not matter. */
export const sameEitherWay = 64;
