/**
 * How HubSpot reads dates in an import file, and which order of day, month and year a file is written in.
 * Source: "file formats" (see hubspot.ts): one order for the whole import. Inferred: that a text in another order is not read.
 */
import { dateTraitsOfBytes, splitDate } from './date-bytes.js';
import * as DATE_TRAITS from './date-bits.js';
import { dayOf, monthOf, yearOf } from './date-traits.js';
import type { DateFormat } from './hubspot.js';
import type { DateEvidence, ProblemCode } from './problems.js';

export interface CalendarDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

const ORDER_BITS: Readonly<Record<DateFormat, number>> = {
  MONTH_DAY_YEAR: DATE_TRAITS.monthFirst,
  DAY_MONTH_YEAR: DATE_TRAITS.dayFirst,
  YEAR_MONTH_DAY: DATE_TRAITS.yearFirst,
};
const READABLE = DATE_TRAITS.monthFirst | DATE_TRAITS.dayFirst | DATE_TRAITS.yearFirst;

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

/** Which orders read the date in a text, as bits of `DATE_TRAITS`. Surrounding spaces must be gone. */
export function dateTraits(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return dateTraitsOfBytes(bytes, 0, bytes.length);
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

function readInOrder(text: string, format: DateFormat): CalendarDate | null {
  const bytes = new TextEncoder().encode(text);
  const parts = splitDate(bytes, 0, bytes.length);
  if (parts === null) return null;
  const { first, second, third } = parts;
  if (format === 'YEAR_MONTH_DAY') return { year: yearOf(first), month: monthOf(second), day: dayOf(third) };
  if (format === 'DAY_MONTH_YEAR') return { year: yearOf(third), month: monthOf(second), day: dayOf(first) };
  return { year: yearOf(third), month: monthOf(first), day: dayOf(second) };
}

function sameDay(one: CalendarDate, other: CalendarDate): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}
