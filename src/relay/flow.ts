import { openWindow, type Bytes } from './byte-window.js';
import { Refusal } from './refusal.js';

/** Notices when nothing has happened for a while. */
export interface Silence {
  /** Whether it lasted too long. */
  readonly lasted: boolean;
  /** Something happened: starts over. */
  bump(): void;
  /** Stops looking, until it is bumped again. */
  end(): void;
}

/** Watches from now on, and aborts `controller` after `timeoutMs` milliseconds of silence; 0 never does. */
export function watchSilence(timeoutMs: number, controller: AbortController): Silence {
  let lasted = false;
  const give = () => {
    lasted = true;
    controller.abort(new Error('Nothing happened for too long.'));
  };
  const start = () => (timeoutMs > 0 ? setTimeout(give, timeoutMs) : undefined);
  let timer = start();
  return {
    get lasted() {
      return lasted;
    },
    bump() {
      clearTimeout(timer);
      timer = start();
    },
    end() {
      clearTimeout(timer);
    },
  };
}

/** The same stream, in constant memory, broken off when it grows beyond `maxBytes`. Ends the watch when it ends. */
export function withLimit(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  silence: Silence,
): ReadableStream<Uint8Array> | null {
  if (stream === null) {
    silence.end();
    return null;
  }
  const reader = stream.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Only the time spent waiting for the sender counts, not a slow reader's.
        silence.bump();
        try {
          const { done, value } = await reader.read();
          silence.end();
          bytes += value?.length ?? 0;
          if (bytes > maxBytes) throw answerTooLong();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          silence.end();
          controller.error(error);
          await reader.cancel(error).catch(() => undefined);
        }
      },
      async cancel(reason) {
        silence.end();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

interface Reading {
  readonly onChunk?: () => void;
  /** Aborted to stop reading; what was read until then is the result. */
  readonly signal?: AbortSignal;
  readonly tooLong?: () => Refusal;
}

/**
 * Reads a body whole.
 *
 * @throws {Refusal} when it is larger than `maxBytes`: 502 `answer`, unless `tooLong` says otherwise
 */
export async function readUpTo(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  { onChunk, signal, tooLong = answerTooLong }: Reading = {},
): Promise<Bytes> {
  if (stream === null) return new Uint8Array(0);
  const window = openWindow(stream, onChunk);
  const stop = () => void window.cancel();
  signal?.addEventListener('abort', stop);
  try {
    while (await window.more()) {
      if (window.bytes.length > maxBytes) throw tooLong();
    }
    signal?.throwIfAborted();
    return window.bytes;
  } finally {
    signal?.removeEventListener('abort', stop);
    await window.cancel();
  }
}

function answerTooLong(): Refusal {
  return new Refusal(502, 'answer', "HubSpot's answer is too long.");
}
