import type { ImportErrorEffect } from './import-errors.js';
import { addRow, createRowSet, type RowSet } from './row-set.js';

/** One of HubSpot's errors, in the person's terms. */
export interface RowError {
  readonly type: string;
  readonly effect: ImportErrorEffect;
  /** Zero-based, of the files that were sent; 0 when HubSpot does not say. */
  readonly file: number;
  /** As a spreadsheet counts; null when the whole file is meant, or when the row is not known. */
  readonly row: number | null;
  /** HubSpot's number of it, for telling rows apart while `row` is not known; null when HubSpot gives none. */
  readonly line: number | null;
  /** Zero-based in the person's file; null when not known. */
  readonly column: number | null;
  /** The value HubSpot complains of. */
  readonly value: string | null;
  /** HubSpot's own sentence. */
  readonly message: string | null;
  /** HubSpot's copy of the row, kept only when there is no file to look into. */
  readonly cells: readonly string[] | null;
}

/** Errors of one type with one effect, for showing together. */
export interface ErrorGroup {
  readonly type: string;
  readonly effect: ImportErrorEffect;
  readonly count: number;
  /** The first of them, 100 at most. */
  readonly first: readonly RowError[];
}

/** What the report says of all errors, however many there are. */
export interface ErrorSummary {
  readonly count: number;
  /** What hit the whole file first, then what refused rows; in the end the most frequent first of those alike. */
  readonly groups: readonly ErrorGroup[];
  /** Rows that were not imported, each once. */
  readonly refusedRows: number;
  /** Rows with an error of any kind, each once. */
  readonly hitRows: number;
}

export const NO_ERRORS: ErrorSummary = { count: 0, groups: [], refusedRows: 0, hitRows: 0 };

/** Takes errors as they come, and keeps of each type the first whole and of the others their rows. */
export interface ErrorLog {
  add(error: RowError): void;
  /** While they still come, groups stay in the order they came in, so that nothing jumps under the reader's eyes. */
  summary(isComplete: boolean): ErrorSummary;
  /** Rows of one of the person's files that were not imported, as a spreadsheet counts. */
  refusedRows(file: number): RowSet;
}

const KEPT_WHOLE = 100;

/** More than HubSpot takes in a day: a number beyond is none that rows have, and must not make room for all below it. */
const LARGEST_ROW = 2 ** 27;

const EFFECT_ORDER: readonly ImportErrorEffect[] = ['file', 'row', 'association', 'value'];

/** Rows of one file; those that are not known are told apart by HubSpot's number of them. */
interface FileRows {
  readonly refused: RowSet;
  readonly hit: RowSet;
}

interface GrowingGroup {
  readonly type: string;
  readonly effect: ImportErrorEffect;
  count: number;
  readonly first: RowError[];
}

export function createErrorLog(): ErrorLog {
  const groups = new Map<string, GrowingGroup>();
  const known = new Map<number, FileRows>();
  const unknown = new Map<number, FileRows>();
  let count = 0;
  let refusedRows = 0;
  let hitRows = 0;

  const note = ({ file, row, line, effect }: RowError): void => {
    const number = row ?? line;
    if (number === null || number < 1 || number > LARGEST_ROW) return;
    const { refused, hit } = rowsOf(row === null ? unknown : known, file);
    if (effect === 'file' && row === null) return; // it is about no row
    if ((effect === 'row' || effect === 'file') && addRow(refused, number)) refusedRows += 1;
    if (addRow(hit, number)) hitRows += 1;
  };

  return {
    add(error) {
      count += 1;
      const key = `${error.effect} ${error.type}`;
      const group = groups.get(key) ?? { type: error.type, effect: error.effect, count: 0, first: [] };
      groups.set(key, group);
      group.count += 1;
      if (group.first.length < KEPT_WHOLE) group.first.push(error);
      note(error);
    },
    summary(isComplete) {
      const shown = [...groups.values()].map(show).sort(worstFirst);
      return {
        count,
        groups: isComplete ? shown.toSorted((a, b) => worstFirst(a, b) || b.count - a.count) : shown,
        refusedRows,
        hitRows,
      };
    },
    refusedRows: (file) => known.get(file)?.refused ?? createRowSet(),
  };
}

function rowsOf(files: Map<number, FileRows>, file: number): FileRows {
  const found = files.get(file) ?? { refused: createRowSet(), hit: createRowSet() };
  files.set(file, found);
  return found;
}

const show = ({ first, ...group }: GrowingGroup): ErrorGroup => ({ ...group, first: first.slice() });

const worstFirst = (a: ErrorGroup, b: ErrorGroup): number =>
  EFFECT_ORDER.indexOf(a.effect) - EFFECT_ORDER.indexOf(b.effect);
