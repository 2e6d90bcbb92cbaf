import { RECORD_ID } from './hubspot.js';
import type { Property } from './hubspot.js';
import type { ObjectType } from './objects.js';
import type { PropertyKind } from './plan.js';
import { foldValue } from './words.js';

/** Standard text properties whose values are addresses of pages. Inferred: HubSpot declares them as plain text. */
const URL_PROPERTIES = new Set([
  'website',
  'hs_linkedin_url',
  'linkedin_company_page',
  'facebook_company_page',
  'facebook_fan_page',
  'hs_url',
]);

/**
 * True when a column may be matched to the property: it can be written, or it is the record id, which serves as key where
 * records can be found again. Which properties are read-only is in their definitions; that these are all is inferred.
 */
export function isImportable(
  { name, readOnly }: Property,
  { createsOnly }: Pick<ObjectType, 'createsOnly'>,
): boolean {
  return name === RECORD_ID ? !createsOnly : !readOnly;
}

/** What a value of the property must be, from its type, field type and display hints (properties API). */
export function valueKind(property: Property, objectTypeId: string): PropertyKind {
  const { name, type, fieldType, textDisplayHint } = property;
  if (name === RECORD_ID) return 'record-id';
  if (property.referencedObjectType === 'OWNER' || name === 'hubspot_owner_id') return 'owner';
  if (fieldType === 'checkbox') return 'options';
  if (type === 'bool' || fieldType === 'booleancheckbox') return 'boolean';
  if (type === 'enumeration') return 'option';
  if (type === 'number' || type === 'date' || type === 'datetime') return type;
  if (type === 'phone_number' || fieldType === 'phonenumber' || textDisplayHint === 'phone_number')
    return 'phone';
  if (
    textDisplayHint === 'email' ||
    (objectTypeId === '0-1' && (name === 'email' || name === 'work_email'))
  ) {
    return 'email';
  }
  if (textDisplayHint === 'domain_name' || (objectTypeId === '0-2' && name === 'domain')) return 'domain';
  if (URL_PROPERTIES.has(name)) return 'url';
  return 'text';
}

/** A property that a column may be matched to, with what its values must be. */
export interface Candidate {
  readonly objectTypeId: string;
  readonly property: Property;
  readonly kind: PropertyKind;
  /** Labels and internal values of its options, folded; empty for other kinds and when they are not known. */
  readonly options: ReadonlySet<string>;
}

/** Prepares a property for being compared with many columns. */
export function toCandidate(property: Property, objectTypeId: string): Candidate {
  const kind = valueKind(property, objectTypeId);
  const hasOptions = kind === 'option' || kind === 'options';
  const names = hasOptions
    ? property.options.flatMap(({ label, value }) => [foldValue(label), foldValue(value)])
    : [];
  return { objectTypeId, property, kind, options: new Set(names) };
}
