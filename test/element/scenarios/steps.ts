/** What a person does about objects, files and options; they find everything by what they read. */
import { waitUntil } from '@open-wc/testing';
import { createFormat } from '../../../src/element/format.js';
import { upperFirst } from '../../../src/element/views/files-bar.js';
import { en } from '../../../src/element/messages/en.js';
import type { HubspotImporter } from '../../../src/index.js';
import { button, find, textOf, until } from '../importer.js';
import { ended, primary, settled } from '../person.js';

const WAIT = { timeout: 8000 };

/** At the beginning of a line. */
const written = (objects: string): string => upperFirst(objects, 'en');

/** The objects that the file on the screen is said to hold. */
export function held(importer: HubspotImporter): string[] {
  const line = find(importer, '.holds');
  const chips = [...line.querySelectorAll('.chip')].map((chip) => words(chip).replace(' ×', ''));
  return chips.length > 0 ? chips : [words(line)];
}

export const words = (element: Element): string => element.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The objects that can be added, unfolded. */
export async function addable(importer: HubspotImporter): Promise<HTMLButtonElement[]> {
  const toggle = find(importer, '.add-object');
  if (toggle.getAttribute('aria-expanded') === 'false') toggle.click();
  await importer.updateComplete;
  const choices = find(importer, `[role="group"][aria-label="${en.addObject}"]`);
  return [...choices.querySelectorAll('button')];
}

/** Says that the file on the screen holds records of an object as well. */
export async function addObject(importer: HubspotImporter, objects: string): Promise<void> {
  const choice = (await addable(importer)).find((one) => words(one) === written(objects));
  if (choice === undefined) throw new Error(`No object ${objects}`);
  choice.click();
  await waitUntil(() => held(importer).includes(written(objects)), `${objects} never came`, WAIT);
}

/** Says that the file on the screen holds none. */
export async function removeObject(importer: HubspotImporter, objects: string): Promise<void> {
  find(importer, `button[aria-label="${en.removeObject(objects)}"]`).click();
  await waitUntil(() => !held(importer).includes(written(objects)), `${objects} never went`, WAIT);
}

/** What the page leaves open: the person says which objects the file holds, and which it does not. */
export async function holds(importer: HubspotImporter, ...objects: readonly string[]): Promise<void> {
  for (const one of objects) {
    if (!textOf(importer).includes(en.fileHoldsOnly(one)) && !held(importer).includes(written(one)))
      await addObject(importer, one);
  }
  for (const one of ['contacts']) if (!objects.includes(one)) await removeObject(importer, one);
}

/** Hands a file over as the dialog of the browser would. */
function handOver(input: HTMLInputElement, file: File): void {
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses the first file. */
export async function chooseFile(importer: HubspotImporter, file: File): Promise<void> {
  handOver(find<HTMLInputElement>(importer, '[part="drop"] input[type="file"]'), file);
  await until(importer, 'mapping');
}

/** Chooses a further one. */
export async function addFile(importer: HubspotImporter, file: File): Promise<void> {
  handOver(find<HTMLInputElement>(importer, '.objects-bar input[type="file"]'), file);
  await waitUntil(() => tabs(importer).some((tab) => words(tab).startsWith(file.name)), 'no tab came', WAIT);
  await until(importer, 'mapping');
}

export const tabs = (importer: HubspotImporter): HTMLButtonElement[] => [
  ...(importer.shadowRoot?.querySelectorAll<HTMLButtonElement>('[role="tab"]') ?? []),
];

/** Turns to one of several files. */
export async function showFile(importer: HubspotImporter, name: string): Promise<void> {
  const tab = tabs(importer).find((one) => words(one).startsWith(name));
  if (tab === undefined) throw new Error(`No tab ${name}`);
  tab.click();
  await waitUntil(() => tab.getAttribute('aria-selected') === 'true', `${name} never came`, WAIT);
}

type Field = HTMLSelectElement | HTMLInputElement;

/** A field by its label; of the objects' own fields, in the group that is named after the object. */
export function field<F extends Field>(importer: HubspotImporter, label: string, objects?: string): F {
  const group = objects === undefined ? '' : `[role="group"][aria-label="${written(objects)}"] `;
  const labels = [...(importer.shadowRoot?.querySelectorAll(`${group}label`) ?? [])];
  const found = labels.find((one) => one.querySelector('span')?.textContent?.trim() === label);
  const control = found?.querySelector<F>('select, input');
  if (control == null)
    throw new Error(`No field “${label}” ${objects ?? ''}: ${labels.map(words).join(' | ')}`);
  return control;
}

/** What can be chosen in a list, as it is written. */
export const offered = (importer: HubspotImporter, label: string, objects?: string): string[] =>
  [...field<HTMLSelectElement>(importer, label, objects).options].map(({ text }) => text);

/** Chooses in a list what is written there. */
export async function pickIn(
  importer: HubspotImporter,
  label: string,
  text: string,
  objects?: string,
): Promise<void> {
  const list = field<HTMLSelectElement>(importer, label, objects);
  const option = [...list.options].find((one) => one.text === text);
  if (option === undefined) throw new Error(`“${label}” has no ${text}: ${list.textContent}`);
  list.value = option.value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  await importer.updateComplete;
}

/** Writes into a field and leaves it. */
export async function fillIn(importer: HubspotImporter, label: string, text: string): Promise<void> {
  const input = field<HTMLInputElement>(importer, label);
  input.value = text;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await importer.updateComplete;
}

/** Ticks a box. */
export async function tick(importer: HubspotImporter, label: string): Promise<void> {
  field<HTMLInputElement>(importer, label).click();
  await importer.updateComplete;
}

/** Presses a button, or a link that does something, by its text. */
export async function press(importer: HubspotImporter, text: string): Promise<void> {
  button(importer, text).click();
  await importer.updateComplete;
}

/** The button for the next step: to the check, when every row has been read. */
export async function review(importer: HubspotImporter): Promise<void> {
  await press(importer, en.review);
  await until(importer, 'ready');
  await settled(importer);
}

/** The button that says how many rows it imports, and the end of it. */
export async function send(importer: HubspotImporter, rows: number): Promise<void> {
  const wanted = en.importRows(rows, createFormat('en'));
  const next = primary(importer);
  if (next === null || words(next) !== wanted) throw new Error(`“${next && words(next)}”, not “${wanted}”`);
  next.click();
  await ended(importer);
}

/** Everything that is amiss with the mapping, as it is written above the columns. */
export const notices = (importer: HubspotImporter): string[] =>
  [...(importer.shadowRoot?.querySelectorAll('.notices .notice') ?? [])].map(words);
