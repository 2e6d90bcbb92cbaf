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

/**
 * Writes to a file in the origin private file system, so that memory stays flat; from where there is no more room in it, or
 * from the start where there is none, or no access to it, to Blob parts, which the browser keeps.
 */
export async function openSink(): Promise<Sink> {
  return createSink(await openPrivateFile());
}

export function createSink(file: PrivateFile | null): Sink {
  let total = 0;
  let isFileOpen = file !== null;
  let rest = new Blob();

  async function whole(): Promise<Blob> {
    if (file === null) return rest;
    const written = await file.close();
    return rest.size === 0 ? written : new File([written, rest], written.name);
  }

  return {
    write(bytes) {
      total += bytes.length;
      const written = isFileOpen && file !== null ? file.append(bytes) : 0;
      if (written === bytes.length) return;
      isFileOpen = false;
      rest = new Blob([rest, bytes.slice(written)]);
    },
    async finish() {
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
