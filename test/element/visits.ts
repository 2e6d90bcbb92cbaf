/** Visits of one page, one after the other: what a reload is to the importer, except that the document stays. */
import { hashText } from '../../src/core/hash.js';
import { mount, type Mounted } from './importer.js';

/** Leaves the page, and comes back to it. */
export async function revisit(
  before: Mounted,
  attributes: Readonly<Record<string, string>> = {},
): Promise<Mounted> {
  before.importer.remove();
  await Promise.resolve(); // it is not only moved
  return visitOf(before, attributes);
}

/** Another importer of the same page, as in another tab. */
export async function visitOf(
  { importer, world }: Mounted,
  attributes: Readonly<Record<string, string>> = {},
): Promise<Mounted> {
  const other = await mount({ ...attributes, 'token-endpoint': importer.tokenEndpoint });
  return { ...other, world };
}

/** Everything that the browser keeps of an importer's endpoint, by name. */
export function keptOf({ importer }: Mounted): Readonly<Record<string, string>> {
  const address = new URL(importer.tokenEndpoint, document.baseURI).href;
  const prefix = `hubspot-importer ${hashText(address)} `;
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
  const ours = keys.filter((key) => key.startsWith(prefix));
  return Object.fromEntries(ours.map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? '']));
}

/** The imports among that, without how they are kept. */
export const keptImports = (mounted: Mounted): readonly Record<string, unknown>[] =>
  Object.entries(keptOf(mounted)).flatMap(([name, text]) =>
    name.startsWith('import/') ? [(JSON.parse(text) as { value: Record<string, unknown> }).value] : [],
  );

/** Changes what is kept of the only import. */
export function changeKept({ importer }: Mounted, change: Readonly<Record<string, unknown>>): void {
  const address = new URL(importer.tokenEndpoint, document.baseURI).href;
  const prefix = `hubspot-importer ${hashText(address)} import/`;
  for (let at = 0; at < localStorage.length; at += 1) {
    const key = localStorage.key(at) ?? '';
    if (!key.startsWith(prefix)) continue;
    const kept = JSON.parse(localStorage.getItem(key) ?? '') as { value: object };
    localStorage.setItem(key, JSON.stringify({ ...kept, value: { ...kept.value, ...change } }));
  }
}
