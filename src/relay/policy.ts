import * as z from 'zod/mini';
import { LIMITS, type Operation } from '../core/hubspot.js';
import { findObjectType } from '../core/objects.js';
import { importRequestSchema, type CheckedRequest } from './import-request.js';
import { Refusal } from './refusal.js';

/** Who a person is and what they may import. What is left out is not limited, unless a default is named. */
export interface Policy {
  /** Stable and unique for the person, such as a user id. Imports and repeats are told apart by it. */
  readonly subject: string;
  /** Ids or names, `['0-1', 'companies', '2-1234567']`; a custom object is allowed as it is spelt here. */
  readonly objectTypes?: readonly string[] | undefined;
  readonly operations?: readonly Operation[] | undefined;
  /** Whether `marketableContactImport` may be sent, which can change what HubSpot charges. */
  readonly marketing?: boolean | undefined;
  /** Whether `createContactListFromImport` may be true. */
  readonly lists?: boolean | undefined;
  /** Bytes of one file. Default and most: HubSpot's 512 MB. */
  readonly maxBytes?: number | undefined;
  /** Files of one import. Default 5. */
  readonly maxFiles?: number | undefined;
  /**
   * Which imports can be listed, read and cancelled: those this person started here, or all that HubSpot shows
   * the app. Default `own`.
   */
  readonly imports?: 'own' | 'all' | undefined;
}

const policySchema = z.object({
  subject: z.string().check(z.minLength(1), z.maxLength(500)),
  objectTypes: z.optional(z.array(z.string())),
  operations: z.optional(z.array(z.enum(['CREATE', 'UPDATE', 'UPSERT']))),
  marketing: z.optional(z.boolean()),
  lists: z.optional(z.boolean()),
  maxBytes: z.optional(z.int().check(z.positive())),
  maxFiles: z.optional(z.int().check(z.positive())),
  imports: z.optional(z.enum(['own', 'all'])),
});

/**
 * Reads a policy from outside: the host's `authorize`, or a ticket.
 *
 * @throws a schema error when it is none
 */
export function readPolicy(value: unknown): Policy {
  return policySchema.parse(value);
}

/** Most bytes of one file under a policy. */
export function fileBytes(policy: Policy): number {
  return Math.min(policy.maxBytes ?? LIMITS.bytes, LIMITS.bytes);
}

const MAX_FILES = 5;

/** What of a checked request the relay goes on to need. */
export interface Permit {
  readonly name: string;
  /** In the request's order; each belongs to one `files` part. */
  readonly fileNames: readonly string[];
}

/**
 * Holds an `importRequest` against a policy.
 *
 * @param value The part's JSON, parsed.
 * @throws {Refusal} 400 `import-request` when it is not one the relay fully understands; 403 `object-type`,
 *   `operation`, `marketing`, `lists`, `files` when the policy does not allow it
 */
export function checkImportRequest(value: unknown, policy: Policy): Permit {
  const request = readRequest(value);
  const fileNames = request.files.map((file) => file.fileName);
  if (fileNames.length > (policy.maxFiles ?? MAX_FILES)) {
    throw new Refusal(403, 'files', 'More files than you may import at once.');
  }
  if (request.marketableContactImport !== undefined && policy.marketing === false) {
    throw new Refusal(403, 'marketing', 'You may not set whether contacts are marketing contacts.');
  }
  if (request.createContactListFromImport === true && policy.lists === false) {
    throw new Refusal(403, 'lists', 'You may not make a list from an import.');
  }
  checkObjectTypes(request, policy);
  checkOperations(request, policy);
  return { name: request.name, fileNames };
}

/**
 * Refuses an object type that a policy does not name.
 *
 * @throws {Refusal} 403 `object-type`
 */
export function checkObjectType(idOrName: string, policy: Policy): void {
  if (policy.objectTypes === undefined) return;
  if (policy.objectTypes.some((allowed) => typeId(allowed) === typeId(idOrName))) return;
  throw new Refusal(403, 'object-type', 'You may not import this type of record.');
}

function readRequest(value: unknown): CheckedRequest {
  const read = importRequestSchema.safeParse(value);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  throw new Refusal(
    400,
    'import-request',
    `The importRequest is not one that can be checked${where === '' ? '.' : `: see ${where}.`}`,
  );
}

function checkObjectTypes(request: CheckedRequest, policy: Policy): void {
  if (policy.objectTypes === undefined) return;
  const columns = request.files.flatMap((file) => file.fileImportPage.columnMappings);
  // An association type id alone does not say which records it reaches.
  if (columns.some((column) => column.foreignKeyType && !column.toColumnObjectTypeId)) {
    throw new Refusal(403, 'object-type', 'An association must say which type of record it leads to.');
  }
  const named = columns.flatMap((column) => [...ownTypes(column), column.toColumnObjectTypeId ?? null]);
  for (const type of [...named, ...Object.keys(request.importOperations ?? {})]) {
    if (type !== null) checkObjectType(type, policy);
  }
  // Participants are tied to the event named here, whether or not a column is.
  if (request.marketingEventObjectId !== undefined) checkObjectType('0-54', policy);
}

function checkOperations(request: CheckedRequest, policy: Policy): void {
  const { operations } = policy;
  if (operations === undefined) return;
  const asked = Object.entries(request.importOperations ?? {});
  const withOperation = new Set(asked.map(([type]) => typeId(type)));
  const columns = request.files.flatMap((file) => file.fileImportPage.columnMappings);
  // HubSpot's default for a type that names none is UPSERT.
  const defaulted = columns.flatMap(ownTypes).some((type) => !withOperation.has(typeId(type)));
  const all = [...asked.map(([, operation]) => operation), ...(defaulted ? ['UPSERT' as const] : [])];
  if (all.some((operation) => !operations.includes(operation))) {
    throw new Refusal(403, 'operation', 'You may not create or update records in this way.');
  }
}

type Column = CheckedRequest['files'][number]['fileImportPage']['columnMappings'][number];

function ownTypes(column: Column): string[] {
  return [column.columnObjectTypeId, column.columnObjectType].filter((type) => typeof type === 'string');
}

function typeId(idOrName: string): string {
  return (findObjectType(idOrName)?.id ?? '').toLowerCase();
}
