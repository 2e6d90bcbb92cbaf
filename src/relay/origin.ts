import { Refusal } from './refusal.js';

/** Headers that a page on another origin may send, and those of an answer that it may read. */
const REQUEST_HEADERS = 'authorization, content-type, idempotency-key';
const ANSWER_HEADERS =
  'retry-after, x-hubspot-correlation-id, x-hubspot-ratelimit-max, x-hubspot-ratelimit-remaining, ' +
  'x-hubspot-ratelimit-interval-milliseconds, x-hubspot-ratelimit-daily, x-hubspot-ratelimit-daily-remaining';

/** Where a request comes from: the `Origin` it names (null for none), and whether that is another, listed, origin. */
export interface Caller {
  readonly origin: string | null;
  readonly crossOrigin: boolean;
}

/**
 * Lets in the relay's own origin and those listed. `Sec-Fetch-Site`, which no page can forge, decides where a browser
 * sends it; else `Origin` is compared with the request's address. A request with neither is no browser's, and has
 * nothing but its ticket.
 *
 * @throws {Refusal} 403 `origin`
 */
export function checkOrigin(request: Request, origins: readonly string[]): Caller {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin') return { origin, crossOrigin: false };
  if (origin === null) {
    if (site === null || site === 'none') return { origin, crossOrigin: false };
    throw refused();
  }
  if (origins.includes(origin)) return { origin, crossOrigin: true };
  if (site === null && origin === new URL(request.url).origin) return { origin, crossOrigin: false };
  throw refused();
}

function refused(): Refusal {
  return new Refusal(403, 'origin', 'Calls from this site are not accepted.');
}

/** What a browser must read on an answer before it hands it to a page on another origin. */
export function corsHeaders(caller: Caller): Record<string, string> {
  if (!caller.crossOrigin || caller.origin === null) return { vary: 'origin' };
  return {
    vary: 'origin',
    'access-control-allow-origin': caller.origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': ANSWER_HEADERS,
  };
}

/** The answer to a preflight from a listed origin. */
export function preflightAnswer(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST, PATCH',
      'access-control-allow-headers': REQUEST_HEADERS,
      'access-control-max-age': '600',
    },
  });
}
