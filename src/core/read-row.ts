import { finishHash, HASH_SEED, hashBytes, hashWord, zeroBytes } from './byte-words.js';
import { cellText } from './cell-text.js';
import { ImporterError } from './errors.js';
import * as CELL_FLAGS from './cell-flags.js';
import { moved } from './room.js';
import { type RowCells } from './rows.js';

/** Longest row that is read, in bytes: 32 MB. Longer is nearly always a quote that is never closed. */
export const ROW_BYTES_LIMIT = 32 * 1024 * 1024;

const TAB = 9;
export const LF = 10;
export const CR = 13;
const SPACE = 32;

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

// What else the place behind a quote, or of the next row, may be. Places are not negative.
export const NOT_YET = -1;
const IS_DOUBLED = -2;
const IS_STRAY = -3;

/** Reads one row and hands it on. @returns Where the next one starts; `NOT_YET` when this one is not complete. */
export function readRow(split: Split, last: boolean): number {
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
  split.cellFlags = CELL_FLAGS.quoted;
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
    if (separator === IS_DOUBLED) split.cellFlags |= CELL_FLAGS.doubled;
    else split.quotes = 'stray';
    at += separator === IS_DOUBLED ? 2 : 1;
    parts++;
  }
}

function leaveUnclosed(split: Split, start: number): number {
  const { view, filled } = split;
  split.cellFlags |= CELL_FLAGS.unclosed;
  split.quotes = 'unclosed';
  split.contentEnd = filled;
  split.cellHash = hashBytes(view, start, filled);
  return filled;
}

/** Where the separator stands that makes a quote a closing one, or what the quote is instead. */
function separatorBehind(
  { bytes, filled, delimiter, newline, quote }: Split,
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
  return !wide || cellText(bytes, after, end).trim() === '' ? end : IS_STRAY;
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
  if (end < start || bytes[end] !== CR || ((flags[cell] ?? 0) & CELL_FLAGS.quoted) !== 0) return;
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

export const rowTooLarge = ({ row }: Split): ImporterError =>
  new ImporterError('csv-row-too-large', { row: row + 1, limitBytes: ROW_BYTES_LIMIT });

/** Bits of the bytes before the first one that `zeroBytes` marks. */
const bitsBefore = (hit: number): number => 24 - Math.clz32(hit & -hit);
