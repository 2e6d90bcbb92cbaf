import type { Changes } from '../core/changes.js';
import type { Dialect } from '../core/dialect.js';
import type { ErrorCode, ErrorDetails } from '../core/errors.js';
import type { KeyColumn, MissingKeys } from '../core/missing-keys.js';
import type { CheckPlan } from '../core/plan.js';
import type { LineRuns } from '../core/line-runs.js';
import type { Part, PartLimits, RowRange } from '../core/parts.js';
import type { Preview } from '../core/preview.js';
import type { ProblemCode, Tally } from '../core/problems.js';
import type { RewriteRecipe } from '../core/rewrite.js';
import type { SheetChoice, Source } from '../core/workbook.js';

/** A file and how it is read. */
export interface FileText {
  readonly file: Blob;
  readonly dialect: Dialect;
}

/** A file and the column of its keys. */
export interface KeyedText {
  readonly text: FileText;
  readonly keys: KeyColumn;
}

/** Whole-file passes report at most this often, in milliseconds. */
export const PROGRESS_EVERY_MS = 100;

export interface CheckProgress {
  /** 0 to 1, of the bytes. */
  readonly share: number;
  readonly tally: Tally;
}

export interface Rewritten {
  readonly content: Blob;
  readonly lineRows: LineRuns;
}

/** What can be asked about a text. What reads a whole file runs behind this one seam, in a worker where there may be one. */
export interface TextDesk {
  /** Checks every row; reads the file only when what it learned of it before does not answer. */
  check(
    text: FileText,
    plan: CheckPlan,
    changes: Changes,
    onProgress: (progress: CheckProgress) => void,
    signal: AbortSignal,
  ): Promise<Tally>;
  /** Looks for the keys of one file, once it is checked, among those of another; null when all are there. */
  missingKeys(
    text: FileText,
    keys: KeyColumn,
    owner: KeyedText,
    signal: AbortSignal,
  ): Promise<MissingKeys | null>;
  /** The cells of some rows, by spreadsheet number, ascending; rows that the file does not have are left out. */
  rows(text: FileText, rows: readonly number[]): Promise<readonly FileRow[]>;
  /**
   * The rows that were found to have a problem, of the last check and of keys, as a window into all of them: of one kind of problem, or of any.
   * While the check still runs, those found so far; none when the text was not checked.
   */
  problemRows(text: FileText, problem: ProblemKind | null, from: number, count: number): Promise<RowWindow>;
  /** Finds the rows with a text in any cell, capitals or not, and hands them on as they are found, ascending. */
  search(
    text: FileText,
    wanted: string,
    onFound: (found: SearchProgress) => void,
    signal: AbortSignal,
  ): Promise<void>;
  /** Cuts the file, as it would be sent, into parts within limits; rows that are taken already are in none. */
  parts(
    text: FileText,
    recipe: RewriteRecipe,
    limits: PartLimits,
    taken: readonly RowRange[],
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<readonly Part[]>;
  /** Writes the corrected file. */
  rewrite(
    text: FileText,
    recipe: RewriteRecipe,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Rewritten>;
}

/** A file, what is read of it, and its beginning. */
export interface OpenedFile {
  readonly source: Source;
  readonly preview: Preview;
}

/** All that is asked about a file. */
export interface FileDesk extends TextDesk {
  /** Finds the text of a file, which is the file itself or a sheet of a workbook, and reads its first bytes. */
  open(
    file: File,
    choice: SheetChoice,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<OpenedFile>;
  /** Reads the first bytes again. */
  preview(source: Source, given: Partial<Dialect>): Promise<Preview>;
  close(): void;
}

/** One entry of `Tally.problems`. */
export interface ProblemKind {
  readonly code: ProblemCode;
  readonly column: number | null;
}

/** Spreadsheet numbers of some rows, ascending, and how many there are in all. */
export interface RowWindow {
  readonly rows: readonly number[];
  readonly total: number;
}

export interface SearchProgress {
  /** 0 to 1, of the bytes. */
  readonly share: number;
  /** Spreadsheet numbers of rows found since the last time. */
  readonly rows: readonly number[];
}

export interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A question about a text. */
export type Question =
  | {
      readonly ask: 'check';
      readonly text: FileText;
      readonly plan: CheckPlan;
      readonly changes: Changes;
    }
  | {
      readonly ask: 'missingKeys';
      readonly text: FileText;
      readonly keys: KeyColumn;
      readonly owner: KeyedText;
    }
  | { readonly ask: 'rows'; readonly text: FileText; readonly rows: readonly number[] }
  | {
      readonly ask: 'problemRows';
      readonly text: FileText;
      readonly problem: ProblemKind | null;
      readonly from: number;
      readonly count: number;
    }
  | { readonly ask: 'search'; readonly text: FileText; readonly wanted: string }
  | {
      readonly ask: 'parts';
      readonly text: FileText;
      readonly recipe: RewriteRecipe;
      readonly limits: PartLimits;
      readonly taken: readonly RowRange[];
    }
  | { readonly ask: 'rewrite'; readonly text: FileText; readonly recipe: RewriteRecipe };

/**
 * Page to worker. `id` numbers the questions. Each brings a copy of the file, so that a number tells whether it is the same
 * file as before.
 */
export type Message =
  | { readonly id: number; readonly tell: 'question'; readonly question: Question; readonly fileId: number }
  | { readonly id: number; readonly tell: 'stop' };

/** Worker to page. */
export type Answer =
  | { readonly id: 0; readonly tell: 'open' }
  | { readonly id: number; readonly tell: 'progress'; readonly value: unknown }
  | { readonly id: number; readonly tell: 'result'; readonly value: unknown }
  | { readonly id: number; readonly tell: 'error'; readonly error: Failure };

/** An error as plain data: classes do not cross. */
export type Failure =
  | { readonly kind: 'importer'; readonly code: ErrorCode; readonly detail: ErrorDetails[ErrorCode] }
  | { readonly kind: 'abort' }
  | { readonly kind: 'other'; readonly message: string };
