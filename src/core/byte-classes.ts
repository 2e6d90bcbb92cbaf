/** Classes of characters, one bit each; together the bits of a cell rule most kinds of value out at once. */
export const CLASSES = {
  digit: 1,
  lower: 2,
  upper: 4,
  dot: 8,
  at: 16,
  minus: 32,
  plus: 64,
  slash: 128,
  colon: 256,
  percent: 512,
  space: 1024,
  /** Tab, line feed and the like. */
  white: 2048,
  /** Letters that are in no word for a telephone's extension. */
  ordinary: 4096,
  hash: 8192,
  question: 16_384,
  /** Other signs that an e-mail address may have before its `@`. */
  mail: 32_768,
  /** Brackets, quotes, commas, control characters. */
  other: 65_536,
  wide: 131_072,
} as const;

const C = CLASSES;
const SIGNS: Readonly<Record<string, number>> = {
  '.': C.dot,
  '@': C.at,
  '-': C.minus,
  '+': C.plus,
  '/': C.slash,
  ':': C.colon,
  '%': C.percent,
  ' ': C.space,
  '#': C.hash,
  '?': C.question,
};

function classOf(byte: number): number {
  const character = String.fromCharCode(byte);
  if (byte > 127) return C.wide;
  if (byte >= 9 && byte <= 13) return C.white;
  const sign = SIGNS[character];
  if (sign !== undefined) return sign;
  const ordinary = /[extnsio]/i.test(character) ? 0 : C.ordinary;
  if (/[a-z]/.test(character)) return C.lower | ordinary;
  if (/[A-Z]/.test(character)) return C.upper | ordinary;
  if (/\d/.test(character)) return C.digit;
  return /[!$&'*=^_`{|}~]/.test(character) ? C.mail : C.other;
}

/** The class of every byte. */
export const CLASS_OF_BYTE: Readonly<Uint32Array> = Uint32Array.from({ length: 256 }, (_, byte) =>
  classOf(byte),
);
