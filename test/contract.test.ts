import { expect } from '@open-wc/testing';
import { HubspotImporter, type HubspotImporterEventMap, type Status } from '../src/index.js';
import { en } from '../src/element/messages/en.js';
import { screenStyles } from '../src/element/styles/screens.js';
import { csv, GOOD, mount } from './element/importer.js';
import { toReport } from './element/person.js';

/** The compiler sees to it that these lists are whole. */
const EVENTS: Readonly<Record<keyof HubspotImporterEventMap, true>> = {
  'hubspot-importer-state': true,
  'hubspot-importer-progress': true,
  'hubspot-importer-submit': true,
  'hubspot-importer-error': true,
};
const STATUSES: Readonly<Record<Status, true>> = {
  empty: true,
  reading: true,
  mapping: true,
  checking: true,
  ready: true,
  submitting: true,
  tracking: true,
  done: true,
  failed: true,
  canceled: true,
  reverted: true,
};
const METHODS = ['load', 'check', 'submit', 'cancel', 'back', 'reset', 'track'];

interface Named {
  readonly name: string;
  readonly kind?: string;
  readonly privacy?: string;
  readonly default?: string;
}
interface Declaration {
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
  readonly members: readonly Named[];
}

const names = (list: readonly Named[]): string[] => list.map(({ name }) => name).sort();
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort();

async function readManifest(): Promise<Declaration> {
  const path = '/custom-elements.json'; // the test server makes a module of it
  const { default: manifest } = (await import(path)) as {
    default: { modules: { declarations?: Declaration[] }[] };
  };
  const all = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const found = all.find(({ tagName }) => tagName === 'hubspot-importer');
  if (found === undefined) throw new Error('The manifest has no hubspot-importer');
  return found;
}

/** One chapter of the README, from its heading to the next of the same rank. */
async function chapter(heading: string): Promise<string> {
  const response = await fetch('/README.md');
  if (!response.ok) throw new Error('There is no README');
  const [, rest = ''] = (await response.text()).split(`\n## ${heading}\n`);
  return rest.split(/\n##? /)[0] ?? '';
}

/** What is set as code in the first cells of a chapter's tables. */
const firstCells = (text: string): string[] =>
  [...text.matchAll(/^\| (`[^|]*`) *\|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code),
  );
const codes = (text: string): string[] => [...text.matchAll(/`([^`\s]+)`/g)].map(([, code = '']) => code);

const attributesOfClass = (): string[] =>
  [...HubspotImporter.elementProperties].flatMap(([name, { attribute, state }]) => {
    if (attribute === false || state === true) return [];
    return [typeof attribute === 'string' ? attribute : String(name).toLowerCase()];
  });

const css = [HubspotImporter.styles, screenStyles]
  .flat(4)
  .map((sheet) => sheet.cssText)
  .join('\n');
const customProperties = sorted([...css.matchAll(/--hubspot-importer-[\w-]+/g)].map(([name]) => name));

describe('The public surface', () => {
  it('has the same attributes in code, manifest and README', async () => {
    const own = sorted(attributesOfClass());
    expect(names((await readManifest()).attributes)).to.deep.equal(own);
    expect(sorted(firstCells(await chapter('Attributes')))).to.deep.equal(own);
  });

  it('has the same events in code, manifest and README', async () => {
    const own = sorted(Object.keys(EVENTS));
    expect(names((await readManifest()).events)).to.deep.equal(own);
    expect(sorted(firstCells(await chapter('Events')).filter((code) => code in EVENTS))).to.deep.equal(own);
  });

  it('has the same methods in code, manifest and README', async () => {
    const manifest = await readManifest();
    const inherited = Object.getOwnPropertyNames(HTMLElement.prototype);
    const methods = manifest.members.filter(
      ({ kind, name }) => kind === 'method' && !inherited.includes(name),
    );
    expect(names(methods)).to.deep.equal(sorted(METHODS));
    const text = await chapter('Attributes');
    for (const name of METHODS) {
      expect(HubspotImporter.prototype).to.have.property(name);
      expect(text).to.match(new RegExp(`\`${name}\\(`));
    }
  });

  it('has the same custom properties in code, manifest and README, with the same defaults', async () => {
    const { cssProperties } = await readManifest();
    const styling = await chapter('Styling');
    expect(names(cssProperties)).to.deep.equal(customProperties);
    expect(sorted(firstCells(styling))).to.deep.equal(customProperties);
    for (const { name, default: value = '' } of cssProperties) {
      expect(css, name).to.match(new RegExp(`var\\(\\s*${name},\\s*(light-dark\\(\\s*)?${value}\\b`, 'i'));
      expect(styling, name).to.match(new RegExp(`\`${name}\` *\\| *\`${value}\``));
    }
  });

  it('has the same parts in what is drawn, manifest and README', async () => {
    const mounted = await mount();
    const drawn = new Set<string>();
    const look = (): void => {
      for (const element of mounted.importer.shadowRoot?.querySelectorAll('[part]') ?? []) {
        for (const part of element.part) drawn.add(part);
      }
    };
    look();
    mounted.importer.addEventListener(
      'hubspot-importer-state',
      () => void mounted.importer.updateComplete.then(look),
    );
    await toReport(mounted, csv(GOOD));
    look();
    expect(sorted([...names((await readManifest()).cssParts), 'primary'])).to.deep.equal(sorted(drawn));
    const [, listed = ''] = /^Parts:([^]*?)\n\n/m.exec(`${await chapter('Styling')}\n\n`) ?? [];
    expect(sorted(codes(listed))).to.deep.equal(sorted(drawn));
  });

  it('has the same statuses in code, manifest and README', async () => {
    const own = sorted(Object.keys(STATUSES));
    expect(names((await readManifest()).cssStates)).to.deep.equal(own);
    expect(sorted(codes(await chapter('Statuses')).filter((code) => code in STATUSES))).to.deep.equal(own);
  });

  it('has every error code and problem code in the README, and no other', async () => {
    const events = await chapter('Events');
    const [errors = '', problems = ''] = events.split('Codes of <code>problems</code>');
    expect(sorted(firstCells(errors).filter((code) => !(code in EVENTS)))).to.deep.equal(
      sorted(Object.keys(en.error)),
    );
    expect(sorted(codes(problems))).to.deep.equal(sorted(Object.keys(en.problem)));
  });
});
