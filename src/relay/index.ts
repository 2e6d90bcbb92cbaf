import { openWindow } from './byte-window.js';
import { findCall, type Call } from './calls.js';
import { readUpTo } from './flow.js';
import { readJson } from './json.js';
import { setUp, type Relay, type RelayOptions } from './options.js';
import { checkOrigin, corsHeaders, preflightAnswer, type Caller } from './origin.js';
import { checkOwner, ownImports } from './ownership.js';
import { checkObjectType, type Policy, readPolicy, scopeOf } from './policy.js';
import { checkOptions, checkProperty } from './property.js';
import { Refusal, refusalAnswer, type Answer } from './refusal.js';
import { start } from './start.js';
import { mintTicket, readTicket } from './ticket.js';
import { callHubSpot } from './upstream.js';

export type { AccessToken, Credential } from './credential.js';
export { OAuthError, type OAuthOptions } from './oauth.js';
export type { RelayOptions } from './options.js';
export type { Policy } from './policy.js';
export { createMemoryStore, type RelayStore } from './store.js';

/**
 * The backend between the importer in a page and HubSpot, as one Fetch handler. It keeps HubSpot's token, gives out
 * tickets, and lets through the listed calls alone, uploads streaming.
 *
 * @returns Answers every request below `path`; never rejects.
 * @throws {TypeError} for an option that cannot be used
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
    // Refused, or answered as the repeat that it is, without having been read.
    const isUnread = request.body !== null && !request.bodyUsed && !request.body.locked;
    if (isUnread && relay.lingerMs > 0) await openWindow(request.body).cancel(relay.lingerMs);
    const always = {
      ...corsHeaders(caller),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    };
    for (const [name, value] of Object.entries(always)) response.headers.set(name, value);
    return response;
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
  for (const type of call.objectTypes) checkObjectType(type, ticket.policy);
  return pass(relay, call, ticket.policy, request);
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
    scope: scopeOf(ticket.policy),
    ...(relay.endpoint === undefined ? {} : { endpoint: relay.endpoint }),
  });
}

/** A listed call of a person, for object types they may import. */
async function pass(relay: Relay, call: Call, policy: Policy, request: Request): Promise<Response> {
  const { store, upstream } = relay;
  const { signal } = request;
  switch (call.kind) {
    case 'start':
      return toResponse(await start(relay, call, policy, request));
    case 'list': {
      const list = await callHubSpot(call, policy, upstream, signal);
      if (!list.ok || policy.imports === 'all') return list;
      const body = new TextDecoder().decode(await readUpTo(list.body, LIST_BYTES));
      return new Response(await ownImports(store, policy, body), list);
    }
    case 'import':
      await checkOwner(store, policy, call.importId ?? '');
      return callHubSpot(call, policy, upstream, signal);
    case 'metadata':
      return callHubSpot(call, policy, upstream, signal);
    case 'property':
    case 'options':
      return changeProperty(relay, call, policy, request);
  }
}

async function changeProperty(relay: Relay, call: Call, policy: Policy, request: Request): Promise<Response> {
  const { upstream } = relay;
  const { signal } = request;
  if (policy.properties !== true) throw new Refusal(403, 'properties', 'You may not change properties.');
  const value = await readJson(request, upstream.timeoutMs);
  if (call.kind === 'property') return callHubSpot(call, policy, upstream, signal, checkProperty(value));
  const present = await callHubSpot({ ...call, method: 'GET' }, policy, upstream, signal);
  if (!present.ok) return present;
  return callHubSpot(call, policy, upstream, signal, await checkOptions(value, present));
}

const LIST_BYTES = 32 * 1024 * 1024;

function toResponse({ body, status, headers }: Answer): Response {
  return new Response(body, { status, headers });
}

function refuse(relay: Relay, error: unknown): Response {
  const correlationId = crypto.randomUUID();
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, 'failed', 'The backend failed.', { cause: error });
  if (refusal.status >= 500) relay.report(refusal.cause ?? refusal, correlationId);
  return toResponse(refusalAnswer(refusal, correlationId));
}
