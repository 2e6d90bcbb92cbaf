/** The demo page: the element as a customer embeds it, and around it what shows how it works. */
import '../src/index.js';
import type { HubspotImporter } from '../src/index.js';
import { SAMPLES } from './samples.js';

const find = <E extends Element>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (found === null) throw new Error(`${selector} is missing`);
  return found;
};
const make = (tag: string, text = ''): HTMLElement =>
  Object.assign(document.createElement(tag), { textContent: text });

const importer = find<HubspotImporter>('hubspot-importer');

// Events, newest first
const events = find<HTMLOListElement>('#events');
for (const type of ['state', 'progress', 'submit', 'error'] as const) {
  importer.addEventListener(`hubspot-importer-${type}`, (event) => {
    const item = make('li');
    item.append(make('strong', event.type), ` ${JSON.stringify(event.detail)}`);
    events.prepend(item);
    while (events.children.length > 200) events.lastElementChild?.remove();
    if (type === 'state') void showRecords();
  });
}

// Samples. The importer takes one file, so of several the first is loaded.
for (const { name, title, files } of SAMPLES) {
  const item = make('li');
  const load = make('button', files[0].fileName);
  load.addEventListener('click', async () => {
    const response = await fetch(`/demo-api/samples/${name}`);
    const file = new File([await response.blob()], files[0].fileName, { type: 'text/csv' });
    await importer.load(file).catch(() => undefined);
  });
  item.append(load, ` ${title}`);
  for (const { fileName } of files) {
    const href = `/demo-api/samples/${name}/${encodeURIComponent(fileName)}`;
    const textContent = files.length > 1 ? `Save ${fileName}` : 'Save';
    item.append(' ', Object.assign(document.createElement('a'), { href, textContent }));
  }
  find('#samples').append(item);
}

// Attributes
const ATTRIBUTES: Record<string, readonly string[]> = {
  'object-types': ['contacts', 'companies', 'deals', 'tickets', 'products', '2-1234567'],
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
  disabled: ['', 'on'],
};
for (const [name, values] of Object.entries(ATTRIBUTES)) {
  const label = make('label', name);
  const select = document.createElement('select');
  select.append(...values.map((value) => new Option(value === '' ? '–' : value, value)));
  select.addEventListener('change', () => {
    if (select.value === '') importer.removeAttribute(name);
    else importer.setAttribute(name, select.value === 'on' ? '' : select.value);
    showTag();
  });
  label.append(select);
  find('#attributes').append(label);
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
fault.append(new Option('None', ''), ...all.map(({ name, title }) => new Option(title, name)));
fault.addEventListener('change', () => fetch(`/demo-api/faults/${fault.value}`, { method: 'POST' }));
await fetch('/demo-api/faults/', { method: 'POST' });
find('#reset').addEventListener('click', async () => {
  await fetch('/demo-api/reset', { method: 'POST' });
  await showRecords();
});

// Records
async function showRecords(): Promise<void> {
  const type = importer.getAttribute('object-types') ?? 'contacts';
  const response = await fetch(`/demo-api/records/${type}`);
  const { total, latest } = (await response.json()) as {
    total: number;
    latest: { id: string; properties: Record<string, string> }[];
  };
  const names = [...new Set(latest.flatMap(({ properties }) => Object.keys(properties)))].slice(0, 12);
  const row = (cell: string, texts: readonly string[]): HTMLElement => {
    const line = make('tr');
    line.append(...texts.map((text) => make(cell, text)));
    return line;
  };
  find('#total').textContent = `· ${total.toLocaleString()}`;
  find('#records').replaceChildren(
    row('th', ['id', ...names]),
    ...latest.map(({ id, properties }) => row('td', [id, ...names.map((name) => properties[name] ?? '')])),
  );
}
await showRecords();
