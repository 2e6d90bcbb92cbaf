import type { Allowances } from '../core/account.js';
import { ImporterError } from '../core/errors.js';
import { type Paths, pathsOf } from '../core/paths.js';
import { type HttpCall, type HttpOptions, pause, readAnswer, send } from './http.js';
import { type Patience, retryWaitMs } from './retry.js';
import { browserSurroundings, type Surroundings } from './surroundings.js';
import { type Access, createTokenSource } from './token.js';
import { createWaitingRoom, type Waiting } from './waiting.js';

/** What the page configured. Addresses are absolute. */
export interface ClientOptions extends HttpOptions {
  readonly tokenEndpoint: string | null;
  readonly endpoint: string | null;
  /** `v3`, or a date such as `2026-09`. */
  readonly apiVersion: string;
  /** How waits are waited for; by the clock, unless something else is given. */
  readonly pause?: typeof pause;
  /** What is known of network and tab; the browser's word, unless something else is given. */
  readonly surroundings?: Surroundings;
  /** Told of all calls that are waiting to be made again, whenever one begins or ends. */
  readonly onWaiting?: (waiting: readonly Waiting[]) => void;
}

/** HubSpot as seen through the backend: every call carries the token, and renews it once after a 401. */
export interface HubSpotClient {
  /** HubSpot's paths in the version that is configured. */
  readonly paths: Paths;
  /** Base address of every call, as far as it is known without asking for a token. */
  readonly endpoint: string | null;
  readonly surroundings: Surroundings;
  /** Reads; made again where that may help. */
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
  /**
   * Does something again for as long as that may help: after waits that grow, as long as HubSpot says, or once there is a network.
   *
   * @param mayRepeat whether an error lets it be done again at all
   */
  again<T>(
    work: () => Promise<T>,
    mayRepeat: (error: ImporterError) => boolean,
    signal?: AbortSignal,
    patience?: Patience,
  ): Promise<T>;
  /** Waits, in milliseconds. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
}

export function createClient(options: ClientOptions): HubSpotClient {
  const tokens = createTokenSource(options.tokenEndpoint, options.endpoint, options);
  const wait = options.pause ?? pause;
  const surroundings = options.surroundings ?? browserSurroundings;
  const room = createWaitingRoom(wait, surroundings, options.onWaiting ?? (() => undefined));

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

  const again: HubSpotClient['again'] = async (work, mayRepeat, signal, patience = 'long') => {
    for (let attempt = 0; ;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ImporterError) || !mayRepeat(error)) throw error;
        if (patience === 'long' && error.code === 'network' && surroundings.isOffline) {
          await room.untilOnline(error, signal);
          continue;
        }
        const waitMs = retryWaitMs(error, attempt, patience, Math.random());
        if (waitMs === null) throw error;
        attempt += 1;
        await room.until(error, waitMs, signal);
      }
    }
  };

  return {
    paths: pathsOf(options.apiVersion),
    get endpoint() {
      return tokens.endpoint;
    },
    surroundings,
    get: (path, schema, signal, patience) =>
      again(
        async () => readAnswer(await authorised(path, { method: 'GET', signal }), schema),
        () => true,
        signal,
        patience,
      ),
    async allowances(signal) {
      return (await tokens.access(signal)).allowances;
    },
    async write(method, path, value, schema, signal) {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(value);
      return readAnswer(await authorised(path, { method, headers, body, signal }), schema);
    },
    post: (path, call = {}) => authorised(path, { ...call, method: 'POST' }),
    again,
    pause: wait,
  };
}
