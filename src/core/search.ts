import * as CELL_FLAGS from './cell-flags.js';
import { type RowCells } from './rows.js';

/** Whether a row has the text in one of its cells. */
export type RowSearch = (row: RowCells) => boolean;

/** ASCII letters in lower case, all other bytes as they are. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte | 32 : byte));

/**
 * Prepares a search for a text in any cell, capitals or not. A text in ASCII is looked for in the bytes; cells become texts
 * only for other letters, and where quotes are doubled.
 */
export function createRowSearch(wanted: string): RowSearch {
  const text = wanted.toLowerCase();
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const bytes = new TextEncoder().encode(text);
  const hasQuote = /["']/.test(text);
  return (row) => {
    const { starts, ends, flags } = row;
    for (let cell = 0; cell < row.count; cell++) {
      const start = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      if (end - start < bytes.length) continue;
      const mustBeRead = !isAscii || (hasQuote && ((flags[cell] ?? 0) & CELL_FLAGS.doubled) !== 0);
      if (mustBeRead ? row.text(cell).toLowerCase().includes(text) : holds(row.bytes, start, end, bytes))
        return true;
    }
    return false;
  };
}

function holds(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  const first = wanted[0];
  if (first === undefined) return true;
  const last = end - wanted.length;
  for (let at = start; at <= last; at++) {
    if (LOWER[bytes[at] ?? 0] !== first) continue;
    let next = 1;
    while (next < wanted.length && LOWER[bytes[at + next] ?? 0] === wanted[next]) next++;
    if (next === wanted.length) return true;
  }
  return false;
}
