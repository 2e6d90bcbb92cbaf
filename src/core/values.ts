/**
 * Is this text what HubSpot takes? One function for each kind of value.
 * Each is given a filled cell without surrounding spaces and names what is wrong, or null.
 * Source: "file formats" (see hubspot.ts). What HubSpot does not document is not accepted here, unless marked `inferred`:
 * a value that was fine after all costs a look, one that is dropped in silence costs the value.
 */
import { LIMITS } from './hubspot.js';
import type { ColumnRule } from './plan.js';
import type { ProblemCode } from './problems.js';

export type ValueCheck = (value: string) => ProblemCode | null;

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const HOST = String.raw`(?:${LABEL}\.)+(?:xn--[a-z0-9-]{2,59}|\p{L}[\p{L}\p{M}]{1,62})`;
const ATOM = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;

const ASCII_EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;
const EMAIL = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*@${HOST}$`, 'iu');
const ONLY_HOST = new RegExp(`^${HOST}$`, 'iu');
const URL_SHAPE = new RegExp(
  String.raw`^(?:[a-z][a-z0-9+.-]*://)?(?:[^\s/?#@]+@)?(?:${HOST}|\d{1,3}(?:\.\d{1,3}){3})\.?(?::\d{1,5})?(?:[/?#]\S*)?$`,
  'iu',
);

/** Longest address and longest part before the `@` (RFC 5321). */
export const EMAIL_CHARACTERS = 254;
export const LOCAL_CHARACTERS = 64;

/**
 * An e-mail address: one `@`, a domain with a top level, no quotes or comments. Letters of every script are fine on
 * both sides (inferred: HubSpot does not state its rule).
 */
export function emailProblem(value: string): ProblemCode | null {
  if (value.length > EMAIL_CHARACTERS || value.indexOf('@') > LOCAL_CHARACTERS) return 'email-invalid';
  return ASCII_EMAIL.test(value) || EMAIL.test(value) ? null : 'email-invalid';
}

/** Longest domain name (RFC 1035). */
export const DOMAIN_CHARACTERS = 253;

/** A company's domain; an address on the web will do, since HubSpot strips what follows the top level. */
export function domainProblem(value: string): ProblemCode | null {
  const domain = bareDomain(value);
  return domain.length <= DOMAIN_CHARACTERS && ONLY_HOST.test(domain) ? null : 'domain-invalid';
}

/** The domain in a domain or web address: lower case, without scheme, `www.`, port and path (`www.` is inferred). */
export function bareDomain(value: string): string {
  const [host = ''] = value
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .split(/[/?#:]/, 1);
  return host.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '');
}

/** An address on the web, with or without its scheme. */
export function urlProblem(value: string): ProblemCode | null {
  return value.length <= LIMITS.textCharacters && URL_SHAPE.test(value) ? null : 'url-invalid';
}

const EXTENSION = /[\s,;]*(?:ext(?:ension|n)?\.?|x|#)\s*\d{1,8}$/i;
const LETTER = /\p{L}/u;
export const PHONE_CHARACTERS = 100;
export const PHONE_DIGITS = 5;

/** A phone number: five digits at least and no letters, but for an extension at the end (`ext123`). */
export function phoneProblem(value: string): ProblemCode | null {
  if (value.length > PHONE_CHARACTERS) return 'phone-invalid';
  const number = value.replace(EXTENSION, '');
  const digits = number.match(/\d/g)?.length ?? 0;
  return digits >= PHONE_DIGITS && !LETTER.test(number) ? null : 'phone-invalid';
}

const NUMBER = /^[+-]?0*([1-9]\d*)?(?:\.\d*)?%?$/;

/** More digits before the point than this cannot be kept exactly (inferred: HubSpot's limit is not stated). */
export const INTEGER_DIGITS = 15;

/**
 * A number: digits with one decimal point at most, `25%` for a percentage; a sign is inferred. Thousands separators,
 * decimal commas, currency signs and exponents are not documented, so they do not pass.
 */
export function numberProblem(value: string): ProblemCode | null {
  const parts = NUMBER.exec(value);
  if (parts === null || !/\d/.test(value)) return 'number-invalid';
  return (parts[1]?.length ?? 0) > INTEGER_DIGITS ? 'number-too-large' : null;
}

const BOOLEAN = /^(?:true|false|yes|no)$/i;

/** A single checkbox: True, Yes, False or No; that their case does not matter is inferred. */
export function booleanProblem(value: string): ProblemCode | null {
  return BOOLEAN.test(value) ? null : 'boolean-invalid';
}

const RECORD_ID = /^\d{1,19}$/;

/** A record id: digits only. */
export function recordIdProblem(value: string): ProblemCode | null {
  return RECORD_ID.test(value) ? null : 'record-id-invalid';
}

/** Any text of 65,536 characters at most. U+FFFD stands where bytes were read in the wrong encoding. */
export function textProblem(value: string): ProblemCode | null {
  if (value.length > LIMITS.textCharacters) return 'text-too-long';
  return value.includes('\uFFFD') ? 'text-unreadable' : null;
}

/** The checks that need nothing but the value. */
export const PLAIN_CHECKS = {
  text: textProblem,
  email: emailProblem,
  domain: domainProblem,
  url: urlProblem,
  phone: phoneProblem,
  number: numberProblem,
  boolean: booleanProblem,
  'record-id': recordIdProblem,
} as const satisfies Record<string, ValueCheck>;

export type PlainKind = keyof typeof PLAIN_CHECKS;

/** What identifies a record, in the form HubSpot compares: addresses and domains in lower case (others exact is inferred). */
export function identityOf(kind: ColumnRule['kind'], value: string): string {
  if (kind === 'email') return value.toLowerCase();
  return kind === 'domain' ? bareDomain(value) : value;
}
