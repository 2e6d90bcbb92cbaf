/**
 * Repairs of wrong values, to be proposed to the person and never made without asking.
 * Whatever is proposed passes the check of its column; where two repairs are thinkable there is none.
 */
import { isDate } from './date-traits.js';
import { type CalendarDate, readDate, writeDate } from './dates.js';
import type { DateFormat, Owner, PropertyOption } from './hubspot.js';
import type { CheckPlan, ColumnRule } from './plan.js';
import { createOptionCheck, createValueCheck } from './value-check.js';
import { bareDomain } from './values.js';

type Accounts = Pick<CheckPlan, 'owners' | 'dateFormat'>;

/** Longer cells are no slip of the pen. */
const LONGEST_CHARACTERS = 400;

/**
 * Suggests what a wrong value was meant to be: `1.234,56` → `1234.56`, `Ann <a@b.org>` → `a@b.org`, `oui` → `true`.
 * Options are given by internal value and owners by e-mail address, which HubSpot reads whatever its language.
 *
 * @param value The cell as the file has it.
 * @param accounts Of the check's plan; a date is only repaired once its order is decided.
 * @returns A value that passes the column's check; null when nothing is wrong, or there is no telling what was meant.
 */
export function suggestFix(rule: ColumnRule, value: string, accounts: Accounts): string | null {
  if (value.length > LONGEST_CHARACTERS) return null;
  const check = createValueCheck(rule, accounts);
  if (check(value.trim()) === null) return null;
  const text = value
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return null;
  if (check(text) === null) return text;
  const fixed = fixText(rule, text, accounts);
  return fixed !== null && fixed !== '' && check(fixed) === null ? fixed : null;
}

function fixText(rule: ColumnRule, text: string, { owners, dateFormat }: Accounts): string | null {
  switch (rule.kind) {
    case 'email':
      return fixEmail(text);
    case 'domain':
      return fixDomain(text);
    case 'url':
      return text.includes('@') ? null : mendAddress(text);
    case 'phone':
      return fixPhone(text);
    case 'number':
      return fixNumber(text);
    case 'date':
    case 'datetime':
      return dateFormat === null ? null : fixDate(text, rule.kind, dateFormat);
    case 'boolean':
      return BOOLEAN_WORDS.get(plain(text) || text) ?? null;
    case 'option':
      return nearestOption(rule.options, text);
    case 'options':
    case 'labels':
      return fixOptions(rule.options, text);
    case 'owner':
      return fixOwner(owners ?? [], text);
    case 'record-id':
      return fixRecordId(text);
    case 'text':
    case 'keys':
      return null;
  }
}

