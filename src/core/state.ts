import type { Account } from './account.js';
import type { ImportResponse } from './answers.js';
import type { Changes } from './changes.js';
import type { ImporterError } from './errors.js';
import { FINAL_STATES } from './hubspot.js';
import type { Mapping } from './mapping.js';
import type { Part } from './parts.js';
import type { Preview } from './preview.js';
import type { RowCounts, Tally } from './problems.js';
import type { Outcome } from './report.js';
import type { SentImport } from './sent-import.js';
import {
  type CurrentPart,
  goesOn,
  type ImportedPart,
  remainingParts,
  withCurrentImported,
} from './sequence.js';
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

/** One per thing that happened. */
export type Action =
  | { readonly type: 'picking-up' }
  | { readonly type: 'picked'; readonly files: Files }
  | { readonly type: 'added'; readonly files: Files }
  | { readonly type: 'opened'; readonly share: number }
  | { readonly type: 'sniffed'; readonly preview: Preview }
  | { readonly type: 'previewed'; readonly loaded: Loaded }
  | { readonly type: 'resumed' }
  | { readonly type: 'mapped'; readonly mapping: Mapping }
  | { readonly type: 'date-format-decided'; readonly mapping: Mapping }
  | { readonly type: 'defined'; readonly account: Account; readonly mapping: Mapping }
  | { readonly type: 'changed'; readonly file: number; readonly changes: Changes }
  | { readonly type: 'set'; readonly settings: Settings }
  | { readonly type: 'check-moved'; readonly file: number; readonly check: CheckRun }
  | { readonly type: 'reviewed' }
  | { readonly type: 'returned' }
  | { readonly type: 'submitted'; readonly part: Part | null }
  | { readonly type: 'written'; readonly share: number }
  | { readonly type: 'sent'; readonly sentBytes: number; readonly totalBytes: number; readonly nowMs: number }
  | { readonly type: 'looking' }
  | {
      readonly type: 'accepted';
      readonly import: ImportResponse;
      readonly outcome: Outcome;
      readonly origin: Origin;
    }
  | { readonly type: 'stop-asked'; readonly isAsked: boolean }
  | { readonly type: 'parts-forgotten' }
  | { readonly type: 'tracked'; readonly import: ImportResponse }
  | { readonly type: 'cancel-asked' }
  | { readonly type: 'cancel-failed'; readonly error: ImporterError }
  | { readonly type: 'joined'; readonly outcome: Outcome }
  | { readonly type: 'narrowed'; readonly loaded: Loaded }
  | { readonly type: 'stopped'; readonly error: ImporterError | null }
  | { readonly type: 'reset' };

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

const WAITING: CheckRun = { phase: 'waiting' };

/** What was found stands until it is found anew. */
const rechecked = (loaded: Loaded): Loaded => {
  const [first, ...others] = loaded.files;
  const again = (file: LoadedFile): LoadedFile =>
    file.check.phase === 'finished'
      ? { ...file, check: { phase: 'running', share: 0, tally: file.check.tally } }
      : file;
  return { ...loaded, files: [again(first), ...others.map(again)] };
};

/** What was found of these files does not hold any more. */
const unchecked = (loaded: Loaded, isMeant: (file: number) => boolean = () => true): Loaded =>
  loaded.files.reduce<Loaded>(
    (current, _, file) =>
      isMeant(file) ? withFile(current, file, (one) => ({ ...one, check: WAITING })) : current,
    loaded,
  );

/** Whether a file holds keys of the other, and so depends on what is there. */
const isJoinedTo = ({ mapping }: Loaded, file: number, owner: number): boolean =>
  mapping.files[file]?.columns.some(({ target }) => target?.kind === 'common' && target.file === owner) ===
  true;

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

/**
 * Gives the state after an action. Total and silent: an action that does not fit returns the same object.
 */
