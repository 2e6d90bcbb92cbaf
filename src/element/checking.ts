import { loadedOf } from '../core/state.js';
import { failureOf, type RunContext } from './run.js';
import { checkFile, withDateFormat } from './stages.js';

/** The pass over every row. It goes on beside the mapping, and starts over whenever something changes. */
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

  const pass = async (signal: AbortSignal): Promise<void> => {
    const loaded = loadedOf(store.state);
    if (loaded === null) return;
    try {
      const desk = await resources.desk();
      const tally = await checkFile(desk, loaded, options().maxRows, signal, ({ share, tally: soFar }) => {
        if (signal.aborted) return;
        // The findings stay on the screen until there are new ones: what a person works through must not vanish meanwhile.
        const shown = store.state.status === 'ready' ? store.state.loaded.check : null;
        const tally = shown?.phase === 'running' ? shown.tally : soFar;
        store.dispatch({ type: 'check-moved', check: { phase: 'running', share, tally } });
        progressed();
      });
      signal.throwIfAborted();
      const mapping = withDateFormat(loaded.mapping, tally, options().usualDateFormat);
      if (mapping !== loaded.mapping) {
        // The whole column says another order than its first rows did: read it again that way.
        store.dispatch({ type: 'date-format-decided', mapping });
        if (loadedOf(store.state)?.mapping === mapping) await pass(signal);
        return;
      }
      store.dispatch({ type: 'check-moved', check: { phase: 'finished', tally } });
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
