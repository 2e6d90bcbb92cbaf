/** The files in hand and what is decided about them when they come, when others come, and when they are read anew. */
import type { Account } from './account.js';
import { NO_CHANGES } from './changes.js';
import { planOf } from './check-plan.js';
import { addDateEvidence, dateTraits, decideDateFormat, noDateEvidence } from './dates.js';
import type { DateFormat, Operation } from './hubspot.js';
import { type ColumnMatch, type Mapping, setDateFormat, withIdentifiers } from './mapping.js';
import type { CheckPlan } from './plan.js';
import type { Preview } from './preview.js';
import type { DateEvidence } from './problems.js';
import { addObject, type Given, joinFiles, proposeColumns, proposeMapping } from './propose.js';
import type { Preset } from './recipe.js';
import type { Settings } from './request.js';
import { type Loaded, type LoadedFile, tallyOf, withFile } from './state.js';
import type { Target } from './target.js';
import type { Source } from './workbook.js';

/** What holds for files that have just come. */
export interface FileOptions {
  readonly settings: Settings;
  readonly operationOf: (objectTypeId: string) => Operation;
  /** Decided by the page; null to read it from the files. */
  readonly dateFormat: DateFormat | null;
  /** The order people read 03/04/2025 in where the page's language is spoken. */
  readonly usualDateFormat: DateFormat;
  readonly given: Given | null;
}

/** Everything that is decided about files that have just come. */
export function openFiles(
  files: readonly [LoadedFile, ...LoadedFile[]],
  account: Account,
  options: FileOptions,
): Loaded {
  const { operationOf, given } = options;
  const samples = files.map(({ preview }) => preview);
  const mapping = proposeMapping({ samples, account, operationOf, given });
  const settings = withOptions(options.settings, given?.preset.options ?? null);
  return {
    files,
    account,
    settings,
    mapping: withDates(mapping, { files, account }, options),
    imported: [],
  };
}

/** What a preset says goes first; a zone that nobody had chosen is left to the page. */
const withOptions = (settings: Settings, given: Preset['options']): Settings =>
  given === null ? settings : { ...settings, ...given, timeZone: given.timeZone ?? settings.timeZone };

/** A file that has just been read. */
export const toLoadedFile = (source: Source, preview: Preview): LoadedFile => ({
  ...source,
  preview,
  changes: NO_CHANGES,
  check: { phase: 'waiting' },
});

function withDates(
  mapping: Mapping,
  loaded: Pick<Loaded, 'files' | 'account'>,
  options: FileOptions,
): Mapping {
  if (options.dateFormat !== null) return setDateFormat(mapping, options.dateFormat, 'page');
  const evidence = loaded.files.flatMap(({ preview }, file) =>
    sampledDates(planOf({ ...loaded, mapping }, file, Number.POSITIVE_INFINITY), preview),
  );
  return decideDates(mapping, evidence, options.usualDateFormat);
}

/** The date order that the first rows tell. */
function sampledDates({ columns }: CheckPlan, { rows }: Preview): readonly DateEvidence[] {
  return columns
    .filter(({ kind }) => kind === 'date' || kind === 'datetime')
    .map(({ column }) => {
      const gathered = noDateEvidence();
      for (const cells of rows) {
        const text = (cells[column] ?? '').trim();
        if (text !== '') addDateEvidence(gathered, text, dateTraits(text));
      }
      return gathered;
    });
}

/** A file more: its columns are proposed, and how it belongs to the others; what was decided about those stays. */
export function addFiles(loaded: Loaded, added: readonly LoadedFile[], options: FileOptions): Loaded {
  const files = [...loaded.files, ...added] as const;
  const { account } = loaded;
  const fresh = openFiles(files, account, options).mapping;
  const kept = loaded.mapping.files;
  const mapping = {
    ...loaded.mapping,
    files: fresh.files.map((file, index) => kept[index] ?? file),
  };
  return {
    ...loaded,
    files,
    imported: [],
    mapping: joinFiles(
      withIdentifiers(mapping),
      files.map(({ preview }) => preview),
      account,
    ),
  };
}

/**
 * The same with another sheet of a workbook, which is another table: everything is proposed as if the files had just come, but for what
 * the person decided about the other files and the import.
 */
export function withSheet(loaded: Loaded, index: number, found: LoadedFile, options: FileOptions): Loaded {
  const { account, settings, mapping } = loaded;
  const { files } = withFile(loaded, index, () => found);
  const fresh = openFiles(files, account, options);
  const kept = (file: number, column: number): ColumnMatch | null => {
    const match = file === index ? undefined : mapping.files[file]?.columns[column];
    const isLost = match?.target?.kind === 'common' && match.target.file === index;
    return match?.reason?.kind === 'person' && !isLost ? match : null;
  };
  const columns = fresh.mapping.files.map((one, file) => ({
    ...one,
    columns: one.columns.map((match, column) => kept(file, column) ?? match),
  }));
  return { ...fresh, settings, mapping: withIdentifiers({ ...fresh.mapping, files: columns }) };
}

