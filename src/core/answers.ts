/**
 * Schemas of everything that comes in over the network. Unknown fields are kept, unknown enum values survive.
 * Source: HubSpot/HubSpot-public-api-spec-collection, `CRM/Imports` (v3, 2026-03, 2026-09), `CRM/Properties`, `CRM/Owners`.
 */
import * as z from 'zod/mini';
import type { Owner, Property } from './hubspot.js';

z.config({ jitless: true }); // strict content policies stay quiet

const id = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

const maybe = <T extends z.core.SomeType>(type: T) => z.optional(z.nullable(type));

/** Text that is for showing only: an odd one counts as absent, and spoils nothing beside it. */
const said = z.catch(z.optional(z.string()), undefined);

/** The answer of a token endpoint: the OAuth shape, and optionally where to post (this project's own). */
export const TokenAnswer = z.looseObject({
  access_token: z.string().check(z.minLength(1)),
  /** Seconds; five minutes when the endpoint does not say. */
  expires_in: z._default(z.number(), 300),
  endpoint: z.optional(z.string()),
  /** What else it is good for, with spaces between; see `allowancesOf`. */
  scope: said,
});
export type TokenAnswer = z.infer<typeof TokenAnswer>;

/**
 * An import as HubSpot answers it when it is started, read or listed: `PublicImportResponse` (imports specification).
 * HubSpot marks more of it as required; what only shows is allowed to be missing, so that an odd answer stops no import.
 */
export const ImportResponse = z.looseObject({
  /** A string, although the path takes a number. */
  id,
  /** STARTED, DEFERRED, PROCESSING, DONE, FAILED, CANCELED, REVERTED, or one HubSpot adds later. */
  state: z.string(),
  /** ISO 8601. */
  createdAt: said,
  updatedAt: said,
  importName: said,
  /** API, CRM_UI, IMPORT, MOBILE_ANDROID, MOBILE_IOS, SALESFORCE, or one added later. */
  importSource: said,
  /** Whether the contacts of the file were opted out of emails. */
  optOutImport: z.catch(z.optional(z.boolean()), undefined),
  mappedObjectTypeIds: z.catch(z.optional(z.array(z.string())), undefined),
  /** The request as HubSpot understood it; live ones also hold `portalId` and `language` (seen by third parties). */
  importRequestJson: z.catch(z.optional(z.looseObject({})), undefined),
  /** What the import was made from: `templateType` is admin_defined, previous_import or user_file. */
  importTemplate: z.catch(
    z.optional(z.looseObject({ templateId: z.optional(id), templateType: said })),
    undefined,
  ),
  metadata: z._default(
    z.looseObject({
      /** An open map; a counter that is absent is not zero. */
      counters: z._default(z.record(z.string(), z.number()), {}),
      /** Ids of the files, in the order of the request (inferred). */
      fileIds: z._default(z.array(id), []),
      objectLists: z._default(z.array(z.looseObject({ listId: id, objectType: z.optional(z.string()) })), []),
    }),
    { counters: {}, fileIds: [], objectLists: [] },
  ),
});
export type ImportResponse = z.infer<typeof ImportResponse>;

const paging = maybe(
  z.looseObject({ next: maybe(z.looseObject({ after: z.string(), link: maybe(z.string()) })) }),
);

/** One page of the imports of the same app: `GET …/imports` (imports specification). */
export const ImportList = z.looseObject({ results: z.array(ImportResponse), paging });

/** What became of a cancel: `ActionResponse` (imports specification). Its status is the action's, not the import's. */
export const CancelAnswer = z.looseObject({
  /** CANCELED, COMPLETE, PENDING or PROCESSING. */
  status: said,
  requestedAt: said,
  startedAt: said,
  completedAt: said,
});

/** Where in the files an error is: `ImportRowCore` (imports specification). */
const SourceData = z.looseObject({
  /** From 1; 0 for the whole file. Whether line 1 is the header is not stated. */
  lineNumber: maybe(z.number()),
  fileId: maybe(id),
  /** The row's cells, when they are asked for. */
  rowData: maybe(z.array(z.nullable(z.string()))),
  additionalRowData: maybe(z.array(z.nullable(z.string()))),
  containsEncryptedProperties: maybe(z.boolean()),
  /** Name of a workbook's sheet. */
  pageName: maybe(z.string()),
});

/** One error: `PublicImportError` (imports specification). */
export const ImportRowError = z.looseObject({
  id: z.optional(id),
  /** Milliseconds since 1970, where an import has ISO 8601. */
  createdAt: maybe(z.number()),
  errorType: z.string(),
  /** Only when it is asked for (inferred). */
  errorMessage: maybe(z.string()),
  extraContext: maybe(z.string()),
  invalidValue: maybe(z.string()),
  /** The property's value if there is one, else the cell. */
  invalidValueToDisplay: maybe(z.string()),
  invalidPropertyValue: maybe(z.looseObject({ name: maybe(z.string()) })),
  /** Zero-based, of the file that was sent. */
  knownColumnNumber: maybe(z.number()),
  /** CONTACT, COMPANY and so on. */
  objectType: maybe(z.string()),
  objectTypeId: maybe(z.string()),
  sourceData: z._default(SourceData, {}),
});
export type ImportRowError = z.infer<typeof ImportRowError>;

/** One page of an import's errors: `GET …/errors` (imports specification). */
export const ImportErrorPage = z.looseObject({ results: z.array(ImportRowError), paging });
export type ImportErrorPage = z.infer<typeof ImportErrorPage>;

