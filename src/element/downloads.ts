import { propertiesOf, requiredOf } from '../core/account.js';
import { sentHeaders } from '../core/answers.js';
import { changedCell, NO_CHANGES } from '../core/changes.js';
import { type Property, RECORD_ID } from '../core/hubspot.js';
import { groupErrors, rowsWith } from '../core/report.js';
import { loadedOf } from '../core/state.js';
import { writeCsv } from '../core/write.js';
import type { Flow } from './flow.js';
import { withoutIsolates } from './isolate.js';
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
  // A byte order mark lets Excel read the accents.
  save(`\uFEFF${writeCsv([headers])}`, words.templateName(noun));
}

function templateColumns(all: readonly Property[], first: readonly string[]): readonly Property[] {
  const properties = all.filter(({ readOnly, name }) => !readOnly && name !== RECORD_ID);
  const wanted = [...new Set([...first, ...USUAL])];
  const chosen = wanted.flatMap((name) => properties.find((property) => property.name === name) ?? []);
  return chosen.length > 0 ? chosen : properties.slice(0, 20);
}

/**
 * The refused rows of each file with the person's corrections, to be corrected further and imported again: no cell is
 * neutralised. An import that was followed by its id alone gives the rows as HubSpot had them.
 */
export async function saveRefused(flow: Flow, context: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  const count = loadedOf(state)?.files.length ?? Math.max(state.import.metadata.fileIds.length, 1);
  for (let file = 0; file < count; file += 1) await saveRefusedOf(flow, file, context);
}

async function saveRefusedOf(flow: Flow, file: number, { words }: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  const { outcome } = state;
  const one = loadedOf(state)?.files[file];
  const rows = rowsWith(outcome.errors, file, ['row', 'file']);
  const ours = one === undefined ? [] : await flow.rows(file, rows);
  const theirs = outcome.errors.filter(
    (error) => error.file === file && error.row === null && error.cells !== null && error.effect === 'row',
  );
  if (ours.length + theirs.length === 0) return;
  const headers = one?.preview.headers ?? sentHeaders(state.import, file);
  const columns = outcome.sent?.[file]?.columns ?? headers.map((_, column) => column);
  const restored = theirs.map(({ cells }) =>
    headers.map((_, column) => cells?.[columns.indexOf(column)] ?? ''),
  );
  const lines = [
    headers,
    ...ours.map(({ row, cells }) =>
      headers.map((_, column) => changedCell(one?.changes ?? NO_CHANGES, row, column, cells[column] ?? '')),
    ),
    ...(headers.length > 0 ? restored : theirs.map(({ cells }) => cells ?? [])),
  ].filter((line) => line.length > 0);
  save(`\uFEFF${writeCsv(lines)}`, words.refusedName(baseName(one?.file.name ?? state.import.id)));
}

/** A file that goes with the request, for whoever sends it by hand. */
export async function saveContent(flow: Flow, file: number): Promise<void> {
  const content = await flow.content(file);
  const name = flow.request?.files[file]?.fileName;
  if (content !== null && name !== undefined) save(content, name);
}

/** What HubSpot said about each row, for reading; cells that a spreadsheet would run as a formula are neutralised. */
export async function saveReport(flow: Flow, { words, importErrors }: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  const files = loadedOf(state)?.files ?? [];
  const isOneOfSeveral = files.length > 1;
  const lines = groupErrors(state.outcome.errors).flatMap(({ errors }) =>
    errors.map(({ type, file, row, column, value, message, effect }) => [
      ...(isOneOfSeveral ? [files[file]?.file.name ?? ''] : []),
      row === null ? '' : String(row),
      column === null ? '' : (files[file]?.preview.headers[column] ?? String(column + 1)),
      value ?? '',
      importErrors[type]?.what ?? type,
      words.importEffect[effect],
      importErrors[type]?.advice ?? '',
      type,
      message ?? '',
    ]),
  );
  const head = [
    ...(isOneOfSeveral ? [words.sendFile] : []),
    words.rowNumber,
    words.sendColumn,
    words.valueColumn,
    words.whatHappened,
    words.consequence,
    words.whatToDo,
    words.hubspotCode,
    words.hubspotMessage,
  ];
  save(
    `\uFEFF${writeCsv([head, ...lines], { neutralise: true })}`,
    words.reportName(baseName(files[0]?.file.name ?? state.import.id)),
  );
}

/** `contacts.csv` → `contacts`. */
const baseName = (name: string): string => name.replace(/\.[^.]*$/, '');

function save(content: string | Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = withoutIsolates(name);
  link.click();
  URL.revokeObjectURL(url);
}
