import { type AssociationType, typesBetween } from './associations.js';
import type { ColumnMapping, ForeignKeyType } from './column-mapping.js';
import type { ImportRequest } from './import-request.js';
import { type AccountObject, isIdentifier } from './objects.js';
import { objectNamed, propertyNamed } from './plan-columns.js';
import { contradiction, PlanFailure } from './plan-failure.js';
import type { PropertyDefinition } from './properties/property.js';

/** Cells that name records of the other object. */
export interface KeyColumn {
  readonly at: number;
  /** How the keys came to be: of the same object, common to two files, or ids of records that exist. */
  readonly kind: 'same-object' | 'common' | 'record-id';
  readonly from: AccountObject;
  readonly to: AccountObject;
  /** What a key is a value of. */
  readonly property: PropertyDefinition;
  /** The association that is asked for besides the plain one; null where none is. */
  readonly type: AssociationType | null;
}

/** Cells that name the labels of an association that the row makes. */
export interface LabelColumn {
  readonly at: number;
  readonly from: AccountObject;
  readonly to: AccountObject;
}

/** A common column in the file of the object that owns its property. */
export interface OwnerColumn {
  readonly fileName: string;
  readonly name: string;
  readonly object: AccountObject;
  readonly property: PropertyDefinition;
}

/**
 * The common columns of all files, as their owners mark them: a record id, a secondary identifier or a property with unique
 * values; other keys are refused (imports guide).
 *
 * @throws {PlanFailure}
 */
export const toOwners = (request: ImportRequest, objects: readonly AccountObject[]): OwnerColumn[] =>
  request.files.flatMap(({ fileName, columns }) =>
    columns
      .filter(({ isAssociationIdentifier, ignored }) => isAssociationIdentifier && !ignored)
      .map(({ name, objectType, property: propertyName }) => {
        const object = objectNamed(objectType, objects);
        if (propertyName === null) throw contradiction(`Column "${name}" identifies records by no property`);
        const property = propertyNamed(propertyName, object);
        if (propertyName !== 'hs_object_id' && !isIdentifier(object, propertyName)) {
          throw new PlanFailure(
            'INVALID_ASSOCIATION_IDENTIFIER',
            `${propertyName} does not identify a record, so files cannot share it`,
          );
        }
        return { fileName, name, object, property };
      }),
  );

/** @throws {PlanFailure} */
export function toLabel(
  column: ColumnMapping,
  at: number,
  from: AccountObject,
  objects: readonly AccountObject[],
): LabelColumn {
  if (column.property !== null) throw contradiction(`Label column "${column.name}" has a property`);
  if (column.toObjectType === null)
    throw contradiction(`Column "${column.name}" has no toColumnObjectTypeId`);
  const to = objectNamed(column.toObjectType, objects);
  if (typesBetween(from.id, to.id).length === 0) {
    throw contradiction(`${from.plural} cannot be associated with ${to.plural}`);
  }
  return { at, from, to };
}

/** @throws {PlanFailure} */
export function toKey(
  column: ColumnMapping,
  at: number,
  from: AccountObject,
  objects: readonly AccountObject[],
  owners: readonly OwnerColumn[],
): KeyColumn {
  if (column.type === 'ASSOCIATION_KEYS') return toSameObjectKey(column, at, from, objects);
  if (column.foreignKeyType === null) {
    throw contradiction(`Column "${column.name}" has neither a property nor a foreignKeyType`);
  }
  if (column.type === 'HUBSPOT_OBJECT_ID')
    return toRecordIdKey(column, column.foreignKeyType, at, from, objects);
  if (column.type === 'HUBSPOT_ALTERNATE_ID' || column.toObjectType === null) {
    throw contradiction(`Column "${column.name}" is neither a common column nor a record id`);
  }
  const to = objectNamed(column.toObjectType, objects);
  // "The same column" in both files (imports guide); that it must have the same name in both is inferred.
  const owner = owners.find(({ name, object }) => name === column.name && object === to);
  if (owner === undefined) {
    throw contradiction(
      `No other file has "${column.name}" of ${to.plural} as its associationIdentifierColumn`,
    );
  }
  const type = typeOf(column.foreignKeyType, from, to);
  if (type === undefined) throw wrongType(column, from);
  return { at, kind: 'common', from, to, property: owner.property, type };
}

/** HubSpot shows no example of one: that the column names the property its keys are values of is inferred. */
function toSameObjectKey(
  column: ColumnMapping,
  at: number,
  from: AccountObject,
  objects: readonly AccountObject[],
): KeyColumn {
  if (column.property === null) throw contradiction(`Column "${column.name}" has no property`);
  const property = propertyNamed(column.property, from);
  if (property.name !== 'hs_object_id' && !isIdentifier(from, property.name)) {
    throw contradiction(`${property.name} does not identify a record`);
  }
  if (column.toObjectType !== null && objectNamed(column.toObjectType, objects) !== from) {
    throw contradiction(`Column "${column.name}" names another object`);
  }
  if (typesBetween(from.id, from.id).length === 0) {
    throw contradiction(`${from.plural} cannot be associated with each other`);
  }
  return { at, kind: 'same-object', from, to: from, property, type: null };
}

/** The old spelling does not say which object the ids are of: the type of association does (imports guide). */
function toRecordIdKey(
  column: ColumnMapping,
  wanted: ForeignKeyType,
  at: number,
  from: AccountObject,
  objects: readonly AccountObject[],
): KeyColumn {
  const named = column.toObjectType === null ? objects : [objectNamed(column.toObjectType, objects)];
  const to = named.find((object) => typeOf(wanted, from, object) !== undefined);
  if (to === undefined) throw wrongType(column, from);
  const property = propertyNamed('hs_object_id', to);
  return { at, kind: 'record-id', from, to, property, type: typeOf(wanted, from, to) ?? null };
}

const typeOf = (
  wanted: ForeignKeyType,
  from: AccountObject,
  to: AccountObject,
): AssociationType | undefined =>
  typesBetween(from.id, to.id).find(
    ({ typeId, category }) => typeId === wanted.typeId && category === wanted.category,
  );

const wrongType = (column: ColumnMapping, from: AccountObject): PlanFailure =>
  contradiction(
    `Column "${column.name}": ${from.plural} have no association type ${column.foreignKeyType?.typeId} in this direction`,
  );
