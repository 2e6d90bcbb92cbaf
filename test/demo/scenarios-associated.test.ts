import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import writeXlsx from 'write-excel-file/node';
import { ended, firstOf, importFiles, importOne, openStandIn, tiesOf, valuesOf } from './calls.js';
import { common, key, labels, recordId, value } from './columns.js';

const UPSERT = 'UPSERT';
const EMAIL = key('0-1', 'Mail', 'email');
const GIVEN = value('0-1', 'Given name', 'firstname');
const DOMAIN = key('0-2', 'Firm domain', 'domain');

/** One test for each kind of import that ties records to each other, by HubSpot's guide and knowledge base. */
describe('every kind of import of associations', () => {
  it('one file of two objects: a firm on several rows is one firm', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(
      standIn,
      [EMAIL, GIVEN, DOMAIN, value('0-2', 'Firm', 'name')],
      'Mail,Given name,Firm domain,Firm\nann@n.example,Ann,n.example,Nord\nbo@n.example,Bo,N.example,Nord\ncy@c.example,Cy,,\n',
      { importOperations: { '0-1': UPSERT, '0-2': UPSERT }, dateFormat: 'DAY_MONTH_YEAR' },
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    assert.deepEqual(outcome.counters, {
      TOTAL_ROWS: 3,
      MAPPED_COLUMNS: 4,
      CREATED_OBJECTS: 4,
      UPDATED_OBJECTS: 1,
      PROPERTY_VALUES_EMITTED: 10,
      ASSOCIATIONS_EMITTED: 2,
      ASSOCIATIONS_CREATED: 2,
      UNIQUE_OBJECTS_WRITTEN: 4,
    });
    const [ann, bo, cy] = standIn.records('contacts');
    const firm = firstOf(standIn, 'companies');
    assert.deepEqual(tiesOf(standIn, 'companies', '0-1'), [
      [ann?.id, 280],
      [bo?.id, 280],
    ]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-2'), [[firm.id, 279]]);
    assert.deepEqual(cy?.associations, {});
  });

  it('a workbook with a column of labels', async () => {
    const standIn = openStandIn();
    const sheet = await writeXlsx([
      ['Mail', 'Firm domain', 'Role at firm'],
      ['ann@n.example', 'n.example', 'Primary;Billing contact'],
      ['bo@n.example', 'n.example', 'Employer'],
    ]).toBuffer();
    const outcome = await importFiles(
      standIn,
      [
        {
          fileName: 'roles.xlsx',
          fileFormat: 'SPREADSHEET',
          content: new Uint8Array(sheet),
          columns: [EMAIL, DOMAIN, labels('0-1', '0-2', 'Role at firm')],
        },
      ],
      { dateFormat: 'DAY_MONTH_YEAR' },
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    const firm = firstOf(standIn, 'companies');
    assert.deepEqual(firstOf(standIn, 'contacts').associations['0-2'], [
      {
        id: firm.id,
        types: [
          { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
          { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
          { category: 'USER_DEFINED', typeId: 31, label: 'Billing contact' },
        ],
      },
    ]);
    const [ann, bo] = standIn.records('contacts');
    assert.deepEqual(tiesOf(standIn, 'companies', '0-1'), [
      [ann?.id, 280, 2, 32],
      [bo?.id, 280, 36],
    ]);
  });

  it('contacts attached to firms that exist, in the old spelling', async () => {
    const standIn = openStandIn({ seed: { companies: [{ name: 'Nord' }] } });
    const firm = firstOf(standIn, 'companies');
    const legacy = { ignored: false, associationIdentifierColumn: false, columnObjectType: 'CONTACT' };
    const outcome = await importOne(
      standIn,
      [
        {
          ...legacy,
          columnName: 'Given name',
          idColumnType: null,
          propertyName: 'firstname',
          foreignKeyType: null,
        },
        {
          ...legacy,
          columnName: 'Mail',
          idColumnType: 'HUBSPOT_ALTERNATE_ID',
          propertyName: 'email',
          foreignKeyType: null,
        },
        {
          ...legacy,
          columnName: 'Firm record ID',
          idColumnType: 'HUBSPOT_OBJECT_ID',
          propertyName: null,
          foreignKeyType: { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 1 },
        },
      ],
      `Given name,Mail,Firm record ID\nAnn,ann@n.example,${firm.id}\nBo,bo@n.example,\n`,
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-2'), [[firm.id, 279, 1]]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-2', 1), []);
  });

  it('two files with a common column', async () => {
    const standIn = openStandIn();
    const outcome = await importFiles(
      standIn,
      [
        {
          fileName: 'people.csv',
          fileFormat: 'CSV',
          content: 'Given name,Mail\nAnn,ann@n.example\nBo,bo@n.example\n',
          columns: [GIVEN, { ...value('0-1', 'Mail', 'email'), associationIdentifierColumn: true }],
        },
        {
          fileName: 'firms.csv',
          fileFormat: 'CSV',
          content: 'Firm,Firm domain,Mail\nNord,n.example,ann@n.example\nSud,s.example,bo@n.example\n',
          columns: [value('0-2', 'Firm', 'name'), DOMAIN, common()],
        },
      ],
      { dateFormat: 'YEAR_MONTH_DAY' },
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    assert.equal(outcome.counters.TOTAL_ROWS, 4);
    assert.equal(outcome.counters.CREATED_OBJECTS, 4);
    assert.equal(outcome.counters.ASSOCIATIONS_CREATED, 2);
    const [nord, sud] = standIn.records('companies');
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-2', 0), [[nord?.id, 279]]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-2', 1), [[sud?.id, 279]]);
  });

  it('contacts tied to contacts', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'ann@f.example' }] } });
    const outcome = await importOne(
      standIn,
      [
        EMAIL,
        value('0-1', 'Associated contact [email]', 'email', 'ASSOCIATION_KEYS'),
        labels('0-1', '0-1', 'Association label'),
      ],
      'Mail,Associated contact [email],Association label\nbo@f.example,ann@f.example,Parent\n',
      { importOperations: { '0-1': UPSERT } },
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    const [ann, bo] = standIn.records('contacts');
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-1', 1), [[ann?.id, 449, 21]]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-1', 0), [[bo?.id, 449, 22]]);
  });

  it('a custom object with its people and their roles', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(
      standIn,
      [
        key('2-1234567', 'Hull number', 'hull_number'),
        key('0-1', 'Skipper mail', 'email'),
        labels('2-1234567', '0-1', 'Role'),
      ],
      'Hull number,Skipper mail,Role\nNOR-1,ann@s.example,Skipper\nNOR-1,bo@s.example,crew\n',
      { importOperations: { '2-1234567': UPSERT, '0-1': UPSERT } },
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    const [ann, bo] = standIn.records('contacts');
    assert.deepEqual(tiesOf(standIn, 'boats', '0-1'), [
      [ann?.id, 45, 41],
      [bo?.id, 45, 43],
    ]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '2-1234567', 1), [[firstOf(standIn, 'boats').id, 46, 44]]);
  });

  it('line items of deals that exist', async () => {
    const standIn = openStandIn({
      seed: {
        deals: [{ dealname: 'Refit', pipeline: 'default', dealstage: 'closedwon', amount: '100' }],
        products: [{ name: 'Rope', price: '9' }],
      },
    });
    const deal = firstOf(standIn, 'deals');
    const product = firstOf(standIn, 'products');
    const outcome = await importOne(
      standIn,
      [
        recordId('0-3', 'Deal record ID'),
        value('0-8', 'Line', 'name'),
        value('0-8', 'Pieces', 'quantity'),
        value('0-8', 'Unit price', 'price'),
        value('0-8', 'Product ID', 'hs_product_id'),
      ],
      `Deal record ID,Line,Pieces,Unit price,Product ID\n${deal.id},Rope,3,9,${product.id}\n${deal.id},Paint,2,20,4711\n,Lost,1,1,\n`,
      { importOperations: { '0-8': 'CREATE', '0-3': 'UPDATE' } },
    );
    assert.deepEqual(ended(outcome), [
      'DONE',
      ['PROPERTY_VALUE_NOT_FOUND', 'FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS'],
    ]);
    const lines = standIn.records('line_items').map(({ id }) => id);
    assert.deepEqual(
      tiesOf(standIn, 'deals', '0-8'),
      lines.map((id) => [id, 19]),
    );
    assert.deepEqual(tiesOf(standIn, 'line_items', '0-3'), [[deal.id, 20]]);
    assert.deepEqual(valuesOf(standIn, 'line_items', 'name', 'hs_product_id'), [
      ['Rope', product.id],
      ['Paint', undefined],
    ]);
    assert.deepEqual(valuesOf(standIn, 'deals', 'amount'), [['100']], 'line items never change the amount');
  });

  it('notes of contacts that exist', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'ann@n.example' }] } });
    const outcome = await importOne(
      standIn,
      [EMAIL, value('0-46', 'Note', 'hs_note_body'), value('0-46', 'When', 'hs_timestamp')],
      'Mail,Note,When\nann@n.example,Call back,2026-03-01 10:00\nann@n.example,Called,\nno@n.example,Lost,\n',
      { importOperations: { '0-46': 'CREATE', '0-1': 'UPDATE' }, dateFormat: 'YEAR_MONTH_DAY' },
    );
    assert.deepEqual(ended(outcome), [
      'DONE',
      ['UPDATE_ONLY_IMPORT', 'FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS'],
    ]);
    assert.deepEqual(valuesOf(standIn, 'notes', 'hs_note_body', 'hs_timestamp'), [
      ['Call back', '2026-03-01T09:00:00.000Z'],
      ['Called', '2026-11-01T12:00:00.000Z'],
    ]);
    const ann = firstOf(standIn, 'contacts');
    assert.deepEqual(tiesOf(standIn, 'notes', '0-1'), [[ann.id, 202]]);
    assert.deepEqual(
      tiesOf(standIn, 'contacts', '0-46').map(([, typeId]) => typeId),
      [201, 201],
    );
  });
});
