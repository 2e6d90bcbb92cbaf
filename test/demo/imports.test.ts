import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Column, formOf, get, importCsv, openStandIn, post, readErrors, requestOf } from './calls.js';

const EMAIL: Column = ['Email', 'email', 'HUBSPOT_ALTERNATE_ID'];
const NAME: Column = ['Name', 'firstname'];
const seed = {
  contacts: [
    { email: 'anna@harbour.example', firstname: 'Anna', lifecyclestage: 'customer', interests: 'sailing' },
  ],
};
const operation = (word: string) => ({ importOperations: { '0-1': word } });

describe('writing records', () => {
  it('creates what is new and updates what its identifier finds', async () => {
    const standIn = openStandIn({ seed });
    const csv = 'Email,Name\nANNA@harbour.example,Annika\nbo@harbour.example,Bo\n';
    const { state, counters, errors } = await importCsv(standIn, requestOf([EMAIL, NAME]), csv);
    assert.deepEqual([state, errors], ['DONE', []]);
    assert.deepEqual(counters, {
      TOTAL_ROWS: 2,
      MAPPED_COLUMNS: 2,
      CREATED_OBJECTS: 1,
      UPDATED_OBJECTS: 1,
      PROPERTY_VALUES_EMITTED: 4,
      UNIQUE_OBJECTS_WRITTEN: 2,
    });
    const records = standIn.records('0-1').map(({ properties }) => [properties.email, properties.firstname]);
    assert.deepEqual(records, [
      ['anna@harbour.example', 'Annika'],
      ['bo@harbour.example', 'Bo'],
    ]);
  });

  it('an empty cell never clears a value', async () => {
    const standIn = openStandIn({ seed });
    await importCsv(standIn, requestOf([EMAIL, NAME]), 'Email,Name\nanna@harbour.example,\n');
    assert.equal(standIn.records('contacts')[0]?.properties.firstname, 'Anna');
  });

  it('of two rows with one identifier the later wins', async () => {
    const standIn = openStandIn();
    const csv = 'Email,Name\nbo@harbour.example,Bo\nBO@harbour.example,Bob\n';
    const { counters } = await importCsv(standIn, requestOf([EMAIL, NAME]), csv);
    assert.deepEqual(
      standIn.records('contacts').map(({ properties }) => properties.firstname),
      ['Bob'],
    );
    assert.equal(counters.CREATED_OBJECTS, 1);
    assert.equal(counters.UPDATED_OBJECTS, 1);
    assert.equal(counters.UNIQUE_OBJECTS_WRITTEN, 1);
  });

  it('a leading semicolon adds options, without it they are replaced', async () => {
    const standIn = openStandIn({ seed });
    const columns: Column[] = [EMAIL, ['Likes', 'interests']];
    await importCsv(standIn, requestOf(columns), 'Email,Likes\nanna@harbour.example,;Diving;Rowing\n');
    assert.equal(standIn.records('contacts')[0]?.properties.interests, 'sailing;diving;rowing');
    await importCsv(standIn, requestOf(columns), 'Email,Likes\nanna@harbour.example,Fishing\n');
    assert.equal(standIn.records('contacts')[0]?.properties.interests, 'fishing');
  });

  it('a lifecycle stage never moves back', async () => {
    const standIn = openStandIn({ seed });
    const columns: Column[] = [EMAIL, ['Stage', 'lifecyclestage']];
    const { errors } = await importCsv(
      standIn,
      requestOf(columns),
      'Email,Stage\nanna@harbour.example,Lead\n',
    );
    assert.deepEqual(errors, []);
    assert.equal(standIn.records('contacts')[0]?.properties.lifecyclestage, 'customer');
  });

  it('a record id finds its record, and lets the email address change', async () => {
    const standIn = openStandIn({ seed });
    const columns: Column[] = [['ID', 'hs_object_id', 'HUBSPOT_OBJECT_ID'], EMAIL];
    const id = standIn.records('contacts')[0]?.id;
    await importCsv(
      standIn,
      requestOf(columns, operation('UPDATE')),
      `ID,Email\n${id},new@harbour.example\n`,
    );
    assert.deepEqual(
      standIn.records('contacts').map(({ properties }) => properties.email),
      ['new@harbour.example'],
    );
    const { errors } = await importCsv(
      standIn,
      requestOf([EMAIL], operation('UPDATE')),
      'Email\nanna@harbour.example\n',
    );
    assert.equal(errors[0]?.errorType, 'UPDATE_ONLY_IMPORT');
  });

  it('a record id wins over an email address, whichever column comes first', async () => {
    const standIn = openStandIn({ seed });
    const columns: Column[] = [EMAIL, ['ID', 'hs_object_id', 'HUBSPOT_OBJECT_ID']];
    const id = standIn.records('contacts')[0]?.id;
    await importCsv(standIn, requestOf(columns), `Email,ID\nnew@harbour.example,${id}\n`);
    assert.deepEqual(
      standIn.records('contacts').map(({ properties }) => properties.email),
      ['new@harbour.example'],
    );
  });

  it('companies found by a key of their own may share a domain, and each keeps it by itself', async () => {
    const standIn = openStandIn();
    const key: Column = ['No', 'supplier_number', 'HUBSPOT_ALTERNATE_ID'];
    const request = requestOf([key, ['Domain', 'domain']], {}, '0-2');
    const shared = await importCsv(standIn, request, 'No,Domain\n1,n.example\n2,n.example\n');
    assert.deepEqual([shared.counters.CREATED_OBJECTS, shared.errors], [2, []]);
    await importCsv(standIn, request, 'No,Domain\n1,other.example\n');
    const byDomain = requestOf(
      [['Domain', 'domain', 'HUBSPOT_ALTERNATE_ID']],
      { importOperations: { '0-2': 'UPDATE' } },
      '0-2',
    );
    const { counters } = await importCsv(standIn, byDomain, 'Domain\nn.example\nother.example\n');
    assert.equal(counters.UPDATED_OBJECTS, 2);
  });

  it('marketing status follows the flag of the import', async () => {
    for (const flag of [true, false]) {
      const standIn = openStandIn();
      await importCsv(
        standIn,
        requestOf([EMAIL], { marketableContactImport: flag }),
        'Email\nbo@harbour.example\n',
      );
      assert.equal(standIn.records('contacts')[0]?.properties.hs_marketable_status, String(flag));
    }
  });

  it('a list is named in the answer when one was asked for', async () => {
    const standIn = openStandIn();
    const request = requestOf([EMAIL], { createContactListFromImport: true });
    const { id } = await importCsv(standIn, request, 'Email\nbo@harbour.example\n');
    const { body } = await get(standIn, `/crm/v3/imports/${id}`);
    assert.equal(body.metadata.objectLists.length, 1);
    assert.match(body.metadata.objectLists[0]?.listId ?? '', /^\d+$/);
    assert.equal(body.metadata.objectLists[0]?.objectType, 'contacts');
  });

  it('the objects of one row are associated', async () => {
    const standIn = openStandIn();
    const columns: Column[] = [
      EMAIL,
      ['Domain', 'domain', 'HUBSPOT_ALTERNATE_ID', '0-2'],
      ['Firm', 'name', undefined, '0-2'],
    ];
    const csv =
      'Email,Domain,Firm\nbo@n.example,nordlys.example,Nordlys\nal@n.example,nordlys.example,Nordlys\n';
    const { counters } = await importCsv(standIn, requestOf(columns), csv);
    assert.equal(counters.ASSOCIATIONS_CREATED, 2);
    const [firm, ...others] = standIn.records('companies');
    assert.equal(others.length, 0);
    assert.deepEqual(
      firm?.associations['0-1']?.map(({ id }) => id),
      standIn.records('contacts').map(({ id }) => id),
    );
  });

  it('stages are looked up in the pipeline of the row', async () => {
    const standIn = openStandIn();
    const columns: Column[] = [
      ['Deal', 'dealname'],
      ['Stage', 'dealstage'],
      ['Pipeline', 'pipeline'],
    ];
    const csv =
      'Deal,Stage,Pipeline\nOne,Contract Sent,Berths\nTwo,Contract Sent,default\nThree,Closed Won,Berths\n';
    const { errors } = await importCsv(standIn, requestOf(columns, {}, 'DEAL'), csv);
    assert.deepEqual(
      standIn.records('deals').map(({ properties }) => properties.dealstage),
      ['150012', 'contractsent'],
    );
    assert.deepEqual(
      errors.map(({ errorType }) => errorType),
      ['INVALID_ENUMERATION_OPTION', 'INVALID_REQUIRED_PROPERTY'],
    );
  });
});

describe('several files', () => {
  it('are imported one after the other, lines counted in each', async () => {
    const standIn = openStandIn();
    const file = (fileName: string) => ({ ...(requestOf([EMAIL]).files as object[])[0], fileName });
    const form = formOf(
      { name: 'Two', files: [file('a.csv'), file('b.csv')] },
      'Email\na@h.example\n',
      'a.csv',
    );
    form.append('files', new Blob(['Email\nb@h.example\nno\n']), 'b.csv');
    const { body } = await post(standIn, '/crm/imports/2026-03', form);
    const [only] = await readErrors(standIn, body.id);
    assert.equal(body.metadata.fileIds.length, 2);
    assert.equal(only?.sourceData.lineNumber, 3);
    assert.deepEqual(
      standIn.records('contacts').map(({ properties }) => properties.email),
      ['a@h.example', 'b@h.example'],
    );
  });
});
