import type { Call } from './calls.js';
import type { Bytes } from './byte-window.js';
import { readUpTo, watchSilence, withLimit, type Silence } from './flow.js';
import { writeHead, type Upload } from './multipart.js';
import { Refusal, refusalAnswer, type Answer } from './refusal.js';

/** A HubSpot access token, or what gives one: called for each request, so it may renew and cache as it likes. */
export type AccessToken = string | ((subject: string) => string | Promise<string>);

/** The way out. */
export interface UpstreamSettings {
  /** No slash at its end. */
  readonly baseUrl: string;
  readonly accessToken: AccessToken;
  readonly fetch: typeof globalThis.fetch;
  /** Longest silence of HubSpot, or of a client in the middle of an upload. Milliseconds. */
  readonly timeoutMs: number;
}

/** What goes up when an import starts. */
export interface Shipment {
  readonly upload: Upload;
  readonly fileNames: readonly string[];
  /** Of one file. */
  readonly maxBytes: number;
  /** The whole request's `Content-Length`; null when it was sent without one. */
  readonly contentLength: number | null;
}

const ANSWER_BYTES = 32 * 1024 * 1024;
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
 * Makes a call without a file. The answer's body streams; a refusal of HubSpot's is held and read first.
 *
 * @param left Aborted when the client has gone.
 * @throws {Refusal} 502 `unreachable`, `answer`, `credential`; 504 `silent`; 408 `client-left`
 */
export async function callHubSpot(
  call: Call,
  subject: string,
  settings: UpstreamSettings,
  left: AbortSignal,
): Promise<Response> {
  const headers = await headersFor(subject, settings);
  const stop = new AbortController();
  const silence = watchSilence(settings.timeoutMs, stop);
  stopWith(left, stop);
  const { signal } = stop;
  try {
    const address = `${settings.baseUrl}${call.path}${call.query}`;
    const response = await settings.fetch(address, { method: call.method, headers, signal, redirect });
    checkAnswer(response);
    if (!response.ok) {
      const answer = await holdAnswer(response);
      silence.end();
      return new Response(answer.body, answer);
    }
    silence.end();
    const body = withLimit(response.body, ANSWER_BYTES, silence);
    return new Response(body, { status: response.status, headers: passedHeaders(response) });
  } catch (error) {
    silence.end();
    throw left.aborted ? clientLeft(error) : unreachable(error, silence.lasted);
  }
}

/**
 * Starts an import: the first part as it was checked, then the files as they come. Sends once.
 *
 * The client's leaving stops it only while the upload is not whole. After that HubSpot may have started the import, so the
 * answer is waited for; if it does not come, that is an answer too (502 `answer-lost`), not an error.
 *
 * @throws {Refusal} only when the import cannot have started: what `callHubSpot` throws; 400 `multipart`, 413 `file-size`
 *   from the upload; 408 `client-silent`, `client-left`
 */
export async function startImport(
  call: Call,
  shipment: Shipment,
  subject: string,
  settings: UpstreamSettings,
  left: AbortSignal,
): Promise<Answer> {
  const { upload } = shipment;
  const head = writeHead(upload.importRequest, upload.boundary);
  const headers = await headersFor(subject, settings);
  headers['content-type'] = `multipart/form-data; boundary=${upload.boundary}`;
  if (shipment.contentLength !== null) {
    headers['content-length'] = String(shipment.contentLength - upload.headBytes + head.length);
  }
  const stop = new AbortController();
  const silence = watchSilence(settings.timeoutMs, stop);
  const progress: Progress = { waitsForClient: false, refusal: null };
  const pieces = upload.files(shipment.fileNames, shipment.maxBytes);
  const body = outgoing(head, pieces, progress, silence, stop);
  stopWith(left, stop, () => !upload.whole);
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
    redirect,
    signal: stop.signal,
  };
  try {
    const response = await settings.fetch(`${settings.baseUrl}${call.path}`, init);
    checkAnswer(response);
    return await holdAnswer(response);
  } catch (error) {
    const silent = silence.lasted;
    if (upload.whole) return lostAnswer(error, silent);
    if (progress.refusal !== null) throw progress.refusal;
    if (silent && progress.waitsForClient) {
      throw new Refusal(408, 'client-silent', 'Nothing more of the upload arrived.', { cause: error });
    }
    throw left.aborted ? clientLeft(error) : unreachable(error, silent);
  } finally {
    silence.end();
    // An answer may come before the upload is through: the rest of it is not wanted then.
    if (!upload.whole) stop.abort();
    void upload.cancel();
  }
}

