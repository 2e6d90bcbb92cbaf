import { createSearch, openWindow, type ByteWindow, type Bytes } from './byte-window.js';
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
   * no whole one, comes when everything else has come and is right.
   *
   * @throws {Refusal} 400 `multipart`, 413 `file-size`, while it is being read
   */
  files(names: readonly string[], maxBytes: number): AsyncGenerator<Bytes, void, undefined>;
  /** True from just before the last piece is given: up to then HubSpot has half an upload, which starts nothing. */
  readonly whole: boolean;
  /** Stops reading the upload. */
  cancel(): Promise<void>;
}

const HEAD_BYTES = 1024 * 1024;
const PART_HEADER_BYTES = 8192;
const CRLF = '\r\n';
const encoder = new TextEncoder();

/**
 * Reads the first part, which must be `importRequest` and at most 1 MB.
 *
 * @throws {Refusal} 400 `multipart` when it is not there, not first or not JSON; 413 `import-request-size`
 */
export async function openUpload(request: Request): Promise<Upload> {
  const boundary = readBoundary(request.headers.get('content-type'));
  if (request.body === null) throw malformed('The upload is empty.');
  const window = openWindow(request.body);
  try {
    const opening = await takeBytes(window, boundary.length + 2);
    if (text(opening) !== `--${boundary}`) throw malformed('The upload does not begin with its boundary.');
    if (text(await takeBytes(window, 2)) !== CRLF) throw malformed('The upload holds no parts.');
    const header = await takeHeader(window);
    if (header.name !== 'importRequest') throw malformed('The importRequest part must come first.');
    const json = await takeImportRequest(window, boundary);
    const headBytes = boundary.length + 4 + header.bytes.length + json.length + boundary.length + 4;
    let whole = false;
    const onWhole = () => {
      whole = true;
    };
    return {
      boundary,
      importRequest: parseJson(json),
      headBytes,
      files: (names, maxBytes) => files(window, boundary, names, maxBytes, onWhole),
      get whole() {
        return whole;
      },
      cancel: () => window.cancel(),
    };
  } catch (error) {
    await window.cancel();
    throw error;
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

async function* files(
  window: ByteWindow,
  boundary: string,
  names: readonly string[],
  maxBytes: number,
  onWhole: () => void,
) {
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
    if (!missing.delete(asInHeader(header.fileName))) {
      throw malformed('A file that the importRequest does not name, or names once only.');
    }
    yield encoder.encode(CRLF);
    yield header.bytes;
    let size = 0;
    for await (const piece of takePart(window, boundary, search)) {
      size += piece.length;
      if (size > maxBytes) {
        throw new Refusal(413, 'file-size', `A file may have at most ${maxBytes} bytes.`);
      }
      yield piece;
    }
    yield encoder.encode(`${CRLF}--${boundary}`);
  }
  while (window.bytes.length <= 2 && (await window.more()));
  const rest = text(window.bytes.subarray(0, 3));
  if (rest !== '' && rest !== CRLF) throw malformed('Something follows the end of the upload.');
  if (missing.size > 0) throw malformed('A file that the importRequest names is missing.');
  onWhole();
  yield encoder.encode(`--${rest}`);
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
    if (!(await window.more())) throw malformed('The upload ends in the middle of a part.');
  }
}

async function takeImportRequest(window: ByteWindow, boundary: string): Promise<Bytes> {
  const needle = encoder.encode(`--${boundary}`);
  const search = createSearch(needle);
  let from = 0;
  for (;;) {
    const at = search(window.bytes, from);
    const size = at < 0 ? window.bytes.length : at;
    if (size > HEAD_BYTES) {
      throw new Refusal(413, 'import-request-size', 'The importRequest may have at most 1 MB.');
    }
    if (at >= 0) {
      checkLineBreak(window, at);
      const json = window.take(at - 2);
      window.take(needle.length + 2);
      return json;
    }
    from = Math.max(0, window.bytes.length - needle.length + 1);
    if (!(await window.more())) throw malformed('The upload ends in the middle of a part.');
  }
}

/** A boundary that does not begin its line is one to some readers and data to others. */
function checkLineBreak(window: ByteWindow, at: number): void {
  if (at < 2 || text(window.bytes.subarray(at - 2, at)) !== CRLF) {
    throw malformed('The boundary occurs inside a part.');
  }
}

interface PartHeader {
  readonly name: string;
  readonly fileName: string | null;
  readonly bytes: Bytes;
}

const searchBlankLine = createSearch(encoder.encode(CRLF + CRLF));

const DISPOSITION = /^content-disposition: *form-data; *name="(\w+)"(?:; *filename="([^"\\\p{Cc}]*)")?$/iu;
const CONTENT_TYPE = /^content-type: *[\w.+/=;" -]+$/i;

/** A part's header, with the blank line after it. Only the two fields that browsers send are known. */
async function takeHeader(window: ByteWindow): Promise<PartHeader> {
  const find = () => searchBlankLine(window.bytes.subarray(0, PART_HEADER_BYTES), 0);
  let at = find();
  for (; at < 0; at = find()) {
    if (window.bytes.length >= PART_HEADER_BYTES) throw malformed("A part's header is too long.");
    if (!(await window.more())) throw malformed('The upload ends in the middle of a part.');
  }
  const bytes = window.take(at + 4);
  const lines = decode(bytes.subarray(0, at)).split(CRLF);
  const [disposition, ...repeated] = lines.map((line) => DISPOSITION.exec(line)).filter((it) => it !== null);
  const others = lines.filter((line) => !DISPOSITION.test(line) && !CONTENT_TYPE.test(line));
  if (disposition === undefined || repeated.length > 0 || others.length > 0) {
    throw malformed("A part's header is not understood.");
  }
  return { name: disposition[1] ?? '', fileName: disposition[2] ?? null, bytes };
}

/** How a browser writes a file's name in a part's header. */
function asInHeader(fileName: string): string {
  return fileName.replaceAll('"', '%22');
}

function readBoundary(contentType: string | null): string {
  const found = /^multipart\/form-data; *boundary=(?:"([\w'+.-]{1,70})"|([\w'+.-]{1,70}))$/i.exec(
    contentType?.trim() ?? '',
  );
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw malformed('An import is sent as multipart/form-data with a boundary.');
  return boundary;
}

function parseJson(bytes: Bytes): unknown {
  try {
    // A number that JavaScript would round is not the number that was sent.
    return JSON.parse(decode(bytes), (_key, value: unknown) => {
      if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('rounded');
      return value;
    }) as unknown;
  } catch (cause) {
    throw new Refusal(400, 'multipart', 'The importRequest is not JSON.', { cause });
  }
}

async function takeBytes(window: ByteWindow, count: number): Promise<Bytes> {
  while (window.bytes.length < count) {
    if (!(await window.more())) throw malformed('The upload ends in the middle of a part.');
  }
  return window.take(count);
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Bytes): string {
  try {
    return strictDecoder.decode(bytes);
  } catch (cause) {
    throw new Refusal(400, 'multipart', 'The upload is not UTF-8.', { cause });
  }
}

/** A few bytes as text for comparison; every byte is one character. */
function text(bytes: Bytes): string {
  return String.fromCharCode(...bytes);
}

function malformed(message: string): Refusal {
  return new Refusal(400, 'multipart', message);
}
