/**
 * What of the rules for values needs their text; the rest is told from their bytes (`traits-of-bytes.ts`).
 * Source: "file formats" (see hubspot.ts). What HubSpot does not document is not accepted here, unless marked `inferred`:
 * a value that was fine after all costs a look, one that is dropped in silence costs the value.
 */
import type { ColumnRule } from './plan.js';
import type { ProblemCode } from './problems.js';

/** Given a filled cell without surrounding spaces, names what is wrong with it, or null. */
export type ValueCheck = (value: string) => ProblemCode | null;

/** The domain in a domain or web address: lower case, without scheme, `www.`, port and path (`www.` is inferred). */
export function bareDomain(value: string): string {
  const [host = ''] = value
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .split(/[/?#:]/, 1);
  return host.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '');
}

const EXTENSION = /[\s,;]*(?:ext(?:ension|n)?\.?|x|#)\s*\d{1,8}$/i;
export const PHONE_CHARACTERS = 100;
export const PHONE_DIGITS = 5;

/** A phone number: five digits at least and no letters, but for an extension at the end (`ext123`). */
export function isPhoneNumber(value: string): boolean {
  if (value.length > PHONE_CHARACTERS) return false;
  const number = value.replace(EXTENSION, '');
  const digits = number.match(/\d/g)?.length ?? 0;
  return digits >= PHONE_DIGITS && !/\p{L}/u.test(number);
}

/** What identifies a record, in the form HubSpot compares: addresses and domains in lower case (others exact is inferred). */
export function identityOf(kind: ColumnRule['kind'], value: string): string {
  if (kind === 'email') return value.toLowerCase();
  return kind === 'domain' ? bareDomain(value) : value;
}