export function next(state: ImportState, action: Action): ImportState {
  switch (action.type) {
    case 'reset':
      return isEmpty(state) ? state : EMPTY;
    case 'picking-up':
      return state.status === 'empty' && state.loaded === null
        ? { ...state, isPickingUp: true, error: null }
        : state;
    case 'picked':
      return pick(state, action.files);
    case 'added':
      if (state.status !== 'mapping') return state;
      return startReading(action.files, state.loaded, true);
    case 'opened':
      return state.status === 'reading' ? { ...state, share: action.share } : state;
    case 'sniffed':
      return state.status === 'reading' ? { ...state, preview: action.preview, share: null } : state;
    case 'previewed':
      if (state.status !== 'reading' && state.status !== 'mapping') return state;
      return { status: 'mapping', loaded: unchecked(action.loaded), error: null };
    case 'resumed':
      if (state.status !== 'empty' || state.loaded === null) return state;
      return { status: 'mapping', loaded: state.loaded, error: null };
    case 'mapped':
      return edit(state, (loaded) => unchecked({ ...loaded, mapping: action.mapping }));
    case 'defined':
      return define(state, action.account, action.mapping);
    case 'date-format-decided':
      return decideDates(state, action.mapping);
    case 'changed':
      return edit(state, (loaded) => {
        const changed = withFile(loaded, action.file, (file) => ({ ...file, changes: action.changes }));
        return unchecked(changed, (file) => file === action.file || isJoinedTo(loaded, file, action.file));
      });
    case 'set':
      return edit(state, (loaded) => ({ ...loaded, settings: action.settings }));
    case 'check-moved':
      return moveCheck(state, action.file, action.check);
    case 'reviewed':
      if (state.status !== 'mapping') return state;
      return afterCheck(state.loaded);
    case 'returned':
      return goBack(state);
    case 'submitted':
      return submit(state, action.part);
    case 'stop-asked':
      return pace(state, !action.isAsked);
    case 'parts-forgotten':
      return forgetParts(state);
    case 'written':
      if (state.status !== 'submitting' || state.upload.step !== 'writing') return state;
      return { ...state, upload: { step: 'writing', share: action.share } };
    case 'sent':
      return moveUpload(state, action);
    case 'looking':
      return state.status === 'submitting' ? { ...state, upload: { step: 'looking' } } : state;
    case 'accepted':
      return follow(state, action);
    case 'tracked':
      return track(state, action.import);
    case 'cancel-asked':
      return state.status === 'tracking'
        ? { ...state, cancelAsked: true, cancelError: null, current: paced(state.current, false) }
        : state;
    case 'cancel-failed':
      return state.status === 'tracking'
        ? { ...state, cancelAsked: false, cancelError: action.error }
        : state;
    case 'joined':
      return 'outcome' in state ? { ...state, outcome: action.outcome } : state;
    case 'narrowed':
      return 'outcome' in state && state.status !== 'tracking'
        ? { status: 'checking', loaded: unchecked(action.loaded) }
        : state;
    case 'stopped':
      return stop(state, action.error);
  }
}

const isEmpty = (state: ImportState): state is Extract<ImportState, { status: 'empty' }> =>
  state.status === 'empty' && state.loaded === null && state.error === null && !state.isPickingUp;

function pick(state: ImportState, files: Files): ImportState {
  switch (state.status) {
    case 'submitting':
    case 'tracking':
      return state;
    case 'reading':
      return startReading(files, state.before);
    case 'done':
      // It is imported: it must not be at hand to be sent again.
      return startReading(files, null);
    default:
      return startReading(files, state.loaded);
  }
}

const startReading = (files: Files, before: Loaded | null, isAdded = false): ImportState => ({
  status: 'reading',
  files,
  preview: null,
  before,
  isAdded,
  share: null,
});

/** A change of data is checked where the person is. */
function edit(state: ImportState, change: (loaded: Loaded) => Loaded): ImportState {
  if (state.status !== 'mapping' && state.status !== 'ready') return state;
  return { ...state, loaded: change(state.loaded), error: null };
}

/** The account has a property or an option more: what was found stands on the screen until it is found anew. */
function define(state: ImportState, account: Account, mapping: Mapping): ImportState {
  return edit(state, (loaded) => rechecked({ ...loaded, account, mapping }));
}

/** The file's own evidence, not a decision of the person's: it holds wherever they are. */
function decideDates(state: ImportState, mapping: Mapping): ImportState {
  switch (state.status) {
    case 'mapping':
    case 'checking':
    case 'ready':
      return { ...state, loaded: rechecked({ ...state.loaded, mapping }) };
    default:
      return state;
  }
}

function moveCheck(state: ImportState, file: number, check: CheckRun): ImportState {
  if (state.status !== 'mapping' && state.status !== 'checking' && state.status !== 'ready') return state;
  const loaded = withFile(state.loaded, file, (one) => ({ ...one, check }));
  return state.status === 'checking' ? afterCheck(loaded) : { ...state, loaded };
}

/** Not optimistic: `ready` is entered when every row has been checked. */
function afterCheck(loaded: Loaded): ImportState {
  return isChecked(loaded) ? { status: 'ready', loaded, error: null } : { status: 'checking', loaded };
}

