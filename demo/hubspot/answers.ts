/** HubSpot's error body (public specification, "Error"; error handling guide). Every field is optional to a client. */
export interface ErrorBody {
  readonly status: 'error';
  readonly message: string;
  readonly correlationId: string;
  readonly category?: string;
  readonly subCategory?: string;
  readonly errorType?: string;
  readonly policyName?: string;
  readonly requestId?: string;
  readonly errors?: readonly {
    readonly message: string;
    readonly in?: string;
    readonly code?: string;
    readonly context?: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** A refusal on its way to becoming an answer: thrown where it is found, answered by the handler. */
export class Refusal extends Error {
  readonly status: number;
  readonly facts: Partial<ErrorBody>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    facts: Partial<ErrorBody> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.facts = facts;
    this.headers = headers;
  }
}

/** A JSON answer. No CORS headers: HubSpot sends none to calls with a token, so a page cannot call it directly. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=utf-8', ...headers },
  });

export function answerRefusal(refusal: Refusal, correlationId: string): Response {
  const body: ErrorBody = { status: 'error', message: refusal.message, correlationId, ...refusal.facts };
  return json(body, refusal.status, refusal.headers);
}

/** 400. The words are inferred: HubSpot documents fragments of its messages only. */
export const invalid = (message: string): Refusal =>
  new Refusal(400, message, { category: 'VALIDATION_ERROR' });

/** 404 for a thing that is not there. */
export const notFound = (message: string): Refusal =>
  new Refusal(404, message, { category: 'OBJECT_NOT_FOUND' });

/** 401, in the words that callers have reported. */
export const unauthenticated = (): Refusal =>
  new Refusal(
    401,
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    { category: 'INVALID_AUTHENTICATION' },
  );

/**
 * 429 for a file over HubSpot's row or size limit: the imports guide names the status, not the body. That it lacks
 * `policyName`, which throttling has, is inferred.
 */
export const oversize = (message: string): Refusal => new Refusal(429, message, { category: 'RATE_LIMITS' });

/** One page of a list and how to get the next; `after` is opaque to the caller. */
export function page<T>(
  list: readonly T[],
  query: URLSearchParams,
  defaultLimit: number,
): { readonly results: readonly T[]; readonly paging?: { readonly next: { readonly after: string } } } {
  const after = query.get('after');
  const start = after === null || after === '' ? 0 : fromCursor(after);
  const asked = Number(query.get('limit') ?? defaultLimit);
  if (!Number.isInteger(asked) || asked < 1) throw invalid('limit must be a positive integer');
  // Neither default nor maximum is documented; that a larger limit is cut rather than refused is inferred.
  const end = start + Math.min(asked, 100);
  const results = list.slice(start, end);
  return end < list.length ? { results, paging: { next: { after: toCursor(end) } } } : { results };
}

const toCursor = (index: number): string => Buffer.from(`next:${index}`).toString('base64url');

function fromCursor(cursor: string): number {
  const index = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (index === undefined) throw invalid(`Invalid paging cursor: ${cursor}`);
  return Number(index);
}
