import { expect, waitUntil } from '@open-wc/testing';
import { createFormat } from '../../src/element/format.js';
import { en } from '../../src/element/messages/en.js';
import { altered, answering, hold, isOneImport } from './fetches.js';
import { button, csv, find, GOOD, mount, records, textOf, until } from './importer.js';
import {
  alertText,
  downloaded,
  ended,
  numbersOf,
  openProblem,
  people,
  settled,
  toReady,
  toReport,
  type,
} from './person.js';
import type { HubspotImporter } from '../../src/index.js';

const format = createFormat('en');
const WAIT = { timeout: 8000 };

/** Row numbers and columns of the errors shown, in order. */
const errorsShown = (importer: HubspotImporter): string[] =>
  [...(importer.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim()).join(' | '),
  );

const isErrors = (url: string): boolean => url.includes('/errors');

/** Answers pages of a hundred errors, one a row; the fourth waits until it is let go. */
function errorPages(count: number): { fetch: typeof fetch; asked: string[]; letGo(): void } {
  const asked: string[] = [];
  const held = hold((url) => isErrors(url) && pageOf(url) === 3);
  const pageOf = (url: string): number => Number(new URL(url, document.baseURI).searchParams.get('after'));
  const page = (at: number): object => ({
    results: Array.from({ length: 100 }, (_, index) => {
      const row = at * 100 + index;
      return {
        errorType: 'INVALID_EMAIL',
        errorMessage: 'not an address',
        invalidValue: `p${row}@example.com`,
        knownColumnNumber: 0,
        sourceData: {
          lineNumber: row + 2,
          rowData: [`p${row}@example.com`, `First${row}`, `Last${row}`],
        },
      };
    }),
    ...(at + 1 < count && { paging: { next: { after: String(at + 1) } } }),
  });
  return {
    asked,
    letGo: () => held.release(),
    async fetch(input, init) {
      const url = String(input);
      if (isOneImport(url, init?.method ?? 'GET')) {
        const answer = (await (await fetch(input, init)).json()) as { metadata: { counters: object } };
        const counters = { ...answer.metadata.counters, ERRORS: count * 100 };
        return Response.json({ ...answer, metadata: { ...answer.metadata, counters } });
      }
      if (!isErrors(url)) return fetch(input, init);
      asked.push(url);
      await held.fetch(input, init);
      return Response.json(page(pageOf(url)));
    },
  };
}

const MIXED =
  'Email,First name,Lifecycle Stage\n' +
  'ana@example.com,Ana,Lead\n' +
  'nobody,Bo,Lead\n' +
  'cy@example.com,Cy,Warm lead\n' +
  'ana@example.com,Anna,Lead\n' +
  ',,\n';

