/**
 * The check of a whole file: a fold of what was learned of its rows into a tally.
 * HubSpot names its import errors without saying what becomes of the row or value: every effect here is inferred.
 */
import { type Changes, isAbout } from './changes.js';
import { type ColumnCheck, createColumnCheck, isIdentifying, problemsOfColumn } from './check-column.js';
import { createObjectCheck, objectsOf } from './check-object.js';
import { type CheckedRows, checkRows, createBlockRows } from './check-rows.js';
import { textOfSymbol } from './column-facts.js';
import type { FileFacts } from './file-facts.js';
import type { CheckPlan } from './plan.js';
import { byFirstRow, type Finding, type Group, showGroup } from './problem-groups.js';
import type { ProblemCode, ProblemGroup, Tally } from './problems.js';
import { addRow, createRowSet, type RowSet, uniteRows } from './row-set.js';
import { shownText } from './shown-text.js';
import { BLOCK_ROWS } from './symbol-blocks.js';

export interface Check {
  /**
   * Checks rows that were learned since, in blocks.
   *
   * @param blocks So many at most.
   * @returns Whether rows are left.
   */
  advance(blocks?: number): boolean;
  /** What was found so far, as plain data that no later row changes. */
  tally(): Tally;
  /** The rows with a problem, counted from 0: of one code and column, or of any. */
  rowsWith(code: ProblemCode | null, column: number | null): RowSet;
  /** False when the facts do not hold what a value would have to be shown. It takes many corrections to come to that. */
  isExact(): boolean;
}

/**
 * Starts a check of facts that meet the plan's needs.
 *
 * - A blank line is skipped, as CSV readers do; a row with nothing in any mapped column is `row-empty`.
 * - Short rows are taken as if filled up. Extra cells are cut off when the file is rewritten: an error when one of them
 *   holds something in any row, else a warning.
 * - Repeated identifiers merge into the last row; with CREATE the repeating rows are refused. The first row always stands.
 * - Only valid values are compared for repeats. A row that merges may repeat the `unique` values of its record.
 * - A wrong value costs its row where the column identifies records, or alone answers a requirement.
 * - An object takes part in a row when one of its columns is filled there; only then it is asked for what it needs.
 * - `required` is asked of every record that may be created: not with UPDATE, nor where UPSERT has a record id.
 * - Several objects of a row stand or fall each for itself (inferred); the row is in the worst of their classes.
 */
export function createCheck(facts: FileFacts, plan: CheckPlan, changes: Changes): Check {
  const columns = plan.columns.flatMap((rule) => {
    const column = facts.columns[rule.column];
    return column === undefined ? [] : [createColumnCheck(rule, facts, column, plan, changes)];
  });
  const checked: CheckedRows = {
    facts,
    // Identifiers come first, so that it is known whether a row merges when its unique values are looked at.
    columns: columns.toSorted((a, b) => Number(isIdentifying(b.rule)) - Number(isIdentifying(a.rule))),
    objects: objectsOf(plan).map((rule) => createObjectCheck(rule, columns)),
    rowGroups: new Map(),
    isAbout: changes.only === null ? null : (row) => isAbout(changes, row + facts.firstRow),
    leftOut: new Set(changes.leftOut.map((row) => row - facts.firstRow)),
    edited: new Set(Object.keys(changes.cells).map((row) => Number(row) - facts.firstRow)),
    rows: createBlockRows(),
    shapes: null,
    surplus: new Int32Array(BLOCK_ROWS),
    counts: { total: 0, clean: 0, losing: 0, repeated: 0, refused: 0, empty: 0, leftOut: 0 },
  };
  let block = 0;
  return {
    advance(blocks = Infinity) {
      const end = Math.min(facts.shapes.length, block + blocks);
      while (block < end) checkRows(checked, block++);
      return block < facts.shapes.length;
    },
    tally: () => tallyOf(checked, columns),
    rowsWith(code, column) {
      const groups = groupsOf(checked).filter(
        ({ finding, column: of }) => code === null || (finding.code === code && of === column),
      );
      const sets = groups.map(({ rows }) => rows);
      return uniteRows(code === null || code === 'quote-unbalanced' ? [...sets, unclosedRows(facts)] : sets);
    },
    isExact: () =>
      columns.every(({ isExact }) => isExact) && groupsOf(checked).every(({ isExact }) => isExact),
  };
}

const groupsOf = ({ rowGroups, columns }: CheckedRows): readonly Group[] => [
  ...rowGroups.values(),
  ...columns.flatMap(({ groups }) => groups),
];

function unclosedRows({ unclosedRow }: FileFacts): RowSet {
  const rows = createRowSet();
  if (unclosedRow !== null && unclosedRow >= 0) addRow(rows, unclosedRow);
  return rows;
}

const QUOTE_UNBALANCED: Finding = { code: 'quote-unbalanced', severity: 'error', effect: 'row' };

/** The rest of the file was read as one cell. */
const quoteProblem = (row: number): ProblemGroup => ({
  ...QUOTE_UNBALANCED,
  column: null,
  count: 1,
  rows: [row],
  values: [],
  moreValues: false,
});

function tallyOf(
  { facts, rowGroups, counts, isAbout: isMeant }: CheckedRows,
  columns: readonly ColumnCheck[],
): Tally {
  const textOf = (symbol: number): string => shownText(textOfSymbol(facts.surplus, symbol));
  const { unclosedRow, firstRow } = facts;
  const isUnclosed = unclosedRow !== null && (isMeant === null || isMeant(unclosedRow));
  const ofQuotes = isUnclosed ? [quoteProblem(unclosedRow + firstRow)] : [];
  const ofRows = Array.from(rowGroups.values(), (group) => showGroup(group, textOf, facts.firstRow)).sort(
    byFirstRow,
  );
  return {
    rows: { ...counts },
    problems: [...ofQuotes, ...ofRows, ...columns.flatMap(problemsOfColumn)].sort(errorsFirst),
    columns: columns.map(({ rule, filled, empty, dates }) => ({
      column: rule.column,
      filled,
      empty,
      dates: dates === null ? null : { ...dates },
    })),
  };
}

function errorsFirst(one: ProblemGroup, other: ProblemGroup): number {
  return Number(other.severity === 'error') - Number(one.severity === 'error');
}
