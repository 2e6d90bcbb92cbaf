import { expect } from '@open-wc/testing';
import type { HubspotImporter, ImportRequest, MappingPreset, MappingRecipe } from '../../../src/index.js';
import { en } from '../../../src/element/messages/en.js';
import { rowsOf, workbook } from '../../workbook/workbooks.js';
import { csv, mount, type Mounted } from '../importer.js';
import { ended, imports } from '../person.js';
import { chooseFile, fillIn, review, send } from './steps.js';
import { bring } from './world.js';

/** One kind of import: how a person gets it, how a page gets it by properties alone, and what both come to. */
export interface Scenario {
  /** Records that are there before, by object type id. Their ids are handed on in this order. */
  readonly before?: readonly (readonly [
    objectTypeId: string,
    records: readonly Readonly<Record<string, string>>[],
  ])[];
  /** Name and text of each file, or the rows of a workbook's one sheet. */
  readonly files: (
    ids: readonly string[],
  ) => readonly (readonly [name: string, content: string | readonly (readonly string[])[]])[];
  /** Data rows of all files. */
  readonly rows: number;
  /** What a person does where columns meet properties; the page has left everything open, and the first file is there. */
  readonly match: (importer: HubspotImporter, others: readonly File[]) => Promise<void>;
  /** What a person chooses at the check, besides the import's name. */
  readonly options?: (importer: HubspotImporter) => Promise<void>;
  /** What a page sets instead. */
  readonly page: {
    readonly attributes: Readonly<Record<string, string>>;
    readonly mapping?: MappingRecipe | MappingPreset;
    readonly operation?: HubspotImporter['operation'];
  };
  /** What HubSpot is sent, in full. */
  readonly request: ImportRequest;
  /** What HubSpot has afterwards. */
  readonly after: (world: string, ids: readonly string[], importer: HubspotImporter) => Promise<void>;
}

/** The two ways to an import, and that what was decided on the first can be saved for the second. */
export function prove(title: string, scenario: Scenario): void {
  describe(title, () => {
    let saved = '';

    it('is within a person’s reach', async () => {
      const mounted = await mount({ 'object-types': '*' });
      const { importer } = mounted;
      const { ids, files } = await prepare(scenario, mounted.world);
      const [first, ...others] = files;
      if (first !== undefined) await chooseFile(importer, first);
      await scenario.match(importer, others);
      await review(importer);
      await fillIn(importer, en.sendName, scenario.request.name);
      await scenario.options?.(importer);
      expect(importer.importRequest).to.deep.equal(scenario.request);
      saved = JSON.stringify(importer.mapping);
      await send(importer, scenario.rows);
      await expectDone(mounted, scenario, ids);
    });

    it('comes again from what the person decided, saved as JSON', async () => {
      const { importer, world } = await mount({
        'object-types': '*',
        'import-name': scenario.request.name,
      });
      const { files } = await prepare(scenario, world);
      importer.mapping = JSON.parse(saved) as MappingRecipe;
      await importer.load(files);
      await importer.check();
      expect(importer.importRequest).to.deep.equal(scenario.request);
    });

    it('is within a page’s reach by properties alone', async () => {
      const { attributes, mapping = null, operation } = scenario.page;
      const mounted = await mount({ 'import-name': scenario.request.name, ...attributes });
      const { importer } = mounted;
      const { ids, files } = await prepare(scenario, mounted.world);
      importer.mapping = mapping;
      if (operation !== undefined) importer.operation = operation;
      await importer.load(files);
      await importer.check();
      expect(importer.importRequest).to.deep.equal(scenario.request);
      await importer.submit();
      await ended(importer);
      await expectDone(mounted, scenario, ids);
    });
  });
}

async function prepare(
  { before = [], files }: Scenario,
  world: string,
): Promise<{ readonly ids: readonly string[]; readonly files: readonly File[] }> {
  const ids: string[] = [];
  for (const [objectTypeId, records] of before) ids.push(...(await bring(world, objectTypeId, records)));
  const made = files(ids).map(async ([name, content]) =>
    typeof content === 'string'
      ? csv(content, name)
      : workbook({ sheets: { Sheet1: rowsOf(content) } }, name),
  );
  return { ids, files: await Promise.all(made) };
}

/** HubSpot has carried the request out to the letter, without an error. */
async function expectDone(
  { importer, world }: Mounted,
  { request, after }: Scenario,
  ids: readonly string[],
): Promise<void> {
  const [latest] = await imports(world);
  expect(latest?.importRequestJson).to.deep.include(request);
  expect(importer.status).to.equal('done');
  expect(importer.import?.metadata.counters.ERRORS ?? 0).to.equal(0);
  await after(world, ids, importer);
}
