import type { DateFormat } from './import-request.js';

/** Why a date was not read. The range itself is not documented; years 1000 to 9999 are inferred. */
export type DateFailure = 'unreadable' | 'out-of-range';

const MONTHS = [
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

/** Places of day, month and year in a date of three parts. */
const ORDER: Record<DateFormat, readonly [day: number, month: number, year: number]> = {
  DAY_MONTH_YEAR: [0, 1, 2],
  MONTH_DAY_YEAR: [1, 0, 2],
  YEAR_MONTH_DAY: [2, 1, 0],
};

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s?([ap]m)?(?:\s?([+-])(\d{1,2}):(\d{2}))?$/i;

/**
 * Reads a date in the one order of the import: separators `/ - .`, month as number, three letters or English name, year of
 * two or four digits (knowledge base, "Format import files"). Two-digit years below 50 are 20xx (inferred).
 *
 * @returns `YYYY-MM-DD`, as HubSpot stores it
 */
export function readDate(text: string, format: DateFormat): { date: string } | DateFailure {
  const parts = text.trim().split(/[/\-.]/);
  if (parts.length !== 3) return 'unreadable';
  const [dayAt, monthAt, yearAt] = ORDER[format];
  const day = readNumber(parts[dayAt]);
  const month = readMonth(parts[monthAt]);
  const year = readYear(parts[yearAt]);
  if (day === null || month === null || year === null) return 'unreadable';
  const made = new Date(Date.UTC(2000, 0, 1));
  made.setUTCFullYear(year, month - 1, day);
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return 'unreadable';
  if (year < 1000) return 'out-of-range';
  return { date: made.toISOString().slice(0, 10) };
}

/**
 * Reads a date with or without a time, or Unix milliseconds (the same page). Without a time it is midnight; without an
 * offset it is in the account's time zone, or in the request's `timeZone` (inferred: its effect is documented nowhere).
 * ISO 8601 with `T` is not promised for import files, so it is not read (inferred).
 *
 * @returns UTC in ISO 8601, as HubSpot stores it
 */
export function readDateTime(
  text: string,
  format: DateFormat,
  offsetAt: (wall: number) => number,
): { date: string } | DateFailure {
  const trimmed = text.trim();
  if (/^-?\d{9,}$/.test(trimmed)) return fromEpoch(Number(trimmed));
  const [datePart = '', ...rest] = trimmed.split(/\s+/);
  const day = readDate(datePart, format);
  if (typeof day === 'string') return day;
  const time = readTime(rest.join(' '));
  if (time === null) return 'unreadable';
  const wall = Date.parse(day.date) + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  const offsetMs = time.offsetMs ?? offsetAt(wall);
  return fromEpoch(wall - offsetMs);
}

function fromEpoch(ms: number): { date: string } | DateFailure {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 1000 || year > 9999) return 'out-of-range';
  return { date: date.toISOString() };
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offsetMs: number | null;
}

function readTime(text: string): Time | null {
  if (text === '') return { hour: 0, minute: 0, second: 0, offsetMs: null };
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds = '0', half, sign, offsetHours, offsetMinutes] = match;
  const hour = toHour(Number(hours), half?.toLowerCase());
  const minute = Number(minutes);
  const second = Number(seconds);
  if (hour === null || minute > 59 || second > 59) return null;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000;
  if (sign === undefined) return { hour, minute, second, offsetMs: null };
  return { hour, minute, second, offsetMs: sign === '-' ? -offset : offset };
}

function toHour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** One digit or two. */
const readNumber = (text = ''): number | null => (/^\d{1,2}$/.test(text) ? Number(text) : null);

function readMonth(text = ''): number | null {
  const number = readNumber(text);
  if (number !== null) return number >= 1 && number <= 12 ? number : null;
  const name = text.toLowerCase();
  const index = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name);
  return index === -1 ? null : index + 1;
}

function readYear(text = ''): number | null {
  if (/^\d{4}$/.test(text)) return Number(text);
  if (!/^\d{2}$/.test(text)) return null;
  const year = Number(text);
  return year < 50 ? 2000 + year : 1900 + year;
}

/**
 * Makes a clock of a time zone: how far it is ahead of UTC at a wall-clock time, both in milliseconds. In the hour that a
 * change of clocks skips or repeats, either answer will do.
 */
export function zoneOffset(timeZone: string): (wall: number) => number {
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offset = (instant: number): number => {
    const part = Object.fromEntries(
      formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  };
  return (wall) => offset(wall - offset(wall));
}
