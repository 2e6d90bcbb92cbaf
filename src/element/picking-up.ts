import { ImporterError } from '../core/errors.js';
import { NO_OUTCOME } from '../core/report.js';
import { neverBegan, type SentImport } from '../core/sent-import.js';
import { readImport } from '../client/imports.js';
import { followingLock, type Following } from './following.js';
import { type Lock, takeLock } from './locks.js';
import { sendingLock } from './outbox.js';
import type { RunContext } from './run.js';
import type { Sending } from './sending.js';

/** A page that is just being left may still hold a lock for so long, in milliseconds. */
const LOCK_PATIENCE_MS = 1500;

/** Goes on with what an earlier visit of the page had begun. */
export interface PickingUp {
  /** Follows the latest import that nobody has seen the end of, or says what became of one that may have begun. */
  pickUp(): Promise<void>;
}

export function createPickingUp(
  { store, resources, outbox, options, newRun, guard }: RunContext,
  sending: Pick<Sending, 'find'>,
  following: Pick<Following, 'accept'>,
): PickingUp {
  /** True when the person is taken to it. */
  const follow = async (sent: SentImport, importId: string, signal: AbortSignal): Promise<boolean> => {
    const lock = await takeLock(followingLock(options().storage, importId), LOCK_PATIENCE_MS);
    if (lock === null) return false; // another tab follows it
    try {
      const answer = await readImport(resources.client(), importId, signal);
      signal.throwIfAborted();
      following.accept(answer, NO_OUTCOME, { kind: 'picked-up', sent }, lock);
      return true;
    } catch (error) {
      lock.release();
      // HubSpot's list is the truth; and another person may use the same browser.
      const isGone =
        error instanceof ImporterError && ['import-not-found', 'import-forbidden'].includes(error.code);
      if (!isGone) throw error;
      outbox.remove(sent);
      return false;
    }
  };

  /** An import that was being sent when the page was left. True when the person is taken to it. */
  const find = async (lost: SentImport, lock: Lock, signal: AbortSignal): Promise<boolean> => {
    try {
      const found = await sending.find(lost, signal);
      signal.throwIfAborted();
      if (found !== null) {
        following.accept(found.answer, NO_OUTCOME, { kind: 'found', sent: found.sent });
        return true;
      }
    } finally {
      lock.release();
    }
    const { name, sentAtMs } = lost;
    if (!neverBegan(lost, Date.now())) throw new ImporterError('import-unknown', { name, isListRead: true });
    outbox.remove(lost);
    throw new ImporterError('import-never-began', { name, sentAtMs });
  };

  const pickUpOne = async (sent: SentImport, signal: AbortSignal): Promise<boolean> => {
    if (sent.importId !== null) return follow(sent, sent.importId, signal);
    const lock = await takeLock(sendingLock(options().storage, sent.fingerprint), LOCK_PATIENCE_MS);
    return lock !== null && find(sent, lock, signal); // another tab is sending it
  };

  return {
    async pickUp() {
      const { state } = store;
      if (state.status !== 'empty' || state.loaded !== null) return;
      const open = outbox.list().filter(({ isSeen }) => !isSeen);
      if (open.length === 0) return;
      const signal = newRun();
      store.dispatch({ type: 'picking-up' });
      await guard(signal, async () => {
        for (const sent of open) if (await pickUpOne(sent, signal)) return;
        store.dispatch({ type: 'stopped', error: null });
      });
    },
  };
}
