/**
 * What a cell is and is not, whatever its column may be matched to: one bit for each thing that may be wrong with a value of
 * some kind, and those of `DATE_TRAITS`. With them any kind of value is answered without looking at the cell again.
 */
import { dateTraits } from './date-traits.js';
import { dateProblem } from './dates.js';
import type { DateFormat } from './hubspot.js';
import type { ProblemCode } from './problems.js';
import { PLAIN_CHECKS, type PlainKind } from './values.js';

export const TRAITS = {
  notEmail: 1 << 0,
  notDomain: 1 << 1,
  notUrl: 1 << 2,
  notPhone: 1 << 3,
  notNumber: 1 << 4,
  numberTooLarge: 1 << 5,
  notBoolean: 1 << 6,
  notRecordId: 1 << 7,
  textTooLong: 1 << 8,
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

/** The problems of a kind, worst first, and their bits. */
const PROBLEMS: Readonly<Record<PlainKind, readonly (readonly [ProblemCode, number])[]>> = {
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

/** What is wrong with a value of these traits, as the check of its kind says it (`values.ts`). */
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

/** The traits of a cell, from its text: the plain truth, which `traitsOfBytes` must agree with. */
export function traitsOfText(text: string): number {
  const value = text.trim();
  let traits = value === text ? 0 : TRAITS.untrimmed;
  if (value === '') return traits | TRAITS.blank;
  for (const kind of Object.keys(PROBLEMS) as PlainKind[]) {
    const problem = PLAIN_CHECKS[kind](value);
    traits |= PROBLEMS[kind].find(([code]) => code === problem)?.[1] ?? 0;
  }
  if (/[A-Z]|[^\0-\x7f]/.test(value)) traits |= TRAITS.mayFold;
  if (!/^[a-z0-9.-]*$/.test(value) || /^www\.|\.$/.test(value)) traits |= TRAITS.notBare;
  return traits | (dateTraits(value) << DATE_SHIFT);
}
