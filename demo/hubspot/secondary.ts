import { OTHERS_OF, splitValues } from './identities.js';
import type { Match } from './match.js';
import type { AccountObject } from './objects.js';
import type { RowContext } from './row.js';
import { isEmail } from './values.js';

type Values = Readonly<Record<string, string>>;

/**
 * Which address or domain comes first. One that the record has as a further one stays that, unless the record was found by its id:
 * then an address becomes the first and the old one a further one (knowledge base, "Format import files"). For domains nothing of
 * the kind is said, so they stay as they are (inferred).
 */
export function settleFirst(
  object: AccountObject,
  values: Values,
  before: Values,
  { id, by }: Match,
): Values {
  const first = object.identifiers.find((name) => OTHERS_OF[name] !== undefined);
  if (first === undefined) return values;
  const othersName = OTHERS_OF[first] ?? '';
  const wanted = values[first];
  const others = splitValues(values[othersName] ?? before[othersName] ?? '');
  const without = (value: string | undefined): string[] => others.filter((other) => other !== value);
  if (wanted === undefined || !splitValues(before[othersName] ?? '').includes(wanted)) {
    const isSame = values[othersName] === undefined;
    return isSame ? values : { ...values, [othersName]: without(wanted ?? before[first]).join(';') };
  }
  if (first === 'email' && id !== null && by?.property.name === 'hs_object_id') {
    return { ...values, [othersName]: [...without(wanted), ...splitValues(before[first] ?? '')].join(';') };
  }
  const { [first]: _, ...rest } = values;
  return rest;
}

/**
 * Reads a column of additional addresses, joined by `;`. They are added to those the record has (inferred). What is no address, or
 * another contact's, is left out, each with an error.
 */
export function readAdditionalEmails(
  object: AccountObject,
  text: string,
  id: string | null,
  before: Values,
  { store }: RowContext,
): { readonly value: string; readonly refused: readonly string[] } {
  const wanted = splitValues(text.toLowerCase());
  const isFree = (email: string): boolean =>
    isEmail(email) && store.idsWith(object, 'email', email).every((other) => other === id);
  const kept = splitValues(before.hs_additional_emails ?? '');
  return {
    value: [...new Set([...kept, ...wanted.filter(isFree)])].join(';'),
    refused: wanted
      .filter((email) => !isFree(email))
      .map((email) => `${email} cannot be an additional email address of this contact`),
  };
}
