import * as CLASSES from './class-bits.js';
const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [CLASSES.digit, /\d/],
  [CLASSES.lower, /[a-z]/],
  [CLASSES.upper, /[A-Z]/],
  [CLASSES.ordinary, /[a-df-hj-mp-ru-wyz]/i],
  [CLASSES.dot, /\./],
  [CLASSES.at, /@/],
  [CLASSES.minus, /-/],
  [CLASSES.plus, /\+/],
  [CLASSES.slash, /\//],
  [CLASSES.colon, /:/],
  [CLASSES.percent, /%/],
  [CLASSES.space, / /],
  [CLASSES.white, /[\t-\r]/],
  [CLASSES.hash, /#/],
  [CLASSES.question, /\?/],
  [CLASSES.mail, /[!$&'*=^_`{|}~]/],
  [CLASSES.wide, /[^\0-\x7f]/],
];

function classOf(byte: number): number {
  const character = String.fromCharCode(byte);
  return (
    PATTERNS.reduce((bits, [bit, pattern]) => (pattern.test(character) ? bits | bit : bits), 0) ||
    CLASSES.other
  );
}

/** The class of every byte. */
export const CLASS_OF_BYTE: Readonly<Uint32Array> = Uint32Array.from({ length: 256 }, (_, byte) =>
  classOf(byte),
);
