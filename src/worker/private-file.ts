/** A file in the origin private file system that is being written. */
export interface PrivateFile {
  /** @returns How many bytes were written: fewer when there is no more room. */
  append(bytes: Uint8Array): number;
  /** Ends the writing, and hands the file over. */
  close(): Promise<File>;
  remove(): Promise<void>;
}

/** Only workers have it, so the page's types leave it out. */
interface SyncAccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}
type PrivateFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

const NAME_PREFIX = 'hubspot-importer-';

/** A new file; null where there is no such file system, or no access to it. */
export async function openPrivateFile(): Promise<PrivateFile | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return null; // on the page, there is none
    const name = `${NAME_PREFIX}${Date.now()}-${crypto.randomUUID()}.csv`;
    const handle = (await folder.getFileHandle(name, { create: true })) as PrivateFileHandle;
    return createPrivateFile(folder, handle, await handle.createSyncAccessHandle());
  } catch {
    return null;
  }
}

function createPrivateFile(
  folder: FileSystemDirectoryHandle,
  handle: PrivateFileHandle,
  access: SyncAccessHandle,
): PrivateFile {
  let size = 0;
  return {
    append(bytes) {
      const before = size;
      try {
        while (size - before < bytes.length) {
          const written = access.write(bytes.subarray(size - before), { at: size });
          if (written === 0) break;
          size += written;
        }
      } catch {
        // The disk is full, or this site has its share of it.
      }
      return size - before;
    },
    async close() {
      access.truncate(size); // what was written of a piece that did not fit
      access.close();
      return handle.getFile();
    },
    async remove() {
      access.close();
      await folder.removeEntry(handle.name).catch(() => undefined);
    },
  };
}

/** Bytes moved at once. */
const PIECE_BYTES = 16 * 1024 * 1024;

/** A corrected file moved to where the browser keeps its blobs: gone as soon as nobody holds it. A file of the person's stays. */
export async function takeOut(content: Blob): Promise<Blob> {
  if (!isWritten(content)) return content;
  try {
    let taken = new Blob();
    for (let at = 0; at < content.size; at += PIECE_BYTES) {
      taken = new Blob([taken, await content.slice(at, at + PIECE_BYTES).arrayBuffer()]);
    }
    return taken;
  } finally {
    await removeWritten(content);
  }
}

/** Removes a corrected file that is no longer needed. Works on the page as well; a file of the person's is not touched. */
export async function removeWritten(content: Blob): Promise<void> {
  if (!isWritten(content)) return;
  try {
    await (await navigator.storage.getDirectory()).removeEntry(content.name);
  } catch {
    // It is gone already, or still read: then it goes with the leftovers.
  }
}

const isWritten = (content: Blob): content is File =>
  content instanceof File && content.name.startsWith(NAME_PREFIX);

/** Removes what an interrupted session left behind. Safe at any time: a file still being written is locked. */
export async function removeLeftovers(): Promise<void> {
  try {
    const folder = await navigator.storage.getDirectory();
    for await (const name of folder.keys()) {
      if (!name.startsWith(NAME_PREFIX)) continue;
      const ageMs = Date.now() - Number(name.slice(NAME_PREFIX.length).split('-')[0]);
      if (ageMs > 24 * 60 * 60 * 1000) await folder.removeEntry(name).catch(() => undefined);
    }
  } catch {
    // No private file system: nothing can be left there.
  }
}
