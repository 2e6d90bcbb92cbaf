/**
 * The rules of `check.ts` once more, row by row over texts, as plain as can be: what the check of bytes must agree with, and
 * what papaparse is given in the benchmark.
 */
import { type Changes, isAbout } from '../../src/core/changes.js';
import { addDateEvidence, dateProblem, type GatheredEvidence, noDateEvidence } from '../../src/core/dates.js';
import type { CheckPlan, ColumnRule, ObjectRule } from '../../src/core/plan.js';
import type {
  Effect,
  ProblemCode,
  ProblemGroup,
  RowCounts,
  Severity,
  Tally,
} from '../../src/core/problems.js';
import { shownText } from '../../src/core/shown-text.js';
import { identityOf, type ValueCheck } from '../../src/core/values.js';
import { createTextCheck, dateTraitsOfText } from './text-rules.js';

/** One row of the file; only valid while it is handed over. */
export interface CheckRow {
  /** As a spreadsheet counts; no two rows have the same. */
  readonly row: number;
  /** Number of cells. */
  readonly count: number;
  /** True for an empty line. */
  readonly blank: boolean;
  /** A cell's text by zero-based column, below `count`. */
  text(column: number): string;
}

export interface PlainCheck {
  /** Checks one data row; the header row is not given. */
  row(row: CheckRow): void;
  /** What was found so far, as plain data that no later row changes. */
  tally(): Tally;
}

export function createPlainCheck(plan: CheckPlan, changes: Changes): PlainCheck {
  const columns = plan.columns.map((rule) => createColumn(rule, plan, changes));
  // Identifiers come first, so that it is known whether a row merges when its unique values are looked at.
  const inOrder = columns.toSorted((a, b) => Number(isIdentifier(b)) - Number(isIdentifier(a)));
  const rowGroups: Groups = new Map();
  const needs = plan.objects.map((object) => needOf(object, columns, rowGroups));
  const leftOutRows = new Set(changes.leftOut);
  const edits = new Map(Object.entries(changes.cells).map(([row, cells]) => [Number(row), cells]));
  const counts = { total: 0, clean: 0, losing: 0, repeated: 0, refused: 0, empty: 0, leftOut: 0 };

  const checkCells = (row: CheckRow): Fate => {
    const edited = edits.get(row.row);
    /** By object. */
    const worst = new Map<string, Fate>();
    for (const column of inOrder) {
      const { column: index, objectTypeId } = column.rule;
      const raw = index < row.count ? row.text(index) : '';
      const text = edited?.[index] ?? column.replacements?.get(raw) ?? raw;
      const before = worst.get(objectTypeId) ?? CLEAN;
      worst.set(objectTypeId, worse(before, checkCell(column, raw, text.trim(), row.row, before)));
    }
    return [...worst.values()].reduce(worse, CLEAN);
  };

  const classify = (row: CheckRow): Exclude<keyof RowCounts, 'total'> => {
    if (leftOutRows.has(row.row)) return 'leftOut';
    if (row.blank && !edits.has(row.row)) return 'empty';
    const cells = checkCells(row);
    if (!columns.some((column) => column.filledIn === row.row)) {
      note(rowGroups, ROW_EMPTY, null, row.row);
      return 'empty';
    }
    const shape = checkShape(rowGroups, row, plan.columnCount);
    return CLASSES[needs.map((check) => check(row.row)).reduce(worse, worse(cells, shape))];
  };

  return {
    row(row) {
      if (!isAbout(changes, row.row)) return;
      counts.total += 1;
      counts[classify(row)] += 1;
    },
    tally() {
      const ofRows = Array.from(rowGroups.values(), showGroup).sort(byFirstRow);
      const ofColumns = columns.flatMap(({ groups }) =>
        Array.from(groups.values(), showGroup).sort(byFirstRow),
      );
      return {
        rows: { ...counts },
        problems: [...ofRows, ...ofColumns].sort(errorsFirst),
        columns: columns.map(({ rule, filled, empty, dates }) => ({
          column: rule.column,
          filled,
          empty,
          dates: dates === null ? null : { ...dates },
        })),
      };
    },
  };
}

