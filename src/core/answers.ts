/**
 * Schemas of everything that comes in over the network. Unknown fields are kept, unknown enum values survive.
 * Source: HubSpot/HubSpot-public-api-spec-collection, `CRM/Imports` (v3, 2026-03, 2026-09), `CRM/Properties`, `CRM/Owners`.
 */
import * as z from 'zod/mini';
import type { Owner, Property } from './hubspot.js';

z.config({ jitless: true }); // strict content policies stay quiet

const id = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

/** The answer of a token endpoint: the OAuth shape, and optionally where to post (this project's own). */
export const TokenAnswer = z.looseObject({
  access_token: z.string().check(z.minLength(1)),
  /** Seconds; five minutes when the endpoint does not say. */
  expires_in: z._default(z.number(), 300),
  endpoint: z.optional(z.string()),
});
export type TokenAnswer = z.infer<typeof TokenAnswer>;

const maybe = <T extends z.core.SomeType>(type: T) => z.optional(z.nullable(type));

/** Text that is for showing only: an odd one counts as absent, and spoils nothing beside it. */
const said = z.catch(z.optional(z.string()), undefined);

/** `PublicImportResponse`. `counters` is an open map; absent counters are not zero. */
export const ImportResponse = z.looseObject({
  id,
  state: z.string(),
  createdAt: said,
  updatedAt: said,
  importName: said,
  importSource: said,
  optOutImport: z.catch(z.optional(z.boolean()), undefined),
  mappedObjectTypeIds: z.catch(z.optional(z.array(z.string())), undefined),
  metadata: z._default(
    z.looseObject({
      counters: z._default(z.record(z.string(), z.number()), {}),
      fileIds: z._default(z.array(id), []),
      objectLists: z._default(z.array(z.looseObject({ listId: id, objectType: z.optional(z.string()) })), []),
    }),
    { counters: {}, fileIds: [], objectLists: [] },
  ),
});
export type ImportResponse = z.infer<typeof ImportResponse>;

const paging = maybe(z.looseObject({ next: maybe(z.looseObject({ after: z.string() })) }));

export const ImportList = z.looseObject({ results: z.array(ImportResponse), paging });

/** `PublicImportError`. `lineNumber` is 1-based, 0 for the whole file; `knownColumnNumber` is zero-based. */
export const ImportRowError = z.looseObject({
  id: z.optional(id),
  errorType: z.string(),
  errorMessage: maybe(z.string()),
  invalidValue: maybe(z.string()),
  invalidValueToDisplay: maybe(z.string()),
  knownColumnNumber: maybe(z.number()),
  objectTypeId: maybe(z.string()),
  sourceData: z._default(
    z.looseObject({
      lineNumber: maybe(z.number()),
      rowData: maybe(z.array(z.nullable(z.string()))),
    }),
    {},
  ),
});
export type ImportRowError = z.infer<typeof ImportRowError>;

export const ImportErrorPage = z.looseObject({ results: z.array(ImportRowError), paging });
export type ImportErrorPage = z.infer<typeof ImportErrorPage>;

/** HubSpot's error body; its documentation says to treat every field as optional. */
export const ErrorBody = z.looseObject({
  message: said,
  correlationId: said,
  category: said,
  errorType: said,
  policyName: said,
  errors: z.catch(
    z.optional(z.array(z.looseObject({ context: z.optional(z.record(z.string(), z.array(z.string()))) }))),
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
  modificationMetadata: maybe(z.looseObject({ readOnlyValue: maybe(z.boolean()) })),
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

const EchoedRequest = z.looseObject({
  files: z.array(
    z.looseObject({
      fileImportPage: z.looseObject({ columnMappings: z.array(z.looseObject({ columnName: z.string() })) }),
    }),
  ),
});

/** The headers of the first file that was sent: HubSpot's answer echoes the request. None when it does not. */
export function sentHeaders({ importRequestJson }: ImportResponse): readonly string[] {
  const request = EchoedRequest.safeParse(importRequestJson);
  return request.data?.files[0]?.fileImportPage.columnMappings.map(({ columnName }) => columnName) ?? [];
}
