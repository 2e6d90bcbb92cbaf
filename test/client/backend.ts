/** A backend as a function, handed in as `fetch`: what it was asked, and what it answers. */
import { createClient, type ClientOptions, type HubSpotClient } from '../../src/client/hubspot.js';
import { abortError } from '../../src/client/http.js';
import type { Surroundings } from '../../src/client/surroundings.js';
import { ImporterError } from '../../src/core/errors.js';

export interface Call {
  readonly method: string;
  readonly url: string;
  /** What follows the base address of the backend. */
  readonly path: string;
  readonly headers: Headers;
  readonly init: RequestInit;
}

export type Answerer = (call: Call, before: number) => Response | Promise<Response>;

export interface Backend {
  readonly fetch: typeof fetch;
  readonly calls: Call[];
}

export const BASE = 'https://app.example/hubspot';

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const html = (status = 200): Response =>
  new Response('<!doctype html><title>Sign in</title>', { status, headers: { 'content-type': 'text/html' } });

/** @param answer gets each call, and how many there were before it */
export function backend(answer: Answerer): Backend {
  const calls: Call[] = [];
  const asked = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    const path = url.startsWith(BASE) ? url.slice(BASE.length) : url;
    const call = { method: init.method ?? 'GET', url, path, headers: new Headers(init.headers), init };
    const before = calls.push(call) - 1;
    if (init.signal?.aborted) throw init.signal.reason;
    return answer(call, before);
  };
  return { fetch: asked, calls };
}

/** An answer that never comes, unless the caller loses patience. */
export const never = ({ init }: Call): Promise<Response> =>
  new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

export interface World extends Backend {
  readonly client: HubSpotClient;
  /** The waits so far, in milliseconds; none of them is waited for. */
  readonly waits: number[];
  /** Calls other than for tokens. */
  readonly asked: () => readonly Call[];
  readonly tokensAsked: () => number;
}

/** A client whose backend gives out `ticket-1`, `ticket-2` … and answers everything else as told. */
export function world(answer: Answerer, options: Partial<ClientOptions> = {}): World {
  const waits: number[] = [];
  let tokens = 0;
  let others = 0;
  const { fetch, calls } = backend((call) => {
    if (call.path === '/token') return json({ access_token: `ticket-${(tokens += 1)}`, expires_in: 900 });
    return answer(call, others++);
  });
  const client = createClient({
    tokenEndpoint: `${BASE}/token`,
    endpoint: null,
    apiVersion: 'v3',
    requestInit: {},
    fetch,
    pause: async (ms, signal) => {
      waits.push(ms);
      if (signal?.aborted) throw abortError();
    },
    ...options,
  });
  const asked = (): readonly Call[] => calls.filter(({ path }) => path !== '/token');
  return { client, waits, fetch, calls, asked, tokensAsked: () => tokens };
}

/** A tab and a network that a test switches. */
export interface Switches extends Surroundings {
  set(now: Partial<Pick<Surroundings, 'isOffline' | 'isHidden'>>): void;
}

export function switches(first: Partial<Pick<Surroundings, 'isOffline' | 'isHidden'>> = {}): Switches {
  let now = { isOffline: false, isHidden: false, ...first };
  const changes = new EventTarget();
  return {
    get isOffline() {
      return now.isOffline;
    },
    get isHidden() {
      return now.isHidden;
    },
    changed: (signal) =>
      new Promise((resolve, reject) => {
        changes.addEventListener('change', () => resolve(), { once: true });
        signal?.addEventListener('abort', () => reject(abortError()));
      }),
    set(change) {
      now = { ...now, ...change };
      changes.dispatchEvent(new Event('change'));
    },
  };
}

/** The error a promise rejects with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It was resolved.');
    },
    (error: unknown) => error,
  );

/** Code and facts of the `ImporterError` a promise rejects with; of anything else its name. */
export async function failure(promise: Promise<unknown>): Promise<readonly [string, unknown]> {
  const error = await rejection(promise);
  if (error instanceof ImporterError) return [error.code, error.detail];
  return [error instanceof Error || error instanceof DOMException ? error.name : String(error), null];
}
