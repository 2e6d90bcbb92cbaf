import { expect, waitUntil } from '@open-wc/testing';
import type { MappingRecipe } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import type { MadeWorkbook } from '../workbook/workbooks.js';
import { rowsOf, workbook } from '../workbook/workbooks.js';
import { button, csv, find, mount, type Mounted, records, seen, textOf, until } from './importer.js';
import {
  alertText,
  allRecords,
  choose,
  downloaded,
  ended,
  ignored,
  imports,
  labelled,
  openProblem,
  pick,
  rejection,
  select,
  settled,
  toMapping,
  toReady,
  toReport,
} from './person.js';

const WAIT = { timeout: 8000 };

const MEMBERS = rowsOf([
  ['Members of the club'],
  [],
  ['Email', 'First name', 'Member since'],
  ['ana@example.com', 'Ana'],
  [],
  ['bo at example', 'Bo'],
  ['cy@example.com', 'Cy'],
]);
const FIRMS = rowsOf([
  ['Company domain', 'Company name'],
  ['nord.example', 'Nord'],
]);
const SEVERAL: MadeWorkbook = { sheets: { Members: MEMBERS, Firms: FIRMS, Blank: '' } };
const ONE: MadeWorkbook = {
  sheets: {
    Sheet1: rowsOf([
      ['Email', 'First name'],
      ['ana@example.com', 'Ana'],
      ['bo@example.com', 'Bo'],
    ]),
  },
};

/** A cell that holds a date, in the second of the made workbook's formats. */
const day = (at: string, serial: number): string => `<c r="${at}" s="1"><v>${serial}</v></c>`;
const DATES: MadeWorkbook = {
  sheets: {
    S: rowsOf([['Email', 'Member since'], ['ana@example.com'], ['bo@example.com']])
      .replace('ana@example.com</t></is></c>', `ana@example.com</t></is></c>${day('B2', 45_000)}`)
      .replace('bo@example.com</t></is></c>', `bo@example.com</t></is></c>${day('B3', 45_001)}`),
  },
  cellFormats: [0, 14],
};

const fileSent = ({ importer }: Mounted): readonly string[] =>
  importer.importRequest?.files.map(({ fileName, fileFormat }) => `${fileName} ${fileFormat}`) ?? [];

async function takeSheet({ importer }: Mounted, name: string): Promise<void> {
  const list = labelled(importer, en.sheetLabel);
  const option = [...list.options].find(({ text }) => text.trim() === name);
  await select(importer, en.sheetLabel, option?.value ?? 'none');
  await waitUntil(() => importer.preview?.sheet === name, `${name} was never read`, WAIT);
  await importer.updateComplete;
}

