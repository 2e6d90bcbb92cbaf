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
}

export const NO_CHANGES: Changes = { values: {}, cells: {}, leftOut: [] };

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
