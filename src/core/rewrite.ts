import { type Changes, isAbout } from './changes.js';
import { createCsvOutput } from './csv-output.js';
import type { Dialect } from './dialect.js';
import type { LineRuns } from './line-runs.js';
import { isInRange, type RowRange } from './parts.js';
import { isQuoted, type RowCells } from './rows.js';

/** What is sent in place of the file: which columns, under which names, with which changes. */
export interface RewriteRecipe {
  readonly dialect: Dialect;
  /** The headers as the file has them, one a column; all empty when it has no header row. */
  readonly rawHeaders: readonly string[];
  /** The columns that are sent, zero-based, ascending. */
  readonly columns: readonly number[];
  /** The names they are sent under. */
  readonly headers: readonly string[];
  readonly changes: Changes;
  /** Whether the check found blank rows, or rows with more or fewer cells than the header. */
  readonly unevenRows: boolean;
  /** The rows that are written, of a file that goes in parts; all of them when it is not given. */
  readonly range?: RowRange;
}

/** Why a file cannot be sent as it is. */
export type RewriteReason = 'columns' | 'changes' | 'encoding' | 'format' | 'header' | 'rows';

/**
 * Names what forbids to send the file byte for byte; nothing when it can be.
 * A UTF-8 byte order mark is no reason: Excel writes one into every "CSV UTF-8" file, the very kind that HubSpot's
 * help asks for (that HubSpot passes over the mark is inferred).
 */
export function rewriteReasons(recipe: RewriteRecipe): RewriteReason[] {
  const { dialect, rawHeaders, columns, headers } = recipe;
  const reasons: [RewriteReason, boolean][] = [
    ['columns', columns.length !== rawHeaders.length],
    ['changes', hasChanges(recipe)],
    ['encoding', dialect.encoding !== 'utf-8'],
    ['format', dialect.delimiter !== ',' || dialect.quote !== '"' || dialect.newline === '\r'],
    ['header', dialect.headerRow !== 1 || columns.some((column, i) => rawHeaders[column] !== headers[i])],
    ['rows', recipe.unevenRows],
  ];
  return reasons.filter(([, holds]) => holds).map(([reason]) => reason);
}

/** Whether a corrected file must be written; if not, the chosen one is sent byte for byte. */
export function needsRewrite(recipe: RewriteRecipe): boolean {
  return rewriteReasons(recipe).length > 0;
}

/** Changes of columns that are not sent change nothing. */
function hasChanges({ changes, columns }: RewriteRecipe): boolean {
  if (changes.leftOut.length > 0 || changes.only !== null) return true;
  return (
    columns.some((column) => Object.keys(changes.values[column] ?? {}).length > 0) ||
    Object.values(changes.cells).some((cells) => columns.some((column) => cells[column] !== undefined))
  );
}

/** Takes every row of the file from `createRowSplitter`, in order. */
export interface Rewriter {
  /** Written so far, the header included. */
  readonly bytes: number;
  row(row: RowCells): void;
  /** Hands on what is left. */
  end(): LineRuns;
}

/**
 * Writes the corrected file: UTF-8 without a mark, comma, `"`, the newline of the source (`\n` for `\r`), the header
 * first. Rows left out and rows with nothing in the columns that are sent are not written, short rows are filled up,
 * surplus cells cut. Bytes are copied where they can be; a cell becomes a string only when it may change or must be
 * decoded.
 *
 * @param recipe `dialect` is the one the rows were split with.
 * @param write Gets the bytes in order, each piece its own to keep.
 */
