import { hashText } from '../core/hash.js';

/** Reads a value that may be anything; throws when it is not what it should be. */
interface Schema<T> {
  parse(value: unknown): T;
}

/**
 * What is kept in the browser between visits of the page: small JSON values, each with an end. Never a cell of a file, never
 * a token. Names with a slash lie in a folder: `import/1`.
 */
export interface PageStorage {
  /** Tells this endpoint's names from those of others, in whatever all tabs share. */
  readonly prefix: string;
  /** Null when there is nothing of that name, when its time is over, or when it is not what the schema wants. */
  read<T>(name: string, schema: Schema<T>): T | null;
  /** Everything in a folder that the schema wants, in no order. */
  list<T>(folder: string, schema: Schema<T>): readonly T[];
  /** Whether there is anything in a folder, whatever it is. */
  holds(folder: string): boolean;
  /** Keeps a value for so long. Where the browser has no room, or allows none, it is not kept. */
  write(name: string, value: unknown, lifeMs: number): void;
  remove(name: string): void;
}

/** The folder of imports that were sent; whether there is anything in it is asked before the rest is loaded. */
export const IMPORTS = 'import';

/** Raised when values are kept in another envelope; what has another version counts as absent. */
const VERSION = 1;

interface Envelope {
  readonly version: typeof VERSION;
  readonly untilMs: number;
  readonly value: unknown;
}

/**
 * Opens the storage of everything that goes through one endpoint.
 *
 * @param endpoint absolute address; null when none is configured: then nothing is kept
 * @param isOff nothing is kept, and what was kept before is removed
 */
export function openStorage(endpoint: string | null, isOff: boolean): PageStorage {
  const prefix = `hubspot-importer ${hashText(endpoint ?? '')} `;
  const kept = endpoint === null || isOff ? null : browserStorage();
  if (isOff && endpoint !== null) removeAll(prefix);

  const open = (key: string): Envelope | null => {
    const envelope = toEnvelope(kept?.getItem(key) ?? null);
    if (envelope === null || envelope.untilMs <= Date.now()) {
      kept?.removeItem(key);
      return null;
    }
    return envelope;
  };
  const read = <T>(key: string, schema: Schema<T>): T | null => {
    const envelope = open(key);
    if (envelope === null) return null;
    try {
      return schema.parse(envelope.value);
    } catch {
      return null; // of another release of this package: that one may still want it
    }
  };
  const keysIn = (folder: string): readonly string[] =>
    kept === null ? [] : keysOf(kept).filter((key) => key.startsWith(`${prefix}${folder}/`));

  return {
    prefix,
    read: (name, schema) => read(prefix + name, schema),
    list: (folder, schema) => keysIn(folder).flatMap((key) => read(key, schema) ?? []),
    holds: (folder) => keysIn(folder).some((key) => open(key) !== null),
    write(name, value, lifeMs) {
      const envelope: Envelope = { version: VERSION, untilMs: Date.now() + lifeMs, value };
      try {
        kept?.setItem(prefix + name, JSON.stringify(envelope));
      } catch {
        // No room: nothing depends on it.
      }
    },
    remove: (name) => kept?.removeItem(prefix + name),
  };
}

/** Null where the browser allows none; asking alone throws then. */
function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

const keysOf = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');

function removeAll(prefix: string): void {
  const storage = browserStorage();
  if (storage === null) return;
  for (const key of keysOf(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}

function toEnvelope(text: string | null): Envelope | null {
  try {
    const envelope = JSON.parse(text ?? 'null') as Partial<Envelope> | null;
    const isOurs = envelope?.version === VERSION && typeof envelope.untilMs === 'number';
    return isOurs ? (envelope as Envelope) : null;
  } catch {
    return null;
  }
}
