import { expect } from '@open-wc/testing';
import { findObjectType, OBJECT_TYPES } from '../../../src/core/objects.js';
import { csv, mount, type Mounted } from '../importer.js';
import { ended, settled } from '../person.js';
import { notices } from './steps.js';
import { seenRecords } from './world.js';

/** By object: its columns, named by their properties, and the columns of a record it must be tied to. */
type Cells = Readonly<Record<string, string>>;

const PIPELINE = 'hs_pipeline';
const STAGE = 'hs_pipeline_stage';
const CONTACT: readonly [string, Cells] = ['contacts', { email: 'ann@n.example' }];

const NEEDS: readonly (readonly [name: string, cells: Cells, partner?: readonly [string, Cells]])[] = [
  CONTACT,
  ['companies', { name: 'Nord' }],
  ['deals', { dealname: 'Berth', pipeline: 'default', dealstage: 'closedwon' }],
  ['tickets', { subject: 'Leak', [PIPELINE]: 'Support Pipeline', [STAGE]: 'New' }],
  ['products', { name: 'Rope', price: '9' }],
  [
    'line_items',
    { name: 'Rope', quantity: '2', price: '9' },
    ['deals', { dealname: 'Berth', pipeline: 'default', dealstage: 'closedwon' }],
  ],
  ['leads', { hs_lead_name: 'Ann wants a boat' }, CONTACT],
  ['orders', { hs_order_name: 'No 1', [PIPELINE]: 'Order Pipeline', [STAGE]: 'Shipped' }],
  ['carts', { hs_cart_name: 'Cart 1' }],
  ['appointments', { hs_appointment_start: '2026-05-01 10:00' }],
  ['courses', { hs_course_name: 'Knots' }],
  ['listings', { hs_name: 'Boathouse' }],
  ['services', { hs_name: 'Winter', [PIPELINE]: 'Winter storage', [STAGE]: 'Ashore' }],
  ['calls', { hs_call_body: 'Called' }],
  ['emails', { hs_email_text: 'Dear Ann', hs_email_direction: 'Sent' }, CONTACT],
  [
    'meetings',
    {
      hs_meeting_body: 'Talk',
      hs_meeting_start_time: '2026-05-01 10:00',
      hs_meeting_end_time: '2026-05-01 11:00',
    },
    CONTACT,
  ],
  ['notes', { hs_note_body: 'A note' }, CONTACT],
  ['tasks', { hs_task_subject: 'Call', hs_timestamp: '2026-05-01 10:00' }],
  ['communications', { hs_communication_body: 'Hello', hs_communication_channel_type: 'SMS' }, CONTACT],
  ['postal_mail', { hs_postal_mail_body: 'A letter' }, CONTACT],
  ['boats', { hull_number: 'NOR-1' }],
];

const idOf = (name: string): string => (name === 'boats' ? '2-1234567' : (findObjectType(name)?.id ?? ''));

/** A row with these objects, as far as the columns; headers do not tell what they are. */
async function open(...objects: readonly (readonly [string, Cells])[]): Promise<Mounted> {
  const mounted = await mount({ 'object-types': objects.map(([name]) => name).join(' ') });
  const columns = objects.flatMap(([objectType, cells]) =>
    Object.entries(cells).map(([property, cell]) => ({ objectType, property, cell })),
  );
  const headers = columns.map((_, index) => `Column ${index + 1}`);
  mounted.importer.mapping = columns.map(({ objectType, property }, index) => ({
    header: headers[index] ?? '',
    property,
    objectType,
  }));
  await mounted.importer.load(csv(`${headers.join(',')}\n${columns.map(({ cell }) => cell).join(',')}\n`));
  return mounted;
}

describe('Every object that can be imported', () => {
  it('is among these, but for event participants', () => {
    const names = OBJECT_TYPES.map(({ name }) => name).filter((name) => name !== 'marketing_events');
    expect(NEEDS.map(([name]) => name)).to.have.members([...names, 'boats']);
  });

  for (const [name, cells, partner] of NEEDS) {
    const objects: readonly (readonly [string, Cells])[] = [
      [name, cells],
      ...(partner === undefined ? [] : [partner]),
    ];

    it(`comes with no more than HubSpot asks for: ${name}`, async () => {
      const { importer, world } = await open(...objects);
      const known = notices(importer).filter((notice) => !notice.startsWith('No column identifies'));
      expect(known).to.deep.equal([]);
      await importer.check();
      await settled(importer);
      expect(importer.problems).to.deep.equal([]);
      await importer.submit();
      await ended(importer);
      expect(importer.status).to.equal('done');
      expect(importer.import?.metadata.counters.ERRORS ?? 0).to.equal(0);
      const [record, ...others] = await seenRecords(world, idOf(name));
      expect(others).to.deep.equal([]);
      expect(record?.properties).to.include.all.keys(...Object.keys(cells));
      if (partner !== undefined)
        expect(Object.keys(record?.associations ?? {})).to.deep.equal([idOf(partner[0])]);
    });
  }

  const several = NEEDS.filter(([, cells]) => Object.keys(cells).length > 1);
  for (const [name, cells, partner] of several) {
    it(`says what a new record lacks, and HubSpot indeed refuses it: ${name}`, async () => {
      const [first = ''] = Object.keys(cells);
      const { [first]: _, ...rest } = cells;
      const { importer } = await open([name, rest], ...(partner === undefined ? [] : [partner]));
      expect(notices(importer).filter((notice) => notice.startsWith('HubSpot needs'))).to.have.lengthOf(1);
      await importer.check();
      await importer.submit();
      await ended(importer);
      expect(importer.import?.metadata.counters.ERRORS ?? 0).to.be.greaterThan(0);
    });
  }

  for (const [name, cells, partner] of NEEDS) {
    if (partner === undefined) continue;
    it(`says that it belongs to another record, and HubSpot indeed refuses it alone: ${name}`, async () => {
      const { importer } = await open([name, cells]);
      expect(notices(importer).join(), 'it says so').to.match(/only together with/);
      await importer.check();
      await importer.submit();
      await ended(importer);
      expect(importer.import?.metadata.counters.ERRORS ?? 0).to.be.greaterThan(0);
    });
  }
});
