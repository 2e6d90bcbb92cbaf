import type { Sink } from '../worker/sink.js';
import type { SheetRow } from './sheet.js';

/** Characters that are collected before they are handed on. */
const PIECE_CHARACTERS = 1 << 20;

/**
 * Writes a sheet as delimited text with the numbers of its rows: a row without cells is a blank line. Rows are filled up to the
 * widest one so far, so that a row is short only above the table.
 */
export function createSheetText(sink: Sink): { row(row: SheetRow): void; end(): void } {
  const encoder = new TextEncoder();
  let piece = '';
  let lines = 0;
  let width = 0;

  function flush(): void {
    sink.write(encoder.encode(piece));
    piece = '';
  }

  return {
    row({ row, cells }) {
      piece += '\n'.repeat(row - 1 - lines);
      width = Math.max(width, cells.length);
      piece += `${cells.map(cellText).join(',')}${','.repeat(width - cells.length)}\n`;
      lines = row;
      if (piece.length >= PIECE_CHARACTERS) flush();
    },
    end: flush,
  };
}

/** A byte order mark in front would be taken for the file's. */
function cellText(cell: string): string {
  const text = cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
  return /[",\n\ufeff]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
