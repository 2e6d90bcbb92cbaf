import * as z from 'zod/mini';

// Strict throughout: what the relay does not know it cannot hold against a policy, so a field it does not know is
// refused. The fields are those of HubSpot's imports guide, with the older spellings that its examples still print.

const operation = z.enum(['CREATE', 'UPDATE', 'UPSERT']);
const typeName = z.string().check(z.regex(/^\w[\w-]{0,199}$/));
const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

const column = z
  .strictObject({
    columnObjectTypeId: maybe(typeName),
    columnObjectType: maybe(typeName),
    toColumnObjectTypeId: maybe(typeName),
    columnName: z.string(),
    propertyName: maybe(z.string()),
    columnType: maybe(z.string()),
    idColumnType: maybe(z.string()),
    ignored: maybe(z.boolean()),
    foreignKeyType: maybe(z.strictObject({ associationTypeId: z.int(), associationCategory: z.string() })),
    associationIdentifierColumn: maybe(z.boolean()),
    marketingEventSubmissionType: maybe(z.string()),
  })
  // A column without a type would be given one by HubSpot, out of the policy's sight.
  .check(z.refine((it) => it.ignored === true || Boolean(it.columnObjectTypeId ?? it.columnObjectType)));

const file = z.strictObject({
  // HubSpot wants a base name; quotes, slashes and control characters could be read in two ways further on.
  fileName: z.string().check(z.minLength(1), z.maxLength(500), z.regex(/^[^/\\\p{Cc}]+$/u)),
  fileFormat: z.optional(z.enum(['CSV', 'SPREADSHEET'])),
  dateFormat: z.optional(z.string()),
  fileImportPage: z.strictObject({ hasHeader: z.boolean(), columnMappings: z.array(column) }),
});

/** An `importRequest` that holds only fields whose effect is known, and names every file once. */
export const importRequestSchema = z.strictObject({
  name: z.string(),
  importOperations: z.optional(z.record(typeName, operation)),
  dateFormat: z.optional(z.string()),
  timeZone: z.optional(z.string()),
  marketableContactImport: z.optional(z.boolean()),
  createContactListFromImport: z.optional(z.boolean()),
  marketingEventObjectId: z.optional(z.int()),
  files: z.array(file).check(
    z.minLength(1),
    z.refine((files) => new Set(files.map(({ fileName }) => fileName)).size === files.length),
  ),
});

/** An `importRequest` as the relay has read it. */
export type CheckedRequest = z.infer<typeof importRequestSchema>;
