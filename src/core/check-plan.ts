import type { ObjectType, Owner, Property } from './hubspot.js';
import { RECORD_ID } from './hubspot.js';
import type { Mapping } from './mapping.js';
import type { CheckPlan, ColumnRule } from './plan.js';
import { valueKind } from './value-kind.js';

/** What a plan needs besides the mapping. */
export interface PlanContext {
  readonly objectType: ObjectType;
  /** The account's, or the well-known ones of `defaults.ts`. */
  readonly properties: readonly Property[];
  /** Null when they could not be read; then owners are not checked. */
  readonly owners: readonly Owner[] | null;
  /** Number of headers of the file. */
  readonly columnCount: number;
  readonly maxRows: number;
}

/**
 * Plans the check of a whole file: one rule for each matched column, in file order. A property whose definition is not
 * known is checked as text. A required group that no column has is left to `mappingProblems`, which says it once.
 */
export function planCheck(mapping: Mapping, context: PlanContext): CheckPlan {
  const { objectType, columnCount, maxRows } = context;
  const definitions = new Map(context.properties.map((property) => [property.name, property]));
  const columns = mapping.columns.flatMap(({ column, property }) =>
    property === null ? [] : [planColumn(column, property, definitions.get(property), mapping, objectType)],
  );
  const required = objectType.required.map((group) =>
    columns.filter(({ property }) => group.includes(property)).map(({ column }) => column),
  );
  const { objectTypeId, operation } = mapping;
  const groups = operation === 'UPDATE' ? [] : required.filter((group) => group.length > 0);
  return {
    columns,
    objects: [{ objectTypeId, operation, required: groups }],
    columnCount,
    dateFormat: mapping.dateFormat,
    owners: columns.some(({ kind }) => kind === 'owner') ? context.owners : null,
    maxRows,
  };
}

function planColumn(
  column: number,
  property: string,
  definition: Property | undefined,
  mapping: Mapping,
  objectType: ObjectType,
): ColumnRule {
  const kind = definition === undefined ? kindOfUnknown(property) : valueKind(definition, objectType.id);
  return {
    column,
    objectTypeId: mapping.objectTypeId,
    property,
    kind,
    uniqueness: uniquenessOf(property, definition, mapping),
    options: kind === 'option' || kind === 'options' ? (definition?.options ?? []) : [],
  };
}

function kindOfUnknown(property: string): ColumnRule['kind'] {
  return property === RECORD_ID ? 'record-id' : 'text';
}

/**
 * Email stays unique when contacts are matched by another key; a company's domain may repeat then (file formats).
 */
function uniquenessOf(
  property: string,
  definition: Property | undefined,
  mapping: Mapping,
): ColumnRule['uniqueness'] {
  if (property === mapping.identifier) return 'identifier';
  const isContactEmail = mapping.objectTypeId === '0-1' && property === 'email';
  return isContactEmail || property === RECORD_ID || definition?.hasUniqueValue === true ? 'unique' : 'none';
}
