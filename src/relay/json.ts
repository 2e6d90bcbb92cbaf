import type { Bytes } from './byte-window.js';
import { readUpTo, watchSilence } from './flow.js';
import { Refusal } from './refusal.js';

/** Most bytes of JSON that a client may send: the `importRequest`, or a property. */
export const JSON_BYTES = 1024 * 1024;

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Bytes as text.
 *
 * @throws {TypeError} when they are not UTF-8
 */
export function decodeExactly(bytes: Bytes): string {
  return strictDecoder.decode(bytes);
}

/**
 * Text as JSON.
 *
 * @throws {SyntaxError} when it is none; {RangeError} for a number that JavaScript would round, which would then not be the
 *   number that was sent
 */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new RangeError('A number is rounded.');
    return value;
  }) as unknown;
}

/**
 * Reads the JSON body of a client's request, at most 1 MB.
 *
 * @param timeoutMs Longest silence of the client; 0 for ever.
 * @throws {Refusal} 415 `content-type`, 413 `body-size`, 400 `json`, 408 `client-silent`
 */
export async function readJson(request: Request, timeoutMs: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json(; *charset=utf-8)?$/i.test(type.trim())) {
    throw new Refusal(415, 'content-type', 'The body must be application/json.');
  }
  const silent = new AbortController();
  const silence = watchSilence(timeoutMs, silent);
  const tooLong = () => new Refusal(413, 'body-size', 'The body may have at most 1 MB.');
  const options = { onChunk: () => silence.bump(), signal: silent.signal, tooLong };
  try {
    const bytes = await readUpTo(request.body, JSON_BYTES, options);
    return parseExactly(decodeExactly(bytes));
  } catch (cause) {
    if (silence.lasted) throw clientSilent(cause);
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(400, 'json', 'The body is not JSON.', { cause });
  } finally {
    silence.end();
  }
}

/** A client that has begun to send and then stopped. */
export function clientSilent(cause?: unknown): Refusal {
  return new Refusal(408, 'client-silent', 'Nothing more of the upload arrived.', { cause });
}
