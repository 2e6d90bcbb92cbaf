import type { ObjectFacts } from './account.js';
import { agreementOf, type Agreement } from './agreement.js';
import { assign } from './assign.js';
import { defaultProperties, RECORD_ID_PROPERTY } from './defaults.js';
import { evidenceOf, indexNames, rankOf, type Evidence, type NameIndex } from './evidence.js';
import { hintsFor, indexHints } from './hints.js';
import { RECORD_ID } from './hubspot.js';
import type { Property } from './hubspot.js';
import { lookAt, type Looks } from './looks.js';
import type { ColumnMatch, MatchReason, Undecided } from './mapping.js';
import { halfOfName, isBareName, isPersonName } from './person-name.js';
import { mentions, objectWordsOf } from './qualifiers.js';
import { isSameTarget, type Target, targetKey, toProperty } from './target.js';
import { indexOptions, valuesEvidenceOf, valuesLook } from './values-evidence.js';
import { type Candidate, isImportable, toCandidate } from './value-kind.js';
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
interface Weighed extends Evidence {
  readonly key: string;
  readonly agreement: Agreement;
}

interface Column {
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
interface Subject {
  readonly objectTypeId: string;
  readonly words: ReadonlySet<string>;
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly names: NameIndex;
  readonly readOnly: ReadonlyMap<string, string>;
}

/**
 * Suggests a property for each column: by internal name, then label, then known aliases in five languages, with what the
 * cells look like for and against it. One property for one column, the best pairing over the whole file and all its objects.
 * A header that names an object belongs to it; one that fits several goes with its neighbours, or is asked.
 * Nothing doubtful is applied: such a column is undecided and has candidates. Read-only properties are never suggested.
 */
export function suggestColumns(input: SuggestInput): readonly ColumnMatch[] {
  const given = givenOf(input);
  const subjects = input.objects.map((object) => toSubject(object, given));
  const candidates = subjects.flatMap((subject) => [...subject.candidates.values()]);
  const columns = weighColumns(input, given, subjects);
  const paired = pairUp(columns);
  const hints = indexHints(candidates);
  const matches = input.headers.map((header, column): ColumnMatch => {
    const fixed = given.get(column);
    if (fixed !== undefined) {
      const reason = { kind: input.givenBy ?? 'preset', valuesAgree: false };
      return { column, header, target: fixed, reason, undecided: null };
    }
    const weighed = columns.get(column);
    const evidence = paired.get(column) ?? null;
    if (weighed === undefined) return { column, header, target: null, reason: null, undecided: null };
    if (evidence !== null) {
      const target = toProperty(evidence.objectTypeId, evidence.property.name);
      return { column, header, target, reason: reasonOf(evidence, weighed.looks), undecided: null };
    }
    const hasContacts = subjects.some(({ objectTypeId }) => objectTypeId === CONTACTS);
    const undecided = undecidedOf(weighed, hintsFor(header, weighed.looks, hints), hasContacts);
    return { column, header, target: null, reason: null, undecided };
  });
  return completeName(matches, input);
}

const CONTACTS = '0-1';

/** The properties that columns may have: importable, the record id among them, none that is given away already. */
function toSubject(
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

/** What is given, by column. A header that repeats takes its entries in order; nothing is given twice. */
function givenOf({ headers, given }: SuggestInput): ReadonlyMap<number, Target | null> {
  const fixed = new Map<number, Target | null>();
  const taken = new Set<string>();
  for (const { header, target } of given ?? []) {
    const free = (_: string, column: number): boolean => !fixed.has(column);
    const exact = headers.findIndex((name, column) => name === header && free(name, column));
    const key = keyOf(wordsOf(header));
    const column =
      exact >= 0 ? exact : headers.findIndex((name, at) => keyOf(wordsOf(name)) === key && free(name, at));
    if (column < 0 || (target !== null && taken.has(targetKey(target)))) continue;
    fixed.set(column, target);
    if (target !== null) taken.add(targetKey(target));
  }
  return fixed;
}

function weighColumns(
  { headers, rows }: SuggestInput,
  given: ReadonlyMap<number, Target | null>,
  subjects: readonly Subject[],
): ReadonlyMap<number, Column> {
  const options = indexOptions(subjects.flatMap(({ candidates }) => [...candidates.values()]));
  const columns = headers.flatMap((header, column): readonly Column[] => {
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

const isItsName = ({ strength }: Evidence): boolean => strength === 'name' || strength === 'label';

/** The only object that a column fits; null for none or several. */
function onlyObject({ fitting }: Column): string | null {
  const [first] = fitting;
  const isOnly = fitting.every(({ objectTypeId }) => objectTypeId === first?.objectTypeId);
  return isOnly ? (first?.objectTypeId ?? null) : null;
}

/** What the nearest columns on both sides say, of those that say something. */
function neighbours(
  columns: readonly Column[],
  index: number,
  say: (column: Column) => string | null,
): readonly [before: string | null, after: string | null] {
  const said = columns.map(say);
  return [
    said.slice(0, index).findLast((id) => id !== null) ?? null,
    said.slice(index + 1).find((id) => id !== null) ?? null,
  ];
}

/**
 * "Street 2" among a person's columns is not the company's, only because companies alone have such a property: where both
 * neighbours are surely another object's, another name is not enough.
 */
function openOddOnes(columns: readonly Column[]): readonly Column[] {
  const isSure = (column: Column): boolean => column.isNamed || column.fitting.some(isItsName);
  const surely = (column: Column): string | null => (isSure(column) ? onlyObject(column) : null);
  return columns.map((column, index) => {
    const own = onlyObject(column);
    if (own === null || isSure(column)) return column;
    const [before, after] = neighbours(columns, index, surely);
    const isOdd = before !== null && before === after && before !== own;
    return isOdd ? { ...column, fitting: [] } : column;
  });
}

/**
 * Where a header fits several objects equally well ("City"), its neighbours decide: the nearest columns on both sides that
 * fit a single object. If they do not agree it stays open, the left one's object first.
 */
function settleObjects(columns: readonly Column[]): readonly Column[] {
  return columns.map((column, index) => {
    if (column.fitting.length === 0 || onlyObject(column) !== null) return column;
    const [before, after] = neighbours(columns, index, onlyObject);
    const preferred = before ?? after;
    const own = column.fitting.filter(({ objectTypeId }) => objectTypeId === preferred);
    if (own.length === 0) return column;
    const agree = before === null || after === null || before === after;
    const others = column.fitting.filter((one) => !own.includes(one));
    return { ...column, fitting: agree ? own : [...own, ...others] };
  });
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
function withoutRivals(columns: ReadonlyMap<number, Column>): ReadonlyMap<number, Column> {
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

/** Pairs columns with properties. Each step of strength outweighs two of the one below; the earlier column wins a tie. */
function pairUp(columns: ReadonlyMap<number, Column>): ReadonlyMap<number, Weighed> {
  const list = [...columns.values()];
  const numberOf = new Map<string, number>();
  const pairings = list.map(({ column, fitting }) =>
    fitting.map(({ key, strength, agreement }) => {
      if (!numberOf.has(key)) numberOf.set(key, numberOf.size);
      const worth = 4 ** rankOf(strength) * (agreement === 'agrees' ? 3 : 2);
      return {
        target: numberOf.get(key) ?? 0,
        weight: worth * 2 ** 20 + (1024 - Math.min(column, 1023)),
      };
    }),
  );
  const targets = assign(pairings);
  const taken = new Set(targets);
  const given = new Map<number, Weighed>();
  list.forEach(({ column, fitting }, row) => {
    const target = targets[row] ?? null;
    const chosen = fitting.find(({ key }) => numberOf.get(key) === target);
    const leftOver = fitting.some(({ key }) => !taken.has(numberOf.get(key) ?? -1));
    if (target !== null && chosen !== undefined && !leftOver) given.set(column, chosen);
  });
  return given;
}

function reasonOf({ strength, alias, property, agreement }: Weighed, looks: Looks): MatchReason {
  const valuesAgree = agreement === 'agrees';
  if (alias !== null) return { kind: 'alias', ...alias, valuesAgree };
  if (strength === 'values')
    return { kind: 'values', looksLike: valuesLook(property, looks), valuesAgree: true };
  return { kind: strength === 'name' ? 'name' : 'label', valuesAgree };
}

/** Candidates shown of an undecided column. */
const MOST_CANDIDATES = 3;

function undecidedOf(column: Column, hints: readonly Target[], hasContacts: boolean): Undecided | null {
  if (column.readOnly !== null) return { why: 'read-only', property: column.readOnly, candidates: [] };
  const targetsOf = (weighed: readonly Weighed[]): readonly Target[] =>
    weighed.map(({ objectTypeId, property }) => toProperty(objectTypeId, property.name));
  const say = (
    why: 'weak' | 'several' | 'values-disagree' | 'taken',
    first: readonly Target[],
  ): Undecided => {
    const all = [...first, ...hints];
    const distinct = all.filter((one, at) => all.findIndex((other) => isSameTarget(one, other)) === at);
    return { why, candidates: distinct.slice(0, MOST_CANDIDATES) };
  };
  if (column.fitting.length > 1) return say('several', targetsOf(column.fitting));
  if (column.fitting.length === 1) return say('taken', targetsOf(column.fitting));
  const against = column.weighed.filter(
    ({ agreement, onlyIfValuesAgree }) => agreement === 'disagrees' && !onlyIfValuesAgree,
  );
  if (against.length > 0) return say('values-disagree', targetsOf(against));
  if (hasContacts && isPersonName(column.header)) {
    return {
      why: 'several',
      candidates: ['firstname', 'lastname'].map((name) => toProperty(CONTACTS, name)),
    };
  }
  const first = targetsOf(column.weighed.filter(({ agreement }) => agreement !== 'disagrees'));
  return first.length + hints.length === 0 ? null : say('weak', first);
}

/** A bare `Name` beside a column for one half of the name is the other half, if the rows bear it out. */
function completeName(
  columns: readonly ColumnMatch[],
  { objects, rows }: SuggestInput,
): readonly ColumnMatch[] {
  const contacts = objects.find(({ objectType }) => objectType.id === CONTACTS);
  if (contacts === undefined) return columns;
  const properties = contacts.properties ?? defaultProperties(CONTACTS);
  const halves = (['firstname', 'lastname'] as const).filter((half) =>
    properties.some(({ name }) => name === half),
  );
  const isHalf = (match: ColumnMatch, half: string): boolean =>
    isSameTarget(match.target, toProperty(CONTACTS, half));
  const matched = columns.filter((match) => halves.some((half) => isHalf(match, half)));
  const [partner] = matched;
  const bare = columns.filter(
    ({ header, target, reason }) => target === null && reason === null && isBareName(header),
  );
  const [name] = bare;
  if (halves.length < 2 || matched.length !== 1 || bare.length !== 1 || !partner || !name) return columns;
  const other = isHalf(partner, 'firstname') ? 'firstname' : 'lastname';
  const pairs = rows.map((row) => [row[name.column] ?? '', row[partner.column] ?? ''] as const);
  const half = halfOfName(name.header, other, pairs);
  if (half === null) return columns;
  const reason = { kind: 'alias', language: half.language, of: half.of, valuesAgree: true } as const;
  return columns.map((match) =>
    match === name ? { ...match, target: toProperty(CONTACTS, half.half), reason, undecided: null } : match,
  );
}
