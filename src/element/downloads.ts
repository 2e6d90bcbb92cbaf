import { propertiesOf, requiredOf } from '../core/account.js';
import type { RowError } from '../core/error-log.js';
import { type Property, RECORD_ID } from '../core/hubspot.js';
import { echoedRecipe } from '../core/echoed-request.js';
import { importedHeaders, importedNames } from '../core/imported.js';
import type { MappingRecipe } from '../core/recipe.js';
import { mediaTypeOf } from '../core/request.js';
import { addRow, createRowSet } from '../core/row-set.js';
import { writeCsv } from '../core/write.js';
import type { Flow } from './flow.js';
import { withoutIsolates } from './isolate.js';
import { wordFor } from './messages/word-for.js';
import type { Context } from './views/screen.js';

/** Properties that people usually have, beside what identifies and what is required. */
const USUAL = (
  'firstname lastname email phone company jobtitle name domain city country amount closedate price content ' +
  'lifecyclestage hubspot_owner_id'
).split(' ');

/** A CSV with the headers people usually need: of each object what identifies and what is required first, then the well-known ones. */
export async function saveTemplate(flow: Flow, { words, noun, nounOf }: Context): Promise<void> {
  const account = await flow.readAccount();
  const isOneOfSeveral = account.objects.length > 1;
  const headers = account.objects.flatMap(({ objectType }) => {
    const columns = templateColumns(propertiesOf(account, objectType.id), [
      ...objectType.identifiers,
      ...requiredOf(account, objectType.id).flat(),
    ]);
    const of = nounOf(objectType.id);
    return columns.map(({ label }) => (isOneOfSeveral ? words.propertyOf(label, of) : label));
  });
  save(BYTE_ORDER_MARK + writeCsv([headers]), words.templateName(noun));
}

function templateColumns(all: readonly Property[], first: readonly string[]): readonly Property[] {
  const properties = all.filter(({ readOnly, name }) => !readOnly && name !== RECORD_ID);
  const wanted = [...new Set([...first, ...USUAL])];
  const chosen = wanted.flatMap((name) => properties.find((property) => property.name === name) ?? []);
  return chosen.length > 0 ? chosen : properties.slice(0, 20);
}

/**
 * The refused rows of each file with the person's corrections, to be corrected further and imported again: no cell is
 * neutralised. Rows that cannot be found in a file at hand are given as HubSpot had them.
 */
export async function saveRefused(flow: Flow, { words }: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  for (const [file, content] of (await refusedContents(flow)).entries()) {
    if (content === null) continue;
    const name = importedNames(state)[file] ?? state.import.id;
    save(content, words.refusedName(baseName(name)));
  }
}

/** Takes HubSpot's copies of the refused rows as files, to be imported as before, on to the check. */
export async function openRefused(flow: Flow, { words }: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  const names = importedNames(state);
  const [first, ...others] = (await refusedContents(flow)).flatMap((content, file) => {
    const name = words.refusedName(baseName(names[file] ?? state.import.id));
    return content === null ? [] : [new File([content], name, { type: 'text/csv' })];
  });
  if (first === undefined || flow.state !== state) return;
  await flow.load([first, ...others], recipeBefore(flow));
  await flow.check();
}

/** How the files of the import were imported, columns that were left out included. */
function recipeBefore({ state, recipe }: Flow): MappingRecipe | null {
  if (!('outcome' in state)) return null;
  const { loaded, outcome } = state;
  if (loaded === null || recipe === null || outcome.sent === null) return echoedRecipe(state.import);
  const files = loaded.mapping.files.map(({ columns }) => ({
    columns: columns.map(({ header, target }) => ({ header, target })),
  }));
  return { ...recipe, files };
}

/** One for each file of the import; null when none of its rows was refused. */
async function refusedContents(flow: Flow): Promise<readonly (Blob | null)[]> {
  const { state } = flow;
  if (!('outcome' in state)) return [];
  const count = state.outcome.sent?.length ?? Math.max(state.import.metadata.fileIds.length, 1);
  const copies = await copiesOfRefused(flow, count);
  const contents: (Blob | null)[] = [];
  for (let file = 0; file < count; file += 1) {
    const ours = await flow.contents.only(file, flow.following.errors.refusedRows(file));
    const headers = importedHeaders(state, file);
    const head = ours ?? writeCsv(headers.length === 0 ? [] : [headers]);
    const theirs = copies[file] ?? [];
    contents.push(ours === null && theirs.length === 0 ? null : new Blob([BYTE_ORDER_MARK, head, ...theirs]));
  }
  return contents;
}

