/**
 * How HubSpot reads dates in an import file, and which order of day, month and year a file is written in.
 * Source: "file formats" (see hubspot.ts): numbers or English month names in any case, `/` `-` `.` between them, years of
 * two or four digits; one order for the whole import. Inferred: a space between the parts, that a text in another order
 * is not read, and that the separator is the same on both sides.
 */
import type { DateFormat } from './hubspot.js';
import type { DateEvidence, ProblemCode } from './problems.js';

export interface CalendarDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

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

const ORDER_BITS: Readonly<Record<DateFormat, number>> = {
  MONTH_DAY_YEAR: DATE_TRAITS.monthFirst,
  DAY_MONTH_YEAR: DATE_TRAITS.dayFirst,
  YEAR_MONTH_DAY: DATE_TRAITS.yearFirst,
};
const READABLE = DATE_TRAITS.monthFirst | DATE_TRAITS.dayFirst | DATE_TRAITS.yearFirst;

const ENGLISH_MONTHS = [
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
  const parts = DATE.exec(text);
  if (parts === null) return UNIX_MS.test(text) ? DATE_TRAITS.timestamp : 0;
  const [, first = '', , second = '', third = '', time] = parts;
  if (time !== undefined && !isTime(time)) return 0;
  let traits = 0;
  if (isDate(yearOf(third), monthOf(first), dayOf(second))) traits |= DATE_TRAITS.monthFirst;
  if (isDate(yearOf(third), monthOf(second), dayOf(first))) traits |= DATE_TRAITS.dayFirst;
  if (isDate(yearOf(first), monthOf(second), dayOf(third))) traits |= DATE_TRAITS.yearFirst;
  if (traits === 0) return 0;
  if (time !== undefined) traits |= DATE_TRAITS.time;
  if (dayOf(first) === dayOf(second)) traits |= DATE_TRAITS.sameEitherWay;
  const year = yearOf(first.length === 4 ? first : third);
  if (year < 1000 || year > 2999) traits |= DATE_TRAITS.outOfRange;
  return traits;
}

/**
 * What is wrong with a date of these traits, in an import of this order; null means any order will do.
 * A date property with a time of day counts as wrong: HubSpot documents a time for date-times only, as it does Unix
 * milliseconds (inferred). The years that HubSpot takes are not stated; 1000 to 2999 is inferred.
 */
export function dateProblem(
  traits: number,
  kind: 'date' | 'datetime',
  format: DateFormat | null,
): ProblemCode | null {
  if ((traits & DATE_TRAITS.timestamp) !== 0) return kind === 'datetime' ? null : 'date-invalid';
  const wanted = format === null ? READABLE : ORDER_BITS[format];
  if ((traits & wanted) === 0) return 'date-invalid';
  if (kind === 'date' && (traits & DATE_TRAITS.time) !== 0) return 'date-invalid';
  return (traits & DATE_TRAITS.outOfRange) === 0 ? null : 'date-out-of-range';
}

/**
 * Reads the date in a text, whatever time follows it. Two-digit years up to 68 are 20xx, the others 19xx (inferred).
 *
 * @param format The order; null takes any, and gives null when two orders read two different days.
 * @returns Null when the order does not read it, and for Unix milliseconds.
 */
export function readDate(text: string, format: DateFormat | null): CalendarDate | null {
  const trimmed = text.trim();
  const traits = dateTraits(trimmed);
  const formats: readonly DateFormat[] =
    format === null ? ['DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'] : [format];
  const readings = formats
    .filter((order) => (traits & ORDER_BITS[order]) !== 0)
    .map((order) => readInOrder(trimmed, order));
  const [reading = null, ...others] = readings;
  if (reading === null) return null;
  return others.every((other) => other !== null && sameDay(reading, other)) ? reading : null;
}

/** Both readings of an ambiguous date, to ask about ("3 April or 4 March?"); null when it is not ambiguous. */
export function bothReadings(
  text: string,
): { readonly dayFirst: CalendarDate; readonly monthFirst: CalendarDate } | null {
  const dayFirst = readDate(text, 'DAY_MONTH_YEAR');
  const monthFirst = readDate(text, 'MONTH_DAY_YEAR');
  if (dayFirst === null || monthFirst === null || sameDay(dayFirst, monthFirst)) return null;
  return { dayFirst, monthFirst };
}

/** Evidence that is still being collected. */
export type GatheredEvidence = { -readonly [Fact in keyof DateEvidence]: DateEvidence[Fact] };

/** Evidence before the first cell. */
export function noDateEvidence(): GatheredEvidence {
  return { dayFirst: 0, monthFirst: 0, yearFirst: 0, either: 0, example: null };
}

/**
 * Adds one cell to the evidence. A two-digit year is taken to be at the end when it can be: `25/12/31` counts as
 * day first, although year first could read it too.
 */
