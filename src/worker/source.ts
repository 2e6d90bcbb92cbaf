import { ImporterError } from '../core/errors.js';

/** Bytes read at a time: few enough that a page can work through them between two frames. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Reads a blob piece by piece into one buffer that is used again and again: a piece is valid until the next is asked for.
 *
 * @throws {ImporterError} `file-unreadable` when the file has moved or changed since it was chosen.
 */
export async function* readChunks(blob: Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  try {
    // A stream takes longer to open than so little takes to read.
    const reader = blob.size <= CHUNK_BYTES ? null : openByobReader(blob);
    if (reader === null) {
      yield* readSlices(blob, signal);
      return;
    }
    let buffer = new ArrayBuffer(CHUNK_BYTES);
    try {
      for (;;) {
        signal?.throwIfAborted();
        const { done, value } = await reader.read(new Uint8Array(buffer));
        if (done) return;
        yield value;
        buffer = value.buffer;
      }
    } finally {
      await reader.cancel().catch(() => undefined);
    }
  } catch (error) {
    signal?.throwIfAborted();
    throw new ImporterError('file-unreadable', null, error);
  }
}

/** Safari reads blobs without BYOB. */
function openByobReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

async function* readSlices(blob: Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  for (let offset = 0; offset < blob.size; offset += CHUNK_BYTES) {
    signal?.throwIfAborted();
    yield new Uint8Array(await blob.slice(offset, offset + CHUNK_BYTES).arrayBuffer());
  }
}

/** Reads the bytes from `offset` on, `length` at most. */
export async function readSlice(blob: Blob, offset: number, length: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
  } catch (error) {
    throw new ImporterError('file-unreadable', null, error);
  }
}
