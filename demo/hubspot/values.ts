import type { OwnerDefinition } from './account.js';
import { type DateFailure, readDate, readDateTime } from './dates.js';
import type { DateFormat } from './import-request.js';
import { splitValues } from './identities.js';
import type { OptionDefinition, PropertyDefinition } from './properties/property.js';
import { brokenRule, type ValidationRule } from './rules.js';
import { readTerm } from './terms.js';

/** What a value is read with, besides its property. */
export interface Reading {
  readonly objectTypeId: string;
  readonly dateFormat: DateFormat;
  /** The time zone of times without an offset: milliseconds ahead of UTC at a wall-clock time. */
  readonly offsetAt: (wall: number) => number;
  readonly owners: readonly OwnerDefinition[];
  readonly rules: Readonly<Record<string, readonly ValidationRule[]>>;
}

/** The value as HubSpot stores it, or why it is not taken. */
export type ReadValue = { readonly value: string } | { readonly errorType: string; readonly message: string };

/** Longest text value, in characters (properties guide). */
const LONGEST_TEXT = 65_536;

const EMAIL = /^[^\s@",;<>()[\]]+@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;
const DOMAIN = /^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*$/u;

const no = (errorType: string, message: string): ReadValue => ({ errorType, message });

/**
 * Reads one cell, not empty, the way HubSpot's importer reads it (knowledge base, "Format import files"). Which error type
 * goes with which failure is inferred from its name.
 */
export function readValue(property: PropertyDefinition, text: string, reading: Reading): ReadValue {
  if (property.modificationMetadata.readOnlyValue || property.calculated) {
    return no('FAILED_VALIDATION', `${property.name} is read-only`);
  }
  const read = readByType(property, text.trim(), reading);
  const broken = 'value' in read ? brokenRule(reading.rules[property.name] ?? [], read.value) : null;
  return broken === null
    ? read
    : no('INVALID_CUSTOM_PROPERTY_VALIDATION', `${property.name} breaks ${broken}`);
}

function readByType(property: PropertyDefinition, text: string, reading: Reading): ReadValue {
  if (property.referencedObjectType === 'OWNER') {
    return property.fieldType === 'checkbox'
      ? readOwners(text, reading.owners)
      : readOwner(text, reading.owners);
  }
  switch (property.type) {
    case 'number':
      return readNumber(text);
    case 'date':
      return fromDate(readDate(text, reading.dateFormat), text);
    case 'datetime':
      return fromDate(readDateTime(text, reading.dateFormat, reading.offsetAt), text);
    case 'bool':
      return readBoolean(text);
    case 'enumeration':
      return property.fieldType === 'checkbox' ? readOptions(property, text) : readOption(property, text);
    case 'phone_number':
      return readPhone(text);
    case 'string':
      return readText(property, text, reading.objectTypeId);
  }
}

function readText(property: PropertyDefinition, text: string, objectTypeId: string): ReadValue {
  if (text.length > LONGEST_TEXT)
    return no('COLUMN_TOO_LARGE', `The value has more than ${LONGEST_TEXT} characters`);
  if (property.name === 'email') return readEmail(text);
  if (property.name === 'domain') return readDomain(text);
  if (property.name === 'hs_recurring_billing_period') return readTerm(text, objectTypeId);
  if (property.fieldType === 'file') return readFileIds(text);
  return { value: text };
}

/** A file property holds ids of files, several with `;` (several are inferred). */
const readFileIds = (text: string): ReadValue =>
  /^\d+(;\d+)*$/.test(text) ? { value: text } : no('INVALID_ENUM_FILE_ID_OR_URL', `${text} is no file id`);

/** `+[country][number]`, and an extension; a number without `+` gets a country by guess (its shape is inferred). */
const readPhone = (text: string): ReadValue =>
  /^\+?[\d\s()./-]{3,}(ext\.? ?\d+)?$/i.test(text)
    ? { value: text }
    : no('INVALID_PROPERTY_VALUE_FORMAT', `${text} is not a phone number`);

export const isEmail = (text: string): boolean => EMAIL.test(text);

/** HubSpot keeps email addresses in lower case (inferred: they match whatever the case). */
function readEmail(text: string): ReadValue {
  return isEmail(text)
    ? { value: text.toLowerCase() }
    : no('INVALID_EMAIL', `${text} is not an email address`);
}

/** What follows the top-level domain is cut off; so is what goes before the name (inferred). */
function readDomain(text: string): ReadValue {
  const host = text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#:].*$/, '');
  return DOMAIN.test(host) ? { value: host } : no('INVALID_DOMAIN', `${text} is not a domain name`);
}

/** Digits with at most one decimal point; a percentage may be written `25%`. Thousands separators are not read (inferred). */
function readNumber(text: string): ReadValue {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(\s?%)?$/.exec(text);
  if (match?.[1] === undefined) return no('COULD_NOT_PARSE_NUMBER', `${text} is not a number`);
  const number = Number(match[1]);
  if (Math.abs(number) >= 1e15) return no('INVALID_NUMBER_SIZE', `${text} is too large`);
  if (match[2] === undefined) return { value: match[1].replace(/^\+/, '') };
  return { value: String(Number((number / 100).toPrecision(15))) };
}

function fromDate(read: { readonly date: string } | DateFailure, text: string): ReadValue {
  if (read === 'unreadable')
    return no('COULD_NOT_PARSE_DATE', `${text} does not fit the date format of the import`);
  if (read === 'out-of-range') return no('OUTSIDE_VALID_TIME_RANGE', `${text} is outside the range of dates`);
  return { value: read.date };
}

function readBoolean(text: string): ReadValue {
  const word = text.toLowerCase();
  if (word === 'true' || word === 'yes') return { value: 'true' };
  if (word === 'false' || word === 'no') return { value: 'false' };
  return no('INVALID_ENUMERATION_OPTION', `${text} was not one of the allowed options: true, yes, false, no`);
}

/** Several options with `;`; a leading `;` is kept, for it adds to what the record has. */
function readOptions(property: PropertyDefinition, text: string): ReadValue {
  const values: string[] = [];
  for (const part of text.split(';').filter((word) => word.trim() !== '')) {
    const read = readOption(property, part.trim());
    if (!('value' in read)) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  if (values.length === 0) return no('INVALID_ENUMERATION_OPTION', `${text} holds no option`);
  return { value: (text.startsWith(';') ? ';' : '') + values.join(';') };
}

function readOption(property: PropertyDefinition, text: string): ReadValue {
  const found = matchOptions(property.options, text);
  const [only, second] = found;
  if (only === undefined) {
    const known = property.options.slice(0, 20).map(({ label }) => label);
    return no(
      'INVALID_ENUMERATION_OPTION',
      `${text} was not one of the allowed options: ${known.join(', ')}`,
    );
  }
  if (second !== undefined) return no('AMBIGUOUS_ENUMERATION_OPTION', `${text} matches more than one option`);
  return { value: only };
}

/**
 * Values of the options that a text names by value or label. As written first, then in any case (inferred: HubSpot does not
 * say whether case counts).
 */
export function matchOptions(options: readonly OptionDefinition[], text: string): string[] {
  const named = (same: (word: string) => boolean): string[] => [
    ...new Set(options.filter(({ label, value }) => same(label) || same(value)).map(({ value }) => value)),
  ];
  const exact = named((word) => word === text);
  if (exact.length > 0) return exact;
  const lower = text.toLowerCase();
  return named((word) => word.toLowerCase() === lower);
}

/** Several users, joined by `;` (knowledge base, of deal collaborators). */
function readOwners(text: string, owners: readonly OwnerDefinition[]): ReadValue {
  const ids: string[] = [];
  for (const word of splitValues(text)) {
    const read = readOwner(word, owners);
    if (!('value' in read)) return read;
    ids.push(read.value);
  }
  return { value: (text.startsWith(';') ? ';' : '') + [...new Set(ids)].join(';') };
}

/** By id, email address or full name; a name that two users share names neither. */
function readOwner(text: string, owners: readonly OwnerDefinition[]): ReadValue {
  const lower = text.toLowerCase();
  const sure = owners.find(({ id, email }) => id === text || email.toLowerCase() === lower);
  if (sure !== undefined) return { value: sure.id };
  const [only, second] = owners.filter(
    ({ firstName, lastName }) => `${firstName} ${lastName}`.toLowerCase() === lower,
  );
  if (only === undefined) return no('COULD_NOT_FIND_OWNER', `No user found for ${text}`);
  if (second !== undefined) return no('MULTIPLE_OWNERS_FOUND', `More than one user found for ${text}`);
  return { value: only.id };
}
