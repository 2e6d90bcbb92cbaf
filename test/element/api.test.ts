import { expect } from '@open-wc/testing';
import { ImporterError } from '../../src/index.js';
import { csv, fault, GOOD, mount, records } from './importer.js';
import { ended, people, rejection, toMapping, toReady, toReport } from './person.js';

describe('Attributes', () => {
  const sent: readonly (readonly [attribute: string, value: string, sends: object])[] = [
    ['operation', 'create', { importOperations: { '0-1': 'CREATE' } }],
    ['operation', 'UPDATE', { importOperations: { '0-1': 'UPDATE' } }],
    ['operation', 'destroy', { importOperations: { '0-1': 'UPSERT' } }],
    ['object-types', 'contacts', { importOperations: { '0-1': 'UPSERT' } }],
    ['object-types', ' ', { importOperations: { '0-1': 'UPSERT' } }],
    ['import-name', 'Spring fair', { name: 'Spring fair' }],
    ['date-format', 'day-month-year', { dateFormat: 'DAY_MONTH_YEAR' }],
    ['time-zone', 'Europe/Paris', { timeZone: 'Europe/Paris' }],
    ['create-list', '', { createContactListFromImport: true }],
    ['marketable', 'true', { marketableContactImport: true }],
    ['marketable', 'false', { marketableContactImport: false }],
  ];
  it('an operation may be given for each object type, by property', async () => {
    const mounted = await mount();
    mounted.importer.operation = { '0-1': 'create', '0-2': 'update' };
    await toMapping(mounted, csv(GOOD));
    expect(mounted.importer.importRequest?.importOperations).to.deep.equal({ '0-1': 'CREATE' });
  });

  for (const [attribute, value, sends] of sent) {
    it(`reach the request: ${attribute}="${value}"`, async () => {
      const mounted = await mount({ [attribute]: value });
      await toMapping(mounted, csv(GOOD));
      expect(mounted.importer.importRequest).to.deep.include(sends);
    });
  }

  const types: readonly (readonly [objectTypes: string, text: string, operations: object])[] = [
    ['company', 'Domain\nb.co\n', { '0-2': 'UPSERT' }],
    ['boats', 'Hull number\nN-1\n', { '2-1234567': 'UPSERT' }],
    ['2-1234567', 'Hull number\nN-1\n', { '2-1234567': 'UPSERT' }],
    ['contacts, companies', 'Email,Domain\na@b.co,b.co\n', { '0-1': 'UPSERT', '0-2': 'UPSERT' }],
    ['contacts, companies', 'Email\na@b.co\n', { '0-1': 'UPSERT' }],
    ['notes contacts', 'Email,Note\na@b.co,Call back\n', { '0-46': 'CREATE', '0-1': 'UPSERT' }],
  ];
  for (const [objectTypes, text, importOperations] of types) {
    it(`name what a file of ${text.split('\n')[0]} holds: object-types="${objectTypes}"`, async () => {
      const mounted = await mount({ 'object-types': objectTypes });
      await toMapping(mounted, csv(text));
      expect(mounted.importer.importRequest).to.deep.include({ importOperations });
    });
  }

  const absent: readonly (readonly [attribute: string, value: string, key: string])[] = [
    ['date-format', 'whenever', 'dateFormat'],
    ['time-zone', 'Mars/Olympus', 'timeZone'],
    ['marketable', 'perhaps', 'marketableContactImport'],
  ];
  for (const [attribute, value, key] of absent) {
    it(`fall back to their default: ${attribute}="${value}"`, async () => {
      const mounted = await mount({ [attribute]: value });
      await toMapping(mounted, csv(GOOD));
      expect(mounted.importer.importRequest).to.not.have.property(key);
    });
  }

  for (const value of ['zero', '-1', '0', '1e99']) {
    it(`fall back to HubSpot’s limits: max-bytes and max-rows="${value}"`, async () => {
      const mounted = await mount({ 'max-bytes': value, 'max-rows': value });
      await toReady(mounted, csv(GOOD));
      expect(mounted.importer.status).to.equal('ready');
    });
  }

  it('fall back to v3, and to English, for a version and a language that are none', async () => {
    const mounted = await mount({ 'api-version': 'latest', locale: '???', endpoint: 'ftp://nowhere' });
    await toReport(mounted, csv(GOOD));
    expect(mounted.importer.status).to.equal('done');
  });

  it('are properties too, in camel case', async () => {
    const { importer } = await mount({
      'api-version': '2026-09',
      'object-types': 'deals',
      'import-name': 'A',
      'max-rows': '7',
      disabled: '',
    });
    const { apiVersion, objectTypes, importName, maxRows, disabled, createList } = importer;
    expect([apiVersion, objectTypes, importName, maxRows, disabled, createList]).to.deep.equal([
      '2026-09',
      'deals',
      'A',
      7,
      true,
      false,
    ]);
  });

  it('choose the dated calls: api-version="2026-09"', async () => {
    const mounted = await mount({ 'api-version': '2026-09' });
    await toReport(mounted, csv(GOOD));
    expect((await records(mounted.world)).total).to.equal(2);
  });
});