function goBack(state: ImportState): ImportState {
  switch (state.status) {
    case 'mapping':
      return { status: 'empty', loaded: state.loaded, isPickingUp: false, error: null };
    case 'checking':
    case 'ready':
      return { status: 'mapping', loaded: state.loaded, error: null };
    case 'done': {
      // Sent again is what is left of it, and nothing else.
      const loaded = withCurrentImported(state);
      const isLeft = loaded !== null && remainingParts(loaded).length > 0;
      return isLeft ? { status: 'ready', loaded, error: null } : state;
    }
    case 'failed':
    case 'canceled':
    case 'reverted':
      return state.loaded === null ? state : { status: 'ready', loaded: state.loaded, error: null };
    default:
      return state;
  }
}

/** Bytes are about to go out: of all there is, or of one part, which may follow another. */
function submit(state: ImportState, part: Part | null): ImportState {
  const upload: UploadProgress = { step: 'writing', share: 0 };
  const current = part === null ? null : { part, goesOn: true };
  if (state.status === 'ready') return { status: 'submitting', loaded: state.loaded, upload, current };
  if (!('import' in state) || current === null || !FINAL_STATES.has(state.import.state)) return state;
  const loaded = withCurrentImported(state);
  return loaded === null ? state : { status: 'submitting', loaded, upload, current };
}

/** The whole file is to be sent again. */
function forgetParts(state: ImportState): ImportState {
  const isAny = (loadedOf(state)?.imported.length ?? 0) > 0;
  return isAny ? edit(state, (loaded) => rechecked({ ...loaded, imported: [] })) : state;
}

const paced = (current: CurrentPart | null, isOn: boolean): CurrentPart | null =>
  current === null ? null : { ...current, goesOn: isOn };

/** The person, or the page, holds the next part back, or not any more. */
function pace(state: ImportState, isOn: boolean): ImportState {
  if (!('current' in state) || state.current === null || state.current.goesOn === isOn) return state;
  if (state.status === 'submitting') return { ...state, current: paced(state.current, isOn) };
  if (state.status !== 'tracking') return state;
  return settle({ ...state, current: paced(state.current, isOn) });
}

function moveUpload(
  state: ImportState,
  { sentBytes, totalBytes, nowMs }: Extract<Action, { type: 'sent' }>,
): ImportState {
  if (state.status !== 'submitting') return state;
  const startedAtMs = state.upload.step === 'sending' ? state.upload.startedAtMs : nowMs;
  return { ...state, upload: { step: 'sending', sentBytes, totalBytes, startedAtMs } };
}

function follow(
  state: ImportState,
  { import: answer, outcome, origin }: Extract<Action, { type: 'accepted' }>,
): ImportState {
  if (state.status === 'reading' || state.status === 'tracking') return state;
  const current = state.status === 'submitting' ? state.current : null;
  const following = { import: answer, loaded: loadedOf(state), outcome, origin, current, error: null };
  return settle({ status: 'tracking', cancelAsked: false, cancelError: null, ...following });
}

function track(state: ImportState, answer: ImportResponse): ImportState {
  if (state.status !== 'tracking') return state;
  return settle({ ...state, import: answer, error: null });
}

function settle(state: Extract<ImportState, { status: 'tracking' }>): ImportState {
  const final = FINAL_STATES.get(state.import.state);
  if (final === undefined || goesOn(state)) return state;
  const { cancelError: _, ...following } = state;
  return { ...following, status: final };
}

/** An error of ours, or a cancel: back to the last status that still holds, with everything kept. */
function stop(state: ImportState, error: ImporterError | null): ImportState {
  switch (state.status) {
    case 'reading':
      return state.isAdded && state.before !== null
        ? { status: 'mapping', loaded: state.before, error }
        : { status: 'empty', loaded: state.before, isPickingUp: false, error };
    case 'empty':
      return state.error === error && !state.isPickingUp ? state : { ...state, isPickingUp: false, error };
    case 'checking':
      return { status: 'mapping', loaded: state.loaded, error };
    case 'submitting':
      return { status: 'ready', loaded: state.loaded, error };
    case 'tracking':
      return state.error === error ? state : { ...state, error };
    case 'mapping':
    case 'ready':
      if (error === null || !state.loaded.files.some(({ check }) => check.phase === 'running')) break;
      // The rows could not be checked to their end, so nothing may be sent on their account.
      return { status: 'mapping', loaded: unchecked(state.loaded), error };
    default:
  }
  return state.error === error ? state : { ...state, error };
}
