import * as z from 'zod/mini';
import { Refusal, type Answer } from './refusal.js';
import type { RelayStore } from './store.js';

const PENDING = 'pending';
// An upload may take long; after this a key whose process died is free again.
const PENDING_SECONDS = 2 * 60 * 60;
const ANSWER_SECONDS = 24 * 60 * 60;

const answerSchema = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/**
 * Lets a key pass once. A repeat gets the first answer; while that is awaited, a 409 `repeated`.
 *
 * A key is free again when nothing can have started: `run` failed, or HubSpot refused (4xx). Any other answer is kept for a
 * day, a 5xx too: what came of it is not known.
 *
 * @param key Null when the client sent none: then nothing is kept.
 * @param run Rejects only when nothing can have started.
 */
export async function once(
  store: RelayStore,
  subject: string,
  key: string | null,
  run: () => Promise<Answer>,
): Promise<Answer> {
  if (key === null) return run();
  const name = `once ${JSON.stringify([subject, key])}`;
  const earlier = await store.claim(name, PENDING, PENDING_SECONDS);
  if (earlier !== null) return readEarlier(earlier);
  let answer: Answer | null = null;
  try {
    answer = await run();
    return answer;
  } finally {
    if (answer === null || (answer.status >= 400 && answer.status < 500)) await store.delete(name);
    else await store.set(name, JSON.stringify(answer), ANSWER_SECONDS);
  }
}

function readEarlier(earlier: string): Answer {
  if (earlier === PENDING) {
    throw new Refusal(409, 'repeated', 'This import is already being sent.', {
      headers: { 'retry-after': '2' },
    });
  }
  return answerSchema.parse(JSON.parse(earlier));
}

/**
 * The key a request carries, with or without quotes; null for none.
 *
 * @throws {Refusal} 400 `idempotency-key` when it is not 1 to 200 plain characters
 */
export function idempotencyKey(request: Request): string | null {
  const header = request.headers.get('idempotency-key');
  if (header === null) return null;
  const key = /^"?([\w.~:-]{1,200})"?$/.exec(header.trim())?.[1];
  if (key === undefined) throw new Refusal(400, 'idempotency-key', 'The Idempotency-Key is not valid.');
  return key;
}
