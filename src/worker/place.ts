import { ImporterError } from '../core/errors.js';
import { answer } from './answer.js';
import type { Answer, Failure, Message, Question, TextDesk } from './protocol.js';

/** Where questions are answered: a worker, or the page itself. */
export interface Place {
  /** @returns `DIED` when the place is no more; then the question may be asked elsewhere. */
  ask(question: Question, onProgress: (value: unknown) => void, signal: AbortSignal): Promise<unknown>;
  /** Whoever waits gets an `AbortError`. */
  close(): void;
}

export const DIED = Symbol('the worker died');

export function pagePlace(desk: TextDesk): Place {
  return {
    ask: (question, onProgress, signal) => answer(desk, question, onProgress, signal),
    close: () => undefined,
  };
}

/** What is needed of a worker. */
export interface WorkerPort {
  onmessage: ((event: MessageEvent<Answer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: Message): void;
  terminate(): void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: (value: unknown) => void;
}

export function workerPlace(worker: WorkerPort): Place {
  const pending = new Map<number, Pending>();
  const fileIds = new WeakMap<Blob, number>();
  let lastId = 0;
  let isAlive = true;

  worker.onmessage = ({ data }) => {
    const waiting = pending.get(data.id);
    if (data.tell === 'open' || waiting === undefined) return;
    if (data.tell === 'progress') {
      waiting.onProgress(data.value);
      return;
    }
    pending.delete(data.id);
    if (data.tell === 'result') waiting.resolve(data.value);
    else waiting.reject(toError(data.error));
  };
  // An error that nobody caught: what it was doing is lost, and what it will do is not to be relied on.
  worker.onerror = (event) => {
    event.preventDefault(); // it is dealt with: no affair of the page's own error handling
    end((waiting) => waiting.resolve(DIED));
  };

  function end(leave: (waiting: Pending) => void): void {
    isAlive = false;
    worker.terminate();
    for (const waiting of pending.values()) leave(waiting);
    pending.clear();
  }

  function idOf(file: Blob): number {
    const id = fileIds.get(file) ?? (lastId += 1);
    fileIds.set(file, id);
    return id;
  }

  return {
    ask: (question, onProgress, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        if (!isAlive) {
          resolve(DIED);
          return;
        }
        const id = (lastId += 1);
        pending.set(id, { resolve, reject, onProgress });
        signal.addEventListener('abort', () => {
          if (!pending.delete(id)) return; // its answer comes too late for anyone
          worker.postMessage({ id, tell: 'stop' });
          reject(signal.reason);
        });
        worker.postMessage({ id, tell: 'question', question, fileId: idOf(question.text.file) });
      }),
    close: () => end(({ reject }) => reject(new DOMException('Closed', 'AbortError'))),
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
