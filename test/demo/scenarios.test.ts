import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import writeXlsx from 'write-excel-file/node';
import {
  firstOf,
  get,
  importFiles,
  importOne,
  key,
  labels,
  openStandIn,
  type Outcome,
  recordId,
  tiesOf,
  value,
} from './calls.js';

const UPSERT = 'UPSERT';
const EMAIL = key('0-1', 'Mail', 'email');
const GIVEN = value('0-1', 'Given name', 'firstname');
const DOMAIN = key('0-2', 'Firm domain', 'domain');

const ended = ({ state, errors }: Outcome) => [state, errors.map(({ errorType }) => errorType)];
const valuesOf = (standIn: ReturnType<typeof openStandIn>, objectType: string, ...names: string[]) =>
  standIn.records(objectType).map(({ properties }) => names.map((name) => properties[name]));

/** One test for each kind of import that HubSpot's guide and knowledge base tell of. */
describe('every kind of import', () => {
  it('one file of one object, created only', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'ann@club.example' }] } });
    const outcome = await importOne(
      standIn,
      [GIVEN, value('0-1', 'Family name', 'lastname'), EMAIL],
      'Given name,Family name,Mail\nBo,Berg,bo@club.example\nAnn,Old,ann@club.example\n',
      { importOperations: { '0-1': 'CREATE' }, dateFormat: 'DAY_MONTH_YEAR' },
    );
    assert.deepEqual(ended(outcome), ['DONE', ['CREATE_ONLY_IMPORT']]);
    assert.deepEqual(outcome.counters, {
      TOTAL_ROWS: 2,
      MAPPED_COLUMNS: 3,
      CREATED_OBJECTS: 1,
      PROPERTY_VALUES_EMITTED: 3,
      ERRORS: 1,
      UNIQUE_OBJECTS_WRITTEN: 1,
    });
    assert.deepEqual(valuesOf(standIn, 'contacts', 'email', 'lastname'), [
      ['ann@club.example', undefined],
      ['bo@club.example', 'Berg'],
    ]);
  });

  it('an update by record id', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'ann@club.example', jobtitle: 'Cook' }] } });
    const { id } = firstOf(standIn, 'contacts');
    const outcome = await importOne(
      standIn,
      [recordId('0-1', 'Record ID'), value('0-1', 'Title', 'jobtitle')],
      `Record ID,Title\n${id},Skipper\n77,Nobody\n`,
      { importOperations: { '0-1': 'UPDATE' } },
    );
    assert.deepEqual(ended(outcome), ['DONE', ['UPDATE_ONLY_IMPORT']]);
    assert.deepEqual(valuesOf(standIn, 'contacts', 'jobtitle'), [['Skipper']]);
  });

  it('marketing contacts and a list of them', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(standIn, [EMAIL, GIVEN], 'Mail,Given name\nann@club.example,Ann\n', {
      importOperations: { '0-1': UPSERT },
      dateFormat: 'YEAR_MONTH_DAY',
      marketableContactImport: true,
      createContactListFromImport: true,
    });
    assert.deepEqual(valuesOf(standIn, 'contacts', 'hs_marketable_status'), [['true']]);
    const { body } = await get(standIn, `/crm/v3/imports/${outcome.id}`);
    assert.match(body.metadata.objectLists[0]?.listId ?? '', /^\d+$/);
  });

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
          columns: [
            value('0-2', 'Firm', 'name'),
            DOMAIN,
            {
              columnObjectTypeId: '0-2',
              toColumnObjectTypeId: '0-1',
              columnName: 'Mail',
              propertyName: null,
              foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
            },
          ],
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

  it('a custom object by its unique property', async () => {
    const standIn = openStandIn({ seed: { boats: [{ hull_number: 'NOR-1', length_m: '8' }] } });
    const outcome = await importOne(
      standIn,
      [
        key('2-1234567', 'Hull number', 'hull_number'),
        value('2-1234567', 'Length', 'length_m'),
        value('2-1234567', 'Launched', 'launched_on'),
      ],
      'Hull number,Length,Launched\nNOR-1,9.5,17/05/1998\nFRA-2,12,01/06/2011\n',
      { importOperations: { '2-1234567': UPSERT }, dateFormat: 'DAY_MONTH_YEAR' },
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    assert.deepEqual(valuesOf(standIn, '2-1234567', 'hull_number', 'length_m', 'launched_on'), [
      ['NOR-1', '9.5', '1998-05-17'],
      ['FRA-2', '12', '2011-06-01'],
    ]);
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

  it('participants of a marketing event', async () => {
    const standIn = openStandIn();
    const time = (columnName: string, marketingEventSubmissionType: string) => ({
      columnName,
      columnObjectTypeId: '0-54',
      columnType: 'EVENT_TIMESTAMP',
      marketingEventSubmissionType,
    });
    const outcome = await importOne(
      standIn,
      [
        value('0-1', 'Given name', 'firstname', 'STANDARD'),
        EMAIL,
        time('Signed up', 'REGISTERED'),
        time('Came in', 'JOINED'),
        time('Went out', 'LEFT'),
        time('Called off', 'CANCELLED'),
      ],
      'Given name,Mail,Signed up,Came in,Went out,Called off\nAnn,ann@e.example,2026-06-01,2026-06-12 19:05,2026-06-12 21:00,\n' +
        'Bo,bo@e.example,2026-06-02 08:00,,,2026-06-10 12:00 +00:00\n',
      {
        marketingEventObjectId: 500000000101,
        importOperations: { '0-1': UPSERT, '0-54': 'CREATE' },
        dateFormat: 'YEAR_MONTH_DAY',
        timeZone: 'Europe/Oslo',
      },
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    const [ann, bo] = standIn.records('contacts').map(({ id }) => id);
    assert.deepEqual(firstOf(standIn, 'marketing_events').participations, [
      { contactId: ann, type: 'REGISTERED', at: '2026-05-31T22:00:00.000Z' },
      { contactId: ann, type: 'JOINED', at: '2026-06-12T17:05:00.000Z' },
      { contactId: ann, type: 'LEFT', at: '2026-06-12T19:00:00.000Z' },
      { contactId: bo, type: 'REGISTERED', at: '2026-06-02T06:00:00.000Z' },
      { contactId: bo, type: 'CANCELLED', at: '2026-06-10T12:00:00.000Z' },
    ]);
    const { body } = await get(standIn, `/crm/v3/imports/${outcome.id}`);
    assert.deepEqual(body.mappedObjectTypeIds, ['0-1', '0-54']);
  });

  it('prices of products by their SKU', async () => {
    const standIn = openStandIn({ seed: { products: [{ name: 'Rope', hs_sku: 'R-10', price: '9' }] } });
    const outcome = await importOne(
      standIn,
      [key('0-7', 'SKU', 'hs_sku'), value('0-7', 'Product', 'name'), value('0-7', 'Price', 'price')],
      'SKU,Product,Price\nR-10,Rope 10 mm,11.50\nR-99,Rope 99 mm,1\n',
      { importOperations: { '0-7': 'UPDATE' } },
    );
    assert.deepEqual(ended(outcome), ['DONE', ['UPDATE_ONLY_IMPORT']]);
    assert.deepEqual(valuesOf(standIn, 'products', 'name', 'price'), [['Rope 10 mm', '11.50']]);
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

  it('deals with pipeline, stage and owner', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(
      standIn,
      [
        value('0-3', 'Deal', 'dealname'),
        value('0-3', 'Pipeline', 'pipeline'),
        value('0-3', 'Stage', 'dealstage'),
        value('0-3', 'Amount', 'amount'),
        value('0-3', 'Owner mail', 'hubspot_owner_id'),
        value('0-3', 'Close', 'closedate'),
      ],
      'Deal,Pipeline,Stage,Amount,Owner mail,Close\nBerth 4,Berths,Contract Sent,1200.50,Ingrid.Solberg@harbour.example,31/12/2026\n' +
        'Berth 5,Berths,Closed Won,1,,\n',
      { importOperations: { '0-3': 'CREATE' }, dateFormat: 'DAY_MONTH_YEAR' },
    );
    assert.deepEqual(ended(outcome), ['DONE', ['INVALID_ENUMERATION_OPTION', 'INVALID_REQUIRED_PROPERTY']]);
    assert.deepEqual(
      valuesOf(
        standIn,
        'deals',
        'dealname',
        'pipeline',
        'dealstage',
        'amount',
        'hubspot_owner_id',
        'closedate',
      ),
      [['Berth 4', '78436211', '150012', '1200.50', '51200101', '2026-12-30T23:00:00.000Z']],
    );
  });

  it('a column that is left out', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(
      standIn,
      [EMAIL, { columnName: 'Internal remark', ignored: true }],
      'Mail,Internal remark\nann@n.example,not for HubSpot\n',
    );
    assert.deepEqual(ended(outcome), ['DONE', []]);
    assert.deepEqual([outcome.counters.MAPPED_COLUMNS, outcome.counters.UNMAPPED_COLUMNS], [1, 1]);
    assert.doesNotMatch(JSON.stringify(standIn.records('contacts')), /not for HubSpot/);
  });
});