/** HubSpot's error body (imports specification, error handling guide, which says to treat every field as optional). */
export const ErrorBody = z.looseObject({
  /** `error`. */
  status: said,
  message: said,
  /** For HubSpot's support. */
  correlationId: said,
  /** VALIDATION_ERROR, RATE_LIMITS, MISSING_SCOPES and others; an open list. */
  category: said,
  subCategory: said,
  /** RATE_LIMIT on a 429 for rate (usage guidelines). */
  errorType: said,
  /** DAILY, TEN_SECONDLY_ROLLING and others. */
  policyName: said,
  errors: z.catch(
    z.optional(
      z.array(
        z.looseObject({
          message: said,
          context: z.optional(z.record(z.string(), z.array(z.string()))),
        }),
      ),
    ),
    undefined,
  ),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

const text = z._default(z.nullable(z.string()), '');

const PropertyAnswer = z.looseObject({
  name: z.string().check(z.minLength(1)),
  label: text,
  type: z._default(z.string(), 'string'),
  fieldType: z._default(z.string(), 'text'),
  groupName: text,
  description: text,
  options: maybe(z.array(z.looseObject({ label: text, value: z.string(), hidden: maybe(z.boolean()) }))),
  hasUniqueValue: maybe(z.boolean()),
  hubspotDefined: maybe(z.boolean()),
  referencedObjectType: maybe(z.string()),
  textDisplayHint: maybe(z.string()),
  numberDisplayHint: maybe(z.string()),
  calculated: maybe(z.boolean()),
  archived: maybe(z.boolean()),
  modificationMetadata: maybe(
    z.looseObject({ readOnlyValue: maybe(z.boolean()), readOnlyOptions: maybe(z.boolean()) }),
  ),
  /** True where the options come from elsewhere: users, pipelines. */
  externalOptions: maybe(z.boolean()),
});

/** `GET /crm/v3/properties/{objectType}`; a page may supply the array alone. Entries that are no property are dropped. */
export function readProperties(answer: unknown): readonly Property[] | null {
  const envelope = z.looseObject({ results: z.array(z.unknown()) }).safeParse(answer);
  const list = envelope.success ? envelope.data.results : answer;
  if (!Array.isArray(list)) return null;
  return list.flatMap((entry) => {
    const read = PropertyAnswer.safeParse(entry);
    return read.success ? [toProperty(read.data)] : [];
  });
}

function toProperty(answer: z.infer<typeof PropertyAnswer>): Property {
  return {
    name: answer.name,
    label: answer.label === null || answer.label === '' ? answer.name : answer.label,
    type: answer.type,
    fieldType: answer.fieldType,
    groupName: answer.groupName ?? '',
    description: answer.description ?? '',
    options: (answer.options ?? []).map((option) => ({
      label: option.label === null || option.label === '' ? option.value : option.label,
      value: option.value,
      hidden: option.hidden ?? false,
    })),
    hasUniqueValue: answer.hasUniqueValue ?? false,
    hubspotDefined: answer.hubspotDefined ?? false,
    referencedObjectType: answer.referencedObjectType ?? null,
    textDisplayHint: answer.textDisplayHint ?? null,
    numberDisplayHint: answer.numberDisplayHint ?? null,
    readOnly: [answer.calculated, answer.archived, answer.modificationMetadata?.readOnlyValue].includes(true),
    readOnlyOptions: [answer.externalOptions, answer.modificationMetadata?.readOnlyOptions].includes(true),
  };
}

/** `GET /crm/v3/owners`, one page. */
export const OwnerPage = z.looseObject({
  results: z.array(z.looseObject({ id, email: text, firstName: text, lastName: text })),
  paging,
});

export function toOwners(page: z.infer<typeof OwnerPage>): readonly Owner[] {
  return page.results.map((owner) => ({
    id: owner.id,
    email: owner.email ?? '',
    firstName: owner.firstName ?? '',
    lastName: owner.lastName ?? '',
  }));
}

/** `GET /crm/v3/pipelines/{objectType}`. */
export const PipelineList = z.looseObject({
  results: z.array(
    z.looseObject({ id, label: text, stages: z._default(z.array(z.looseObject({ id, label: text })), []) }),
  ),
});

/** `GET /crm-object-schemas/v3/schemas`: custom objects. */
export const SchemaList = z.looseObject({
  results: z.array(
    z.looseObject({
      objectTypeId: z.string(),
      name: z._default(z.string(), ''),
      fullyQualifiedName: z._default(z.string(), ''),
      labels: z._default(
        z.looseObject({ singular: z.optional(z.string()), plural: z.optional(z.string()) }),
        {},
      ),
      requiredProperties: z._default(z.array(z.string()), []),
    }),
  ),
});

/** `GET /crm/v3/object-library/enablement`: which of the objects that an account may switch on are on (object library specification). */
export const Enablement = z.looseObject({ enablementByObjectTypeId: z.record(z.string(), z.boolean()) });

/** `GET /crm/v4/associations/{from}/{to}/labels` (associations schema specification). */
export const LabelList = z.looseObject({
  results: z.array(
    z.looseObject({
      category: z.string(),
      typeId: z.number(),
      label: z._default(z.nullable(z.string()), null),
    }),
  ),
});

/** `GET /crm/v3/properties/{objectType}/groups` (properties specification). */
export const PropertyGroupList = z.looseObject({
  results: z.array(z.looseObject({ name: z.string(), label: text, archived: maybe(z.boolean()) })),
});
