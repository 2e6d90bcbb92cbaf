import { isLost, SentImport } from '../core/sent-import.js';
import type { Outbox } from '../client/sender.js';
import { isLocked } from './locks.js';
import { IMPORTS, type PageStorage } from './storage.js';

/** How long an import is remembered, in milliseconds; HubSpot's own list is the truth. */
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** As many as a person may want to come back to, the parts of large files among them. */
const MOST_KEPT = 100;

/** What all tabs of the page must agree on while files are sent. */
export const sendingLock = ({ prefix }: PageStorage, fingerprint: string): string =>
  `${prefix}sending ${fingerprint}`;

/** Imports sent in this visit of the page, and those of earlier visits and other tabs, as far as the browser keeps them. */
export function createOutbox(storage: () => PageStorage): Outbox {
  /** Where nothing is kept, what this visit sent must not be forgotten all the same. */
  const ours = new Map<string, SentImport>();

  const list = (): readonly SentImport[] => {
    const all = new Map(ours);
    for (const one of storage().list(IMPORTS, SentImport)) all.set(one.key, one);
    return [...all.values()].sort((a, b) => b.sentAtMs - a.sentAtMs);
  };
  const remove = ({ key }: SentImport): void => {
    ours.delete(key);
    storage().remove(`${IMPORTS}/${key}`);
  };

  return {
    list,
    async lost(fingerprint) {
      const kept = storage();
      const lost = list().filter(isLost);
      const isElsewhere = await Promise.all(
        lost.map(
          async (one) => one.fingerprint !== fingerprint && isLocked(sendingLock(kept, one.fingerprint)),
        ),
      );
      return lost.filter((_, at) => isElsewhere[at] === false);
    },
    put(one) {
      ours.set(one.key, one);
      storage().write(`${IMPORTS}/${one.key}`, one, LIFE_MS);
      for (const old of list().slice(MOST_KEPT)) remove(old);
    },
    remove,
  };
}
