import type { Account } from '../core/account.js';
import { NO_CHANGES, withOnly } from '../core/changes.js';
import type { Dialect } from '../core/dialect.js';
import { ImporterError } from '../core/errors.js';
import {
  addFiles,
  type FileOptions,
  openFiles,
  removeFile,
  reproposeFile,
  toLoadedFile,
  withObjectType,
  withoutObjectType,
  withSheet,
} from '../core/files.js';
import type { ObjectType } from '../core/objects.js';
import type { Given } from '../core/propose.js';
import type { Preview } from '../core/preview.js';
import type { MappingRecipe } from '../core/recipe.js';
import { fingerprintOf, importedParts } from '../core/sent-import.js';
import { type Files, type Loaded, type LoadedFile, withFile } from '../core/state.js';
import type { SheetChoice } from '../core/workbook.js';
import type { FlowOptions } from './options.js';
import { forget, recall } from './remembering.js';
import type { RunContext } from './run.js';
import { accountFor, configuredTypes, fileOptions, sheetChoiceFor } from './stages.js';

/** Everything that reads files and the account, up to `mapping`. */
export interface Reading {
  /** @param recipe how files like them were imported before; goes before what the page and the person decided */
  load(files: Files, recipe: MappingRecipe | null): Promise<void>;
  /** Reads files on top of those in hand. */
  add(files: Files): Promise<void>;
  remove(file: number): void;
  /** Reads a file's beginning again, the way the person says it is written; decisions about columns that stay are kept. */
  reread(file: number, given: Partial<Dialect>): Promise<void>;
  /** Takes another sheet of a workbook. */
  readSheet(file: number, sheet: number): Promise<void>;
  /** Proposes the mapping without what was chosen the last time, which is forgotten. */
  forgetChoices(): void;
  /** Asks the account for its properties once more. */
  readAccountAgain(): Promise<void>;
  /** Lets the columns of a file belong to one object type more. */
  addObjectType(file: number, objectType: ObjectType): Promise<void>;
  /** The other way round. */
  removeObjectType(file: number, objectTypeId: string): void;
}

/** @param startCheck called once there are rows to check */
export function createReading(context: RunContext, startCheck: () => void): Reading {
  const { store, resources, outbox, options, progressed, newRun, guard } = context;

  const read = async (
    file: File,
    choice: SheetChoice,
    onOpened: (share: number) => void,
    signal: AbortSignal,
  ): Promise<LoadedFile> => {
    const desk = resources.desk();
    const { source, preview } = await desk.open(file, choice, onOpened, signal);
    signal.throwIfAborted();
    return toLoadedFile(source, preview);
  };

  const take = async (
    files: Files,
    before: Loaded | null,
    account: (signal: AbortSignal) => Promise<Account>,
    open: Open,
  ): Promise<void> => {
    const signal = newRun();
    const configured = options();
    await guard(signal, async () => {
      const all = [...(before?.files ?? []).map(({ file }) => file), ...files];
      for (const file of all) checkSize(file, all.length, configured);
      const asking = account(signal);
      asking.catch(() => undefined); // a file that cannot be read is told of first
      const previews: LoadedFile[] = [];
      const choice = sheetChoiceFor(configured, before);
      const onOpened = (share: number): void => {
        store.dispatch({ type: 'opened', share });
        progressed();
      };
      for (const file of files) {
        const one = await read(file, choice, onOpened, signal);
        if (previews.length === 0) store.dispatch({ type: 'sniffed', preview: one.preview });
        previews.push(one);
      }
      checkTexts(previews, all.length, configured);
      const known = await asking;
      signal.throwIfAborted();
      const loaded = open(previews, known, configured);
      if (loaded !== null) store.dispatch({ type: 'previewed', loaded });
      startCheck();
    });
  };

  /** Changes what is in hand, as it is when the answer is there: the person went on meanwhile. */
  const change = async (
    work: (signal: AbortSignal) => Promise<(loaded: Loaded) => Loaded>,
  ): Promise<void> => {
    if (store.state.status !== 'mapping') return;
    const signal = newRun();
    await guard(signal, async () => {
      const apply = await work(signal);
      signal.throwIfAborted();
      if (store.state.status !== 'mapping') return;
      store.dispatch({ type: 'previewed', loaded: apply(store.state.loaded) });
      startCheck();
    });
  };

  return {
    load(files, recipe) {
      resources.closeDesk(); // what was learned of the files before is let go
      store.dispatch({ type: 'picked', files });
      const configured = options();
      const types = configuredTypes(recipe === null ? configured : { ...configured, preset: recipe });
      const ask = (signal: AbortSignal): Promise<Account> =>
        accountFor(resources.client(), types, configured, null, signal);
      const before = recipe === null ? null : { preset: recipe, by: 'remembered' as const };
      return take(files, null, ask, ([first, ...others], account) => {
        if (first === undefined) return null;
        const imported = others.length > 0 ? [] : importedParts(outbox.list(), fingerprintOf([first]));
        return { ...open([first, ...others], account, configured, before), imported };
      });
    },
    async add(files) {
      if (store.state.status !== 'mapping') return;
      const { loaded } = store.state;
      store.dispatch({ type: 'added', files });
      await take(
        files,
        loaded,
        async () => loaded.account,
        (added, _account, configured) =>
          addFiles(loaded, added, optionsFor([...loaded.files, ...added], loaded.account, configured)),
      );
    },
    remove(file) {
      if (store.state.status !== 'mapping') return;
      store.dispatch({ type: 'previewed', loaded: removeFile(store.state.loaded, file) });
      startCheck();
    },
    reread: (file, given) =>
      change(async () => {
        if (store.state.status !== 'mapping') return (loaded) => loaded;
        const one = store.state.loaded.files[file];
        const desk = resources.desk();
        const preview = one === undefined ? null : await desk.preview(one, given);
        return (loaded) => (preview === null ? loaded : withPreview(loaded, file, preview));
      }),
    readSheet: (file, sheet) =>
      change(async (signal) => {
        const now = store.state.status === 'mapping' ? store.state.loaded : null;
        const one = now?.files[file];
        if (one === undefined) return (loaded) => loaded;
        const choice = { ...sheetChoiceFor(options(), now?.files.length === 1 ? null : now), sheet };
        const found = await read(one.file, choice, () => undefined, signal);
        return (loaded) => {
          const at = loaded.files.findIndex((other) => other.file === one.file); // others may be gone
          if (at < 0) return loaded;
          const files = loaded.files.map((other, index) => (index === at ? found : other));
          const imported = files.length > 1 ? [] : importedParts(outbox.list(), fingerprintOf([found]));
          const taken = optionsFor(files, loaded.account, options());
          return { ...withSheet(loaded, at, found, taken), imported };
        };
      }),
    forgetChoices() {
      if (store.state.status !== 'mapping') return;
      const { loaded } = store.state;
      const configured = options();
      forget(previewsOf(loaded.files), configured);
      const { mapping } = open(loaded.files, loaded.account, configured);
      store.dispatch({ type: 'mapped', mapping });
      startCheck();
    },
    readAccountAgain: () =>
      change(async (signal) => {
        const configured = options();
        const types =
          store.state.status === 'mapping' ? typesOf(store.state.loaded) : configuredTypes(configured);
        const account = await accountFor(resources.client(), types, configured, null, signal);
        return (loaded) => reproposed({ ...loaded, account });
      }),
    addObjectType: (file, objectType) =>
      change(async (signal) => {
        if (store.state.status !== 'mapping') return (loaded) => loaded;
        const { account: known } = store.state.loaded;
        const configured = options();
        const types = [...typesOf(store.state.loaded), objectType];
        const account = await accountFor(resources.client(), types, configured, known, signal);
        const id = account.objects.at(-1)?.objectType.id ?? objectType.id;
        return (loaded) => withObjectType({ ...loaded, account }, file, id, configured);
      }),
    removeObjectType(file, objectTypeId) {
      if (store.state.status !== 'mapping') return;
      const loaded = withoutObjectType(store.state.loaded, file, objectTypeId);
      store.dispatch({ type: 'mapped', mapping: loaded.mapping });
      startCheck();
    },
  };
}

