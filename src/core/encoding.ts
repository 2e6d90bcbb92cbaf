/** Whether `TextDecoder` knows the label. */
export function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/**
 * Names the encoding of a text file from its first bytes: by byte order mark, by the zero bytes of UTF-16, by being
 * valid UTF-8, else Windows-1252, which Excel writes in Western Europe and America.
 *
 * @param complete Whether `bytes` is the whole file; if not, a character cut at the end proves nothing.
 */
export function sniffEncoding(bytes: Uint8Array, complete: boolean): string {
  return encodingOfMark(bytes) ?? wideEncoding(bytes) ?? (isUtf8(bytes, complete) ? 'utf-8' : 'windows-1252');
}

/** The first bytes as text, without byte order mark and without a character that is cut at their end. */
export function decodeStart(bytes: Uint8Array, encoding: string, complete: boolean): string {
  return new TextDecoder(encoding).decode(bytes, { stream: !complete });
}

function encodingOfMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: spaces, digits, delimiters and newlines have their zero byte always on the same side. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (!bytes.includes(0)) return null;
  const pairs = Math.floor(bytes.length / 2);
  const zeros = [0, 0] as [number, number];
  for (let at = 0; at < pairs * 2; at++) {
    if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1]++;
  }
  const most = Math.max(...zeros);
  if (most === 0 || Math.min(...zeros) > most * 0.01) return null;
  // Latin text has a zero byte in nearly every pair, other scripts only in some: then the rest must be no plain text.
  const isWide = most >= pairs * 0.3 || (most >= pairs * 0.05 && !isPlainWithZeros(bytes));
  if (!isWide) return null;
  return most === zeros[1] ? 'utf-16le' : 'utf-16be';
}

const isPlainWithZeros = (bytes: Uint8Array): boolean =>
  isUtf8(bytes, false) && bytes.every((byte) => byte === 0 || (byte >= 9 && byte <= 13) || byte >= 32);

/** Valid throughout, or so nearly that a few damaged characters are likelier than another encoding. */
function isUtf8(bytes: Uint8Array, complete: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !complete });
    return true;
  } catch {
    const text = decodeStart(bytes, 'utf-8', complete);
    const unreadable = text.match(/\ufffd/g)?.length ?? 0;
    const readable = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
    return readable > unreadable * 5;
  }
}
