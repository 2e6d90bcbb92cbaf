import { BLOCK_ROWS } from './symbol-blocks.js';

/** Some rows of a file, by numbers from 0 on: one bit each, in blocks that are only there where a row is. */
export interface RowSet {
  readonly blocks: (Int32Array | undefined)[];
  size: number;
}

const WORDS = BLOCK_ROWS / 32;

export const createRowSet = (): RowSet => ({ blocks: [], size: 0 });

/**
 * The bits of a block's rows, to be set there; whoever adds new rows so, adds to `size` as well. Many rows of one block are
 * added so in a fraction of the time.
 */
export function bitsOfBlock(set: RowSet, block: number): Int32Array {
  return (set.blocks[block] ??= new Int32Array(WORDS));
}

/** @returns Whether the row was not there yet. */
export function addRow(set: RowSet, row: number): boolean {
  const block = Math.floor(row / BLOCK_ROWS);
  const bits = bitsOfBlock(set, block);
  const word = (row % BLOCK_ROWS) >> 5;
  const bit = 1 << (row & 31);
  const before = bits[word] ?? 0;
  if ((before & bit) !== 0) return false;
  bits[word] = before | bit;
  set.size++;
  return true;
}

export function hasRow({ blocks }: RowSet, row: number): boolean {
  const word = blocks[Math.floor(row / BLOCK_ROWS)]?.[(row % BLOCK_ROWS) >> 5] ?? 0;
  return (word & (1 << (row & 31))) !== 0;
}

export function toRowSet(rows: Iterable<number>): RowSet {
  const set = createRowSet();
  for (const row of rows) addRow(set, row);
  return set;
}

/** All rows of several sets. */
export function uniteRows(sets: readonly RowSet[]): RowSet {
  const [only, another] = sets;
  if (only !== undefined && another === undefined) return only;
  const united = createRowSet();
  for (const { blocks } of sets) {
    blocks.forEach((block, at) => {
      if (block === undefined) return;
      const into = (united.blocks[at] ??= new Int32Array(WORDS));
      for (let word = 0; word < WORDS; word++) into[word] = (into[word] ?? 0) | (block[word] ?? 0);
    });
  }
  for (const block of united.blocks) for (const word of block ?? []) united.size += bitsIn(word);
  return united;
}

/** Rows from the `from`-th one on, ascending, `count` at most. */
export function rowsOf({ blocks }: RowSet, from: number, count: number): number[] {
  const rows: number[] = [];
  let skip = from;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    for (let word = 0; block !== undefined && word < WORDS; word++) {
      let bits = block[word] ?? 0;
      const inWord = bitsIn(bits);
      if (skip >= inWord) {
        skip -= inWord;
        continue;
      }
      for (; bits !== 0; bits &= bits - 1) {
        if (skip-- > 0) continue;
        if (rows.length === count) return rows;
        rows.push(at * BLOCK_ROWS + word * 32 + 31 - Math.clz32(bits & -bits));
      }
      skip = 0;
    }
  }
  return rows;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