/** Where an upload stands. */
interface Progress {
  waitsForClient: boolean;
  refusal: Refusal | null;
}

function outgoing(
  head: Bytes,
  pieces: AsyncGenerator<Bytes, void, undefined>,
  progress: Progress,
  silence: Silence,
  stop: AbortController,
): ReadableStream<Uint8Array> {
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    try {
      progress.waitsForClient = true;
      const { done, value } = await pieces.next();
      progress.waitsForClient = false;
      if (!stop.signal.aborted) silence.bump();
      if (done) controller.close();
      else controller.enqueue(value);
    } catch (error) {
      progress.refusal ??= error instanceof Refusal ? error : clientLeft(error);
      controller.error(error);
      stop.abort(error);
    }
  };
  return new ReadableStream<Uint8Array>(
    { start: (controller) => controller.enqueue(head), pull },
    { highWaterMark: 0 },
  );
}

/** Ends a call when the client leaves, while `still` holds. */
function stopWith(left: AbortSignal, stop: AbortController, still = () => true): void {
  const onLeft = () => {
    if (still()) stop.abort(left.reason);
  };
  if (left.aborted) onLeft();
  else left.addEventListener('abort', onLeft, { once: true });
}

/** Built from nothing: no header of the client's goes on. */
async function headersFor(subject: string, settings: UpstreamSettings): Promise<Record<string, string>> {
  const { accessToken } = settings;
  let token: string;
  try {
    token = typeof accessToken === 'string' ? accessToken : await accessToken(subject);
  } catch (cause) {
    throw new Refusal(502, 'credential', 'The backend has no access to HubSpot at the moment.', { cause });
  }
  return { accept: 'application/json', authorization: `Bearer ${token}` };
}

function checkAnswer(response: Response): void {
  const { status } = response;
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
  // Statuses below 400 that are no success include the redirects that a runtime without `redirect: 'error'` shows.
  if ((response.ok && isJson) || status >= 400) return;
  void response.body?.cancel();
  throw new Refusal(502, 'answer', 'HubSpot answered with something else than expected.');
}

/** HubSpot's answer, read whole. A refusal that is not JSON (a page of some gateway) keeps nothing but its status. */
async function holdAnswer(response: Response): Promise<Answer> {
  const { status } = response;
  const body = await readUpTo(response.body, HELD_ANSWER_BYTES);
  const headers = passedHeaders(response);
  if (response.ok || isObject(body)) return { status, headers, body };
  const refusal = new Refusal(status, 'answer', `HubSpot answered with status ${status}.`);
  const own = refusalAnswer(refusal, crypto.randomUUID());
  return { ...own, headers: { ...headers, ...own.headers } };
}

function passedHeaders(response: Response): Record<string, string> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  for (const name of PASSED_HEADERS) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return headers;
}

function lostAnswer(cause: unknown, silent: boolean): Answer {
  const message = "HubSpot's answer was lost. The import may have started.";
  return refusalAnswer(
    new Refusal(silent ? 504 : 502, 'answer-lost', message, { cause }),
    crypto.randomUUID(),
  );
}

function unreachable(error: unknown, silent: boolean): Refusal {
  if (error instanceof Refusal) return error;
  return silent
    ? new Refusal(504, 'silent', 'HubSpot did not answer in time.', { cause: error })
    : new Refusal(502, 'unreachable', 'HubSpot could not be reached.', { cause: error });
}

/** Nobody reads this answer; it says that nothing of ours or HubSpot's failed. */
function clientLeft(cause: unknown): Refusal {
  return new Refusal(408, 'client-left', 'The client left before the call was through.', { cause });
}

function isObject(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

// `error` keeps memory flat: with `follow` and `manual`, Fetch keeps a copy of the body. Some edge runtimes know only the
// latter two and do not copy.
const redirect: RequestRedirect = knowsRedirectError() ? 'error' : 'manual';

function knowsRedirectError(): boolean {
  try {
    return new Request('https://api.hubapi.com/', { redirect: 'error' }).redirect === 'error';
  } catch {
    return false;
  }
}
