/**
 * The commonest cells, recognised in a fraction of the time that `traitsOfBytes` takes. Each function is sure when it says yes,
 * and says no when a closer look is needed.
 */
import { EMAIL_CHARACTERS, LOCAL_CHARACTERS } from './address-bytes.js';
import * as CLASSES from './class-bits.js';
import { CLASS_OF_BYTE } from './byte-classes.js';
import { zeroBytes } from './byte-words.js';
import { LIMITS } from './hubspot.js';
import * as TRAITS from './trait-bits.js';
import { PLAIN_TEXT } from './traits.js';
import { PHONE_CHARACTERS, PHONE_DIGITS } from './values.js';

/** The verdicts on a telephone number that nothing else can be. */
export const PLAIN_PHONE = PLAIN_TEXT & ~TRAITS.notPhone;

/** The traits of an e-mail address in small letters. */
export const PLAIN_EMAIL = (PLAIN_TEXT & ~(TRAITS.notEmail | TRAITS.notUrl)) | TRAITS.notBare;

const SPACE = 32;
const PLUS = 43;
const DOT = 46;
const AT = 64;
const MINUS = 45;
const LOW_LINE = 95;

/**
 * Whether the verdicts on a cell are `PLAIN_TEXT`, as they are on most words and sentences in ASCII.
 *
 * @param view Of `bytes`, with three more behind the cell.
 */
export function isPlainText(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
  const length = end - start;
  // Begins with a letter, so it is no number; three letters of which one is in no word for an extension: no telephone number.
  if (!isLetter(bytes[start]) || length > LIMITS.textCharacters || (bytes[end - 1] ?? 0) <= SPACE)
    return false;
  if (
    ((classAt(bytes, start) | classAt(bytes, start + 1) | classAt(bytes, start + 2)) & CLASSES.ordinary) ===
    0
  )
    return false;
  // Longer than any word for yes or no.
  if (length <= 5) return false;
  let seen = 0;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = view.getInt32(at, true);
    seen |= word | zeroBytes(word ^ 0x2e2e2e2e);
  }
  const tail = view.getInt32(at, true) & ((1 << ((end - at) * 8)) - 1);
  // Without a point no address, and nothing beyond ASCII.
  if (((seen | tail | zeroBytes(tail ^ 0x2e2e2e2e)) & 0x80808080) !== 0) return false;
  let name = start + 1;
  while (name < end && isLetter(bytes[name])) name++;
  // `October 28 2023`
  return name - start > 9 || !isDigit(bytes[name + 1]);
}

/** Whether the verdicts on a cell are `PLAIN_PHONE`: `+33 1 23 45 67 89`. */
export function isPlainPhone(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== PLUS || end - start > PHONE_CHARACTERS) return false;
  let digits = 0;
  let spaces = 0;
  for (let at = start + 1; at < end; at++) {
    if (isDigit(bytes[at])) digits++;
    else if (bytes[at] === SPACE) spaces++;
    else return false;
  }
  return digits >= PHONE_DIGITS && spaces > 0 && isDigit(bytes[end - 1]);
}

/** Whether the traits of a cell are `PLAIN_EMAIL`. */
export function isPlainEmail(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > EMAIL_CHARACTERS) return false;
  let at = start;
  let before = DOT;
  for (; at < end && bytes[at] !== AT; at++) {
    const byte = bytes[at] ?? 0;
    const isAtom = isSmallOrDigit(byte) || byte === LOW_LINE || byte === MINUS || byte === PLUS;
    if (!isAtom && (byte !== DOT || before === DOT)) return false;
    before = byte;
  }
  if (before === DOT || at - start > LOCAL_CHARACTERS || at === end) return false;
  let label = at + 1;
  let letters = true;
  before = DOT;
  for (at++; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === DOT) {
      if (before === DOT || before === MINUS || at - label > 63) return false;
      label = at + 1;
      letters = true;
    } else if (byte < 97 || byte > 122) {
      letters = false;
      if (!isSmallOrDigit(byte) && (byte !== MINUS || before === DOT)) return false;
    }
    before = byte;
  }
  const topLevel = end - label;
  return letters && topLevel >= 2 && topLevel <= 63 && bytes[label - 1] === DOT;
}

const classAt = (bytes: Uint8Array, at: number): number => CLASS_OF_BYTE[bytes[at] ?? 0] ?? 0;
const isLetter = (byte = 0): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;
const isDigit = (byte = 0): boolean => byte >= 48 && byte <= 57;
const isSmallOrDigit = (byte: number): boolean => (byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57);
