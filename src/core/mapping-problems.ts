import type { ObjectType, Property } from './hubspot.js';
import type { Mapping } from './mapping.js';
import type { Severity } from './problems.js';

/**
 * What is wrong with a mapping as a whole.
 * - `mapping-empty`: no column is matched; there is nothing to send.
 * - `mapping-repeated`: `columns` are all matched to the one of `properties`.
 * - `mapping-unknown`: the account has no such property, or HubSpot fills it itself; `properties` are from the page's preset.
 * - `mapping-no-identifier`: nothing tells which record a row is; `properties` are the ones that could.
 * - `mapping-required`: to create a record, one of `properties` is needed and no column has one. One problem per group.
 */
export type MappingProblemCode =
  'mapping-empty' | 'mapping-repeated' | 'mapping-unknown' | 'mapping-no-identifier' | 'mapping-required';

export interface MappingProblem {
  readonly code: MappingProblemCode;
  readonly severity: Severity;
  /** Zero-based in the file. */
  readonly columns: readonly number[];
  readonly properties: readonly string[];
}

/**
 * Says what is wrong with a mapping. Only `mapping-empty`, `mapping-repeated` and, when updating, `mapping-no-identifier`
 * make HubSpot refuse the import as a whole (inferred).
 *
 * @param properties The account's; null when they could not be read, then no property is called unknown.
 */
export function mappingProblems(
  mapping: Mapping,
  objectType: ObjectType,
  properties: readonly Property[] | null,
): readonly MappingProblem[] {
  const columnsOf = new Map<string, number[]>();
  for (const { column, property } of mapping.columns) {
    if (property !== null) columnsOf.set(property, [...(columnsOf.get(property) ?? []), column]);
  }
  if (columnsOf.size === 0) {
    return [{ code: 'mapping-empty', severity: 'error', columns: [], properties: [] }];
  }
  return [
    ...repeated(columnsOf),
    ...unknown(columnsOf, mapping, properties),
    ...noIdentifier(mapping, objectType),
    ...required(columnsOf, mapping, objectType),
  ];
}

function repeated(columnsOf: ReadonlyMap<string, readonly number[]>): readonly MappingProblem[] {
  return [...columnsOf].flatMap(([property, columns]) =>
    columns.length < 2
      ? []
      : [{ code: 'mapping-repeated' as const, severity: 'error' as const, columns, properties: [property] }],
  );
}

function unknown(
  columnsOf: ReadonlyMap<string, readonly number[]>,
  mapping: Mapping,
  properties: readonly Property[] | null,
): readonly MappingProblem[] {
  if (properties === null) return [];
  const writable = new Set(properties.filter(({ readOnly }) => !readOnly).map(({ name }) => name));
  const known = new Set([...writable, ...mapping.identifiers]);
  return [...columnsOf].flatMap(([property, columns]) =>
    known.has(property)
      ? []
      : [{ code: 'mapping-unknown' as const, severity: 'error' as const, columns, properties: [property] }],
  );
}

/**
 * Updating needs an identifier. Without one, create-and-update only ever creates, so records double. When only creating
 * that is what was asked for, unless the object has an identifier of its own, by which HubSpot would have found doubles.
 */
function noIdentifier(mapping: Mapping, objectType: ObjectType): readonly MappingProblem[] {
  if (mapping.identifier !== null) return [];
  if (mapping.operation === 'CREATE' && objectType.identifiers.length === 0) return [];
  const severity = mapping.operation === 'UPDATE' ? 'error' : 'warning';
  return [{ code: 'mapping-no-identifier', severity, columns: [], properties: mapping.identifiers }];
}

function required(
  columnsOf: ReadonlyMap<string, readonly number[]>,
  mapping: Mapping,
  objectType: ObjectType,
): readonly MappingProblem[] {
  if (mapping.operation === 'UPDATE') return [];
  const severity = mapping.operation === 'CREATE' ? 'error' : 'warning';
  return objectType.required
    .filter((group) => !group.some((property) => columnsOf.has(property)))
    .map((group) => ({ code: 'mapping-required', severity, columns: [], properties: group }));
}
