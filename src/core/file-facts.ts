import type { RowBatch } from './batch-splitter.js';
import { hashBytes } from './byte-words.js';
import { type ColumnFacts, createColumnFacts, sealBlock, type Tools } from './column-facts.js';
import { learnCell } from './learn-cell.js';
import { touchSlots } from './dictionary.js';
import { mayKeepAll } from './retention.js';
import * as CELL_FLAGS from './cell-flags.js';
import { createRoom, type Room, roomFor } from './room.js';
import { BLOCK_ROWS } from './symbol-blocks.js';
import * as TRAITS from './trait-bits.js';

/** What was learned of the data rows of a file. Row numbers count from 0 here. */
export interface FileFacts extends Tools {
  /** The spreadsheet's number of row 0. */
  readonly firstRow: number;
  readonly columns: readonly ColumnFacts[];
  /** The first cell beyond the columns that holds something, as one more column. */
  readonly surplus: ColumnFacts;
  /** `SHAPES` of the rows, block by block; null where all are even. */
  readonly shapes: (Uint8Array | null)[];
  /** Of the block that is being filled. */
  readonly shape: Uint8Array;
  isEven: boolean;
  /** Rows so far, and those in complete blocks, which can be checked. */
  rows: number;
  sealedRows: number;
  /** Rows that are not blank lines. */
  filledRows: number;
  /** The row whose quote is never closed, so that it swallowed the rest of the file. */
  unclosedRow: number | null;
  /** How many rows there may be in the end. */
  expectedRows: number;
  /** Tells rows that do not count, by their spreadsheet number; null when there are none. */
  ignored: ((row: number) => boolean) | null;
  /** See `touchSlots`. */
  touched: number;
  /** For cells whose quotes are doubled. */
  scratch: Room;
}

/** How many cells a row has. */
export const SHAPES = { even: 0, blank: 1, short: 2, long: 3 } as const;

/** All columns together keep so many values whatever they are like, and each at least and at most so many. */
const BOUND = { all: 48_000, least: 250, most: 4_000 } as const;

/** @param firstRow The spreadsheet's number of the first data row. */
export function createFileFacts(firstRow: number, columnCount: number): FileFacts {
  const bound = Math.min(BOUND.most, Math.max(BOUND.least, Math.floor(BOUND.all / columnCount)));
  const facts: FileFacts = {
    firstRow,
    columns: Array.from({ length: columnCount }, () => createColumnFacts(bound)),
    surplus: createColumnFacts(bound),
    shapes: [],
    shape: new Uint8Array(BLOCK_ROWS),
    isEven: true,
    rows: 0,
    sealedRows: 0,
    filledRows: 0,
    unclosedRow: null,
    expectedRows: 0,
    isIgnored: false,
    mayKeepAll: (column) => mayKeepAll(facts, column),
    ignored: null,
    touched: 0,
    scratch: createRoom(1024),
  };
  return facts;
}

/** Learns data rows, from the `skip`-th of a batch on. */
export function learnRows(facts: FileFacts, rows: RowBatch, skip = 0): void {
  for (let from = skip; from < rows.count;) {
    const place = facts.rows % BLOCK_ROWS;
    const to = Math.min(rows.count, from + BLOCK_ROWS - place);
    for (let cell = 0; cell < facts.columns.length; cell++) {
      const column = facts.columns[cell];
      if (column !== undefined) learnColumn(facts, column, cell, rows, from, to, place - from);
    }
    for (let row = from; row < to; row++) learnShape(facts, rows, row, place - from + row);
    facts.rows += to - from;
    if (facts.rows % BLOCK_ROWS === 0) sealRows(facts);
    from = to;
  }
}

/** @param place Of row 0 of the batch in the block. */
function learnColumn(
  facts: FileFacts,
  column: ColumnFacts,
  cell: number,
  rows: RowBatch,
  from: number,
  to: number,
  place: number,
): void {
  const { bytes, view, firsts, starts, ends, flags, hashes } = rows;
  const { block } = column;
  const { ignored } = facts;
  facts.touched ^= touchSlots(column.dictionary, hashes, firsts, cell, from, to);
  let filled = 0;
  for (let row = from; row < to; row++) {
    const at = (firsts[row] ?? 0) + cell;
    if (at >= (firsts[row + 1] ?? 0)) continue;
    const start = starts[at] ?? 0;
    const end = ends[at] ?? 0;
    if (start === end) continue; // blocks begin with empty cells
    if (ignored !== null) facts.isIgnored = ignored(rows.row + row);
    filled++;
    block[place + row] = hasDoubled(flags[at])
      ? learnDoubled(column, facts, bytes, start, end)
      : learnCell(column, facts, bytes, view, start, end, hashes[at] ?? 0);
  }
  column.filled += filled;
}

/** Ends the last block. */
export function sealRows(facts: FileFacts): void {
  const rows = facts.rows - facts.sealedRows;
  if (rows === 0) return;
  for (const column of [...facts.columns, facts.surplus]) {
    sealBlock(column, rows);
  }
  facts.shapes.push(facts.isEven ? null : facts.shape.slice());
  facts.shape.fill(SHAPES.even);
  facts.isEven = true;
  facts.sealedRows = facts.rows;
}

/** What a row is besides its cells in the columns. */
function learnShape(facts: FileFacts, rows: RowBatch, row: number, place: number): void {
  const { columns, shape } = facts;
  const first = rows.firsts[row] ?? 0;
  const count = (rows.firsts[row + 1] ?? 0) - first;
  const isBlank = count === 1 && rows.starts[first] === rows.ends[first];
  if (!isBlank) facts.filledRows++;
  if (count === columns.length && !isBlank) return;
  facts.isEven = false;
  if (isBlank) shape[place] = SHAPES.blank;
  else shape[place] = count < columns.length ? SHAPES.short : SHAPES.long;
  if (facts.ignored !== null) facts.isIgnored = facts.ignored(rows.row + row);
  if (count > columns.length) learnSurplus(facts, rows, first + columns.length, first + count, place);
}

function learnSurplus(facts: FileFacts, rows: RowBatch, from: number, to: number, place: number): void {
  const { surplus } = facts;
  for (let at = from; at < to; at++) {
    const start = rows.starts[at] ?? 0;
    const end = rows.ends[at] ?? 0;
    if (start === end) continue;
    const symbol = hasDoubled(rows.flags[at])
      ? learnDoubled(surplus, facts, rows.bytes, start, end)
      : learnCell(surplus, facts, rows.bytes, rows.view, start, end, rows.hashes[at] ?? 0);
    if (((surplus.dictionary.traits[symbol] ?? 0) & TRAITS.blank) !== 0) continue;
    surplus.block[place] = symbol;
    surplus.filled++;
    return;
  }
}

const hasDoubled = (flags = 0): boolean =>
  (flags & (CELL_FLAGS.doubled | CELL_FLAGS.unclosed)) === CELL_FLAGS.doubled;

/** A cell whose quotes are doubled: they are made single first. */
function learnDoubled(
  column: ColumnFacts,
  facts: FileFacts,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const scratch = roomFor(facts.scratch, end - start);
  facts.scratch = scratch;
  const quote = bytes[start - 1];
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    scratch.bytes[length++] = byte;
    if (byte === quote && bytes[at + 1] === quote) at++;
  }
  return learnCell(column, facts, scratch.bytes, scratch.view, 0, length, hashBytes(scratch.view, 0, length));
}
