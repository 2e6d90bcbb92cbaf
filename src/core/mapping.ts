import type { Language } from './aliases/table.js';
import { RECORD_ID } from './hubspot.js';
import type { DateFormat, ObjectType, Operation, Property } from './hubspot.js';
import type { Look } from './looks.js';

/**
 * Why a column has its property. `of` is the name that the header is another name for, in its own language.
 * `valuesAgree` is true when the sampled cells look like that property's values, false when they say nothing.
 */
export type MatchReason = { readonly valuesAgree: boolean } & (
  | { readonly kind: 'name' | 'label' | 'preset' | 'person' }
  | { readonly kind: 'alias'; readonly language: Language; readonly of: string }
  | { readonly kind: 'values'; readonly looksLike: Look | 'options' }
);

/**
 * Why a column has no property although something speaks for one. `candidates` are property names, best first, 3 at most.
 * - `weak`: the header has words in common with them, or is ambiguous; no more.
 * - `several`: they fit equally well.
 * - `values-disagree`: the header names the first of them, the cells look like something else.
 * - `taken`: the header names the first of them, which another column now has.
 */
export type Undecided =
  | {
      readonly why: 'weak' | 'several' | 'values-disagree' | 'taken';
      readonly candidates: readonly string[];
    }
  /** The header names `property`, which HubSpot fills itself; there is nothing to choose. */
  | { readonly why: 'read-only'; readonly property: string; readonly candidates: readonly [] };

/** What becomes of one column of the file. */
export interface ColumnMatch {
  /** Zero-based in the file. */
  readonly column: number;
  readonly header: string;
  readonly objectTypeId: string;
  /** Internal name; null when the column is not imported. */
  readonly property: string | null;
  /** Null when nothing and nobody decided. Of kind `preset` or `person` also when the column was left out on purpose. */
  readonly reason: MatchReason | null;
  /** Null when the column is decided, or when nothing speaks for any property. */
  readonly undecided: Undecided | null;
}

/** How the columns of one file become properties of one object type. */
export interface Mapping {
  readonly objectTypeId: string;
  readonly operation: Operation;
  /** Properties that can identify a record, best first (see `identifiersOf`). */
  readonly identifiers: readonly string[];
  /** The property that matches rows to records: one that a column is matched to, or null. */
  readonly identifier: string | null;
  /** `person` when the identifier, or having none, was chosen and is kept while it can be. */
  readonly identifierBy: 'file' | 'person';
  readonly dateFormat: DateFormat | null;
  /** Who decided `dateFormat`; `guess` when the file reads either way and the page's language decides; null while nobody has. */
  readonly dateFormatBy: 'file' | 'guess' | 'person' | 'page' | null;
  /** One for each column of the file, in file order. */
  readonly columns: readonly ColumnMatch[];
}

/** A mapping that the page supplies. A header may repeat, for files in which it does; null leaves the column out. */
export type MappingPreset = readonly { readonly header: string; readonly property: string | null }[];

/**
 * Lists the properties that can identify records, best first: the record id, the object's own, then unique ones.
 * The record id wins when several are mapped (import guide of HubSpot's knowledge base, by a third party's citation).
 */
export function identifiersOf(objectType: ObjectType, properties: readonly Property[]): readonly string[] {
  const unique = properties.filter(({ hasUniqueValue, readOnly }) => hasUniqueValue && !readOnly);
  return [...new Set([RECORD_ID, ...objectType.identifiers, ...unique.map(({ name }) => name)])];
}

/**
 * Matches a column to a property, or to none. The later choice wins: a column that had the property loses it and is
 * undecided, `taken`, so that it shows. Choosing what is already so, or a column that is not there, changes nothing.
 */
export function setProperty(mapping: Mapping, column: number, property: string | null): Mapping {
  const columns = mapping.columns.map((match): ColumnMatch => {
    if (match.column === column) return choose(match, property);
    if (property !== null && match.property === property) return giveUp(match, property);
    return match;
  });
  return withIdentifier({ ...mapping, columns });
}

function choose(match: ColumnMatch, property: string | null): ColumnMatch {
  if (match.property === property && match.undecided === null && match.reason !== null) return match;
  return { ...match, property, reason: { kind: 'person', valuesAgree: false }, undecided: null };
}

function giveUp(match: ColumnMatch, property: string): ColumnMatch {
  return { ...match, property: null, reason: null, undecided: { why: 'taken', candidates: [property] } };
}

export function setOperation(mapping: Mapping, operation: Operation): Mapping {
  return { ...mapping, operation };
}

/** Chooses what identifies records; null for nothing. A property that no column has, or that cannot identify, is ignored. */
export function setIdentifier(mapping: Mapping, identifier: string | null): Mapping {
  if (identifier !== null && !mappedIdentifiers(mapping).includes(identifier)) return mapping;
  return { ...mapping, identifier, identifierBy: 'person' };
}

/** Sets the order of day, month and year, and who decided it. What a person chose is not overruled by the file. */
export function setDateFormat(
  mapping: Mapping,
  dateFormat: DateFormat | null,
  by: 'file' | 'guess' | 'person' | 'page' = 'person',
): Mapping {
  const isDecided = mapping.dateFormatBy === 'person' || mapping.dateFormatBy === 'page';
  if (isDecided && (by === 'file' || by === 'guess')) return mapping;
  return { ...mapping, dateFormat, dateFormatBy: dateFormat === null ? null : by };
}

/** The identifiers that a column is matched to, best first: what the person can choose among. */
export function mappedIdentifiers(mapping: Mapping): readonly string[] {
  const mapped = new Set(mapping.columns.map(({ property }) => property));
  return mapping.identifiers.filter((identifier) => mapped.has(identifier));
}

/** Keeps the identifier a person chose while a column still has it; else takes the best one that is mapped. */
export function withIdentifier(mapping: Mapping): Mapping {
  const mapped = mappedIdentifiers(mapping);
  const chosen = mapping.identifierBy === 'person';
  if (chosen && (mapping.identifier === null || mapped.includes(mapping.identifier))) return mapping;
  return { ...mapping, identifier: mapped[0] ?? null, identifierBy: 'file' };
}
