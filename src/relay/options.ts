import { accessTokenOf, type Credential } from './credential.js';
import type { Policy } from './policy.js';
import { createMemoryStore, type RelayStore } from './store.js';
import { signingKeys, type TicketSettings } from './ticket.js';
import type { UpstreamSettings } from './upstream.js';

/** How a relay is set up. */
export interface RelayOptions {
  /**
   * Says who sends this request, from the session of the host, and what they may import; null for nobody (403).
   * Asked once a ticket; its answer holds until the ticket expires.
   */
  readonly authorize: (request: Request) => Policy | null | Promise<Policy | null>;
  /** HubSpot's token: `{ accessToken }` of a service key or private app, or `{ oauth }`, renewed by the relay. */
  readonly credential: Credential;
  /** Signs tickets; 32 bytes or more, the same on every instance. Of several, the first signs and all are accepted. */
  readonly secret: string | readonly string[];
  /** Where the relay is mounted. Default `/hubspot`; tickets are then at `/hubspot/token`. */
  readonly path?: string;
  /** Public address of the relay, for the ticket's answer, when it is not the folder of the token endpoint. */
  readonly endpoint?: string;
  /** Other origins whose pages may call, such as `https://app.example.com`. Default none: the relay's own only. */
  readonly origins?: readonly string[];
  /** Life of a ticket in seconds, at most a day. Default 600. An upload that has begun may outlast it. */
  readonly ticketSeconds?: number;
  /** Tells the tickets of relays apart that share a secret. Default `path` and `baseUrl`. */
  readonly audience?: string;
  /** HubSpot's API. Default `https://api.hubapi.com`. */
  readonly baseUrl?: string;
  /**
   * Longest silence while HubSpot or an uploading client is waited for, in milliseconds; 0 for ever. Default 110 000:
   * HubSpot gives up by itself after 100 s (error handling guide), and says so, while a lost answer says nothing.
   */
  readonly timeoutMs?: number;
  /**
   * How long the rest of a refused upload is read before the refusal is sent, in milliseconds. Default 0: `toNodeListener`,
   * and proxies, let a client send on and read why it was refused. Some runtimes close its connection instead.
   */
  readonly lingerMs?: number;
  /** Remembers keys, owners and tokens. Default `createMemoryStore()`, which is enough for one lasting process. */
  readonly store?: RelayStore;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Keeps the runtime awake until an import's answer is noted although its client has left; edge runtimes need it. */
  readonly waitUntil?: (work: Promise<unknown>) => void;
  /**
   * Told of every failure of the relay's own that is answered with 500 or more, with the `correlationId` of that answer, and
   * of a store that fails beside it. For the host's log: an error holds no token, no secret and no cell.
   */
  readonly onError?: (error: unknown, correlationId: string) => void;
}

/** What every request is answered with. */
export interface Relay extends Omit<RelayOptions, 'credential' | 'secret' | 'onError'> {
  readonly path: string;
  readonly origins: readonly string[];
  readonly lingerMs: number;
  readonly store: RelayStore;
  readonly tickets: TicketSettings;
  readonly upstream: UpstreamSettings;
  /** The host's `onError`; whatever that does, the request goes on. */
  readonly report: (error: unknown, correlationId?: string) => void;
}

/**
 * Reads the options.
 *
 * @throws {TypeError} for one that cannot be used, without repeating a secret
 */
export function setUp(options: RelayOptions): Relay {
  const { credential, secret, onError, ...others } = options;
  const path = (options.path ?? '/hubspot').replace(/\/+$/, '');
  if (path !== '' && !/^(\/[\w.~-]+)+$/.test(path)) throw new TypeError('createRelay: path is not a path.');
  const baseUrl = readBaseUrl(options.baseUrl ?? 'https://api.hubapi.com');
  const store = options.store ?? createMemoryStore();
  // Called without a receiver, as some runtimes insist; looked up late, so that a page may replace it.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const report: Relay['report'] = (error, correlationId = crypto.randomUUID()) => {
    try {
      onError?.(error, correlationId);
    } catch {
      // A log that fails must not look like an import that failed.
    }
  };
  return {
    ...others,
    path,
    origins: readOrigins(options.origins ?? []),
    lingerMs: options.lingerMs ?? 0,
    store,
    tickets: {
      keys: signingKeys(secret),
      audience: options.audience ?? `${path} ${baseUrl}`,
      seconds: readSeconds(options.ticketSeconds ?? 600),
    },
    upstream: {
      baseUrl,
      accessToken: accessTokenOf(credential, { baseUrl, store, fetch, onError: report, now: Date.now }),
      fetch,
      timeoutMs: options.timeoutMs ?? 110_000,
    },
    report,
  };
}

function readBaseUrl(address: string): string {
  const baseUrl = address.replace(/\/+$/, '');
  const { protocol, hostname, search, hash, username } = new URL(baseUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if ((protocol !== 'https:' && !(protocol === 'http:' && isLocal)) || search || hash || username) {
    throw new TypeError('createRelay: baseUrl must be an https address without a query.');
  }
  return baseUrl;
}

/** One that is not spelt as browsers spell it would never be met; `null` and `*` would be met by anybody. */
function readOrigins(origins: readonly string[]): readonly string[] {
  if (origins.every((origin) => /^[a-z][a-z\d+.-]*:\/\/[a-z\d.:[\]_-]+$/.test(origin))) return origins;
  throw new TypeError('createRelay: origins are written as https://app.example.com, without a path.');
}

const DAY_SECONDS = 24 * 60 * 60;

function readSeconds(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= DAY_SECONDS) return seconds;
  throw new TypeError('createRelay: ticketSeconds is a whole number up to a day.');
}
