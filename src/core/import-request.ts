/**
 * The `importRequest` part of the call that starts an import, as a schema. HubSpot's specification leaves it untyped; the
 * fields are those of its imports guide ("Start an import", "Map file columns", read November 2026). Only what is known is
 * allowed, so that whoever checks a request knows all that it does.
 */
import * as z from 'zod/mini';
import { COLUMN_TYPES, DATE_FORMATS, OPERATIONS, SUBMISSION_TYPES } from './hubspot.js';

const objectType = z.string().check(z.regex(/^\w[\w-]{0,199}$/));

/** The kind of tie that a common column or a column of record ids makes (imports guide, associations guide). */
const ForeignKeyType = z.strictObject({
  associationTypeId: z.int(),
  associationCategory: z.string(),
});

/** One column of a file; there is one for each, in file order. */
export const RequestColumn = z.strictObject({
  /** Whose data the column holds. */
  columnObjectTypeId: objectType,
  /** The file's header to the letter. */
  columnName: z.string(),
  /** Internal name; null on a common column and on record ids of another object; absent on labels and event times. */
  propertyName: z.optional(z.nullable(z.string())),
  columnType: z.optional(z.enum(COLUMN_TYPES)),
  /** The other object type, of a label or common column. */
  toColumnObjectTypeId: z.optional(objectType),
  foreignKeyType: z.optional(ForeignKeyType),
  /** True on the common column in the file of the object type that owns the property. */
  associationIdentifierColumn: z.optional(z.boolean()),
  marketingEventSubmissionType: z.optional(z.enum(SUBMISSION_TYPES)),
});
export type RequestColumn = Readonly<z.infer<typeof RequestColumn>>;

export const RequestFile = z.strictObject({
  /** Base name with extension; the uploaded part has the same. */
  fileName: z.string(),
  fileFormat: z.enum(['CSV', 'SPREADSHEET']),
  fileImportPage: z.strictObject({ hasHeader: z.boolean(), columnMappings: z.array(RequestColumn) }),
});

export const ImportRequest = z.strictObject({
  /** Shown in HubSpot's list of imports. */
  name: z.string(),
  /** By object type id. */
  importOperations: z.record(objectType, z.enum(OPERATIONS)),
  dateFormat: z.optional(z.enum(DATE_FORMATS)),
  /** IANA name; only seen in the guide's marketing-event example. */
  timeZone: z.optional(z.string()),
  /** Contacts only: true sets them as marketing contacts, false as non-marketing. */
  marketableContactImport: z.optional(z.boolean()),
  /** Makes a list of the imported contacts. */
  createContactListFromImport: z.optional(z.boolean()),
  /** Record id of the event that contacts took part in; only seen in the guide's example. */
  marketingEventObjectId: z.optional(z.int()),
  files: z.array(RequestFile),
});

type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

/** Exactly what the `importRequest` part holds. */
export type ImportRequest = Plain<z.infer<typeof ImportRequest>>;
export type RequestFile = Plain<z.infer<typeof RequestFile>>;
