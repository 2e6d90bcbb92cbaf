/** What option or user of the account was meant (see `fixes.ts`). */
import type { Owner, PropertyOption } from './hubspot.js';
import { createOptionCheck } from './value-check.js';

/** Letters and digits alone, in lower case and without accents. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The one option that differs in case, accents, spacing or signs alone, else in a single slip of the pen. */
export function nearestOption(options: readonly PropertyOption[], text: string): string | null {
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
export function fixOptions(options: readonly PropertyOption[], text: string): string | null {
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
export function fixOwner(owners: readonly Owner[], text: string): string | null {
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
