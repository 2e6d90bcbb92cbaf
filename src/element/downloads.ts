import { sentHeaders } from '../core/answers.js';
import { changedCell, NO_CHANGES } from '../core/changes.js';
import { RECORD_ID } from '../core/hubspot.js';
import { groupErrors, rowsWith } from '../core/report.js';
import { loadedOf } from '../core/state.js';
import { writeCsv } from '../core/write.js';
import type { Flow } from './flow.js';
import { propertiesOf } from './views/columns.js';
import type { Context } from './views/screen.js';

/** A CSV with the headers people usually need: what identifies and what is required first, then the well-known ones. */
export async function saveTemplate(flow: Flow, { words, noun }: Context): Promise<void> {
  const facts = await flow.readFacts();
  const properties = propertiesOf({ facts }).filter(({ readOnly, name }) => !readOnly && name !== RECORD_ID);
  const first = [...facts.objectType.identifiers, ...facts.objectType.required.flat()];
  const usual = [
    'firstname',
    'lastname',
    'email',
    'phone',
    'company',
    'jobtitle',
    'name',
    'domain',
    'city',
    'country',
    'amount',
    'closedate',
    'price',
    'content',
    'lifecyclestage',
    'hubspot_owner_id',
  ];
  const wanted = [...new Set([...first, ...usual])];
  const chosen = wanted.flatMap((name) => properties.find((property) => property.name === name) ?? []);
  const columns = chosen.length > 0 ? chosen : properties.slice(0, 20);
  // A byte order mark lets Excel read the accents.
  save(`\uFEFF${writeCsv([columns.map(({ label }) => label)])}`, words.templateName(noun));
}

/**
 * The refused rows with the person's corrections, to be corrected further and imported again: no cell is neutralised.
 * An import that was followed by its id alone gives the rows as HubSpot had them.
 */
export async function saveRefused(flow: Flow, { words }: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  const { outcome } = state;
  const loaded = loadedOf(state);
  const rows = rowsWith(outcome.errors, ['row', 'file']);
  const ours = loaded === null ? [] : await flow.rows(rows);
  const theirs = outcome.errors.filter(
    ({ row, cells, effect }) => row === null && cells !== null && effect === 'row',
  );
  const headers = loaded?.preview.headers ?? sentHeaders(state.import);
  const columns = outcome.sent?.columns ?? headers.map((_, column) => column);
  const restored = theirs.map(({ cells }) =>
    headers.map((_, column) => cells?.[columns.indexOf(column)] ?? ''),
  );
  const lines = [
    headers,
    ...ours.map(({ row, cells }) =>
      headers.map((_, column) =>
        changedCell(loaded?.changes ?? NO_CHANGES, row, column, cells[column] ?? ''),
      ),
    ),
    ...(headers.length > 0 ? restored : theirs.map(({ cells }) => cells ?? [])),
  ].filter((line) => line.length > 0);
  save(`\uFEFF${writeCsv(lines)}`, words.refusedName(baseName(loaded?.file.name ?? state.import.id)));
}

/** The file that goes with the request, for whoever sends it by hand. */
export async function saveContent(flow: Flow): Promise<void> {
  const content = await flow.content();
  const name = flow.request?.files[0]?.fileName;
  if (content !== null && name !== undefined) save(content, name);
}

/** What HubSpot said about each row, for reading; cells that a spreadsheet would run as a formula are neutralised. */
export async function saveReport(flow: Flow, { words, importErrors }: Context): Promise<void> {
  const { state } = flow;
  if (!('outcome' in state)) return;
  const loaded = loadedOf(state);
  const lines = groupErrors(state.outcome.errors).flatMap(({ errors }) =>
    errors.map(({ type, row, column, value, message, effect }) => [
      row === null ? '' : String(row),
      column === null ? '' : (loaded?.preview.headers[column] ?? String(column + 1)),
      value ?? '',
      importErrors[type]?.what ?? type,
      words.importEffect[effect],
      importErrors[type]?.advice ?? '',
      type,
      message ?? '',
    ]),
  );
  const head = [
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
    words.reportName(baseName(loaded?.file.name ?? state.import.id)),
  );
}

/** `contacts.csv` → `contacts`. */
const baseName = (name: string): string => name.replace(/\.[^.]*$/, '');

function save(content: string | Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
