/** Whether white space beyond ASCII may stand at the beginning or the end: U+00A0, U+1680, U+2000 and on, U+3000, U+FEFF. */
export const mayBeSpaceAt = (bytes: Uint8Array, from: number, to: number): boolean =>
  startsSpace(bytes, from) || startsSpace(bytes, to - 2) || startsSpace(bytes, to - 3);

function startsSpace(bytes: Uint8Array, at: number): boolean {
  const second = bytes[at + 1];
  switch (bytes[at]) {
    case 0xc2:
      return second === 0xa0;
    case 0xe1:
      return second === 0x9a;
    case 0xe2:
      return second === 0x80 || second === 0x81;
    case 0xe3:
      return second === 0x80;
    case 0xef:
      return second === 0xbb;
    default:
      return false;
  }
}

/** Whether it is well-formed UTF-8 without U+FFFD. */
export function isReadable(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const lead = bytes[at] ?? 0;
    const length = LENGTH_OF_LEAD[lead] ?? 0;
    if (length === 0 || at + length > to) return false;
    for (let next = at + 1; next < at + length; next++)
      if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return false;
    const second = bytes[at + 1] ?? 0;
    // Longer than need be, a surrogate, or beyond Unicode.
    if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return false;
    if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return false;
    if (lead === 0xef && second === 0xbf && bytes[at + 2] === 0xbd) return false;
    at += length;
  }
  return true;
}

/** How many bytes a character takes, by its first; 0 for what cannot be one. */
const LENGTH_OF_LEAD = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
});
