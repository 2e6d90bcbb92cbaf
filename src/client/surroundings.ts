/** What the browser says of the page: whether there is a network, and whether anybody can see it. */
export interface Surroundings {
  /** Surely no network; that there is one is never sure. */
  readonly isOffline: boolean;
  /** The tab is in the background. */
  readonly isHidden: boolean;
  /** Waits for the next change of either; rejects with an `AbortError` when the signal says so. */
  changed(signal?: AbortSignal): Promise<void>;
}

export const browserSurroundings: Surroundings = {
  get isOffline() {
    return !navigator.onLine;
  },
  get isHidden() {
    return document.visibilityState === 'hidden';
  },
  changed: (signal) =>
    new Promise((resolve, reject) => {
      const over = new AbortController();
      const finish = (settle: () => void): void => {
        over.abort();
        settle();
      };
      const listen = (target: EventTarget, type: string, settle: () => void): void =>
        target.addEventListener(type, () => finish(settle), { signal: over.signal });
      if (signal?.aborted) return reject(signal.reason);
      if (signal) listen(signal, 'abort', () => reject(signal.reason));
      listen(window, 'online', resolve);
      listen(window, 'offline', resolve);
      listen(document, 'visibilitychange', resolve);
    }),
};
