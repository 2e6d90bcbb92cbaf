/** Replacements of `fetch` that a page hands in: they hold calls back, change answers or give others. */

export interface HeldFetch {
  readonly fetch: typeof fetch;
  /** How many calls were held. */
  readonly count: () => number;
  release(): void;
}

const aborted = (signal?: AbortSignal | null): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

/** A `fetch` that keeps some calls waiting until they are released, or aborted. */
export function hold(isHeld: (url: string, method: string) => boolean): HeldFetch {
  let release = (): void => undefined;
  let count = 0;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    fetch: async (input, init) => {
      if (isHeld(String(input), init?.method ?? 'GET')) {
        count += 1;
        await Promise.race([gate, aborted(init?.signal)]);
      }
      return fetch(input, init);
    },
    count: () => count,
    release: () => release(),
  };
}

export interface SwitchedFetch {
  readonly fetch: typeof fetch;
  /** What answers from now on; the real one when it is null. */
  set(answers: typeof fetch | null): void;
}

/** A `fetch` that a test changes while calls go on: a client keeps the one that it began with. */
export function switched(): SwitchedFetch {
  let current: typeof fetch | null = null;
  return {
    fetch: (input, init) => (current ?? fetch)(input, init),
    set(answers) {
      current = answers;
    },
  };
}

/** A `fetch` that changes the JSON of some answers. */
export const altered =
  (isMeant: (url: string, method: string) => boolean, change: (answer: never) => unknown): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    if (!isMeant(String(input), init?.method ?? 'GET')) return response;
    return Response.json(change((await response.json()) as never), { status: response.status });
  };

export const isOneImport = (url: string, method: string): boolean =>
  method === 'GET' && /\/imports\/\d+$/.test(url);

export const isStart = (url: string, method: string): boolean =>
  method === 'POST' && url.endsWith('/imports/');

export type Call = (url: string, method: string) => boolean;

/** A `fetch` that gives another answer to some calls, or none. */
export const answering =
  (isMeant: Call, answer: () => Response): typeof fetch =>
  async (input, init) =>
    isMeant(String(input), init?.method ?? 'GET') ? answer() : fetch(input, init);
