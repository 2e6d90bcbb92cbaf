import { hashBytes } from './byte-words.js';
import { createCellDecoder } from './cell-text.js';
import { type ColumnFacts, createColumnFacts, learnCell, sealBlock, type Tools } from './column-facts.js';
import { mayKeepAll } from './retention.js';
import { CELL_FLAGS, type RowCells } from './rows.js';
import { BLOCK_ROWS } from './symbol-blocks.js';
import { TRAITS } from './traits.js';

/** What was learned of the data rows of a file. Row numbers count from 0 here. */
export interface FileFacts extends Tools {
  /** The spreadsheet's number of row 0. */
  readonly firstRow: number;
  readonly columns: readonly ColumnFacts[];
  /** The first cell beyond the columns that holds something, as one more column. */
  readonly surplus: ColumnFacts;
  /** `SHAPES` of the rows, block by block, and of the block that is being filled. */
  readonly shapes: Uint8Array[];
  readonly shape: Uint8Array;
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
  /** For cells whose quotes are doubled. */
  scratch: Uint8Array;
  scratchView: DataView;
}

/** How many cells a row has. */
export const SHAPES = { even: 0, blank: 1, short: 2, long: 3 } as const;

/** All columns together keep so many values whatever they are like, and each at least and at most so many. */
const BOUND = { all: 48_000, least: 250, most: 4_000 } as const;

/** @param firstRow The spreadsheet's number of the first data row. */
export function createFileFacts(firstRow: number, columnCount: number): FileFacts {
  const bound = Math.min(BOUND.most, Math.max(BOUND.least, Math.floor(BOUND.all / columnCount)));
  const scratch = new Uint8Array(1024);
  const facts: FileFacts = {
    firstRow,
    columns: Array.from({ length: columnCount }, () => createColumnFacts(bound)),
    surplus: createColumnFacts(bound),
    shapes: [],
    shape: new Uint8Array(BLOCK_ROWS),
    rows: 0,
    sealedRows: 0,
    filledRows: 0,
    unclosedRow: null,
    expectedRows: 0,
    decode: createCellDecoder(),
    isIgnored: false,
    mayKeepAll: (column) => mayKeepAll(facts, column),
    ignored: null,
    scratch,
    scratchView: new DataView(scratch.buffer),
  };
  return facts;
}

const { doubled: DOUBLED, unclosed: UNCLOSED } = CELL_FLAGS;

/** Learns a data row. */
export function learnRow(facts: FileFacts, row: RowCells): void {
  const { columns, ignored } = facts;
  const { bytes, view, starts, ends, flags, hashes } = row;
  const place = facts.rows % BLOCK_ROWS;
  if (ignored !== null) facts.isIgnored = ignored(row.row);
  const count = Math.min(row.count, columns.length);
  for (let cell = 0; cell < count; cell++) {
    const start = starts[cell] ?? 0;
    const end = ends[cell] ?? 0;
    const column = columns[cell];
    if (start === end || column === undefined) continue; // blocks begin with empty cells
    const isDoubled = ((flags[cell] ?? 0) & (DOUBLED | UNCLOSED)) === DOUBLED;
    column.filled++;
    column.block[place] = isDoubled
      ? learnDoubled(column, facts, row, cell)
      : learnCell(column, facts, bytes, view, start, end, hashes[cell] ?? 0);
  }
  if (row.count !== columns.length || row.blank) learnShape(facts, row, place);
  if (!row.blank) facts.filledRows++;
  facts.rows++;
  if (place + 1 === BLOCK_ROWS) sealRows(facts);
}

/** Ends the last block. */
export function sealRows(facts: FileFacts): void {
  const rows = facts.rows - facts.sealedRows;
  if (rows === 0) return;
  for (const column of [...facts.columns, facts.surplus]) {
    sealBlock(column, rows);
  }
  facts.shapes.push(facts.shape.slice(0, rows));
  facts.shape.fill(0);
  facts.sealedRows = facts.rows;
}

function learnShape(facts: FileFacts, row: RowCells, place: number): void {
  const { columns, shape, surplus } = facts;
  if (row.blank) shape[place] = SHAPES.blank;
  else if (row.count < columns.length) shape[place] = SHAPES.short;
  else {
    shape[place] = SHAPES.long;
    for (let cell = columns.length; cell < row.count; cell++) {
      if (row.starts[cell] === row.ends[cell]) continue;
      const symbol = learnDoubled(surplus, facts, row, cell);
      if (((surplus.dictionary.traits[symbol] ?? 0) & TRAITS.blank) !== 0) continue;
      surplus.block[place] = symbol;
      surplus.filled++;
      return;
    }
  }
}

/** A cell in which quotes may be doubled: they are made single first. */
function learnDoubled(column: ColumnFacts, facts: FileFacts, row: RowCells, cell: number): number {
  const start = row.starts[cell] ?? 0;
  const end = row.ends[cell] ?? 0;
  const isDoubled = ((row.flags[cell] ?? 0) & (DOUBLED | UNCLOSED)) === DOUBLED;
  if (!isDoubled) return learnCell(column, facts, row.bytes, row.view, start, end, row.hashes[cell] ?? 0);
  makeScratch(facts, end - start);
  const { scratch, scratchView } = facts;
  const quote = row.bytes[start - 1];
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = row.bytes[at] ?? 0;
    scratch[length++] = byte;
    if (byte === quote && row.bytes[at + 1] === quote) at++;
  }
  return learnCell(column, facts, scratch, scratchView, 0, length, hashBytes(scratchView, 0, length));
}

function makeScratch(facts: FileFacts, bytes: number): void {
  if (facts.scratch.length >= bytes + 3) return;
  facts.scratch = new Uint8Array(2 * bytes + 3);
  facts.scratchView = new DataView(facts.scratch.buffer);
}