/** What becomes of a row, from good to bad; the worst counts. */
type Fate = 0 | 1 | 2 | 3;
const CLEAN = 0;
const REPEATED = 2;
const REFUSED = 3;
const CLASSES = ['clean', 'losing', 'repeated', 'refused'] as const;
const FATES: Readonly<Record<Effect, Fate>> = { none: CLEAN, value: 1, merge: REPEATED, row: REFUSED };

const worse = (one: Fate, other: Fate): Fate => (one > other ? one : other);

/** A problem and what HubSpot makes of it. */
interface Finding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly effect: Effect;
}

const ROW_EMPTY: Finding = { code: 'row-empty', severity: 'warning', effect: 'row' };
const ROW_TOO_SHORT: Finding = { code: 'row-too-short', severity: 'warning', effect: 'none' };
const EXTRA_CELLS_EMPTY: Finding = { code: 'row-too-long', severity: 'warning', effect: 'none' };
const EXTRA_CELLS_LOST: Finding = { code: 'row-too-long', severity: 'error', effect: 'value' };
const IDENTIFIER_MISSING: Finding = { code: 'identifier-missing', severity: 'error', effect: 'row' };
const REQUIRED_MISSING: Finding = { code: 'required-missing', severity: 'error', effect: 'row' };
const IDENTIFIER_MERGES: Finding = { code: 'identifier-repeated', severity: 'warning', effect: 'merge' };
const IDENTIFIER_REFUSED: Finding = { code: 'identifier-repeated', severity: 'error', effect: 'row' };
const UNIQUE_REPEATED: Finding = { code: 'unique-repeated', severity: 'error', effect: 'row' };

/** HubSpot stores these values as they are (inferred). */
const HARMLESS: ReadonlySet<ProblemCode> = new Set(['phone-invalid', 'url-invalid', 'text-unreadable']);

interface Column {
  readonly rule: ColumnRule;
  readonly judge: ValueCheck;
  readonly replacements: ReadonlyMap<string, string> | null;
  /** What a wrong value costs: its row, or itself. */
  readonly wrongEffect: Effect;
  /** What a repeated value is; null when values may repeat. */
  readonly repeat: Finding | null;
  /** Identities seen, with their first row; negative once that row is reported. */
  readonly seen: Map<string, number>;
  readonly groups: Groups;
  readonly dates: GatheredEvidence | null;
  filled: number;
  empty: number;
  /** The row that held a value last, and the one that held a value HubSpot takes. */
  filledIn: number;
  usableIn: number;
}

const isIdentifier = ({ rule }: Column): boolean =>
  rule.uniqueness === 'identifier' || rule.uniqueness === 'key';

function createColumn(rule: ColumnRule, plan: CheckPlan, changes: Changes): Column {
  const object = plan.objects.find(({ objectTypeId }) => objectTypeId === rule.objectTypeId);
  const replacements = Object.entries(changes.values[rule.column] ?? {});
  const dates = rule.kind === 'date' || rule.kind === 'datetime' ? noDateEvidence() : null;
  const repeats: Readonly<Record<ColumnRule['uniqueness'], Finding | null>> = {
    identifier: object?.operation === 'CREATE' ? IDENTIFIER_REFUSED : IDENTIFIER_MERGES,
    unique: UNIQUE_REPEATED,
    key: null,
    none: null,
  };
  return {
    rule,
    judge: createJudge(rule, plan, dates),
    replacements: replacements.length === 0 ? null : new Map(replacements),
    wrongEffect: costsItsRow(rule, object) ? 'row' : 'value',
    repeat: repeats[rule.uniqueness],
    seen: new Map(),
    groups: new Map(),
    dates,
    filled: 0,
    empty: 0,
    filledIn: 0,
    usableIn: 0,
  };
}

