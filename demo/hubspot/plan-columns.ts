import type { ColumnMapping } from './column-mapping.js';
import type { FileMapping } from './import-request.js';
import { type AccountObject, findObject, isIdentifier } from './objects.js';
import { contradiction, PlanFailure } from './plan-failure.js';
import type { PropertyDefinition } from './properties/property.js';

/**
 * The place of each mapping's column in the file, by name; HubSpot "tries to reorder" columns (imports guide).
 * Repeated headers are taken in order (inferred).
 */
export function locateColumns(mapping: FileMapping, header: readonly string[]): number[] {
  const names = mapping.columns.map(({ name }) => name);
  if (names.length !== header.length) {
    const message = `Incorrect number of columns: expected ${names.length}, found ${header.length}`;
    throw new PlanFailure('INCORRECT_NUMBER_OF_COLUMNS', message);
  }
  if (!mapping.hasHeader) return names.map((_, index) => index);
  const taken = new Set<number>();
  return names.map((name, index) => {
    const at =
      header[index] === name ? index : header.findIndex((text, place) => text === name && !taken.has(place));
    if (at === -1 || taken.has(at)) throw contradiction(`The file has no column "${name}"`);
    taken.add(at);
    return at;
  });
}

/** Checks a column of values. @throws {PlanFailure} */
export function checkColumn(
  column: ColumnMapping,
  object: AccountObject,
  property: PropertyDefinition,
): void {
  const isRecordId = property.name === 'hs_object_id';
  const refuse = (why: string): PlanFailure => contradiction(`Column "${column.name}": ${why}`);
  if ((column.type === 'HUBSPOT_OBJECT_ID') !== isRecordId) {
    throw refuse('only the record id is HUBSPOT_OBJECT_ID');
  }
  if (column.type === 'HUBSPOT_ALTERNATE_ID' && !isIdentifier(object, property.name)) {
    throw refuse(`${property.name} does not identify a record`);
  }
  if (column.foreignKeyType !== null || column.toObjectType !== null) {
    throw refuse('a column of an association has no property');
  }
  if (!isRecordId && (property.modificationMetadata.readOnlyValue || property.calculated)) {
    throw refuse(`${property.name} is read-only`);
  }
}

/** @throws {PlanFailure} for a type that the account does not have, or that is switched off */
export function objectNamed(name: string, objects: readonly AccountObject[]): AccountObject {
  const object = findObject(objects, name);
  if (object === undefined || object.imports === 'nothing') {
    throw new PlanFailure('MISSING_OBJECT_DEFINITION', `No object type ${name}`);
  }
  return object;
}

/** @throws {PlanFailure} */
export function propertyNamed(name: string, object: AccountObject): PropertyDefinition {
  const property = object.properties.get(name);
  if (property === undefined || property.archived) {
    throw new PlanFailure(
      'PROPERTY_DEFINITION_NOT_FOUND',
      `Property "${name}" does not exist on ${object.name}`,
    );
  }
  return property;
}
