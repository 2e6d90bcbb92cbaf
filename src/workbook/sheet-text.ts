import { MOST_BYTES, WorkbookFault } from './fault.js';
import type { SheetRow } from './sheet.js';

/** A table that could be imported has fewer columns: a stray cell far to the right must not fill every row. */
const MOST_FILLED = 1000;

/** Characters that are collected before they are handed on. */
const PIECE_CHARACTERS = 1 << 20;

/**
 * Writes a sheet as delimited text with the numbers of its rows: a row without cells is a blank line. Rows are filled up to the
 * widest one so far, so that a row is short only above the table.
 *
 * @param mostBytes where it ends: many cells may name one long text, so that a small workbook has no end
 * @throws {WorkbookFault} `too-large`
 */
export function createSheetText(
  write: (bytes: Uint8Array) => void,
  mostBytes: number = MOST_BYTES,
): {
  /** Those that were taken. */
  readonly rows: number;
  row(row: SheetRow): void;
  /** Hands on what is left: nothing is handed on before, while there is one row. */
  end(): void;
} {
  const encoder = new TextEncoder();
  let piece = '';
  let bytes = 0;
  let rows = 0;
  let lines = 0;
  let width = 0;

  function flush(): void {
    const encoded = encoder.encode(piece);
    piece = '';
    bytes += encoded.length;
    if (bytes > mostBytes) throw new WorkbookFault('too-large');
    if (encoded.length > 0) write(encoded);
  }

  return {
    get rows() {
      return rows;
    },
    row({ row, cells }) {
      piece += '\n'.repeat(row - 1 - lines);
      width = Math.min(Math.max(width, cells.length), MOST_FILLED);
      piece += `${cells.map(cellText).join(',')}${','.repeat(Math.max(width - cells.length, 0))}\n`;
      lines = row;
      rows += 1;
      if (rows > 1 && piece.length >= PIECE_CHARACTERS) flush();
    },
    end: flush,
  };
}

/** A byte order mark in front would be taken for the file's. */
function cellText(cell: string): string {
  const text = cell.includes('\r') ? cell.replace(/\r\n?/g, '\n') : cell;
  return /[",\n\ufeff]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
