/**
 * What relays must remember between requests: which imports were started, by whom, and their first answers.
 * Never a cell of a file, never a token. One process needs only `createMemoryStore`; several, or one whose memory does not
 * last, share one store. Any key-value store with "set if absent" and expiry will do.
 */
export interface RelayStore {
  /** The value, or null when there is none or it has expired. */
  get(key: string): Promise<string | null>;
  /** Sets the value, replacing any. */
  set(key: string, value: string, seconds: number): Promise<void>;
  /** Sets the value if the key is free, in one step, and gives null; else gives the value that is there. */
  claim(key: string, value: string, seconds: number): Promise<string | null>;
  delete(key: string): Promise<void>;
}

const MEMORY_CHARACTERS = 32 * 1024 * 1024;

/**
 * A store in this process's memory, at most about 64 MB: beyond that the oldest entries go first.
 *
 * @param now The time in milliseconds; the clock's by default.
 */
export function createMemoryStore(now: () => number = () => Date.now()): RelayStore {
  const entries = new Map<string, { readonly value: string; readonly expires: number }>();
  let characters = 0;

  const remove = (key: string) => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    characters -= key.length + entry.value.length;
    entries.delete(key);
  };
  const read = (key: string): string | null => {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    if (entry.expires > now()) return entry.value;
    remove(key);
    return null;
  };
  const write = (key: string, value: string, seconds: number) => {
    remove(key);
    entries.set(key, { value, expires: now() + seconds * 1000 });
    characters += key.length + value.length;
    for (const oldest of entries.keys()) {
      if (characters <= MEMORY_CHARACTERS || oldest === key) break;
      remove(oldest);
    }
  };

  return {
    get: (key) => Promise.resolve(read(key)),
    set: async (key, value, seconds) => write(key, value, seconds),
    claim: (key, value, seconds) => {
      const there = read(key);
      if (there === null) write(key, value, seconds);
      return Promise.resolve(there);
    },
    delete: async (key) => remove(key),
  };
}
