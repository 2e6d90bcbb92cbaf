/** What headers and cells say for each property of the objects that a file may hold. */
import type { ObjectFacts } from './account.js';
import { type Agreement, agreementOf } from './agreement.js';
import { defaultProperties, RECORD_ID_PROPERTY } from './defaults.js';
import { type Evidence, evidenceOf, indexNames, type NameIndex, rankOf } from './evidence.js';
import { type Property, RECORD_ID } from './hubspot.js';
import { lookAt, type Looks } from './looks.js';
import { mentions, objectWordsOf } from './qualifiers.js';
import { isItsName, openOddOnes, settleObjects } from './settle-objects.js';
import { type Target, targetKey, toProperty } from './target.js';
import { type Candidate, isImportable, toCandidate } from './value-kind.js';
import { indexOptions, valuesEvidenceOf } from './values-evidence.js';
import { keyOf, wordsOf } from './words.js';

/** A column whose target was given beforehand; null leaves it out. A header may repeat, for files in which it does. */
export interface GivenColumn {
  readonly header: string;
  readonly target: Target | null;
}

/** What the columns of one file are suggested from. */
export interface SuggestInput {
  readonly headers: readonly string[];
  /** The first rows of the file, cells as the file has them; 20 to 30 are plenty. */
  readonly rows: readonly (readonly string[])[];
  /** The objects whose rows they may be. */
  readonly objects: readonly Pick<ObjectFacts, 'objectType' | 'labels' | 'properties'>[];
  /** Decided by the page, or remembered from the last time. */
  readonly given?: readonly GivenColumn[];
  readonly givenBy?: 'preset' | 'remembered' | 'person';
}

/** Evidence for a property, and what the cells say to it. */
export interface Weighed extends Evidence {
  readonly key: string;
  readonly agreement: Agreement;
}

export interface WeighedColumn {
  readonly column: number;
  readonly header: string;
  readonly looks: Looks;
  /** Everything that speaks for a property. */
  readonly weighed: readonly Weighed[];
  /** The strongest of it that the cells do not contradict: what may be applied. */
  readonly fitting: readonly Weighed[];
  /** The property that HubSpot fills itself and that the header names; null for none. */
  readonly readOnly: Target | null;
  /** Whether the header says by name whose it is. */
  readonly isNamed: boolean;
}

/** One object as it is looked for in headers. */
export interface Subject {
  readonly objectTypeId: string;
  readonly words: ReadonlySet<string>;
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly names: NameIndex;
  readonly readOnly: ReadonlyMap<string, string>;
}

/** The properties that columns may have: importable, the record id among them, none that is given away already. */
export function toSubject(
  { objectType, labels, properties: known }: SuggestInput['objects'][number],
  given: ReadonlyMap<number, Target | null>,
): Subject {
  const objectTypeId = objectType.id;
  const properties = known ?? defaultProperties(objectTypeId);
  const listed = properties.some(({ name }) => name === RECORD_ID)
    ? properties
    : [...properties, RECORD_ID_PROPERTY];
  const all = listed.filter((property) => isImportable(property, objectType));
  const taken = new Set([...given.values()].flatMap((target) => (target === null ? [] : targetKey(target))));
  const free = all.filter(({ name }) => !taken.has(targetKey(toProperty(objectTypeId, name))));
  return {
    objectTypeId,
    words: objectWordsOf(objectTypeId, labels === null ? [] : [labels.singular, labels.plural]),
    candidates: new Map(free.map((property) => [property.name, toCandidate(property, objectTypeId)])),
    names: indexNames(objectTypeId, free),
    readOnly: indexReadOnly(properties.filter((property) => !isImportable(property, objectType))),
  };
}

export function weighColumns(
  { headers, rows }: SuggestInput,
  given: ReadonlyMap<number, Target | null>,
  subjects: readonly Subject[],
): ReadonlyMap<number, WeighedColumn> {
  const options = indexOptions(subjects.flatMap(({ candidates }) => [...candidates.values()]));
  const columns = headers.flatMap((header, column): readonly WeighedColumn[] => {
    if (given.has(column)) return [];
    const looks = lookAt(rows.map((row) => row[column] ?? ''));
    const meant = subjects.filter(({ words }) => mentions(header, words));
    const asked = meant.length === 1 ? withWords(meant, header, subjects) : subjects;
    const found = asked.flatMap(({ words, names }) => evidenceOf(header, words, names));
    const hasName = found.some(isItsName);
    const readOnly = hasName ? null : readOnlyOf(header, asked);
    const evidence = found.length > 0 || readOnly !== null ? found : valuesEvidenceOf(header, looks, options);
    const weighed = (readOnly === null ? evidence : []).map((one) => weigh(one, subjects, looks));
    return [
      { column, header, looks, weighed, fitting: fittingOf(weighed), readOnly, isNamed: meant.length === 1 },
    ];
  });
  return withoutRivals(new Map(settleObjects(openOddOnes(columns)).map((column) => [column.column, column])));
}

/** The object that a header names, if it has something to say there; else all of them. */
function withWords(meant: readonly Subject[], header: string, all: readonly Subject[]): readonly Subject[] {
  const says = meant.some(({ words, names }) => evidenceOf(header, words, names).length > 0);
  return says ? meant : all;
}

function weigh(evidence: Evidence, subjects: readonly Subject[], looks: Looks): Weighed {
  const { objectTypeId, property } = evidence;
  const candidate =
    subjects.find((subject) => subject.objectTypeId === objectTypeId)?.candidates.get(property.name) ??
    toCandidate(property, objectTypeId);
  const key = targetKey(toProperty(objectTypeId, property.name));
  return { ...evidence, key, agreement: agreementOf(candidate, looks) };
}

function indexReadOnly(properties: readonly Property[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const property of properties) {
    index.set(keyOf(wordsOf(property.name)), property.name);
    index.set(keyOf(wordsOf(property.label)), property.name);
  }
  return index;
}

function readOnlyOf(header: string, subjects: readonly Subject[]): Target | null {
  const key = keyOf(wordsOf(header));
  for (const { objectTypeId, readOnly } of subjects) {
    const name = readOnly.get(key);
    if (name !== undefined) return toProperty(objectTypeId, name);
  }
  return null;
}

/** An internal name and a label are equally good names: when they point to two properties, nobody can tell. */
function tierOf({ strength }: Evidence): number {
  return Math.min(rankOf(strength), rankOf('label'));
}

function fittingOf(weighed: readonly Weighed[]): readonly Weighed[] {
  const possible = weighed.filter(
    ({ agreement, onlyIfValuesAgree }) =>
      agreement === 'agrees' || (agreement === 'silent' && !onlyIfValuesAgree),
  );
  const tier = Math.max(...possible.map(tierOf));
  const best = possible.filter((one) => tierOf(one) === tier);
  const agreeing = best.filter(({ agreement }) => agreement === 'agrees');
  return agreeing.length > 0 ? agreeing : best;
}

/** Where only the cells speak, two columns that look alike are both left to the person. */
function withoutRivals(columns: ReadonlyMap<number, WeighedColumn>): ReadonlyMap<number, WeighedColumn> {
  const claims = new Map<string, number>();
  for (const { fitting } of columns.values()) {
    for (const { key } of fitting) claims.set(key, (claims.get(key) ?? 0) + 1);
  }
  return new Map(
    [...columns].map(([at, column]) => {
      const fitting = column.fitting.filter(
        ({ strength, key }) => strength !== 'values' || claims.get(key) === 1,
      );
      return [at, { ...column, fitting }];
    }),
  );
}
