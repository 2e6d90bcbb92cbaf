import { OBJECT_FACTS } from './object-facts.js';
import { findType, type ObjectType } from './object-types.js';
import type { Pipeline } from './pipelines.js';
import { generatedProperties, type PropertyDefinition, type PropertyGroup } from './properties/property.js';

/**
 * One object type of the account. The tables are the stand-in's own on purpose: one that shared the importer's could not
 * find fault with them.
 */
export interface AccountObject extends ObjectType {
  /** Identify a record besides the record id and properties with unique values (knowledge base, "Format import files"). */
  readonly identifiers: readonly string[];
  /** Needed to create a record, one of each group (the same page). */
  readonly required: readonly (readonly string[])[];
  /** Object types of which a new record needs one on its row; `any` that it can be associated with; null for none. */
  readonly tiedTo: 'any' | readonly string[] | null;
  /** True when the import tool offers no update. */
  readonly isCreateOnly: boolean;
  /** What can be imported: records, participants of a record that exists, or nothing while it is switched off. */
  readonly imports: 'records' | 'participants' | 'nothing';
  /** True for the types an account has to switch on. */
  readonly isOptional: boolean;
  readonly properties: ReadonlyMap<string, PropertyDefinition>;
  readonly groups: readonly PropertyGroup[];
  readonly pipelines: readonly Pipeline[];
  /** The properties that hold pipeline and stage; null where there are none. */
  readonly stages: { readonly pipeline: string; readonly stage: string } | null;
  /** The property whose value names a record. */
  readonly displayProperty: string;
}

/** The same, with definitions that can be added to. */
export interface WritableObject extends AccountObject {
  readonly properties: Map<string, PropertyDefinition>;
  readonly groups: PropertyGroup[];
}

/**
 * The objects of an account as it begins; contacts get `extraProperties` generated ones on top.
 *
 * @param switchedOff ids of optional object types that the account does not use
 */
export function createObjects(
  extraProperties: number,
  switchedOff: readonly string[] = [],
): readonly WritableObject[] {
  return OBJECT_FACTS.map(({ definitions, ...facts }) => {
    const all = facts.id === '0-1' ? [...definitions, ...generatedProperties(extraProperties)] : definitions;
    return {
      ...facts,
      imports: facts.isOptional && switchedOff.includes(facts.id) ? 'nothing' : facts.imports,
      properties: new Map(all.map((definition) => [definition.name, definition])),
      groups: [...new Set(all.map(({ groupName }) => groupName))].map((name, displayOrder) => ({
        name,
        label: toLabel(name),
        displayOrder,
        archived: false,
      })),
    };
  });
}

/** Finds an object type of the account by id or name. */
export const findObject = <T extends AccountObject>(objects: readonly T[], wanted: string): T | undefined =>
  findType(objects, wanted);

/** True when a value of the property belongs to one record alone. */
export const isIdentifier = (object: AccountObject, property: string): boolean =>
  object.identifiers.includes(property) || object.properties.get(property)?.hasUniqueValue === true;

const toLabel = (name: string): string => {
  const words = name
    .replaceAll('_', ' ')
    .replace(/information$/, ' information')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
