import { withDateFormat } from '../core/files.js';
import { withMissingKeys } from '../core/missing-keys.js';
import { type Loaded, loadedOf, withFile } from '../core/state.js';
import type { FlowOptions } from './options.js';
import { failureOf, type RunContext } from './run.js';
import { checkFile, missingKeys, planParts } from './stages.js';

/** The pass over every row of every file. It goes on beside the mapping, and starts over whenever something changes. */
export interface Checking {
  readonly isRunning: boolean;
  /** Settles when the latest pass has ended, well or not. */
  readonly settled: Promise<void>;
  start(): void;
  stop(): void;
}

export function createChecking({ store, resources, options, progressed, fail }: RunContext): Checking {
  let run = new AbortController();
  let settled = Promise.resolve();
  let isRunning = false;

  const checkOne = async (loaded: Loaded, file: number, signal: AbortSignal): Promise<void> => {
    const desk = resources.desk();
    const checked = await checkFile(desk, loaded, file, mostRows(loaded, options()), signal, (progress) => {
      if (signal.aborted) return;
      // The findings stay on the screen until there are new ones: what a person works through must not vanish meanwhile.
      const shown = store.state.status === 'ready' ? store.state.loaded.files[file]?.check : undefined;
      const tally = shown?.phase === 'running' ? shown.tally : progress.tally;
      store.dispatch({
        type: 'check-moved',
        file,
        check: { phase: 'running', share: progress.share, tally },
      });
      progressed();
    });
    const missing = await missingKeys(desk, loaded, file, signal);
    signal.throwIfAborted();
    const tally = withMissingKeys(checked, missing);
    const check = { phase: 'finished' as const, tally, parts: null };
    const known = withFile(loaded, file, (one) => ({ ...one, check }));
    const mapping = withDateFormat(loaded.mapping, known, options().usualDateFormat);
    // Whole columns may say another order than their first rows did: then the rows are read again that way.
    if (mapping !== loaded.mapping) {
      store.dispatch({ type: 'date-format-decided', mapping });
      return;
    }
    const parts = await planParts(desk, known, options().limits, signal, () => undefined);
    signal.throwIfAborted();
    store.dispatch({ type: 'check-moved', file, check: { ...check, parts } });
  };

  /** One file after the other: the worker has one pair of hands. */
  const pass = async (signal: AbortSignal): Promise<void> => {
    try {
      for (let loaded = loadedOf(store.state), before: Loaded | null = null; loaded !== before;) {
        const file = loaded?.files.findIndex(({ check }) => check.phase !== 'finished') ?? -1;
        if (loaded === null || file === -1) return;
        await checkOne(loaded, file, signal);
        before = loaded;
        loaded = loadedOf(store.state);
      }
    } catch (error) {
      const failure = failureOf(error, signal, resources);
      if (failure !== null) fail(failure);
    }
  };

  return {
    get isRunning() {
      return isRunning;
    },
    get settled() {
      return settled;
    },
    start() {
      run.abort();
      const current = new AbortController();
      run = current;
      isRunning = true;
      settled = pass(current.signal).finally(() => {
        if (run === current) isRunning = false;
      });
    },
    stop: () => run.abort(),
  };
}

/** The page's limit where it is lower than HubSpot's; else a file by itself goes as several imports. */
const mostRows = ({ files }: Loaded, { maxRows, limits }: FlowOptions): number =>
  maxRows < limits.rows || files.length > 1 ? maxRows : Number.POSITIVE_INFINITY;