/** An address in its wrapping: `Ann <a@b.org>`, `mailto:`, `(at)`, a comma for the point of the top level. */
function fixEmail(text: string): string | null {
  const addresses = text.toLowerCase().match(/[^\s<>()"';,:]+@[^\s<>()"';,]+/g) ?? [];
  if (new Set(addresses).size > 1) return null;
  const unwrapped = /<([^<>]+)>/.exec(text)?.[1] ?? text;
  const address = unwrapped
    .normalize('NFKC') // full-width letters and signs
    .replace(/^mailto:([^?]*)\?.*$/i, '$1')
    .replace(/^(?:mailto|e-?mail) ?: ?/i, '')
    .replace(/ ?[([{] ?(?:at|@) ?[)\]}] ?/gi, '@')
    .replace(/ ?[([{] ?(?:dot|point|punkt) ?[)\]}] ?/gi, '.')
    .replace(/ ?@ ?/g, '@');
  return mendTopLevel(unbracket(address)).replace(/\.{2,}(?=[^@]*$)/g, '.');
}

/** Mail services for everybody: their domain is no company's. */
const MAIL_SERVICE =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|aol|gmx|web|proton|protonmail|orange|wanadoo|free|laposte|t-online|libero|uol)\.[a-z.]+$/;

function fixDomain(text: string): string | null {
  const parts = text.split('@');
  const domain = bareDomain(mendAddress(parts.at(-1) ?? ''));
  if (parts.length === 1) return domain;
  return parts.length === 2 && !MAIL_SERVICE.test(domain) ? domain : null;
}

/** Mends a web address: `http:/`, `http//`, backslashes, brackets around it, a comma for the point of the top level. */
function mendAddress(text: string): string {
  const address = unbracket(text.normalize('NFKC')).replace(/\\/g, '/');
  const [, scheme = '', host = '', path = ''] =
    /^((?:https?(?:: ?\/{0,2}|\/\/))?)([^/]*)(.*)$/i.exec(address) ?? [];
  const written = scheme.toLowerCase().startsWith('https') ? 'https://' : 'http://';
  return `${scheme === '' ? '' : written}${mendTopLevel(host)}${path}`;
}

const unbracket = (text: string): string => text.replace(/^[\s"'`<([{]+|[\s"'`>)\]},;:.!]+$/g, '');
const mendTopLevel = (text: string): string => text.replace(/ ?[.,] ?([a-z]{2,4})$/, '.$1');

/** Words before and after a number: `Tel.: 01 23 45 67 89 (office)`. */
function fixPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[\p{L}.: ]+(?=[+\d(])/u, '')
    .replace(/ ?[([][^()[\]\d]*[)\]]$/, '')
    .trim();
}

const CURRENCY = String.raw`[A-Z]{0,3}\p{Sc}|EUR|USD|GBP|CHF|CAD|AUD|NZD|JPY|SEK|NOK|DKK|PLN|CZK|BRL|MXN|INR|kr\.?|zł`;
const CURRENCY_BEFORE = new RegExp(`^(?:${CURRENCY}) ?`, 'u');
const CURRENCY_BEHIND = new RegExp(` ?(?:${CURRENCY})$`, 'u');

/** A number as people write it: a currency, a minus in front, behind or as brackets, separators, a decimal comma. */
function fixNumber(text: string): string | null {
  const unsigned = text.replace(/^\((.+)\)$/, '$1').replace(/^[-−] ?| ?[-−]$/g, '');
  const bare = unsigned.replace(CURRENCY_BEFORE, '').replace(CURRENCY_BEHIND, '');
  const digits = bare.replace(/^[-−] ?/, '');
  const isNegative = unsigned !== text || digits !== bare;
  const isPercentage = digits.endsWith('%');
  const amount = readAmount(isPercentage ? digits.slice(0, -1).trim() : digits);
  return amount === null ? null : `${isNegative ? '-' : ''}${amount}${isPercentage ? '%' : ''}`;
}

function readAmount(text: string): string | null {
  // `1,234` is left alone: in one country it is a thousand, in another little more than one.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return null;
  if (/^\d*[.,]?\d+$/.test(text)) return text.replace(',', '.');
  const grouped = /^(\d{1,3}(?:([ '’.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(text);
  if (grouped !== null) {
    const [, whole = '', separator, point, decimals] = grouped;
    if (point === separator) return null;
    return whole.replace(/\D/g, '') + (decimals === undefined ? '' : `.${decimals}`);
  }
  // Spreadsheets shorten long numbers to six digits, and what they cut cannot be brought back.
  const [, first, decimals = '', exponent] = /^(\d)(?:\.(\d{1,4}))?e\+?(\d{1,2})$/i.exec(text) ?? [];
  const zeros = Number(exponent);
  return first !== undefined && decimals.length <= zeros && zeros < 15
    ? first + decimals.padEnd(zeros, '0')
    : null;
}

/** English, French, German, Spanish and Portuguese, without accents. */
const BOOLEAN_WORDS: ReadonlyMap<string, 'true' | 'false'> = new Map([
  ...'1 y x on oui vrai ja wahr si verdadero sim verdadeiro ✓ ✔'
    .split(' ')
    .map((word) => [word, 'true'] as const),
  ...'0 n off non faux nein falsch falso nao ✗ ✘'.split(' ').map((word) => [word, 'false'] as const),
]);

/** Letters and digits alone, in lower case and without accents. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The one option that differs in case, accents, spacing or signs alone, else in a single slip of the pen. */
function nearestOption(options: readonly PropertyOption[], text: string): string | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const matching = (matches: (name: string) => boolean): ReadonlySet<string> =>
    new Set(
      options
        .filter(({ label, value }) => matches(plain(label)) || matches(plain(value)))
        .map(({ value }) => value),
    );
  const same = matching((name) => name === wanted);
  const found = same.size > 0 ? same : matching((name) => isSlip(name, wanted));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** One letter more, less, other or swapped with its neighbour, in words of five letters at least. Digits never slip. */
function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 1) return false;
  if (one.replace(/\P{N}/gu, '') !== other.replace(/\P{N}/gu, '')) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  const longest = Math.min(one.length, other.length) - start;
  while (end < longest && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === `${right[1] ?? ''}${right[0] ?? ''}`;
}

/** Spaces around `;`, or another separator in its place; every part must be an option. */
function fixOptions(options: readonly PropertyOption[], text: string): string | null {
  const check = createOptionCheck(options, false);
  const adds = text.startsWith(';') ? ';' : '';
  for (const separator of [';', ',', '|', '/', '+']) {
    const parts = text.split(separator).map((part) => part.trim());
    const found = parts
      .filter((part) => part !== '')
      .map((part) => (check(part) === null ? part : nearestOption(options, part)));
    if (!found.includes(null)) return adds + found.join(';');
  }
  return null;
}

/** `Last, First`, accents and spacing, `First Last <address>`. */
function fixOwner(owners: readonly Owner[], text: string): string | null {
  const address = /[^\s<>()]+@[^\s<>()]+/.exec(text)?.[0].toLowerCase();
  const wanted = plain(text);
  const found = owners.filter(({ email, firstName, lastName }) =>
    address === undefined
      ? plain(firstName + lastName) === wanted || plain(lastName + firstName) === wanted
      : email.toLowerCase() === address,
  );
  const [only] = found;
  return only === undefined || found.length > 1 ? null : only.email || only.id;
}

function fixRecordId(text: string): string | null {
  const address = /\/(?:record\/\d+-\d+|contact|company|deal|ticket)\/(\d+)/.exec(text);
  return (address ?? /^[#'"=]*(\d+)(?:\.0+)?["']?$/.exec(text))?.[1] ?? null;
}

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(\.\d{1,3})?\d* ?(?:(Z)|([+-]\d\d):?(\d\d))$/i;
const DATE_AND_TIME =
  /^(.*?\S)(?:T|,? (?:at |um |à |a las |às )?)(\d{1,2})[:h](\d\d)(:\d\d)?(?:\.\d+)?( ?[ap]m)?(.*)$/i;

/** A date in another order, another language or none at all, written in the order of the import. */
function fixDate(text: string, kind: 'date' | 'datetime', format: DateFormat): string | null {
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