describe('A workbook', () => {
  it('goes as it is when nothing has to change: the bytes of the file, as a spreadsheet', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    const file = await workbook(ONE, 'people.xlsx');
    await toReady(mounted, file);
    expect(fileSent(mounted)).to.deep.equal(['people.xlsx SPREADSHEET']);
    expect(textOf(importer)).to.contain(en.sendFileSame);
    expect(importer.preview).to.include({ fileName: 'people.xlsx', bytes: file.size, sheet: 'Sheet1' });
    button(importer, en.showRequest).click();
    await importer.updateComplete;
    const { name, blob } = await downloaded(importer, en.downloadContent);
    expect(name).to.equal('people.xlsx');
    expect(new Uint8Array(await blob.arrayBuffer())).to.deep.equal(new Uint8Array(await file.arrayBuffer()));
    await importer.submit();
    await ended(importer);
    expect((await allRecords(world)).map(({ email }) => email)).to.deep.equal([
      'ana@example.com',
      'bo@example.com',
    ]);
  });

  it('goes as the corrected text once something has to change, and as it is when that is undone', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, await workbook(ONE, 'people.xlsx'));
    importer.back();
    await until(importer, 'mapping');
    await choose(importer, 'First name', en.dontImport);
    expect(fileSent(mounted)).to.deep.equal(['people.csv CSV']);
    await choose(importer, 'First name', 'First Name');
    expect(fileSent(mounted)).to.deep.equal(['people.xlsx SPREADSHEET']);
  });

  it('that another program named goes as text, because HubSpot goes by the name', async () => {
    for (const [name, sentAs] of [
      ['people.csv', 'people.csv CSV'],
      ['people.xlsm', 'people.csv CSV'],
      ['PEOPLE.XLSX', 'PEOPLE.XLSX SPREADSHEET'],
    ] as const) {
      const mounted = await mount();
      await toReady(mounted, await workbook(ONE, name));
      expect(fileSent(mounted)).to.deep.equal([sentAs]);
    }
  });

  it('with dates goes as text, in the order that the import has', async () => {
    for (const [attributes, format, since] of [
      [{}, 'YEAR_MONTH_DAY', '2023-03-15'],
      [{ 'date-format': 'day-month-year' }, 'DAY_MONTH_YEAR', '15/03/2023'],
      [{ 'date-format': 'month-day-year' }, 'MONTH_DAY_YEAR', '03/15/2023'],
    ] as const) {
      const mounted = await mount(attributes);
      const { importer, world } = mounted;
      await toReady(mounted, await workbook(DATES, 'people.xlsx'));
      expect(importer.problems).to.deep.equal([]);
      expect(importer.preview?.rows[0]?.[1]).to.equal(since);
      expect(importer.importRequest?.dateFormat).to.equal(format);
      expect(fileSent(mounted)).to.deep.equal(['people.csv CSV']);
      expect(textOf(importer)).to.contain(en.sendFileCsv).and.to.contain(en.sendCsvBecause);
      await importer.submit();
      await ended(importer);
      expect((await allRecords(world)).map((one) => one.member_since)).to.deep.equal([
        '2023-03-15',
        '2023-03-16',
      ]);
    }
  });

  it('that goes in parts goes as text', async () => {
    const world = `/worlds/small-${crypto.randomUUID()}`;
    const mounted = await mount({ 'token-endpoint': `${world}/hubspot/token` });
    mounted.importer.limits = { bytes: 4000, rows: 5 };
    const rows = Array.from({ length: 7 }, (_, n) => [`p${n}@b.co`]);
    await toReady(mounted, await workbook({ sheets: { S: rowsOf([['Email'], ...rows]) } }, 'people.xlsx'));
    expect(fileSent(mounted)).to.deep.equal(['people (1 of 2).csv CSV']);
    await mounted.importer.submit();
    await ended(mounted.importer);
    expect((await allRecords(world)).map(({ email }) => email)).to.deep.equal(rows.flat());
  });

  it('in the refused rows of which something is corrected goes on as text', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    const rows = rowsOf([
      ['Email', 'First name'],
      ['nobody', 'Ana'],
      ['bo@example.com', 'Bo'],
    ]);
    await toReport(mounted, await workbook({ sheets: { S: rows } }, 'people.xlsx'));
    expect((await imports(world))[0]?.importRequestJson).to.have.nested.property(
      'files[0].fileFormat',
      'SPREADSHEET',
    );
    expect((await records(world)).total).to.equal(1);
    const { name, text } = await downloaded(importer, en.downloadRefused);
    expect([name, text.replace('\ufeff', '').split('\n')]).to.deep.equal([
      en.refusedName('people'),
      ['Email,First name', 'nobody,Ana', ''],
    ]);
  });
});

