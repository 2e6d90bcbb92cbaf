import type { ImportResponse } from '../core/answers.js';
import { ImporterError } from '../core/errors.js';
import { NO_OUTCOME, type Outcome } from '../core/report.js';
import { loadedOf, type Origin } from '../core/state.js';
import { importsToRead } from '../core/sequence-report.js';
import { readImport } from '../client/imports.js';
import { cancelImport, isFinal, trackImport } from '../client/track.js';
import type { FileRow } from '../worker/protocol.js';
import { createErrorStore, type ErrorStore } from './error-store.js';
import { type Lock, takeLock } from './locks.js';
import type { PageStorage } from './storage.js';
import { failureOf, givenUp, type RunContext } from './run.js';
import { createErrorReader, type ErrorReader, oneAfterTheOther } from './stages.js';

/** What happens once HubSpot has the file. */
export interface Following {
  /** The row errors of the import, as far as they have been read. */
  readonly errors: ErrorStore;
  /** Asks for an import's state until it settles, then for its row errors. */
  accept(answer: ImportResponse, outcome: Outcome, origin: Origin, lock?: Lock): void;
  /** Follows an import by its id alone. */
  track(importId: string): Promise<void>;
  /** Asks HubSpot to cancel; settles when the import is over. */
  cancel(): Promise<void>;
  /** Goes on from where it broke off. */
  again(): void;
  /** Reads the row errors, from where it broke off. */
  readErrors(): void;
  /** Makes do with the row errors that are here. */
  stopErrors(): void;
  /** Nobody is taken back to the import any more. */
  dismiss(): void;
  /** Lets others follow it. */
  release(): void;
}

/** Only one importer of the page's tabs is taken back to an import. */
export const followingLock = ({ prefix }: PageStorage, importId: string): string =>
  `${prefix}following ${importId}`;

/**
 * @param rows the cells of rows of one of the files in hand
 * @param goOn called when a part of a file is done that another one follows
 */
export function createFollowing(
  { store, resources, outbox, options, progressed, fail, tell, newRun, guard }: RunContext,
  rows: (file: number, rows: readonly number[]) => Promise<readonly FileRow[]>,
  goOn: () => void,
): Following {
  let errors = createErrorStore();
  /** Null before the first page is asked for, and when it is to be begun anew. */
  let reader: ErrorReader | null = null;
  let lock: Lock | null = null;

  const release = (): void => {
    lock?.release();
    lock = null;
  };
  const hold = async (importId: string, signal: AbortSignal): Promise<void> => {
    const taken = await takeLock(followingLock(options().storage, importId));
    if (signal.aborted) taken?.release();
    else lock = taken;
  };

  const dismiss = (): void => {
    const { state } = store;
    if (!('import' in state)) return;
    const sent = outbox.list().find(({ importId }) => importId === state.import.id);
    if (sent !== undefined) outbox.put({ ...sent, isSeen: true });
  };
  /** A part that did not come to its good end is still to be sent. */
  const noteEnd = (): void => {
    const { state } = store;
    if (!('import' in state) || !isFinal(state.import.state) || state.import.state === 'DONE') return;
    const sent = outbox.list().find(({ importId }) => importId === state.import.id);
    if (sent != null && sent.part !== null) outbox.put({ ...sent, part: null });
  };

  const readErrors = async (signal: AbortSignal): Promise<void> => {
    const { state } = store;
    if (!('outcome' in state)) return;
    const { outcome } = state;
    if (reader === null) {
      const all = importsToRead(state).map(({ import: answer, sent, range }) => {
        const { fileIds } = answer.metadata;
        const source = { loaded: loadedOf(state), sent, range, fileIds, rows };
        return createErrorReader(() => resources.client(), answer.id, source);
      });
      reader = oneAfterTheOther(all);
      errors = createErrorStore();
    }
    const read = errors;
    const join = (errorsRead: Outcome['errorsRead']): void => {
      const summary = read.summary(errorsRead !== 'reading');
      if (!signal.aborted)
        store.dispatch({ type: 'joined', outcome: { ...outcome, errors: summary, errorsRead } });
    };
    join('reading');
    try {
      await reader.read(signal, (page) => {
        page.forEach(read.add);
        join('reading');
      });
      join('all');
      dismiss();
      release();
    } catch (error) {
      const failure = failureOf(error, signal, resources);
      if (failure === null) return;
      if (failure.code === 'import-rejected') reader = null; // perhaps only the place to go on from is
      join('partly');
      fail(failure);
    }
  };

  /** Until it is over, or cannot be followed any further. */
  const settle = async (importId: string, signal: AbortSignal): Promise<void> => {
    try {
      await trackImport(
        resources.client(),
        importId,
        (answer) => {
          store.dispatch({ type: 'tracked', import: answer });
          progressed();
        },
        signal,
      );
      noteEnd();
      // Errors are read when the last part is done, those of all parts one after the other.
      if (store.state.status === 'tracking') goOn();
      else void readErrors(signal);
    } catch (error) {
      const failure = failureOf(error, signal, resources);
      if (failure !== null) fail(failure);
    }
  };

  const accept: Following['accept'] = (answer, outcome, origin, taken) => {
    store.dispatch({ type: 'accepted', import: answer, outcome, origin });
    reader = null;
    const signal = newRun();
    release();
    if (taken === undefined) void hold(answer.id, signal);
    else lock = taken;
    void settle(answer.id, signal);
  };

  /** HubSpot would not cancel: it may be over (what it answers then is not documented). */
  const isOverNow = async (importId: string, error: unknown): Promise<boolean> => {
    const isRefusal =
      error instanceof ImporterError && ['import-rejected', 'import-not-found'].includes(error.code);
    if (!isRefusal) return false;
    const answer = await readImport(resources.client(), importId).catch(() => null);
    return answer !== null && isFinal(answer.state);
  };

  return {
    get errors() {
      return errors;
    },
    accept,
    track: (importId) => {
      const signal = newRun();
      return guard(signal, async () => {
        const answer = await readImport(resources.client(), importId, signal);
        signal.throwIfAborted();
        store.dispatch({ type: 'reset' });
        const sent = outbox.list().find((one) => one.importId === answer.id) ?? null;
        accept(answer, NO_OUTCOME, { kind: 'opened', sent });
      });
    },
    async cancel() {
      if (store.state.status !== 'tracking') return;
      const importId = store.state.import.id;
      store.dispatch({ type: 'cancel-asked' });
      try {
        await cancelImport(resources.client(), importId);
      } catch (error) {
        const failure = failureOf(error, new AbortController().signal, resources);
        if (failure === null) throw error;
        if (!(await isOverNow(importId, failure))) {
          store.dispatch({ type: 'cancel-failed', error: failure });
          tell(failure);
          throw failure;
        }
      }
      if (store.state.status !== 'tracking' || store.state.import.id !== importId) return;
      await settle(importId, newRun()); // asked at once
      if (store.state.status === 'tracking') throw store.state.error ?? givenUp();
    },
    again() {
      if (store.state.status === 'tracking') void settle(store.state.import.id, newRun());
    },
    readErrors: () => void readErrors(newRun()),
    stopErrors() {
      const { state } = store;
      if (!('outcome' in state) || state.outcome.errorsRead !== 'reading') return;
      newRun();
      const outcome = { ...state.outcome, errors: errors.summary(true), errorsRead: 'partly' as const };
      store.dispatch({ type: 'joined', outcome });
    },
    dismiss,
    release,
  };
}
