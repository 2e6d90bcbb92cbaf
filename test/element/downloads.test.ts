import { expect } from '@open-wc/testing';
import Papa from 'papaparse';
import { en } from '../../src/element/messages/en.js';
import { csv, mount, records } from './importer.js';
import {
  allRecords,
  downloaded,
  ended,
  shownHeaders,
  matchOf,
  openProblem,
  settled,
  toMapping,
  toReady,
  toReport,
} from './person.js';

const rowsOf = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

const GOOD_ROWS = Array.from(
  { length: 6 },
  (_, i) => `p${i}@example.com,${['Ana', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'][i]},x\n`,
).join('');

describe('The refused rows', () => {
  it('are exactly those, whole, and can be corrected and imported again', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    const text = `Email,First name,Internal\n${GOOD_ROWS}bad one,"Bo, the\n""old""",=1+1\n\nworse,Di,-5\n`;
    await toReport(mounted, csv(text, 'members.csv'));
    const { name, text: refused } = await downloaded(importer, en.downloadRefused);
    expect(name).to.equal(en.refusedName('members'));
    expect(rowsOf(refused)).to.deep.equal([
      ['Email', 'First name', 'Internal'],
      ['bad one', 'Bo, the\n"old"', '=1+1'],
      ['worse', 'Di', '-5'],
    ]);
    const repaired = refused.replace('bad one', 'bo@example.com').replace('worse', 'di@example.com');
    await importer.reset();
    await toReport(mounted, csv(repaired, name));
    expect((await records(world)).total).to.equal(8);
    const last = (await allRecords(world)).at(-2);
    expect(last).to.include({ email: 'bo@example.com', firstname: 'Bo, the\n"old"' });
  });

  it('keep the corrections that were made before', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(
      mounted,
      csv('Email,First name,Lifecycle Stage\nbad one,Bo,Warm lead\nana@example.com,Ana,Lead\n'),
    );
    const item = await openProblem(importer, 'Lifecycle Stage');
    const list = item.querySelector('select');
    if (list === null) throw new Error('The values cannot be matched');
    list.selectedIndex = [...list.options].findIndex(({ text }) => text === 'Opportunity');
    list.dispatchEvent(new Event('change'));
    await settled(importer);
    await importer.submit();
    await ended(importer);
    const { text } = await downloaded(importer, en.downloadRefused);
    expect(rowsOf(text).at(-1)).to.deep.equal(['bad one', 'Bo', 'opportunity']);
  });

  it('are known by their copies at HubSpot when the import is followed by its number alone', async () => {
    const first = await mount();
    await toReport(first, csv(`Email,First name,Internal\n${GOOD_ROWS}bad one,Bo,x\n`));
    const second = await mount({ 'token-endpoint': `${first.world}/hubspot/token` });
    await second.importer.track(first.importer.import?.id ?? '');
    await ended(second.importer);
    const { text } = await downloaded(second.importer, en.downloadRefused);
    expect(rowsOf(text)).to.deep.equal([
      ['Email', 'First name'],
      ['bad one', 'Bo'],
    ]);
  });
});

describe('The error report', () => {
  it('is for reading: no cell of it runs as a formula', async () => {
    const mounted = await mount();
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)'];
    await toReport(
      mounted,
      csv(`Email,First name,Internal\n${GOOD_ROWS}${formulas.map((f) => `${f},Bo,x\n`).join('')}`),
    );
    const { name, text } = await downloaded(mounted.importer, en.downloadReport);
    expect(name).to.equal(en.reportName('contacts'));
    const [head, ...rows] = rowsOf(text);
    expect(head?.slice(0, 3)).to.deep.equal([en.rowNumber, en.sendColumn, en.valueColumn]);
    expect(rows.map(([row, column, value]) => [row, column, value])).to.deep.equal(
      formulas.map((formula, index) => [String(index + 8), 'Email', `'${formula}`]),
    );
    for (const cell of rows.flat()) expect(cell).to.not.match(/^[=+\-@\t\r]/);
  });
});

describe('The template', () => {
  for (const objectType of ['contacts', 'companies', 'deals', '2-1234567']) {
    it(`has headers that match by themselves: ${objectType}`, async () => {
      const mounted = await mount({ 'object-types': objectType });
      const { importer } = mounted;
      const { name, text } = await downloaded(importer, en.template);
      expect(name).to.match(/\.csv$/);
      const [headers = []] = rowsOf(text);
      expect(headers.length).to.be.greaterThan(2);
      await toMapping(mounted, csv(`${text}${headers.map(() => '').join(',')}x\n`));
      expect(shownHeaders(importer).sort()).to.deep.equal([...headers].sort());
      expect(headers.filter((header) => matchOf(importer, header) === en.dontImport)).to.deep.equal([]);
    });
  }

  it('with rows below it is ready to be imported', async () => {
    const mounted = await mount();
    const { text } = await downloaded(mounted.importer, en.template);
    const [headers = []] = rowsOf(text);
    const row = headers.map((header) => (header === 'Email' ? 'a@example.com' : '')).join(',');
    await toReady(mounted, csv(`${text}${row}\n`));
    expect(mounted.importer.problems).to.deep.equal([]);
  });
});
