import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import type { StandIn } from '../../demo/hubspot/stand-in.js';
import { findSample } from '../../demo/samples.js';
import { CRM_HEADER } from '../../demo/samples/crm-export.js';
import { importFiles, openStandIn } from './calls.js';
import { common, key, labels, type Mapping, time, value } from './columns.js';

describe('samples of several objects', () => {
  const FIRST = value('0-1', 'First Name', 'firstname');
  const EMAIL = key('0-1', 'Email', 'email');
  const DOMAIN = key('0-2', 'Company Domain Name', 'domain');
  const FIRM = value('0-2', 'Company Name', 'name');
  const DEAL = [
    value('0-3', 'Deal Name', 'dealname'),
    value('0-3', 'Pipeline', 'pipeline'),
    value('0-3', 'Deal Stage', 'dealstage'),
  ];
  const PEOPLE = [
    EMAIL,
    FIRST,
    value('0-1', 'Last Name', 'lastname'),
    value('0-1', 'Job Title', 'jobtitle'),
    DOMAIN,
    FIRM,
    value('0-2', 'Company City', 'city'),
  ];
  /** Each with the mapping that a person would choose, and what is in HubSpot afterwards. */
  const imports: readonly (readonly [
    name: string,
    columns: readonly (readonly Mapping[])[],
    records: Readonly<Record<string, number>>,
    associations?: number,
    more?: Record<string, unknown>,
  ])[] = [
    ['people-with-firms', [PEOPLE], { contacts: 60, companies: 8 }, 55],
    [
      'roles-at-firms',
      [[EMAIL, FIRST, DOMAIN, FIRM, labels('0-1', '0-2', 'Role at company')]],
      { contacts: 60, companies: 8 },
      60,
    ],
    [
      'people-and-firms',
      [
        [
          FIRST,
          value('0-1', 'Last Name', 'lastname'),
          { ...EMAIL, associationIdentifierColumn: true },
          value('0-1', 'Job Title', 'jobtitle'),
        ],
        [FIRM, DOMAIN, value('0-2', 'City', 'city'), common({ columnName: 'Email' })],
      ],
      { contacts: 60, companies: 7 },
      30,
    ],
    [
      'boats-with-skippers',
      [
        [
          key('2-1234567', 'Hull number', 'hull_number'),
          value('2-1234567', 'Boat name', 'name'),
          value('2-1234567', 'Length (m)', 'length_m'),
          value('2-1234567', 'Rig', 'rig'),
          EMAIL,
          FIRST,
          labels('2-1234567', '0-1', 'Role'),
        ],
      ],
      { boats: 20, contacts: 27 },
      27,
    ],
    [
      'order-lines',
      [
        [
          key('0-3', 'Order number', 'order_number'),
          ...DEAL,
          value('0-8', 'Line item name', 'name'),
          value('0-8', 'Quantity', 'quantity'),
          value('0-8', 'Unit price', 'price'),
        ],
      ],
      { deals: 20, line_items: 37 },
      37,
    ],
    [
      'call-back-notes',
      [
        [
          EMAIL,
          FIRST,
          value('0-46', 'Note body', 'hs_note_body'),
          value('0-46', 'Activity date', 'hs_timestamp'),
        ],
      ],
      { contacts: 25, notes: 25 },
      25,
    ],
    [
      'event-attendance',
      [
        [
          EMAIL,
          FIRST,
          value('0-1', 'Last Name', 'lastname'),
          time('Signed up', 'REGISTERED'),
          time('Came in', 'JOINED'),
          time('Went out', 'LEFT'),
          time('Called off', 'CANCELLED'),
        ],
      ],
      { contacts: 40 },
      0,
      { marketingEventObjectId: 500000000101 },
    ],
    [
      'deals-with-pipeline',
      [
        [
          ...DEAL,
          value('0-3', 'Amount', 'amount'),
          value('0-3', 'Deal owner', 'hubspot_owner_id'),
          value('0-3', 'Close Date', 'closedate'),
          value('0-3', 'Priority', 'hs_priority'),
        ],
      ],
      { deals: 40 },
    ],
  ];
  const send = (standIn: StandIn, name: string, columns: readonly (readonly Mapping[])[], more = {}) =>
    importFiles(
      standIn,
      (findSample(name)?.files ?? []).map(({ fileName, generate }, index) => ({
        fileName,
        content: new Uint8Array(Buffer.concat([...generate()])),
        columns: columns[index] ?? [],
      })),
      { dateFormat: 'YEAR_MONTH_DAY', ...more },
    );

  for (const [name, columns, records, associations = 0, more] of imports) {
    it(`${name} is imported without an error`, async () => {
      const standIn = openStandIn();
      const { state, counters, errors } = await send(standIn, name, columns, more);
      assert.deepEqual([state, errors], ['DONE', []]);
      const counts = Object.keys(records).map((objectType) => [
        objectType,
        standIn.records(objectType).length,
      ]);
      assert.deepEqual(Object.fromEntries(counts), records);
      assert.equal(counters.ASSOCIATIONS_CREATED ?? 0, associations);
    });
  }

  it('families are imported once their relatives are there', async () => {
    const standIn = openStandIn();
    const columns = [
      EMAIL,
      FIRST,
      value('0-1', 'Last Name', 'lastname'),
      value('0-1', 'Associated contact', 'email', 'ASSOCIATION_KEYS'),
      labels('0-1', '0-1', 'Association label'),
    ];
    const early = await send(openStandIn(), 'families', [columns]);
    assert.equal(early.errors.length, 30);
    await send(standIn, 'people-with-firms', [PEOPLE]);
    const { errors, counters } = await send(standIn, 'families', [columns]);
    assert.deepEqual([errors, counters.ASSOCIATIONS_CREATED], [[], 30]);
  });

  it('the participants of the event are kept', async () => {
    const standIn = openStandIn();
    const [, columns = [], , , more] = imports.find(([name]) => name === 'event-attendance') ?? [];
    await send(standIn, 'event-attendance', columns, more);
    const types = standIn.records('0-54')[0]?.participations?.map(({ type }) => type) ?? [];
    assert.deepEqual(new Set(types), new Set(['REGISTERED', 'JOINED', 'LEFT', 'CANCELLED']));
    assert.equal(types.filter((type) => type === 'REGISTERED').length, 40);
  });

  it('the CRM’s export has sixty columns in every row, some of them for HubSpot', async () => {
    const [file] = findSample('crm-export')?.files ?? [];
    const text = Buffer.concat([...(file?.generate() ?? [])]).toString('utf8');
    const rows = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' }).data;
    assert.deepEqual([rows.length, new Set(rows.map((cells) => cells.length))], [101, new Set([60])]);
    const mapped: Readonly<Record<string, Mapping>> = {
      'First name': value('0-1', 'First name', 'firstname'),
      Email: EMAIL,
      'Email 2': value('0-1', 'Email 2', 'hs_additional_emails'),
      'Lifecycle stage': value('0-1', 'Lifecycle stage', 'lifecyclestage'),
      'Lead status': value('0-1', 'Lead status', 'hs_lead_status'),
      Owner: value('0-1', 'Owner', 'hubspot_owner_id'),
      Interests: value('0-1', 'Interests', 'interests'),
      Membership: value('0-1', 'Membership', 'membership'),
      'Member number': value('0-1', 'Member number', 'member_number'),
      'Last visit': value('0-1', 'Last visit', 'last_visit'),
      Domain: key('0-2', 'Domain', 'domain'),
      Organisation: value('0-2', 'Organisation', 'name'),
      Industry: value('0-2', 'Industry', 'industry'),
      'Deal title': value('0-3', 'Deal title', 'dealname'),
      'Deal pipeline': value('0-3', 'Deal pipeline', 'pipeline'),
      'Deal stage': value('0-3', 'Deal stage', 'dealstage'),
      'Deal value': value('0-3', 'Deal value', 'amount'),
      'Deal currency': value('0-3', 'Deal currency', 'deal_currency_code'),
    };
    const columns = CRM_HEADER.map((columnName) => mapped[columnName] ?? { columnName, ignored: true });
    const standIn = openStandIn();
    const { errors, counters } = await send(standIn, 'crm-export', [columns]);
    assert.deepEqual(errors, []);
    assert.deepEqual([counters.MAPPED_COLUMNS, counters.UNMAPPED_COLUMNS], [18, 42]);
    const counts = ['contacts', 'companies', 'deals'].map((objectType) => standIn.records(objectType).length);
    assert.deepEqual(counts, [100, 8, 100]);
  });
});
