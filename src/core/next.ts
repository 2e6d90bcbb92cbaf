/** What follows from what happens: the one place in which the state changes. */
import type { Account } from './account.js';
import type { ImportResponse } from './answers.js';
import type { Changes } from './changes.js';
import type { ImporterError } from './errors.js';
import { FINAL_STATES } from './hubspot.js';
import type { Mapping } from './mapping.js';
import type { Part } from './parts.js';
import type { Preview } from './preview.js';
import type { Outcome } from './report.js';
import type { Settings } from './request.js';
import { type CurrentPart, goesOn, remainingParts, withCurrentImported } from './sequence.js';
import {
  type CheckRun,
  EMPTY,
  type Files,
  type ImportState,
  isChecked,
  type Loaded,
  type LoadedFile,
  loadedOf,
  type Origin,
  type UploadProgress,
  withFile,
} from './state.js';

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
