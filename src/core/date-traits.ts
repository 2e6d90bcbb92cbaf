/**
 * Which orders of day, month and year read a written date: what `dates.ts` says of a date property rests on it.
 * Source: "file formats" (see hubspot.ts): numbers or English month names in any case, `/` `-` `.` between them, years of
 * two or four digits. Inferred: a space between the parts, and that the separator is the same on both sides.
 */

/** Bits of `dateTraits`: the orders that read a text, and what else it is. */
export const DATE_TRAITS = {
  monthFirst: 1,
  dayFirst: 2,
  yearFirst: 4,
  /** Unix milliseconds, the same in every order. */
  timestamp: 8,
  /** A time of day is written after the date. */
  time: 16,
  /** The year is before 1000 or after 2999. */
  outOfRange: 32,
  /** Day and month are the same number, so their order does not matter. */
  sameEitherWay: 64,
} as const;

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
const MONTH_NUMBERS = new Map(
  ENGLISH_MONTHS.flatMap((name, index) => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ]),
);

const DATE = /^(\d{1,4}|[a-z]{3,9})([-/. ])(\d{1,2}|[a-z]{3,9})\2(\d{1,4})(?:[ t] ?(.+))?$/i;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?([ap]m))?(?: ?(?:z|[+-](\d\d):(\d\d)))?$/i;
/** Fewer digits are seconds, or a date without separators (inferred). */
const UNIX_MS = /^-?\d{11,14}$/;

/**
 * Which orders read a date, as bits of `DATE_TRAITS`; 0 when no order does.
 * A time of day may follow: `10:30`, `10:30:15.250`, `7:00 AM`, with an offset `+01:00` or `Z` (ISO 8601 in import files
 * is inferred from HubSpot's object APIs). Surrounding spaces must be gone.
 */
export function dateTraits(text: string): number {
  const parts = splitDate(text);
  if (parts === null) return UNIX_MS.test(text) ? DATE_TRAITS.timestamp : 0;
  const { first, second, third, time } = parts;
  return time !== undefined && !isTime(time) ? 0 : traitsOfParts(first, second, third, time !== undefined);
}

/** One part of a date: a number of so many digits, or a month by its name, which has none. */
export interface DatePart {
  readonly number: number;
  readonly digits: number;
}

export interface DateParts {
  readonly first: DatePart;
  readonly second: DatePart;
  readonly third: DatePart;
  /** What follows the date, as it is. */
  readonly time: string | undefined;
}

/** Takes a written date apart; null when the text is no three parts. */
export function splitDate(text: string): DateParts | null {
  const parts = DATE.exec(text);
  if (parts === null) return null;
  const [, first = '', , second = '', third = '', time] = parts;
  return { first: partOf(first), second: partOf(second), third: partOf(third), time };
}

function partOf(text: string): DatePart {
  if (/^\d/.test(text)) return { number: Number(text), digits: text.length };
  return { number: MONTH_NUMBERS.get(text.toLowerCase()) ?? 0, digits: 0 };
}

/** `dateTraits` of a date that is taken apart already, and whose time, if any, is one. */
export function traitsOfParts(first: DatePart, second: DatePart, third: DatePart, hasTime: boolean): number {
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

function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null) return false;
  const [, hours, minutes, seconds = '0', half, offsetHours = '0', offsetMinutes = '0'] = parts;
  return timeFits(
    Number(hours),
    Number(minutes),
    Number(seconds),
    half !== undefined,
    Number(offsetHours),
    Number(offsetMinutes),
  );
}

/** Whether a clock shows such a time. */
export function timeFits(
  hour: number,
  minute: number,
  second: number,
  isHalfDay: boolean,
  offsetHours: number,
  offsetMinutes: number,
): boolean {
  const hourFits = isHalfDay ? hour >= 1 && hour <= 12 : hour <= 23;
  return hourFits && minute <= 59 && second <= 59 && offsetHours <= 14 && offsetMinutes <= 59;
}
