import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, importOne, openStandIn, post } from './calls.js';
import { key, labels, recordId, time, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const FIRM = key('0-2', 'Firm', 'domain');
const NAME = value('0-1', 'Name', 'firstname');

const seed = {
  contacts: [{ email: 'ann@n.example', firstname: 'Ann' }],
  companies: [{ domain: 'n.example' }, { domain: 's.example' }],
};

describe('an import that is reverted', () => {
  it('leaves the account as it was before: records, values and associations', async () => {
    const standIn = openStandIn({ seed });
    const columns = [MAIL, NAME, FIRM, labels('0-1', '0-2', 'Role')];
    await importOne(standIn, columns, 'Mail,Name,Firm,Role\nann@n.example,,n.example,Primary\n');
    const all = () => ['contacts', 'companies'].map((objectType) => standIn.records(objectType));
    const before = all();
    const csv =
      'Mail,Name,Firm,Role\nann@n.example,Anna,s.example,Primary;Employer\nbo@n.example,Bo,n.example,Primary\nann@n.example,Annie,t.example,\n';
    const { id, counters } = await importOne(standIn, columns, csv);
    assert.deepEqual([counters.CREATED_OBJECTS, counters.UPDATED_OBJECTS], [2, 4]);
    assert.equal(standIn.revert(id), true);
    assert.deepEqual(all(), before);
    const { body } = await get(standIn, `/crm/v3/imports/${id}`);
    assert.equal(body.state, 'REVERTED');
    assert.deepEqual(body.metadata.counters, counters, 'what it had done is still told');
  });

  it('gives identifiers free again', async () => {
    const standIn = openStandIn({ seed });
    const first = await importOne(standIn, [MAIL], 'Mail\nbo@n.example\n');
    standIn.revert(first.id);
    const again = await importOne(standIn, [MAIL], 'Mail\nbo@n.example\n', {
      importOperations: { '0-1': 'CREATE' },
    });
    assert.deepEqual([again.errors, again.counters.CREATED_OBJECTS], [[], 1]);
    const { id } = standIn.records('contacts')[0] ?? {};
    const moved = await importOne(standIn, [recordId('0-1', 'ID'), MAIL], `ID,Mail\n${id},anna@n.example\n`);
    standIn.revert(moved.id);
    const { counters } = await importOne(
      standIn,
      [MAIL, NAME],
      'Mail,Name\nann@n.example,Ann\nanna@n.example,Anna\n',
    );
    assert.deepEqual([counters.UPDATED_OBJECTS, counters.CREATED_OBJECTS], [1, 1]);
  });

  it('takes participations back', async () => {
    const standIn = openStandIn({ seed });
    const { id } = await importOne(
      standIn,
      [MAIL, time('In', 'JOINED')],
      'Mail,In\nann@n.example,06/12/2026\n',
      {
        marketingEventObjectId: 500000000101,
      },
    );
    assert.equal(standIn.records('0-54')[0]?.participations?.length, 1);
    standIn.revert(id);
    assert.deepEqual(standIn.records('0-54')[0]?.participations, []);
  });

  it('leaves alone what went with another that was reverted before', async () => {
    const standIn = openStandIn({ seed });
    const more = { marketingEventObjectId: 500000000101 };
    const first = await importOne(standIn, [MAIL], 'Mail\nbo@n.example\n');
    const columns = [MAIL, NAME, FIRM, labels('0-1', '0-2', 'Role'), time('In', 'JOINED')];
    const csv = 'Mail,Name,Firm,Role,In\nbo@n.example,Bo,n.example,Primary,06/12/2026\n';
    const second = await importOne(standIn, columns, csv, more);
    standIn.revert(first.id);
    assert.deepEqual(standIn.records('0-54')[0]?.participations, []);
    standIn.revert(second.id);
    assert.equal(standIn.records('contacts').length, 1);
    assert.ok(
      standIn.records('companies').every(({ associations }) => Object.keys(associations).length === 0),
    );
    const again = await importOne(standIn, [MAIL], 'Mail\nbo@n.example\n');
    assert.equal(again.counters.CREATED_OBJECTS, 1, 'nobody has the address any more');
  });

  it('was DONE before, and is so once', async () => {
    const standIn = openStandIn();
    const failed = await importOne(standIn, [MAIL], 'Wrong\n');
    const { id } = await importOne(standIn, [MAIL], 'Mail\nann@n.example\n');
    assert.deepEqual(
      [standIn.revert(failed.id), standIn.revert('1'), standIn.revert(id), standIn.revert(id)],
      [false, false, true, false],
    );
    assert.equal((await post(standIn, `/crm/v3/imports/${id}/cancel`)).status, 400);
  });
});