/** HubSpot's own copies of rows that are not known here, as CSV in the columns of the person's file. */
async function copiesOfRefused(flow: Flow, count: number): Promise<readonly (readonly Blob[])[]> {
  const { state } = flow;
  if (!('outcome' in state)) return [];
  const outputs = Array.from({ length: count }, createOutput);
  const seen = outputs.map(createRowSet);
  for await (const errors of flow.following.errors.all()) {
    for (const { file, row, line, effect, cells } of errors) {
      const isCopy = row === null && cells !== null && effect === 'row';
      const known = seen[file];
      if (!isCopy || (line !== null && known !== undefined && !addRow(known, line))) continue;
      // What HubSpot hides must not come back as a value.
      const texts = cells.map((cell) => (cell === REDACTED ? '' : cell));
      const columns = state.outcome.sent?.[file]?.columns ?? null;
      const restored =
        columns === null
          ? texts
          : importedHeaders(state, file).map((_, column) => texts[columns.indexOf(column)] ?? '');
      outputs[file]?.add(writeCsv([restored]));
    }
  }
  return outputs.map((output) => output.end());
}

/** A file that goes with the request, for whoever sends it by hand. */
export async function saveContent(flow: Flow, file: number): Promise<void> {
  const content = await flow.contents.sent(file);
  const sent = flow.request?.files[file];
  if (content !== null && sent !== undefined) save(content, sent.fileName, mediaTypeOf(sent));
}

/** What HubSpot said about each row, for reading; cells that a spreadsheet would run as a formula are neutralised. */
export async function saveReport(flow: Flow, { words, importErrors }: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  const names = importedNames(state);
  const lineOf = ({ type, file, row, line, column, value, message, effect }: RowError): readonly string[] => [
    ...(names.length > 1 ? [names[file] ?? ''] : []),
    String(row ?? line ?? ''),
    column === null ? '' : (importedHeaders(state, file)[column] ?? String(column + 1)),
    value ?? '',
    wordFor(importErrors, type)?.what ?? type,
    words.importEffect[effect],
    wordFor(importErrors, type)?.advice ?? '',
    type,
    message ?? '',
  ];
  // Grouped as on the screen, without all of them in memory at once.
  const outputs = new Map(state.outcome.errors.groups.map((group) => [groupKey(group), createOutput()]));
  for await (const errors of flow.following.errors.all()) {
    for (const error of errors)
      outputs.get(groupKey(error))?.add(writeCsv([lineOf(error)], { neutralise: true }));
  }
  const head = [
    ...(names.length > 1 ? [words.sendFile] : []),
    words.rowNumber,
    words.sendColumn,
    words.valueColumn,
    words.whatHappened,
    words.consequence,
    words.whatToDo,
    words.hubspotCode,
    words.hubspotMessage,
  ];
  const parts = [...outputs.values()].flatMap((output) => output.end());
  save(
    new Blob([BYTE_ORDER_MARK, writeCsv([head], { neutralise: true }), ...parts]),
    words.reportName(baseName(names[0] ?? state.import.id)),
  );
}

const groupKey = ({ type, effect }: Pick<RowError, 'type' | 'effect'>): string => `${effect} ${type}`;

/** Lets Excel read the accents. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What HubSpot shows in place of a sensitive value. */
const REDACTED = 'REDACTED';

/** Text that grows outside of the page's memory. */
function createOutput(): { add(text: string): void; end(): readonly Blob[] } {
  const blobs: Blob[] = [];
  let parts: string[] = [];
  let characters = 0;
  const put = (): void => {
    if (parts.length > 0) blobs.push(new Blob(parts));
    parts = [];
    characters = 0;
  };
  return {
    add(text) {
      parts.push(text);
      characters += text.length;
      if (characters > 500_000) put();
    },
    end() {
      put();
      return blobs;
    },
  };
}

/** `contacts.csv` → `contacts`. */
const baseName = (name: string): string => name.replace(/\.[^.]*$/, '');

function save(content: string | Blob, name: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = withoutIsolates(name);
  link.click();
  URL.revokeObjectURL(url);
}
