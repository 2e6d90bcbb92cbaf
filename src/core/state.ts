import type { AccountFacts } from './account.js';
import type { ImportResponse } from './answers.js';
import type { Changes } from './changes.js';
import type { ImporterError } from './errors.js';
import { FINAL_STATES } from './hubspot.js';
import type { Mapping } from './mapping.js';
import type { Preview } from './preview.js';
import type { Tally } from './problems.js';
import type { Outcome } from './report.js';
import type { Settings } from './request.js';

/** The statuses of `product`: where a file is on its way to records. */
export type Status = ImportState['status'];

/** The pass over every row, for the mapping and the changes of the moment. */
export type CheckRun =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'running'; readonly share: number; readonly tally: Tally | null }
  | { readonly phase: 'finished'; readonly tally: Tally };

/** A file with all that was decided about it. Every step back and every error keeps it. */
export interface Loaded {
  readonly file: File;
  readonly preview: Preview;
  readonly facts: AccountFacts;
  readonly mapping: Mapping;
  readonly settings: Settings;
  readonly changes: Changes;
  readonly check: CheckRun;
}

/** What went wrong last, until the next thing the person does. */
interface Fallible {
  readonly error: ImporterError | null;
}

/** The corrected file is written, from 0 to 1; then bytes go out. */
export type UploadProgress =
  | { readonly step: 'writing'; readonly share: number }
  | {
      readonly step: 'sending';
      readonly sentBytes: number;
      readonly totalBytes: number;
      readonly startedAtMs: number;
    };

/** HubSpot has the file. `loaded` is null when the import is followed by its id alone. */
interface Following {
  readonly import: ImportResponse;
  readonly loaded: Loaded | null;
  readonly outcome: Outcome;
}

export type ImportState =
  | ({ readonly status: 'empty'; readonly loaded: Loaded | null } & Fallible)
  | {
      readonly status: 'reading';
      readonly file: File;
      /** There before the account's properties are. */
      readonly preview: Preview | null;
      /** The file that was in hand: it stays so when this one cannot be read. */
      readonly before: Loaded | null;
    }
  | ({ readonly status: 'mapping'; readonly loaded: Loaded } & Fallible)
  | { readonly status: 'checking'; readonly loaded: Loaded }
  | ({ readonly status: 'ready'; readonly loaded: Loaded } & Fallible)
  | {
      readonly status: 'submitting';
      readonly loaded: Loaded;
      readonly upload: UploadProgress;
    }
  | ({ readonly status: 'tracking'; readonly cancelAsked: boolean } & Following & Fallible)
  | ({ readonly status: 'done' | 'failed' | 'canceled' | 'reverted' } & Following & Fallible);

/** One per thing that happened. */
export type Action =
  | { readonly type: 'picked'; readonly file: File }
  | { readonly type: 'sniffed'; readonly preview: Preview }
  | { readonly type: 'previewed'; readonly loaded: Loaded }
  | { readonly type: 'resumed' }
  | { readonly type: 'mapped'; readonly mapping: Mapping }
  | { readonly type: 'date-format-decided'; readonly mapping: Mapping }
  | { readonly type: 'changed'; readonly changes: Changes }
  | { readonly type: 'set'; readonly settings: Settings }
  | { readonly type: 'check-moved'; readonly check: CheckRun }
  | { readonly type: 'reviewed' }
  | { readonly type: 'returned' }
  | { readonly type: 'submitted' }
  | { readonly type: 'written'; readonly share: number }
  | { readonly type: 'sent'; readonly sentBytes: number; readonly totalBytes: number; readonly nowMs: number }
  | { readonly type: 'accepted'; readonly import: ImportResponse; readonly outcome: Outcome }
  | { readonly type: 'tracked'; readonly import: ImportResponse }
  | { readonly type: 'cancel-asked' }
  | { readonly type: 'joined'; readonly outcome: Outcome }
  | { readonly type: 'stopped'; readonly error: ImporterError | null }
  | { readonly type: 'reset' };

/** What the check of every row found; null while it is not through. */
export const finishedTally = (loaded: Loaded | null): Tally | null =>
  loaded?.check.phase === 'finished' ? loaded.check.tally : null;

export const EMPTY: ImportState = { status: 'empty', loaded: null, error: null };

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
      return state.status === 'empty' && state.loaded === null && state.error === null ? state : EMPTY;
    case 'picked':
      return pick(state, action.file);
    case 'sniffed':
      return state.status === 'reading' ? { ...state, preview: action.preview } : state;
    case 'previewed':
      if (state.status !== 'reading' && state.status !== 'mapping') return state;
      return { status: 'mapping', loaded: action.loaded, error: null };
    case 'resumed':
      if (state.status !== 'empty' || state.loaded === null) return state;
      return { status: 'mapping', loaded: state.loaded, error: null };
    case 'mapped':
      return edit(state, { mapping: action.mapping, check: { phase: 'waiting' } });
    case 'date-format-decided':
      return decideDates(state, action.mapping);
    case 'changed':
      return edit(state, { changes: action.changes, check: { phase: 'waiting' } });
    case 'set':
      return edit(state, { settings: action.settings });
    case 'check-moved':
      return moveCheck(state, action.check);
    case 'reviewed':
      if (state.status !== 'mapping') return state;
      return afterCheck(state.loaded);
    case 'returned':
      return goBack(state);
    case 'submitted':
      if (state.status !== 'ready') return state;
      return { status: 'submitting', loaded: state.loaded, upload: { step: 'writing', share: 0 } };
    case 'written':
      if (state.status !== 'submitting' || state.upload.step !== 'writing') return state;
      return { ...state, upload: { step: 'writing', share: action.share } };
    case 'sent':
      return moveUpload(state, action);
    case 'accepted':
      return follow(state, action.import, action.outcome);
    case 'tracked':
      return track(state, action.import);
    case 'cancel-asked':
      return state.status === 'tracking' ? { ...state, cancelAsked: true, error: null } : state;
    case 'joined':
      return 'outcome' in state ? { ...state, outcome: action.outcome } : state;
    case 'stopped':
      return stop(state, action.error);
  }
}

