/** Bytes that may be kept and handed on: never a view of shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The part of a stream that has been read and not yet taken. */
export interface ByteWindow {
  readonly bytes: Bytes;
  /** Reads one more chunk onto the end; false when there is none. */
  more(): Promise<boolean>;
  /** Removes the first `count` bytes and gives them. They stay valid: they are never written over. */
  take(count: number): Bytes;
  /** Stops reading, but first reads on into nothing for up to `lingerMs` milliseconds. Default 0. */
  cancel(lingerMs?: number): Promise<void>;
}

/**
 * Opens a window on a stream. It holds what is untaken plus one chunk, whatever the stream's length.
 *
 * @param onChunk Called for every chunk that arrives.
 */
export function openWindow(stream: ReadableStream<Uint8Array>, onChunk?: () => void): ByteWindow {
  const reader = stream.getReader();
  let buffer: Bytes = new Uint8Array(0);
  let start = 0;
  let end = 0;
  return {
    get bytes() {
      return buffer.subarray(start, end);
    },
    async more() {
      const { done, value } = await reader.read();
      if (done) return false;
      onChunk?.();
      if (end + value.length > buffer.length) {
        // Doubling keeps a stream of tiny chunks linear; a fresh buffer leaves what was taken untouched.
        const held = end - start;
        const larger = new Uint8Array(Math.max(held * 2, held + value.length));
        larger.set(buffer.subarray(start, end));
        [buffer, start, end] = [larger, 0, held];
      }
      buffer.set(value, end);
      end += value.length;
      return true;
    },
    take(count) {
      const taken = buffer.subarray(start, start + count);
      start += count;
      return taken;
    },
    async cancel(lingerMs = 0) {
      const stop = () => reader.cancel().catch(() => undefined);
      const timer = setTimeout(() => void stop(), lingerMs);
      const readOn = async () => {
        while (!(await reader.read()).done);
      };
      if (lingerMs > 0) await readOn().catch(() => undefined);
      clearTimeout(timer);
      await stop();
    },
  };
}

/**
 * Builds a search for one run of bytes, in Horspool's way: it looks at about one byte in `needle.length`.
 *
 * @returns The first place at or after `from`, or -1.
 */
export function createSearch(needle: Uint8Array): (bytes: Uint8Array, from: number) => number {
  const last = needle.length - 1;
  const skips = new Uint16Array(256).fill(needle.length);
  for (let i = 0; i < last; i += 1) skips[needle[i] ?? 0] = last - i;
  return (bytes, from) => {
    let at = from;
    while (at + last < bytes.length) {
      let i = last;
      while (i >= 0 && bytes[at + i] === needle[i]) i -= 1;
      if (i < 0) return at;
      at += skips[bytes[at + last] ?? 0] ?? 1;
    }
    return -1;
  };
}
