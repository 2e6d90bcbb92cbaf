import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, importOne, kindsOf, openStandIn, tiesOf } from './calls.js';
import { key, labels, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const FIRM = key('0-2', 'Firm', 'domain');
const ROLE = labels('0-1', '0-2', 'Role');
const results = async (path: string) =>
  (await get(openStandIn(), path)).body.results as unknown as { label: string | null; typeId: number }[];

describe('label columns', () => {
  const cells: readonly (readonly [title: string, role: string, types: number[], errors: unknown[]])[] = [
    ['an empty cell leaves the plain association', '', [279], []],
    ['a label comes on top of it', 'Billing contact', [279, 31], []],
    ['case makes no difference', 'billing CONTACT', [279, 31], []],
    ['several are joined by a semicolon', 'Former employee; Billing contact', [279, 33, 31], []],
    ['Primary makes the firm the primary one', 'Primary', [279, 1], []],
    ['a label that is not defined is an error', 'Uncle', [279], [['ASSOCIATION_LABEL_NOT_FOUND', 2, 2]]],
    [
      'others in the cell are taken all the same',
      'Uncle;Employer',
      [279, 35],
      [['ASSOCIATION_LABEL_NOT_FOUND', 2, 2]],
    ],
    [
      'the label of the other direction is not defined in this one',
      'Employee',
      [279],
      [['ASSOCIATION_LABEL_NOT_FOUND', 2, 2]],
    ],
  ];
  for (const [title, role, types, errors] of cells) {
    it(title, async () => {
      const standIn = openStandIn();
      const outcome = await importOne(
        standIn,
        [MAIL, FIRM, ROLE],
        `Mail,Firm,Role\nann@n.example,n.example,${role}\n`,
      );
      assert.deepEqual(kindsOf(outcome), errors);
      assert.deepEqual(
        tiesOf(standIn, 'contacts', '0-2').map(([, ...found]) => found),
        [types],
      );
      assert.equal(outcome.counters.ASSOCIATIONS_CREATED, 1);
    });
  }

  it('a contact has one primary firm at a time; the one before stays without the label', async () => {
    const standIn = openStandIn();
    const csv = 'Mail,Firm,Role\nann@n.example,n.example,Primary;Employer\nann@n.example,s.example,Primary\n';
    const { errors } = await importOne(standIn, [MAIL, FIRM, ROLE], csv);
    assert.deepEqual(errors, []);
    const [nord, sud] = standIn.records('companies').map(({ id }) => id);
    const ann = standIn.records('contacts')[0]?.id;
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-2'), [
      [nord, 279, 35],
      [sud, 279, 1],
    ]);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-1', 0), [[ann, 280, 36]]);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-1', 1), [[ann, 280, 2]]);
  });

  it('a firm may be primary for many, also when the label goes from firm to contact', async () => {
    const standIn = openStandIn();
    const csv = 'Mail,Firm,Role\nann@n.example,n.example,Primary\nbo@n.example,n.example,Primary\n';
    await importOne(standIn, [MAIL, FIRM, labels('0-2', '0-1', 'Role')], csv);
    const [ann, bo] = standIn.records('contacts').map(({ id }) => id);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-1'), [
      [ann, 280, 2],
      [bo, 280, 2],
    ]);
    await importOne(
      standIn,
      [MAIL, FIRM, labels('0-2', '0-1', 'Role')],
      'Mail,Firm,Role\nann@n.example,s.example,Primary\n',
    );
    assert.deepEqual(tiesOf(standIn, 'companies', '0-1'), [
      [ann, 280],
      [bo, 280, 2],
    ]);
  });

  it('a label without one of its records is an error, unless that record was refused', async () => {
    const standIn = openStandIn();
    const csv = 'Mail,Firm,Role\nann@n.example,,Employer\nbo@n.example,no domain,Employer\n';
    const outcome = await importOne(standIn, [MAIL, FIRM, ROLE], csv);
    assert.deepEqual(kindsOf(outcome), [
      ['FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS', 2, 2],
      ['INVALID_DOMAIN', 3, 1],
    ]);
  });

  it('with three objects in a row each label is for its pair', async () => {
    const standIn = openStandIn();
    const columns = [
      MAIL,
      FIRM,
      value('0-3', 'Deal', 'dealname'),
      value('0-3', 'Pipeline', 'pipeline'),
      value('0-3', 'Stage', 'dealstage'),
      ROLE,
      labels('0-3', '0-1', 'Part'),
    ];
    const csv =
      'Mail,Firm,Deal,Pipeline,Stage,Role,Part\nann@n.example,n.example,Berth,default,closedwon,Employer,Signatory\n';
    const { errors, counters } = await importOne(standIn, columns, csv);
    assert.deepEqual(errors, []);
    assert.equal(counters.ASSOCIATIONS_CREATED, 3);
    const types = (from: string, to: string) => tiesOf(standIn, from, to).map(([, ...found]) => found);
    assert.deepEqual(types('contacts', '0-2'), [[279, 35]]);
    assert.deepEqual(types('deals', '0-1'), [[3, 63]]);
    assert.deepEqual(types('contacts', '0-3'), [[4, 64]]);
    assert.deepEqual(types('deals', '0-2'), [[341]]);
  });
});