export function createRewriter(recipe: RewriteRecipe, write: (bytes: Uint8Array) => void): Rewriter {
  const { dialect, columns, changes, range } = recipe;
  const output = createCsvOutput(dialect.newline === '\r\n' ? '\r\n' : '\n', write);
  const leftOut = new Set(changes.leftOut);
  const edits = new Map(Object.entries(changes.cells).map(([row, cells]) => [Number(row), cells]));
  const replacements = columns.map((column) => replacementsOf(changes, column));
  const stretches = stretchesOf(columns, replacements);
  const isCopied = dialect.delimiter === ',' && dialect.quote === '"' && dialect.newline !== '\r';
  const runs: { line: number; row: number; count: number }[] = [];
  let lines = 0;

  /** A header that was made up comes from no row: its number is 0. */
  function endLine(row: number): void {
    output.newline();
    lines++;
    const run = runs.at(-1);
    if (run !== undefined && row === run.row + run.count) run.count++;
    else if (row > 0) runs.push({ line: lines, row, count: 1 });
  }

  /** Neighbouring columns go over together, delimiters, quotes and all. */
  function copyRow(row: RowCells): void {
    stretches.forEach(({ first, last, replaced }, i) => {
      if (i > 0) output.comma();
      if (replaced !== null) {
        writeCell(row, first, replaced);
        return;
      }
      const lastThere = Math.min(last, row.count - 1);
      if (first <= lastThere) output.raw(row.bytes, outerStart(row, first), outerEnd(row, lastThere));
      for (let missing = Math.max(first, lastThere) + 1; missing <= last; missing++) output.comma();
    });
  }

  function writeCells(row: RowCells, edited: Readonly<Record<number, string>> | undefined): void {
    columns.forEach((column, i) => {
      if (i > 0) output.comma();
      const edit = edited?.[column];
      if (edit === undefined) writeCell(row, column, replacements[i] ?? null);
      else output.text(edit);
    });
  }

  function writeCell(row: RowCells, column: number, replaced: Replacements | null): void {
    const isEmpty = column >= row.count || row.starts[column] === row.ends[column];
    const replacement = replaced?.get(isEmpty ? '' : row.text(column));
    if (replacement !== undefined) {
      output.text(replacement);
      return;
    }
    if (!isEmpty) copyCell(row, column);
  }

  function copyCell(row: RowCells, column: number): void {
    const { bytes } = row;
    const start = startOf(row, column);
    const end = endOf(row, column);
    if (!isQuoted(row, column)) output.plain(bytes, start, end);
    else if (dialect.quote === '"' && row.quotes === 'fine') output.inQuotes(bytes, start, end);
    else output.text(row.text(column));
  }

  /** As the check has it: white space is nothing. */
  function holdsNothing(row: RowCells, edited: Readonly<Record<number, string>> | undefined): boolean {
    return columns.every((column, i) => {
      const edit = edited?.[column];
      if (edit !== undefined) return edit.trim() === '';
      const replaced = replacements[i] ?? null;
      if (replaced === null) return !isFilled(row, column);
      const text = column < row.count ? row.text(column) : '';
      return (replaced.get(text) ?? text).trim() === '';
    });
  }

  recipe.headers.forEach((header, i) => {
    if (i > 0) output.comma();
    output.text(header);
  });
  endLine(dialect.headerRow);

  return {
    get bytes() {
      return output.bytes;
    },
    row(row) {
      if (row.row <= dialect.headerRow || leftOut.has(row.row) || !isAbout(changes, row.row)) return;
      if (range !== undefined && !isInRange(range, row.row)) return;
      const edited = edits.get(row.row);
      if ((row.blank && edited === undefined) || holdsNothing(row, edited)) return;
      if (isCopied && edited === undefined && row.quotes === 'fine') copyRow(row);
      else writeCells(row, edited);
      endLine(row.row);
    },
    end() {
      output.end();
      return runs;
    },
  };
}

/** Nearly every cell is told by its first byte. */
function isFilled(row: RowCells, cell: number): boolean {
  if (cell >= row.count || row.starts[cell] === row.ends[cell]) return false;
  const first = row.bytes[startOf(row, cell)] ?? 0;
  return (first > 32 && first < 127) || row.text(cell).trim() !== '';
}

const startOf = (row: RowCells, cell: number): number => row.starts[cell] ?? 0;
const endOf = (row: RowCells, cell: number): number => row.ends[cell] ?? 0;

type Replacements = ReadonlyMap<string, string>;

/** Null when no value of the column is replaced, so that its cells need not become strings. */
function replacementsOf(changes: Changes, column: number): Replacements | null {
  const entries = Object.entries(changes.values[column] ?? {});
  return entries.length === 0 ? null : new Map(entries);
}

/** Neighbouring columns that go over as they are, or one column in which values are replaced. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly replaced: Replacements | null;
}

function stretchesOf(columns: readonly number[], replacements: readonly (Replacements | null)[]): Stretch[] {
  const stretches: Stretch[] = [];
  columns.forEach((column, i) => {
    const replaced = replacements[i] ?? null;
    const before = stretches.at(-1);
    const goesOn = before?.replaced === null && replaced === null && before.last === column - 1;
    if (goesOn) stretches[stretches.length - 1] = { ...before, last: column };
    else stretches.push({ first: column, last: column, replaced });
  });
  return stretches;
}

/** Where a cell starts, its quote included. */
const outerStart = (row: RowCells, cell: number): number =>
  startOf(row, cell) - (isQuoted(row, cell) ? 1 : 0);

/** Where a cell ends: at the delimiter, in the last one behind its quote. */
function outerEnd(row: RowCells, cell: number): number {
  if (cell + 1 < row.count) return outerStart(row, cell + 1) - 1;
  return endOf(row, cell) + (isQuoted(row, cell) ? 1 : 0);
}
