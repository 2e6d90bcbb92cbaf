/** Something that one importer at a time does, among all tabs of the page. */
export interface Lock {
  release(): void;
}

/**
 * Takes a name that one at a time may hold, until it is released or its tab is gone. Nobody is kept out where the browser has no
 * such locks, on plain http for example.
 *
 * @param patienceMs how long to wait for another to release it; a page that is just being left may still hold it
 * @returns null when another holds it.
 */
export async function takeLock(name: string, patienceMs = 0): Promise<Lock | null> {
  const { locks } = navigator as { readonly locks?: LockManager };
  if (locks === undefined) return { release: () => undefined };
  return new Promise((resolve) => {
    const hold = (lock: unknown): Promise<void> | undefined => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      return new Promise((release) => resolve({ release }));
    };
    const asked =
      patienceMs === 0
        ? locks.request(name, { ifAvailable: true }, hold)
        : locks.request(name, { signal: AbortSignal.timeout(patienceMs) }, hold);
    asked.catch(() => resolve(null)); // it took too long
  });
}

/** Whether somebody holds a name. */
export async function isLocked(name: string): Promise<boolean> {
  const { locks } = navigator as { readonly locks?: LockManager };
  const { held = [] } = (await locks?.query()) ?? {};
  return held.some((lock) => lock.name === name);
}
