import { fileBytes, checkImportRequest, checkObjectType, readPolicy, type Policy } from './policy.js';
import { findCall, type Call } from './calls.js';
import { checkOwner, noteAnswered, noteSent, noteStarted, ownImports, startedId } from './ownership.js';
import { openUpload } from './multipart.js';
import { idempotencyKey, once } from './once.js';
import { checkOrigin, corsHeaders, preflightAnswer, type Caller } from './origin.js';
import { readUpTo } from './flow.js';
import { Refusal, refusalAnswer, type Answer } from './refusal.js';
import { createMemoryStore, type RelayStore } from './store.js';
import { mintTicket, readTicket, signingKeys, type TicketSettings } from './ticket.js';
import {
  callHubSpot,
  startImport,
  type AccessToken,
  type Shipment,
  type UpstreamSettings,
} from './upstream.js';

export { createMemoryStore } from './store.js';
export type { RelayStore } from './store.js';
export type { Policy } from './policy.js';
export type { AccessToken } from './upstream.js';

/** How a relay is set up. */
export interface RelayOptions {
  /**
   * Says who sends this request, from the session of the host, and what they may import; null for nobody (403).
   * Asked once a ticket; its answer holds until the ticket expires.
   */
  readonly authorize: (request: Request) => Policy | null | Promise<Policy | null>;
  /** HubSpot's token: that of a service key or private app, or a function that renews one by OAuth. */
  readonly credential: { readonly accessToken: AccessToken };
  /** Signs tickets; 32 bytes or more, the same on every instance. Of several, the first signs and all are accepted. */
  readonly secret: string | readonly string[];
  /** Where the relay is mounted. Default `/hubspot`; tickets are then at `/hubspot/token`. */
  readonly path?: string;
  /** Public address of the relay, for the ticket's answer, when it is not the folder of the token endpoint. */
  readonly endpoint?: string;
  /** Other origins whose pages may call, such as `https://app.example.com`. Default none: the relay's own only. */
  readonly origins?: readonly string[];
  /** Life of a ticket in seconds. Default 600. An upload that has begun may outlast it. */
  readonly ticketSeconds?: number;
  /** Tells the tickets of relays apart that share a secret. Default `path` and `baseUrl`. */
  readonly audience?: string;
  /** HubSpot's API. Default `https://api.hubapi.com`. */
  readonly baseUrl?: string;
  /** Longest silence while HubSpot or an uploading client is waited for, in milliseconds. Default 60 000; 0 for ever. */
  readonly timeoutMs?: number;
  /** Remembers keys and owners of imports. Default `createMemoryStore()`, which is enough for one lasting process. */
  readonly store?: RelayStore;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Keeps the runtime awake until an import's answer is noted although its client has left; edge runtimes need it. */
  readonly waitUntil?: (work: Promise<unknown>) => void;
  /** Told of every failure answered with 500 or more; the id is the one in the answer. For the host's own log. */
  readonly onError?: (error: unknown, correlationId: string) => void;
}

/** What every request is answered with. */
interface Relay extends RelayOptions {
  readonly path: string;
  readonly origins: readonly string[];
  readonly store: RelayStore;
  readonly tickets: TicketSettings;
  readonly upstream: UpstreamSettings;
}

/**
 * The backend between the importer in a page and HubSpot, as one Fetch handler. It keeps HubSpot's token, gives out
 * tickets, and lets through the listed calls alone, uploads streaming.
 *
 * @returns Answers every request below `path`; never rejects.
 * @throws {TypeError} for a secret, path or `baseUrl` that cannot be used
 */
export function createRelay(options: RelayOptions): (request: Request) => Promise<Response> {
  const relay = setUp(options);
  return async (request) => {
    let caller: Caller = { origin: null, crossOrigin: false };
    let response: Response;
    try {
      caller = checkOrigin(request, relay.origins);
      response = await answer(relay, request, caller);
    } catch (error) {
      response = refuse(relay, error);
    }
    const always = {
      ...corsHeaders(caller),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    };
    for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
    return response;
  };
}

