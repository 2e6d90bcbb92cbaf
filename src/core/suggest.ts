import { assign } from './assign.js';
import { defaultProperties } from './defaults.js';
import { rankOf } from './evidence.js';
import { hintsFor, indexHints } from './hints.js';
import type { Looks } from './looks.js';
import type { ColumnMatch, MatchReason, Undecided } from './mapping.js';
import { halfOfName, isBareName, isPersonName } from './person-name.js';
import { isSameTarget, type Target, targetKey, toProperty } from './target.js';
import { valuesLook } from './values-evidence.js';
import {
  type SuggestInput,
  toSubject,
  weighColumns,
  type WeighedColumn,
  type Weighed,
} from './weigh-columns.js';
import { keyOf, wordsOf } from './words.js';

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

/** Pairs columns with properties. Each step of strength outweighs two of the one below; the earlier column wins a tie. */
function pairUp(columns: ReadonlyMap<number, WeighedColumn>): ReadonlyMap<number, Weighed> {
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

function undecidedOf(
  column: WeighedColumn,
  hints: readonly Target[],
  hasContacts: boolean,
): Undecided | null {
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
