import { findObjectType } from '../core/objects.js';
import type { Association } from './association.js';
import { importRequestSchema, type CheckedColumn, type CheckedRequest } from './import-request.js';
import { checkObjectType, typeId, type Policy } from './policy.js';
import { Refusal } from './refusal.js';

const MAX_FILES = 5;

/** A checked request, and what of it the relay goes on to need. */
export interface Permit {
  /** What goes on: nothing but what was checked. */
  readonly request: CheckedRequest;
  /** In the request's order; each belongs to one `files` part. */
  readonly fileNames: readonly string[];
  /** Association types whose ends are still to be held against the policy; none when it allows every object type. */
  readonly associations: readonly Association[];
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
  if (request.marketableContactImport !== undefined && policy.marketing !== true) {
    throw new Refusal(403, 'marketing', 'You may not set whether contacts are marketing contacts.');
  }
  if (request.createContactListFromImport === true && policy.lists !== true) {
    throw new Refusal(403, 'lists', 'You may not make a list from an import.');
  }
  const columns = request.files.flatMap((file) => file.fileImportPage.columnMappings);
  checkObjectTypes(request, columns, policy);
  checkOperations(request, columns, policy);
  const associations = policy.objectTypes === undefined ? [] : columns.flatMap(associationsOf);
  return { request, fileNames, associations };
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

function checkObjectTypes(request: CheckedRequest, columns: readonly CheckedColumn[], policy: Policy): void {
  if (policy.objectTypes === undefined) return;
  // Where the labels lead would be HubSpot's choice.
  if (columns.some((it) => it.columnType === 'FLEXIBLE_ASSOCIATION_LABEL' && !it.toColumnObjectTypeId)) {
    throw new Refusal(403, 'object-type', 'A column of labels must say which type of record they lead to.');
  }
  const named = columns.flatMap((column) => [...ownTypes(column), column.toColumnObjectTypeId ?? null]);
  for (const type of new Set([...named, ...Object.keys(request.importOperations ?? {})])) {
    if (type !== null) checkObjectType(type, policy);
  }
  // Participants are tied to the event named here, whether or not a column is.
  if (request.marketingEventObjectId !== undefined) checkObjectType('0-54', policy);
}

function checkOperations(request: CheckedRequest, columns: readonly CheckedColumn[], policy: Policy): void {
  const { operations } = policy;
  if (operations === undefined) return;
  const asked = request.importOperations ?? {};
  // HubSpot documents ids as keys. One that it might overlook, a name, says nothing: its default for the type is UPSERT.
  const isCovered = (type: string) => Object.hasOwn(asked, findObjectType(type)?.id ?? type);
  const defaulted = [...new Set(columns.flatMap(ownTypes))].some((type) => !isCovered(type));
  const all = [...Object.values(asked), ...(defaulted ? ['UPSERT' as const] : [])];
  if (all.some((operation) => !operations.includes(operation))) {
    throw new Refusal(403, 'operation', 'You may not create or update records in this way.');
  }
}

function associationsOf(column: CheckedColumn): Association[] {
  const { foreignKeyType, toColumnObjectTypeId } = column;
  if (!foreignKeyType) return [];
  const { associationTypeId, associationCategory } = foreignKeyType;
  const to = toColumnObjectTypeId ? typeId(toColumnObjectTypeId) : null;
  return ownTypes(column).map((type) => ({
    from: typeId(type),
    to,
    typeId: associationTypeId,
    category: associationCategory,
  }));
}

function ownTypes(column: CheckedColumn): string[] {
  return [column.columnObjectTypeId, column.columnObjectType].filter((type) => typeof type === 'string');
}
