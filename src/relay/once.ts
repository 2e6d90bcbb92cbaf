import * as z from 'zod/mini';
import { Refusal, type Answer } from './refusal.js';
import type { RelayStore } from './store.js';

const PENDING = 'pending';
// Longer than any upload takes. A key whose process died stays used: whether its import started is not known.
const PENDING_SECONDS = 24 * 60 * 60;
const ANSWER_SECONDS = 24 * 60 * 60;
const POLL_MS = 200;

const answerSchema = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});

/** One attempt to pass with a key. */
export interface Attempt {
  readonly store: RelayStore;
  readonly subject: string;
  /** Null when the client sent none: then nothing is kept. */
  readonly key: string | null;
  /** How long a repeat waits for the first answer, in milliseconds. */
  readonly waitMs: number;
  /** Aborted when the client has gone. */
  readonly left: AbortSignal;
  /** Told of a store that fails after `run`: its answer is given all the same. */
  readonly onStoreError: (error: unknown) => void;
}

/**
 * Lets a key pass once, however many instances share the store. A repeat waits for the first answer and gets it.
 *
 * A key is free again when nothing can have started: `run` failed, or HubSpot refused (4xx). Any other answer is kept for a
 * day, a 5xx too: what came of it is not known.
 *
 * @param run Rejects only when nothing can have started.
 * @throws {Refusal} 409 `repeated` when the first answer does not come in time; what `run` throws
 */
export async function once(attempt: Attempt, run: () => Promise<Answer>): Promise<Answer> {
  const { store, subject, key } = attempt;
  if (key === null) return run();
  const name = `once ${JSON.stringify([subject, key])}`;
  const earlier = await claim(name, attempt);
  if (earlier !== null) return earlier;
  let answer: Answer | null = null;
  try {
    answer = await run();
    return answer;
  } finally {
    const isFree = answer === null || (answer.status >= 400 && answer.status < 500);
    const kept = isFree ? store.delete(name) : store.set(name, JSON.stringify(answer), ANSWER_SECONDS);
    await kept.catch(attempt.onStoreError);
  }
}

/** Null when the key is this attempt's now, else the first answer. */
async function claim(name: string, { store, waitMs, left }: Attempt): Promise<Answer | null> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const earlier = await store.claim(name, PENDING, PENDING_SECONDS);
    if (earlier === null) return null;
    if (earlier !== PENDING) return answerSchema.parse(JSON.parse(earlier));
    if (Date.now() >= deadline || left.aborted) {
      throw new Refusal(409, 'repeated', 'This import is already being sent.', {
        headers: { 'retry-after': '2' },
      });
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(POLL_MS, waitMs)));
  }
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
