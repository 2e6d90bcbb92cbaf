import { ImporterError } from '../core/errors.js';
import { openPrivateFile, type PrivateFile } from './private-file.js';

/** Where a corrected file is written. */
export interface Sink {
  /** The bytes may be used again afterwards. */
  write(bytes: Uint8Array): void;
  /**
   * Hands it over, whole.
   *
   * @throws {ImporterError} `storage-full` when the browser could not keep all of it
   */
  finish(): Promise<Blob>;
  /** Throws it away. */
  discard(): Promise<void>;
}

/** Bytes gathered before they are written. */
const BUFFER_BYTES = 1024 * 1024;

/**
 * Writes to a file in the origin private file system, so that memory stays flat; from where there is no more room in it, or
 * from the start where there is none, or no access to it, to Blob parts, which the browser keeps.
 */
export async function openSink(): Promise<Sink> {
  return createSink(await openPrivateFile());
}

export function createSink(file: PrivateFile | null): Sink {
  const buffer = new Uint8Array(BUFFER_BYTES);
  let used = 0;
  let total = 0;
  let isFileOpen = file !== null;
  let rest = new Blob();

  function flush(): void {
    const bytes = buffer.subarray(0, used);
    const written = isFileOpen && file !== null ? file.append(bytes) : 0;
    if (written < used) {
      isFileOpen = false;
      rest = new Blob([rest, bytes.slice(written)]);
    }
    used = 0;
  }

  async function whole(): Promise<Blob> {
    if (file === null) return rest;
    const written = await file.close();
    return rest.size === 0 ? written : new File([written, rest], written.name);
  }

  return {
    write(bytes) {
      total += bytes.length;
      for (let from = 0; from < bytes.length;) {
        if (used === BUFFER_BYTES) flush();
        const piece = bytes.subarray(from, from + BUFFER_BYTES - used);
        buffer.set(piece, used);
        used += piece.length;
        from += piece.length;
      }
    },
    async finish() {
      flush();
      const content = await whole();
      if (content.size === total && (await isReadable(content))) return content;
      await file?.remove();
      throw new ImporterError('storage-full', { bytes: total });
    },
    async discard() {
      await file?.remove();
    },
  };
}

/** A browser that has no room for a blob says so only when it is read. */
async function isReadable(content: Blob): Promise<boolean> {
  try {
    await content.slice(-1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
