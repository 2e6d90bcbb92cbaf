/** Rows of a delimited text as byte ranges: what is said of them, and how they are asked for. */
import * as CELL_FLAGS from './cell-flags.js';

/**
 * One row as byte ranges into `bytes`. The object and its arrays are used again: they hold only until `onRow` returns.
 * A range is what stands inside the quotes, when there are any. Cells count from 0, up to `count`.
 */
export interface RowCells {
  /** Number of the row as a spreadsheet counts: from 1, blank lines included, a line break inside quotes not. */
  readonly row: number;
  /** Where the row starts, in bytes from the start of the file's UTF-8 form. */
  readonly offset: number;
  readonly count: number;
  /** An empty line, or nothing but a pair of quotes. */
  readonly blank: boolean;
  /** `stray`: a quote in the middle of a quoted cell. `unclosed`: the last quote of the file is never closed. */
  readonly quotes: 'fine' | 'stray' | 'unclosed';
  readonly bytes: Uint8Array;
  /** Of the same bytes, with four more behind the last cell. */
  readonly view: DataView;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
  /** `hashBytes` of each cell that has no doubled quotes. */
  readonly hashes: Int32Array;
  /** The cell as text, doubled quotes made single. Bytes that are no UTF-8 become U+FFFD. */
  text(cell: number): string;
}

/** Takes the file's UTF-8 in chunks of any size, cut anywhere. */
export interface RowSplitter {
  /** @throws {ImporterError} `csv-row-too-large` */
  push(chunk: Uint8Array): void;
  /** Gives the last row when the file does not end with a newline. */
  end(): RowsEnd;
}

export interface RowsEnd {
  /** Rows given, blank ones included, and those before the place of resumption. */
  readonly rows: number;
  /** Row whose quote is never closed, so that it swallowed the rest of the file; null when all is well. */
  readonly unbalancedQuoteRow: number | null;
}

/** Where a row starts: its number and its `offset`. */
export interface RowPlace {
  readonly row: number;
  readonly offset: number;
}

/** Whether the cell stands in quotes. */
export const isQuoted = ({ flags }: RowCells, cell: number): boolean =>
  ((flags[cell] ?? 0) & CELL_FLAGS.quoted) !== 0;
