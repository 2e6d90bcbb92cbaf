import { csvCell } from './write.js';

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

/** Size of the pieces that are handed on, in bytes. */
const PIECE_BYTES = 1024 * 1024;
/** Below this a loop copies faster than the built-in. */
const SHORT_BYTES = 64;

/** Takes CSV piece by piece and hands it on in larger ones. */
export interface CsvOutput {
  /** Taken so far. */
  readonly bytes: number;
  comma(): void;
  newline(): void;
  /** Bytes that are proper CSV already. */
  raw(bytes: Uint8Array, start: number, end: number): void;
  /** The content of a cell with quotes around it, its inner quotes being doubled already. */
  inQuotes(bytes: Uint8Array, start: number, end: number): void;
  /** The content of an unquoted cell, put in quotes if it must be. */
  plain(bytes: Uint8Array, start: number, end: number): void;
  text(text: string): void;
  end(): void;
}

/** @param write Gets the pieces in order, each its own to keep. */
export function createCsvOutput(newline: '\n' | '\r\n', write: (bytes: Uint8Array) => void): CsvOutput {
  const encoder = new TextEncoder();
  let piece = new Uint8Array(PIECE_BYTES);
  let used = 0;
  let written = 0;

  function makeRoom(bytes: number): void {
    if (used + bytes <= piece.length) return;
    flush();
    piece = new Uint8Array(Math.max(PIECE_BYTES, bytes));
  }

  function flush(): void {
    if (used > 0) write(piece.subarray(0, used));
    written += used;
    used = 0;
  }

  function byte(value: number): void {
    makeRoom(1);
    piece[used++] = value;
  }

  function raw(bytes: Uint8Array, start: number, end: number): void {
    makeRoom(end - start);
    if (end - start > SHORT_BYTES) {
      piece.set(bytes.subarray(start, end), used);
      used += end - start;
      return;
    }
    for (let at = start; at < end; at++) piece[used++] = bytes[at] ?? 0;
  }

  function inQuotes(bytes: Uint8Array, start: number, end: number): void {
    byte(QUOTE);
    raw(bytes, start, end);
    byte(QUOTE);
  }

  return {
    get bytes() {
      return written + used;
    },
    raw,
    inQuotes,
    comma: () => byte(COMMA),
    newline() {
      if (newline === '\r\n') byte(CR);
      byte(LF);
    },
    plain(bytes, start, end) {
      let quotes = 0;
      let isSpecial = false;
      for (let at = start; at < end; at++) {
        const value = bytes[at];
        if (value === QUOTE) quotes++;
        else if (value === COMMA || value === LF || value === CR) isSpecial = true;
      }
      if (quotes === 0) {
        if (isSpecial) inQuotes(bytes, start, end);
        else raw(bytes, start, end);
        return;
      }
      makeRoom(end - start + quotes + 2);
      piece[used++] = QUOTE;
      for (let at = start; at < end; at++) {
        const value = bytes[at] ?? 0;
        if (value === QUOTE) piece[used++] = QUOTE;
        piece[used++] = value;
      }
      piece[used++] = QUOTE;
    },
    text(text) {
      const cell = csvCell(text);
      // No UTF-16 unit takes more than three bytes.
      makeRoom(cell.length * 3);
      let at = 0;
      while (at < cell.length && at < SHORT_BYTES && cell.charCodeAt(at) < 128) {
        piece[used + at] = cell.charCodeAt(at);
        at++;
      }
      used += at === cell.length ? at : encoder.encodeInto(cell, piece.subarray(used)).written;
    },
    end: flush,
  };
}
