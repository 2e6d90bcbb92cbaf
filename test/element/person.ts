/** What a person does with the widget, a step at a time; what they see; and what the stand-in has afterwards. */
import { waitUntil } from '@open-wc/testing';
import type { HubspotImporter } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { csv, find, type Mounted, seen, textOf, until } from './importer.js';

const WAIT = { timeout: 8000 };

/** A way to cancel a rejection that a test does not wait for. */
export const ignored = (promise: Promise<unknown>): void => void promise.catch(() => undefined);

/** The error a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error('It was resolved');
    },
    (error: unknown) => error,
  );
}

export async function toMapping({ importer }: Mounted, file: File): Promise<void> {
  await importer.load(file);
  await until(importer, 'mapping');
  await waitUntil(() => picks(importer).length > 0, 'no column came', WAIT);
}

export async function toReady(mounted: Mounted, file: File): Promise<void> {
  await toMapping(mounted, file);
  await mounted.importer.check();
  await settled(mounted.importer);
}

/** From a file to HubSpot's end, whatever that is, with every error read. */
export async function toReport(mounted: Mounted, file: File): Promise<void> {
  await toReady(mounted, file);
  await mounted.importer.submit();
  await ended(mounted.importer);
}

/** Waits until every row has been checked again after a change. */
export async function settled(importer: HubspotImporter): Promise<void> {
  await importer.updateComplete;
  await waitUntil(() => primary(importer)?.disabled === false, 'the check never ended', WAIT);
}

/** Waits for HubSpot's end and for its errors to be read. */
export async function ended(importer: HubspotImporter): Promise<void> {
  await until(importer, 'done', 'failed', 'canceled', 'reverted');
  const reading = en.readingErrors(0, 0, { number: String } as never).slice(0, 20);
  const isRead = (): boolean =>
    importer.shadowRoot?.querySelector('dl') != null && !textOf(importer).includes(reading);
  await waitUntil(isRead, 'the errors were never read', WAIT);
}

export const primary = (importer: HubspotImporter): HTMLButtonElement | null =>
  importer.shadowRoot?.querySelector<HTMLButtonElement>('[part="footer"] [part~="primary"]') ?? null;

/** The step that is marked as the current one. */
export const currentStep = (importer: HubspotImporter): string =>
  importer.shadowRoot
    ?.querySelector('[aria-current="step"]')
    ?.textContent?.replace(/[\d✓\s]+/g, ' ')
    .trim() ?? '';

/** What a screen reader is told of the status. */
export const announced = (importer: HubspotImporter): string =>
  find(importer, '[part="card"] > [role="status"]').textContent?.trim() ?? '';

/** The big numbers of a screen, by what is said below them. */
export function numbersOf(importer: HubspotImporter): Record<string, number> {
  const list = importer.shadowRoot?.querySelector('dl.stats');
  const texts = (tag: string): string[] =>
    [...(list?.querySelectorAll(tag) ?? [])].map((one) => one.textContent ?? '');
  const counts = texts('dd');
  return Object.fromEntries(texts('dt').map((label, index) => [label.trim(), Number(counts[index])]));
}

export const alertText = (importer: HubspotImporter): string =>
  importer.shadowRoot?.querySelector('[role="alert"]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const picks = (importer: HubspotImporter): HTMLButtonElement[] => [
  ...(importer.shadowRoot?.querySelectorAll<HTMLButtonElement>('button[aria-haspopup="listbox"]') ?? []),
];

/** What the button of a column is called: the column first, then its property. */
const nameOf = (one: HTMLElement): string => one.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The button that says which property a column is matched to. */
export function pick(importer: HubspotImporter, header: string): HTMLButtonElement {
  const found = picks(importer).find((one) => nameOf(one).startsWith(`${en.propertyFor(header)}:`));
  if (found === undefined) throw new Error(`No column ${header}`);
  return found;
}

/** The label of the property that a column is matched to. */
export const matchOf = (importer: HubspotImporter, header: string): string =>
  pick(importer, header).querySelector('.label')?.textContent?.trim() ?? '';

/** The headers in the order they are shown, what needs a decision first. */
export const shownHeaders = (importer: HubspotImporter): string[] =>
  picks(importer).map((one) => {
    const [start = ''] = nameOf(one).split(':');
    return start.replace(en.propertyFor(''), '');
  });

/** Everything that is said about a column. */
export const columnText = (importer: HubspotImporter, header: string): string =>
  pick(importer, header).closest('.match')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/**
 * Chooses with the mouse what a column becomes, by searching for it.
 *
 * @param object whose it is, where several objects have a property of that name
 */
