import { hasRow, type RowSet } from './row-set.js';

/**
 * What the person changed in the data, as a recipe: the file itself stays as it is.
 * A cell's value is the edit of that cell, else the replacement of its value, else what the file has.
 */
export interface Changes {
  /** Replacements by column, then by the cell's text as the file has it. '' is the empty cell. */
  readonly values: Readonly<Record<number, Readonly<Record<string, string>>>>;
  /** Edits by row (as a spreadsheet counts), then by column. */
  readonly cells: Readonly<Record<number, Readonly<Record<number, string>>>>;
  /** Rows left out of the import, as a spreadsheet counts. */
  readonly leftOut: readonly number[];
  /** The rows that the import is about, as a spreadsheet counts; null for all of them. The others are as good as not there: nobody counts them. */
  readonly only: RowSet | null;
}

export const NO_CHANGES: Changes = { values: {}, cells: {}, leftOut: [], only: null };

/** Whether a row is among those that the import is about. */
export const isAbout = ({ only }: Changes, row: number): boolean => only === null || hasRow(only, row);

/** The text of a cell after the person's changes. */
export function changedCell(changes: Changes, row: number, column: number, text: string): string {
  const replacements = changes.values[column];
  // A cell may hold any word, `constructor` too, which every object answers to.
  const replacement = replacements && Object.hasOwn(replacements, text) ? replacements[text] : undefined;
  return changes.cells[row]?.[column] ?? replacement ?? text;
}

/** How many decisions were made: replaced values, edited cells and rows left out. */
export function countChanges({ values, cells, leftOut }: Changes): number {
  const entries = (table: Readonly<Record<number, object>>): number =>
    Object.values(table).reduce((sum, inner) => sum + Object.keys(inner).length, 0);
  return entries(values) + entries(cells) + leftOut.length;
}

/** One decision that can be taken back by itself. */
export type Change =
  | { readonly kind: 'value'; readonly column: number; readonly from: string; readonly to: string }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly to: string }
  /** Rows one below the other, both ends included. */
  | { readonly kind: 'left-out'; readonly firstRow: number; readonly lastRow: number };

/** Every decision: replaced values by column, then edited cells and rows left out from top to bottom. */
export function listChanges({ values, cells, leftOut }: Changes): readonly Change[] {
  const runs: { kind: 'left-out'; firstRow: number; lastRow: number }[] = [];
  for (const row of leftOut) {
    const run = runs.at(-1);
    if (run?.lastRow === row - 1) run.lastRow = row;
    else runs.push({ kind: 'left-out', firstRow: row, lastRow: row });
  }
  return [
    ...Object.entries(values).flatMap(([column, replacements]) =>
      Object.entries(replacements).map(([from, to]) => ({
        kind: 'value' as const,
        column: Number(column),
        from,
        to,
      })),
    ),
    ...Object.entries(cells).flatMap(([row, edits]) =>
      Object.entries(edits).map(([column, to]) => ({
        kind: 'cell' as const,
        row: Number(row),
        column: Number(column),
        to,
      })),
    ),
    ...runs,
  ];
}

/** Takes one decision back. */
export function withoutChange(changes: Changes, change: Change): Changes {
  switch (change.kind) {
    case 'value':
      return withValues(changes, change.column, Object.fromEntries([[change.from, null]]));
    case 'cell':
      return withCell(changes, change.row, change.column, null);
    case 'left-out': {
      const isMeant = (row: number): boolean => row >= change.firstRow && row <= change.lastRow;
      return withLeftOut(changes, changes.leftOut.filter(isMeant), false);
    }
  }
}

/** Replaces values of a column in every row; null takes a replacement back. */
export function withValues(
  changes: Changes,
  column: number,
  replacements: Readonly<Record<string, string | null>>,
): Changes {
  const merged = { ...changes.values[column], ...replacements };
  const kept = Object.entries(merged).flatMap(([from, to]) =>
    to === null || to === from ? [] : [[from, to]],
  );
  return { ...changes, values: withEntry(changes.values, column, Object.fromEntries(kept)) };
}

/** Edits one cell; null takes the edit back. */
export function withCell(changes: Changes, row: number, column: number, text: string | null): Changes {
  const { [column]: _, ...others } = changes.cells[row] ?? {};
  const edits = text === null ? others : { ...others, [column]: text };
  return { ...changes, cells: withEntry(changes.cells, row, edits) };
}

/** A row or column that nothing is changed in any more has no entry: a decision taken back leaves no trace. */
function withEntry<T extends object>(
  table: Readonly<Record<number, T>>,
  key: number,
  entry: T,
): Readonly<Record<number, T>> {
  const { [key]: _, ...others } = table;
  return Object.keys(entry).length === 0 ? others : { ...others, [key]: entry };
}

/** Leaves rows out, or takes them back in. */
export function withLeftOut(changes: Changes, rows: readonly number[], isOut: boolean): Changes {
  const leftOut = new Set(changes.leftOut);
  for (const row of rows) {
    if (isOut) leftOut.add(row);
    else leftOut.delete(row);
  }
  return { ...changes, leftOut: [...leftOut].sort((a, b) => a - b) };
}

/** Restricts the import to some rows, or takes all of them in again; no decision of those above is touched. */
export const withOnly = (changes: Changes, only: RowSet | null): Changes => ({ ...changes, only });
