/** Finds the column by which the rows of two files belong together. */
import type { Account } from './account.js';
import { type ColumnMatch, columnOf, type Mapping } from './mapping.js';
import { plainAssociation } from './suggest-ties.js';
import type { Target } from './target.js';
import { foldValue, keyOf, wordsOf } from './words.js';

/** The beginning of a file. */
export interface Sample {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A column that would join its file with the owner's, and how much speaks for it. */
export interface CommonProposal {
  readonly file: number;
  readonly column: number;
  readonly target: Extract<Target, { kind: 'common' }>;
  readonly score: number;
}

/** Share of the sampled values that must be found on the other side where the headers say nothing. */
const ENOUGH_FOUND = 0.3;

/**
 * Proposes columns of one file that repeat an identifier of another file's object: the same header or another name of the
 * property, or the same values. Best first.
 *
 * @param file the file that would hold the common column beside its own object's
 */
export function proposeCommon(
  mapping: Mapping,
  file: number,
  samples: readonly Sample[],
  account: Account,
): readonly CommonProposal[] {
  const own = mainObject(mapping, file);
  const columns = mapping.files[file]?.columns ?? [];
  const owners = ownersFor(mapping, file);
  const proposals = owners.flatMap((owner) => {
    const association = own === null ? null : plainAssociation(account, own, owner.objectTypeId);
    if (own === null || association === null) return [];
    return columns.flatMap((match): readonly CommonProposal[] => {
      const score = scoreOf(match, owner, samples, file);
      if (score === 0) return [];
      const { objectTypeId: toObjectTypeId, file: ownerFile, column } = owner;
      const target = {
        kind: 'common' as const,
        objectTypeId: own,
        toObjectTypeId,
        association,
        file: ownerFile,
        column,
      };
      return [{ file, column: match.column, target, score }];
    });
  });
  return proposals.sort((a, b) => b.score - a.score);
}

interface Owner {
  readonly file: number;
  readonly column: number;
  readonly objectTypeId: string;
  readonly property: string;
}

/** Columns of the other files that identify their object. */
export function ownersFor(mapping: Mapping, file: number): readonly Owner[] {
  return mapping.files.flatMap((_, other) =>
    other === file
      ? []
      : mapping.objects.flatMap(({ objectTypeId, identifiers }) =>
          identifiers.flatMap((property) => {
            const match = columnOf(mapping, other, objectTypeId, property);
            return match === null ? [] : [{ file: other, column: match.column, objectTypeId, property }];
          }),
        ),
  );
}

/**
 * Common columns that were decided for files with their columns in another order, or with another one in their place: each
 * leads to what identifies the other file's object now.
 */
export function withOwners(mapping: Mapping): Mapping {
  const files = mapping.files.map((one, file) => {
    const owners = ownersFor(mapping, file);
    const columns = one.columns.map((match): ColumnMatch => {
      const { target } = match;
      if (target?.kind !== 'common') return match;
      const possible = owners.filter(
        (owner) => owner.file === target.file && owner.objectTypeId === target.toObjectTypeId,
      );
      const [first] = possible;
      if (first === undefined || possible.some(({ column }) => column === target.column)) return match;
      return { ...match, target: { ...target, column: first.column } };
    });
    return { ...one, columns };
  });
  return { ...mapping, files };
}

/** The object that most columns of a file belong to. */
export function mainObject(mapping: Mapping, file: number): string | null {
  const counts = new Map<string, number>();
  for (const { target } of mapping.files[file]?.columns ?? []) {
    if (target?.kind === 'property')
      counts.set(target.objectTypeId, (counts.get(target.objectTypeId) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? mapping.files[file]?.objectTypeIds[0] ?? null;
}

/**
 * A column that is settled already is not taken away, nor one that was left out on purpose; of the others a shared name counts
 * most, then shared values.
 */
function scoreOf(
  { column, header, target, reason, undecided }: ColumnMatch,
  owner: Owner,
  samples: readonly Sample[],
  file: number,
): number {
  if (target !== null || reason !== null) return 0;
  const ownerHeader = samples[owner.file]?.headers[owner.column] ?? '';
  const sameHeader = keyOf(wordsOf(header)) === keyOf(wordsOf(ownerHeader));
  const named = (undecided?.candidates ?? []).some(
    (one) =>
      one.kind === 'property' && one.objectTypeId === owner.objectTypeId && one.property === owner.property,
  );
  const shared = sharedShare(
    valuesOf(samples[file], column),
    new Set(valuesOf(samples[owner.file], owner.column)),
  );
  if (!sameHeader && !named && shared < ENOUGH_FOUND) return 0;
  return (sameHeader ? 2 : 0) + (named ? 1 : 0) + shared;
}

const valuesOf = (sample: Sample | undefined, column: number): readonly string[] =>
  (sample?.rows ?? []).map((row) => foldValue(row[column] ?? '')).filter((value) => value !== '');

function sharedShare(values: readonly string[], others: ReadonlySet<string>): number {
  if (values.length === 0) return 0;
  return values.filter((value) => others.has(value)).length / values.length;
}
