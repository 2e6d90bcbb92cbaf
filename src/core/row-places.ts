import type { RowPlace } from './rows.js';

/** The place of every so-manieth row is kept: near enough to show any row at once, few enough to keep them all. */
const EVERY_ROWS = 256;

/** Where the rows of a file begin, as far as it was read. */
export interface RowPlaces {
  note(row: RowPlace): void;
  /** The same for rows that follow each other. */
  noteAll(firstRow: number, offsets: Float64Array, count: number): void;
  /** The nearest known place at or before a row. */
  before(row: number): RowPlace;
  /** The offset of a known place behind a row; null when there is none. */
  behind(row: number): number | null;
}

export function createRowPlaces(): RowPlaces {
  const offsets: number[] = [];
  return {
    note({ row, offset }) {
      if ((row - 1) % EVERY_ROWS === 0) offsets[(row - 1) / EVERY_ROWS] = offset;
    },
    noteAll(firstRow, rowOffsets, count) {
      const first = Math.ceil((firstRow - 1) / EVERY_ROWS) * EVERY_ROWS + 1;
      for (let row = first; row < firstRow + count; row += EVERY_ROWS) {
        offsets[(row - 1) / EVERY_ROWS] = rowOffsets[row - firstRow] ?? 0;
      }
    },
    before(row) {
      let block = Math.min(Math.floor((row - 1) / EVERY_ROWS), offsets.length - 1);
      while (block > 0 && offsets[block] === undefined) block--;
      return { row: Math.max(block, 0) * EVERY_ROWS + 1, offset: offsets[block] ?? 0 };
    },
    behind: (row) => offsets[Math.floor((row - 1) / EVERY_ROWS) + 1] ?? null,
  };
}
