/** A row of the file's beginning with its number as a spreadsheet counts. */
export interface SampleRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows below the header that are compared with it. */
const ROWS_COMPARED = 20;

/**
 * Finds the header row: the first row that fills at least half as many cells as the fuller rows do, unless it looks
 * like the rows below it. Titles and notes above, which fill a cell or two, are passed over.
 *
 * @param rows The first rows in file order, without blank ones.
 * @returns Its number, from 1; 0 when the file starts with data.
 */
export function findHeaderRow(rows: readonly SampleRow[]): number {
  // Not the fullest row of all: a single one with a cell too many must not decide.
  const counts = rows.map(({ cells }) => filledCount(cells)).sort((a, b) => a - b);
  const full = counts[Math.floor(counts.length * 0.75)] ?? 0;
  const enough = Math.max(Math.min(full, 2), Math.ceil(full / 2));
  const index = rows.findIndex(({ cells }) => filledCount(cells) >= enough);
  const candidate = rows[index];
  if (candidate === undefined) return 0;
  const below = rows.slice(index + 1, index + 1 + ROWS_COMPARED).map(({ cells }) => cells);
  if (looksLikeHeader(candidate.cells, below)) return candidate.row;
  // A header with fewer cells than the data has: the row just above, if it reads like one.
  const above = rows[index - 1];
  return above !== undefined && readsLikeLabels(above.cells) ? above.row : 0;
}

const filledCount = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

function readsLikeLabels(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const distinct = new Set(filled.map((cell) => cell.trim().toLowerCase()));
  return (
    filled.length >= 2 && distinct.size === filled.length && filled.every((cell) => cellKind(cell) === 'text')
  );
}

/** Weighs the cells that differ in kind from what is below them against those that are like it. */
function looksLikeHeader(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const others = below.filter((row) => row.join('\0') !== cells.join('\0'));
  let unlike = 0;
  let alike = 0;
  cells.forEach((cell, column) => {
    const kind = cellKind(cell);
    if (kind === 'empty') return;
    const values = others.map((row) => (row[column] ?? '').trim()).filter((value) => value !== '');
    const usual = usualKind(values);
    if (kind === 'text') {
      if (usual !== null && usual !== 'text') unlike++;
      if (values.includes(cell.trim())) alike++;
      return;
    }
    // Years are common headers of number columns, and say nothing.
    const isYear = /^(19|20)\d\d$/.test(cell.trim());
    if (!isYear && (usual === kind || (usual === null && kind !== 'number'))) alike++;
  });
  return alike === 0 || unlike > alike;
}

type CellKind = 'empty' | 'text' | 'email' | 'link' | 'number' | 'date' | 'boolean';

/** The kind of most of the values; null when there are none or they are mixed. */
function usualKind(values: readonly string[]): CellKind | null {
  const kinds = values.map(cellKind);
  return kinds.find((kind) => kinds.filter((other) => other === kind).length >= kinds.length * 0.7) ?? null;
}

function cellKind(cell: string): CellKind {
  const text = cell.trim();
  if (text === '') return 'empty';
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return 'email';
  if (/^(https?:\/\/|www\.)\S+$/i.test(text)) return 'link';
  if (/^\d{1,4}([-/.])\d{1,2}\1\d{1,4}([T ].*)?$/.test(text)) return 'date';
  // Phone numbers, amounts and percentages count as numbers: no header is one.
  if (/^[-+(]*[€$£]?\s?\d[\d\s.,'()/-]*[%€$£]?$/.test(text)) return 'number';
  if (/^(true|false)$/i.test(text)) return 'boolean';
  return 'text';
}
