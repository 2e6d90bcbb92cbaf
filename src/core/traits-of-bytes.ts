import { isDomain, isEmail, isUrl } from './address-bytes.js';
import * as CLASSES from './class-bits.js';
import { CLASS_OF_BYTE } from './byte-classes.js';
import { cellText } from './cell-text.js';
import { dateTraitsOfBytes } from './date-bytes.js';
import { LIMITS } from './hubspot.js';
import * as TRAITS from './trait-bits.js';
import { DATE_SHIFT, PLAIN_TEXT } from './traits.js';
import { isPhoneNumber, PHONE_CHARACTERS, PHONE_DIGITS } from './values.js';
import { isReadable, mayBeSpaceAt } from './wide-bytes.js';

const SPACES = CLASSES.space | CLASSES.white;
const LETTERS = CLASSES.lower | CLASSES.upper | CLASSES.ordinary | CLASSES.wide;

/** A cell with one of these can hold no e-mail address. */
const NOT_IN_EMAIL = SPACES | CLASSES.colon | CLASSES.other;
/** A cell with one of these holds a domain only if there is a path behind it. */
const NOT_IN_DOMAIN = SPACES | CLASSES.other | CLASSES.mail | CLASSES.at | CLASSES.plus | CLASSES.percent;
const BEHIND_DOMAIN = CLASSES.slash | CLASSES.colon | CLASSES.hash | CLASSES.question;
const IN_NUMBER = CLASSES.digit | CLASSES.plus | CLASSES.minus | CLASSES.dot | CLASSES.percent;
const IN_DATE =
  CLASSES.digit |
  CLASSES.lower |
  CLASSES.upper |
  CLASSES.ordinary |
  CLASSES.minus |
  CLASSES.slash |
  CLASSES.dot |
  CLASSES.space |
  CLASSES.colon |
  CLASSES.plus;
/** Digits that are kept exactly before the point (see `TRAITS`). */
const INTEGER_DIGITS = 15;
/** A bare domain has nothing else. */
const IN_BARE = CLASSES.lower | CLASSES.ordinary | CLASSES.digit | CLASSES.dot | CLASSES.minus;

/** The traits of a text, such as what a person writes. */
export function traitsOfText(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return traitsOfBytes(bytes, 0, bytes.length);
}

/**
 * The traits of a cell, from its bytes. One look at all bytes tells which classes of
 * characters it holds, and that rules most kinds out; only what is left is looked at more closely. A text is made of what is
 * not plain ASCII and may yet be an address or a telephone number.
 */
export function traitsOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && isSpace(bytes[from])) from++;
  while (to > from && isSpace(bytes[to - 1])) to--;
  const shape = to - from === end - start ? 0 : TRAITS.untrimmed;
  if (from === to) return shape | TRAITS.blank;
  let seen = 0;
  let digits = 0;
  for (let at = from; at < to; at++) {
    const found = CLASS_OF_BYTE[bytes[at] ?? 0] ?? 0;
    seen |= found;
    digits += found & CLASSES.digit;
  }
  if ((seen & CLASSES.wide) !== 0) return traitsOfWide(bytes, start, end, from, to, seen, digits) | shape;
  return traitsOfAscii(bytes, from, to, seen, digits) | shape;
}

function traitsOfAscii(bytes: Uint8Array, from: number, to: number, seen: number, digits: number): number {
  const length = to - from;
  let traits = PLAIN_TEXT;
  if ((seen & CLASSES.upper) !== 0) traits |= TRAITS.mayFold;
  if (length > LIMITS.textCharacters) traits |= TRAITS.textTooLong;
  if ((seen & ~IN_BARE) !== 0 || bytes[to - 1] === 46 || startsWithWww(bytes, from, to))
    traits |= TRAITS.notBare;
  if ((seen & CLASSES.dot) !== 0) traits &= ~fittingAddresses(bytes, from, to, seen);
  if (digits === 0) return isBoolean(bytes, from, length) ? traits & ~TRAITS.notBoolean : traits;
  if (digits >= PHONE_DIGITS && isPhone(bytes, from, to, seen)) traits &= ~TRAITS.notPhone;
  if ((seen & ~IN_NUMBER) === 0) traits = withNumber(traits, bytes, from, to);
  if (digits === length && length <= 19) traits &= ~TRAITS.notRecordId;
  if ((seen & ~IN_DATE) === 0) traits |= dateTraitsOfBytes(bytes, from, to) << DATE_SHIFT;
  return traits;
}

/** The bits of the addresses that the cell can be. */
function fittingAddresses(bytes: Uint8Array, from: number, to: number, seen: number): number {
  // Without letters there is no top level, and hardly ever four numbers.
  if ((seen & LETTERS) === 0 && !hasThreeDots(bytes, from, to)) return 0;
  if ((seen & CLASSES.at) !== 0 && (seen & NOT_IN_EMAIL) === 0 && isEmail(bytes, from, to)) {
    // What an address has before its `@`, a web address may have too.
    if ((seen & BEHIND_DOMAIN) === 0) return TRAITS.notEmail | TRAITS.notUrl;
    return TRAITS.notEmail | fittingWebAddresses(bytes, from, to, seen);
  }
  return fittingWebAddresses(bytes, from, to, seen);
}

