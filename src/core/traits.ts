/**
 * What a cell is and is not, whatever its column may be matched to: one bit for each thing that may be wrong with a value of
 * some kind, and those of `DATE_TRAITS`. With them any kind of value is answered without looking at the cell again.
 */
import { dateProblem } from './dates.js';
import type { DateFormat } from './hubspot.js';
import type { ProblemCode } from './problems.js';

export const TRAITS = {
  /** One `@`, a domain with a top level, no quotes or comments; letters of every script on both sides (inferred). */
  notEmail: 1 << 0,
  /** A company's domain; an address on the web will do, since HubSpot strips what follows the top level. */
  notDomain: 1 << 1,
  /** An address on the web, with or without its scheme. */
  notUrl: 1 << 2,
  notPhone: 1 << 3,
  /**
   * Digits with one decimal point at most, `25%` for a percentage; a sign is inferred. Thousands separators, decimal commas,
   * currency signs and exponents are not documented, so they do not pass.
   */
  notNumber: 1 << 4,
  /** More than 15 digits before the point cannot be kept exactly (inferred: HubSpot's limit is not stated). */
  numberTooLarge: 1 << 5,
  /** A single checkbox: True, Yes, False or No; that their case does not matter is inferred. */
  notBoolean: 1 << 6,
  /** Digits only. */
  notRecordId: 1 << 7,
  /** More than 65,536 characters. */
  textTooLong: 1 << 8,
  /** U+FFFD stands where bytes were read in the wrong encoding. */
  textUnreadable: 1 << 9,
  /** Nothing but white space; all that is said of it besides is `untrimmed`. */
  blank: 1 << 17,
  /** White space stands around it. The rest is said of what is left without. */
  untrimmed: 1 << 18,
  /** It may be another text in lower case: it has capitals, or letters beyond ASCII. */
  mayFold: 1 << 19,
  /** It may be more than a bare domain: it has a scheme, `www.`, a path or the like. */
  notBare: 1 << 20,
} as const;

/** Where the seven bits of `DATE_TRAITS` begin. */
export const DATE_SHIFT = 10;

/** The bits that say what is wrong with a value, and when it is a date. */
export const VERDICT_BITS = TRAITS.untrimmed - 1;

/** No number, no address, no date: what most words are. */
export const PLAIN_TEXT =
  TRAITS.notEmail |
  TRAITS.notDomain |
  TRAITS.notUrl |
  TRAITS.notPhone |
  TRAITS.notNumber |
  TRAITS.notBoolean |
  TRAITS.notRecordId;

/** Kinds that need nothing but the value, and no order of dates. */
type PlainKind = 'email' | 'domain' | 'url' | 'phone' | 'number' | 'boolean' | 'record-id' | 'text';

/** The problems of a kind, worst first, and their bits. */
export const PROBLEMS: Readonly<Record<PlainKind, readonly (readonly [ProblemCode, number])[]>> = {
  email: [['email-invalid', TRAITS.notEmail]],
  domain: [['domain-invalid', TRAITS.notDomain]],
  url: [['url-invalid', TRAITS.notUrl]],
  phone: [['phone-invalid', TRAITS.notPhone]],
  number: [
    ['number-invalid', TRAITS.notNumber],
    ['number-too-large', TRAITS.numberTooLarge],
  ],
  boolean: [['boolean-invalid', TRAITS.notBoolean]],
  'record-id': [['record-id-invalid', TRAITS.notRecordId]],
  text: [
    ['text-too-long', TRAITS.textTooLong],
    ['text-unreadable', TRAITS.textUnreadable],
  ],
};

/** Kinds that traits answer; the others depend on what the account has. */
export type TraitKind = PlainKind | 'date' | 'datetime';

export const isTraitKind = (kind: string): kind is TraitKind =>
  kind in PROBLEMS || kind === 'date' || kind === 'datetime';

/** What is wrong with a value of these traits. */
export function problemOfTraits(
  traits: number,
  kind: TraitKind,
  dateFormat: DateFormat | null,
): ProblemCode | null {
  if (kind === 'date' || kind === 'datetime') return dateProblem(dateTraitsOf(traits), kind, dateFormat);
  const found = PROBLEMS[kind].find(([, bit]) => (traits & bit) !== 0);
  return found?.[0] ?? null;
}

/** A value of the kind with none of these traits is fine, or blank. All of them where that does not tell; none for no kind. */
export function problemBits(kind: TraitKind | null): number {
  if (kind === null) return 0;
  if (kind === 'date' || kind === 'datetime') return -1;
  return PROBLEMS[kind].reduce((bits, [, bit]) => bits | bit, 0);
}

/** The `DATE_TRAITS` among a cell's traits. */
export const dateTraitsOf = (traits: number): number => (traits >> DATE_SHIFT) & 127;
