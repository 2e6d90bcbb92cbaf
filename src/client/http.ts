import * as z from 'zod/mini';
import { ErrorBody } from '../core/answers.js';
import { ImporterError } from '../core/errors.js';

/** Longest wait for one answer that carries no file, in milliseconds. */
export const TIMEOUT_MS = 30_000;

/** Longest silence of an upload, in milliseconds: no byte goes out, or all have and no answer comes. */
const UPLOAD_SILENCE_MS = 120_000;

/** Where progress is not told (`fetch`), an upload slower than this counts as silent: bytes in a millisecond, 32 kB/s. */
const SLOWEST_UPLOAD = 32;

/**
 * The longest answer that is read, in bytes; of a longer one nothing is. HubSpot's longest, the properties of an object with
 * all of their options, are a few megabytes.
 */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** Whether bytes of a body have left the browser; only an upload that reports its progress knows. */
export type Departed = 'nothing' | 'something' | 'perhaps';

export interface HttpCall {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly headers?: Readonly<Record<string, string>>;
  /** Files, or JSON. */
  readonly body?: FormData | string;
  /** Longest wait for the answer; of an upload the longest silence. Default 30 000, for an upload 120 000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the body that have gone out, and how many there are. */
  readonly onSent?: ((sentBytes: number, totalBytes: number) => void) | undefined;
  readonly onDeparted?: ((departed: Departed) => void) | undefined;
}

/** How the page wants calls to be made: its own headers and credentials, and perhaps its own `fetch`. */
export interface HttpOptions {
  readonly fetch: typeof fetch | null;
  readonly requestInit: RequestInit;
}

/**
 * Sends one call, once.
 *
 * @returns The answer, whatever its status, with all of its body; without any when that is longer than HubSpot's ever are.
 * @throws {ImporterError} `network`, `timeout`; an `AbortError` when the signal says so.
 */
export function send(call: HttpCall, options: HttpOptions): Promise<Response> {
  const reportsProgress = call.onSent !== undefined && options.fetch === null;
  return reportsProgress ? sendWithProgress(call, options) : sendWithFetch(call, options);
}

async function sendWithFetch(call: HttpCall, options: HttpOptions): Promise<Response> {
  const timeoutMs = longestWaitMs(call);
  const timeout = AbortSignal.timeout(timeoutMs);
  const signals = [timeout, call.signal].filter((signal) => signal !== undefined);
  const request: RequestInit = {
    credentials: 'same-origin',
    ...options.requestInit,
    method: call.method,
    headers: mergeHeaders(call, options),
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.any(signals),
    ...(call.body && { body: call.body }),
  };
  call.onDeparted?.('perhaps');
  try {
    const response = await (options.fetch ?? fetch)(call.url, request);
    // Read here, so that a body that breaks off is told from one that is not understood.
    return toResponse(await readText(response), response.status, response.headers);
  } catch (error) {
    if (call.signal?.aborted) throw abortError();
    if (timeout.aborted) throw new ImporterError('timeout', { timeoutMs }, error);
    throw new ImporterError('network', null, error);
  }
}

async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = body?.getReader();
  for (let piece = await reader?.read(); piece?.value !== undefined; piece = await reader?.read()) {
    bytes += piece.value.length;
    if (bytes > MAX_ANSWER_BYTES) {
      void reader?.cancel();
      return '';
    }
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}

function longestWaitMs({ body, timeoutMs }: HttpCall): number {
  if (body === undefined || typeof body === 'string') return timeoutMs ?? TIMEOUT_MS;
  const bytes = [...body.values()].reduce((sum, part) => sum + (typeof part === 'string' ? 0 : part.size), 0);
  return Math.round((timeoutMs ?? UPLOAD_SILENCE_MS) + bytes / SLOWEST_UPLOAD);
}

/** `fetch` reports no upload progress, XMLHttpRequest does. */
function sendWithProgress(call: HttpCall, options: HttpOptions): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const timeoutMs = call.timeoutMs ?? UPLOAD_SILENCE_MS;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const abort = (): void => request.abort();
    const settle = (finish: () => void): void => {
      clearTimeout(silence);
      call.signal?.removeEventListener('abort', abort);
      finish();
    };
    const watch = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        settle(() => reject(new ImporterError('timeout', { timeoutMs })));
        request.abort();
      }, timeoutMs);
    };
    request.open(call.method, call.url);
    request.withCredentials = options.requestInit.credentials === 'include';
    mergeHeaders(call, options).forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => {
      watch();
      if (event.loaded > 0) call.onDeparted?.('something');
      call.onSent?.(event.loaded, event.total);
    };
    request.upload.onload = (event) => {
      watch();
      call.onSent?.(event.total, event.total);
    };
    const answer = (body: string): void => {
      call.onDeparted?.('something');
      settle(() => resolve(toResponse(body, request.status, headersOf(request))));
    };
    request.onload = () => answer(request.responseText);
    request.onprogress = ({ loaded }) => {
      if (loaded <= MAX_ANSWER_BYTES) return;
      answer('');
      request.abort();
    };
    request.onerror = () => settle(() => reject(new ImporterError('network', null)));
    request.onabort = () => settle(() => reject(abortError()));
    if (call.signal?.aborted) return reject(abortError());
    call.signal?.addEventListener('abort', abort);
    watch();
    request.send(call.body ?? null);
  });
}

