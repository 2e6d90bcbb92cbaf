import type { Call } from './calls.js';
import type { Person } from './credential.js';
import { watchSilence, withLimit } from './flow.js';
import { checkAnswer, holdAnswer, passedHeaders } from './hubspot-answer.js';
import { redirect } from './redirect.js';
import { Refusal } from './refusal.js';

/** The way out. */
export interface UpstreamSettings {
  /** No slash at its end. */
  readonly baseUrl: string;
  readonly accessToken: (person: Person) => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
  /** Longest silence of HubSpot, or of a client in the middle of an upload. Milliseconds; 0 for ever. */
  readonly timeoutMs: number;
}

/** A call without a file. */
export type PlainCall = Pick<Call, 'method' | 'path' | 'query'>;

const ANSWER_BYTES = 32 * 1024 * 1024;

/**
 * Makes a call without a file. The answer's body streams; a refusal of HubSpot's is held and read first.
 *
 * @param left Aborted when the client has gone.
 * @param body JSON, for a call that has one.
 * @throws {Refusal} 502 `unreachable`, `answer`, `credential`, `credential-refused`; 504 `silent`; 408 `client-left`
 */
export async function callHubSpot(
  call: PlainCall,
  person: Person,
  settings: UpstreamSettings,
  left: AbortSignal,
  body: string | null = null,
): Promise<Response> {
  const token = await settings.accessToken(person);
  const headers = headersFor(token);
  if (body !== null) headers['content-type'] = 'application/json';
  const stop = new AbortController();
  const silence = watchSilence(settings.timeoutMs, stop);
  stopWith(left, stop);
  const { signal } = stop;
  try {
    const address = `${settings.baseUrl}${call.path}${call.query}`;
    const response = await settings.fetch(address, { method: call.method, headers, body, signal, redirect });
    checkAnswer(response);
    if (!response.ok) {
      const answer = await holdAnswer(response, token);
      silence.end();
      return new Response(answer.body, answer);
    }
    silence.end();
    const content = withLimit(response.body, ANSWER_BYTES, silence);
    return new Response(content, { status: response.status, headers: passedHeaders(response) });
  } catch (error) {
    silence.end();
    throw left.aborted ? clientLeft(error) : unreachable(error, silence.lasted);
  }
}

/** Built from nothing: no header of the client's goes on. */
export function headersFor(token: string): Record<string, string> {
  return { accept: 'application/json', authorization: `Bearer ${token}` };
}

/** Ends a call when the client leaves, while `still` holds. */
export function stopWith(left: AbortSignal, stop: AbortController, still = () => true): void {
  const onLeft = () => {
    if (still()) stop.abort(left.reason);
  };
  if (left.aborted) onLeft();
  else left.addEventListener('abort', onLeft, { once: true });
}

/** A call that HubSpot did not answer. */
export function unreachable(error: unknown, silent: boolean): Refusal {
  if (error instanceof Refusal) return error;
  return silent
    ? new Refusal(504, 'silent', 'HubSpot did not answer in time.', { cause: error })
    : new Refusal(502, 'unreachable', 'HubSpot could not be reached.', { cause: error });
}

/** Nobody reads this answer; it says that nothing of ours or HubSpot's failed. */
export function clientLeft(cause: unknown): Refusal {
  return new Refusal(408, 'client-left', 'The client left before the call was through.', { cause });
}
