/** The demo page: the element as a customer embeds it, and around it what shows how it works. */
import '../src/index.js';
import type { HubspotImporter } from '../src/index.js';
import { SAMPLES, WORKBOOKS } from './samples.js';

const find = <E extends Element>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (found === null) throw new Error(`${selector} is missing`);
  return found;
};
const make = (tag: string, text = ''): HTMLElement =>
  Object.assign(document.createElement(tag), { textContent: text });

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const importer = find<HubspotImporter>('hubspot-importer');

// Events, newest first
const events = find<HTMLOListElement>('#events');
for (const type of ['state', 'progress', 'submit', 'error'] as const) {
  importer.addEventListener(`hubspot-importer-${type}`, (event) => {
    const item = make('details');
    const summary = make('summary', event.type);
    summary.append(make('span', outlineOf(event.detail)));
    item.append(summary, make('pre', JSON.stringify(event.detail, null, 2)));
    const line = make('li');
    line.append(item);
    events.prepend(line);
    while (events.children.length > 200) events.lastElementChild?.remove();
    if (type === 'state') void showRecords();
  });
}

/** What changes from one event to the next, for a line in the list. */
function outlineOf(detail: object): string {
  const { status, importState, share, code } = {
    status: '',
    importState: '',
    share: null,
    code: '',
    ...detail,
  };
  const done = typeof share === 'number' ? `${Math.round(share * 100)} %` : '';
  return [code === '' ? status : code, importState, done].filter(Boolean).join(' · ');
}

// Samples
const [clean, messy, ...others] = SAMPLES;
for (const sample of [clean, messy, ...WORKBOOKS, ...others]) {
  if (sample === undefined) continue;
  const { name, title, objectTypes, files } = sample;
  const item = make('li');
  const address = (fileName: string): string => `/demo-api/samples/${name}/${encodeURIComponent(fileName)}`;
  const [heading, ...rest] = title.split(': ');
  const load = make('button', heading);
  if (rest.length > 0) load.append(make('span', capitalized(rest.join(': '))));
  load.addEventListener('click', async () => {
    setAttribute('object-types', objectTypes);
    const chosen = files.map(async ({ fileName }) => {
      const response = await fetch(address(fileName));
      return new File([await response.blob()], fileName, {
        type: response.headers.get('content-type') ?? '',
      });
    });
    await importer.load(await Promise.all(chosen)).catch(() => undefined);
  });
  const links = make('p', 'Save ');
  for (const [index, { fileName }] of files.entries()) {
    const link = { href: address(fileName), textContent: fileName, download: fileName };
    links.append(index > 0 ? ', ' : '', Object.assign(document.createElement('a'), link));
  }
  item.append(load, links);
  find('#samples').append(item);
}

// Attributes
const ATTRIBUTES: Record<string, readonly string[]> = {
  'object-types': [
    'contacts',
    'companies',
    'deals',
    'tickets',
    'products',
    'boats',
    'contacts companies',
    '*',
  ],
  operation: ['upsert', 'create', 'update'],
  'date-format': ['', 'day-month-year', 'month-day-year', 'year-month-day'],
  locale: ['', 'en', 'fr'],
  marketable: ['', 'true', 'false'],
  'create-list': ['', 'on'],
  'import-name': ['', 'Spring fair'],
  'time-zone': ['', 'Europe/Paris', 'America/New_York'],
  'api-version': ['', 'v3', '2026-09'],
  'max-rows': ['', '100'],
  'max-bytes': ['', '100000'],
  'no-storage': ['', 'on'],
  'skip-mapping': ['', 'on'],
  disabled: ['', 'on'],
};
for (const [name, values] of Object.entries(ATTRIBUTES)) {
  const label = make('label', name);
  const select = document.createElement('select');
  select.append(...values.map((value) => new Option(value === '' ? '–' : value, value)));
  select.name = name;
  select.addEventListener('change', () => setAttribute(name, select.value));
  label.append(select);
  find('#attributes').append(label);
}
/** Sets an attribute of the element, and shows it in the list. */
function setAttribute(name: string, value: string): void {
  if (value === '') importer.removeAttribute(name);
  else importer.setAttribute(name, value === 'on' ? '' : value);
  const select = find<HTMLSelectElement>(`select[name="${name}"]`);
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
  showTag();
}
function showTag(): void {
  find('#tag').textContent = (importer.cloneNode() as Element).outerHTML;
}
showTag();

// Faults
const fault = find<HTMLSelectElement>('#fault');
const { all } = (await (await fetch('/demo-api/faults')).json()) as {
  all: { name: string; title: string }[];
};
fault.append(new Option('Nothing', ''), ...all.map(({ name, title }) => new Option(title, name)));
fault.addEventListener('change', () => fetch(`/demo-api/faults/${fault.value}`, { method: 'POST' }));
await fetch('/demo-api/faults/', { method: 'POST' });
find('#reset').addEventListener('click', async () => {
  await fetch('/demo-api/reset', { method: 'POST' });
  await showRecords();
});

// Records, of each object type with what they are associated with
async function showRecords(): Promise<void> {
  const types = (importer.getAttribute('object-types') ?? 'contacts').split(/[\s,]+/);
  const tables = await Promise.all(types.filter((type) => type !== '*').map(recordsOf));
  find('#records').replaceChildren(...tables.flat());
}

interface SeenRecord {
  readonly id: string;
  readonly properties: Record<string, string>;
  readonly associations: Record<string, readonly { readonly id: string }[]>;
}

async function recordsOf(type: string): Promise<readonly HTMLElement[]> {
  const response = await fetch(`/demo-api/records/${type}`);
  const { total, latest } = (await response.json()) as { total: number; latest: readonly SeenRecord[] };
  const properties = distinct(latest.map((record) => record.properties)).slice(0, 12);
  const others = distinct(latest.map((record) => record.associations));
  const row = (cell: string, texts: readonly string[]): HTMLElement => {
    const line = make('tr');
    line.append(...texts.map((text) => make(cell, text)));
    return line;
  };
  const table = make('table');
  table.append(
    row('th', ['id', ...properties, ...others.map((other) => `→ ${other}`)]),
    ...latest.map((record) =>
      row('td', [
        record.id,
        ...properties.map((name) => record.properties[name] ?? ''),
        ...others.map((other) => (record.associations[other] ?? []).map(({ id }) => id).join(' ')),
      ]),
    ),
  );
  const title = make('h3', `${type} · ${total.toLocaleString()}`);
  return total === 0 ? [title] : [title, table];
}

const distinct = (records: readonly object[]): readonly string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];
await showRecords();
