import * as z from 'zod/mini';
import { readUpTo } from './flow.js';
import { redirect } from './redirect.js';

/** An OAuth app's authorisation, as HubSpot gave it when the app was installed. */
export interface OAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Good until the app is uninstalled (seen, not promised). HubSpot may send another; the relay then goes on with that. */
  readonly refreshToken: string;
  /** Version of the token path: `v3`, or a date. Default `2026-03`. */
  readonly version?: string;
  /** Told of a refresh token that takes the place of the last, for a host that keeps it where the store's loss does no harm. */
  readonly onRefreshToken?: (refreshToken: string) => void | Promise<void>;
}

/** Tokens as HubSpot gave them. */
export interface Grant {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** When to ask for the next. */
  readonly renewAt: number;
  readonly refreshToken: string;
}

/**
 * Why there is no access token. `refused`: HubSpot takes neither the refresh token nor the client's secret any more, and a
 * person must connect the app again. `unavailable`: it may work in a moment. The message names no secret.
 */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly reason: 'refused' | 'unavailable';

  constructor(reason: OAuthError['reason'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.reason = reason;
  }
}

const ANSWER_BYTES = 64 * 1024;
const TIMEOUT_MS = 20_000;
// Renewed so long before the end, or in the last third of a short life.
const AHEAD_SECONDS = 300;
// Statuses of a refusal that may be none in a moment: timeout, locked, too many calls, account on the move.
const PASSING = [408, 423, 429, 477];

const token = z.string().check(z.regex(/^[\x21-\x7e]{1,8192}$/));
const answerSchema = z.object({
  access_token: token,
  expires_in: z.number().check(z.positive()),
  refresh_token: z.optional(z.nullable(token)),
});
const code = z.optional(z.catch(z.optional(z.string().check(z.maxLength(60))), undefined));
const refusalSchema = z.object({ status: code, error: code });

interface Way {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/**
 * Asks HubSpot for an access token (OAuth guide, v3 and dated: everything in the form, nothing in the query).
 *
 * @param refreshToken The one that holds now; kept when the answer has none.
 * @throws {OAuthError}
 */
export async function requestGrant(
  options: OAuthOptions,
  refreshToken: string,
  { baseUrl, fetch, now }: Way,
): Promise<Grant> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: options.clientId,
    client_secret: options.clientSecret,
    refresh_token: refreshToken,
  });
  const askedAt = now();
  const { status, text } = await post(fetch, `${baseUrl}/oauth/${options.version ?? '2026-03'}/token`, body);
  const json = parse(text);
  if (status !== 200) throw refusalOf(status, json);
  const read = answerSchema.safeParse(json);
  if (!read.success)
    throw new OAuthError('unavailable', 'HubSpot answered with something else than a token.');
  const { access_token, expires_in, refresh_token } = read.data;
  return {
    accessToken: access_token,
    expiresAt: askedAt + expires_in * 1000,
    renewAt: askedAt + Math.max(expires_in - AHEAD_SECONDS, (expires_in * 2) / 3) * 1000,
    refreshToken: refresh_token ?? refreshToken,
  };
}

async function post(fetch: typeof globalThis.fetch, address: string, body: URLSearchParams) {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(address, {
      method: 'POST',
      headers,
      body: body.toString(),
      redirect,
      signal,
    });
    const text = new TextDecoder().decode(await readUpTo(response.body, ANSWER_BYTES));
    return { status: response.status, text };
  } catch (cause) {
    throw new OAuthError('unavailable', 'HubSpot could not be asked for a token.', cause);
  }
}

/** `BAD_REFRESH_TOKEN` with 400 has been seen; that any other lasting refusal is as final is inferred. */
function refusalOf(status: number, json: unknown): OAuthError {
  const read = refusalSchema.safeParse(json);
  const words = read.success ? [read.data.status, read.data.error] : [];
  // A code, never a text: HubSpot's might repeat what it was sent.
  const code = words.find((word) => /^[A-Z]+(_[A-Z]+)*$|^invalid_[a-z]+$/.test(word ?? '')) ?? '';
  const isFinal = status >= 400 && status < 500 && !PASSING.includes(status);
  const said = `HubSpot gave no token: ${`${status} ${code}`.trim()}.`;
  return new OAuthError(isFinal ? 'refused' : 'unavailable', said);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
