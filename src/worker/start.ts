import { ImporterError } from '../core/errors.js';
import { builtInWorker, trusted } from './address.js';
import { openFile } from './open-file.js';
import { DIED, pagePlace, type Place, workerPlace } from './place.js';
import { previewBlob } from './preview-blob.js';
import type { FileDesk, Question } from './protocol.js';

/** A worker that has not said a word after this is taken for dead, in milliseconds. */
const OPEN_TIMEOUT_MS = 10_000;

/** After so many deaths of a worker, the page takes over. */
const DEATHS = 2;

/**
 * Opens the desk in a worker: the one at the page's own address when there is one, else the one that is built in; where
 * neither may start (a strict content policy, an old browser), the same code on the page, in turns that leave it time for
 * everything else. A worker that dies is started anew once, and its questions are asked again.
 *
 * @param workerUrl Same-origin address of the shipped `worker.js`, for policies without `worker-src blob:`.
 */
export function startFileDesk(workerUrl: string | null = null): FileDesk {
  let deaths = 0;
  let isClosed = false;
  let place = openPlace(workerUrl);

  /** The next place, for all that were at the one that died. */
  function leave(dead: Promise<Place>): void {
    if (place !== dead || isClosed) return;
    deaths += 1;
    place = deaths < DEATHS ? openPlace(workerUrl) : openPage();
  }

  async function ask<T>(
    question: Question,
    onProgress: (value: never) => void = () => undefined,
    signal: AbortSignal = new AbortController().signal,
  ): Promise<T> {
    for (;;) {
      const here = place;
      const { ask: put } = await here;
      if (isClosed) throw new DOMException('Closed', 'AbortError');
      const found = await put(question, onProgress as (value: unknown) => void, signal);
      if (found !== DIED) return found as T;
      leave(here);
    }
  }

  return {
    open: openFile,
    preview: previewBlob,
    check: (text, plan, changes, onProgress, signal) =>
      ask({ ask: 'check', text, plan, changes }, onProgress, signal),
    missingKeys: (text, keys, owner, signal) =>
      ask({ ask: 'missingKeys', text, keys, owner }, undefined, signal),
    rows: (text, rows) => ask({ ask: 'rows', text, rows }),
    problemRows: (text, problem, from, count) => ask({ ask: 'problemRows', text, problem, from, count }),
    search: (text, wanted, onFound, signal) => ask({ ask: 'search', text, wanted }, onFound, signal),
    parts: (text, recipe, limits, taken, onProgress, signal) =>
      ask({ ask: 'parts', text, recipe, limits, taken }, onProgress, signal),
    rewrite: (text, recipe, onProgress, signal) => ask({ ask: 'rewrite', text, recipe }, onProgress, signal),
    close() {
      isClosed = true;
      void place.then((open) => open.close());
    },
  };
}

async function openPlace(workerUrl: string | null): Promise<Place> {
  const worker =
    (workerUrl === null ? null : await openWorker(workerUrl)) ?? (await openWorker(builtInWorker()));
  return worker === null ? openPage() : workerPlace(worker);
}

async function openPage(): Promise<Place> {
  try {
    const { createTextDesk } = await import('./desk.js');
    return pagePlace(createTextDesk());
  } catch (error) {
    throw new ImporterError('worker-failed', null, error);
  }
}

/** A policy without `worker-src blob:` gives no exception, only an `error` event. */
async function openWorker(address: string): Promise<Worker | null> {
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
