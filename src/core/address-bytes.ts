/**
 * E-mail addresses, domains and web addresses, told from their bytes; letters beyond ASCII must be one byte of the class
 * `wide` each. What HubSpot takes is inferred. A range goes from `start` up to `end`.
 */
import * as CLASSES from './class-bits.js';
import { CLASS_OF_BYTE } from './byte-classes.js';
import { LIMITS } from './hubspot.js';

const HASH = 35;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const QUESTION = 63;
const AT = 64;

/** Longest address and longest part before the `@` (RFC 5321). */
export const EMAIL_CHARACTERS = 254;
export const LOCAL_CHARACTERS = 64;
/** Longest domain name (RFC 1035). */
const DOMAIN_CHARACTERS = 253;

const ASCII_LETTER = CLASSES.lower | CLASSES.upper | CLASSES.ordinary;
const LETTER = ASCII_LETTER | CLASSES.wide;
const LETTER_OR_DIGIT = LETTER | CLASSES.digit;
/** What may stand before an `@`, besides dots. */
const ATOM =
  LETTER_OR_DIGIT |
  CLASSES.mail |
  CLASSES.minus |
  CLASSES.plus |
  CLASSES.slash |
  CLASSES.percent |
  CLASSES.hash |
  CLASSES.question;

const classAt = (bytes: Uint8Array, at: number): number => CLASS_OF_BYTE[bytes[at] ?? 0] ?? 0;

/** One `@`, a domain with a top level, no quotes or comments. */
export function isEmail(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > EMAIL_CHARACTERS) return false;
  let at = start;
  let afterDot = true;
  for (; at < end && bytes[at] !== AT; at++) {
    const isDot = bytes[at] === DOT;
    if (isDot ? afterDot : (classAt(bytes, at) & ATOM) === 0) return false;
    afterDot = isDot;
  }
  return !afterDot && at - start <= LOCAL_CHARACTERS && isHost(bytes, at + 1, end);
}

/** A domain, or an address on the web, whose domain is what counts. */
export function isDomain(bytes: Uint8Array, start: number, end: number): boolean {
  let from = behindScheme(bytes, start, end);
  let to = hostEnd(bytes, from, end);
  if (isWww(bytes, from, to)) from += 4;
  if (to > from && bytes[to - 1] === DOT) to--;
  return to - from <= DOMAIN_CHARACTERS && isHost(bytes, from, to);
}

/** Whether `www.` is there and more than a top level behind it. */
function isWww(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < start + 3; at++) if (((bytes[at] ?? 0) | 32) !== 119) return false;
  if (start + 4 >= end || bytes[start + 3] !== DOT || bytes[start + 4] === DOT) return false;
  for (let at = start + 5; at < end; at++) if (bytes[at] === DOT) return true;
  return false;
}

/** @param start The text has no white space. */
export function isUrl(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > LIMITS.textCharacters) return false;
  const host = behindUser(bytes, behindScheme(bytes, start, end), end);
  let at = hostEnd(bytes, host, end);
  const to = at > host && bytes[at - 1] === DOT ? at - 1 : at;
  if (!isHost(bytes, host, to) && !isFourNumbers(bytes, host, to)) return false;
  if (at === end || bytes[at] !== COLON) return true;
  const port = at + 1;
  for (at = port; at < end && isDigit(bytes, at); at++);
  if (at === port || at > port + 5) return false;
  return at === end || isPathStart(bytes[at]);
}

const isPathStart = (byte: number | undefined): boolean =>
  byte === SLASH || byte === QUESTION || byte === HASH;

/** Where a port or path begins, or the end. */
function hostEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== COLON && !isPathStart(bytes[at])) at++;
  return at;
}

/** Behind `https://` and the like; `start` when there is none. */
function behindScheme(bytes: Uint8Array, start: number, end: number): number {
  if ((classAt(bytes, start) & ASCII_LETTER) === 0) return start;
  const allowed = ASCII_LETTER | CLASSES.digit | CLASSES.plus | CLASSES.dot | CLASSES.minus;
  let at = start;
  while (at < end && (classAt(bytes, at) & allowed) !== 0) at++;
  const isScheme = at + 3 <= end && bytes[at] === COLON && bytes[at + 1] === SLASH && bytes[at + 2] === SLASH;
  return isScheme ? at + 3 : start;
}

/** Behind `user@`; `start` when there is none. */
function behindUser(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (isPathStart(byte)) return start;
    if (byte === AT) return at > start ? at + 1 : start;
  }
  return start;
}

/** Labels of letters, digits and inner hyphens, and a top level of letters, or of anything behind `xn--`. */
function isHost(bytes: Uint8Array, start: number, end: number): boolean {
  let label = start;
  let seen = 0;
  for (let at = start; at < end; at++) {
    const found = classAt(bytes, at);
    if ((found & CLASSES.dot) === 0) {
      seen |= found;
      continue;
    }
    if (!isLabel(bytes, label, at, seen)) return false;
    label = at + 1;
    seen = 0;
  }
  return label > start && isTopLevel(bytes, label, end, seen);
}

/** @param seen The classes of all its characters. */
function isLabel(bytes: Uint8Array, start: number, end: number, seen: number): boolean {
  if ((seen & ~(LETTER_OR_DIGIT | CLASSES.minus)) !== 0 || start === end || end - start > 63) return false;
  return bytes[start] !== MINUS && bytes[end - 1] !== MINUS;
}

function isTopLevel(bytes: Uint8Array, start: number, end: number, seen: number): boolean {
  const length = end - start;
  if (length < 2 || length > 63) return false;
  if ((seen & ~LETTER) === 0) return true;
  const isPuny = ((bytes[start] ?? 0) | 32) === 120 && ((bytes[start + 1] ?? 0) | 32) === 110;
  if (!isPuny || bytes[start + 2] !== MINUS || bytes[start + 3] !== MINUS || length < 6) return false;
  return (seen & ~(LETTER_OR_DIGIT | CLASSES.minus)) === 0;
}

/** `127.0.0.1` */
function isFourNumbers(bytes: Uint8Array, start: number, end: number): boolean {
  let numbers = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    if (isDigit(bytes, at)) digits++;
    else if (bytes[at] === DOT && digits > 0) {
      numbers++;
      digits = 0;
    } else return false;
    if (digits > 3) return false;
  }
  return numbers === 3 && digits > 0;
}

const isDigit = (bytes: Uint8Array, at: number): boolean => (classAt(bytes, at) & CLASSES.digit) !== 0;
