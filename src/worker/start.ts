import { ImporterError } from '../core/errors.js';
import { builtInWorker, trusted } from './address.js';
import type { Answer, Failure, FileDesk, Question } from './protocol.js';

/** A worker that has not said a word after this is taken for dead, in milliseconds. */
const OPEN_TIMEOUT_MS = 10_000;

/**
 * Opens the desk in a worker; where none may start (a strict content policy, an old browser), the same code on the page.
 * A policy without `worker-src blob:` gives no exception, only an `error` event.
 */
export async function startFileDesk(): Promise<FileDesk> {
  const worker = await openWorker();
  if (worker !== null) return remoteDesk(worker);
  const { createFileDesk } = await import('./desk.js');
  return createFileDesk();
}

async function openWorker(): Promise<Worker | null> {
  const address = builtInWorker();
  try {
    const worker = new Worker(trusted(address), { type: 'module' });
    const isOpen = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), OPEN_TIMEOUT_MS);
      const settle = (open: boolean): void => {
        clearTimeout(timer);
        resolve(open);
      };
      worker.onmessage = () => settle(true);
      worker.onerror = (event) => {
        event.preventDefault(); // it is dealt with: no affair of the page's own error handling
        settle(false);
      };
    });
    if (isOpen) return worker;
    worker.terminate();
    return null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress?: ((value: never) => void) | undefined;
}

type Unnumbered<Q> = Q extends unknown ? Omit<Q, 'id'> : never;

function remoteDesk(worker: Worker): FileDesk {
  const pending = new Map<number, Pending>();
  let lastId = 0;

  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    if (data.tell === 'open') return;
    const waiting = pending.get(data.id);
    if (waiting === undefined) return;
    if (data.tell === 'progress') {
      waiting.onProgress?.(data.value as never);
      return;
    }
    pending.delete(data.id);
    if (data.tell === 'result') waiting.resolve(data.value as never);
    else waiting.reject(toError(data.error));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { reject } of pending.values())
      reject(new ImporterError('worker-failed', null, event.message));
    pending.clear();
  };

  const ask = <T>(
    question: Unnumbered<Question>,
    onProgress?: (value: never) => void,
    signal?: AbortSignal,
  ): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      signal?.throwIfAborted();
      const id = (lastId += 1);
      pending.set(id, { resolve, reject, onProgress });
      signal?.addEventListener('abort', () => {
        if (!pending.delete(id)) return; // its answer comes too late for anyone
        worker.postMessage({ id, ask: 'stop' } satisfies Question);
        reject(signal.reason);
      });
      worker.postMessage({ ...question, id });
    });

  return {
    preview: (file, given) => ask({ ask: 'preview', file, given }),
    check: (text, plan, changes, onProgress, signal) =>
      ask({ ask: 'check', text, plan, changes }, onProgress, signal),
    rows: (text, rows) => ask({ ask: 'rows', text, rows }),
    rewrite: (text, recipe, onProgress, signal) => ask({ ask: 'rewrite', text, recipe }, onProgress, signal),
    close() {
      worker.terminate();
      for (const { reject } of pending.values()) reject(new DOMException('Closed', 'AbortError'));
      pending.clear();
    },
  };
}

function toError(failure: Failure): unknown {
  switch (failure.kind) {
    case 'importer':
      return new ImporterError(failure.code, failure.detail);
    case 'abort':
      return new DOMException('Canceled', 'AbortError');
    case 'other':
      return new ImporterError('worker-failed', null, failure.message);
  }
}
