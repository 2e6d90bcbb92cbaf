import * as SYMBOL_BITS from './symbol-bits.js';
import { type ColumnFacts, textOfSymbol } from './column-facts.js';
import { symbolBytes } from './dictionary.js';
import type { Effect, ProblemCode, ProblemGroup, Severity } from './problems.js';
import { moved } from './room.js';
import { addRow, createRowSet, type RowSet, rowsOf } from './row-set.js';
import { SHORT_BYTES, shownText } from './shown-text.js';

/** A problem and what HubSpot makes of it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly effect: Effect;
}

/** What becomes of a record, from good to bad; the worst counts. */
export const FATES: Readonly<Record<Effect, number>> = { none: 0, value: 1, merge: 2, row: 3 };

/** A problem of one code in one column, or of whole rows. */
export interface Group {
  finding: Finding;
  /** Zero-based in the file. */
  readonly column: number | null;
  readonly rows: RowSet;
  /** The first distinct values, in order of appearance. */
  readonly values: Value[];
  /** For each symbol its place in `values`, from 1; `BEYOND` when it is not among them. */
  places: Uint8Array;
  /** Places of values that are shown cut. */
  readonly cutPlaces: Map<string, number>;
  moreValues: boolean;
  /** False when a value that should be shown is known to be there, but not which it is. */
  isExact: boolean;
}

interface Value {
  readonly symbol: number;
  count: number;
  readonly row: number;
}

const SHOWN_ROWS = 200;
const SHOWN_VALUES = 100;
/** What `places` says of a value that is not among the first. */
export const BEYOND = 255;

export function createGroup(finding: Finding, column: number | null): Group {
  return {
    finding,
    column,
    rows: createRowSet(),
    values: [],
    places: new Uint8Array(0),
    cutPlaces: new Map(),
    moreValues: false,
    isExact: true,
  };
}

/** Adds a row, once. @returns Whether it was not there yet. */
export function noteRow(group: Group, finding: Finding, row: number): boolean {
  if (finding !== group.finding && FATES[finding.effect] > FATES[group.finding.effect])
    group.finding = finding;
  return addRow(group.rows, row);
}

/** Adds what a row's cell holds. Every value comes before another one of its kind that is in a crowd (see `ColumnFacts`). */
export function noteValue(group: Group, facts: ColumnFacts, symbol: number, row: number): void {
  const { places } = group;
  if (symbol >= places.length)
    group.places = moved(places, new Uint8Array(Math.max(facts.dictionary.size, 2 * places.length)));
  const place = group.places[symbol] ?? 0;
  if (place === BEYOND) return;
  const known = place === 0 ? findPlace(group, facts, symbol, row) : place;
  group.places[symbol] = known;
  const value = group.values[known - 1];
  if (value !== undefined) value.count++;
}

function findPlace(group: Group, facts: ColumnFacts, symbol: number, row: number): number {
  const { traits } = facts.dictionary;
  if (((traits[symbol] ?? 0) & SYMBOL_BITS.crowd) !== 0) {
    if (group.values.length < SHOWN_VALUES) group.isExact = false;
    group.moreValues = true;
    return BEYOND;
  }
  const isLong = symbolBytes(facts.dictionary, symbol).length > SHORT_BYTES;
  const shown = isLong ? shownText(textOfSymbol(facts, symbol)) : null;
  const same = shown === null ? undefined : group.cutPlaces.get(shown);
  if (same !== undefined) return same;
  if (group.values.length === SHOWN_VALUES) {
    group.moreValues = true;
    return BEYOND;
  }
  group.values.push({ symbol, count: 0, row });
  if (shown !== null) group.cutPlaces.set(shown, group.values.length);
  return group.values.length;
}

/** @param textOf The text of a symbol, for showing. */
export function showGroup(group: Group, textOf: (symbol: number) => string, firstRow: number): ProblemGroup {
  const { finding, column, rows, values, moreValues } = group;
  return {
    ...finding,
    column,
    count: rows.size,
    rows: rowsOf(rows, 0, SHOWN_ROWS).map((row) => row + firstRow),
    values: values.map(({ symbol, count, row }) => ({
      value: textOf(symbol),
      count,
      row: row + firstRow,
    })),
    moreValues,
  };
}

/** In the order of their first rows. */
export function byFirstRow(one: ProblemGroup, other: ProblemGroup): number {
  return (one.rows[0] ?? 0) - (other.rows[0] ?? 0) || (one.code < other.code ? -1 : 1);
}
