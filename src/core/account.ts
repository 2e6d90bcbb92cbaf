import { type AssociationType, knownAssociationTypes } from './association-types.js';
import { defaultProperties } from './defaults.js';
import type { ImporterError } from './errors.js';
import type { Owner, Property } from './hubspot.js';
import type { ObjectType } from './objects.js';

/** What the account says about one object type. A part that could not be read is null, and is then not checked. */
export interface ObjectFacts {
  readonly objectType: ObjectType;
  /** Names of the objects as the account writes them; null for standard ones, whose names the messages know. */
  readonly labels: { readonly singular: string; readonly plural: string } | null;
  readonly properties: readonly Property[] | null;
  /** Why the properties could not be read; null when they could, or when the page supplied them. */
  readonly failure: ImporterError | null;
}

/** The kinds of ties that the account has from one object type to another. */
export interface AssociationFacts {
  readonly fromObjectTypeId: string;
  readonly toObjectTypeId: string;
  readonly types: readonly AssociationType[];
}

/** What a person may do beyond importing. */
export interface Allowances {
  /** Set the contacts' marketing status. */
  readonly marketing: boolean;
  /** Make a list of the imported contacts. */
  readonly lists: boolean;
  /** Create properties, and add options to them. */
  readonly properties: boolean;
}

/** @param scope the token answer's; a backend that says nothing allows all, or refuses by itself */
export function allowancesOf(scope: string | undefined): Allowances {
  const words = scope?.split(' ');
  const allows = (word: string): boolean => words?.includes(word) ?? true;
  return { marketing: allows('marketing'), lists: allows('lists'), properties: allows('properties') };
}

/** What is known of the account. */
export interface Account {
  readonly allowances: Allowances;
  /** The object types of the import, in the order they were chosen; at least one. */
  readonly objects: readonly ObjectFacts[];
  readonly owners: readonly Owner[] | null;
  /** For every two of the objects, both ways, as far as they could be read. */
  readonly associations: readonly AssociationFacts[];
  /** Ids of standard objects that the account has not switched on; none when it was not asked, or did not say. */
  readonly switchedOff: readonly string[];
  /** Objects of the account's own, for whoever may choose among all; null when they could not be read or were not asked for. */
  readonly customObjects: readonly Pick<ObjectFacts, 'objectType' | 'labels'>[] | null;
}

export const factsOf = (account: Account, objectTypeId: string): ObjectFacts | null =>
  account.objects.find(({ objectType }) => objectType.id === objectTypeId) ?? null;

/** The account with one property more, or with another definition of it. */
export function withProperty(account: Account, objectTypeId: string, property: Property): Account {
  const objects = account.objects.map((facts) => {
    if (facts.objectType.id !== objectTypeId) return facts;
    const others = (facts.properties ?? defaultProperties(objectTypeId)).filter(
      ({ name }) => name !== property.name,
    );
    return { ...facts, properties: [...others, property] };
  });
  return { ...account, objects };
}

/** Properties as known: the account's, or the built-in few when it could not be asked. */
export const propertiesOf = (account: Account, objectTypeId: string): readonly Property[] =>
  factsOf(account, objectTypeId)?.properties ?? defaultProperties(objectTypeId);

export const findProperty = (account: Account, objectTypeId: string, name: string): Property | null =>
  propertiesOf(account, objectTypeId).find((property) => property.name === name) ?? null;

/** What is needed to create a record: one property of each group, those that the account has. */
export function requiredOf(account: Account, objectTypeId: string): readonly (readonly string[])[] {
  const names = propertiesOf(account, objectTypeId).map(({ name }) => name);
  const required = factsOf(account, objectTypeId)?.objectType.required ?? [];
  return required.map((group) =>
    group.flatMap((wanted) => {
      if (!wanted.endsWith('*')) return [wanted];
      return names.filter((name) => name.startsWith(wanted.slice(0, -1)));
    }),
  );
}

/** The ties from one object type to another: the account's, or those that every account has. */
export function associationTypes(
  { associations }: Pick<Account, 'associations'>,
  from: string,
  to: string,
): readonly AssociationType[] {
  const read = associations.find(
    ({ fromObjectTypeId, toObjectTypeId }) => fromObjectTypeId === from && toObjectTypeId === to,
  );
  return read?.types ?? knownAssociationTypes(from, to);
}

/** The labels that a cell may hold: those with a name. Null when they could not be read, and are not checked. */
export function labelsBetween(account: Account, from: string, to: string): readonly string[] | null {
  const read = account.associations.some(
    ({ fromObjectTypeId, toObjectTypeId }) => fromObjectTypeId === from && toObjectTypeId === to,
  );
  if (!read) return null;
  return associationTypes(account, from, to).flatMap(({ label }) => label ?? []);
}
