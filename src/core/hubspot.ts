/**
 * HubSpot's vocabulary: objects, operations, limits, addresses and the shape of an import request.
 * Sources, read November 2026 from stored copies; `inferred` marks what HubSpot does not state.
 * - "imports guide": developers.hubspot.com/docs/api-reference/latest/crm/imports/guide
 * - "file formats": knowledge.hubspot.com/import-and-export/set-up-your-import-file
 * - "object APIs": developers.hubspot.com/docs/guides/crm/using-object-apis
 */

/** Limits of one file (imports guide, file formats). */
export const LIMITS = {
  bytes: 512 * 1024 * 1024,
  rows: 1_048_576,
  /** Fewer than 1,000 columns. */
  columns: 999,
  /** Characters of one text value (properties guide). */
  textCharacters: 65_536,
} as const;

/** How records of one object type are written (imports guide). HubSpot's default is UPSERT. */
export type Operation = 'CREATE' | 'UPDATE' | 'UPSERT';

/** Order of day, month and year, one for the whole import (imports guide). HubSpot's default is MONTH_DAY_YEAR. */
export type DateFormat = 'MONTH_DAY_YEAR' | 'DAY_MONTH_YEAR' | 'YEAR_MONTH_DAY';

/** What a column is to HubSpot; absent means STANDARD (imports guide). */
export type ColumnType =
  | 'STANDARD'
  | 'HUBSPOT_OBJECT_ID'
  | 'HUBSPOT_ALTERNATE_ID'
  | 'FLEXIBLE_ASSOCIATION_LABEL'
  | 'ASSOCIATION_KEYS'
  | 'EVENT_TIMESTAMP';

export interface RequestColumn {
  readonly columnObjectTypeId: string;
  readonly columnName: string;
  readonly propertyName?: string | null;
  readonly columnType?: ColumnType;
}

export interface RequestFile {
  readonly fileName: string;
  readonly fileFormat: 'CSV' | 'SPREADSHEET';
  readonly fileImportPage: { readonly hasHeader: boolean; readonly columnMappings: readonly RequestColumn[] };
}

/** The `importRequest` part of `POST /crm/v3/imports/` (imports guide; HubSpot's specification leaves it untyped). */
export interface ImportRequest {
  readonly name: string;
  readonly importOperations: Readonly<Record<string, Operation>>;
  readonly dateFormat?: DateFormat;
  readonly timeZone?: string;
  readonly marketableContactImport?: boolean;
  readonly createContactListFromImport?: boolean;
  readonly files: readonly RequestFile[];
}

/**
 * HubSpot's states that it does not leave any more, and the statuses they become. STARTED, DEFERRED and PROCESSING go on, and
 * so does any state that is added later (imports specification; that REVERTED is final is inferred).
 */
export const FINAL_STATES: ReadonlyMap<string, 'done' | 'failed' | 'canceled' | 'reverted'> = new Map([
  ['DONE', 'done'],
  ['FAILED', 'failed'],
  ['CANCELED', 'canceled'],
  ['REVERTED', 'reverted'],
]);

/** A property of one object type, reduced to what the importer uses (properties API, v3 and dated). */
export interface Property {
  readonly name: string;
  readonly label: string;
  /** `string`, `number`, `date`, `datetime`, `enumeration`, `bool`, `phone_number`, or one HubSpot adds later. */
  readonly type: string;
  readonly fieldType: string;
  readonly groupName: string;
  readonly description: string;
  readonly options: readonly PropertyOption[];
  readonly hasUniqueValue: boolean;
  readonly hubspotDefined: boolean;
  /** `OWNER` when the values are users of the account. */
  readonly referencedObjectType: string | null;
  readonly textDisplayHint: string | null;
  readonly numberDisplayHint: string | null;
  /** True for calculated, read-only and archived properties: they cannot be imported. */
  readonly readOnly: boolean;
}

export interface PropertyOption {
  readonly label: string;
  readonly value: string;
  readonly hidden: boolean;
}

/** A user who can own records (owners API). */
export interface Owner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** The record id of every object type; it may be mapped as a key, never written. */
export const RECORD_ID = 'hs_object_id';

/** One kind of record. */
export interface ObjectType {
  /** HubSpot's object type id, `0-1` or `2-1234567`. */
  readonly id: string;
  /** The name HubSpot's paths use, plural where it has one: `contacts`. For a custom object its id or full name. */
  readonly name: string;
  /** Properties that identify a record besides the record id and unique custom properties (file formats). */
  readonly identifiers: readonly string[];
  /** Needed to create a record: every group must have one of its properties (file formats, "required columns"). */
  readonly required: readonly (readonly string[])[];
}

const objectType = (
  id: string,
  name: string,
  identifiers: readonly string[],
  required: readonly (readonly string[])[],
): ObjectType => ({ id, name, identifiers, required });

/** Standard object types that can be imported (object APIs, file formats). */
export const OBJECT_TYPES: readonly ObjectType[] = [
  objectType('0-1', 'contacts', ['email'], [['email', 'firstname', 'lastname']]),
  objectType('0-2', 'companies', ['domain'], [['name', 'domain']]),
  objectType('0-3', 'deals', [], [['dealname'], ['pipeline'], ['dealstage']]),
  objectType('0-5', 'tickets', [], [['subject'], ['hs_pipeline'], ['hs_pipeline_stage']]),
  // `hs_sku` as the identifier is inferred: HubSpot says "SKU" without its internal name.
  objectType('0-7', 'products', ['hs_sku'], [['name']]),
  objectType('0-136', 'leads', [], [['hs_lead_name']]),
];

/**
 * Finds an object type by id or name, in singular or plural, in any case.
 *
 * @returns The known type; for anything else a custom object with that id or name; null for blank text.
 */
export function findObjectType(idOrName: string): ObjectType | null {
  const wanted = idOrName.trim();
  if (wanted === '') return null;
  const lower = wanted.toLowerCase();
  const singular: Record<string, string> = { company: 'companies' };
  const known = OBJECT_TYPES.find(
    ({ id, name }) => id === lower || name === lower || name === `${lower}s` || name === singular[lower],
  );
  return known ?? objectType(wanted, wanted, [], []);
}

/** HubSpot's paths below `endpoint`. The version is `v3` or a date such as `2026-09` (imports API). */
export const PATHS = {
  imports: (version: string): string => (version === 'v3' ? '/crm/v3/imports/' : `/crm/imports/${version}`),
  import: (version: string, importId: string): string =>
    `${version === 'v3' ? '/crm/v3/imports' : `/crm/imports/${version}`}/${encodeURIComponent(importId)}`,
  cancel: (version: string, importId: string): string => `${PATHS.import(version, importId)}/cancel`,
  errors: (version: string, importId: string): string => `${PATHS.import(version, importId)}/errors`,
  properties: (objectTypeId: string): string => `/crm/v3/properties/${encodeURIComponent(objectTypeId)}`,
  owners: '/crm/v3/owners',
  pipelines: (objectTypeId: string): string => `/crm/v3/pipelines/${encodeURIComponent(objectTypeId)}`,
  schemas: '/crm-object-schemas/v3/schemas',
} as const;
