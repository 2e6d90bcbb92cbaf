/** A file that goes as several imports, as one: numbers that add up over all of its parts. */
import type { ImportResponse } from './answers.js';
import type { RowError } from './error-log.js';
import type { RowRange } from './parts.js';
import type { RowCounts } from './problems.js';
import { processedRows, type Sent } from './report.js';
import { remainingParts } from './sequence.js';
import { checkedRows, type Following, type ImportState, importedRows } from './state.js';

/** What was imported of the files in this visit, added up. */
export interface WholeImport {
  /** HubSpot's last answer, with the counters and lists of all parts. */
  readonly import: ImportResponse;
  /** The rows of the files without those that were imported in an earlier visit; what is still to be sent is left out. */
  readonly rows: RowCounts | null;
}

type Followed = Pick<Following, 'import' | 'loaded' | 'origin' | 'current'>;

/** All that was sent in this visit of the files that an import is about. */
export function wholeImport(following: Followed): WholeImport {
  const { import: last, loaded, current } = following;
  const rows = importedRows(following);
  if (loaded === null || current === null) return { import: last, rows };
  const answers = [...loaded.imported.flatMap(({ here }) => here?.import ?? []), last];
  const earlier = sum(loaded.imported.filter(({ here }) => here === null).map((part) => part.rows));
  const others = remainingParts(loaded).filter(({ firstRow }) => firstRow !== current.part.firstRow);
  const unsent = sum(others.map((part) => part.rows));
  const checked = checkedRows(loaded);
  return {
    import: added(last, answers),
    rows:
      checked === null
        ? null
        : { ...checked, total: checked.total - earlier, leftOut: checked.leftOut + unsent },
  };
}

/** HubSpot's counters of several imports, added up. */
function sumCounters(answers: readonly ImportResponse[]): Readonly<Record<string, number>> {
  const counters: Record<string, number> = {};
  for (const { metadata } of answers) {
    for (const [name, count] of Object.entries(metadata.counters))
      counters[name] = (counters[name] ?? 0) + count;
  }
  return counters;
}

/** HubSpot's counters of all that was sent of the files in hand; none before anything was. */
export function countersOf(state: ImportState): Readonly<Record<string, number>> {
  if ('outcome' in state) return wholeImport(state).import.metadata.counters;
  if (state.status !== 'submitting') return {};
  return sumCounters(state.loaded.imported.flatMap(({ here }) => here?.import ?? []));
}

function added(last: ImportResponse, answers: readonly ImportResponse[]): ImportResponse {
  const counters = sumCounters(answers);
  const objectLists = answers.flatMap(({ metadata }) => metadata.objectLists);
  return { ...last, metadata: { ...last.metadata, counters, objectLists } };
}

/** The rows of one import: of the part that is on its way, or of the files. */
export function currentRows(following: Followed): RowCounts | null {
  return following.current === null ? importedRows(following) : countsOf(following.current.part.rows);
}

/** Rows of which nothing is known but how many are sent. */
export const countsOf = (rows: number): RowCounts => ({
  total: rows,
  clean: rows,
  losing: 0,
  repeated: 0,
  refused: 0,
  empty: 0,
  leftOut: 0,
});

/** An import whose row errors belong to the report. */
export interface ReadImport {
  readonly import: ImportResponse;
  readonly sent: readonly Sent[] | null;
  /** The rows it is about; null for all of the files. */
  readonly range: RowRange | null;
}

/** The imports that a report is about, in the order of their rows. */
export function importsToRead({
  import: last,
  loaded,
  current,
  outcome,
}: Pick<Following, 'import' | 'loaded' | 'current' | 'outcome'>): readonly ReadImport[] {
  if (loaded === null || current === null) return [{ import: last, sent: outcome.sent, range: null }];
  const parts = loaded.imported.flatMap(({ here, firstRow, lastRow }) =>
    here === null
      ? []
      : [
          {
            import: here.import,
            sent: here.sent === null ? null : [here.sent],
            range: { firstRow, lastRow },
          },
        ],
  );
  const all = [...parts, { import: last, sent: outcome.sent, range: current.part }];
  return all.sort((a, b) => a.range.firstRow - b.range.firstRow);
}

/** HubSpot numbers the lines of each part anew: where the row is not known, its line is told apart from those of other parts. */
export const inPart = (error: RowError, { firstRow }: RowRange): RowError =>
  error.row !== null || error.line === null ? error : { ...error, line: error.line + firstRow - 2 };

/** Rows that HubSpot is through with, of all that go or went as parts. */
export interface SequenceProgress {
  readonly done: number;
  readonly total: number;
  /** From 0 to 1, over all parts; sending is one half of a part, HubSpot's work the other. */
  readonly share: number;
}

/** How far a file that goes as several imports is; null when it goes as one. */
export function sequenceProgress(state: ImportState): SequenceProgress | null {
  if (!('current' in state) || state.current === null || state.loaded === null) return null;
  const { part } = state.current;
  const imported = sum(state.loaded.imported.map(({ rows }) => rows));
  const total = imported + sum(remainingParts(state.loaded).map(({ rows }) => rows));
  const { sent, worked } = legsOf(state);
  return {
    done: imported + Math.floor(worked * part.rows),
    total,
    share: (imported + ((sent + worked) / 2) * part.rows) / Math.max(total, 1),
  };
}

/** How much of the part has been sent, and how much HubSpot is through with, from 0 to 1. */
function legsOf(state: Extract<ImportState, { current: unknown }>): { sent: number; worked: number } {
  if (state.status === 'submitting') {
    const { upload } = state;
    return {
      sent: upload.step === 'sending' ? upload.sentBytes / Math.max(upload.totalBytes, 1) : 0,
      worked: 0,
    };
  }
  if (state.import.state === 'DONE') return { sent: 1, worked: 1 };
  const rows = processedRows(state.import, currentRows(state));
  return { sent: 1, worked: rows === null ? 0 : rows.processed / rows.total };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
