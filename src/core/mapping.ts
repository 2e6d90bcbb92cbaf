import type { Language } from './aliases/table.js';
import { RECORD_ID } from './hubspot.js';
import type { DateFormat, Operation, Property } from './hubspot.js';
import type { Look } from './looks.js';
import type { ObjectType } from './objects.js';
import { isSameTarget, type Target, targetKey } from './target.js';

/**
 * Why a column has its target. `of` is the name that the header is another name for, in its own language.
 * `valuesAgree` is true when the sampled cells look like that target's values, false when they say nothing.
 */
export type MatchReason = { readonly valuesAgree: boolean } & (
  | { readonly kind: 'name' | 'label' | 'preset' | 'remembered' | 'person' }
  | { readonly kind: 'alias'; readonly language: Language; readonly of: string }
  | { readonly kind: 'values'; readonly looksLike: Look | 'options' | 'labels' | 'keys' | 'common' }
);

/**
 * Why a column has no target although something speaks for one. `candidates` are best first, 3 at most.
 * - `weak`: the header has words in common with them, or is ambiguous; no more.
 * - `several`: they fit equally well.
 * - `values-disagree`: the header names the first of them, the cells look like something else.
 * - `taken`: the header names the first of them, which another column now has.
 */
export type Undecided =
  | { readonly why: 'weak' | 'several' | 'values-disagree' | 'taken'; readonly candidates: readonly Target[] }
  /** The header names `property`, which HubSpot fills itself; there is nothing to choose. */
  | { readonly why: 'read-only'; readonly property: Target; readonly candidates: readonly [] };

/** What becomes of one column of a file. */
export interface ColumnMatch {
  /** Zero-based in the file. */
  readonly column: number;
  readonly header: string;
  /** Null when the column is not imported. */
  readonly target: Target | null;
  /** Null when nothing and nobody decided. Of kind `preset`, `remembered` or `person` also when the column was left out on purpose. */
  readonly reason: MatchReason | null;
  /** Null when the column is decided, or when nothing speaks for any target. */
  readonly undecided: Undecided | null;
}

/** How the records of one object type are written. */
export interface ObjectMapping {
  readonly objectTypeId: string;
  readonly operation: Operation;
  /** Properties that can identify a record, best first (see `identifiersOf`). */
  readonly identifiers: readonly string[];
  /** The property that matches rows to records: one that a column is matched to, or null. */
  readonly identifier: string | null;
  /** `person` when the identifier was chosen and is kept while it can be. */
  readonly identifierBy: 'file' | 'person';
}

/** What becomes of the columns of one file. */
export interface FileMapping {
  /** Object types that its columns may belong to. */
  readonly objectTypeIds: readonly string[];
  /** One for each column, in file order. */
  readonly columns: readonly ColumnMatch[];
}

/** How the columns of the files become records. Files are as in `Loaded`, in the same order. */
export interface Mapping {
  /** Every object type that may be imported, in the order chosen. */
  readonly objects: readonly ObjectMapping[];
  readonly files: readonly FileMapping[];
  readonly dateFormat: DateFormat | null;
  /**
   * Who decided `dateFormat`: `guess` when the files read either way and the page's language decides, `remembered` when the
   * person did so the last time; null while nobody has.
   */
  readonly dateFormatBy: 'file' | 'guess' | 'remembered' | 'person' | 'page' | null;
}

/**
 * Lists the properties that can identify records, best first: the record id, the object's own, then unique ones. None where
 * every row makes a new record.
 * The record id wins when several are mapped (import guide of HubSpot's knowledge base, by a third party's citation).
 */
export function identifiersOf(objectType: ObjectType, properties: readonly Property[]): readonly string[] {
  if (objectType.createsOnly) return [];
  const unique = properties.filter(({ hasUniqueValue, readOnly }) => hasUniqueValue && !readOnly);
  return [...new Set([RECORD_ID, ...objectType.identifiers, ...unique.map(({ name }) => name)])];
}

/** How records of an object type are written before anything is matched. */
export function objectMapping(
  objectType: ObjectType,
  properties: readonly Property[],
  operation: Operation,
): ObjectMapping {
  return {
    objectTypeId: objectType.id,
    operation: objectType.createsOnly ? 'CREATE' : operation,
    identifiers: identifiersOf(objectType, properties),
    identifier: null,
    identifierBy: 'file',
  };
}

/**
 * Gives a column a target, or none. The later choice wins: a column of the same file that had the same loses it and is
 * undecided, `taken`, so that it shows. Choosing what is already so, or a column that is not there, changes nothing.
 */
