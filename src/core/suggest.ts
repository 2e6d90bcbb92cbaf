import { agreementOf, type Agreement } from './agreement.js';
import { assign } from './assign.js';
import { RECORD_ID_PROPERTY } from './defaults.js';
import { evidenceOf, indexNames, rankOf, type Evidence } from './evidence.js';
import { hintsFor, indexHints } from './hints.js';
import { RECORD_ID } from './hubspot.js';
import type { ObjectType, Operation, Property } from './hubspot.js';
import { lookAt, type Looks } from './looks.js';
import { identifiersOf, withIdentifier } from './mapping.js';
import type { ColumnMatch, Mapping, MappingPreset, MatchReason, Undecided } from './mapping.js';
import { halfOfName, isBareName, isPersonName } from './person-name.js';
import { indexOptions, valuesEvidenceOf, valuesLook } from './values-evidence.js';
import { isImportable, toTarget, type Target } from './value-kind.js';
import { keyOf, wordsOf } from './words.js';

/** What a mapping is suggested from. */
export interface SuggestInput {
  readonly headers: readonly string[];
  /** The first rows of the file, cells as the file has them; 20 to 30 are plenty. */
  readonly rows: readonly (readonly string[])[];
  readonly objectType: ObjectType;
  readonly properties: readonly Property[];
  readonly operation: Operation;
  readonly preset?: MappingPreset | null;
}

/** Evidence for a property, and what the cells say to it. */
interface Weighed extends Evidence {
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
  readonly readOnly: string | null;
}

/**
 * Suggests a property for each column: by internal name, then label, then known aliases in five languages, with what the
 * cells look like for and against it. One property for one column, the best pairing over the whole file.
 * Nothing doubtful is applied: such a column is undecided and has candidates. Read-only properties are never suggested.
 */
export function suggestMapping(input: SuggestInput): Mapping {
  const { objectType, properties, operation } = input;
  const preset = presetOf(input);
  const targets = targetsOf(input, preset);
  const columns = weighColumns(input, preset, targets);
  const given = pairUp(columns);
  const hints = indexHints([...targets.values()]);
  const matches = input.headers.map((header, column): ColumnMatch => {
    const base = { column, header, objectTypeId: objectType.id };
    const fixed = preset.get(column);
    if (fixed !== undefined) {
      const reason = { kind: 'preset' as const, valuesAgree: false };
      return { ...base, property: fixed, reason, undecided: null };
    }
    const weighed = columns.get(column);
    const evidence = given.get(column) ?? null;
    if (weighed === undefined) return { ...base, property: null, reason: null, undecided: null };
    if (evidence !== null) {
      return {
        ...base,
        property: evidence.property.name,
        reason: reasonOf(evidence, weighed.looks),
        undecided: null,
      };
    }
    const undecided = undecidedOf(weighed, hintsFor(header, weighed.looks, hints), objectType.id);
    return { ...base, property: null, reason: null, undecided };
  });
  return withIdentifier({
    objectTypeId: objectType.id,
    operation,
    identifiers: identifiersOf(objectType, properties),
    identifier: null,
    identifierBy: 'file',
    dateFormat: null,
    dateFormatBy: null,
    columns: completeName(matches, input),
  });
}

/** The properties that columns may have, by name: importable, the record id among them, none that the preset gives away. */
function targetsOf(
  { properties, objectType }: SuggestInput,
  preset: ReadonlyMap<number, string | null>,
): ReadonlyMap<string, Target> {
  const known = properties.filter(isImportable);
  const all = known.some(({ name }) => name === RECORD_ID) ? known : [...known, RECORD_ID_PROPERTY];
  const given = new Set(preset.values());
  const free = all.filter(({ name }) => !given.has(name));
  return new Map(free.map((property) => [property.name, toTarget(property, objectType.id)]));
}

/** What the preset says, by column. A header that repeats takes its entries in order; no property is given twice. */
function presetOf({ headers, preset }: SuggestInput): ReadonlyMap<number, string | null> {
  const fixed = new Map<number, string | null>();
  const taken = new Set<string>();
  for (const { header, property } of preset ?? []) {
    const free = (_: string, column: number): boolean => !fixed.has(column);
    const exact = headers.findIndex((name, column) => name === header && free(name, column));
    const key = keyOf(wordsOf(header));
    const column =
      exact >= 0 ? exact : headers.findIndex((name, at) => keyOf(wordsOf(name)) === key && free(name, at));
    if (column < 0 || (property !== null && taken.has(property))) continue;
    fixed.set(column, property);
    if (property !== null) taken.add(property);
  }
  return fixed;
}

