import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createObjects } from '../../demo/hubspot/objects.js';
import { get, importOne, kindsOf, openStandIn } from './calls.js';
import { key, type Mapping, recordId, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const DEAL: readonly Mapping[] = [
  value('0-3', 'Deal', 'dealname'),
  value('0-3', 'Line', 'pipeline'),
  value('0-3', 'Stage', 'dealstage'),
];

/** Of each object the columns that it needs, with a value, and the columns of another that it belongs to. */
const needs: readonly (readonly [
  objectType: string,
  values: Readonly<Record<string, string>>,
  partner?: readonly (readonly [Mapping, string])[],
])[] = [
  ['0-1', { email: 'ann@n.example' }],
  ['0-2', { name: 'Nord' }],
  ['0-3', { dealname: 'Berth', pipeline: 'default', dealstage: 'closedwon' }],
  ['0-5', { subject: 'Leak', hs_pipeline: 'Support Pipeline', hs_pipeline_stage: 'New' }],
  ['0-7', { name: 'Rope', price: '9' }],
  [
    '0-8',
    { name: 'Rope', quantity: '2', price: '9' },
    [
      [DEAL[0] ?? {}, 'Berth'],
      [DEAL[1] ?? {}, 'default'],
      [DEAL[2] ?? {}, 'closedwon'],
    ],
  ],
  ['0-136', { hs_lead_name: 'Ann wants a boat' }, [[MAIL, 'ann@n.example']]],
  ['0-123', { hs_order_name: 'No 1', hs_pipeline: 'Order Pipeline', hs_pipeline_stage: 'Shipped' }],
  ['0-142', { hs_cart_name: 'Cart 1' }],
  ['0-421', { hs_appointment_start: '2026-05-01 10:00' }],
  ['0-410', { hs_course_name: 'Knots' }],
  ['0-420', { hs_name: 'Boathouse' }],
  ['0-162', { hs_name: 'Winter', hs_pipeline: 'Winter storage', hs_pipeline_stage: 'Ashore' }],
  ['0-48', { hs_call_body: 'Called' }],
  ['0-49', { hs_email_text: 'Dear Ann', hs_email_direction: 'Sent' }, [[MAIL, 'ann@n.example']]],
  [
    '0-47',
    {
      hs_meeting_body: 'Talk',
      hs_meeting_start_time: '2026-05-01 10:00',
      hs_meeting_end_time: '2026-05-01 11:00',
    },
    [[MAIL, 'ann@n.example']],
  ],
  ['0-46', { hs_note_body: 'A note' }, [[MAIL, 'ann@n.example']]],
  ['0-27', { hs_task_subject: 'Call', hs_timestamp: '2026-05-01 10:00' }],
  [
    '0-18',
    { hs_communication_body: 'Hello', hs_communication_channel_type: 'SMS' },
    [[MAIL, 'ann@n.example']],
  ],
  ['0-116', { hs_postal_mail_body: 'A letter' }, [[MAIL, 'ann@n.example']]],
  ['2-1234567', { hull_number: 'NOR-1' }],
  ['2-1234568', { berth_code: 'N12' }],
];

const create = (
  standIn: ReturnType<typeof openStandIn>,
  [objectType, values, partner = []]: (typeof needs)[number],
) => {
  const columns = Object.keys(values).map((name) => value(objectType, name, name));
  const header = [...partner.map(([{ columnName }]) => String(columnName)), ...Object.keys(values)];
  const cells = [...partner.map(([, cell]) => cell), ...Object.values(values)];
  return importOne(
    standIn,
    [...partner.map(([column]) => column), ...columns],
    `${header.join()}\n${cells.join()}\n`,
    { dateFormat: 'YEAR_MONTH_DAY' },
  );
};

describe('objects that can be imported', () => {
  it('are those of this table, and the participants of marketing events', () => {
    const ids = createObjects(0).flatMap(({ id, imports }) => (imports === 'records' ? [id] : []));
    assert.deepEqual(new Set(ids), new Set(needs.map(([id]) => id)));
  });

  for (const entry of needs) {
    const [objectType, values, partner = []] = entry;
    it(`${objectType} is created from ${Object.keys(values).join(', ')}`, async () => {
      const standIn = openStandIn();
      const outcome = await create(standIn, entry);
      assert.deepEqual([outcome.state, outcome.errors], ['DONE', []]);
      const [record, ...others] = standIn.records(objectType);
      assert.equal(others.length, 0);
      assert.ok(record?.properties.hs_object_id);
      assert.equal(Object.keys(record.associations).length, partner.length > 0 ? 1 : 0);
    });

    for (const missing of objectType === '2-1234567' ? [] : Object.keys(values)) {
      it(`${objectType} is not created without ${missing}`, async () => {
        const standIn = openStandIn();
        const rest = Object.fromEntries(Object.entries(values).filter(([name]) => name !== missing));
        const filler = objectType === '0-1' ? { city: 'Bergen' } : { hubspot_owner_id: '51200101' };
        const other = objectType === '0-2' ? { city: 'Bergen' } : filler;
        const extra = objectType === '0-7' || objectType === '0-8' ? { description: 'x' } : other;
        const { errors } = await create(standIn, [objectType, { ...extra, ...rest }, partner]);
        assert.deepEqual(
          errors.map(({ errorType, objectTypeId }) => [errorType, objectTypeId]),
          [['MISSING_REQUIRED_PROPERTY', objectType]],
        );
        assert.deepEqual(standIn.records(objectType), []);
      });
    }

    if (partner.length > 0) {
      it(`${objectType} alone, tied to nothing, fails the import`, async () => {
        const { state, errors } = await create(openStandIn(), [objectType, values]);
        assert.deepEqual([state, errors[0]?.errorType], ['FAILED', 'INVALID_COLUMN_CONFIGURATION']);
      });
    }
  }

  it('every property of every object is of a listed group and has a value HubSpot knows', async () => {
    for (const { name, properties, groups, required, identifiers, stages } of createObjects(0)) {
      const known = new Set(groups.map((group) => group.name));
      for (const property of properties.values()) assert.ok(known.has(property.groupName), property.name);
      const named = [...required.flat(), ...identifiers, ...Object.values(stages ?? {}), 'hs_object_id'];
      for (const property of named) assert.ok(properties.has(property), `${name} ${property}`);
    }
  });
});

describe('activities that are only created', () => {
  const note = value('0-46', 'Note', 'hs_note_body');

  for (const objectType of ['0-49', '0-47', '0-46', '0-27', '0-18', '0-116']) {
    it(`${objectType} cannot be updated: neither by operation nor by record id`, async () => {
      const entry = needs.find(([id]) => id === objectType);
      assert.ok(entry);
      const standIn = openStandIn();
      const [, values] = entry;
      const columns = [MAIL, ...Object.keys(values).map((name) => value(objectType, name, name))];
      const csv = `Mail,${Object.keys(values).join()}\n`;
      const byOperation = await importOne(standIn, columns, csv, {
        importOperations: { [objectType]: 'UPDATE' },
      });
      const byId = await importOne(
        standIn,
        [...columns, recordId(objectType, 'ID')],
        csv.replace('\n', ',ID\n'),
      );
      for (const { state, errors } of [byOperation, byId]) {
        assert.deepEqual([state, errors[0]?.errorType], ['FAILED', 'INVALID_COLUMN_CONFIGURATION']);
      }
    });
  }

  it('the same note twice is two notes', async () => {
    const standIn = openStandIn();
    await importOne(standIn, [MAIL, note], 'Mail,Note\nann@n.example,Hello\nann@n.example,Hello\n');
    assert.equal(standIn.records('notes').length, 2);
    assert.equal(standIn.records('contacts').length, 1);
  });

  it('calls can be updated by their record id', async () => {
    const standIn = openStandIn({ seed: { calls: [{ hs_call_body: 'Rang' }] } });
    const id = standIn.records('calls')[0]?.id;
    const { errors } = await importOne(
      standIn,
      [recordId('0-48', 'ID'), value('0-48', 'Notes', 'hs_call_body')],
      `ID,Notes\n${id},Rang twice\n`,
    );
    assert.deepEqual(errors, []);
    assert.equal(standIn.records('calls')[0]?.properties.hs_call_body, 'Rang twice');
  });
});

describe('line items', () => {
  it('that exist are updated without their deal', async () => {
    const standIn = openStandIn({ seed: { line_items: [{ name: 'Rope', quantity: '1', price: '9' }] } });
    const id = standIn.records('line_items')[0]?.id;
    const columns = [recordId('0-8', 'ID'), value('0-8', 'Pieces', 'quantity')];
    const outcome = await importOne(standIn, columns, `ID,Pieces\n${id},4\n,5\n`);
    assert.deepEqual(kindsOf(outcome), [['FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS', 3, undefined]]);
    assert.equal(standIn.records('line_items')[0]?.properties.quantity, '4');
  });

  it('have one parent in a row', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(
      standIn,
      [
        ...DEAL,
        value('0-123', 'Order', 'hs_order_name'),
        value('0-123', 'OP', 'hs_pipeline'),
        value('0-123', 'OS', 'hs_pipeline_stage'),
        value('0-8', 'Item', 'name'),
        value('0-8', 'Pieces', 'quantity'),
        value('0-8', 'Price', 'price'),
      ],
      'Deal,Line,Stage,Order,OP,OS,Item,Pieces,Price\nBerth,default,closedwon,,,,Rope,1,9\nSail,default,closedwon,No 1,Order Pipeline,Open,Rope,1,9\n',
    );
    assert.deepEqual(kindsOf(outcome), [['LINE_ITEM_MULTIPLE_PARENTS_IN_ROW', 3, undefined]]);
    assert.equal(standIn.records('line_items').length, 1);
    assert.equal(standIn.records('deals').length, 2);
  });
});

describe('objects that are switched off', () => {
  it('are said to be, and cannot be imported', async () => {
    const standIn = openStandIn({ switchedOff: ['0-410', '0-1'] });
    const on = { '0-421': true, '0-420': true, '0-162': true };
    for (const path of ['/crm/v3/object-library/enablement', '/crm/object-library/2026-09/enablement']) {
      assert.deepEqual((await get(standIn, path)).body.enablementByObjectTypeId, { ...on, '0-410': false });
    }
    const { state, errors } = await importOne(
      standIn,
      [value('0-410', 'Name', 'hs_course_name')],
      'Name\nKnots\n',
    );
    assert.deepEqual([state, errors[0]?.errorType], ['FAILED', 'MISSING_OBJECT_DEFINITION']);
    const contacts = await importOne(standIn, [MAIL], 'Mail\nann@n.example\n');
    assert.equal(contacts.state, 'DONE', 'contacts cannot be switched off');
  });
});
