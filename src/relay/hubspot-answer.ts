import * as z from 'zod/mini';
import { readUpTo } from './flow.js';
import { Refusal, refusalAnswer, type Answer } from './refusal.js';

const HELD_ANSWER_BYTES = 4 * 1024 * 1024;
const PASSED_HEADERS = [
  'retry-after',
  'x-hubspot-correlation-id',
  'x-hubspot-ratelimit-max',
  'x-hubspot-ratelimit-remaining',
  'x-hubspot-ratelimit-interval-milliseconds',
  'x-hubspot-ratelimit-daily',
  'x-hubspot-ratelimit-daily-remaining',
];

/**
 * Refuses an answer that is none of HubSpot's API: a redirect, or a success that is not JSON.
 *
 * @throws {Refusal} 502 `answer`
 */
export function checkAnswer(response: Response): void {
  const { status } = response;
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
  // Statuses below 400 that are no success include the redirects that a runtime without `redirect: 'error'` shows.
  if ((response.ok && isJson) || status >= 400) return;
  void response.body?.cancel().catch(() => undefined);
  throw new Refusal(502, 'answer', 'HubSpot answered with something else than expected.');
}

/**
 * HubSpot's answer, read whole. Of a refusal only what HubSpot documents goes on, so that nothing of a gateway or of the
 * call itself comes back with it; one that has no such shape keeps nothing but its status.
 *
 * @param token Never in what is given.
 */
export async function holdAnswer(response: Response, token: string | null = null): Promise<Answer> {
  const { status } = response;
  const headers = passedHeaders(response);
  const text = new TextDecoder().decode(await readUpTo(response.body, HELD_ANSWER_BYTES));
  const body = response.ok ? text : documentedError(text);
  if (body !== null && (token === null || !body.includes(token))) return { status, headers, body };
  const refusal = new Refusal(status, 'answer', `HubSpot answered with status ${status}.`);
  const own = refusalAnswer(refusal, crypto.randomUUID());
  return { ...own, headers: { ...headers, ...own.headers } };
}

/** The headers of HubSpot's that say something to the importer. */
export function passedHeaders(response: Response): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const name of PASSED_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return headers;
}

const text = z.optional(z.catch(z.optional(z.string()), undefined));
const context = z.optional(z.catch(z.optional(z.record(z.string(), z.array(z.string()))), undefined));

/** HubSpot's error (error handling guide; `errorType`, `policyName` and `requestId` from the usage guidelines). */
const errorSchema = z.object({
  status: text,
  message: z.string(),
  correlationId: text,
  category: text,
  subCategory: text,
  errorType: text,
  policyName: text,
  requestId: text,
  context,
  links: z.optional(z.catch(z.optional(z.record(z.string(), z.string())), undefined)),
  errors: z.optional(
    z.catch(
      z.optional(z.array(z.object({ message: text, code: text, in: text, subCategory: text, context }))),
      undefined,
    ),
  ),
});

function documentedError(body: string): string | null {
  try {
    const read = errorSchema.safeParse(JSON.parse(body));
    return read.success ? JSON.stringify(read.data) : null;
  } catch {
    return null;
  }
}