/** The same without one of the files; common columns that led to it are open again. */
export function removeFile(loaded: Loaded, removed: number): Loaded {
  const [first, ...others] = loaded.files.filter((_, index) => index !== removed);
  if (first === undefined) return loaded;
  const files = loaded.mapping.files.flatMap((file, index) =>
    index === removed
      ? []
      : {
          ...file,
          columns: file.columns.map((match) => {
            const { target } = match;
            if (target?.kind !== 'common') return match;
            if (target.file === removed) return { ...match, target: null, reason: null, undecided: null };
            const moved = target.file > removed ? target.file - 1 : target.file;
            return { ...match, target: { ...target, file: moved } };
          }),
        },
  );
  return {
    ...loaded,
    files: [first, ...others],
    mapping: withIdentifiers({ ...loaded.mapping, files }),
  };
}

/**
 * The same where the columns of a file may belong to one object type more, whose facts the account has. What is undecided is
 * looked at again.
 */
export function withObjectType(
  loaded: Loaded,
  file: number,
  objectTypeId: string,
  { operationOf }: Pick<FileOptions, 'operationOf'>,
): Loaded {
  const mapping = addObject(loaded.mapping, loaded.account, objectTypeId, operationOf(objectTypeId));
  const files = mapping.files.map((one, index) =>
    index === file && !one.objectTypeIds.includes(objectTypeId)
      ? { ...one, objectTypeIds: [...one.objectTypeIds, objectTypeId] }
      : one,
  );
  return reproposed({ ...loaded, mapping: { ...mapping, files } }, file);
}

/** The same where the columns of a file are not of an object type any more; whatever concerned it is open again. */
export function withoutObjectType(loaded: Loaded, file: number, objectTypeId: string): Loaded {
  const concerns = (target: Target, index: number): boolean => {
    if (target.kind === 'common' && target.file === file && target.toObjectTypeId === objectTypeId)
      return true;
    if (index !== file) return false;
    return (
      target.objectTypeId === objectTypeId ||
      (target.kind === 'labels' && target.toObjectTypeId === objectTypeId)
    );
  };
  const files = loaded.mapping.files.map((one, index) => ({
    objectTypeIds: index === file ? one.objectTypeIds.filter((id) => id !== objectTypeId) : one.objectTypeIds,
    columns: one.columns.map((match) =>
      match.target !== null && concerns(match.target, index)
        ? { ...match, target: null, reason: null, undecided: null }
        : match,
    ),
  }));
  return reproposed({ ...loaded, mapping: { ...loaded.mapping, files } }, file);
}

/** A file proposed anew, and joined with the others where it now can be. */
function reproposed(loaded: Loaded, file: number): Loaded {
  const samples = loaded.files.map(({ preview }) => preview);
  return { ...loaded, mapping: joinFiles(reproposeFile(loaded, file), samples, loaded.account) };
}

/**
 * The columns of one file proposed anew, after it was read in another way or the account was asked again: what the person
 * chose stays where the header stays.
 */
export function reproposeFile(loaded: Loaded, file: number): Mapping {
  const { mapping, account, files } = loaded;
  const before = mapping.files[file];
  const preview = files[file]?.preview;
  if (before === undefined || preview === undefined) return mapping;
  const chosen = before.columns.flatMap(({ header, target, reason }) =>
    reason?.kind === 'person' || target?.kind === 'common' ? [{ header, target }] : [],
  );
  const columns = proposeColumns(preview, before.objectTypeIds, account, chosen, 'person');
  return withIdentifiers({
    ...mapping,
    files: mapping.files.map((one, index) => (index === file ? { ...one, columns } : one)),
  });
}

/** The date order that the whole files tell; the same mapping when nothing changes. */
export function withDateFormat(mapping: Mapping, loaded: Loaded, usual: DateFormat): Mapping {
  // Some of the rows are no evidence against what all of them said.
  if (loaded.files.some(({ changes }) => changes.only !== null)) return mapping;
  const evidence = loaded.files.flatMap((file) =>
    (tallyOf(file)?.columns ?? []).flatMap(({ dates }) => dates ?? []),
  );
  const decided = decideDates(mapping, evidence, usual);
  const isSame = decided.dateFormat === mapping.dateFormat && decided.dateFormatBy === mapping.dateFormatBy;
  return isSame ? mapping : decided;
}

function decideDates(mapping: Mapping, evidence: readonly DateEvidence[], usual: DateFormat): Mapping {
  if (evidence.length === 0) return mapping;
  const { format, ambiguous } = decideDateFormat(evidence);
  if (format !== null) return setDateFormat(mapping, format, 'file');
  return ambiguous
    ? setDateFormat(mapping, usual === 'YEAR_MONTH_DAY' ? 'DAY_MONTH_YEAR' : usual, 'guess')
    : mapping;
}
