import { createRowSplitter } from '../core/row-splitter.js';
import type { FileRow } from './protocol.js';
import { type OpenText, readText } from './text.js';

/** Rows so near to each other are read in one go. */
const NEAR_ROWS = 2048;

/** Reads the cells of some rows, from the nearest places known. Rows that the file does not have are left out. */
export async function readSomeRows(text: OpenText, wanted: readonly number[]): Promise<readonly FileRow[]> {
  const found: FileRow[] = [];
  const pending = [...new Set(wanted)].filter((row) => row > 0).sort((a, b) => a - b);
  while (pending.length > 0) {
    const first = pending[0] ?? 0;
    const near = pending.filter((row) => row < first + NEAR_ROWS);
    const rows = await readNearRows(text, near);
    found.push(...rows);
    if (rows.length < near.length) break; // the file ends before the last of them
    pending.splice(0, near.length);
  }
  return found;
}

async function readNearRows(text: OpenText, wanted: readonly number[]): Promise<FileRow[]> {
  const found: FileRow[] = [];
  const { places } = text;
  const from = places.before(wanted[0] ?? 1);
  const until = places.behind(wanted.at(-1) ?? 1);
  const splitter = createRowSplitter(
    text.dialect,
    (row) => {
      if (row.row !== wanted[found.length]) return;
      found.push({ row: row.row, cells: Array.from({ length: row.count }, (_, cell) => row.text(cell)) });
    },
    from,
  );
  for await (const { bytes } of readText(text, from.offset, until)) {
    splitter.push(bytes);
    if (found.length === wanted.length) return found;
  }
  splitter.end();
  return found;
}