describe('associations of a row', () => {
  it('that are there already are not made again', async () => {
    const standIn = openStandIn();
    const csv = 'Mail,Firm\nann@n.example,n.example\n';
    await importOne(standIn, [MAIL, FIRM], csv);
    const { counters } = await importOne(standIn, [MAIL, FIRM], csv);
    assert.deepEqual([counters.ASSOCIATIONS_EMITTED, counters.ASSOCIATIONS_CREATED], [1, undefined]);
  });

  it('that HubSpot knows in one direction only are written in that one', async () => {
    const standIn = openStandIn();
    const columns = [
      value('0-5', 'Ticket', 'subject'),
      value('0-5', 'Pipeline', 'hs_pipeline'),
      value('0-5', 'Status', 'hs_pipeline_stage'),
      value('0-142', 'Cart', 'hs_cart_name'),
    ];
    const { errors } = await importOne(standIn, columns, 'Ticket,Pipeline,Status,Cart\nLeak,0,New,Cart 1\n');
    assert.deepEqual(errors, []);
    assert.deepEqual(tiesOf(standIn, 'carts', '0-5'), [[standIn.records('tickets')[0]?.id, 594]]);
    assert.deepEqual(standIn.records('tickets')[0]?.associations, {});
  });

  it('are left out between two that cannot be associated', async () => {
    const standIn = openStandIn();
    const columns = [
      MAIL,
      value('0-3', 'Deal', 'dealname'),
      value('0-3', 'Pipeline', 'pipeline'),
      value('0-3', 'Stage', 'dealstage'),
      value('0-8', 'Item', 'name'),
      value('0-8', 'Pieces', 'quantity'),
      value('0-8', 'Price', 'price'),
    ];
    const csv =
      'Mail,Deal,Pipeline,Stage,Item,Pieces,Price\nann@n.example,Berth,default,closedwon,Rope,1,9\n';
    const { errors, counters } = await importOne(standIn, columns, csv);
    assert.deepEqual([errors, counters.ASSOCIATIONS_CREATED], [[], 2]);
    assert.deepEqual(tiesOf(standIn, 'line_items', '0-1'), []);
  });
});

describe('labels of the account', () => {
  const pairs: readonly (readonly [from: string, to: string, labels: readonly (string | null)[]])[] = [
    [
      'contacts',
      'companies',
      [null, 'Primary', 'Billing contact of', 'Billing contact', 'Former employee', 'Employer'],
    ],
    ['companies', 'companies', [null, 'Parent company', 'Child company', 'Supplier', 'Customer', 'Partner']],
    ['contact', 'contact', [null, 'Parent', 'Child', 'Spouse']],
    ['deals', '0-1', [null, 'Decision maker', 'Signatory']],
    ['boats', 'berths', [null, 'Home berth', 'Guest berth']],
    ['p26011984_berths', '2-1234567', [null, 'Home boat', 'Guest berth']],
    ['notes', 'boats', [null]],
    ['quotes', 'contacts', [null, 'Signer', 'Billing']],
    ['line_items', 'abandoned_cart', [null]],
    ['products', 'contacts', []],
  ];
  for (const [from, to, expected] of pairs) {
    it(`from ${from} to ${to}: ${expected.filter((label) => label !== null).join(', ') || 'none'}`, async () => {
      for (const path of ['/crm/v4/associations', '/crm/associations/2026-03', '/crm/associations/2026-09']) {
        const list = await results(`${path}/${from}/${to}/labels`);
        assert.deepEqual(
          list.map(({ label }) => label),
          expected,
        );
      }
    });
  }
});