function fittingWebAddresses(bytes: Uint8Array, from: number, to: number, seen: number): number {
  let fitting = 0;
  if (((seen & NOT_IN_DOMAIN) === 0 || (seen & BEHIND_DOMAIN) !== 0) && isDomain(bytes, from, to)) {
    fitting |= TRAITS.notDomain;
  }
  if ((seen & SPACES) === 0 && isUrl(bytes, from, to)) fitting |= TRAITS.notUrl;
  return fitting;
}

function hasThreeDots(bytes: Uint8Array, from: number, to: number): boolean {
  let dots = 0;
  for (let at = from; at < to; at++) if (bytes[at] === 46) dots++;
  return dots >= 3;
}

function isPhone(bytes: Uint8Array, from: number, to: number, seen: number): boolean {
  if (to - from > PHONE_CHARACTERS || (seen & CLASSES.ordinary) !== 0) return false;
  // Perhaps an extension.
  return (seen & (LETTERS | CLASSES.hash)) === 0 || isPhoneNumber(cellText(bytes, from, to));
}

/** Digits with one point at most, a sign before and a percent sign behind. */
function withNumber(traits: number, bytes: Uint8Array, from: number, to: number): number {
  let at = bytes[from] === 43 || bytes[from] === 45 ? from + 1 : from;
  let digits = 0;
  for (; at < to && isDigit(bytes[at]); at++) if (digits > 0 || bytes[at] !== 48) digits++;
  if (at < to && bytes[at] === 46) at++;
  while (at < to && isDigit(bytes[at])) at++;
  if (at < to && bytes[at] === 37) at++;
  if (at !== to) return traits;
  return digits > INTEGER_DIGITS
    ? (traits & ~TRAITS.notNumber) | TRAITS.numberTooLarge
    : traits & ~TRAITS.notNumber;
}

function isBoolean(bytes: Uint8Array, from: number, length: number): boolean {
  if (length < 2 || length > 5) return false;
  return BOOLEANS.some(
    (word) => word.length === length && word.every((byte, i) => ((bytes[from + i] ?? 0) | 32) === byte),
  );
}

const BOOLEANS = ['true', 'false', 'yes', 'no'].map((word) =>
  Array.from(word, (letter) => letter.charCodeAt(0)),
);

/** Not all ASCII: no number, no date, and seldom anything but a text. */
function traitsOfWide(
  bytes: Uint8Array,
  start: number,
  end: number,
  from: number,
  to: number,
  seen: number,
  digits: number,
): number {
  const mayBeAddress = (seen & CLASSES.dot) !== 0 && ((seen & SPACES) === 0 || (seen & BEHIND_DOMAIN) !== 0);
  const mustBeRead =
    mayBeAddress ||
    digits >= PHONE_DIGITS ||
    to - from > LIMITS.textCharacters ||
    mayBeSpaceAt(bytes, from, to) ||
    !isReadable(bytes, from, to);
  if (mustBeRead) return traitsOfWideText(cellText(bytes, start, end));
  return PLAIN_TEXT | TRAITS.mayFold | TRAITS.notBare;
}

function traitsOfWideText(text: string): number {
  const value = text.trim();
  const shape = value === text ? 0 : TRAITS.untrimmed;
  if (/^[\0-\x7f]*$/.test(value)) return traitsOfText(value) | shape;
  const bytes = Uint8Array.from(value, standIn);
  const seen = bytes.reduce((classes, byte) => classes | (CLASS_OF_BYTE[byte] ?? 0), 0);
  let traits = shape | PLAIN_TEXT | TRAITS.mayFold | TRAITS.notBare;
  traits &= ~fittingAddresses(bytes, 0, bytes.length, seen);
  if (isPhoneNumber(value)) traits &= ~TRAITS.notPhone;
  if (value.length > LIMITS.textCharacters) return traits | TRAITS.textTooLong;
  return value.includes('\uFFFD') ? traits | TRAITS.textUnreadable : traits;
}

/** A byte of the class that a character is of in addresses: letters of every script may be in them, no other signs. */
function standIn(character: string): number {
  if (character < '\x80') return character.charCodeAt(0);
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return 0x80;
  return /\s/.test(character) ? 0x20 : 0x22;
}

const isSpace = (byte: number | undefined): boolean =>
  byte !== undefined && (byte === 32 || (byte >= 9 && byte <= 13));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

function startsWithWww(bytes: Uint8Array, from: number, to: number): boolean {
  return (
    to - from > 3 &&
    bytes[from] === 119 &&
    bytes[from + 1] === 119 &&
    bytes[from + 2] === 119 &&
    bytes[from + 3] === 46
  );
}
