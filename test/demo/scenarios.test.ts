import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ended, firstOf, get, importOne, openStandIn, valuesOf } from './calls.js';
import { key, recordId, time, value } from './columns.js';

const UPSERT = 'UPSERT';
const EMAIL = key('0-1', 'Mail', 'email');
const GIVEN = value('0-1', 'Given name', 'firstname');

/** One test for each kind of import that HubSpot's guide and knowledge base tell of; those with associations have a file of their own. */
describe('every kind of import of records', () => {
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

  it('participants of a marketing event', async () => {
    const standIn = openStandIn();
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
