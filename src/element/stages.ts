/** What happens between two statuses, where it needs the worker or HubSpot. */
import { type Account, allowancesOf } from '../core/account.js';
import { type ImportRowError, readProperties } from '../core/answers.js';
import { changedCell } from '../core/changes.js';
import { planOf } from '../core/check-plan.js';
import type { RowError } from '../core/error-log.js';
import type { FileOptions } from '../core/files.js';
import { findObjectType, type ObjectType } from '../core/objects.js';
import { linesOf, type Part, type PartLimits, type RowRange } from '../core/parts.js';
import { goesAsWorkbook, recipeOf } from '../core/outgoing.js';
import type { Preview } from '../core/preview.js';
import type { MissingKeys } from '../core/missing-keys.js';
import { readPreset } from '../core/recipe.js';
import {
  decideLineNumbering,
  fileOf,
  joinError,
  type LineNumbering,
  rowsToCompare,
  type Sent,
} from '../core/report.js';
import { SAME_LINES } from '../core/line-runs.js';
import { needsRewrite } from '../core/rewrite.js';
import { inPart } from '../core/sequence-report.js';
import { sentColumns } from '../core/request.js';
import { checkedRows, type Loaded, type LoadedFile } from '../core/state.js';
import type { SheetChoice } from '../core/workbook.js';
import type { HubSpotClient } from '../client/hubspot.js';
import { readAccount } from '../client/crm.js';
import { readImportErrors } from '../client/track.js';
import type { CheckProgress, FileDesk, FileRow, KeyedText } from '../worker/protocol.js';
import type { FlowOptions } from './options.js';

/** What the account says; with properties from the page and no endpoint, nothing is asked. */
export async function accountFor(
  hubspot: HubSpotClient,
  objectTypes: readonly ObjectType[],
  options: FlowOptions,
  known: Account | null,
  signal: AbortSignal,
): Promise<Account> {
  const given = (objectTypeId: string): ReturnType<typeof readProperties> => {
    const properties = options.properties(objectTypeId);
    return properties == null ? null : readProperties(properties);
  };
  const { client, isOpen } = options;
  if (client.tokenEndpoint === null && client.endpoint === null) {
    const objects = objectTypes.map((objectType) => ({
      objectType,
      labels: null,
      properties: given(objectType.id),
      failure: null,
    }));
    // There is nobody to create a property with.
    const allowances = { ...allowancesOf(undefined), properties: false };
    return { objects, owners: null, associations: [], switchedOff: [], customObjects: null, allowances };
  }
  return readAccount(hubspot, { objectTypes, given, listsCustomObjects: isOpen }, known, signal);
}

/** What is imported: what the page named, and what the mapping that it set is about. */
export function configuredTypes({ objectTypes, preset }: FlowOptions): readonly ObjectType[] {
  const [first] = objectTypes;
  const { objects = [], files = [] } = readPreset(preset, first.id) ?? {};
  const ids = [
    ...objects.map(({ objectTypeId }) => objectTypeId),
    ...files.flatMap(({ columns }) => columns.flatMap(({ target }) => target?.objectTypeId ?? [])),
  ];
  const others = [...new Set(ids)].filter((id) => objectTypes.every((type) => type.id !== id));
  return [...objectTypes, ...others.flatMap((id) => findObjectType(id) ?? [])];
}

/**
 * What is to be read of workbooks: the sheets that the page's mapping names, and dates in the order that they will be read in, as far as
 * it is known.
 *
 * @param loaded the files that they join; null for none
 */
export function sheetChoiceFor(options: FlowOptions, loaded: Loaded | null): SheetChoice {
  const preset = readPreset(options.preset, options.objectTypes[0].id);
  return {
    sheet: null,
    preferred: preset?.files.flatMap(({ sheet }) => sheet ?? []) ?? [],
    dateOrder: loaded?.mapping.dateFormat ?? options.dateFormat ?? preset?.dateFormat ?? 'YEAR_MONTH_DAY',
  };
}

