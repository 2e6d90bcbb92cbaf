/** Where a corrected file is written. `finish` hands it over; `discard` throws it away. */
export interface Sink {
  write(bytes: Uint8Array): void;
  finish(): Promise<Blob>;
  discard(): Promise<void>;
}

/** Only workers have it, so the page's types leave it out. */
interface SyncAccessHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(bytes: number): void;
  close(): void;
}
type PrivateFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccessHandle> };

/** Bytes gathered before they are written. */
const BUFFER_BYTES = 1024 * 1024;

const NAME_PREFIX = 'hubspot-importer-';

/**
 * A file in the origin private file system, so that memory stays flat; where there is none, or no access to it,
 * Blob parts, which the browser keeps.
 */
export async function openSink(): Promise<Sink> {
  return buffered((await openPrivateFile()) ?? openParts());
}

/** Removes a corrected file that is no longer needed. Works on the page as well; a file of the person's is not touched. */
export async function removeWritten(content: Blob): Promise<void> {
  if (!(content instanceof File) || !content.name.startsWith(NAME_PREFIX)) return;
  try {
    await (await navigator.storage.getDirectory()).removeEntry(content.name);
  } catch {
    // It is gone already, or still read: then it goes with the leftovers.
  }
}

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

async function openPrivateFile(): Promise<Sink | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    const name = `${NAME_PREFIX}${Date.now()}-${crypto.randomUUID()}.csv`;
    if (!('createSyncAccessHandle' in FileSystemFileHandle.prototype)) return null; // on the page, there is none
    const handle = (await folder.getFileHandle(name, { create: true })) as PrivateFileHandle;
    const access = await handle.createSyncAccessHandle();
    let at = 0;
    return {
      write(bytes) {
        for (let from = 0; from < bytes.length;) {
          const written = access.write(bytes.subarray(from), { at });
          if (written === 0) throw new DOMException('The disk is full.', 'QuotaExceededError');
          from += written;
          at += written;
        }
      },
      async finish() {
        access.truncate(at);
        access.close();
        return handle.getFile();
      },
      async discard() {
        access.close();
        await folder.removeEntry(name).catch(() => undefined);
      },
    };
  } catch {
    return null;
  }
}

function openParts(): Sink {
  let whole = new Blob();
  return {
    write(bytes) {
      whole = new Blob([whole, new Uint8Array(bytes)]);
    },
    finish: async () => whole,
    discard: async () => undefined,
  };
}

function buffered(sink: Sink): Sink {
  const buffer = new Uint8Array(BUFFER_BYTES);
  let used = 0;
  const flush = (): void => {
    if (used > 0) sink.write(buffer.subarray(0, used));
    used = 0;
  };
  return {
    write(bytes) {
      if (used + bytes.length > buffer.length) flush();
      if (bytes.length > buffer.length) {
        sink.write(bytes);
        return;
      }
      buffer.set(bytes, used);
      used += bytes.length;
    },
    async finish() {
      flush();
      return sink.finish();
    },
    discard: () => sink.discard(),
  };
}
