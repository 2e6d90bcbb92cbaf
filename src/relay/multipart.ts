import { createSearch, openWindow, type ByteWindow, type Bytes } from './byte-window.js';
import { watchSilence } from './flow.js';
import { clientSilent, decodeExactly, JSON_BYTES, parseExactly } from './json.js';
import { asInHeader, CRLF, cutOff, malformed, readBoundary, takeHeader } from './part.js';
import { Refusal } from './refusal.js';

/**
 * Reads just enough of a `multipart/form-data` upload to know what it holds, without keeping a file.
 *
 * The registry's readers either hold each part in memory, run on Node alone, or are no longer kept; and all are lenient,
 * where this one must not be: what two readers could take in two ways (a boundary inside a line, a second name, an
 * encoding, text after the end) is refused, so that HubSpot cannot read another request than the one that was checked.
 */
export interface Upload {
  readonly boundary: string;
  /** The first part, `importRequest`, parsed. */
  readonly importRequest: unknown;
  /** Bytes of the upload up to and with the boundary that ends the first part. */
  readonly headBytes: number;
  /**
   * What follows, piece by piece, each given only once it is checked. The last piece, without which the upload is
   * no whole one, comes when everything else has come and is right, and `beforeLast` is through.
   *
   * @throws {Refusal} 400 `multipart`, 413 `file-size`, while it is being read
   */
  files(
    names: readonly string[],
    maxBytes: number,
    beforeLast?: () => Promise<void>,
  ): AsyncGenerator<Bytes, void, undefined>;
  /** True from just before the last piece is given: up to then HubSpot has half an upload, which starts nothing. */
  readonly whole: boolean;
  /** Stops reading the upload, but first reads on into nothing for so many milliseconds. */
  cancel(lingerMs: number): Promise<void>;
}

const encoder = new TextEncoder();

/** How long a client is waited for, in milliseconds. */
export interface Patience {
  /** Longest silence of the client; 0 for ever. */
  readonly timeoutMs: number;
  /** How long an upload that is refused is read on. */
  readonly lingerMs: number;
}

/**
 * Reads the first part, which must be `importRequest` and at most 1 MB.
 *
 * @throws {Refusal} 400 `multipart` when it is not there, not first or not JSON; 413 `import-request-size`; 408 `client-silent`
 */
export async function openUpload(request: Request, { timeoutMs, lingerMs }: Patience): Promise<Upload> {
  const boundary = readBoundary(request.headers.get('content-type'));
  if (request.body === null) throw malformed('The upload is empty.');
  const silent = new AbortController();
  const silence = watchSilence(timeoutMs, silent);
  let isOpening = true;
  const window = openWindow(request.body, () => {
    if (isOpening) silence.bump();
  });
  silent.signal.addEventListener('abort', () => void window.cancel());
  try {
    return toUpload(window, boundary, await takeImportRequest(window, boundary));
  } catch (error) {
    silence.end();
    await window.cancel(lingerMs);
    throw silence.lasted ? clientSilent(error) : error;
  } finally {
    isOpening = false;
    silence.end();
  }
}

/**
 * Writes the first part anew from what was checked, up to and with the boundary that ends it. JSON has more than one
 * reading too (repeated names, for one); after this it has the one that was checked.
 *
 * @throws {Refusal} 400 `multipart` when the boundary is in the text
 */
export function writeHead(importRequest: unknown, boundary: string): Bytes {
  const json = JSON.stringify(importRequest);
  if (json.includes(`--${boundary}`)) throw malformed('The boundary occurs inside a part.');
  const lines = [
    `--${boundary}`,
    'Content-Disposition: form-data; name="importRequest"',
    'Content-Type: application/json',
    '',
    json,
    `--${boundary}`,
  ];
  return encoder.encode(lines.join(CRLF));
}

interface Head {
  readonly json: Bytes;
  readonly headBytes: number;
}