export async function choose(
  importer: HubspotImporter,
  header: string,
  label: string,
  object = '',
): Promise<void> {
  pick(importer, header).click();
  const search = await seen<HTMLInputElement>(importer, '[role="combobox"]');
  if (label !== en.dontImport) await type(importer, search, label);
  const isMeant = (one: HTMLElement): boolean =>
    one.querySelector('.label')?.textContent === label &&
    (one.querySelector('.kind')?.textContent ?? '').startsWith(object);
  const option = options(importer).find(isMeant);
  if (option === undefined)
    throw new Error(`No property ${label}: ${options(importer).map(nameOf).join(' | ')}`);
  option.click();
  await waitUntil(() => matchOf(importer, header) === label, `${header} never became ${label}`, WAIT);
}

export const options = (importer: HubspotImporter): HTMLElement[] => [
  ...(importer.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]') ?? []),
];

/** Types into a field as a whole. */
export async function type(importer: HubspotImporter, field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await importer.updateComplete;
}

/** Chooses in a labelled list. */
export async function select(importer: HubspotImporter, label: string, value: string): Promise<void> {
  const field = labelled(importer, label);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await importer.updateComplete;
}

export function labelled(importer: HubspotImporter, label: string): HTMLSelectElement {
  const labels = [...(importer.shadowRoot?.querySelectorAll('label') ?? [])];
  const found = labels.find((one) => one.querySelector('span')?.textContent?.trim() === label);
  const field = found?.querySelector('select');
  if (field == null) throw new Error(`No list “${label}”`);
  return field;
}

/** Unfolds the problem whose headline says this. */
export async function openProblem(importer: HubspotImporter, headline: string): Promise<HTMLElement> {
  const items = [...(importer.shadowRoot?.querySelectorAll('li') ?? [])];
  const item = items.find((one) => one.querySelector('h4')?.textContent?.includes(headline));
  const toggle = item?.querySelector<HTMLButtonElement>('button[aria-expanded]');
  if (item === undefined || toggle == null) throw new Error(`No problem “${headline}”: ${textOf(importer)}`);
  if (toggle.getAttribute('aria-expanded') === 'false') toggle.click();
  await importer.updateComplete;
  return item;
}

export const problemCodes = (importer: HubspotImporter): string[] =>
  importer.problems.map(({ code }) => code).sort();

export interface SeenImport {
  readonly id: string;
  readonly state: string;
  readonly importName: string;
  readonly importRequestJson: Record<string, unknown>;
}

/** Every import the world's stand-in has, newest first. */
export async function imports(world: string): Promise<readonly SeenImport[]> {
  const ticket = await (await fetch(`${world}/hubspot/token`, { method: 'POST' })).json();
  const response = await fetch(`${world}/hubspot/crm/v3/imports/?limit=50`, {
    headers: { authorization: `Bearer ${ticket.access_token}` },
  });
  return ((await response.json()) as { results: SeenImport[] }).results;
}

/** Records in the order they were made, every one of them. */
export async function allRecords(world: string, objectType = '0-1'): Promise<Record<string, string>[]> {
  const response = await fetch(`${world}/demo-api/records/${objectType}?all`);
  const { latest } = (await response.json()) as { latest: { properties: Record<string, string> }[] };
  return latest.reverse().map(({ properties }) => properties);
}

export const clearFaults = (world: string): Promise<Response> =>
  fetch(`${world}/demo-api/faults/none`, { method: 'POST' });

/** Good rows with an address each. */
export const people = (count: number, name = 'people.csv'): File =>
  csv(
    `Email,First name,Last name\n${Array.from({ length: count }, (_, i) => `p${i}@example.com,First${i},Last${i}\n`).join('')}`,
    name,
  );

/** Rows of half a kilobyte each: enough of them keep a check busy for a while. */
export function large(megabytes: number, name = 'large.csv'): File {
  const rows = Array.from({ length: 2000 }, (_, i) => `p${i}@example.com,${'x'.repeat(480)}\n`).join('');
  const block = new Blob([rows]);
  const count = Math.ceil((megabytes * 1024 * 1024) / block.size);
  return new File(['Email,First name\n', ...Array.from({ length: count }, () => block)], name);
}

/** Catches what a click downloads. */
export async function downloaded(
  importer: HubspotImporter,
  label: string,
): Promise<{ readonly name: string; readonly text: string; readonly blob: Blob }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob: Blob | null = null;
  let name: string | null = null;
  URL.createObjectURL = (object) => {
    if (object instanceof Blob) blob = object;
    return createObjectURL.call(URL, object);
  };
  HTMLAnchorElement.prototype.click = function () {
    name = this.download;
  };
  try {
    const buttons = [...(importer.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons.find((one) => one.textContent?.trim() === label)?.click();
    await waitUntil(() => name !== null, `nothing came of “${label}”`, WAIT);
    const content = blob ?? new Blob();
    return { name: name ?? '', text: await content.text(), blob: content };
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
}
