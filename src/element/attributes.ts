import type { DateFormat, Operation } from '../core/hubspot.js';
import { findObjectType, type ObjectType } from '../core/objects.js';

/** Unknown values fall back to the default; nothing throws. */

const OPERATIONS: Readonly<Record<string, Operation>> = {
  upsert: 'UPSERT',
  create: 'CREATE',
  update: 'UPDATE',
};

const DATE_FORMATS: Readonly<Record<string, DateFormat>> = {
  'month-day-year': 'MONTH_DAY_YEAR',
  'day-month-year': 'DAY_MONTH_YEAR',
  'year-month-day': 'YEAR_MONTH_DAY',
};

/** One word for every object type, or by property one for each object type id. */
export function toOperation(value: unknown, objectTypeId: string): Operation {
  const isTable = typeof value === 'object' && value !== null;
  const word = isTable ? (value as Readonly<Record<string, unknown>>)[objectTypeId] : value;
  return OPERATIONS[plain(word)] ?? 'UPSERT';
}

/** Lets the person choose among all objects. */
const ANY_OBJECT = '*';

/** Ids or names, space separated, each once; `*` leaves it open, beginning with the others that are named, else with contacts. */
export function toObjectTypes(value: unknown): {
  readonly objectTypes: readonly [ObjectType, ...ObjectType[]];
  readonly isOpen: boolean;
} {
  const names = typeof value === 'string' ? value.split(/[\s,]+/).filter((name) => name !== '') : [];
  const types = names.flatMap((name) => (name === ANY_OBJECT ? [] : (findObjectType(name) ?? [])));
  const [first, ...others] = types.filter(({ id }, at) => types.findIndex((other) => other.id === id) === at);
  const contacts = findObjectType('0-1');
  if (contacts === null) throw new TypeError('The default object type is missing.');
  return { objectTypes: [first ?? contacts, ...others], isOpen: names.includes(ANY_OBJECT) };
}

export const toDateFormat = (value: unknown): DateFormat | null => DATE_FORMATS[plain(value)] ?? null;

/** `v3`, or a date such as `2026-09`. */
export const toApiVersion = (value: unknown): string =>
  /^\d{4}-\d{2}$/.test(plain(value)) ? plain(value) : 'v3';

/** A positive whole number, at most `limit`. */
export function toLimit(value: unknown, limit: number): number {
  const number = typeof value === 'number' ? value : Number(plain(value) || Number.NaN);
  return Number.isFinite(number) && number >= 1 ? Math.min(Math.floor(number), limit) : limit;
}

/** `true`, `false` or unset. */
export function toMarketable(value: unknown): boolean | null {
  const text = plain(value);
  if (text === 'true') return true;
  return text === 'false' ? false : null;
}

/** An IANA name that this browser knows. */
export function toTimeZone(value: unknown): string | null {
  const name = typeof value === 'string' ? value.trim() : '';
  if (name === '') return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** An absolute address on http or https, or null. */
export function toUrl(value: unknown, base: string): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'boolean' ? String(value).trim().toLowerCase() : '';

/** A locale that `Intl` takes, or null. */
export function toLocale(value: unknown): string | null {
  try {
    return typeof value === 'string' && value.trim() !== '' ? new Intl.Locale(value.trim()).toString() : null;
  } catch {
    return null;
  }
}

/** Places that write the month first; everywhere else writes the day first, or the year (CLDR's short dates). */
export function usualDateFormat(locale: string): DateFormat {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(new Date(2026, 10, 23));
  const [first] = parts.filter(({ type }) => ['day', 'month', 'year'].includes(type));
  if (first?.type === 'month') return 'MONTH_DAY_YEAR';
  return first?.type === 'year' ? 'YEAR_MONTH_DAY' : 'DAY_MONTH_YEAR';
}
