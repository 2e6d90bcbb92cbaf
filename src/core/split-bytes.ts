import { finishHash, HASH_SEED, hashBytes, hashWord, zeroBytes } from './byte-words.js';
import { createCellDecoder } from './cell-text.js';
import type { Dialect } from './dialect.js';
import { ImporterError } from './errors.js';
import { CELL_FLAGS, type RowCells, type RowPlace, type RowsEnd } from './rows.js';

/** Longest row that is read, in bytes: 32 MB. Longer is nearly always a quote that is never closed. */
export const ROW_BYTES_LIMIT = 32 * 1024 * 1024;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Chunks are worked through in pieces, so that a large chunk is not copied whole. */
const PIECE_BYTES = 1024 * 1024;

/** Behind what is filled: a newline and a quote, at which every search ends, and room to read four bytes at once. */
const SLACK_BYTES = 8;

const { quoted: QUOTED, doubled: DOUBLED, unclosed: UNCLOSED } = CELL_FLAGS;

/** What of a dialect tells rows and cells. */
export type Written = Pick<Dialect, 'delimiter' | 'quote' | 'newline'>;

/** Begins at a place of a text. Rows are given to `onRow`; `onPiece` is told before the bytes behind them move. */
export function beginSplit(
  { delimiter, quote, newline }: Written,
  from: RowPlace,
  onRow: Split['onRow'],
  onPiece: Split['onPiece'],
): Split {
  const bytes = new Uint8Array(SLACK_BYTES);
  const split: Split = {
    row: from.row - 1,
    offset: from.offset,
    first: 0,
    count: 0,
    blank: false,
    quotes: 'fine',
    bytes,
    view: new DataView(bytes.buffer),
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
    decode: createCellDecoder(),
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

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * A text on its way through the splitter. One plain object and functions that are no closures, because the loops below
 * are a good part of the whole pass and run a third faster so.
 */
export interface Split extends Mutable<RowCells> {
  readonly delimiter: number;
  readonly quote: number;
  readonly newline: number;
  readonly onRow: (row: Split) => void;
  readonly onPiece: () => void;
  /** Where the cells of the next row go in the arrays: behind those of rows that are still wanted. */
  first: number;
  readonly decode: (bytes: Uint8Array, start: number, end: number) => string;
  /** `bytes` holds the row being read and what follows it; `base` is where they start in the file. */
  base: number;
  filled: number;
  rowStart: number;
  /** The row that is begun is read again when so much is filled. */
  enough: number;
  markPossible: boolean;
  // Of the cell in quotes that was read last.
  contentEnd: number;
  cellFlags: number;
  cellHash: number;
}

function textOf({ bytes, starts, ends, flags, quote, decode }: Split, cell: number): string {
  const text = decode(bytes, starts[cell] ?? 0, ends[cell] ?? 0);
  // papaparse leaves a cell that is never closed as it stands.
  if (((flags[cell] ?? 0) & (DOUBLED | UNCLOSED)) !== DOUBLED) return text;
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

// What else the place behind a quote, or of the next row, may be. Places are not negative.
const NOT_YET = -1;
const IS_DOUBLED = -2;
const IS_STRAY = -3;

/** Reads one row and hands it on. @returns Where the next one starts; `NOT_YET` when this one is not complete. */
function readRow(split: Split, last: boolean): number {
  const { bytes, view, filled, delimiter, quote } = split;
  const delimiters = Math.imul(delimiter, 0x01010101);
  const newlines = Math.imul(split.newline, 0x01010101);
  let { starts, ends, flags, hashes } = split;
  let cell = split.first;
  let at = split.rowStart;
  split.quotes = 'fine';
  for (;;) {
    if (cell === starts.length) ({ starts, ends, flags, hashes } = makeRoomForCells(split));
    if (bytes[at] === quote) {
      const start = at + 1;
      at = readQuoted(split, start, last);
      if (at === NOT_YET) return NOT_YET;
      starts[cell] = start;
      ends[cell] = split.contentEnd;
      flags[cell] = split.cellFlags;
      hashes[cell] = split.cellHash;
    } else {
      const start = at;
      let hash = HASH_SEED;
      for (;;) {
        const word = view.getInt32(at, true);
        const hit = zeroBytes(word ^ delimiters) | zeroBytes(word ^ newlines);
        if (hit === 0) {
          hash = hashWord(hash, word);
          at += 4;
          continue;
        }
        const bits = bitsBefore(hit);
        if (bits > 0) {
          const tail = word & ((1 << bits) - 1);
          hash = hashWord(hash, tail);
          at += bits >> 3;
        }
        break;
      }
      if (at >= filled && !last) return NOT_YET;
      starts[cell] = start;
      ends[cell] = at;
      flags[cell] = 0;
      hashes[cell] = finishHash(hash, at - start);
    }
    cell++;
    if (bytes[at] !== delimiter) return endRow(split, cell, at, last);
    at++;
  }
}

/**
 * Reads to the end of a cell in quotes. A quote closes it when a delimiter, a newline or the end follows, white space
 * before those allowed.
 *
 * @returns Where the separator behind it stands, or `NOT_YET`.
 */
function readQuoted(split: Split, start: number, last: boolean): number {
  const { view, filled } = split;
  const quotes = Math.imul(split.quote, 0x01010101);
  let hash = HASH_SEED;
  let at = start;
  let parts = 1;
  split.cellFlags = QUOTED;
  for (;;) {
    const word = view.getInt32(at, true);
    const hit = zeroBytes(word ^ quotes);
    if (hit === 0) {
      hash = hashWord(hash, word);
      at += 4;
      continue;
    }
    const bits = bitsBefore(hit);
    if (bits > 0) {
      const tail = word & ((1 << bits) - 1);
      hash = hashWord(hash, tail);
      at += bits >> 3;
    }
    if (at >= filled) return last ? leaveUnclosed(split, start) : NOT_YET;
    const separator = separatorBehind(split, at, last);
    if (separator === NOT_YET) return NOT_YET;
    if (separator >= 0) {
      split.contentEnd = at;
      // The words of a cell that was read in parts are not those that `hashBytes` takes.
      split.cellHash = parts === 1 ? finishHash(hash, at - start) : hashBytes(view, start, at);
      return separator;
    }
    if (separator === IS_DOUBLED) split.cellFlags |= DOUBLED;
    else split.quotes = 'stray';
    at += separator === IS_DOUBLED ? 2 : 1;
    parts++;
  }
}

function leaveUnclosed(split: Split, start: number): number {
  const { view, filled } = split;
  split.cellFlags |= UNCLOSED;
  split.quotes = 'unclosed';
  split.contentEnd = filled;
  split.cellHash = hashBytes(view, start, filled);
  return filled;
}

/** Where the separator stands that makes a quote a closing one, or what the quote is instead. */
function separatorBehind(
  { bytes, filled, delimiter, newline, quote, decode }: Split,
  at: number,
  last: boolean,
): number {
  const after = at + 1;
  if (after === filled) return last ? after : NOT_YET;
  if (bytes[after] === delimiter || bytes[after] === newline) return after;
  if (bytes[after] === quote) return IS_DOUBLED;
  let wide = false;
  let end = after;
  for (; end < filled; end++) {
    const byte = bytes[end] ?? 0;
    if (byte === delimiter || byte === newline) break;
    if (byte > 127) wide = true;
    else if (byte !== SPACE && (byte < TAB || byte > CR)) return IS_STRAY;
  }
  if (end === filled) return last ? IS_STRAY : NOT_YET;
  return !wide || decode(bytes, after, end).trim() === '' ? end : IS_STRAY;
}

/** Hands the row on. @param cells Behind its last cell. @returns Where the next row starts, or `NOT_YET`. */
function endRow(split: Split, cells: number, end: number, last: boolean): number {
  const { filled, rowStart, starts, ends, first } = split;
  const next = behindNewline(split, end, last);
  if (next === NOT_YET) return NOT_YET;
  if (end - rowStart > ROW_BYTES_LIMIT) throw rowTooLarge(split);
  if (split.newline === LF && end < filled) dropCarriageReturn(split, cells - 1);
  split.row++;
  split.offset = split.base + rowStart;
  split.count = cells - first;
  split.blank = cells - first === 1 && starts[first] === ends[first];
  split.onRow(split);
  return next;
}

function behindNewline({ bytes, filled, newline }: Split, end: number, last: boolean): number {
  if (end === filled) return end;
  const next = end + 1;
  if (newline === LF) return next;
  if (next === filled) return last ? next : NOT_YET;
  return bytes[next] === LF ? next + 1 : next;
}

function dropCarriageReturn({ bytes, view, starts, ends, flags, hashes }: Split, cell: number): void {
  const start = starts[cell] ?? 0;
  const end = (ends[cell] ?? 0) - 1;
  if (end < start || bytes[end] !== CR || ((flags[cell] ?? 0) & QUOTED) !== 0) return;
  ends[cell] = end;
  hashes[cell] = hashBytes(view, start, end);
}

function makeRoomForCells(split: Split): Split {
  const room = split.starts.length * 2;
  split.starts = moved(split.starts, new Int32Array(room));
  split.ends = moved(split.ends, new Int32Array(room));
  split.flags = moved(split.flags, new Uint8Array(room));
  split.hashes = moved(split.hashes, new Int32Array(room));
  return split;
}

const rowTooLarge = ({ row }: Split): ImporterError =>
  new ImporterError('csv-row-too-large', { row: row + 1, limitBytes: ROW_BYTES_LIMIT });

/** Moves the row being read to the front of the bytes and the new ones behind it. */
function append(split: Split, piece: Uint8Array): void {
  const kept = split.filled - split.rowStart;
  split.bytes.copyWithin(0, split.rowStart, split.filled);
  split.base += split.rowStart;
  split.enough -= split.rowStart;
  split.rowStart = 0;
  split.filled = kept + piece.length;
  if (split.filled + SLACK_BYTES > split.bytes.length) {
    split.bytes = moved(split.bytes.subarray(0, kept), new Uint8Array(2 * split.filled + SLACK_BYTES));
    split.view = new DataView(split.bytes.buffer);
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

/** Bits of the bytes before the first one that `zeroBytes` marks. */
const bitsBefore = (hit: number): number => 24 - Math.clz32(hit & -hit);

function moved<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