/** What the page configured for files that come now. */
export function fileOptions(options: FlowOptions, file: File | null, account: Account): FileOptions {
  const { operationOf, dateFormat, usualDateFormat, createList, marketable, timeZone } = options;
  const first = account.objects[0]?.objectType ?? options.objectTypes[0];
  const preset = readPreset(options.preset, first.id, account);
  return {
    operationOf,
    dateFormat,
    usualDateFormat,
    given: preset === null ? null : { preset, by: 'preset' },
    settings: {
      name: options.importName ?? (file === null ? '' : options.nameFor(file)),
      createList,
      marketable,
      timeZone,
      marketingEventId: null,
    },
  };
}

/** A file and how it is read. */
export const textOf = ({ text, preview }: LoadedFile): { file: Blob; dialect: Preview['dialect'] } => ({
  file: text,
  dialect: preview.dialect,
});

export function checkFile(
  desk: FileDesk,
  loaded: Loaded,
  file: number,
  maxRows: number,
  signal: AbortSignal,
  onProgress: (progress: CheckProgress) => void,
): ReturnType<FileDesk['check']> {
  const one = fileAt(loaded, file);
  return desk.check(textOf(one), planOf(loaded, file, maxRows), one.changes, onProgress, signal);
}

/** For each common column of a file: the keys that the owner's file does not have. */
export async function missingKeys(
  desk: FileDesk,
  loaded: Loaded,
  file: number,
  signal: AbortSignal,
): Promise<readonly MissingKeys[]> {
  const ends = (loaded.mapping.files[file]?.columns ?? []).flatMap(({ column, target }) => {
    if (target?.kind !== 'common') return [];
    const own = keysAt(loaded, file, column);
    const owner = keysAt(loaded, target.file, target.column);
    return own === null || owner === null ? [] : [{ own, owner }];
  });
  const found: MissingKeys[] = [];
  for (const { own, owner } of ends) {
    const missing = await desk.missingKeys(own.text, own.keys, owner, signal);
    if (missing !== null) found.push(missing);
  }
  return found;
}

/** A column as the keys of its file; null when it is not imported. */
function keysAt(loaded: Loaded, file: number, column: number): KeyedText | null {
  const one = loaded.files[file];
  if (one === undefined) return null;
  const rule = planOf(loaded, file, Number.POSITIVE_INFINITY).columns.find((each) => each.column === column);
  return rule === undefined ? null : { text: textOf(one), keys: { rule, changes: one.changes } };
}

function fileAt({ files }: Loaded, file: number): LoadedFile {
  return files[file] ?? files[0];
}

export interface Prepared {
  readonly content: Blob;
  readonly sent: Sent;
}

/**
 * A file, or one part of it, as it goes out: byte for byte when nothing has to change, else a corrected copy.
 */
export async function prepareUpload(
  desk: FileDesk,
  loaded: Loaded,
  file: number,
  part: Part | null,
  signal: AbortSignal,
  onWritten: (share: number) => void,
): Promise<Prepared> {
  const one = fileAt(loaded, file);
  const recipe = recipeOf(loaded, file);
  const columns = sentColumns(loaded.mapping, file);
  if (!needsRewrite(recipe)) {
    const whole = goesAsWorkbook(loaded, file, part) ? one.file : one.text;
    const content = part === null ? whole : cut(one.text, part);
    const lineRows = part === null ? SAME_LINES : linesOf(part);
    return { content, sent: { columns, lineRows, bytes: content.size } };
  }
  const wanted = part === null ? recipe : { ...recipe, range: part };
  const { content, lineRows } = await desk.rewrite(textOf(one), wanted, onWritten, signal);
  return { content, sent: { columns, lineRows, bytes: content.size } };
}

/** Nothing is read and nothing copied: the browser takes the bytes from the file when they go out. */
const cut = (text: Blob, { headerBytes, fromByte, toByte }: Part): Blob =>
  new Blob([text.slice(0, headerBytes), text.slice(fromByte, toByte)]);

