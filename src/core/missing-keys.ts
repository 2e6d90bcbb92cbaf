/** Whether the keys of one file are found in the other: what joins their rows can only join what is on both sides. */
import { type Changes, changedCell, isAbout } from './changes.js';
import type { ColumnRule } from './plan.js';
import type { ProblemGroup, Tally } from './problems.js';
import { addRow, createRowSet, type RowSet } from './row-set.js';
import type { RowCells } from './rows.js';
import { createValueCheck } from './value-check.js';
import { identityOf } from './values.js';

/** The column of a file that holds its keys, and what is changed before they are sent. Plain data: it crosses to the worker. */
export interface KeyColumn {
  readonly rule: ColumnRule;
  readonly changes: Changes;
}

type Row = Pick<RowCells, 'row' | 'count' | 'text'>;

/** Gives the key of a row that is sent; null where there is none, or none that HubSpot takes. */
function createKeyReader({ rule, changes }: KeyColumn): (row: Row) => Key | null {
  const { column, kind } = rule;
  const judge = createValueCheck(rule, { owners: null, dateFormat: null });
  const leftOut = new Set(changes.leftOut);
  return (row) => {
    if (leftOut.has(row.row)) return null;
    const raw = column < row.count ? row.text(column) : '';
    const value = changedCell(changes, row.row, column, raw).trim();
    return value === '' || judge(value) !== null ? null : { raw, identity: identityOf(kind, value) };
  };
}

interface Key {
  /** The cell as the file has it. */
  readonly raw: string;
  readonly identity: string;
}

/** Gathers the keys of the file that owns them. */
export function gatherKeys(column: KeyColumn): {
  row(row: Row): void;
  readonly keys: ReadonlySet<string>;
} {
  const keys = new Set<string>();
  const keyOf = createKeyReader(column);
  return {
    keys,
    row(row) {
      const key = keyOf(row);
      if (key !== null) keys.add(key.identity);
    },
  };
}

/** The keys of one column that are not in the other file. */
export interface MissingKeys {
  readonly problem: ProblemGroup;
  /** How many of its rows have no other problem. */
  readonly alone: number;
}

/** What the check found, and these: a row in which nothing else is wrong is not without a problem any more. */
export function withMissingKeys(tally: Tally, missing: readonly MissingKeys[]): Tally {
  if (missing.length === 0) return tally;
  const alone = missing.reduce((sum, one) => sum + one.alone, 0);
  const { rows, problems } = tally;
  return {
    ...tally,
    rows: { ...rows, clean: rows.clean - alone, losing: rows.losing + alone },
    problems: [...problems, ...missing.map(({ problem }) => problem)],
  };
}

const SHOWN_ROWS = 200;
const SHOWN_VALUES = 100;

/**
 * Looks for the keys of the other file among them.
 *
 * @param firstRow the row below the header, as a spreadsheet counts
 * @returns `rows` counted from 0, and with `missing`, null when all of them are there. HubSpot may know their records from before, so they are no errors;
 *   that the rows then come without the association is inferred.
 */
export function searchKeys(
  column: KeyColumn,
  keys: ReadonlySet<string>,
  firstRow: number,
): { row(row: Row): void; readonly rows: RowSet; missing(): ProblemGroup | null } {
  const keyOf = createKeyReader(column);
  const all = createRowSet();
  const rows: number[] = [];
  const values = new Map<string, { count: number; readonly row: number }>();
  let moreValues = false;
  return {
    rows: all,
    row(row) {
      const key = isAbout(column.changes, row.row) ? keyOf(row) : null;
      if (key === null || keys.has(key.identity)) return;
      addRow(all, row.row - firstRow);
      if (rows.length < SHOWN_ROWS) rows.push(row.row);
      const known = values.get(key.raw);
      if (known !== undefined) known.count += 1;
      else if (values.size < SHOWN_VALUES) values.set(key.raw, { count: 1, row: row.row });
      else moreValues = true;
    },
    missing() {
      if (all.size === 0) return null;
      return {
        code: 'key-unknown',
        severity: 'warning',
        effect: 'value',
        column: column.rule.column,
        count: all.size,
        rows,
        values: Array.from(values, ([value, facts]) => ({ value, ...facts })),
        moreValues,
      };
    },
  };
}
