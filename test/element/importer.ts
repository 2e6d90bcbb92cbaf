/** Mounts the element against a backend of its own, and acts as a person would. */
import { fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/index.js';
import type { HubspotImporter, StateDetail, Status } from '../../src/index.js';

/** An importer, its world (backend with its own stand-in), and everything it has said. */
export interface Mounted {
  readonly importer: HubspotImporter;
  readonly world: string;
  readonly states: StateDetail[];
}

/** @param slow an import that goes on until it is canceled */
export async function mount(
  attributes: Readonly<Record<string, string>> = {},
  slow = false,
): Promise<Mounted> {
  const world = `/worlds/${slow ? 'slow-' : ''}${crypto.randomUUID()}`;
  const importer = await fixture<HubspotImporter>(
    html`<hubspot-importer locale="en" token-endpoint=${`${world}/hubspot/token`}></hubspot-importer>`,
  );
  for (const [name, value] of Object.entries(attributes)) importer.setAttribute(name, value);
  const states: StateDetail[] = [];
  importer.addEventListener('hubspot-importer-state', (event) => states.push(event.detail));
  await importer.updateComplete;
  return { importer, world, states };
}

export const csv = (text: string, name = 'contacts.csv'): File =>
  new File([text], name, { type: 'text/csv' });

export const GOOD = 'Email,First name,Last name\nana@example.com,Ana,Silva\nbo@example.com,Bo,Berg\n';

/** The first file's screens may still be loading when its status is reached. */
const isSkeleton = (importer: HubspotImporter): boolean =>
  importer.shadowRoot?.querySelector('.skeleton') != null;

/** Waits for a status, and for its screen. */
export async function until(importer: HubspotImporter, ...statuses: Status[]): Promise<void> {
  await waitUntil(
    () => statuses.includes(importer.status) && (statuses.includes('reading') || !isSkeleton(importer)),
    `still ${importer.status}, not ${statuses.join(' or ')}`,
    {
      timeout: 8000,
    },
  );
  await importer.updateComplete;
}

/** The first element that fits inside the widget. */
export function find<E extends HTMLElement = HTMLElement>(importer: HubspotImporter, selector: string): E {
  const found = importer.shadowRoot?.querySelector<E>(selector);
  if (found == null) throw new Error(`Nothing fits ${selector} in status ${importer.status}`);
  return found;
}

/** Waits until something fits, for what is drawn after an answer. */
export async function seen<E extends HTMLElement = HTMLElement>(
  importer: HubspotImporter,
  selector: string,
): Promise<E> {
  await waitUntil(() => importer.shadowRoot?.querySelector(selector) != null, `${selector} never came`, {
    timeout: 8000,
  });
  return find<E>(importer, selector);
}

/** A button by its text. */
export function button(importer: HubspotImporter, text: string): HTMLButtonElement {
  const all = [...(importer.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = all.find((candidate) => candidate.textContent?.trim().startsWith(text));
  if (found === undefined)
    throw new Error(`No button “${text}”; there are: ${all.map((b) => b.textContent?.trim()).join(' | ')}`);
  return found;
}

export const textOf = (importer: HubspotImporter): string =>
  importer.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';

/** The records that the world's stand-in has now. */
export async function records(
  world: string,
  objectType = '0-1',
): Promise<{ total: number; latest: { properties: Record<string, string> }[] }> {
  return (await fetch(`${world}/demo-api/records/${objectType}`)).json();
}

/** Switches a fault of the stand-in on. */
export async function fault(world: string, name: string): Promise<void> {
  await fetch(`${world}/demo-api/faults/${name}`, { method: 'POST' });
}
