import type { ImportResponse, ImportRowError } from './answers.js';
import { type ErrorSummary, NO_ERRORS, type RowError } from './error-log.js';
import { effectOf } from './import-errors.js';
import type { RowCounts } from './problems.js';
import { type LineRuns, rowOfLine } from './line-runs.js';

/** How the person's rows and columns became the lines and columns that HubSpot saw. */
export interface Sent {
  /** Zero-based columns of the person's file, in the order they were sent. */
  readonly columns: readonly number[];
  readonly lineRows: LineRuns;
  readonly bytes: number;
}

/** What came back about the rows. */
export interface Outcome {
  /** One for each file; null when the import is followed by its id alone. */
  readonly sent: readonly Sent[] | null;
  readonly errors: ErrorSummary;
  /** `all` when every page is in; `partly` when a page could not be read. */
  readonly errorsRead: 'not-yet' | 'reading' | 'all' | 'partly';
}

export const NO_OUTCOME: Outcome = { sent: null, errors: NO_ERRORS, errorsRead: 'not-yet' };

/**
 * How HubSpot numbers lines. It does not say whether line 1 is the header, so the rows it sends along decide.
 * `unknown`: neither fits, so its own copies of the rows are used instead of ours.
 */
export type LineNumbering = 'header-is-line-1' | 'first-row-is-line-1' | 'unknown';

/** Finds the file that an error is about, by HubSpot's ids of them, which come in the order of the request (inferred). */
export function fileOf(error: ImportRowError, fileIds: readonly string[]): number {
  return Math.max(fileIds.indexOf(error.sourceData.fileId ?? ''), 0);
}

/** Rows of one of the person's files whose cells are needed to decide the numbering. */
export function rowsToCompare(errors: readonly ImportRowError[], sent: Sent): readonly number[] {
  const rows = errors.flatMap(({ sourceData: { lineNumber } }) =>
    lineNumber ? [rowOfLine(sent.lineRows, lineNumber), rowOfLine(sent.lineRows, lineNumber + 1)] : [],
  );
  return [...new Set(rows.filter((row) => row !== null))].sort((a, b) => a - b);
}

/** An error with what is needed to find its row. */
export interface Located {
  readonly error: ImportRowError;
  readonly sent: Sent;
  /** The cells that were sent from a row of the person's file, as a spreadsheet counts; null when there is none. */
  readonly rowAt: (row: number) => readonly string[] | null;
}

/** Decides the numbering from errors that carry row data. */
export function decideLineNumbering(errors: readonly Located[]): LineNumbering {
  const samples = errors.filter(({ error }) => error.sourceData.lineNumber && error.sourceData.rowData);
  if (samples.length === 0) return 'header-is-line-1';
  const fits = (shift: number): boolean =>
    samples.every(({ error: { sourceData }, sent, rowAt }) => {
      const row = rowOfLine(sent.lineRows, (sourceData.lineNumber ?? 0) + shift);
      const cells = row === null ? null : rowAt(row);
      return cells !== null && sameCells(cells, sourceData.rowData ?? []);
    });
  if (fits(0)) return 'header-is-line-1';
  return fits(1) ? 'first-row-is-line-1' : 'unknown';
}

/** Cells that HubSpot shows as REDACTED prove nothing either way. */
function sameCells(ours: readonly string[], theirs: readonly (string | null)[]): boolean {
  return theirs.every((cell, index) => {
    const text = (cell ?? '').trim();
    return text === 'REDACTED' || text === (ours[index] ?? '').trim();
  });
}

