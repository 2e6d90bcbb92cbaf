import type { Allowances } from '../core/account.js';
import { ImporterError } from '../core/errors.js';
import { type Paths, pathsOf } from '../core/paths.js';
import { type HttpCall, type HttpOptions, pause, readAnswer, send } from './http.js';
import { type Access, createTokenSource } from './token.js';

/** What the page configured. Addresses are absolute. */
export interface ClientOptions extends HttpOptions {
  readonly tokenEndpoint: string | null;
  readonly endpoint: string | null;
  /** `v3`, or a date such as `2026-09`. */
  readonly apiVersion: string;
  /** How waits are waited for; by the clock, unless something else is given. */
  readonly pause?: typeof pause;
}

/** `short` for what can be done without: a person is waiting for the next screen. */
export type Patience = 'long' | 'short';

/** HubSpot as seen through the backend: every call carries the token, and renews it once after a 401. */
export interface HubSpotClient {
  /** HubSpot's paths in the version that is configured. */
  readonly paths: Paths;
  /** Base address of every call, as far as it is known without asking for a token. */
  readonly endpoint: string | null;
  /** Reads; repeats what may be repeated. */
  get<T>(
    path: string,
    schema: { parse(value: unknown): T },
    signal?: AbortSignal,
    patience?: Patience,
  ): Promise<T>;
  /** What the token is good for besides importing. */
  allowances(signal?: AbortSignal): Promise<Allowances>;
  /** Writes JSON; never repeats, except after a 401. */
  write<T>(
    method: 'POST' | 'PATCH',
    path: string,
    value: unknown,
    schema: { parse(value: unknown): T },
    signal?: AbortSignal,
  ): Promise<T>;
  /** Posts; never repeats, except after a 401, which nothing has acted upon. The answer may have an error status. */
  post(path: string, call?: Partial<HttpCall>): Promise<Response>;
  /** Waits, in milliseconds. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Waits before a read is tried again, in milliseconds; as many tries as there are waits, and one. */
const RETRY_WAITS_MS: Readonly<Record<Patience, readonly number[]>> = {
  long: [500, 1500, 4000],
  short: [300],
};

/** The longest `Retry-After` that is waited for in silence, in milliseconds. */
const LONGEST_WAIT_MS = 30_000;

export function createClient(options: ClientOptions): HubSpotClient {
  const tokens = createTokenSource(options.tokenEndpoint, options.endpoint, options);
  const wait = options.pause ?? pause;

  const once = (
    path: string,
    call: Omit<HttpCall, 'url'>,
    { token, endpoint }: Access,
  ): Promise<Response> => {
    const headers = { ...call.headers, ...(token !== null && { authorization: `Bearer ${token}` }) };
    return send({ ...call, url: endpoint + path, headers }, options);
  };
  const authorised = async (path: string, call: Omit<HttpCall, 'url'>): Promise<Response> => {
    const access = await tokens.access(call.signal);
    const response = await once(path, call, access);
    if (response.status !== 401 || access.token === null) return response;
    call.onDeparted?.('nothing'); // what was refused has done nothing
    tokens.renew(access);
    return once(path, call, await tokens.access(call.signal));
  };

  return {
    paths: pathsOf(options.apiVersion),
    get endpoint() {
      return tokens.endpoint;
    },
    async get(path, schema, signal, patience = 'long') {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await readAnswer(await authorised(path, { method: 'GET', signal }), schema);
        } catch (error) {
          const waitMs = waitBeforeRetry(error, RETRY_WAITS_MS[patience][attempt]);
          if (waitMs === null) throw error;
          await wait(waitMs, signal);
        }
      }
    },
    async allowances(signal) {
      return (await tokens.access(signal)).allowances;
    },
    async write(method, path, value, schema, signal) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(value);
      return readAnswer(await authorised(path, { method, headers, body, signal }), schema);
    },
    post: (path, call = {}) => authorised(path, { ...call, method: 'POST' }),
    pause: wait,
  };
}

/** Null when trying again cannot help, or has not helped. Waits are jittered so that many pages do not ask as one. */
function waitBeforeRetry(error: unknown, waitMs: number | undefined): number | null {
  if (waitMs === undefined || !(error instanceof ImporterError)) return null;
  const jittered = waitMs * (0.75 + Math.random() / 2);
  switch (error.code) {
    case 'network':
    case 'timeout':
    case 'server-failed':
      return jittered;
    case 'rate-limited': {
      const told = (error as ImporterError<'rate-limited'>).detail.retryAfterMs;
      if (told === null) return jittered;
      return told > LONGEST_WAIT_MS ? null : Math.max(told, jittered);
    }
    default:
      return null;
  }
}