describe('The report', () => {
  it('has numbers that add up to the rows of the file', async () => {
    const mounted = await mount();
    await toReport(mounted, csv(MIXED));
    expect(numbersOf(mounted.importer)).to.deep.equal({
      [en.statImported(3)]: 3,
      [en.statRefusedRows(1)]: 1,
      [en.statNotSent(1)]: 1,
    });
    expect(textOf(mounted.importer)).to.contain('2 created, 1 updated, and 1 row arrived incomplete');
    expect(textOf(mounted.importer)).to.contain(en.doneIntro(3, 1, 1, 5, format));
  });

  it('says that all arrived when all did, and offers nothing to repair', async () => {
    const mounted = await mount();
    await toReport(mounted, csv(GOOD));
    expect(textOf(mounted.importer)).to.contain(en.doneIntroClean(2, format));
    expect(() => button(mounted.importer, en.downloadRefused)).to.throw();
  });

  it('counts what was updated when the same file is imported again', async () => {
    const mounted = await mount();
    await toReport(mounted, csv(GOOD));
    await mounted.importer.reset();
    await toReport(mounted, csv(GOOD));
    expect(textOf(mounted.importer)).to.contain('0 created and 2 updated');
  });

  it('joins each error to the row as a spreadsheet counts it', async () => {
    const mounted = await mount();
    const good = Array.from({ length: 6 }, (_, i) => `x,p${i}@example.com,P\n`).join('');
    const text = `Internal,Email,First name\n\nx,a@example.com,"A\nna\n"\n\nx,bad one,Bo\n${good}\nx,worse,Di\n`;
    await toReport(mounted, csv(text));
    expect(mounted.importer.importRequest?.files[0]?.fileImportPage.columnMappings).to.have.lengthOf(2);
    expect(errorsShown(mounted.importer)).to.deep.equal(['5 | Email | bad one', '13 | Email | worse']);
  });

  it('groups errors by kind, each with what it means and what to do', async () => {
    const mounted = await mount();
    await toReport(mounted, csv(MIXED));
    const text = textOf(mounted.importer);
    expect(text).to.contain('No such option').and.to.contain(en.importEffect.value);
    expect(text).to.contain(en.importEffect.row);
    expect(errorsShown(mounted.importer)).to.deep.equal([
      '3 | Email | nobody',
      '4 | Lifecycle Stage | Warm lead',
    ]);
  });

  it('shows an error type that is new as HubSpot names it, and counts its row as refused', async () => {
    const mounted = await mount();
    mounted.importer.fetch = altered(isErrors, (answer: { results: object[] }) => ({
      ...answer,
      results: answer.results.map((error) => ({
        ...error,
        errorType: 'MOON_IN_WRONG_PHASE',
        errorMessage: 'Wait for the full moon',
      })),
    }));
    await toReport(mounted, csv(`${GOOD}nobody,Cy,Diaz\n`));
    expect(textOf(mounted.importer)).to.contain('MOON_IN_WRONG_PHASE');
    expect(textOf(mounted.importer)).to.contain('Wait for the full moon');
    expect(numbersOf(mounted.importer)).to.include({ [en.statRefusedRows(1)]: 1 });
  });

  it('finds its rows also when HubSpot counts lines without the header', async () => {
    const mounted = await mount();
    mounted.importer.fetch = altered(
      isErrors,
      (answer: { results: { sourceData: { lineNumber: number } }[] }) => ({
        ...answer,
        results: answer.results.map((error) => ({
          ...error,
          sourceData: { ...error.sourceData, lineNumber: error.sourceData.lineNumber - 1 },
        })),
      }),
    );
    await toReport(mounted, csv(MIXED));
    expect(errorsShown(mounted.importer)).to.deep.equal([
      '3 | Email | nobody',
      '4 | Lifecycle Stage | Warm lead',
    ]);
  });

  it('says when not every error could be read, and reads them again when asked', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    importer.fetch = answering(isErrors, () => Response.json({}, { status: 404 }));
    await toReport(mounted, csv(MIXED));
    expect(importer.status).to.equal('done');
    await waitUntil(() => textOf(importer).includes(en.errorsPartly));
    expect(numbersOf(importer), 'nobody is said to have arrived who may not have').to.include({
      [en.statUnprocessed(1)]: 1,
    });
    expect(textOf(importer)).to.not.contain(en.doneIntroClean(5, format));
    importer.fetch = null;
    button(importer, en.errorsPartlyAgain).click();
    await waitUntil(() => errorsShown(importer).length === 2);
    await ended(importer);
    expect(textOf(importer)).to.not.contain(en.errorsPartly);
  });

  it('reads every page of errors', async () => {
    const mounted = await mount();
    const rows = Array.from({ length: 250 }, (_, i) => `p${i}@example.com,Zz${i % 2}\n`).join('');
    await toReport(mounted, csv(`Email,Lifecycle Stage\n${rows}`));
    expect(textOf(mounted.importer)).to.contain('250 rows arrived incomplete');
  });

  it('shows errors as they come, stops when told, and goes on where it was', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    const pages = errorPages(40);
    importer.fetch = pages.fetch;
    await toReady(mounted, people(5000));
    await importer.submit();
    await waitUntil(
      () => textOf(importer).includes(en.readingErrors(300, 4000, format)),
      'nothing came',
      WAIT,
    );
    expect(importer.status).to.equal('done');
    expect(errorsShown(importer)[0]).to.equal('2 | Email | p0@example.com');
    expect(button(importer, en.correctRefused).disabled).to.equal(true);
    button(importer, en.stopErrors).click();
    await waitUntil(() => textOf(importer).includes(en.errorsPartly), 'never stopped', WAIT);
    const { asked } = pages;
    expect(numbersOf(importer)).to.include({ [en.statRefusedRows(2)]: 300 });
    pages.letGo();
    button(importer, en.errorsPartlyAgain).click();
    await ended(importer);
    expect(textOf(importer)).to.contain(en.errorCount(4000, format));
    expect(textOf(importer)).to.contain('5,000 rows in all: 1,000 imported and 4,000 refused.');
    expect(new Set(asked).size, 'every page').to.equal(40);
    expect(asked.length - new Set(asked).size, 'twice at most the one that was given up').to.be.at.most(1);
    const { text } = await downloaded(importer, en.downloadRefused);
    expect(text.trim().split('\n')).to.have.lengthOf(4001);
  });

  it('begins with the errors anew when HubSpot does not know any more where it was', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    const pages = errorPages(5);
    importer.fetch = pages.fetch;
    await toReady(mounted, people(500));
    await importer.submit();
    await waitUntil(() => textOf(importer).includes(en.stopErrors), 'nothing came', WAIT);
    button(importer, en.stopErrors).click();
    await waitUntil(() => textOf(importer).includes(en.errorsPartly), 'never stopped', WAIT);
    pages.letGo();
    importer.fetch = answering(isErrors, () =>
      Response.json({ category: 'VALIDATION_ERROR' }, { status: 400 }),
    );
    button(importer, en.errorsPartlyAgain).click();
    await waitUntil(() => alertText(importer) !== '', 'never failed', WAIT);
    importer.fetch = pages.fetch;
    button(importer, en.errorsPartlyAgain).click();
    await ended(importer);
    expect(numbersOf(importer), 'none twice').to.include({ [en.statRefusedRows(2)]: 500 });
    expect(textOf(importer)).to.contain(en.errorCount(500, format));
  });

  it('leads in one click to the refused rows alone, which are corrected and imported as the others were', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReport(mounted, csv(`${GOOD}nobody,Cy,Diaz\n`));
    const first = importer.importRequest;
    button(importer, en.correctRefused).click();
    await until(importer, 'ready');
    await settled(importer);
    expect(find(importer, '.heading').textContent).to.equal(en.readyTitleRefused(1));
    expect(textOf(importer)).to.contain(en.onlyRefused(1, format));
    expect(textOf(importer), 'of rows that came back').to.not.contain(en.nothingSent);
    expect(importer.importRequest).to.deep.equal({ ...first, name: en.refusedImport(first?.name ?? '') });
    const item = await openProblem(importer, 'not valid');
    const [field] = item.querySelectorAll('input');
    await type(importer, field ?? expect.fail('no field'), 'cy@example.com');
    await settled(importer);
    button(importer, en.importRows(1, format)).click();
    await waitUntil(() => importer.status !== 'ready', 'never sent', WAIT);
    await ended(importer);
    expect((await records(world)).total).to.equal(3);
    expect(importer.import?.metadata.counters).to.include({ TOTAL_ROWS: 1, CREATED_OBJECTS: 1 });
    expect(textOf(importer)).to.contain(en.doneIntroClean(1, format));
  });

  it('corrects what HubSpot has of the rows where they are not found in the file', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    importer.fetch = altered(isErrors, (answer: { results: { sourceData: object }[] }) => ({
      ...answer,
      results: answer.results.map((error) => ({
        ...error,
        sourceData: { ...error.sourceData, lineNumber: 77 },
      })),
    }));
    await toReport(mounted, csv(`${GOOD}nobody,Cy,Diaz\n`));
    importer.fetch = null;
    button(importer, en.correctRefused).click();
    await until(importer, 'ready');
    await settled(importer);
    expect(importer.preview?.rows).to.deep.equal([['nobody', 'Cy', 'Diaz']]);
    const item = await openProblem(importer, 'not valid');
    const [field] = item.querySelectorAll('input');
    await type(importer, field ?? expect.fail('no field'), 'cy@example.com');
    await settled(importer);
    await importer.submit();
    await ended(importer);
    expect((await records(world)).total).to.equal(3);
  });

  it('names the list that was made', async () => {
    const mounted = await mount({ 'create-list': '' });
    await toReport(mounted, csv(GOOD));
    const [list] = mounted.importer.import?.metadata.objectLists ?? [];
    expect(list?.listId).to.match(/^\d+$/);
    expect(textOf(mounted.importer)).to.contain(en.listMade(list?.listId ?? ''));
  });

  it('of a canceled import counts what was not reached', async () => {
    const mounted = await mount({}, true);
    await toReady(mounted, people(300));
    await mounted.importer.submit();
    await mounted.importer.cancel();
    await ended(mounted.importer);
    const numbers = numbersOf(mounted.importer);
    const [imported, unprocessed] = [
      numbers[en.statImported(2)] ?? numbers[en.statImported(1)],
      numbers[en.statUnprocessed(2)],
    ];
    expect((imported ?? 0) + (unprocessed ?? 0)).to.equal(300);
    expect(unprocessed).to.be.greaterThan(200);
  });

  it('everything that HubSpot says of the import can be read, words that nobody here knows too', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    importer.fetch = altered(isOneImport, (answer: Record<string, unknown>) => ({
      ...answer,
      importSource: 'CARRIER_PIGEON',
      importTemplate: { templateId: 7, templateType: 'previous_import' },
      optOutImport: true,
      mappedObjectTypeIds: ['0-1', '0-2'],
      metadata: {
        ...(answer.metadata as object),
        counters: { ...(answer.metadata as { counters: object }).counters, ROWS_OF_TOMORROW: 3 },
        fileIds: ['901', '902'],
      },
    }));
    await toReport(mounted, csv(GOOD));
    const facts = new Map(
      [...find(importer, 'details.more').querySelectorAll('.facts > div')].map((entry) => [
        entry.querySelector('dt')?.textContent,
        entry.querySelector('dd')?.textContent,
      ]),
    );
    expect(facts.get(en.importSource)).to.equal('CARRIER_PIGEON');
    expect(facts.get(en.importTemplate)).to.equal('previous_import 7');
    expect(facts.get(en.importOptOut)).to.equal(en.yes);
    expect(facts.get(en.importObjects)).to.equal('Contacts and Companies');
    expect(facts.get(en.importFileIds)).to.equal('901, 902');
    expect(facts.get('ROWS_OF_TOMORROW')).to.equal('3');
    expect(facts.get(en.importName)).to.include('contacts.csv');
    for (const name of [en.createdAt, en.updatedAt]) expect(facts.get(name)).to.match(/\d/);
    expect(importer.import).to.have.nested.property('metadata.counters.ROWS_OF_TOMORROW', 3);
  });
});
