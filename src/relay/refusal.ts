/** HubSpot's category for each status the relay answers itself (seen in HubSpot's own errors, or inferred from them). */
const CATEGORIES: Readonly<Record<number, string>> = {
  400: 'VALIDATION_ERROR',
  401: 'INVALID_AUTHENTICATION',
  403: 'FORBIDDEN',
  404: 'OBJECT_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITS',
  500: 'INTERNAL_ERROR',
  502: 'BAD_GATEWAY',
  504: 'GATEWAY_TIMEOUT',
};

/**
 * What the relay itself says no to. Thrown inside the relay, answered by `createRelay`.
 *
 * `reason` is stable and kebab-case (`ticket-expired`, `object-type`); the answer carries it as `subCategory`, prefixed
 * with `relay.`, so that it can be told from HubSpot's own refusals. `message` is one plain sentence without secrets.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    reason: string,
    message: string,
    more: { readonly headers?: Readonly<Record<string, string>>; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.status = status;
    this.reason = reason;
    this.headers = more.headers ?? {};
  }
}

/** An answer held whole in memory, as it goes to the client or into the store. Plain data. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A refusal in HubSpot's error shape: `status`, `message`, `correlationId`, `category`, `subCategory`. */
export function refusalAnswer(refusal: Refusal, correlationId: string): Answer {
  const category =
    refusal.reason === 'ticket-expired' ? 'EXPIRED_AUTHENTICATION' : (CATEGORIES[refusal.status] ?? 'ERROR');
  const body = {
    status: 'error',
    message: refusal.message,
    correlationId,
    category,
    subCategory: `relay.${refusal.reason}`,
  };
  return {
    status: refusal.status,
    headers: { 'content-type': 'application/json', ...refusal.headers },
    body: JSON.stringify(body),
  };
}