function headersOf(request: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return headers;
}

function toResponse(body: string, status: number, headers: Headers): Response {
  return new Response(body === '' ? null : body, { status, headers });
}

function mergeHeaders(call: HttpCall, options: HttpOptions): Headers {
  const headers = new Headers(options.requestInit.headers);
  // Only the browser knows the boundary of a form's parts.
  if (call.body !== undefined) headers.delete('content-type');
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  if (!headers.has('accept')) headers.set('accept', 'application/json');
  return headers;
}

/**
 * Reads a good answer.
 *
 * @throws {ImporterError} the one that `readFailure` gives; `response-unexpected` when the schema does not fit.
 */
export async function readAnswer<T>(response: Response, schema: { parse(value: unknown): T }): Promise<T> {
  if (!response.ok) throw await readFailure(response);
  const contentType = response.headers.get('content-type');
  try {
    return schema.parse(await response.json());
  } catch (error) {
    const cause = error instanceof z.core.$ZodError ? error.message : undefined;
    throw new ImporterError('response-unexpected', { status: response.status, contentType }, cause);
  }
}

/** Reads any JSON, for answers whose reader drops what does not fit. */
export const AnyJson = z.unknown();

/** Turns an answer with an error status into the error it means. HubSpot's body is read where there is one. */
export async function readFailure(response: Response): Promise<ImporterError> {
  const { status } = response;
  const body = await readErrorBody(response);
  const correlationId = body?.correlationId ?? null;
  const message = body?.message ?? null;
  if (status === 401) return new ImporterError('import-unauthorized', { correlationId });
  if (status === 403)
    return new ImporterError('import-forbidden', { message, scopes: scopesOf(body), correlationId });
  if (status === 404) return new ImporterError('import-not-found', { correlationId });
  if (status === 413) return new ImporterError('import-too-large', { message });
  if (status === 429) {
    // HubSpot answers a file over its limits with 429 too (imports guide). A rate limit names its policy or type (usage
    // guidelines); that a refused file is told by its message is inferred.
    const isRate =
      body?.policyName !== undefined || body?.errorType !== undefined || response.headers.has('retry-after');
    const isAboutSize = /\b(files?|size|rows?|large|bytes|[MG]B)\b/i.test(message ?? '');
    if (!isRate && isAboutSize) return new ImporterError('import-too-large', { message });
    return new ImporterError('rate-limited', {
      retryAfterMs: retryAfterMs(response),
      policy: body?.policyName ?? null,
    });
  }
  if (status === 423 || status === 477 || status >= 500) {
    const facts = { status, correlationId, retryAfterMs: retryAfterMs(response) };
    return new ImporterError('server-failed', facts);
  }
  if (body === null) {
    return new ImporterError('response-unexpected', {
      status,
      contentType: response.headers.get('content-type'),
    });
  }
  return new ImporterError('import-rejected', {
    status,
    message,
    category: body.category ?? null,
    correlationId,
  });
}

async function readErrorBody(response: Response): Promise<ErrorBody | null> {
  try {
    return ErrorBody.parse(await response.json());
  } catch {
    return null;
  }
}

/** The scopes that HubSpot misses are in the context of the first error (seen by third parties, not documented). */
function scopesOf(body: ErrorBody | null): readonly string[] {
  const context = body?.errors?.[0]?.context;
  return context?.requiredGranularScopes ?? context?.requiredScopes ?? [];
}

/** `Retry-After` in seconds or as a date; null when absent. HubSpot documents it for 477 only. */
function retryAfterMs(response: Response): number | null {
  const header = response.headers.get('retry-after');
  if (header === null) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

export const abortError = (): DOMException => new DOMException('Canceled', 'AbortError');

/** Waits; rejects with an `AbortError` as soon as the signal says so. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortError());
    const stop = (): void => {
      clearTimeout(timer);
      reject(abortError());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
