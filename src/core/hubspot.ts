/**
 * HubSpot's vocabulary: operations, limits, states, properties. Object types are in objects.ts, addresses in paths.ts, the
 * import request in import-request.ts.
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
export const OPERATIONS = ['CREATE', 'UPDATE', 'UPSERT'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Order of day, month and year, one for the whole import (imports guide). HubSpot's default is MONTH_DAY_YEAR. */
export const DATE_FORMATS = ['MONTH_DAY_YEAR', 'DAY_MONTH_YEAR', 'YEAR_MONTH_DAY'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

/** What a contact did at a marketing event (imports guide, participants). */
export const SUBMISSION_TYPES = ['REGISTERED', 'JOINED', 'LEFT', 'CANCELLED'] as const;
export type SubmissionType = (typeof SUBMISSION_TYPES)[number];

/**
 * What a column is to HubSpot (imports guide); absent means STANDARD.
 * - `HUBSPOT_OBJECT_ID`: record ids. `HUBSPOT_ALTERNATE_ID`: another unique identifier.
 * - `FLEXIBLE_ASSOCIATION_LABEL`: labels of the tie between two object types of the row.
 * - `ASSOCIATION_KEYS`: identifiers of other records of the same object type.
 * - `EVENT_TIMESTAMP`: when a contact took part in a marketing event.
 */
export const COLUMN_TYPES = [
  'STANDARD',
  'HUBSPOT_OBJECT_ID',
  'HUBSPOT_ALTERNATE_ID',
  'FLEXIBLE_ASSOCIATION_LABEL',
  'ASSOCIATION_KEYS',
  'EVENT_TIMESTAMP',
] as const;

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
  /** True where no option can be added. */
  readonly readOnlyOptions: boolean;
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
