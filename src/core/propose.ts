/** The whole mapping as it is proposed for one file or several, before the person has decided anything. */
import { type Account, propertiesOf } from './account.js';
import { proposeCommon, type Sample, withOwners } from './common-column.js';
import type { Operation } from './hubspot.js';
import {
  type ColumnMatch,
  type FileMapping,
  type Mapping,
  type ObjectMapping,
  objectMapping,
  setDateFormat,
  setIdentifier,
  withIdentifiers,
} from './mapping.js';
import { inOrderOf } from './preset-files.js';
import type { Preset } from './recipe.js';
import { suggestColumns } from './suggest.js';
import { suggestTies } from './suggest-ties.js';
import { objectTypesOf } from './target.js';
import type { GivenColumn } from './weigh-columns.js';

/** What was decided before, and by whom. */
export interface Given {
  readonly preset: Preset;
  readonly by: 'preset' | 'remembered';
}

export interface Proposal {
  readonly samples: readonly Sample[];
  readonly account: Account;
  operationOf(objectTypeId: string): Operation;
  readonly given: Given | null;
}

/**
 * Proposes a mapping: which objects each file is about, what each column becomes, and by which columns the files belong
 * together. What is given is taken first.
 */
export function proposeMapping({ samples, account, operationOf, given: before }: Proposal): Mapping {
  const given = before === null ? null : { ...before, preset: inOrderOf(samples, before.preset) };
  const objects = account.objects.map(({ objectType }) =>
    objectMapping(objectType, propertiesOf(account, objectType.id), operationFor(objectType.id)),
  );
  const perFile = objectsOfFiles(samples, account, given?.preset ?? null);
  const files = samples.map((sample, file): FileMapping => {
    const objectTypeIds = perFile[file] ?? [];
    const columns = given?.preset.files[file]?.columns ?? [];
    return { objectTypeIds, columns: proposeColumns(sample, objectTypeIds, account, columns, given?.by) };
  });
  const mapping = withIdentifiers({ objects, files, dateFormat: null, dateFormatBy: null });
  return joinFiles(withOwners(withChoices(mapping, given)), samples, account);

  function operationFor(objectTypeId: string): Operation {
    const chosen = given?.preset.objects.find((object) => object.objectTypeId === objectTypeId);
    return chosen?.operation ?? operationOf(objectTypeId);
  }
}

/** The columns of one file, properties first, then what joins records. */
export function proposeColumns(
  { headers, rows }: Sample,
  objectTypeIds: readonly string[],
  account: Account,
  given: readonly GivenColumn[] = [],
  by: 'preset' | 'remembered' | 'person' = 'preset',
): readonly ColumnMatch[] {
  const objects = account.objects.filter(({ objectType }) => objectTypeIds.includes(objectType.id));
  const columns = suggestColumns({ headers, rows, objects, given, givenBy: by });
  return suggestTies(columns, { account, objectTypeIds, rows });
}

/** One more object type that may be imported; nothing is matched to it yet. */
export function addObject(
  mapping: Mapping,
  account: Account,
  objectTypeId: string,
  operation: Operation,
): Mapping {
  const facts = account.objects.find(({ objectType }) => objectType.id === objectTypeId);
  if (facts === undefined || mapping.objects.some((object) => object.objectTypeId === objectTypeId))
    return mapping;
  const object: ObjectMapping = objectMapping(
    facts.objectType,
    propertiesOf(account, objectTypeId),
    operation,
  );
  return { ...mapping, objects: [...mapping.objects, object] };
}

function withChoices(mapping: Mapping, given: Given | null): Mapping {
  if (given === null) return mapping;
  const { preset, by } = given;
  const chosen = preset.objects.reduce(
    (current, { objectTypeId, identifier }) =>
      identifier === null ? current : setIdentifier(current, objectTypeId, identifier),
    mapping,
  );
  return preset.dateFormat === null
    ? chosen
    : setDateFormat(chosen, preset.dateFormat, by === 'preset' ? 'page' : 'remembered');
}

/**
 * Which objects each file is about. One file may be about all of them. Of several, each is about the object that most of
 * its columns fit, and about those that no file is mostly about.
 */
function objectsOfFiles(
  samples: readonly Sample[],
  account: Account,
  preset: Preset | null,
): readonly (readonly string[])[] {
  const all = account.objects.map(({ objectType }) => objectType.id);
  if (samples.length === 1 || all.length === 1) return samples.map(() => all);
  const given = samples.map((_, file) => {
    const named = (preset?.files[file]?.columns ?? []).flatMap(({ target }) =>
      target === null ? [] : objectTypesOf(target).slice(0, 1),
    );
    return all.filter((id) => named.includes(id));
  });
  const main = samples.map((sample, file) => given[file]?.[0] ?? mainObjectOf(sample, all, account));
  const isShared = new Set(main).size < main.length;
  return samples.map((_, file) => {
    if (isShared) return all;
    return all.filter((id) => id === main[file] || given[file]?.includes(id) === true || !main.includes(id));
  });
}

/** The object that most columns of a file fit when all of them compete. */
function mainObjectOf(sample: Sample, all: readonly string[], account: Account): string {
  const columns = proposeColumns(sample, all, account);
  const counts = all.map((id) => columns.filter(({ target }) => target?.objectTypeId === id).length);
  return all[counts.indexOf(Math.max(...counts))] ?? '';
}

/** Joins each file that stands alone by the best column there is. */
export function joinFiles(mapping: Mapping, samples: readonly Sample[], account: Account): Mapping {
  if (samples.length < 2) return mapping;
  const joined = new Set(
    mapping.files.flatMap(({ columns }, file) =>
      columns.flatMap(({ target }) => (target?.kind === 'common' ? [file, target.file] : [])),
    ),
  );
  const [best] = mapping.files
    .flatMap((_, file) => proposeCommon(mapping, file, samples, account))
    .filter(({ file, target }) => !joined.has(file) || !joined.has(target.file))
    .sort((a, b) => b.score - a.score);
  if (best === undefined) return mapping;
  const reason = { kind: 'values', looksLike: 'common', valuesAgree: true } as const;
  const files = mapping.files.map((one, file) =>
    file !== best.file
      ? one
      : {
          ...one,
          columns: one.columns.map((match) =>
            match.column === best.column ? { ...match, target: best.target, reason, undecided: null } : match,
          ),
        },
  );
  return joinFiles(withIdentifiers({ ...mapping, files }), samples, account);
}
