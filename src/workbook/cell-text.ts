import type { DateFormat } from '../core/hubspot.js';
import { writeDate } from '../core/dates.js';
import type { CellFormat } from './cell-format.js';

/** How a workbook writes dates, and how they are to be read. */
export interface DateWriting {
  /** Days are counted from 1904, as Excel for the Mac once did. */
  readonly from1904: boolean;
  readonly order: DateFormat;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_DAYS = 1 / (24 * 60 * 60);
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
  switch (format.kind) {
    case 'general':
    case 'number':
      return plainNumber(number);
    case 'digits':
      return Number.isInteger(number) && number >= 0
        ? fillIn(plainNumber(number), format)
        : plainNumber(number);
    case 'date':
      return dateText(number, format, dates) ?? plainNumber(number);
  }
}

/** Without an exponent, and without what binary arithmetic adds: a spreadsheet counts 15 digits. */
function plainNumber(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < 1e15) return String(number);
  const rounded = Number(number.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  return rounded.toFixed(20).replace(/\.?0+$/, '');
}

function fillIn(digits: string, { pattern }: Extract<CellFormat, { kind: 'digits' }>): string {
  let rest = digits;
  let text = '';
  const places = pattern.toReversed();
  const first = pattern.findIndex((place) => 'digit' in place);
  places.forEach((place, index) => {
    if ('text' in place) {
      text = place.text + text;
      return;
    }
    // More digits than places: all of them go where the first one does.
    const isFirst = index === places.length - 1 - first;
    const digit = isFirst ? rest : rest.slice(-1);
    rest = isFirst ? '' : rest.slice(0, -1);
    text = (digit === '' && place.digit === '0' ? '0' : digit) + text;
  });
  return text;
}

/** Null for what is no date, which a spreadsheet shows as `####`. */
function dateText(
  serial: number,
  { hasDay, hasTime, isElapsed }: Extract<CellFormat, { kind: 'date' }>,
  { from1904, order }: DateWriting,
): string | null {
  if (serial < 0 || serial > LAST_DAY + 1) return null;
  // To the second: what is smaller comes from binary arithmetic.
  const seconds = Math.round(serial / SECOND_DAYS);
  if (!hasDay) return clockText(isElapsed ? seconds : seconds % (24 * 60 * 60));
  const day = Math.floor(seconds / (24 * 60 * 60)) + (from1904 ? DAYS_TO_1904 : 0);
  if (day === NO_SUCH_DAY || day > LAST_DAY) return null;
  // Day 1 is 1 January 1900, and so for 58 days more.
  const date = new Date((day - DAYS_TO_1970 + (day < NO_SUCH_DAY ? 1 : 0)) * DAY_MS);
  const written = writeDate(
    { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    order,
  );
  const secondOfDay = seconds % (24 * 60 * 60);
  return hasTime ? `${written} ${clockText(secondOfDay)}` : written;
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
