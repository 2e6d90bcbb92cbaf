/** Longer cells are quicker through the decoder. */
const SHORT_BYTES = 64;

const { fromCharCode } = String;

/** Only at the very start of a file is a byte order mark no text. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads UTF-8 as text. Nearly all cells are a few ASCII characters, for which a `TextDecoder` takes several times as long as
 * putting them together here.
 */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > SHORT_BYTES) return DECODER.decode(bytes.subarray(start, end));
  if (isAscii(bytes, start, end)) return asciiText(bytes, start, end);
  return twoByteText(bytes, start, end) ?? DECODER.decode(bytes.subarray(start, end));
}

/** Text of ASCII characters and well-formed pairs of bytes, which is what accented letters are in UTF-8; null for any other. */
function twoByteText(bytes: Uint8Array, start: number, end: number): string | null {
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      text += fromCharCode(byte);
      continue;
    }
    at += 1;
    const second = at < end ? (bytes[at] ?? 0) : 0;
    if (byte < 0xc2 || byte > 0xdf || (second & 0xc0) !== 0x80) return null;
    text += fromCharCode(((byte & 0x1f) << 6) | (second & 0x3f));
  }
  return text;
}

/** Whether all of the bytes are ASCII characters. */
function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 127) return false;
  return true;
}

/** Eight at a time: each concatenation costs as much as several characters. */
function asciiText(bytes: Uint8Array, start: number, end: number): string {
  const byte = (at: number): number => bytes[at] ?? 0;
  let text = '';
  let at = start;
  for (; at + 8 <= end; at += 8) {
    text += fromCharCode(
      byte(at),
      byte(at + 1),
      byte(at + 2),
      byte(at + 3),
      byte(at + 4),
      byte(at + 5),
      byte(at + 6),
      byte(at + 7),
    );
  }
  if (at + 4 <= end) {
    text += fromCharCode(byte(at), byte(at + 1), byte(at + 2), byte(at + 3));
    at += 4;
  }
  for (; at < end; at++) text += fromCharCode(byte(at));
  return text;
}
