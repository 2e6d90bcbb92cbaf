/**
 * Which orders of day, month and year read a written date: what `dates.ts` says of a date property rests on it.
 * Source: "file formats" (see hubspot.ts): numbers or English month names in any case, `/` `-` `.` between them, years of
 * two or four digits. Inferred: a space between the parts, and that the separator is the same on both sides.
 */
import * as DATE_TRAITS from './date-bits.js';

/** In small letters, from January on; their first three letters stand for them too. */
export const ENGLISH_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** One part of a date: a number of so many digits, or a month by its name, which has none. */
export interface DatePart {
  readonly number: number;
  readonly digits: number;
}

export interface DateParts {
  readonly first: DatePart;
  readonly second: DatePart;
  readonly third: DatePart;
  /** Where a time of day would stand, or anything else that follows: the end when nothing does. */
  readonly timeAt: number;
}

/** The traits of a date that is taken apart, and whose time, if any, is one. */
export function traitsOfParts({ first, second, third }: DateParts, hasTime: boolean): number {
  let traits = 0;
  if (isDate(yearOf(third), monthOf(first), dayOf(second))) traits |= DATE_TRAITS.monthFirst;
  if (isDate(yearOf(third), monthOf(second), dayOf(first))) traits |= DATE_TRAITS.dayFirst;
  if (isDate(yearOf(first), monthOf(second), dayOf(third))) traits |= DATE_TRAITS.yearFirst;
  if (traits === 0) return 0;
  if (hasTime) traits |= DATE_TRAITS.time;
  if (dayOf(first) === dayOf(second)) traits |= DATE_TRAITS.sameEitherWay;
  const year = yearOf(first.digits === 4 ? first : third);
  if (year < 1000 || year > 2999) traits |= DATE_TRAITS.outOfRange;
  return traits;
}

/** The day that a part may be; 0 when it is none. */
export const dayOf = ({ number, digits }: DatePart): number => (digits === 1 || digits === 2 ? number : 0);

/** The month that a part may be; 0 when it is none. */
export const monthOf = ({ number, digits }: DatePart): number => (digits <= 2 ? number : 0);

/** The year that a part may be, those of two digits up to 68 being 20xx (inferred); -1 when it is none. */
export function yearOf({ number, digits }: DatePart): number {
  if (digits === 4) return number;
  if (digits !== 2) return -1;
  return number <= 68 ? 2000 + number : 1900 + number;
}

/** Whether the calendar has such a day. */
export function isDate(year: number, month: number, day: number): boolean {
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