export function addDateEvidence(evidence: GatheredEvidence, text: string, traits: number): void {
  const monthFirst = (traits & DATE_TRAITS.monthFirst) !== 0;
  const dayFirst = (traits & DATE_TRAITS.dayFirst) !== 0;
  if (monthFirst && dayFirst) {
    evidence.either += 1;
    if (evidence.example === null && (traits & DATE_TRAITS.sameEitherWay) === 0) evidence.example = text;
    return;
  }
  if (dayFirst) evidence.dayFirst += 1;
  else if (monthFirst) evidence.monthFirst += 1;
  else if ((traits & DATE_TRAITS.yearFirst) !== 0) evidence.yearFirst += 1;
}

export interface DateDecision {
  /** The order that reads the most cells; null when there is no date, or when it takes the person to say. */
  readonly format: DateFormat | null;
  /** The cells fit more than one order equally well: the person must say. */
  readonly ambiguous: boolean;
  /** No single order reads all cells, whichever is chosen. */
  readonly conflict: boolean;
}

/** Decides the order of the dates from all date columns of an import, which has one order for all of them. */
export function decideDateFormat(columns: readonly DateEvidence[]): DateDecision {
  const total = (count: (evidence: DateEvidence) => number): number =>
    columns.reduce((sum, evidence) => sum + count(evidence), 0);
  const [dayFirst, monthFirst, yearFirst] = [
    total((column) => column.dayFirst),
    total((column) => column.monthFirst),
    total((column) => column.yearFirst),
  ];
  const either = total((column) => column.either);
  const asked = dayFirst + monthFirst + yearFirst + either;
  if (asked === 0) return { format: null, ambiguous: false, conflict: false };

  const cellsRead: readonly (readonly [DateFormat, number])[] = [
    ['MONTH_DAY_YEAR', monthFirst + either],
    ['DAY_MONTH_YEAR', dayFirst + either],
    ['YEAR_MONTH_DAY', yearFirst],
  ];
  const most = Math.max(...cellsRead.map(([, cells]) => cells));
  const best = cellsRead.filter(([, cells]) => cells === most).map(([format]) => format);
  const conflict = most < asked;
  const [format = null, rival] = best;
  // 04/04/2025 alone: both orders mean the same day, so HubSpot's default will do.
  const orderMatters = conflict || columns.some((column) => column.example !== null);
  if (rival !== undefined && orderMatters) return { format: null, ambiguous: true, conflict };
  return { format, ambiguous: false, conflict };
}

/** Writes a date as HubSpot reads it in that order: `31/12/2025`, `12/31/2025` or `2025-12-31`. */
export function writeDate(date: CalendarDate, format: DateFormat): string {
  const year = String(date.year).padStart(4, '0');
  const month = String(date.month).padStart(2, '0');
  const day = String(date.day).padStart(2, '0');
  if (format === 'YEAR_MONTH_DAY') return `${year}-${month}-${day}`;
  return format === 'DAY_MONTH_YEAR' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}

/** Whether the calendar has such a day. */
export function isDate(year: number, month: number, day: number): boolean {
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function readInOrder(text: string, format: DateFormat): CalendarDate | null {
  const [, first = '', , second = '', third = ''] = DATE.exec(text) ?? [];
  if (format === 'YEAR_MONTH_DAY') return { year: yearOf(first), month: monthOf(second), day: dayOf(third) };
  if (format === 'DAY_MONTH_YEAR') return { year: yearOf(third), month: monthOf(second), day: dayOf(first) };
  return { year: yearOf(third), month: monthOf(first), day: dayOf(second) };
}

function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null) return false;
  const [, hours, minutes, seconds = '0', half, offsetHours = '0', offsetMinutes = '0'] = parts;
  const hour = Number(hours);
  const hourFits = half === undefined ? hour <= 23 : hour >= 1 && hour <= 12;
  const offsetFits = Number(offsetHours) <= 14 && Number(offsetMinutes) <= 59;
  return hourFits && Number(minutes) <= 59 && Number(seconds) <= 59 && offsetFits;
}

/** 0 when the text is no day or month; -1 when it is no year. */
function dayOf(text: string): number {
  return text.length <= 2 ? Number(text) : 0;
}

function monthOf(text: string): number {
  if (text.length <= 2) return Number(text);
  return MONTH_NUMBERS.get(text.toLowerCase()) ?? 0;
}

function yearOf(text: string): number {
  const year = Number(text);
  if (Number.isNaN(year)) return -1;
  if (text.length === 4) return year;
  if (text.length !== 2) return -1;
  return year <= 68 ? 2000 + year : 1900 + year;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function sameDay(one: CalendarDate, other: CalendarDate): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}