describe('A workbook of several sheets', () => {
  it('is imported by one of them, which can be chosen; the others are named', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, await workbook(SEVERAL, 'club.xlsx'));
    const list = labelled(importer, en.sheetLabel);
    expect([...list.options].map(({ text }) => text.trim())).to.deep.equal(['Members', 'Firms', 'Blank']);
    expect(list.selectedOptions[0]?.text.trim()).to.equal('Members');
    expect(textOf(importer)).to.contain(en.sheetSummary('Members', en.headerIn(3)));
    await expect(importer).shadowDom.to.be.accessible();
    importer.objectTypes = 'companies';
    list.focus();
    await takeSheet(mounted, 'Firms');
    expect(importer.preview?.headers).to.deep.equal(['Company domain', 'Company name']);
    expect(importer.shadowRoot?.activeElement, 'whoever goes on with the arrow keys stays there').to.equal(
      labelled(importer, en.sheetLabel),
    );
    expect(fileSent(mounted)).to.deep.equal(['club.csv CSV']);
  });

  it('counts rows as the sheet does, whatever is above the table and blank in it', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, await workbook(SEVERAL, 'club.xlsx'));
    expect(importer.problems).to.deep.equal([
      { code: 'email-invalid', severity: 'error', file: 0, column: 0, count: 1, rows: [6] },
    ]);
    await importer.submit();
    await ended(importer);
    const all = (await allRecords(world)).map(({ email, firstname }) => [email, firstname]);
    expect(all).to.deep.equal([
      ['ana@example.com', 'Ana'],
      ['cy@example.com', 'Cy'],
    ]);
    const { text } = await downloaded(importer, en.downloadReport);
    expect(text).to.match(/^6,/m);
  });

  it('forgets what was decided about another sheet, and remembers it when that comes back', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, await workbook(SEVERAL, 'club.xlsx'));
    const problem = await openProblem(
      importer,
      en.problem['email-invalid'](1, '', { number: String } as never),
    );
    expect(problem.textContent).to.contain('bo at example');
    importer.back();
    await until(importer, 'mapping');
    await takeSheet(mounted, 'Firms');
    await takeSheet(mounted, 'Members');
    expect(pick(importer, 'First name').textContent).to.contain('First Name');
    await importer.check();
    await settled(importer);
    expect(importer.problems.map(({ rows }) => rows)).to.deep.equal([[6]]);
  });

  it('stays at the sheet in hand when another one has nothing in it, and says so', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, await workbook(SEVERAL, 'club.xlsx'));
    const blank = [...labelled(importer, en.sheetLabel).options].findIndex(
      ({ text }) => text.trim() === 'Blank',
    );
    await select(importer, en.sheetLabel, String(blank));
    await waitUntil(() => alertText(importer) !== '', 'nothing was said', WAIT);
    await waitUntil(
      () => labelled(importer, en.sheetLabel).value === '0',
      'the list is at the wrong sheet',
      WAIT,
    );
    expect(importer.status).to.equal('mapping');
    expect(importer.preview?.sheet).to.equal('Members');
  });

  it('can be imported sheet by sheet: they are not taken for one another', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    const two: MadeWorkbook = {
      sheets: {
        May: rowsOf([['Email'], ['may@example.com']]),
        June: rowsOf([['Email'], ['june@example.com']]),
      },
    };
    await toReport(mounted, await workbook(two, 'months.xlsx'));
    await importer.reset();
    await toMapping(mounted, await workbook(two, 'months.xlsx'));
    await takeSheet(mounted, 'June');
    await importer.check();
    await settled(importer);
    await importer.submit();
    await ended(importer);
    expect((await allRecords(world)).map(({ email }) => email)).to.deep.equal([
      'may@example.com',
      'june@example.com',
    ]);
  });

  it('comes back at the sheet that was chosen, where the mapping was saved', async () => {
    const mounted = await mount({ 'object-types': 'companies' });
    await toMapping(mounted, await workbook(SEVERAL, 'club.xlsx'));
    await takeSheet(mounted, 'Firms');
    const saved = JSON.stringify(mounted.importer.mapping);
    const next = await mount({ 'object-types': 'companies' });
    next.importer.mapping = JSON.parse(saved) as MappingRecipe;
    await toReady(next, await workbook(SEVERAL, 'club.xlsx'));
    expect(next.importer.preview?.sheet).to.equal('Firms');
    expect(next.importer.problems).to.deep.equal([]);
  });

  it('keeps to one request when a common column joins it to a file of text', async () => {
    const mounted = await mount({ 'object-types': 'contacts companies' });
    const { importer } = mounted;
    const people = csv('Email,First name,Company domain\nana@example.com,Ana,nord.example\n', 'people.csv');
    await importer.load([people, await workbook(SEVERAL, 'firms.xlsx')]);
    await until(importer, 'mapping');
    find(importer, '#file-1').click();
    await seen(importer, '.sheet-bar');
    await takeSheetOf(mounted, 'Firms');
    const request = importer.importRequest;
    expect(request?.files.map(({ fileName }) => fileName)).to.deep.equal(['people.csv', 'firms.csv']);
    const columns = request?.files.flatMap(({ fileImportPage }) => fileImportPage.columnMappings) ?? [];
    expect(columns.some((column) => column.associationIdentifierColumn)).to.equal(true);
  });
});