export function setTarget(mapping: Mapping, file: number, column: number, target: Target | null): Mapping {
  const key = target === null ? null : targetKey(target);
  return withColumns(mapping, file, (match) => {
    if (match.column === column) return choose(match, target);
    const isRival = match.target !== null && targetKey(match.target) === key;
    return isRival ? giveUp(match, match.target) : match;
  });
}

function choose(match: ColumnMatch, target: Target | null): ColumnMatch {
  const isSo = isSameTarget(match.target, target) && match.undecided === null && match.reason !== null;
  return isSo ? match : { ...match, target, reason: { kind: 'person', valuesAgree: false }, undecided: null };
}

function giveUp(match: ColumnMatch, target: Target): ColumnMatch {
  return { ...match, target: null, reason: null, undecided: { why: 'taken', candidates: [target] } };
}

function withColumns(mapping: Mapping, file: number, change: (match: ColumnMatch) => ColumnMatch): Mapping {
  const files = mapping.files.map((one, index) =>
    index === file ? { ...one, columns: one.columns.map(change) } : one,
  );
  return withIdentifiers({ ...mapping, files });
}

/** Sets how the records of an object are written; whether it may be is for `createsOnly` to say. */
export function setOperation(mapping: Mapping, objectTypeId: string, operation: Operation): Mapping {
  return withObject(mapping, objectTypeId, (object) => ({ ...object, operation }));
}

/** Chooses what identifies the records of an object; null for nothing. A property that no column has, or that cannot identify, is ignored. */
export function setIdentifier(mapping: Mapping, objectTypeId: string, identifier: string | null): Mapping {
  if (identifier !== null && !mappedIdentifiers(mapping, objectTypeId).includes(identifier)) return mapping;
  return withObject(mapping, objectTypeId, (object) => ({ ...object, identifier, identifierBy: 'person' }));
}

function withObject(
  mapping: Mapping,
  objectTypeId: string,
  change: (object: ObjectMapping) => ObjectMapping,
): Mapping {
  const objects = mapping.objects.map((one) => (one.objectTypeId === objectTypeId ? change(one) : one));
  return { ...mapping, objects };
}

/**
 * Sets the order of day, month and year, and who decided it. What a person chose is not overruled by the file, what they chose
 * the last time not by a guess.
 */
export function setDateFormat(
  mapping: Mapping,
  dateFormat: DateFormat | null,
  by: NonNullable<Mapping['dateFormatBy']> = 'person',
): Mapping {
  const isDecided = mapping.dateFormatBy === 'person' || mapping.dateFormatBy === 'page';
  if (isDecided && by !== 'person' && by !== 'page') return mapping;
  if (mapping.dateFormatBy === 'remembered' && by === 'guess') return mapping;
  return { ...mapping, dateFormat, dateFormatBy: dateFormat === null ? null : by };
}

/** The column of a file that is matched to a property. */
export const columnOf = (
  mapping: Mapping,
  file: number,
  objectTypeId: string,
  property: string,
): ColumnMatch | null =>
  mapping.files[file]?.columns.find(
    ({ target }) =>
      target?.kind === 'property' && target.objectTypeId === objectTypeId && target.property === property,
  ) ?? null;

/** The identifiers of an object that a column is matched to, best first: what the person can choose among. */
export function mappedIdentifiers(mapping: Mapping, objectTypeId: string): readonly string[] {
  const object = objectOf(mapping, objectTypeId);
  const isMapped = (property: string): boolean =>
    mapping.files.some((_, file) => columnOf(mapping, file, objectTypeId, property) !== null);
  return object?.identifiers.filter(isMapped) ?? [];
}

export const objectOf = (mapping: Mapping, objectTypeId: string): ObjectMapping | null =>
  mapping.objects.find((object) => object.objectTypeId === objectTypeId) ?? null;

/** The objects of which at least one column says something: what the import is about. */
export function usedObjects(mapping: Mapping): readonly ObjectMapping[] {
  const used = new Set(
    mapping.files.flatMap(({ columns }) => columns.map(({ target }) => target?.objectTypeId)),
  );
  return mapping.objects.filter(({ objectTypeId }) => used.has(objectTypeId));
}

/** Keeps each identifier a person chose while a column still has it; else takes the best one that is mapped. */
export function withIdentifiers(mapping: Mapping): Mapping {
  const objects = mapping.objects.map((object): ObjectMapping => {
    const mapped = mappedIdentifiers(mapping, object.objectTypeId);
    const isKept =
      object.identifierBy === 'person' && (object.identifier === null || mapped.includes(object.identifier));
    return isKept ? object : { ...object, identifier: mapped[0] ?? null, identifierBy: 'file' };
  });
  return { ...mapping, objects };
}
