import { invalid, json, notFound, Refusal } from './answers.js';
import { objectNamed } from './definitions.js';
import { isObject, oneOf, parseObject } from './json.js';
import type { WritableObject } from './objects.js';
import {
  type FieldType,
  KIND,
  type OptionDefinition,
  type PropertyDefinition,
} from './properties/property.js';

/** A call that writes a definition: a property, its change, or a group. */
export type DefineCall =
  | { readonly what: 'create-property' | 'create-group'; readonly objectType: string }
  | { readonly what: 'change-property'; readonly objectType: string; readonly name: string };

type Body = Readonly<Record<string, unknown>>;

/** Properties with unique values that an object type may have (properties guide). */
const MOST_UNIQUE = 10;
const NAME = /^[a-z][a-z0-9_]{0,99}$/;
const FIELD_TYPES: readonly FieldType[] = Object.values(KIND).map(([, fieldType]) => fieldType);
const TYPES = Object.values(KIND).map(([type]) => type);

/**
 * Writes it (properties API). The words of refusals are inferred.
 *
 * @param at now, in ISO 8601
 * @throws {Refusal} 400 for a body that is not valid, 404 for a property that is not there, 409 for a name that is taken
 */
export function answerDefine(
  call: DefineCall,
  text: string,
  objects: readonly WritableObject[],
  at: string,
): Response {
  const object = objectNamed(call.objectType, objects);
  const body = parseObject(text);
  switch (call.what) {
    case 'create-property':
      return json(createProperty(object, body, at), 201);
    case 'change-property':
      return json(changeProperty(object, call.name, body, at));
    case 'create-group':
      return json(createGroup(object, body), 201);
  }
}

function createProperty(object: WritableObject, body: Body, at: string): PropertyDefinition {
  const name = textOf(body, 'name');
  if (!NAME.test(name)) throw invalid(`Invalid property name: ${name}`);
  if (object.properties.has(name)) throw taken(`A property named '${name}' already exists.`);
  const type = oneOf(TYPES, body.type, 'type');
  const hasUniqueValue = body.hasUniqueValue === true;
  const unique = [...object.properties.values()].filter((property) => property.hasUniqueValue);
  if (hasUniqueValue && unique.length >= MOST_UNIQUE) {
    throw invalid(`An object type can have ${MOST_UNIQUE} properties with unique values`);
  }
  const property: PropertyDefinition = {
    createdAt: at,
    updatedAt: at,
    name,
    label: textOf(body, 'label'),
    type,
    fieldType: fieldTypeOf(type, body.fieldType),
    description: typeof body.description === 'string' ? body.description : '',
    groupName: groupOf(object, body),
    options: optionsOf(type, body.options),
    displayOrder: typeof body.displayOrder === 'number' ? body.displayOrder : -1,
    calculated: false,
    externalOptions: body.externalOptions === true,
    archived: false,
    hasUniqueValue,
    hidden: body.hidden === true,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
    formField: body.formField === true,
    dataSensitivity: 'non_sensitive',
  };
  object.properties.set(name, property);
  return property;
}

/** Options are replaced as a whole, as HubSpot does: those left out are gone. HubSpot's own definitions take nothing else. */
function changeProperty(object: WritableObject, name: string, body: Body, at: string): PropertyDefinition {
  const known = object.properties.get(name);
  if (known === undefined) throw notFound(`Property "${name}" does not exist`);
  const { readOnlyDefinition, readOnlyOptions } = known.modificationMetadata;
  const wanted = Object.keys(body);
  const isLocked = readOnlyDefinition && wanted.some((field) => field !== 'options');
  if (isLocked || (readOnlyOptions === true && wanted.includes('options'))) {
    throw invalid(`Property "${name}" is read-only`);
  }
  const type = body.type === undefined ? known.type : oneOf(TYPES, body.type, 'type');
  const property: PropertyDefinition = {
    ...known,
    updatedAt: at,
    type,
    fieldType: fieldTypeOf(type, body.fieldType ?? known.fieldType),
    options: optionsOf(type, body.options ?? known.options),
    ...(body.label !== undefined && { label: textOf(body, 'label') }),
    ...(body.groupName !== undefined && { groupName: groupOf(object, body) }),
    ...(typeof body.description === 'string' && { description: body.description }),
    ...(typeof body.displayOrder === 'number' && { displayOrder: body.displayOrder }),
    ...(typeof body.hidden === 'boolean' && { hidden: body.hidden }),
    ...(typeof body.formField === 'boolean' && { formField: body.formField }),
  };
  object.properties.set(name, property);
  return property;
}

function createGroup(object: WritableObject, body: Body) {
  const name = textOf(body, 'name');
  if (!NAME.test(name)) throw invalid(`Invalid group name: ${name}`);
  if (object.groups.some((group) => group.name === name)) throw taken(`Group '${name}' already exists.`);
  const displayOrder = typeof body.displayOrder === 'number' ? body.displayOrder : -1;
  const group = { name, label: textOf(body, 'label'), displayOrder, archived: false } as const;
  object.groups.push(group);
  return group;
}

/** The pairs that the properties guide lists. */
function fieldTypeOf(type: PropertyDefinition['type'], value: unknown): FieldType {
  const fieldType = oneOf(FIELD_TYPES, value, 'fieldType');
  const isPair = Object.values(KIND).some(([one, other]) => one === type && other === fieldType);
  const isChoice = type === 'enumeration' && fieldType === 'booleancheckbox';
  if (fieldType === 'calculation_equation' || (!isPair && !isChoice)) {
    throw invalid(`Invalid fieldType for a property of type ${type}: ${fieldType}`);
  }
  return fieldType;
}

function groupOf(object: WritableObject, body: Body): string {
  const groupName = textOf(body, 'groupName');
  if (!object.groups.some(({ name }) => name === groupName)) {
    throw invalid(`Property group "${groupName}" does not exist`);
  }
  return groupName;
}

function optionsOf(type: PropertyDefinition['type'], value: unknown): readonly OptionDefinition[] {
  const list = Array.isArray(value) ? value.map(toOption) : [];
  if (type !== 'enumeration' && type !== 'bool') {
    if (list.length > 0) throw invalid(`A property of type ${type} has no options`);
    return list;
  }
  if (list.length === 0) throw invalid(`A property of type ${type} must have options`);
  for (const field of ['label', 'value'] as const) {
    if (new Set(list.map((option) => option[field])).size < list.length) {
      throw invalid(`Option ${field}s must be unique`);
    }
  }
  if (
    type === 'bool' &&
    list
      .map((option) => option.value)
      .sort()
      .join() !== 'false,true'
  ) {
    throw invalid('A property of type bool has the options true and false');
  }
  return list;
}

function toOption(value: unknown, index: number): OptionDefinition {
  if (!isObject(value)) throw invalid('options must be a list of objects');
  return {
    label: textOf(value, 'label'),
    value: textOf(value, 'value'),
    ...(typeof value.description === 'string' && { description: value.description }),
    displayOrder: typeof value.displayOrder === 'number' ? value.displayOrder : index,
    hidden: value.hidden === true,
  };
}

function textOf(body: Body, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value.trim() === '') throw invalid(`${field} must be provided`);
  return value;
}

const taken = (message: string): Refusal => new Refusal(409, message, { category: 'OBJECT_ALREADY_EXISTS' });
