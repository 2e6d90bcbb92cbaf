import type { Bytes } from './byte-window.js';
import type { Call } from './calls.js';
import type { Person } from './credential.js';
import { watchSilence, type Silence } from './flow.js';
import { checkAnswer, holdAnswer } from './hubspot-answer.js';
import type { CheckedRequest } from './import-request.js';
import { clientSilent } from './json.js';
import { writeHead, type Upload } from './multipart.js';
import { redirect } from './redirect.js';
import { Refusal, refusalAnswer, type Answer } from './refusal.js';
import { clientLeft, headersFor, stopWith, unreachable, type UpstreamSettings } from './upstream.js';

/** What goes up when an import starts. */
export interface Shipment {
  readonly upload: Upload;
  /** Goes on in place of the upload's first part. */
  readonly request: CheckedRequest;
  readonly fileNames: readonly string[];
  /** Of one file. */
  readonly maxBytes: number;
  /** The whole request's `Content-Length`; null when it was sent without one. */
  readonly contentLength: number | null;
  /** Called when everything is right and there, before HubSpot has the last of it; when it rejects, nothing starts. */
  readonly beforeLast: () => Promise<void>;
  /** Told why an answer was lost, with the id in the answer that says so. */
  readonly onLost: (error: unknown, correlationId: string) => void;
}

/**
 * Starts an import: the first part as it was checked, then the files as they come. Sends once.
 *
 * The client's leaving stops it only while the upload is not whole. After that HubSpot may have started the import, so the
 * answer is waited for; if it does not come, that is an answer too (502 `answer-lost`), not an error.
 *
 * @throws {Refusal} only when the import cannot have started: what `callHubSpot` throws; 400 `multipart`, 413 `file-size`
 *   from the upload; 408 `client-silent`, `client-left`; what `beforeLast` throws
 */
export async function startImport(
  call: Pick<Call, 'path'>,
  shipment: Shipment,
  person: Person,
  settings: UpstreamSettings,
  left: AbortSignal,
): Promise<Answer> {
  const { upload, beforeLast, contentLength } = shipment;
  const head = writeHead(shipment.request, upload.boundary);
  const token = await settings.accessToken(person);
  const headers = headersFor(token);
  headers['content-type'] = `multipart/form-data; boundary=${upload.boundary}`;
  const length = contentLength === null ? null : contentLength - upload.headBytes + head.length;
  if (length !== null) headers['content-length'] = String(length);
  const stop = new AbortController();
  const silence = watchSilence(settings.timeoutMs, stop);
  const progress: Progress = { waitsForClient: false, refusal: null };
  const pieces = upload.files(shipment.fileNames, shipment.maxBytes, beforeLast);
  const body = withLength(outgoing(head, pieces, progress, silence, stop), length);
  const { signal } = stop;
  stopWith(left, stop, () => !upload.whole);
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
    redirect,
    signal,
  };
  try {
    const response = await settings.fetch(`${settings.baseUrl}${call.path}`, init);
    checkAnswer(response);
    return await holdAnswer(response, token);
  } catch (error) {
    const silent = silence.lasted;
    if (upload.whole) return lostAnswer(error, silent, shipment.onLost);
    if (progress.refusal !== null) throw progress.refusal;
    if (silent && progress.waitsForClient) throw clientSilent(error);
    throw left.aborted ? clientLeft(error) : unreachable(error, silent);
  } finally {
    silence.end();
    // An answer may come before the upload is through: the rest of it is not wanted then.
    if (!upload.whole) stop.abort();
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

/** Of workerd, which takes the length of a body from such a stream, not from the header. */
interface Runtime {
  readonly FixedLengthStream?: new (bytes: number) => TransformStream<Uint8Array, Uint8Array>;
}

/** The same stream, as one of so many bytes where the runtime must be told. */
function withLength(stream: ReadableStream<Uint8Array>, bytes: number | null): ReadableStream<Uint8Array> {
  const { FixedLengthStream } = globalThis as Runtime;
  if (bytes === null || FixedLengthStream === undefined) return stream;
  return stream.pipeThrough(new FixedLengthStream(bytes));
}

function lostAnswer(cause: unknown, silent: boolean, onLost: Shipment['onLost']): Answer {
  const correlationId = crypto.randomUUID();
  onLost(cause, correlationId);
  const message = "HubSpot's answer was lost. The import may have started.";
  return refusalAnswer(new Refusal(silent ? 504 : 502, 'answer-lost', message), correlationId);
}