async function takeImportRequest(window: ByteWindow, boundary: string): Promise<Head> {
  const opening = await takeBytes(window, boundary.length + 2);
  if (text(opening) !== `--${boundary}`) throw malformed('The upload does not begin with its boundary.');
  if (text(await takeBytes(window, 2)) !== CRLF) throw malformed('The upload holds no parts.');
  const header = await takeHeader(window);
  if (header.name !== 'importRequest') throw malformed('The importRequest part must come first.');
  const search = createSearch(encoder.encode(`--${boundary}`));
  let from = 0;
  for (;;) {
    const at = search(window.bytes, from);
    if ((at < 0 ? window.bytes.length : at) > JSON_BYTES) {
      throw new Refusal(413, 'import-request-size', 'The importRequest may have at most 1 MB.');
    }
    if (at >= 0) {
      checkLineBreak(window, at);
      const json = window.take(at - 2);
      window.take(boundary.length + 4);
      return { json, headBytes: header.bytes.length + json.length + 2 * (boundary.length + 4) };
    }
    from = Math.max(0, window.bytes.length - boundary.length - 1);
    if (!(await window.more())) throw cutOff();
  }
}

function toUpload(window: ByteWindow, boundary: string, head: Head): Upload {
  const importRequest = parse(head.json);
  let whole = false;
  return {
    boundary,
    importRequest,
    headBytes: head.headBytes,
    async *files(names, maxBytes, beforeLast) {
      yield* takeFiles(window, boundary, names, maxBytes);
      const last = await takeEnd(window);
      await beforeLast?.();
      whole = true;
      yield last;
    },
    get whole() {
      return whole;
    },
    cancel: (lingerMs) => window.cancel(lingerMs),
  };
}

/** Every file and the boundary after it. */
async function* takeFiles(window: ByteWindow, boundary: string, names: readonly string[], maxBytes: number) {
  const search = createSearch(encoder.encode(`--${boundary}`));
  const missing = new Set(names.map(asInHeader));
  for (;;) {
    const after = text(await takeBytes(window, 2));
    if (after === '--') break;
    if (after !== CRLF) throw malformed('The boundary occurs inside a part.');
    const header = await takeHeader(window);
    if (header.name !== 'files' || header.fileName === null) {
      throw malformed('After the importRequest only files may follow.');
    }
    if (!missing.delete(header.fileName)) {
      throw malformed('A file that the importRequest does not name, or names once only.');
    }
    yield encoder.encode(CRLF);
    yield header.bytes;
    let size = 0;
    for await (const piece of takePart(window, boundary, search)) {
      size += piece.length;
      if (size > maxBytes) throw new Refusal(413, 'file-size', `A file may have at most ${maxBytes} bytes.`);
      yield piece;
    }
    yield encoder.encode(`${CRLF}--${boundary}`);
  }
  if (missing.size > 0) throw malformed('A file that the importRequest names is missing.');
}

/** What ends an upload after its last boundary; nothing may follow. */
async function takeEnd(window: ByteWindow): Promise<Bytes> {
  while (window.bytes.length <= 2 && (await window.more()));
  const rest = text(window.bytes.subarray(0, 3));
  if (rest !== '' && rest !== CRLF) throw malformed('Something follows the end of the upload.');
  return encoder.encode(`--${rest}`);
}

/** The bytes of one part, without the line break and boundary after it, which are taken too. */
async function* takePart(
  window: ByteWindow,
  boundary: string,
  search: (bytes: Uint8Array, from: number) => number,
) {
  // The line break before a boundary and all but the last byte of the boundary itself.
  const held = boundary.length + 3;
  for (;;) {
    const at = search(window.bytes, 0);
    if (at >= 0) {
      checkLineBreak(window, at);
      if (at > 2) yield window.take(at - 2);
      window.take(boundary.length + 4);
      return;
    }
    if (window.bytes.length > held) yield window.take(window.bytes.length - held);
    if (!(await window.more())) throw cutOff();
  }
}

/** A boundary that does not begin its line is one to some readers and data to others. */
function checkLineBreak(window: ByteWindow, at: number): void {
  if (at < 2 || text(window.bytes.subarray(at - 2, at)) !== CRLF) {
    throw malformed('The boundary occurs inside a part.');
  }
}

function parse(bytes: Bytes): unknown {
  try {
    return parseExactly(decodeExactly(bytes));
  } catch (cause) {
    throw malformed('The importRequest is not JSON.', cause);
  }
}

async function takeBytes(window: ByteWindow, count: number): Promise<Bytes> {
  while (window.bytes.length < count) {
    if (!(await window.more())) throw cutOff();
  }
  return window.take(count);
}

/** A few bytes as text for comparison; every byte is one character. */
function text(bytes: Bytes): string {
  return String.fromCharCode(...bytes);
}
