/**
 * The check of a whole file: a fold of what was learned of its rows into a tally.
 * HubSpot names its import errors without saying what becomes of the row or value: every effect here is inferred.
 */
import { type Changes, isAbout } from './changes.js';
import { type BlockRows, checkCells } from './check-cells.js';
import { type ColumnCheck, createColumnCheck, isIdentifying, problemsOfColumn } from './check-column.js';
import { beginBlock, createObjectCheck, noteOfRow, type ObjectCheck, objectsOf } from './check-object.js';
import { shownText, textOfSymbol } from './column-facts.js';
import { type FileFacts, SHAPES } from './file-facts.js';
import type { CheckPlan } from './plan.js';
import { byFirstRow, FATES, type Finding, type Group, noteValue, showGroup } from './problem-groups.js';
import type { ProblemCode, ProblemGroup, RowCounts, Tally } from './problems.js';
import { addRow, createRowSet, type RowSet, uniteRows } from './row-set.js';
import { BLOCK_ROWS, openBlock } from './symbol-blocks.js';

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
    shapes: new Uint8Array(BLOCK_ROWS),
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

interface CheckedRows {
  readonly facts: FileFacts;
  readonly columns: readonly ColumnCheck[];
  readonly objects: readonly ObjectCheck[];
  /** Problems of whole rows. */
  readonly rowGroups: Map<ProblemCode, Group>;
  /** Whether the import is about a row; null when it is about all of them. */
  readonly isAbout: ((row: number) => boolean) | null;
  readonly leftOut: ReadonlySet<number>;
  readonly edited: ReadonlySet<number>;
  readonly rows: BlockRows;
  shapes: Uint8Array;
  readonly surplus: Int32Array;
  readonly counts: Record<keyof RowCounts, number>;
}

const CLASSES = ['clean', 'losing', 'repeated', 'refused'] as const;

const ROW_EMPTY: Finding = { code: 'row-empty', severity: 'warning', effect: 'row' };
const ROW_TOO_SHORT: Finding = { code: 'row-too-short', severity: 'warning', effect: 'none' };
const EXTRA_CELLS_EMPTY: Finding = { code: 'row-too-long', severity: 'warning', effect: 'none' };
const QUOTE_UNBALANCED: Finding = { code: 'quote-unbalanced', severity: 'error', effect: 'row' };
const EXTRA_CELLS_LOST: Finding = { code: 'row-too-long', severity: 'error', effect: 'value' };

const createBlockRows = (): BlockRows => ({
  firstRow: 0,
  count: 0,
  skipped: new Uint8Array(BLOCK_ROWS),
  skippedCount: 0,
  raws: new Int32Array(BLOCK_ROWS),
  changed: new Int32Array(BLOCK_ROWS),
});

function checkRows(checked: CheckedRows, block: number): void {
  const { facts, columns, objects, rows, surplus } = checked;
  checked.shapes = facts.shapes[block] ?? checked.shapes;
  rows.firstRow = block * BLOCK_ROWS;
  rows.count = checked.shapes.length;
  const beyond = facts.surplus.blocks[block];
  if (beyond !== undefined) openBlock(beyond, surplus);
  skipRows(checked);
  for (const object of objects) beginBlock(object);
  for (const column of columns) {
    const object = objects.find(({ rule }) => rule.objectTypeId === column.rule.objectTypeId);
    const symbols = column.facts.blocks[block];
    if (symbols === undefined)
      column.isExact = false; // given up before it was checked
    else if (object !== undefined) checkCells(column, symbols, rows, object);
  }
  classifyRows(checked);
}

/**
 * Counts the rows that are not looked at: left out, or blank lines in which nothing was written. Those that the import is not
 * about are counted nowhere.
 */
function skipRows({ rows, shapes, isAbout: isMeant, leftOut, edited, counts }: CheckedRows): void {
  rows.skipped.fill(0);
  rows.skippedCount = 0;
  counts.total += rows.count;
  for (let at = 0; at < rows.count; at++) {
    if (isMeant !== null && !isMeant(rows.firstRow + at)) {
      rows.skipped[at] = 1;
      rows.skippedCount++;
      counts.total--;
      continue;
    }
    const isOut = leftOut.size > 0 && leftOut.has(rows.firstRow + at);
    if (!isOut && (shapes[at] !== SHAPES.blank || edited.has(rows.firstRow + at))) continue;
    rows.skipped[at] = 1;
    rows.skippedCount++;
    counts[isOut ? 'leftOut' : 'empty']++;
  }
}

/** Puts each row into the worst class that applies. */
function classifyRows(checked: CheckedRows): void {
  const { objects, rows, shapes, counts, rowGroups } = checked;
  const [only] = objects;
  const isSimple = objects.length === 1 && only?.need === null && only.takesAll;
  for (let at = 0; at < rows.count; at++) {
    if (rows.skipped[at] !== 0) continue;
    const row = rows.firstRow + at;
    const records = isSimple ? (only.fates[at] ?? 0) : fateOfRecords(checked, at, row);
    if (records < 0) {
      noteOfRow(rowGroups, ROW_EMPTY, row);
      counts.empty++;
      continue;
    }
    const shape = shapes[at] === SHAPES.even ? FATES.none : fateOfShape(checked, at, row);
    counts[CLASSES[Math.max(records, shape)] ?? 'refused']++;
  }
}

/** The worst of the row's records; -1 when it has none. */
function fateOfRecords({ objects, rowGroups }: CheckedRows, at: number, row: number): number {
  let worst = -1;
  for (const { takesPart, fates, need } of objects) {
    if (takesPart[at] === 0) continue;
    worst = Math.max(worst, fates[at] ?? 0, need === null ? FATES.none : need(at, row, rowGroups));
  }
  return worst;
}

function fateOfShape({ facts, shapes, surplus, rowGroups }: CheckedRows, at: number, row: number): number {
  const shape = shapes[at];
  if (shape !== SHAPES.long) {
    // An edited blank line is short, unless one cell is all there is to a row.
    if (facts.columns.length > 1 || shape === SHAPES.short) noteOfRow(rowGroups, ROW_TOO_SHORT, row);
    return FATES.none;
  }
  const symbol = surplus[at] ?? 0;
  if (symbol === 0) {
    noteOfRow(rowGroups, EXTRA_CELLS_EMPTY, row);
    return FATES.none;
  }
  noteValue(noteOfRow(rowGroups, EXTRA_CELLS_LOST, row), facts.surplus, facts, symbol, row);
  return FATES.value;
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
  const textOf = (symbol: number): string => shownText(textOfSymbol(facts.surplus, facts, symbol));
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
