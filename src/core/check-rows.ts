import { type BlockRows, checkCells } from './check-cells.js';
import type { ColumnCheck } from './check-column.js';
import { beginBlock, noteOfRow, type ObjectCheck } from './check-object.js';
import { type FileFacts, SHAPES } from './file-facts.js';
import { FATES, type Finding, type Group, noteValue } from './problem-groups.js';
import type { ProblemCode, RowCounts } from './problems.js';
import { BLOCK_ROWS, openBlock } from './symbol-blocks.js';

/** What is known of the rows that were checked so far. */
export interface CheckedRows {
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
  /** Null where all rows of the block are even. */
  shapes: Uint8Array | null;
  readonly surplus: Int32Array;
  readonly counts: Record<keyof RowCounts, number>;
}

const CLASSES = ['clean', 'losing', 'repeated', 'refused'] as const;

const ROW_EMPTY: Finding = { code: 'row-empty', severity: 'warning', effect: 'row' };
const ROW_TOO_SHORT: Finding = { code: 'row-too-short', severity: 'warning', effect: 'none' };
const EXTRA_CELLS_EMPTY: Finding = { code: 'row-too-long', severity: 'warning', effect: 'none' };
const EXTRA_CELLS_LOST: Finding = { code: 'row-too-long', severity: 'error', effect: 'value' };

export const createBlockRows = (): BlockRows => ({
  firstRow: 0,
  count: 0,
  skipped: new Uint8Array(BLOCK_ROWS),
  skippedCount: 0,
  raws: new Int32Array(BLOCK_ROWS),
  changed: new Int32Array(BLOCK_ROWS),
});

/** Checks the rows of a block. */
export function checkRows(checked: CheckedRows, block: number): void {
  const { facts, columns, objects, rows, surplus } = checked;
  checked.shapes = facts.shapes[block] ?? null;
  rows.firstRow = block * BLOCK_ROWS;
  rows.count = Math.min(BLOCK_ROWS, facts.sealedRows - rows.firstRow);
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
function skipRows({ rows, shapes, isAbout, leftOut, edited, counts }: CheckedRows): void {
  rows.skipped.fill(0);
  rows.skippedCount = 0;
  counts.total += rows.count;
  if (shapes === null && leftOut.size === 0 && isAbout === null) return;
  for (let at = 0; at < rows.count; at++) {
    if (isAbout !== null && !isAbout(rows.firstRow + at)) {
      rows.skipped[at] = 1;
      rows.skippedCount++;
      counts.total--;
      continue;
    }
    const isOut = leftOut.size > 0 && leftOut.has(rows.firstRow + at);
    if (!isOut && (shapes?.[at] !== SHAPES.blank || edited.has(rows.firstRow + at))) continue;
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
  const classes = [0, 0, 0, 0] as [number, number, number, number];
  for (let at = 0; at < rows.count; at++) {
    if (rows.skipped[at] !== 0) continue;
    let fate = isSimple ? (only.fates[at] ?? 0) : fateOfRecords(checked, at);
    const isUneven = shapes !== null && shapes[at] !== SHAPES.even;
    if (fate >= 0 && isUneven) fate = Math.max(fate, fateOfShape(checked, shapes[at], at));
    if (fate === 0) classes[0]++;
    else if (fate === 1) classes[1]++;
    else if (fate === 2) classes[2]++;
    else if (fate === 3) classes[3]++;
    else {
      noteOfRow(rowGroups, ROW_EMPTY, rows.firstRow + at);
      counts.empty++;
    }
  }
  CLASSES.forEach((name, fate) => (counts[name] += classes[fate] ?? 0));
}

/** The worst of the row's records; -1 when it has none. */
function fateOfRecords({ objects, rowGroups, rows }: CheckedRows, at: number): number {
  const row = rows.firstRow + at;
  let worst = -1;
  for (const { takesPart, fates, need } of objects) {
    if (takesPart[at] === 0) continue;
    worst = Math.max(worst, fates[at] ?? 0, need === null ? FATES.none : need(at, row, rowGroups));
  }
  return worst;
}

function fateOfShape(
  { facts, surplus, rowGroups, rows }: CheckedRows,
  shape: number | undefined,
  at: number,
): number {
  const row = rows.firstRow + at;
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
  noteValue(noteOfRow(rowGroups, EXTRA_CELLS_LOST, row), facts.surplus, symbol, row);
  return FATES.value;
}
