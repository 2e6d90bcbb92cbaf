import type { DateFormat } from '../core/hubspot.js';
import { writeDate } from '../core/dates.js';
import { type CellFormat, type DateShown, type Shown, shownOf } from './cell-format.js';

/** How a workbook writes dates, and how they are to be read. */
export interface DateWriting {
  /** Days are counted from 1904, as Excel for the Mac once did. */
  readonly from1904: boolean;
  readonly order: DateFormat;
}

const DAY_SECONDS = 24 * 60 * 60;
const DAY_MS = DAY_SECONDS * 1000;
/** Days from the end of 1899 to 1970, and to 1904. */
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1_462;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;
/** Excel takes 1900 for a leap year (ECMA-376 part 1, 18.17.4.1). */
const NO_SUCH_DAY = 60;

/** Writes the number of a cell as a text that HubSpot reads as what the cell shows. */
export function numberText(written: string, format: CellFormat, dates: DateWriting): string {
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return written;
  if (format.kind === 'general') return plainNumber(number);
  const { shows, condition } = shownOf(format, number);
  switch (shows.kind) {
    case 'number':
      return plainNumber(number);
    case 'nothing': // a zero that is hidden; another number is there all the same
      return number === 0 ? '' : plainNumber(number);
    case 'digits': {
      // The section for negative numbers has its own sign.
      const hasOwnSign = format.sections.length > 1 && number < 0 && condition === null;
      const sign = number < 0 && !hasOwnSign ? '-' : '';
      return sign + (fillIn(Math.abs(number), shows) ?? plainNumber(Math.abs(number)));
    }
    case 'date':
      return dateText(number, shows, dates) ?? plainNumber(number);
  }
}

/** Writes a date or time that a cell has as a text (ISO 8601), as its format shows it. */
export function isoText(written: string, format: CellFormat, { order }: DateWriting): string {
  const [, day = '', time = ''] = /^(\d{4,}-\d\d-\d\d)?(?:T?(\d\d:\d\d.*?))?Z?$/.exec(written) ?? [];
  const seconds = durationOf(written) ?? secondsOf(time);
  if (day === '' && seconds === null) return written;
  const days = day === '' ? 0 : Date.parse(day) / DAY_MS + DAYS_TO_1970;
  if (Number.isNaN(days)) return written;
  // Days before March 1900 are counted as if there had been a 29 February.
  const serial = days - (day !== '' && days <= NO_SUCH_DAY ? 1 : 0) + (seconds ?? 0) / DAY_SECONDS;
  const usual: Shown = {
    kind: 'date',
    hasDay: day !== '',
    hasTime: day === '' || (seconds ?? 0) > 0,
    isElapsed: true,
  };
  const shows = format.kind === 'general' ? usual : shownOf(format, serial).shows;
  return dateText(serial, shows.kind === 'date' ? shows : usual, { from1904: false, order }) ?? written;
}

/** Null for no time. */
function secondsOf(time: string): number | null {
  const [, hours, minutes, seconds = '0'] = /^(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** `PT36H11M0.5S`; null for anything else. */
function durationOf(written: string): number | null {
  const found = /^P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(written);
  if (found === null) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return days * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds;
}

/** Without an exponent, and without what binary arithmetic adds: a spreadsheet counts 15 digits. */
function plainNumber(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number + 0);
  const [, sign = '', first = '', rest = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(number.toExponential(14)) ?? [];
  const digits = (first + rest).replace(/0+$/, '');
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, '0');
  return digits.length > point ? `${sign}${whole}.${digits.slice(point)}` : sign + whole;
}

/** Null for a number with more decimals than are shown. */
function fillIn(number: number, { pattern, decimals }: Extract<Shown, { kind: 'digits' }>): string | null {
  const [whole = '', fraction = ''] = plainNumber(number).split('.');
  if (fraction.length > decimals) return null;
  let rest = whole;
  let text = decimals === 0 ? '' : `.${fraction.padEnd(decimals, '0')}`;
  const first = pattern.findIndex((place) => 'digit' in place);
  for (let at = pattern.length - 1; at >= 0; at -= 1) {
    const place = pattern[at];
    if (place === undefined) continue;
    if ('text' in place) {
      text = place.text + text;
      continue;
    }
    // More digits than places: all of them go where the first one does.
    const digit = at === first ? rest : rest.slice(-1);
    rest = at === first ? '' : rest.slice(0, -1);
    text = (digit === '' && place.digit === '0' ? '0' : digit) + text;
  }
  return text;
}

/** Null for what is no date, which a spreadsheet shows as `####`, or as a day that never was. */
function dateText(
  serial: number,
  { hasDay, hasTime, isElapsed }: DateShown,
  { from1904, order }: DateWriting,
): string | null {
  if (serial < 0 || serial >= LAST_DAY + 1) return null;
  // To the second: what is smaller comes from binary arithmetic. A day alone is not rounded up to the next.
  const seconds = hasTime ? Math.round(serial * DAY_SECONDS) : Math.floor(serial) * DAY_SECONDS;
  if (!hasDay) return clockText(isElapsed ? seconds : seconds % DAY_SECONDS);
  const day = Math.floor(seconds / DAY_SECONDS) + (from1904 ? DAYS_TO_1904 : 0);
  const clock = clockText(seconds % DAY_SECONDS);
  if (day < 1) return hasTime && seconds > 0 ? clock : null;
  if (day === NO_SUCH_DAY || day > LAST_DAY) return null;
  // Day 1 is 1 January 1900, and so for 58 days more.
  const date = new Date((day - DAYS_TO_1970 + (day < NO_SUCH_DAY ? 1 : 0)) * DAY_MS);
  const written = writeDate(
    { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    order,
  );
  return hasTime ? `${written} ${clock}` : written;
}

/** `14:30`, with seconds where there are some. */
function clockText(seconds: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}

/** `_x000D_` stands for a character that XML does not have, `_x005F_` for an underscore that would look like that. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
