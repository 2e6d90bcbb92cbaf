import type { Account } from './account.js';
import type { ImportResponse } from './answers.js';
import type { Changes } from './changes.js';
import type { ImporterError } from './errors.js';
import type { Mapping } from './mapping.js';
import type { Part } from './parts.js';
import type { Preview } from './preview.js';
import type { RowCounts, Tally } from './problems.js';
import type { Outcome } from './report.js';
import type { SentImport } from './sent-import.js';
import type { CurrentPart, ImportedPart } from './sequence.js';
import type { Settings } from './request.js';
import type { Source } from './workbook.js';

/** The statuses of `product`: where a file is on its way to records. */
export type Status = ImportState['status'];

/** The pass over every row, for the mapping and the changes of the moment. */
export type CheckRun =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'running'; readonly share: number; readonly tally: Tally | null }
  /** `parts` still to be sent of a file that goes as several imports; null when it goes as one. */
  | { readonly phase: 'finished'; readonly tally: Tally; readonly parts: readonly Part[] | null };

/** One file and what is known of its rows. */
export interface LoadedFile extends Source {
  readonly preview: Preview;
  readonly changes: Changes;
  readonly check: CheckRun;
}

/** The files with all that was decided about them. Every step back and every error keeps it. */
export interface Loaded {
  /** At least one; those of `mapping.files`, in the same order. */
  readonly files: readonly [LoadedFile, ...LoadedFile[]];
  readonly account: Account;
  readonly mapping: Mapping;
  readonly settings: Settings;
  /** The parts of a file over HubSpot's limits that are imported already, in the order they were. */
  readonly imported: readonly ImportedPart[];
}

/** What went wrong last, until the next thing the person does. */
interface Fallible {
  readonly error: ImporterError | null;
}

/** The corrected file is written, from 0 to 1; then bytes go out. Before and after, an import that may have begun is looked for. */
export type UploadProgress =
  | { readonly step: 'writing'; readonly share: number }
  | {
      readonly step: 'sending';
      readonly sentBytes: number;
      readonly totalBytes: number;
      readonly startedAtMs: number;
    }
  | { readonly step: 'looking' };

/**
 * How an import came to be followed.
 * - `sent`: it was sent, and answered.
 * - `found`: its answer was lost; it was in HubSpot's list.
 * - `found-earlier`: the same, of an earlier try, since which something may have been decided anew.
 * - `picked-up`: it was sent in an earlier visit of the page.
 * - `opened`: by its id; `sent` when it was sent from here.
 */
export type Origin =
  | { readonly kind: 'sent' | 'found' | 'found-earlier' | 'picked-up'; readonly sent: SentImport }
  | { readonly kind: 'opened'; readonly sent: SentImport | null };

/** HubSpot has the file. `loaded` is null when the files are not at hand (any more). */
export interface Following {
  readonly import: ImportResponse;
  readonly loaded: Loaded | null;
  readonly outcome: Outcome;
  readonly origin: Origin;
  /** HubSpot was asked to cancel it. */
  readonly cancelAsked: boolean;
  /** The part of the file that it is; null when the file goes as one, or is not at hand. */
  readonly current: CurrentPart | null;
}

/** One file or several. */
export type Files = readonly [File, ...File[]];

export type ImportState =
  | ({
      readonly status: 'empty';
      readonly loaded: Loaded | null;
      /** It is looked for an import that an earlier visit of the page has sent. */
      readonly isPickingUp: boolean;
    } & Fallible)
  | {
      readonly status: 'reading';
      readonly files: Files;
      /** Of the first of them; there before the account's properties are. */
      readonly preview: Preview | null;
      /** The files that were in hand: they stay so when these cannot be read. */
      readonly before: Loaded | null;
      /** Whether they come on top of those before. */
      readonly isAdded: boolean;
      /** How much of a workbook is read, from 0 to 1; null when nothing is counted. */
      readonly share: number | null;
    }
  | ({ readonly status: 'mapping'; readonly loaded: Loaded } & Fallible)
  | { readonly status: 'checking'; readonly loaded: Loaded }
  | ({ readonly status: 'ready'; readonly loaded: Loaded } & Fallible)
  | {
      readonly status: 'submitting';
      readonly loaded: Loaded;
      readonly upload: UploadProgress;
      readonly current: CurrentPart | null;
    }
  | ({
      readonly status: 'tracking';
      /** Why HubSpot could not be asked to cancel; the import goes on. */
      readonly cancelError: ImporterError | null;
    } & Following &
      Fallible)
  | ({ readonly status: 'done' | 'failed' | 'canceled' | 'reverted' } & Following & Fallible);
/** What the check of one file has found so far; null before it has begun. */
export const tallyOf = ({ check }: LoadedFile): Tally | null =>
  check.phase === 'waiting' ? null : check.tally;

/** Whether every row of every file has been checked, for the mapping and the changes of the moment. */
export const isChecked = ({ files }: Loaded): boolean =>
  files.every(({ check }) => check.phase === 'finished');

/** The rows of all files by what becomes of them, as far as they have been checked; null before that has begun. */
export function rowsOf({ files }: Loaded): RowCounts | null {
  const counts = files.flatMap((file) => tallyOf(file)?.rows ?? []);
  const [first, ...others] = counts;
  if (first === undefined) return null;
  return others.reduce((sum, rows) => {
    const added = { ...sum };
    for (const name of Object.keys(sum) as (keyof RowCounts)[]) added[name] += rows[name];
    return added;
  }, first);
}

/** The rows of all files; null while they have not all been checked. */
export const checkedRows = (loaded: Loaded | null): RowCounts | null =>
  loaded !== null && isChecked(loaded) ? rowsOf(loaded) : null;

/** The rows of the files that an import was made of, by what became of them here; null when nobody counted them. */
export const importedRows = ({ origin }: Pick<Following, 'origin'>): RowCounts | null =>
  origin.sent?.rows ?? null;

/** How far the check is, from 0 to 1, of the bytes of all files. */
export function checkedShare({ files }: Loaded): number {
  const total = files.reduce((sum, { text }) => sum + text.size, 0);
  const shareOf = ({ check }: LoadedFile): number =>
    check.phase === 'running' ? check.share : Number(check.phase === 'finished');
  return files.reduce((sum, file) => sum + shareOf(file) * file.text.size, 0) / Math.max(total, 1);
}

/** The same files with one of them changed. */
export function withFile(loaded: Loaded, index: number, change: (file: LoadedFile) => LoadedFile): Loaded {
  const [first, ...others] = loaded.files;
  return {
    ...loaded,
    files: [
      index === 0 ? change(first) : first,
      ...others.map((file, other) => (other + 1 === index ? change(file) : file)),
    ],
  };
}

export const EMPTY: Extract<ImportState, { status: 'empty' }> = {
  status: 'empty',
  loaded: null,
  isPickingUp: false,
  error: null,
};

/** The file and the decisions in hand, whatever the status; null when there are none. */
export function loadedOf(state: ImportState): Loaded | null {
  return state.status === 'reading' ? null : state.loaded;
}
