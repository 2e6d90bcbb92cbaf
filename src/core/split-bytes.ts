import { createCellDecoder } from './cell-text.js';
import type { Dialect } from './dialect.js';
import { ImporterError } from './errors.js';
import type { RowCells, RowPlace, RowSplitter } from './rows.js';

/** Longest row that is read, in bytes: 32 MB. Longer is nearly always a quote that is never closed. */
export const ROW_BYTES_LIMIT = 32 * 1024 * 1024;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Chunks are worked through in pieces, so that a large chunk is not copied whole. */
const PIECE_BYTES = 1024 * 1024;

// What is known of a cell, as bits.
const QUOTED = 1;
const DOUBLED = 2;
const UNCLOSED = 4;

/**
 * The splitter itself, for bytes in which delimiter, quote and newline are single ASCII bytes. Use `createRowSplitter`.
 */
export function splitBytes(dialect: Dialect, onRow: (row: RowCells) => void, from: RowPlace): RowSplitter {
  const { encoding, quote } = dialect;
  const delimiterByte = dialect.delimiter.charCodeAt(0);
  const quoteByte = quote.charCodeAt(0);
  const newlineByte = dialect.newline === '\r' ? CR : LF;
  const decode = createCellDecoder(encoding);
  let bomPossible = from.offset === 0 && encoding === 'utf-8';
  let unbalancedQuoteRow: number | null = null;

  // The buffer holds the row being read and what follows it; `base` is where it starts in the file.
  let base = from.offset;
  let buffer = new Uint8Array(0);
  let filled = 0;
  let rowStart = 0;

  // The cell being read: `cursor` is how far, `contentEnd` and `separator` where it ends once that is found.
  let place: 'before' | 'plain' | 'quoted' = 'before';
  let cursor = 0;
  let cellStart = 0;
  let cellBits = 0;
  let contentEnd = 0;
  let separator = 0;

  let starts = new Int32Array(64);
  let ends = new Int32Array(64);
  let bits = new Uint8Array(64);
  let count = 0;

  const cells = {
    row: from.row - 1,
    offset: 0,
    count: 0,
    blank: false,
    quotes: 'fine' as RowCells['quotes'],
    bytes: buffer,
    encoding,
    start: (cell: number): number => starts[cell] ?? 0,
    end: (cell: number): number => ends[cell] ?? 0,
    quoted: (cell: number): boolean => ((bits[cell] ?? 0) & QUOTED) !== 0,
    text(cell: number): string {
      const text = decode(buffer, starts[cell] ?? 0, ends[cell] ?? 0);
      // papaparse leaves a cell that is never closed as it stands.
      const doubled = ((bits[cell] ?? 0) & (DOUBLED | UNCLOSED)) === DOUBLED;
      return doubled ? text.replaceAll(quote + quote, quote) : text;
    },
  };

  /** Gives every row that is complete; with `last`, what is in the buffer is all there is. */
  function readRows(last: boolean): void {
    for (;;) {
      if (place === 'before') readPlainCells();
      if (place === 'before' && !openCell()) return;
      if (!(place === 'quoted' ? findClosingQuote(last) : findSeparator())) return;
      const next = afterSeparator(last);
      if (next > filled) return;
      addCell(contentEnd);
      if (separator === filled || buffer[separator] !== delimiterByte) giveRow(separator, next);
      cursor = next;
      place = 'before';
    }
  }

  /** Unquoted cells of the row up to its last one: the bulk of most files, kept in locals for speed. */
  function readPlainCells(): void {
    const bytes = buffer;
    const end = filled;
    const delimiter = delimiterByte;
    const newline = newlineByte;
    const capacity = starts.length;
    const cellStarts = starts;
    const cellEnds = ends;
    const cellFlags = bits;
    let cell = count;
    let start = cursor;
    while (cell < capacity && start < end && bytes[start] !== quoteByte) {
      let at = start;
      while (at < end && bytes[at] !== delimiter && bytes[at] !== newline) at++;
      if (at === end || bytes[at] !== delimiter) break;
      cellStarts[cell] = start;
      cellEnds[cell] = at;
      cellFlags[cell] = 0;
      cell++;
      start = at + 1;
    }
    count = cell;
    cursor = start;
  }

  function openCell(): boolean {
    if (cursor >= filled) return false;
    const quoted = buffer[cursor] === quoteByte;
    if (quoted) cursor++;
    cellStart = cursor;
    cellBits = quoted ? QUOTED : 0;
    place = quoted ? 'quoted' : 'plain';
    return true;
  }

  function findSeparator(): boolean {
    // Locals: the loop is a good part of the whole pass.
    const bytes = buffer;
    const end = filled;
    const delimiter = delimiterByte;
    const newline = newlineByte;
    let at = cursor;
    while (at < end && bytes[at] !== delimiter && bytes[at] !== newline) at++;
    cursor = at;
    if (at === end) return false;
    separator = at;
    contentEnd = newline === LF && bytes[at] === LF && bytes[at - 1] === CR ? at - 1 : at;
    return true;
  }

  /** A quote closes its cell when a delimiter, a newline or the end follows it, white space before those allowed. */
  function findClosingQuote(last: boolean): boolean {
    const bytes = buffer;
    let at = cursor;
    for (;;) {
      while (at < filled && bytes[at] !== quoteByte) at++;
      cursor = at;
      if (at === filled) return false;
      const after = at + 1;
      if (after === filled) {
        contentEnd = at;
        separator = after;
        return last;
      }
      if (bytes[after] === quoteByte) {
        cellBits |= DOUBLED;
        at += 2;
        continue;
      }
      const end = skipBlank(after);
      if (end === filled && !last) return false;
      if (end >= 0 && end < filled) {
        contentEnd = at;
        separator = end;
        return true;
      }
      cells.quotes = 'stray';
      at = after;
    }
  }

  /** The next delimiter or newline if only white space stands before it, `filled` if that is all, else -1. */
  function skipBlank(from: number): number {
    let wide = false;
    let at = from;
    for (; at < filled; at++) {
      const byte = buffer[at] ?? 0;
      if (byte === delimiterByte || byte === newlineByte) break;
      if (byte > 127) wide = true;
      else if (byte !== SPACE && (byte < TAB || byte > CR)) return -1;
    }
    if (!wide || at === filled) return at;
    return decode(buffer, from, at).trim() === '' ? at : -1;
  }

  /** Where the next cell starts; beyond `filled` when the byte that decides is still to come. */
  function afterSeparator(last: boolean): number {
    if (separator === filled) return filled;
    const next = separator + 1;
    if (newlineByte === LF || buffer[separator] !== CR || delimiterByte === CR) return next;
    if (next === filled) return last ? next : next + 1;
    return buffer[next] === LF ? next + 1 : next;
  }

  function addCell(end: number): void {
    if (count === starts.length) {
      starts = moved(starts, new Int32Array(count * 2));
      ends = moved(ends, new Int32Array(count * 2));
      bits = moved(bits, new Uint8Array(count * 2));
    }
    starts[count] = cellStart;
    ends[count] = end;
    bits[count] = cellBits;
    count++;
  }

  function giveRow(end: number, next: number): void {
    if (end - rowStart > ROW_BYTES_LIMIT) throw rowTooLarge();
    cells.row++;
    cells.offset = base + rowStart;
    cells.count = count;
    cells.blank = count === 1 && starts[0] === ends[0];
    cells.bytes = buffer;
    onRow(cells);
    cells.quotes = 'fine';
    count = 0;
    rowStart = next;
  }

  function rowTooLarge(): ImporterError {
    return new ImporterError('csv-row-too-large', { row: cells.row + 1, limitBytes: ROW_BYTES_LIMIT });
  }

  /** Moves the row being read to the front of the buffer and the new bytes behind it. */
  function append(piece: Uint8Array): void {
    buffer.copyWithin(0, rowStart, filled);
    for (let cell = 0; cell < count; cell++) {
      starts[cell] = (starts[cell] ?? 0) - rowStart;
      ends[cell] = (ends[cell] ?? 0) - rowStart;
    }
    base += rowStart;
    cursor -= rowStart;
    cellStart -= rowStart;
    filled -= rowStart;
    rowStart = 0;
    if (filled + piece.length > buffer.length) {
      buffer = moved(buffer.subarray(0, filled), new Uint8Array(2 * (filled + piece.length)));
    }
    buffer.set(piece, filled);
    filled += piece.length;
  }

  function skipBom(last: boolean): boolean {
    if (!bomPossible) return true;
    if (filled < 3 && !last) return false;
    bomPossible = false;
    if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf && filled >= 3) rowStart = cursor = 3;
    return true;
  }

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        append(chunk.subarray(at, at + PIECE_BYTES));
        if (skipBom(false)) readRows(false);
        if (filled - rowStart > ROW_BYTES_LIMIT) throw rowTooLarge();
      }
    },
    end() {
      skipBom(true);
      readRows(true);
      if (rowStart < filled) {
        if (place === 'before') {
          cellStart = filled;
          cellBits = 0;
        }
        if (place === 'quoted') {
          cellBits |= UNCLOSED;
          cells.quotes = 'unclosed';
          unbalancedQuoteRow = cells.row + 1;
        }
        addCell(filled);
        giveRow(filled, filled);
      }
      return { rows: cells.row, unbalancedQuoteRow };
    },
  };
}

function moved<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
