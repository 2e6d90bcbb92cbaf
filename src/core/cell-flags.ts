/** What is known of a cell, as bits of `RowCells.flags`. */

/** It stands in quotes, which are no part of it. */
export const quoted = 1;
/** Quotes inside it are doubled. */
export const doubled = 2;
/** Its closing quote is missing; then nothing in it counts as doubled. */
export const unclosed = 4;