/** The same for the second of two files. */
async function takeSheetOf({ importer }: Mounted, name: string): Promise<void> {
  const list = labelled(importer, en.sheetLabel);
  const option = [...list.options].find(({ text }) => text.trim() === name);
  await select(importer, en.sheetLabel, option?.value ?? 'none');
  await waitUntil(() => importer.previews[1]?.sheet === name, `${name} was never read`, WAIT);
  await importer.updateComplete;
}

describe('While a workbook is read', () => {
  it('the other workbook keeps its sheet in sight', async () => {
    const mounted = await mount({ 'object-types': 'contacts companies' });
    const { importer } = mounted;
    const rows = Array.from({ length: 100_000 }, (_, n) => `<row><c><v>${n}</v></c></row>`);
    const sheets = { Firms: FIRMS, Numbers: `${rowsOf([['Member number']])}${rows.join('')}` };
    const slow = await workbook({ sheets, deflate: true }, 'firms.xlsx');
    await importer.load([await workbook(SEVERAL, 'club.xlsx'), slow]);
    await until(importer, 'mapping');
    find(importer, '#file-1').click();
    await seen(importer, '.sheet-bar');
    await select(importer, en.sheetLabel, '1');
    expect(textOf(importer)).to.contain(en.sheetOpening('Numbers'));
    find(importer, '#file-0').click();
    await importer.updateComplete;
    expect(labelled(importer, en.sheetLabel).selectedOptions[0]?.text.trim()).to.equal('Members');
    expect(textOf(importer)).to.contain(en.sheetOneOf(3, { number: String } as never));
    await waitUntil(() => importer.previews[1]?.sheet === 'Numbers', 'the sheet never came', WAIT);
    expect(importer.previews[0]?.sheet).to.equal('Members');
  });

  it('the file before it may be removed: the sheet goes to the one that it is of', async () => {
    const mounted = await mount({ 'object-types': 'contacts companies' });
    const { importer } = mounted;
    const rows = Array.from({ length: 100_000 }, (_, n) => `<row><c><v>${n}</v></c></row>`);
    const sheets = { Firms: FIRMS, Numbers: `${rowsOf([['Member number']])}${rows.join('')}` };
    const people = csv('Email,Company domain\nana@example.com,nord.example\n', 'people.csv');
    await importer.load([people, await workbook({ sheets, deflate: true }, 'firms.xlsx')]);
    await until(importer, 'mapping');
    find(importer, '#file-1').click();
    await seen(importer, '.sheet-bar');
    await select(importer, en.sheetLabel, '1');
    find(importer, '#file-0').click();
    await importer.updateComplete;
    button(importer, en.removeFile).click();
    await waitUntil(() => importer.preview?.sheet === 'Numbers', 'the sheet never came', WAIT);
    expect(importer.previews.map(({ fileName }) => fileName)).to.deep.equal(['firms.xlsx']);
    expect(importer.preview?.headers).to.deep.equal(['Member number']);
  });

  const large = (): Promise<File> => {
    const rows = Array.from({ length: 300_000 }, (_, n) => `<row><c><v>${n}</v></c><c><v>${n}</v></c></row>`);
    const sheet = `${rowsOf([['Email', 'First name']])}${rows.join('')}`;
    return workbook({ sheets: { S: sheet }, deflate: true }, 'large.xlsx');
  };

  it('it is said how far that is, and it can be stopped; the file in hand stays', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv('Email\nana@example.com\n', 'small.csv'));
    const shares: (number | null)[] = [];
    importer.addEventListener('hubspot-importer-progress', ({ detail }) => shares.push(detail.share));
    ignored(importer.load(await large()));
    await waitUntil(() => importer.shadowRoot?.querySelector('progress') != null, 'no progress', WAIT);
    expect(importer.status).to.equal('reading');
    expect(find<HTMLProgressElement>(importer, 'progress').value).to.be.within(0, 1);
    await importer.cancel();
    await importer.updateComplete;
    expect(importer.status).to.equal('empty');
    expect(textOf(importer)).to.contain(en.keptFile('small.csv'));
    expect(shares.some((share) => share !== null && share > 0 && share < 1)).to.equal(true);
  });

  it('the element may be taken off the page', async () => {
    const { importer } = await mount();
    const error = rejection(importer.load(await large()));
    await waitUntil(() => importer.shadowRoot?.querySelector('progress') != null, 'no progress', WAIT);
    importer.remove();
    expect(await error).to.have.property('name', 'AbortError');
  });
});
