/** Repairs of dates (see `fixes.ts`). */
import { isDate } from './date-traits.js';
import { type CalendarDate, readDate, writeDate } from './dates.js';
import type { DateFormat } from './hubspot.js';

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,3})?\d* ?(?:(Z)|([+-]\d\d):?(\d\d))$/i;
const DATE_AND_TIME =
  /^(.*?\S)(?:T|,? (?:at |um |à |a las |às )?)(\d{1,2})[:h](\d\d)(:\d\d)?(?:\.\d+)?( ?[ap]m)?(.*)$/i;

/** A date in another order, another language or none at all, written in the order of the import. */
export function fixDate(text: string, kind: 'date' | 'datetime', format: DateFormat): string | null {
  const [, day, time, seconds = ':00', fraction = '', utc, hours, minutes] = INSTANT.exec(text) ?? [];
  if (kind === 'datetime' && day !== undefined && time !== undefined) {
    const offset = utc === undefined ? `${hours ?? ''}:${minutes ?? ''}` : 'Z';
    const instantMs = Date.parse(`${day}T${time}${seconds}${fraction}${offset}`);
    return Number.isNaN(instantMs) ? null : String(instantMs); // Unix milliseconds need no order
  }
  if (kind === 'datetime' && /^\d{10}$/.test(text)) return `${text}000`;
  const split = DATE_AND_TIME.exec(text);
  const date = readAnyDate(split?.[1] ?? text, format);
  if (date === null) return null;
  const written = writeDate(date, format);
  if (split === null) return written;
  const [, , hour = '', minute = '', second = '', half = '', zone = ''] = split;
  // Elsewhere it may be another day: midnight is the only time with a zone that a date can lose.
  if (zone !== '' && (kind === 'datetime' || Number(hour) + Number(minute) > 0)) return null;
  return kind === 'date' ? written : `${written} ${hour}:${minute}${second}${half}`;
}

const DAY_MS = 86_400_000;
/** Days from 1970 to 2099 as spreadsheets count them, from the end of 1899. */
const SPREADSHEET_DAYS = { first: 25_569, last: 73_050 } as const;

function readAnyDate(text: string, format: DateFormat): CalendarDate | null {
  const joined = text.replace(/ ?([-/.]) ?/g, '$1').replace(/\.$/, '');
  const known = readDate(text, format) ?? readDate(joined, null);
  if (known !== null) return known;
  const [, year, month, day] =
    /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? /^(\d{4})年(\d\d?)月(\d\d?)日$/.exec(text) ?? [];
  if (year !== undefined) return calendarDate(Number(year), Number(month), Number(day));
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (text.length === 13 && number % DAY_MS === 0) return dateOfDay(number / DAY_MS);
  if (number >= SPREADSHEET_DAYS.first && number <= SPREADSHEET_DAYS.last)
    return dateOfDay(number - SPREADSHEET_DAYS.first);
  return readNamedMonth(text);
}

function dateOfDay(daysSince1970: number): CalendarDate {
  const date = new Date(daysSince1970 * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** From January on, in English, French, German, Spanish and Portuguese, without accents. */
const MONTHS = [
  'january janvier januar enero janeiro',
  'february fevrier februar febrero fevereiro',
  'march mars marz maerz mrz marzo marco',
  'april avril abril',
  'may mai mayo maio',
  'june juin juni junio junho',
  'july juillet juli julio julho',
  'august aout agosto',
  'september septembre septiembre setiembre setembro',
  'october octobre oktober octubre outubro',
  'november novembre noviembre novembro',
  'december decembre dezember diciembre dezembro',
].map((names) => names.split(' '));

const DAY_AND_NAME =
  /^(?:\p{L}+[.,]* )?(?:le |the )?(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?: (?:(?:de|of) )?|[-/])?(?<name>\p{L}{3,})[.,]?(?: de| del|[-/])? ?(?<year>\d{4}|\d\d)$/u;
const NAME_AND_DAY =
  /^(?:\p{L}+[.,]* )?(?<name>\p{L}{3,})\.?[ -](?<day>\d{1,2})(?:st|nd|rd|th)?,?[ -](?<year>\d{4}|\d\d)$/u;

/** `31. Dezember 2025`, `Wed, 31st Dec 2025`, `le 1er avril 2025`, `3 de abril de 2025`, `December 31, 2025`. */
function readNamedMonth(text: string): CalendarDate | null {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const { day, name, year } = (DAY_AND_NAME.exec(bare) ?? NAME_AND_DAY.exec(bare))?.groups ?? {};
  if (day === undefined || name === undefined || year === undefined) return null;
  const [month, another] = MONTHS.flatMap((names, index) =>
    names.some((other) => other.startsWith(name)) ? [index + 1] : [],
  );
  if (month === undefined || another !== undefined) return null;
  return readDate(`${day}/${month}/${year}`, 'DAY_MONTH_YEAR');
}

const calendarDate = (year: number, month: number, day: number): CalendarDate | null =>
  isDate(year, month, day) ? { year, month, day } : null;
