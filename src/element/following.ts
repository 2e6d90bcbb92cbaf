import type { Outcome, RowError } from '../core/report.js';
import { loadedOf } from '../core/state.js';
import { trackImport } from '../client/track.js';
import type { FileRow } from '../worker/protocol.js';
import { failureOf, type RunContext } from './run.js';
import { readJoinedErrors } from './stages.js';

/** What happens once HubSpot has the file. */
export interface Following {
  /** Asks for the import's state until it settles, then for its row errors. */
  follow(importId: string, signal: AbortSignal): Promise<void>;
  /** Reads the row errors from the first page on. */
  readErrors(importId: string, outcome: Outcome, signal: AbortSignal): Promise<void>;
}

/** @param rows the cells of rows of one of the files in hand */
export function createFollowing(
  { store, resources, progressed, fail }: RunContext,
  rows: (file: number, rows: readonly number[]) => Promise<readonly FileRow[]>,
): Following {
  const readErrors = async (importId: string, outcome: Outcome, signal: AbortSignal): Promise<void> => {
    const join = (errors: readonly RowError[], errorsRead: Outcome['errorsRead']): void => {
      if (!signal.aborted) store.dispatch({ type: 'joined', outcome: { ...outcome, errors, errorsRead } });
    };
    const errors: RowError[] = [];
    join(errors, 'reading');
    try {
      const { state } = store;
      const fileIds = 'import' in state ? state.import.metadata.fileIds : [];
      const source = { loaded: loadedOf(state), sent: outcome.sent, fileIds, rows };
      await readJoinedErrors(resources.client(), importId, source, signal, (page) => {
        errors.push(...page);
        join([...errors], 'reading');
      });
      join(errors, 'all');
    } catch (error) {
      const failure = failureOf(error, signal, resources);
      if (failure === null) return;
      join(errors, 'partly');
      fail(failure);
    }
  };

  return {
    readErrors,
    async follow(importId, signal) {
      try {
        const update = (answer: Awaited<ReturnType<typeof trackImport>>): void => {
          store.dispatch({ type: 'tracked', import: answer });
          progressed();
        };
        const answer = await trackImport(resources.client(), importId, update, signal);
        const { state } = store;
        if ('outcome' in state) await readErrors(answer.id, state.outcome, signal);
      } catch (error) {
        const failure = failureOf(error, signal, resources);
        if (failure !== null) fail(failure);
      }
    },
  };
}