/** A corrected copy has at most so many times the file's bytes, as good as always: it is measured where it may be too large. */
const MOST_GROWTH = 2;

/** The parts that a file is to be sent in; null when it goes as one. */
export async function planParts(
  desk: FileDesk,
  loaded: Loaded,
  limits: PartLimits,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<readonly Part[] | null> {
  const { files, imported } = loaded;
  const [one, another] = files;
  const rows = checkedRows(loaded);
  if (another !== undefined || rows === null) return null;
  const recipe = recipeOf(loaded, 0);
  const bytes = one.text.size * (needsRewrite(recipe) ? MOST_GROWTH : 1);
  const isSmall = bytes <= limits.bytes && rows.total - rows.empty - rows.leftOut <= limits.rows;
  if (isSmall && imported.length === 0) return null;
  const parts = await desk.parts(textOf(one), recipe, limits, imported, onProgress, signal);
  return parts.length > 1 || imported.length > 0 ? parts : null;
}

/** Errors looked at to find out how HubSpot numbers lines. */
const NUMBERING_SAMPLES = 50;

/** What errors are joined to: the files in hand, and how they were sent. */
export interface JoinSource {
  readonly loaded: Loaded | null;
  readonly sent: readonly Sent[] | null;
  /** The rows that it is about, of a file that goes as several imports; null for all. */
  readonly range: RowRange | null;
  /** HubSpot's ids of the files. */
  readonly fileIds: readonly string[];
  rows(file: number, rows: readonly number[]): Promise<readonly FileRow[]>;
}

/** Reads HubSpot's row errors and joins each to the person's row. */
export interface ErrorReader {
  /** From the first page on; the next time from where it broke off. */
  read(signal: AbortSignal, onPage: (errors: readonly RowError[]) => void): Promise<void>;
}

/** @param client the one of the moment */
export function createErrorReader(
  client: () => HubSpotClient,
  importId: string,
  source: JoinSource,
): ErrorReader {
  let numbering: LineNumbering | null = null;
  let from: string | null = null;
  return {
    read: (signal, onPage) =>
      readImportErrors(
        client(),
        importId,
        from,
        async (page, next) => {
          numbering ??= await findNumbering(page, source);
          signal.throwIfAborted();
          const found = numbering;
          onPage(
            page.map((error) => {
              const file = fileOf(error, source.fileIds);
              const joined = joinError(error, file, source.sent?.[file] ?? null, found);
              return source.range === null ? joined : inPart(joined, source.range);
            }),
          );
          from = next;
        },
        signal,
      ),
  };
}

/** Reads all of them, the next time from where it broke off. */
export function oneAfterTheOther(readers: readonly ErrorReader[]): ErrorReader {
  let at = 0;
  return {
    async read(signal, onPage) {
      for (; at < readers.length; at += 1) await readers[at]?.read(signal, onPage);
    },
  };
}

async function findNumbering(page: readonly ImportRowError[], source: JoinSource): Promise<LineNumbering> {
  const { sent, loaded, fileIds } = source;
  if (sent === null || loaded === null) return 'unknown';
  const samples = page.slice(0, NUMBERING_SAMPLES);
  const located = await Promise.all(
    sent.map(async (one, file) => {
      const errors = samples.filter((error) => fileOf(error, fileIds) === file);
      const rows = await source.rows(file, rowsToCompare(errors, one));
      const { changes } = fileAt(loaded, file);
      const cells = new Map(
        rows.map(({ row, cells: texts }) => [
          row,
          one.columns.map((column) => changedCell(changes, row, column, texts[column] ?? '')),
        ]),
      );
      const rowAt = (row: number): readonly string[] | null => cells.get(row) ?? null;
      return errors.map((error) => ({ error, sent: one, rowAt }));
    }),
  );
  return decideLineNumbering(located.flat());
}