function costsItsRow(rule: ColumnRule, object: ObjectRule | undefined): boolean {
  if (rule.uniqueness === 'identifier' || rule.uniqueness === 'key') return true;
  if (object === undefined || object.operation === 'UPDATE') return false;
  return object.required.some(([only, other]) => only === rule.column && other === undefined);
}

/** The check of the column's values, which also gathers how its dates are written. */
function createJudge(rule: ColumnRule, plan: CheckPlan, dates: GatheredEvidence | null): ValueCheck {
  const { kind } = rule;
  if (dates !== null && (kind === 'date' || kind === 'datetime')) {
    const traitsOf = kind === 'date' ? remember(dateTraitsOfText) : dateTraitsOfText; // date-times hardly repeat
    return (value) => {
      const traits = traitsOf(value);
      addDateEvidence(dates, value, traits);
      return dateProblem(traits, kind, plan.dateFormat);
    };
  }
  const check = createTextCheck(rule, plan);
  return kind === 'option' || kind === 'options' || kind === 'owner' ? remember(check) : check;
}

const REMEMBERED_VALUES = 4096;
const REMEMBERED_CHARACTERS = 64;

/** The same function for cells that repeat a lot. */
function remember<T>(judge: (value: string) => T): (value: string) => T {
  const outcomes = new Map<string, T>();
  return (value) => {
    const known = outcomes.get(value);
    if (known !== undefined) return known;
    const outcome = judge(value);
    if (outcomes.size >= REMEMBERED_VALUES) outcomes.clear();
    if (value.length <= REMEMBERED_CHARACTERS) outcomes.set(value, outcome);
    return outcome;
  };
}

function checkCell(column: Column, raw: string, value: string, row: number, worst: Fate): Fate {
  if (value === '') {
    column.empty += 1;
    return CLEAN;
  }
  column.filled += 1;
  column.filledIn = row;
  const code = column.judge(value);
  if (code !== null && !HARMLESS.has(code)) {
    note(column.groups, { code, severity: 'error', effect: column.wrongEffect }, column, row, raw);
    return FATES[column.wrongEffect];
  }
  column.usableIn = row;
  if (code !== null) note(column.groups, { code, severity: 'warning', effect: 'none' }, column, row, raw);
  return column.repeat === null ? CLEAN : checkRepeat(column, column.repeat, value, row, worst);
}

function checkRepeat(column: Column, repeat: Finding, value: string, row: number, worst: Fate): Fate {
  if (worst === REFUSED) return CLEAN;
  const identity = identityOf(column.rule.kind, value);
  const first = column.seen.get(identity);
  if (first === undefined) {
    column.seen.set(identity, row);
    return CLEAN;
  }
  if (repeat === UNIQUE_REPEATED && worst === REPEATED) return CLEAN;
  if (first > 0) {
    column.seen.set(identity, -first);
    note(column.groups, repeat, column, first, identity);
  }
  note(column.groups, repeat, column, row, identity);
  return FATES[repeat.effect];
}

function checkShape(groups: Groups, row: CheckRow, columnCount: number): Fate {
  if (row.count === columnCount) return CLEAN;
  if (row.count < columnCount) return note(groups, ROW_TOO_SHORT, null, row.row);
  for (let column = columnCount; column < row.count; column += 1) {
    const extra = row.text(column);
    if (extra.trim() !== '') return note(groups, EXTRA_CELLS_LOST, null, row.row, extra);
  }
  return note(groups, EXTRA_CELLS_EMPTY, null, row.row);
}

type Need = (row: number) => Fate;

/** What an object asks of a row that it takes part in. */
function needOf(object: ObjectRule, columns: readonly Column[], rowGroups: Groups): Need {
  const own = columns.filter(({ rule }) => rule.objectTypeId === object.objectTypeId);
  const need = object.operation === 'UPDATE' ? needOfIdentifier(own, rowGroups) : needOfRequired(object, own);
  return (row) => (own.some((column) => column.filledIn === row) ? need(row) : CLEAN);
}