type FilesInHand = Loaded['files'];

const previewsOf = (files: readonly LoadedFile[]): readonly Preview[] => files.map(({ preview }) => preview);

const open = (
  files: FilesInHand,
  account: Account,
  options: FlowOptions,
  given: Given | null = null,
): Loaded => openFiles(files, account, optionsFor(files, account, options, given));

/** What is given is taken; else what the page decides is decided; else what the person chose the last time. */
function optionsFor(
  files: readonly LoadedFile[],
  account: Account,
  options: FlowOptions,
  given: Given | null = null,
): FileOptions {
  const [first] = files;
  const chosen = fileOptions(options, first?.file ?? null, account);
  return { ...chosen, given: given ?? chosen.given ?? recall(previewsOf(files), account, options) };
}

type Open = (files: readonly LoadedFile[], account: Account, options: FlowOptions) => Loaded | null;

/** What is read of a workbook is larger than it: files that are imported together cannot be sent in parts. */
function checkTexts(files: readonly LoadedFile[], count: number, { limits }: FlowOptions): void {
  for (const { text, workbook } of files) {
    if (workbook !== null && count > 1 && text.size > limits.bytes)
      throw new ImporterError('file-too-large', { bytes: text.size, limitBytes: limits.bytes, files: count });
  }
}

/** A file by itself may be larger than HubSpot takes at a time: it goes as several imports. */
function checkSize(file: File, files: number, { maxBytes, limits }: FlowOptions): void {
  const isLimited = maxBytes < limits.bytes || files > 1;
  if (isLimited && file.size > maxBytes)
    throw new ImporterError('file-too-large', { bytes: file.size, limitBytes: maxBytes, files });
  if (file.size === 0) throw new ImporterError('file-empty', null);
}

const typesOf = ({ account }: Loaded): readonly ObjectType[] =>
  account.objects.map(({ objectType }) => objectType);

function withPreview(loaded: Loaded, file: number, preview: Preview): Loaded {
  const changed = withFile(loaded, file, (one) => {
    const before = one.preview.dialect;
    const isSameText = (['encoding', 'delimiter', 'quote'] as const).every(
      (key) => before[key] === preview.dialect[key],
    );
    // Other cells have other texts; the rows that the import is about stay those.
    const changes = isSameText ? one.changes : withOnly(NO_CHANGES, one.changes.only);
    return { ...one, preview, changes };
  });
  return { ...changed, mapping: reproposeFile(changed, file) };
}

const reproposed = (loaded: Loaded): Loaded =>
  loaded.files.reduce<Loaded>(
    (current, _, file) => ({ ...current, mapping: reproposeFile(current, file) }),
    loaded,
  );
