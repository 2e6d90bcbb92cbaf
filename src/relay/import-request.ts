import * as z from 'zod/mini';
import { COLUMN_TYPES, DATE_FORMATS, LIMITS, OPERATIONS, SUBMISSION_TYPES } from '../core/hubspot.js';

// Strict throughout: what the relay does not know it cannot hold against a policy, so a field or a word it does not know is
// refused. Wider than what the element builds: with the older spellings that the imports guide still prints, and bounded.

const typeName = z.string().check(z.regex(/^\w[\w-]{0,199}$/));
const text = (characters: number) => z.string().check(z.maxLength(characters));
const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
const dateFormat = z.enum(DATE_FORMATS);

const column = z
  .strictObject({
    columnObjectTypeId: maybe(typeName),
    columnObjectType: maybe(typeName),
    toColumnObjectTypeId: maybe(typeName),
    columnName: text(65_536),
    propertyName: maybe(text(500)),
    columnType: maybe(z.enum(COLUMN_TYPES)),
    idColumnType: maybe(z.enum(['HUBSPOT_OBJECT_ID', 'HUBSPOT_ALTERNATE_ID'])),
    ignored: maybe(z.boolean()),
    foreignKeyType: maybe(
      z.strictObject({
        associationTypeId: z.int(),
        associationCategory: z.enum(['HUBSPOT_DEFINED', 'USER_DEFINED', 'INTEGRATOR_DEFINED', 'WORK']),
      }),
    ),
    associationIdentifierColumn: maybe(z.boolean()),
    marketingEventSubmissionType: maybe(z.enum(SUBMISSION_TYPES)),
  })
  .check(z.refine((it) => Boolean(it.columnObjectTypeId ?? it.columnObjectType) || isSkipped(it)));

/**
 * A column without a type would be given one by HubSpot, out of the policy's sight. Only one that says nothing but its name
 * may do without, as `ignored` is not documented: were it not understood, there would still be nothing to write.
 */
function isSkipped(it: Readonly<Record<string, unknown>>): boolean {
  const said = Object.entries(it).filter(
    ([, value]) => value !== null && value !== undefined && value !== false,
  );
  return it.ignored === true && said.every(([name]) => name === 'ignored' || name === 'columnName');
}

const file = z.strictObject({
  // HubSpot wants a base name; quotes, slashes and control characters could be read in two ways further on.
  fileName: z.string().check(z.minLength(1), z.maxLength(500), z.regex(/^[^/\\\p{Cc}]+$/u)),
  fileFormat: z.optional(z.enum(['CSV', 'SPREADSHEET'])),
  dateFormat: z.optional(dateFormat),
  fileImportPage: z.strictObject({
    hasHeader: z.boolean(),
    columnMappings: z.array(column).check(z.maxLength(LIMITS.columns)),
  }),
});

/** An `importRequest` that holds only fields whose effect is known, and names every file once. */
export const importRequestSchema = z.strictObject({
  name: text(1000),
  importOperations: z.optional(
    z.record(typeName, z.enum(OPERATIONS)).check(z.refine((it) => Object.keys(it).length <= 100)),
  ),
  dateFormat: z.optional(dateFormat),
  timeZone: z.optional(z.string().check(z.regex(/^[\w+/-]{1,100}$/))),
  marketableContactImport: z.optional(z.boolean()),
  createContactListFromImport: z.optional(z.boolean()),
  marketingEventObjectId: z.optional(z.int()),
  files: z.array(file).check(
    z.minLength(1),
    z.refine((files) => new Set(files.map(({ fileName }) => fileName)).size === files.length),
  ),
});

/** An `importRequest` as the relay has read it, and as it goes on. */
export type CheckedRequest = z.infer<typeof importRequestSchema>;

/** One entry of `columnMappings`. */
export type CheckedColumn = CheckedRequest['files'][number]['fileImportPage']['columnMappings'][number];
