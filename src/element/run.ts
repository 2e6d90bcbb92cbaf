import { ImporterError, isAbort } from '../core/errors.js';
import type { Outbox } from '../client/sender.js';
import type { FlowOptions } from './options.js';
import type { Resources } from './resources.js';
import type { Store } from './store.js';

/** What the parts of the flow share. */
export interface RunContext {
  readonly store: Store;
  readonly resources: Resources;
  /** Imports sent from this browser. */
  readonly outbox: Outbox;
  options(): FlowOptions;
  /** Rows, bytes or counters moved on. */
  progressed(): void;
  /** Takes the person back to the last status that holds, and tells the page. */
  fail(error: ImporterError): void;
  /** Tells the page of an error that leaves the person where they are. */
  tell(error: ImporterError): void;
  /** Gives up what is being read, sent or followed, and begins another run: one at a time. */
  newRun(): AbortSignal;
  /** Runs a stage; its error takes the person back to the last status that holds, and reaches the caller as well. */
  guard<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>;
}

/** The error a run ended with, unless it was given up: then null, and nobody is told. A worker that failed is let go. */
export function failureOf(
  error: unknown,
  signal: AbortSignal,
  resources: Pick<Resources, 'closeDesk'>,
): ImporterError | null {
  if (signal.aborted || isAbort(error)) return null;
  const failure = error instanceof ImporterError ? error : new ImporterError('worker-failed', null, error);
  if (failure.code === 'worker-failed') resources.closeDesk();
  return failure;
}

/** What a call rejects with that was given up. */
export const givenUp = (message = 'Canceled'): DOMException => new DOMException(message, 'AbortError');
