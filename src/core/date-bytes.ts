/** Dates, told from their bytes. None has a character beyond ASCII. */
import * as DATE_TRAITS from './date-bits.js';
import { type DatePart, type DateParts, ENGLISH_MONTHS, traitsOfParts } from './date-traits.js';

const SPACE = 32;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const SIX = 54;
const COLON = 58;
const [A, M, P, T, Z] = [97, 109, 112, 116, 122] as const;

/**
 * Which orders read a date, as bits of `DATE_TRAITS`; 0 when no order does.
 * A time of day may follow: `10:30`, `10:30:15.250`, `7:00 AM`, with an offset `+01:00` or `Z` (ISO 8601 in import files
 * is inferred from HubSpot's object APIs). Surrounding spaces must be gone.
 */
export function dateTraitsOfBytes(bytes: Uint8Array, start: number, end: number): number {
  const parts = splitDate(bytes, start, end);
  if (parts === null) return isTimestamp(bytes, start, end) ? DATE_TRAITS.timestamp : 0;
  const hasTime = parts.timeAt !== end;
  return hasTime && !isTime(bytes, parts.timeAt, end) ? 0 : traitsOfParts(parts, hasTime);
}

/** Takes a written date apart; null when it is no three parts. */
export function splitDate(bytes: Uint8Array, start: number, end: number): DateParts | null {
  const first = partEnd(bytes, start, end);
  const separator = bytes[first];
  if (first === start || first >= end || !isSeparator(separator)) return null;
  const second = partEnd(bytes, first + 1, end);
  if (second === first + 1 || second === end || bytes[second] !== separator) return null;
  const third = second + 1 + digitsAt(bytes, second + 1, end);
  if (third === second + 1) return null;
  return {
    first: partAt(bytes, start, first),
    second: partAt(bytes, first + 1, second),
    third: partAt(bytes, second + 1, third),
    timeAt: behindDate(bytes, third, end),
  };
}

/** Behind the digits or letters that stand there. */
function partEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start + digitsAt(bytes, start, end);
  if (at > start) return at;
  while (at < end && ((bytes[at] ?? 0) | 32) >= A && ((bytes[at] ?? 0) | 32) <= Z) at++;
  return at;
}

const isSeparator = (byte: number | undefined): boolean =>
  byte === SLASH || byte === MINUS || byte === DOT || byte === SPACE;

/** A number of more digits than it may have, or a word that is no month, is a part that no order reads. */
function partAt(bytes: Uint8Array, start: number, end: number): DatePart {
  const digits = digitsAt(bytes, start, end);
  return digits > 0
    ? { number: numberAt(bytes, start, digits), digits }
    : { number: monthAt(bytes, start, end), digits: 0 };
}

function monthAt(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  const month = ENGLISH_MONTHS.findIndex((name) => {
    let at = 0;
    while (at < length && ((bytes[start + at] ?? 0) | 32) === name.charCodeAt(at)) at++;
    return at === length && (length === 3 || length === name.length);
  });
  return month + 1;
}

/** Where a time must stand: behind a space or a `T`, and perhaps one more space. */
function behindDate(bytes: Uint8Array, at: number, end: number): number {
  if (at + 1 >= end || (bytes[at] !== SPACE && !isLetter(bytes, at, end, T))) return at;
  return bytes[at + 1] === SPACE && at + 2 < end ? at + 2 : at + 1;
}

function isTime(bytes: Uint8Array, start: number, end: number): boolean {
  const hourDigits = digitsAt(bytes, start, end);
  const hour = numberAt(bytes, start, hourDigits);
  let at = start + hourDigits;
  if (hourDigits < 1 || hourDigits > 2 || !isSixtieth(bytes, at, end)) return false;
  at += 3;
  if (at < end && bytes[at] === COLON) {
    if (!isSixtieth(bytes, at, end)) return false;
    at += 3;
    const fraction = at < end && bytes[at] === DOT ? digitsAt(bytes, at + 1, end) : 0;
    if (fraction > 9) return false;
    if (fraction > 0) at += 1 + fraction;
  }
  const half = behindSpace(bytes, at, end);
  const isHalfDay =
    (isLetter(bytes, half, end, A) || isLetter(bytes, half, end, P)) && isLetter(bytes, half + 1, end, M);
  if (isHalfDay ? hour < 1 || hour > 12 : hour > 23) return false;
  if (isHalfDay) at = half + 2;
  return at === end || isZone(bytes, behindSpace(bytes, at, end), end);
}

/** `:59` */
const isSixtieth = (bytes: Uint8Array, at: number, end: number): boolean =>
  at < end && bytes[at] === COLON && digitsAt(bytes, at + 1, end) === 2 && (bytes[at + 1] ?? 0) < SIX;

/** `Z`, or an offset: `+01:00` */
function isZone(bytes: Uint8Array, at: number, end: number): boolean {
  if (isLetter(bytes, at, end, Z)) return at + 1 === end;
  const isSigned = at < end && (bytes[at] === PLUS || bytes[at] === MINUS);
  if (!isSigned || digitsAt(bytes, at + 1, end) !== 2 || numberAt(bytes, at + 1, 2) > 14) return false;
  return at + 6 === end && isSixtieth(bytes, at + 3, end);
}

const behindSpace = (bytes: Uint8Array, at: number, end: number): number =>
  at < end && bytes[at] === SPACE ? at + 1 : at;

/** Whether the letter stands there, small or capital; given as the byte of the small one. */
const isLetter = (bytes: Uint8Array, at: number, end: number, small: number): boolean =>
  at < end && ((bytes[at] ?? 0) | 32) === small;

/** Unix milliseconds. Fewer digits than eleven are seconds, or a date without separators (inferred). */
function isTimestamp(bytes: Uint8Array, start: number, end: number): boolean {
  const from = bytes[start] === MINUS ? start + 1 : start;
  const digits = digitsAt(bytes, from, end);
  return from + digits === end && digits >= 11 && digits <= 14;
}

/** How many digits stand there in a row. */
function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 48 || byte > 57) break;
  }
  return at - start;
}

function numberAt(bytes: Uint8Array, start: number, digits: number): number {
  let number = 0;
  for (let at = start; at < start + digits; at++) number = number * 10 + (bytes[at] ?? 48) - 48;
  return number;
}
