import type { Dialect } from './dialect.js';
import { splitBytes } from './split-bytes.js';

/**
 * One row as byte ranges into `bytes`. The object and the bytes are reused: they hold only until `onRow` returns.
 * A range is what stands inside the quotes, when there are any. Cells count from 0, up to `count`.
 */
export interface RowCells {
  /** Number of the row as a spreadsheet counts: from 1, blank lines included, a line break inside quotes not. */
  readonly row: number;
  /** Where the row starts, in bytes from the start of the file (of its UTF-8 form when it is not splittable). */
  readonly offset: number;
  readonly count: number;
  /** An empty line, or nothing but a pair of quotes. */
  readonly blank: boolean;
  /** `stray`: a quote in the middle of a quoted cell. `unclosed`: the last quote of the file is never closed. */
  readonly quotes: 'fine' | 'stray' | 'unclosed';
  readonly bytes: Uint8Array;
  /** Encoding of `bytes`: the file's own, or `utf-8` when it is not splittable. */
  readonly encoding: string;
  start(cell: number): number;
  end(cell: number): number;
  /** Whether the cell stands in quotes. */
  quoted(cell: number): boolean;
  /** The cell as text, doubled quotes made single. Bytes that the encoding cannot read become U+FFFD. */
  text(cell: number): string;
}

/** Takes the file's bytes in chunks of any size, cut anywhere. */
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

/**
 * Whether rows are found in the file's own bytes: true for UTF-8 and the single-byte encodings, whose delimiters,
 * quotes and newlines are single ASCII bytes. Any other file is turned into UTF-8 on the way, and a row's `offset`
 * is then no place in the file.
 */
export function isSplittable(encoding: string): boolean {
  return /^(utf-8|windows-(874|125\d)|iso-8859-.+|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/.test(encoding);
}

/** Text is decoded in pieces, so that a large chunk is not held twice. */
const PIECE_BYTES = 1024 * 1024;

/** Where a row starts: its number and its `offset`. */
export interface RowPlace {
  readonly row: number;
  readonly offset: number;
}

/**
 * Splits a delimited file into rows of byte ranges, as papaparse reads it, without making strings.
 *
 * Newlines: a file with `\n` or `\r\n` has its rows ended by both, since real files mix them and HubSpot is expected
 * to read both (inferred); papaparse, told one of them, would leave the other in a cell. A file with `\r` has its
 * rows ended by `\r` and `\r\n`. No row follows the last newline.
 *
 * @param dialect `delimiter` and `quote` are single ASCII characters.
 * @param onRow Called for every row, header and blank ones too.
 * @param from Where to go on. Only for a splittable encoding.
 */
export function createRowSplitter(
  dialect: Dialect,
  onRow: (row: RowCells) => void,
  from: RowPlace = { row: 1, offset: 0 },
): RowSplitter {
  if (isSplittable(dialect.encoding)) return splitBytes(dialect, onRow, from);
  const splitter = splitBytes({ ...dialect, encoding: 'utf-8' }, onRow, from);
  const decoder = new TextDecoder(dialect.encoding);
  const encoder = new TextEncoder();
  return {
    push(chunk) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const piece = chunk.subarray(at, at + PIECE_BYTES);
        splitter.push(encoder.encode(decoder.decode(piece, { stream: true })));
      }
    },
    end() {
      splitter.push(encoder.encode(decoder.decode()));
      return splitter.end();
    },
  };
}
