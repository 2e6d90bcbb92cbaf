import { planOf } from '../../core/check-plan.js';
import type { ProblemGroup } from '../../core/problems.js';
import { tallyOf } from '../../core/state.js';
import { createValueCheck } from '../../core/value-check.js';
import type { CellMark } from '../row-table/row-table.js';
import { columnLabel, fileAt } from './columns.js';
import { type Context, type FilePlace, problemKey } from './screen.js';

export type { CellMark } from '../row-table/row-table.js';

/** Cells with a problem, by row and column. */
export function marksOf(place: FilePlace, context: Context): ReadonlyMap<string, CellMark> {
  const { words, format } = context;
  const tally = tallyOf(fileAt(place));
  const marks = new Map<string, CellMark>();
  for (const { code, column, effect, rows } of tally?.problems ?? []) {
    if (column === null || effect === 'none') continue;
    const problem = words.problem[code](1, columnLabel(place, column, context), format);
    for (const row of rows) {
      const key = `${row} ${column}`;
      if (marks.get(key)?.kind !== 'bad')
        marks.set(key, { kind: effect === 'row' ? 'bad' : 'lost', problem });
    }
  }
  return marks;
}

/**
 * Says what is wrong with any cell: as the check found it in the first rows, by the value itself, and in the column of the
 * problem that is looked at.
 */
export function markReader(
  place: FilePlace,
  filter: string,
  context: Context,
): (row: number, column: number, text: string) => CellMark | null {
  const { loaded, file } = place;
  const known = marksOf(place, context);
  const problems = tallyOf(fileAt(place))?.problems ?? [];
  const looked = problems.find((problem) => problemKey(file, problem) === filter);
  const { columns, owners, dateFormat } = planOf(loaded, file, Number.POSITIVE_INFINITY);
  const checks = new Map(
    columns.map((rule) => [rule.column, createValueCheck(rule, { owners, dateFormat })]),
  );
  const toMark = ({ code, column, effect }: ProblemGroup): CellMark => ({
    kind: effect === 'row' ? 'bad' : 'lost',
    problem: context.words.problem[code](
      1,
      column === null ? '' : columnLabel(place, column, context),
      context.format,
    ),
  });
  return (row, column, text) => {
    const found = known.get(`${row} ${column}`);
    if (found !== undefined) return found;
    if (looked?.column === column && looked.effect !== 'none') return toMark(looked);
    const value = text.trim();
    const code = value === '' ? null : (checks.get(column)?.(value) ?? null);
    const group =
      code === null ? undefined : problems.find((one) => one.code === code && one.column === column);
    return group === undefined || group.effect === 'none' ? null : toMark(group);
  };
}
