import { ACCOUNT, OWNERS, VALIDATION_RULES } from './account.js';
import { invalid, json, notFound, page } from './answers.js';
import { labelsBetween } from './associations.js';
import { type AccountObject, findObject, fullName } from './objects.js';

/** A call for the account's definitions: paths without their version, query as it came. */
export type DefinitionCall =
  | { readonly what: 'properties' | 'groups' | 'pipelines' | 'validations'; readonly objectType: string }
  | { readonly what: 'property'; readonly objectType: string; readonly name: string }
  | { readonly what: 'labels'; readonly objectType: string; readonly toObjectType: string }
  | { readonly what: 'schemas' | 'owners' | 'account' };

/** Answers it. @throws {Refusal} 400 for an object type that is not there, 404 for a property */
export function answerDefinitions(
  call: DefinitionCall,
  query: URLSearchParams,
  objects: readonly AccountObject[],
): Response {
  switch (call.what) {
    case 'properties': {
      const wantArchived = query.get('archived') === 'true';
      const all = [...objectNamed(call.objectType, objects).properties.values()];
      return json({ results: all.filter(({ archived }) => archived === wantArchived) });
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
      const from = objectNamed(call.objectType, objects);
      return json({ results: labelsBetween(from.id, objectNamed(call.toObjectType, objects).id) });
    }
    case 'schemas':
      return json({ results: objects.filter(({ id }) => id.startsWith('2-')).map(toSchema) });
    case 'owners': {
      const email = query.get('email');
      const wanted = OWNERS.filter((owner) => email === null || owner.email === email);
      return json(page(query.get('archived') === 'true' ? [] : wanted, query, 100));
    }
    case 'account':
      return json(ACCOUNT);
  }
}

function objectNamed(name: string, objects: readonly AccountObject[]): AccountObject {
  const object = findObject(objects, name);
  if (object === undefined) throw invalid(`Unable to infer object type from: ${name}`);
  return object;
}

const toRules = (objectTypeId: string) =>
  Object.entries(VALIDATION_RULES[objectTypeId] ?? {}).map(([propertyName, propertyValidationRules]) => ({
    propertyName,
    propertyValidationRules,
  }));

/** A custom object as `GET /crm-object-schemas/v3/schemas` answers it (schemas API). */
const toSchema = (object: AccountObject) => ({
  id: object.id.replace('2-', ''),
  createdAt: '2024-02-01T09:00:00.000Z',
  updatedAt: '2024-02-01T09:00:00.000Z',
  archived: false,
  objectTypeId: object.id,
  fullyQualifiedName: fullName(object.name),
  name: object.name,
  labels: { singular: object.singular, plural: object.plural },
  primaryDisplayProperty: 'name',
  secondaryDisplayProperties: [],
  searchableProperties: ['hull_number', 'name'],
  requiredProperties: object.required.flat(),
  properties: [...object.properties.values()],
  associations: [
    {
      id: '41',
      fromObjectTypeId: object.id,
      toObjectTypeId: '0-1',
      name: `${object.name}_to_contact`,
      createdAt: '2024-02-01T09:00:00.000Z',
      updatedAt: '2024-02-01T09:00:00.000Z',
    },
  ],
});
