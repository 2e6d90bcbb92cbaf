import * as CLASSES from './class-bits.js';
const SIGNS: Readonly<Record<string, number>> = {
  '.': CLASSES.dot,
  '@': CLASSES.at,
  '-': CLASSES.minus,
  '+': CLASSES.plus,
  '/': CLASSES.slash,
  ':': CLASSES.colon,
  '%': CLASSES.percent,
  ' ': CLASSES.space,
  '#': CLASSES.hash,
  '?': CLASSES.question,
};

function classOf(byte: number): number {
  const character = String.fromCharCode(byte);
  if (byte > 127) return CLASSES.wide;
  if (byte >= 9 && byte <= 13) return CLASSES.white;
  const sign = SIGNS[character];
  if (sign !== undefined) return sign;
  const ordinary = /[extnsio]/i.test(character) ? 0 : CLASSES.ordinary;
  if (/[a-z]/.test(character)) return CLASSES.lower | ordinary;
  if (/[A-Z]/.test(character)) return CLASSES.upper | ordinary;
  if (/\d/.test(character)) return CLASSES.digit;
  return /[!$&'*=^_`{|}~]/.test(character) ? CLASSES.mail : CLASSES.other;
}

/** The class of every byte. */
export const CLASS_OF_BYTE: Readonly<Uint32Array> = Uint32Array.from({ length: 256 }, (_, byte) =>
  classOf(byte),
);
