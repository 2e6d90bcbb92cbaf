import { ACCOUNT, OWNERS, VALIDATION_RULES } from './account.js';
import { invalid, json, notFound, page } from './answers.js';
import { typesBetween } from './associations.js';
import { findType, fullName, type ObjectType, OTHER_TYPES } from './object-types.js';
import { type AccountObject, findObject } from './objects.js';

/** A call for the account's definitions: paths without their version, query as it came. */
export type DefinitionCall =
  | { readonly what: 'properties' | 'groups' | 'pipelines' | 'validations'; readonly objectType: string }
  | { readonly what: 'property'; readonly objectType: string; readonly name: string }
  | { readonly what: 'labels'; readonly objectType: string; readonly toObjectType: string }
  | { readonly what: 'schema'; readonly objectType: string }
  | { readonly what: 'schemas' | 'owners' | 'account' | 'enablement' };

/** Answers it. @throws {Refusal} 400 for an object type that is not there, 404 for a property */
export function answerDefinitions(
  call: DefinitionCall,
  query: URLSearchParams,
  objects: readonly AccountObject[],
): Response {
  switch (call.what) {
    case 'properties': {
      const wantArchived = query.get('archived') === 'true';
      // Sensitive ones are shown to those who ask for them only (properties guide).
      const sensitivity = query.get('dataSensitivity') ?? 'non_sensitive';
      const all = [...objectNamed(call.objectType, objects).properties.values()];
      const wanted = all.filter(
        ({ archived, dataSensitivity }) => archived === wantArchived && dataSensitivity === sensitivity,
      );
      return json({ results: wanted });
    }
    case 'property': {
      const found = objectNamed(call.objectType, objects).properties.get(call.name);
      if (found === undefined) throw notFound(`Property "${call.name}" does not exist`);
      return json(found);
    }
    case 'groups':
      return json({ results: objectNamed(call.objectType, objects).groups });
    case 'pipelines':
      return json({ results: objectNamed(call.objectType, objects).pipelines });
    case 'validations':
      return json({ results: toRules(objectNamed(call.objectType, objects).id) });
    case 'labels': {
      const from = typeNamed(call.objectType, objects);
      return json({ results: typesBetween(from.id, typeNamed(call.toObjectType, objects).id) });
    }
    case 'schema': {
      const object = findObject(objects, call.objectType);
      if (object === undefined || !isCustom(object)) throw notFound(`No schema for ${call.objectType}`);
      return json(toSchema(object, objects));
    }
    case 'schemas':
      return json({ results: objects.filter(isCustom).map((object) => toSchema(object, objects)) });
    case 'enablement': {
      const optional = objects.filter(({ isOptional }) => isOptional);
      const entries = optional.map(({ id, imports }) => [id, imports !== 'nothing'] as const);
      return json({ enablementByObjectTypeId: Object.fromEntries(entries) });
    }
    case 'owners': {
      const email = query.get('email');
      const wanted = OWNERS.filter((owner) => email === null || owner.email === email);
      return json(page(query.get('archived') === 'true' ? [] : wanted, query, 100));
    }
    case 'account':
      return json(ACCOUNT);
  }
}

/** @throws {Refusal} 400 */
export function objectNamed<T extends AccountObject>(name: string, objects: readonly T[]): T {
  const object = findObject(objects, name);
  if (object === undefined) throw unknownType(name);
  return object;
}

/** Also types that are never imported: they have associations all the same. */
function typeNamed(name: string, objects: readonly AccountObject[]): ObjectType {
  const type = findType<ObjectType>([...objects, ...OTHER_TYPES], name);
  if (type === undefined) throw unknownType(name);
  return type;
}

const unknownType = (name: string) => invalid(`Unable to infer object type from: ${name}`);

const toRules = (objectTypeId: string) =>
  Object.entries(VALIDATION_RULES[objectTypeId] ?? {}).map(([propertyName, propertyValidationRules]) => ({
    propertyName,
    propertyValidationRules,
  }));

const isCustom = ({ id }: AccountObject): boolean => id.startsWith('2-');

const MADE = { createdAt: '2024-02-01T09:00:00.000Z', updatedAt: '2024-02-01T09:00:00.000Z' } as const;

/** A custom object as `GET /crm-object-schemas/v3/schemas` answers it (schemas API). */
const toSchema = (object: AccountObject, objects: readonly AccountObject[]) => ({
  id: object.id.replace('2-', ''),
  ...MADE,
  archived: false,
  objectTypeId: object.id,
  fullyQualifiedName: fullName(object.name),
  name: object.name,
  labels: { singular: object.singular, plural: object.plural },
  primaryDisplayProperty: object.displayProperty,
  secondaryDisplayProperties: [],
  searchableProperties: [...new Set([...object.required.flat(), object.displayProperty])],
  requiredProperties: object.required.flat(),
  properties: [...object.properties.values()],
  associations: objects.flatMap((other) =>
    typesBetween(object.id, other.id)
      .filter(({ label }) => label === null)
      .map(({ typeId }) => ({
        id: String(typeId),
        fromObjectTypeId: object.id,
        toObjectTypeId: other.id,
        name: `${object.name}_to_${other.singular.toLowerCase().replaceAll(' ', '_')}`,
        ...MADE,
      })),
  ),
});
