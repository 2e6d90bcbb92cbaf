/**
 * The rules for values once more, over texts and with regular expressions, as plain as can be: what the rules over bytes must
 * agree with, and what papaparse is given in the benchmark.
 */
import * as DATE_TRAITS from '../../src/core/date-bits.js';
import { type DatePart, ENGLISH_MONTHS, traitsOfParts } from '../../src/core/date-traits.js';
import { dateProblem } from '../../src/core/dates.js';
import { LIMITS } from '../../src/core/hubspot.js';
import type { CheckPlan, ColumnRule } from '../../src/core/plan.js';
import type { ProblemCode } from '../../src/core/problems.js';
import * as TRAITS from '../../src/core/trait-bits.js';
import { DATE_SHIFT, isTraitKind, PROBLEMS } from '../../src/core/traits.js';
import { createAccountCheck } from '../../src/core/value-check.js';
import { bareDomain, isPhoneNumber, type ValueCheck } from '../../src/core/values.js';

/** A letter or digit of any script; those beyond ASCII count as letters. */
const WIDE = String.raw`[[\p{L}\p{M}\p{N}]--[\0-\x7f]]`;
const LETTER = String.raw`[a-zA-Z${WIDE}]`;
const LABEL = String.raw`[a-zA-Z0-9${WIDE}](?:[a-zA-Z0-9${WIDE}\-]{0,61}[a-zA-Z0-9${WIDE}])?`;
const HOST = String.raw`(?:${LABEL}\.)+(?:[xX][nN]--[a-zA-Z0-9${WIDE}\-]{2,59}|${LETTER}{2,63})`;
const ATOM = String.raw`[a-zA-Z0-9${WIDE}!#$%&'*+\/=?^_\x60\{\|\}~\-]+`;
const EMAIL = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*@${HOST}$`, 'v');
const ASCII_EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const ONLY_HOST = new RegExp(`^${HOST}$`, 'v');
const URL_SHAPE = new RegExp(
  String.raw`^(?:[a-zA-Z][a-zA-Z0-9+.\-]*:\/\/)?(?:[^\s\/?#@]+@)?(?:${HOST}|\d{1,3}(?:\.\d{1,3}){3})\.?(?::\d{1,5})?(?:[\/?#]\S*)?$`,
  'v',
);
const NUMBER = /^[+-]?0*([1-9]\d*)?(?:\.\d*)?%?$/;

const lengthOf = (value: string): number => (/^[\0-\x7f]*$/.test(value) ? value.length : [...value].length);

const CHECKS = {
  email(value) {
    if (lengthOf(value) > 254 || lengthOf(value.split('@', 1)[0] ?? '') > 64) return 'email-invalid';
    return ASCII_EMAIL.test(value) || EMAIL.test(value) ? null : 'email-invalid';
  },
  domain(value) {
    // In lower case the one becomes two characters, and the other one of ASCII.
    const domain = bareDomain(value.replace(/[\u0130\u212a]/g, 'é'));
    return lengthOf(domain) <= 253 && ONLY_HOST.test(domain) ? null : 'domain-invalid';
  },
  url: (value) => (lengthOf(value) <= LIMITS.textCharacters && URL_SHAPE.test(value) ? null : 'url-invalid'),
  phone: (value) => (isPhoneNumber(value) ? null : 'phone-invalid'),
  number(value) {
    const parts = NUMBER.exec(value);
    if (parts === null || !/\d/.test(value)) return 'number-invalid';
    return (parts[1]?.length ?? 0) > 15 ? 'number-too-large' : null;
  },
  boolean: (value) => (/^(?:true|false|yes|no)$/i.test(value) ? null : 'boolean-invalid'),
  'record-id': (value) => (/^\d{1,19}$/.test(value) ? null : 'record-id-invalid'),
  text(value) {
    if (value.length > LIMITS.textCharacters) return 'text-too-long';
    return value.includes('\uFFFD') ? 'text-unreadable' : null;
  },
} as const satisfies Record<keyof typeof PROBLEMS, ValueCheck>;

/** As `createValueCheck`. */
export function createTextCheck(
  rule: ColumnRule,
  { owners, dateFormat }: Pick<CheckPlan, 'owners' | 'dateFormat'>,
): ValueCheck {
  const { kind, keyKind = 'text' } = rule;
  if (kind === 'date' || kind === 'datetime')
    return (value) => dateProblem(dateTraitsOfText(value), kind, dateFormat);
  if (kind === 'keys') return (text) => worstKey(text, CHECKS[keyKind]);
  return isTraitKind(kind) ? CHECKS[kind] : (createAccountCheck(rule, owners) ?? (() => null));
}

function worstKey(text: string, check: ValueCheck): ProblemCode | null {
  const keys = text.split(';').flatMap((key) => key.trim() || []);
  return keys.length === 0 ? check(text) : (keys.map(check).find((problem) => problem !== null) ?? null);
}

/** As `traitsOfBytes`. */
export function traitsByRules(text: string): number {
  const value = text.trim();
  let traits = value === text ? 0 : TRAITS.untrimmed;
  if (value === '') return traits | TRAITS.blank;
  for (const kind of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
    const problem = CHECKS[kind](value);
    traits |= PROBLEMS[kind].find(([code]) => code === problem)?.[1] ?? 0;
  }
  if (/[A-Z]|[^\0-\x7f]/.test(value)) traits |= TRAITS.mayFold;
  if (!/^[a-z0-9.-]*$/.test(value) || /^www\.|\.$/.test(value)) traits |= TRAITS.notBare;
  return traits | (dateTraitsOfText(value) << DATE_SHIFT);
}

const DATE = /^(\d{1,4}|[a-z]{3,9})([-/. ])(\d{1,2}|[a-z]{3,9})\2(\d{1,4})(?:[ t] ?(.+))?$/i;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: ?([ap]m))?(?: ?(?:z|[+-](\d\d):(\d\d)))?$/i;
const UNIX_MS = /^-?\d{11,14}$/;
const MONTH_NUMBERS = new Map(
  ENGLISH_MONTHS.flatMap((name, index) => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ]),
);

/** As `dateTraitsOfBytes`. */
export function dateTraitsOfText(text: string): number {
  const parts = DATE.exec(text);
  if (parts === null) return UNIX_MS.test(text) ? DATE_TRAITS.timestamp : 0;
  const [, first = '', , second = '', third = '', time] = parts;
  if (time !== undefined && !isTime(time)) return 0;
  const date = { first: partOf(first), second: partOf(second), third: partOf(third), timeAt: text.length };
  return traitsOfParts(date, time !== undefined);
}

function partOf(text: string): DatePart {
  if (/^\d/.test(text)) return { number: Number(text), digits: text.length };
  return { number: MONTH_NUMBERS.get(text.toLowerCase()) ?? 0, digits: 0 };
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
function timeFits(
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
