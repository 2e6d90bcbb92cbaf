import type { ImportResponse } from '../core/answers.js';
import type { Preview } from '../core/preview.js';
import type { ProblemCode, Severity } from '../core/problems.js';
import { processedRows } from '../core/report.js';
import { numberOf, type PartNumber } from '../core/sequence.js';
import { countersOf, sequenceProgress } from '../core/sequence-report.js';
import {
  checkedShare,
  importedRows,
  type ImportState,
  isChecked,
  loadedOf,
  rowsOf,
  type Status,
  tallyOf,
} from '../core/state.js';
import type { ProgressDetail, StateDetail } from './events.js';

/** What a page may read of a file in hand. */
export interface PublicPreview {
  readonly fileName: string;
  readonly bytes: number;
  /** Name of the sheet that is imported of a workbook; null for a file that is text. */
  readonly sheet: string | null;
  /** Of the text that a sheet is read into, for a workbook. */
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
  /** Zero-based; 0 when there is one file. */
  readonly file: number;
  /** Zero-based in the file; null when whole rows are meant. */
  readonly column: number | null;
  readonly count: number;
  /** First row numbers as a spreadsheet shows them (header row = 1). */
  readonly rows: readonly number[];
}

/** HubSpot's latest answer; null before HubSpot has the import. */
export const importOf = (state: ImportState): ImportResponse | null =>
  'import' in state ? state.import : null;

/** The beginnings of the files in hand; none before they are read. */
export function toPublicPreviews(state: ImportState): readonly PublicPreview[] {
  const reading = state.status === 'reading' ? state.preview : null;
  const previews =
    loadedOf(state)?.files.map(({ preview }) => preview) ?? (reading === null ? [] : [reading]);
  return previews.map(({ fileName, bytes, sheet, dialect, headers, rows }: Preview) => ({
    fileName,
    bytes,
    sheet,
    dialect: { ...dialect },
    headers,
    rows,
  }));
}

/** What the check has found so far. */
export function toPublicProblems(state: ImportState): readonly PublicProblem[] {
  return (loadedOf(state)?.files ?? []).flatMap((one, file) =>
    (tallyOf(one)?.problems ?? []).map(({ code, severity, column, count, rows }) => ({
      code,
      severity,
      file,
      column,
      count,
      rows,
    })),
  );
}

export function toStateDetail(state: ImportState, previous: Status): StateDetail {
  const loaded = loadedOf(state);
  const picked = state.status === 'reading' ? state.files : loaded?.files.map(({ file }) => file);
  const files = (picked ?? []).map(({ name, size }) => ({ name, bytes: size }));
  const problems = toPublicProblems(state);
  const kinds = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const answer = importOf(state);
  const total = loaded === null ? null : (rowsOf(loaded)?.total ?? null);
  return {
    status: state.status,
    previous,
    importState: answer?.state ?? null,
    importId: answer?.id ?? null,
    file: files[0] ?? null,
    files,
    rows: { total: loaded !== null && isChecked(loaded) ? total : null, checked: total ?? 0 },
    problems: { errors: kinds('error'), warnings: kinds('warning') },
    part: partOf(state),
    import: answer,
    error: 'error' in state ? state.error : null,
  };
}

/** The part that is on its way, or was last; null where the files go as one. */
function partOf(state: ImportState): PartNumber | null {
  if (!('current' in state)) return null;
  const { current, loaded } = state;
  if (current !== null && loaded !== null) return numberOf(loaded, current.part);
  const part = 'origin' in state && state.origin.kind !== 'opened' ? state.origin.sent.part : null;
  return part === null ? null : { number: part.number, count: part.count };
}

export function toProgressDetail(state: ImportState): ProgressDetail {
  const upload = state.status === 'submitting' && state.upload.step === 'sending' ? state.upload : null;
  const loaded = loadedOf(state);
  return {
    status: state.status,
    share: shareOf(state),
    checkedRows: loaded === null ? 0 : (rowsOf(loaded)?.total ?? 0),
    sentBytes: upload?.sentBytes ?? 0,
    totalBytes: upload?.totalBytes ?? null,
    part: partOf(state),
    counters: countersOf(state),
  };
}

/** How far what goes on is, from 0 to 1: of the rows, of the copies that are written, of the bytes, of HubSpot's rows. */
function shareOf(state: ImportState): number | null {
  const sequence = sequenceProgress(state);
  if (sequence !== null) return sequence.share;
  switch (state.status) {
    case 'reading':
      return state.share;
    case 'submitting':
      if (state.upload.step === 'looking') return null;
      if (state.upload.step === 'writing') return state.upload.share;
      return state.upload.sentBytes / Math.max(state.upload.totalBytes, 1);
    case 'tracking': {
      const rows = processedRows(state.import, importedRows(state));
      return rows === null ? null : rows.processed / rows.total;
    }
    default: {
      const loaded = loadedOf(state);
      return loaded === null || isChecked(loaded) ? null : checkedShare(loaded);
    }
  }
}