/** Updating needs something to find the record by; which column is missing can be said only when there is one. */
function needOfIdentifier(columns: readonly Column[], rowGroups: Groups): Need {
  const identifiers = columns.filter(isIdentifier);
  const [first, second] = identifiers;
  if (first === undefined) return () => CLEAN;
  return (row) => {
    if (identifiers.some((column) => column.filledIn === row)) return CLEAN;
    if (second !== undefined) return note(rowGroups, IDENTIFIER_MISSING, null, row);
    return note(first.groups, IDENTIFIER_MISSING, first, row);
  };
}

function needOfRequired(object: ObjectRule, columns: readonly Column[]): Need {
  const groups = object.required.map((group) =>
    group.flatMap((index) => columns.find(({ rule }) => rule.column === index) ?? []),
  );
  const recordIds =
    object.operation === 'UPSERT'
      ? columns.filter((column) => isIdentifier(column) && column.rule.kind === 'record-id')
      : [];
  return (row) => {
    if (recordIds.some((column) => column.filledIn === row)) return CLEAN;
    let worst: Fate = CLEAN;
    for (const group of groups) {
      const [first] = group;
      if (first === undefined || group.some((column) => column.usableIn === row)) continue;
      worst = REFUSED;
      // A lone column with a wrong value was reported as that.
      if (group.length > 1 || first.filledIn !== row) note(first.groups, REQUIRED_MISSING, first, row);
    }
    return worst;
  };
}

const SHOWN_ROWS = 200;
const SHOWN_VALUES = 100;

interface Group {
  finding: Finding;
  readonly column: number | null;
  count: number;
  lastRow: number;
  readonly rows: number[];
  readonly values: Map<string, { count: number; readonly row: number }>;
  moreValues: boolean;
}
type Groups = Map<ProblemCode, Group>;

/** Adds a row to the group of a problem, once, and gives what becomes of that row. */
function note(groups: Groups, finding: Finding, column: Column | null, row: number, cell?: string): Fate {
  const { code, effect } = finding;
  const known = groups.get(code);
  const group = known ?? createGroup(finding, column);
  if (known === undefined) groups.set(code, group);
  if (FATES[effect] > FATES[group.finding.effect]) group.finding = finding;
  if (group.lastRow === row) return FATES[effect];
  group.count += 1;
  group.lastRow = row;
  keepFirst(group.rows, row);
  if (cell !== undefined) noteValue(group, shownText(cell), row);
  return FATES[effect];
}

function createGroup(finding: Finding, column: Column | null): Group {
  const index = column?.rule.column ?? null;
  return { finding, column: index, count: 0, lastRow: 0, rows: [], values: new Map(), moreValues: false };
}

/** Rows come in ascending order, but for the first row of a repeat, which is noted late. */
function keepFirst(rows: number[], row: number): void {
  const last = rows.at(-1) ?? 0;
  if (rows.length === SHOWN_ROWS && row > last) return;
  if (row > last) rows.push(row);
  else
    rows.splice(
      rows.findIndex((other) => other > row),
      0,
      row,
    );
  if (rows.length > SHOWN_ROWS) rows.pop();
}

function noteValue(group: Group, value: string, row: number): void {
  const known = group.values.get(value);
  if (known !== undefined) known.count += 1;
  else if (group.values.size < SHOWN_VALUES) group.values.set(value, { count: 1, row });
  else group.moreValues = true;
}

function showGroup({ finding, column, count, rows, values, moreValues }: Group): ProblemGroup {
  const shown = Array.from(values, ([value, facts]) => ({ value, ...facts }));
  return { ...finding, column, count, rows: rows.slice(), values: shown, moreValues };
}

function errorsFirst(one: ProblemGroup, other: ProblemGroup): number {
  return Number(other.severity === 'error') - Number(one.severity === 'error');
}

function byFirstRow(one: ProblemGroup, other: ProblemGroup): number {
  return (one.rows[0] ?? 0) - (other.rows[0] ?? 0) || (one.code < other.code ? -1 : 1);
}
