import type { ImporterError } from '../core/errors.js';
import { isAbort } from '../core/errors.js';
import { abortError } from './http.js';
import type { Surroundings } from './surroundings.js';

/** A call that will be made again, and what a person may know and do about it. */
export interface Waiting {
  /** Why it was not answered. */
  readonly error: ImporterError;
  /** How long it waits, in milliseconds; null for as long as there is no network. */
  readonly waitMs: number | null;
  /** When it is made again, by the browser's clock; null when that is not known. */
  readonly untilMs: number | null;
  /** Gives up: the call fails with `error`. */
  giveUp(): void;
}

/** Waits that can be seen and given up. */
export interface WaitingRoom {
  /** @throws `error` when a person gives up; an `AbortError` when the signal says so */
  until(error: ImporterError, waitMs: number, signal?: AbortSignal): Promise<void>;
  /** The same until there is a network. */
  untilOnline(error: ImporterError, signal?: AbortSignal): Promise<void>;
}

/**
 * @param wait waits that many milliseconds
 * @param onChange told of everything that waits now
 */
export function createWaitingRoom(
  wait: (ms: number, signal?: AbortSignal) => Promise<void>,
  surroundings: Surroundings,
  onChange: (waiting: readonly Waiting[]) => void,
): WaitingRoom {
  const all = new Set<Waiting>();

  const stay = async (
    error: ImporterError,
    waitMs: number | null,
    work: (signal: AbortSignal) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> => {
    const stop = new AbortController();
    const untilMs = waitMs === null ? null : Date.now() + waitMs;
    const one = { error, waitMs, untilMs, giveUp: () => stop.abort() };
    all.add(one);
    onChange([...all]);
    try {
      await work(signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]));
    } catch (cause) {
      if (signal?.aborted) throw abortError();
      throw isAbort(cause) ? error : cause;
    } finally {
      all.delete(one);
      onChange([...all]);
    }
  };

  return {
    until: (error, waitMs, signal) => stay(error, waitMs, (stopped) => wait(waitMs, stopped), signal),
    untilOnline: (error, signal) =>
      stay(
        error,
        null,
        async (stopped) => {
          while (surroundings.isOffline) await surroundings.changed(stopped);
        },
        signal,
      ),
  };
}
