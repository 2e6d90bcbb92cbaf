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