function pick(state: ImportState, file: File): ImportState {
  switch (state.status) {
    case 'submitting':
    case 'tracking':
      return state;
    case 'reading':
      return { ...state, file, preview: null };
    case 'done':
      // It is imported: it must not be at hand to be sent again.
      return { status: 'reading', file, preview: null, before: null };
    default:
      return { status: 'reading', file, preview: null, before: state.loaded };
  }
}

function edit(state: ImportState, change: Partial<Loaded>): ImportState {
  switch (state.status) {
    case 'mapping':
      return { ...state, loaded: { ...state.loaded, ...change }, error: null };
    case 'ready': {
      const loaded = { ...state.loaded, ...change };
      // A change of data is checked where the person is; the screen keeps the old findings meanwhile.
      return { status: 'ready', loaded, error: null };
    }
    default:
      return state;
  }
}

/** The file's own evidence, not a decision of the person's: it holds wherever they are. */
function decideDates(state: ImportState, mapping: Mapping): ImportState {
  switch (state.status) {
    case 'mapping':
    case 'checking':
    case 'ready':
      return { ...state, loaded: { ...state.loaded, mapping } };
    default:
      return state;
  }
}

function moveCheck(state: ImportState, check: CheckRun): ImportState {
  if (state.status === 'checking') return afterCheck({ ...state.loaded, check });
  if (state.status === 'mapping' || state.status === 'ready') {
    return { ...state, loaded: { ...state.loaded, check } };
  }
  return state;
}

/** Not optimistic: `ready` is entered when every row has been checked. */
function afterCheck(loaded: Loaded): ImportState {
  return loaded.check.phase === 'finished'
    ? { status: 'ready', loaded, error: null }
    : { status: 'checking', loaded };
}

function goBack(state: ImportState): ImportState {
  switch (state.status) {
    case 'mapping':
      return { status: 'empty', loaded: state.loaded, error: null };
    case 'checking':
    case 'ready':
      return { status: 'mapping', loaded: state.loaded, error: null };
    case 'failed':
    case 'canceled':
    case 'reverted':
      return state.loaded === null ? state : { status: 'ready', loaded: state.loaded, error: null };
    default:
      return state;
  }
}

function moveUpload(
  state: ImportState,
  { sentBytes, totalBytes, nowMs }: Extract<Action, { type: 'sent' }>,
): ImportState {
  if (state.status !== 'submitting') return state;
  const startedAtMs = state.upload.step === 'sending' ? state.upload.startedAtMs : nowMs;
  return { ...state, upload: { step: 'sending', sentBytes, totalBytes, startedAtMs } };
}

function follow(state: ImportState, answer: ImportResponse, outcome: Outcome): ImportState {
  if (state.status === 'reading' || state.status === 'tracking') return state;
  const following = { import: answer, loaded: loadedOf(state), outcome, error: null };
  return settle({ status: 'tracking', cancelAsked: false, ...following });
}

function track(state: ImportState, answer: ImportResponse): ImportState {
  if (state.status !== 'tracking') return state;
  return settle({ ...state, import: answer, error: null });
}

function settle(state: Extract<ImportState, { status: 'tracking' }>): ImportState {
  const final = FINAL_STATES.get(state.import.state);
  if (final === undefined) return state;
  const { loaded, outcome, error } = state;
  return { status: final, import: state.import, loaded, outcome, error };
}

/** An error of ours, or a cancel: back to the last status that still holds, with everything kept. */
function stop(state: ImportState, error: ImporterError | null): ImportState {
  switch (state.status) {
    case 'reading':
      return { status: 'empty', loaded: state.before, error };
    case 'checking':
      return { status: 'mapping', loaded: state.loaded, error };
    case 'submitting':
      return { status: 'ready', loaded: state.loaded, error };
    case 'tracking':
      return { ...state, cancelAsked: false, error };
    case 'mapping':
    case 'ready':
      if (error === null || state.loaded.check.phase !== 'running') break;
      // The rows could not be checked to their end, so nothing may be sent on their account.
      return { status: 'mapping', loaded: { ...state.loaded, check: { phase: 'waiting' } }, error };
    default:
  }
  return state.error === error ? state : { ...state, error };
}
