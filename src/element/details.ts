import type { ImportResponse } from '../core/answers.js';
import { processedRows } from '../core/report.js';
import type { ProblemCode, Severity, Tally } from '../core/problems.js';
import { finishedTally, type ImportState, loadedOf, type Status } from '../core/state.js';
import type { ProgressDetail, StateDetail } from './events.js';

/** What a page may read of the file in hand. */
export interface PublicPreview {
  readonly fileName: string;
  readonly bytes: number;
  readonly dialect: {
    readonly encoding: string;
    readonly delimiter: string;
    readonly quote: string;
    readonly newline: string;
    readonly headerRow: number;
  };
  readonly headers: readonly string[];
  /** The first data rows, as papaparse reads them. */
  readonly rows: readonly (readonly string[])[];
}

/** One entry per kind of problem and column. */
export interface PublicProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** Zero-based in the file; null when whole rows are meant. */
  readonly column: number | null;
  readonly count: number;
  /** First row numbers as a spreadsheet shows them (header row = 1). */
  readonly rows: readonly number[];
}

/** HubSpot's latest answer; null before HubSpot has the import. */
export const importOf = (state: ImportState): ImportResponse | null =>
  'import' in state ? state.import : null;

/** The beginning of the file in hand; null before it is read. */
export function toPublicPreview(state: ImportState): PublicPreview | null {
  const preview = state.status === 'reading' ? state.preview : loadedOf(state)?.preview;
  if (preview == null) return null;
  const { fileName, bytes, dialect, headers, rows } = preview;
  return { fileName, bytes, dialect: { ...dialect }, headers, rows };
}

/** What the check has found so far. */
export function toPublicProblems(state: ImportState): readonly PublicProblem[] {
  const problems = tallyOf(state)?.problems ?? [];
  return problems.map(({ code, severity, column, count, rows }) => ({ code, severity, column, count, rows }));
}

export function toStateDetail(state: ImportState, previous: Status): StateDetail {
  const file = state.status === 'reading' ? state.file : (loadedOf(state)?.file ?? null);
  const tally = tallyOf(state);
  const isChecked = loadedOf(state)?.check.phase === 'finished';
  const kinds = (severity: Severity): number =>
    (tally?.problems ?? []).filter((problem) => problem.severity === severity).length;
  const answer = importOf(state);
  return {
    status: state.status,
    previous,
    importState: answer?.state ?? null,
    importId: answer?.id ?? null,
    file: file === null ? null : { name: file.name, bytes: file.size },
    rows: { total: isChecked ? (tally?.rows.total ?? null) : null, checked: tally?.rows.total ?? 0 },
    problems: { errors: kinds('error'), warnings: kinds('warning') },
    import: answer,
    error: 'error' in state ? state.error : null,
  };
}

export function toProgressDetail(state: ImportState): ProgressDetail {
  const upload = state.status === 'submitting' && state.upload.step === 'sending' ? state.upload : null;
  return {
    status: state.status,
    share: shareOf(state),
    checkedRows: tallyOf(state)?.rows.total ?? 0,
    sentBytes: upload?.sentBytes ?? 0,
    totalBytes: upload?.totalBytes ?? null,
    counters: importOf(state)?.metadata.counters ?? {},
  };
}

/** How far what goes on is, from 0 to 1: of the rows, of the copy that is written, of the bytes, of HubSpot's rows. */
function shareOf(state: ImportState): number | null {
  switch (state.status) {
    case 'submitting':
      if (state.upload.step === 'writing') return state.upload.share;
      return state.upload.sentBytes / Math.max(state.upload.totalBytes, 1);
    case 'tracking': {
      const rows = processedRows(state.import, finishedTally(state.loaded));
      return rows === null ? null : rows.processed / rows.total;
    }
    default: {
      const check = loadedOf(state)?.check;
      return check?.phase === 'running' ? check.share : null;
    }
  }
}

function tallyOf(state: ImportState): Tally | null {
  const check = loadedOf(state)?.check;
  return check === undefined || check.phase === 'waiting' ? null : check.tally;
}