/** Puts one of HubSpot's errors in the person's terms. */
export function joinError(
  error: ImportRowError,
  file: number,
  sent: Sent | null,
  numbering: LineNumbering,
): RowError {
  const { lineNumber, rowData } = error.sourceData;
  const line = lineNumber ?? null;
  const known = sent !== null && numbering !== 'unknown' && line !== null && line > 0;
  const shift = numbering === 'first-row-is-line-1' ? 1 : 0;
  const row = known ? rowOfLine(sent.lineRows, line + shift) : null;
  const sentColumn = error.knownColumnNumber ?? null;
  return {
    type: error.errorType,
    effect: effectOf(error.errorType, line),
    file,
    row,
    line: line === 0 ? null : line,
    column: sentColumn === null ? null : (sent?.columns[sentColumn] ?? (sent === null ? sentColumn : null)),
    value: error.invalidValueToDisplay ?? error.invalidValue ?? null,
    message: error.errorMessage ?? null,
    cells: row === null && rowData ? rowData.map((cell) => cell ?? '') : null,
  };
}

/** Numbers that add up: `inFile` is the sum of the parts named below it. */
export interface Report {
  /** Rows of the person's file below the header, blank ones included; null when the file is not known. */
  readonly inFile: number | null;
  /** Rows that became a record or part of one. */
  readonly imported: number;
  /** Rows HubSpot did not import. */
  readonly refused: number;
  /** Rows with nothing to import, or left out by the person. */
  readonly notSent: number;
  /** Rows of which it is not known what became of them: HubSpot did not come to them, or not all errors were read. */
  readonly unprocessed: number;
  /** Different records that were written; several rows may have written one. */
  readonly records: number;
  readonly created: number;
  readonly updated: number;
  /** Rows among the imported that were imported without a value or a link. */
  readonly losing: number;
  /** Counters of HubSpot's besides those above, as they are. */
  readonly counters: readonly (readonly [name: string, count: number])[];
}

/** HubSpot's names for the counters that the report has words for (CRM/Imports, examples). */
const KNOWN_COUNTERS = ['CREATED_OBJECTS', 'UPDATED_OBJECTS', 'TOTAL_ROWS'];

/** Sums up an import. Without the rows of the person's files HubSpot's TOTAL_ROWS stands for them. */
export function report(answer: ImportResponse, outcome: Outcome, rows: RowCounts | null): Report {
  const counters = answer.metadata.counters;
  const notSent = rows === null ? 0 : rows.leftOut + rows.empty;
  const sentRows = rows === null ? (counters.TOTAL_ROWS ?? null) : rows.total - notSent;
  const { refusedRows, hitRows } = outcome.errors;
  // What is only inferred, and counters that count more than rows, must not make more of them than were sent.
  const refused = Math.min(refusedRows, sentRows ?? refusedRows);
  const created = counters.CREATED_OBJECTS ?? 0;
  const updated = counters.UPDATED_OBJECTS ?? 0;
  // How many were refused is known only when all errors are in.
  const isKnown = answer.state === 'DONE' && outcome.errorsRead === 'all';
  const written = sentRows === null ? created + updated : Math.min(created + updated, sentRows - refused);
  const imported = sentRows === null || !isKnown ? written : sentRows - refused;
  return {
    inFile: sentRows === null ? null : sentRows + notSent,
    imported,
    refused,
    notSent,
    unprocessed: (sentRows ?? imported + refused) - imported - refused,
    records: counters.UNIQUE_OBJECTS_WRITTEN ?? (created + updated > 0 ? written : imported),
    created,
    updated,
    losing: Math.min(hitRows - refusedRows, imported),
    counters: Object.entries(counters).filter(([name]) => !KNOWN_COUNTERS.includes(name)),
  };
}

/**
 * How many rows HubSpot has come to, of those it was sent; null while it has not begun, or when there is no telling.
 * That every row it has come to is created, updated or an error is inferred.
 */
export function processedRows(
  { state, metadata: { counters } }: ImportResponse,
  rows: RowCounts | null,
): { readonly processed: number; readonly total: number } | null {
  const sent = rows === null ? 0 : rows.total - rows.leftOut - rows.empty;
  const total = counters.TOTAL_ROWS ?? sent;
  if (state !== 'PROCESSING' || total <= 0) return null;
  const processed = (counters.CREATED_OBJECTS ?? 0) + (counters.UPDATED_OBJECTS ?? 0);
  return { processed: Math.min(processed, total), total };
}
