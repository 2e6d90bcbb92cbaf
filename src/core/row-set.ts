import { BLOCK_ROWS } from './symbol-blocks.js';

/** Some rows of a file, by numbers from 0 on: one bit each, in blocks that are only there where a row is. */
export interface RowSet {
  readonly blocks: (Int32Array | undefined)[];
  /** Rows in each block. */
  readonly counts: number[];
  size: number;
}

const WORDS = BLOCK_ROWS / 32;

export const createRowSet = (): RowSet => ({ blocks: [], counts: [], size: 0 });

/**
 * The bits of a block's rows, to be set there; whoever adds new rows so, counts them with `countRows`. Many rows of one block
 * are added so in a fraction of the time.
 */
export function bitsOfBlock(set: RowSet, block: number): Int32Array {
  return (set.blocks[block] ??= new Int32Array(WORDS));
}

export function countRows(set: RowSet, block: number, added: number): void {
  set.counts[block] = (set.counts[block] ?? 0) + added;
  set.size += added;
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
  countRows(set, block, 1);
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
  united.blocks.forEach((block, at) => {
    const count = block?.reduce((sum, word) => sum + bitsIn(word), 0) ?? 0;
    united.counts[at] = count;
    united.size += count;
  });
  return united;
}

/** Rows from the `from`-th one on, ascending, `count` at most. */
export function rowsOf(set: RowSet, from: number, count: number): number[] {
  const rows: number[] = [];
  let before = 0;
  for (let at = 0; at < set.blocks.length && rows.length < count; at++) {
    const inBlock = set.counts[at] ?? 0;
    const block = set.blocks[at];
    if (block !== undefined && before + inBlock > from) {
      addRows(rows, block, at * BLOCK_ROWS, Math.max(0, from - before), count);
    }
    before += inBlock;
  }
  return rows;
}

function addRows(rows: number[], block: Int32Array, firstRow: number, skip: number, count: number): void {
  let left = skip;
  for (let word = 0; word < WORDS && rows.length < count; word++) {
    for (let bits = block[word] ?? 0; bits !== 0 && rows.length < count; bits &= bits - 1) {
      if (left > 0) left--;
      else rows.push(firstRow + word * 32 + 31 - Math.clz32(bits & -bits));
    }
  }
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
