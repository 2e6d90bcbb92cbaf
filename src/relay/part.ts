import type { ByteWindow, Bytes } from './byte-window.js';
import { createSearch } from './byte-window.js';
import { decodeExactly } from './json.js';
import { Refusal } from './refusal.js';

/** The header of one part of an upload, with the blank line after it. */
export interface PartHeader {
  readonly name: string;
  readonly fileName: string | null;
  readonly bytes: Bytes;
}

export const CRLF = '\r\n';

const PART_HEADER_BYTES = 8192;
const searchBlankLine = createSearch(new TextEncoder().encode(CRLF + CRLF));

const DISPOSITION = /^content-disposition: *form-data; *name="(\w+)"(?:; *filename="([^"\\\p{Cc}]*)")?$/iu;
// One type without parameters but UTF-8. `multipart/…` would hold parts that nobody has looked at; another character set
// would make other cells of the same bytes.
const CONTENT_TYPE = /^content-type: *(?:text|application)\/[\w.+-]+(?:; *charset="?utf-8"?)?$/i;

/**
 * Takes a part's header off the window. Only the two fields that browsers send are known.
 *
 * @throws {Refusal} 400 `multipart`
 */
export async function takeHeader(window: ByteWindow): Promise<PartHeader> {
  const find = () => searchBlankLine(window.bytes.subarray(0, PART_HEADER_BYTES), 0);
  let at = find();
  for (; at < 0; at = find()) {
    if (window.bytes.length >= PART_HEADER_BYTES) throw malformed("A part's header is too long.");
    if (!(await window.more())) throw cutOff();
  }
  const bytes = window.take(at + 4);
  const lines = decodeHeader(bytes.subarray(0, at)).split(CRLF);
  const [disposition, ...repeated] = lines.map((line) => DISPOSITION.exec(line)).filter((it) => it !== null);
  const types = lines.filter((line) => CONTENT_TYPE.test(line));
  const isKnown = lines.length === 1 + types.length && types.length <= 1;
  if (disposition === undefined || repeated.length > 0 || !isKnown) {
    throw malformed("A part's header is not understood.");
  }
  return { name: disposition[1] ?? '', fileName: disposition[2] ?? null, bytes };
}

/** How a browser writes a file's name in a part's header. */
export function asInHeader(fileName: string): string {
  return fileName.replaceAll('"', '%22');
}

/**
 * The boundary of a `Content-Type`.
 *
 * @throws {Refusal} 400 `multipart` for any other type, and for one that two readers could take in two ways
 */
export function readBoundary(contentType: string | null): string {
  const found = /^multipart\/form-data; *boundary=(?:"([\w'+.-]{1,70})"|([\w'+.-]{1,70}))$/i.exec(
    contentType?.trim() ?? '',
  );
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined) throw malformed('An import is sent as multipart/form-data with a boundary.');
  return boundary;
}

function decodeHeader(bytes: Bytes): string {
  try {
    return decodeExactly(bytes);
  } catch (cause) {
    throw malformed("A part's header is not UTF-8.", cause);
  }
}

/** An upload that another reader could take for something else, or for nothing. */
export function malformed(message: string, cause?: unknown): Refusal {
  return new Refusal(400, 'multipart', message, { cause });
}

/** An upload that has no end. */
export function cutOff(): Refusal {
  return malformed('The upload ends in the middle of a part.');
}
