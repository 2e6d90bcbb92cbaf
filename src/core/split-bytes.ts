import { cellText } from './cell-text.js';
import type { Dialect } from './dialect.js';
import { CR, LF, NOT_YET, readRow, ROW_BYTES_LIMIT, rowTooLarge, type Split } from './read-row.js';
import * as CELL_FLAGS from './cell-flags.js';
import { createRoom, moved } from './room.js';
import { type RowPlace, type RowsEnd } from './rows.js';

/** Chunks are worked through in pieces, so that a large chunk is not copied whole. */
const PIECE_BYTES = 1024 * 1024;

/** Behind what is filled: a newline and a quote, at which every search ends, and room to read four bytes at once. */
const SLACK_BYTES = 8;

/** What of a dialect tells rows and cells. */
export type Written = Pick<Dialect, 'delimiter' | 'quote' | 'newline'>;

/** Begins at a place of a text. Rows are given to `onRow`; `onPiece` is told before the bytes behind them move. */
export function beginSplit(
  { delimiter, quote, newline }: Written,
  from: RowPlace,
  onRow: Split['onRow'],
  onPiece: Split['onPiece'],
): Split {
  const split: Split = {
    row: from.row - 1,
    offset: from.offset,
    first: 0,
    count: 0,
    blank: false,
    quotes: 'fine',
    ...createRoom(SLACK_BYTES),
    starts: new Int32Array(64),
    ends: new Int32Array(64),
    flags: new Uint8Array(64),
    hashes: new Int32Array(64),
    text: (cell) => textOf(split, cell),
    delimiter: delimiter.charCodeAt(0),
    quote: quote.charCodeAt(0),
    newline: newline === '\r' ? CR : LF,
    onRow,
    onPiece,
    base: from.offset,
    filled: 0,
    rowStart: 0,
    enough: 0,
    markPossible: from.offset === 0,
    contentEnd: 0,
    cellFlags: 0,
    cellHash: 0,
  };
  return split;
}

/** @throws {ImporterError} `csv-row-too-large` */
export function pushBytes(split: Split, chunk: Uint8Array): void {
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
    append(split, chunk.subarray(at, at + PIECE_BYTES));
    if (skipMark(split, false)) readRows(split, false);
    split.onPiece();
    if (split.filled - split.rowStart > ROW_BYTES_LIMIT) throw rowTooLarge(split);
  }
}

/** Gives the last row when the text does not end with a newline. */
export function endSplit(split: Split): RowsEnd {
  skipMark(split, true);
  readRows(split, true);
  split.onPiece();
  return { rows: split.row, unbalancedQuoteRow: split.quotes === 'unclosed' ? split.row : null };
}

function textOf({ bytes, starts, ends, flags, quote }: Split, cell: number): string {
  const text = cellText(bytes, starts[cell] ?? 0, ends[cell] ?? 0);
  // papaparse leaves a cell that is never closed as it stands.
  if (((flags[cell] ?? 0) & (CELL_FLAGS.doubled | CELL_FLAGS.unclosed)) !== CELL_FLAGS.doubled) return text;
  const mark = String.fromCharCode(quote);
  return text.replaceAll(mark + mark, mark);
}

/**
 * Gives every row that is complete; with `last`, what is there is all there is.
 * A row is read in one go. When the bytes end before it does, it is read again from its start once there are twice as
 * many, so nothing has to be remembered in the middle of a row and the work stays in proportion to the bytes.
 */
function readRows(split: Split, last: boolean): void {
  while (split.rowStart < split.filled && (last || split.filled >= split.enough)) {
    const next = readRow(split, last);
    if (next === NOT_YET) {
      split.enough = split.rowStart + 2 * (split.filled - split.rowStart);
      return;
    }
    split.rowStart = next;
  }
}

/** Moves the row being read to the front of the bytes and the new ones behind it. */
function append(split: Split, piece: Uint8Array): void {
  const kept = split.filled - split.rowStart;
  split.bytes.copyWithin(0, split.rowStart, split.filled);
  split.base += split.rowStart;
  split.enough -= split.rowStart;
  split.rowStart = 0;
  split.filled = kept + piece.length;
  if (split.filled + SLACK_BYTES > split.bytes.length) {
    const { bytes, view } = createRoom(2 * split.filled + SLACK_BYTES);
    split.bytes = moved(split.bytes.subarray(0, kept), bytes);
    split.view = view;
  }
  split.bytes.set(piece, kept);
  split.bytes[split.filled] = split.newline;
  split.bytes[split.filled + 1] = split.quote;
}

/** A byte order mark at the very start is no text. @returns Whether that is settled. */
function skipMark(split: Split, last: boolean): boolean {
  if (!split.markPossible) return true;
  if (split.filled < 3 && !last) return false;
  split.markPossible = false;
  const { bytes, filled } = split;
  if (filled >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) split.rowStart = 3;
  return true;
}