function setUp(options: RelayOptions): Relay {
  const path = (options.path ?? '/hubspot').replace(/\/+$/, '');
  if (path !== '' && !/^(\/[\w.~-]+)+$/.test(path)) throw new TypeError('createRelay: path is not a path.');
  const baseUrl = (options.baseUrl ?? 'https://api.hubapi.com').replace(/\/+$/, '');
  const { protocol, hostname, search, hash, username } = new URL(baseUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if ((protocol !== 'https:' && !(protocol === 'http:' && isLocal)) || search || hash || username) {
    throw new TypeError('createRelay: baseUrl must be an https address without a query.');
  }
  return {
    ...options,
    path,
    origins: options.origins ?? [],
    store: options.store ?? createMemoryStore(),
    tickets: {
      keys: signingKeys(options.secret),
      audience: options.audience ?? `${path} ${baseUrl}`,
      seconds: options.ticketSeconds ?? 600,
    },
    upstream: {
      baseUrl,
      accessToken: options.credential.accessToken,
      // Called without a receiver, as some runtimes insist; looked up late, so that a page may replace it.
      fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      timeoutMs: options.timeoutMs ?? 60_000,
    },
  };
}

async function answer(relay: Relay, request: Request, caller: Caller): Promise<Response> {
  const url = new URL(request.url);
  if (!url.pathname.startsWith(`${relay.path}/`)) {
    throw new Refusal(404, 'not-listed', 'This address is not served here.');
  }
  if (request.method === 'OPTIONS' && caller.crossOrigin) return preflightAnswer();
  const path = url.pathname.slice(relay.path.length);
  if (path === '/token') return giveTicket(relay, request, caller);
  const ticket = await readTicket(request.headers.get('authorization'), relay.tickets, new Date());
  if (caller.origin !== null && caller.origin !== ticket.origin) {
    throw new Refusal(403, 'origin', 'The import ticket was given to another site.');
  }
  const call = findCall(request.method, path, url.searchParams);
  if (call.kind === 'start') return toResponse(await start(relay, call, ticket.policy, request));
  return read(relay, call, ticket.policy, request);
}

async function giveTicket(relay: Relay, request: Request, caller: Caller): Promise<Response> {
  if (request.method !== 'POST') {
    throw new Refusal(405, 'method', 'A ticket is asked for by POST.', { headers: { allow: 'POST' } });
  }
  const authorized = await relay.authorize(request);
  if (authorized === null) throw new Refusal(403, 'not-authorized', 'You may not import.');
  const ticket = { policy: readPolicy(authorized), origin: caller.origin };
  return Response.json({
    access_token: await mintTicket(ticket, relay.tickets, new Date()),
    token_type: 'Bearer',
    expires_in: relay.tickets.seconds,
    ...(relay.endpoint === undefined ? {} : { endpoint: relay.endpoint }),
  });
}

async function read(relay: Relay, call: Call, policy: Policy, request: Request): Promise<Response> {
  for (const type of call.objectTypes) checkObjectType(type, policy);
  if (call.importId !== null) await checkOwner(relay.store, policy, call.importId);
  const response = await callHubSpot(call, policy.subject, relay.upstream, request.signal);
  if (call.kind !== 'list' || !response.ok || policy.imports === 'all') return response;
  const body = await ownImports(relay.store, policy.subject, await readUpTo(response.body, LIST_BYTES));
  return new Response(body, response);
}

function start(relay: Relay, call: Call, policy: Policy, request: Request): Promise<Answer> {
  const { store } = relay;
  const { subject } = policy;
  const work = once(store, subject, idempotencyKey(request), async () => {
    const upload = await openUpload(request);
    try {
      const { name, fileNames } = checkImportRequest(upload.importRequest, policy);
      const shipment = { upload, fileNames, maxBytes: fileBytes(policy), contentLength: length(request) };
      checkLength(shipment);
      await noteSent(store, subject, name, new Date());
      const sent = await startImport(call, shipment, subject, relay.upstream, request.signal);
      await settle(relay, subject, name, sent);
      return sent;
    } catch (error) {
      await upload.cancel();
      throw error;
    }
  });
  relay.waitUntil?.(work.catch(() => undefined));
  return work;
}

/** Notes what came of an import. It has been sent, so a store that fails must not make it look as if it had not. */
async function settle(relay: Relay, subject: string, name: string, sent: Answer): Promise<void> {
  try {
    const id = sent.status < 300 ? startedId(sent.body) : null;
    if (id !== null) await noteStarted(relay.store, subject, id);
    if (id !== null || (sent.status >= 400 && sent.status < 500)) {
      await noteAnswered(relay.store, subject, name);
    }
  } catch (error) {
    relay.onError?.(error, crypto.randomUUID());
  }
}

const LIST_BYTES = 32 * 1024 * 1024;
// Part headers and boundaries, generously.
const BYTES_BESIDE_A_FILE = 16 * 1024;

function length(request: Request): number | null {
  const header = request.headers.get('content-length');
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** Refuses at once an upload that says itself that it is too long. */
function checkLength({ contentLength, upload, fileNames, maxBytes }: Shipment): void {
  const most = fileNames.length * (maxBytes + BYTES_BESIDE_A_FILE);
  if (contentLength !== null && contentLength - upload.headBytes > most) {
    throw new Refusal(413, 'file-size', `A file may have at most ${maxBytes} bytes.`);
  }
}

function toResponse({ body, status, headers }: Answer): Response {
  return new Response(body, { status, headers });
}

function refuse(relay: Relay, error: unknown): Response {
  const correlationId = crypto.randomUUID();
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, 'failed', 'The backend failed.', { cause: error });
  if (refusal.status >= 500) relay.onError?.(refusal.cause ?? refusal, correlationId);
  return toResponse(refusalAnswer(refusal, correlationId));
}
