/**
 * What a cell is and is not, whatever its column may be matched to: one bit for each thing that may be wrong with a value of
 * some kind, and those of `DATE_TRAITS`. With them any kind of value is answered without looking at the cell again.
 */
import * as TRAITS from './trait-bits.js';
import { dateProblem } from './dates.js';
import type { DateFormat } from './hubspot.js';
import type { ProblemCode } from './problems.js';

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
