import type { RowCells, RowPlace, RowSplitter } from './rows.js';
import { beginSplit, endSplit, pushBytes, type Written } from './split-bytes.js';

/**
 * Splits a delimited text in UTF-8 into rows of byte ranges, as papaparse reads it, without making strings. A file in
 * another encoding goes through `createTranscoder` first.
 *
 * Newlines: a file with `\n` or `\r\n` has its rows ended by both, since real files mix them and HubSpot is expected
 * to read both (inferred); papaparse, told one of them, would leave the other in a cell. A file with `\r` has its
 * rows ended by `\r` and `\r\n`. No row follows the last newline.
 *
 * @param dialect `delimiter` and `quote` are single ASCII characters.
 * @param onRow Called for every row, header and blank ones too.
 * @param from Where to go on.
 */
export function createRowSplitter(
  dialect: Written,
  onRow: (row: RowCells) => void,
  from: RowPlace = { row: 1, offset: 0 },
): RowSplitter {
  const split = beginSplit(dialect, from, onRow, () => undefined);
  return { push: (chunk) => pushBytes(split, chunk), end: () => endSplit(split) };
}