function weighColumns(
  { headers, rows, objectType, properties }: SuggestInput,
  preset: ReadonlyMap<number, string | null>,
  targets: ReadonlyMap<string, Target>,
): ReadonlyMap<number, Column> {
  const all = [...targets.values()];
  const names = indexNames(
    objectType.id,
    all.map(({ property }) => property),
  );
  const options = indexOptions(all);
  const readOnly = indexReadOnly(properties);
  const columns = new Map<number, Column>();
  headers.forEach((header, column) => {
    if (preset.has(column)) return;
    const looks = lookAt(rows.map((row) => row[column] ?? ''));
    const found = evidenceOf(header, objectType.id, names);
    const isNamed = found.some(({ strength }) => strength === 'name' || strength === 'label');
    const fillsItself = isNamed ? null : (readOnly.get(keyOf(wordsOf(header))) ?? null);
    const evidence =
      found.length > 0 || fillsItself !== null ? found : valuesEvidenceOf(header, looks, options);
    const weighed = (fillsItself === null ? evidence : []).map((one) => {
      const target = targets.get(one.property.name) ?? toTarget(one.property, objectType.id);
      return { ...one, agreement: agreementOf(target, looks) };
    });
    columns.set(column, {
      column,
      header,
      looks,
      weighed,
      fitting: fittingOf(weighed),
      readOnly: fillsItself,
    });
  });
  return withoutRivals(columns);
}

function indexReadOnly(properties: readonly Property[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const property of properties) {
    if (isImportable(property)) continue;
    index.set(keyOf(wordsOf(property.name)), property.name);
    index.set(keyOf(wordsOf(property.label)), property.name);
  }
  return index;
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
    for (const { property } of fitting) claims.set(property.name, (claims.get(property.name) ?? 0) + 1);
  }
  return new Map(
    [...columns].map(([at, column]) => {
      const fitting = column.fitting.filter(
        ({ strength, property }) => strength !== 'values' || claims.get(property.name) === 1,
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
    fitting.map(({ property, strength, agreement }) => {
      if (!numberOf.has(property.name)) numberOf.set(property.name, numberOf.size);
      const worth = 4 ** rankOf(strength) * (agreement === 'agrees' ? 3 : 2);
      return {
        target: numberOf.get(property.name) ?? 0,
        weight: worth * 2 ** 20 + (1024 - Math.min(column, 1023)),
      };
    }),
  );
  const targets = assign(pairings);
  const taken = new Set(targets);
  const given = new Map<number, Weighed>();
  list.forEach(({ column, fitting }, row) => {
    const target = targets[row] ?? null;
    const chosen = fitting.find(({ property }) => numberOf.get(property.name) === target);
    const leftOver = fitting.some(({ property }) => !taken.has(numberOf.get(property.name) ?? -1));
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

function undecidedOf(column: Column, hints: readonly string[], objectTypeId: string): Undecided | null {
  if (column.readOnly !== null) return { why: 'read-only', property: column.readOnly, candidates: [] };
  const namesOf = (weighed: readonly Weighed[]): readonly string[] =>
    weighed.map(({ property }) => property.name);
  const say = (
    why: 'weak' | 'several' | 'values-disagree' | 'taken',
    first: readonly string[],
  ): Undecided => ({
    why,
    candidates: [...new Set([...first, ...hints])].slice(0, 3),
  });
  if (column.fitting.length > 1) return say('several', namesOf(column.fitting));
  if (column.fitting.length === 1) return say('taken', namesOf(column.fitting));
  const against = column.weighed.filter(
    ({ agreement, onlyIfValuesAgree }) => agreement === 'disagrees' && !onlyIfValuesAgree,
  );
  if (against.length > 0) return say('values-disagree', namesOf(against));
  if (objectTypeId === '0-1' && isPersonName(column.header)) {
    return { why: 'several', candidates: ['firstname', 'lastname'] };
  }
  const first = namesOf(column.weighed.filter(({ agreement }) => agreement !== 'disagrees'));
  return first.length + hints.length === 0 ? null : say('weak', first);
}

/** A bare `Name` beside a column for one half of the name is the other half, if the rows bear it out. */
function completeName(
  columns: readonly ColumnMatch[],
  { objectType, properties, rows }: SuggestInput,
): readonly ColumnMatch[] {
  if (objectType.id !== '0-1') return columns;
  const halves = (['firstname', 'lastname'] as const).filter((half) =>
    properties.some(({ name }) => name === half),
  );
  const matched = columns.filter(({ property }) => halves.some((half) => half === property));
  const [partner] = matched;
  const bare = columns.filter(
    ({ header, property, reason }) => property === null && reason === null && isBareName(header),
  );
  const [name] = bare;
  if (halves.length < 2 || matched.length !== 1 || bare.length !== 1 || !partner || !name) return columns;
  const other = partner.property === 'firstname' ? 'firstname' : 'lastname';
  const pairs = rows.map((row) => [row[name.column] ?? '', row[partner.column] ?? ''] as const);
  const half = halfOfName(name.header, other, pairs);
  if (half === null) return columns;
  const reason = { kind: 'alias', language: half.language, of: half.of, valuesAgree: true } as const;
  return columns.map((match) =>
    match === name ? { ...match, property: half.half, reason, undecided: null } : match,
  );
}