describe('What a page reads', () => {
  it('is empty before there is a file', async () => {
    const { importer } = await mount();
    const { status, preview, problems, importRequest, import: answer } = importer;
    expect({ status, preview, problems, importRequest, answer }).to.deep.equal({
      status: 'empty',
      preview: null,
      problems: [],
      importRequest: null,
      answer: null,
    });
  });

  it('has a preview of the first rows, as papaparse reads them', async () => {
    const mounted = await mount();
    const file = csv('Email;Note\r\na@example.com;"two\r\nlines"\r\n', 'semi.csv');
    await toMapping(mounted, file);
    expect(mounted.importer.preview).to.deep.equal({
      fileName: 'semi.csv',
      bytes: file.size,
      sheet: null,
      dialect: { encoding: 'utf-8', delimiter: ';', quote: '"', newline: '\r\n', headerRow: 1 },
      headers: ['Email', 'Note'],
      rows: [['a@example.com', 'two\r\nlines']],
    });
    await toMapping(mounted, people(300));
    expect(mounted.importer.preview?.rows.length).to.be.at.least(20);
  });

  it('has the problems by code and column, with rows as a spreadsheet counts', async () => {
    const mounted = await mount();
    await toReady(
      mounted,
      csv('Email,Birthday\na@example.com,2001-01-01\nnope,2001-13-77\na@example.com,\n'),
    );
    expect(mounted.importer.problems).to.have.deep.members([
      { code: 'email-invalid', severity: 'error', file: 0, column: 0, count: 1, rows: [3] },
      { code: 'date-invalid', severity: 'error', file: 0, column: 1, count: 1, rows: [3] },
      { code: 'identifier-repeated', severity: 'warning', file: 0, column: 0, count: 2, rows: [2, 4] },
    ]);
  });

  it('has the request exactly as HubSpot received it', async () => {
    const mounted = await mount({ 'create-list': '', 'import-name': 'Exactly' });
    await toReady(mounted, csv(GOOD));
    const promised = mounted.importer.importRequest;
    await mounted.importer.submit();
    await ended(mounted.importer);
    const {
      portalId: _,
      language: __,
      ...received
    } = (
      mounted.importer.import as unknown as {
        importRequestJson: Record<string, unknown>;
      }
    ).importRequestJson;
    expect(received).to.deep.equal(promised);
    expect(promised).to.have.nested.property('files[0].fileImportPage.columnMappings').of.length(3);
  });
});

describe('Methods', () => {
  it('settle when their status is reached', async () => {
    const { importer } = await mount();
    const reached: string[] = [];
    await importer.load(csv(GOOD));
    reached.push(importer.status);
    await importer.check();
    reached.push(importer.status);
    await importer.submit();
    reached.push(importer.status);
    await ended(importer);
    await importer.reset();
    reached.push(importer.status);
    expect(reached.slice(0, 2)).to.deep.equal(['mapping', 'ready']);
    expect(reached[2]).to.be.oneOf(['tracking', 'done']);
    expect(reached[3]).to.equal('empty');
  });

  it('check first when asked to submit at once', async () => {
    const { importer, world, states } = await mount();
    await importer.load(csv(GOOD));
    await importer.submit();
    await ended(importer);
    expect(states.map(({ status }) => status)).to.include('ready');
    expect((await records(world)).total).to.equal(2);
  });

  it('reject with an ImporterError', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    expect(await rejection(importer.load(csv('')))).to.be.instanceOf(ImporterError);
    expect(await rejection(importer.track('999'))).to.be.instanceOf(ImporterError);
    await toReady(mounted, csv(GOOD));
    await fault(world, 'validation');
    const error = await rejection(importer.submit());
    expect(error).to.be.instanceOf(ImporterError);
    expect((error as ImporterError).code).to.equal('import-rejected');
  });

  it('follow an import that another page started', async () => {
    const first = await mount();
    await toReport(first, csv(GOOD));
    const second = await mount({ 'token-endpoint': `${first.world}/hubspot/token` });
    const id = first.importer.import?.id ?? '';
    await second.importer.track(id);
    await ended(second.importer);
    expect(second.importer.status).to.equal('done');
    expect(second.importer.import?.id).to.equal(id);
    expect(second.states.at(-1)).to.include({ importId: id, file: null });
  });

  it('go back a step and cancel as a click does', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    await mounted.importer.back();
    expect(mounted.importer.status).to.equal('mapping');
    await mounted.importer.back();
    expect(mounted.importer.status).to.equal('empty');
  });
});
