/** Which rows of the person's file the lines of what is sent come from. */

/** `count` lines of what is sent, from `line` on, that are as many rows of the person's file, from `row` on. */
interface LineRun {
  readonly line: number;
  readonly row: number;
  readonly count: number;
}

/** Where the lines of what is sent come from, ascending. Line 1 is the header. */
export type LineRuns = readonly LineRun[];

/** The lines of a file that is sent as it is. */
export const SAME_LINES: LineRuns = [{ line: 1, row: 1, count: Number.MAX_SAFE_INTEGER }];

/**
 * Finds the person's row that became a line of what was sent.
 *
 * @param line From 1, the header; a line break inside quotes starts no line (inferred of HubSpot's `lineNumber`).
 * @returns The row as a spreadsheet counts; null when there is none.
 */
export function rowOfLine(runs: LineRuns, line: number): number | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && line < run.line + run.count ? run.row + (line - run.line) : null;
}
