import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, importOne, kindsOf, openStandIn, startFiles } from './calls.js';
import { key, type Mapping, time } from './columns.js';

const EVENT = 500000000101;
const MAIL = key('0-1', 'Mail', 'email');
const COLUMNS = [MAIL, time('In', 'JOINED'), time('Out', 'LEFT')];
const more = { marketingEventObjectId: EVENT, dateFormat: 'YEAR_MONTH_DAY', timeZone: 'Europe/London' };

describe('participants of a marketing event', () => {
  const rows: readonly (readonly [title: string, row: string, errors: unknown[], kept: string[]])[] = [
    [
      'a time that is none is an error of its cell',
      'ann@e.example,evening,2026-06-12 21:00',
      [['INVALID_EVENT_TIMESTAMP', 2, 1]],
      ['LEFT 2026-06-12T20:00:00.000Z'],
    ],
    ['a date in another order is none', 'ann@e.example,12/06/2026,', [['INVALID_EVENT_TIMESTAMP', 2, 1]], []],
    ['a row without a time', 'ann@e.example,,', [['MISSING_EVENT_TIMESTAMP', 2, undefined]], []],
    [
      'the same twice',
      'ann@e.example,2026-06-12,\nANN@e.example,2026-06-12 00:00,',
      [['DUPLICATE_EVENT', 3, 1]],
      ['JOINED 2026-06-11T23:00:00.000Z'],
    ],
    [
      'the same at another time',
      'ann@e.example,2026-06-12 19:00,\nann@e.example,2026-06-12 20:00,',
      [],
      ['JOINED 2026-06-12T18:00:00.000Z', 'JOINED 2026-06-12T19:00:00.000Z'],
    ],
    [
      'Unix milliseconds and offsets do not need the time zone',
      'ann@e.example,1781287200000,2026-06-12 21:00 +02:00',
      [],
      ['JOINED 2026-06-12T18:00:00.000Z', 'LEFT 2026-06-12T19:00:00.000Z'],
    ],
  ];
  for (const [title, row, errors, kept] of rows) {
    it(`${title}: the contact is kept`, async () => {
      const standIn = openStandIn();
      const outcome = await importOne(standIn, COLUMNS, `Mail,In,Out\n${row}\n`, more);
      assert.deepEqual(kindsOf(outcome), errors);
      assert.ok(outcome.errors.every(({ objectTypeId }) => objectTypeId === '0-54'));
      assert.equal(standIn.records('contacts').length, 1);
      const { participations = [] } = firstOf(standIn, 'marketing_events');
      assert.deepEqual(
        participations.map(({ type, at }) => `${type} ${at}`),
        kept,
      );
    });
  }

  it('a contact that is refused took no part', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(standIn, COLUMNS, 'Mail,In,Out\nann,2026-06-12,\n', more);
    assert.deepEqual(kindsOf(outcome), [['INVALID_EMAIL', 2, 0]]);
    assert.equal(firstOf(standIn, 'marketing_events').participations, undefined);
  });

  it('without a time zone of its own the import uses the account’s', async () => {
    const standIn = openStandIn();
    const { timeZone: _, ...rest } = more;
    await importOne(standIn, COLUMNS, 'Mail,In,Out\nann@e.example,2026-06-12 19:00,\n', rest);
    assert.equal(firstOf(standIn, 'marketing_events').participations?.[0]?.at, '2026-06-12T17:00:00.000Z');
  });

  const failing: readonly (readonly [
    title: string,
    columns: readonly Mapping[],
    change: Record<string, unknown>,
    errorType: string,
  ])[] = [
    ['no event', COLUMNS, { marketingEventObjectId: null }, 'MISSING_EVENT_DEFINITION'],
    ['an event that there is not', COLUMNS, { marketingEventObjectId: 4711 }, 'MISSING_EVENT_DEFINITION'],
    ['no type of participation', [MAIL, time('In'), time('Out', 'LEFT')], {}, 'INVALID_COLUMN_CONFIGURATION'],
    [
      'times of another object',
      [MAIL, { ...time('In', 'JOINED'), columnObjectTypeId: '0-1' }, time('Out', 'LEFT')],
      {},
      'INVALID_COLUMN_CONFIGURATION',
    ],
    [
      'no column of contacts',
      [key('0-2', 'Mail', 'domain'), time('In', 'JOINED'), time('Out', 'LEFT')],
      {},
      'INVALID_COLUMN_CONFIGURATION',
    ],
    [
      'an update of participants',
      COLUMNS,
      { importOperations: { '0-54': 'UPDATE' } },
      'INVALID_COLUMN_CONFIGURATION',
    ],
    ['an event of another object', COLUMNS, { marketingEventObjectId: 1001 }, 'MISSING_EVENT_DEFINITION'],
  ];
  for (const [title, columns, change, errorType] of failing) {
    it(`${title} fails the import`, async () => {
      const standIn = openStandIn({ seed: { contacts: [{ email: 'old@e.example' }] } });
      const outcome = await importOne(standIn, columns, 'Mail,In,Out\nann@e.example,2026-06-12,\n', {
        ...more,
        ...change,
      });
      assert.equal(outcome.state, 'FAILED');
      assert.deepEqual(kindsOf(outcome), [[errorType, 0, undefined]]);
      assert.equal(standIn.records('contacts').length, 1);
    });
  }

  it('an event id that is no integer, and an unknown participation, are refused at once', async () => {
    const standIn = openStandIn();
    const start = (columns: readonly Mapping[], change: Record<string, unknown>) =>
      startFiles(standIn, [{ fileName: 'a.csv', content: 'Mail,In,Out\n', columns }], { ...more, ...change });
    for (const answer of [
      await start(COLUMNS, { marketingEventObjectId: '500000000101' }),
      await start(COLUMNS, { marketingEventObjectId: 1.5 }),
      await start([MAIL, time('In', 'CANCELED'), time('Out', 'LEFT')], {}),
    ]) {
      assert.equal(answer.status, 400);
    }
    assert.deepEqual(standIn.imports(), []);
  });

  it('is told apart from the account’s other event', async () => {
    const standIn = openStandIn();
    await importOne(standIn, [MAIL, time('In', 'JOINED')], 'Mail,In\nann@e.example,2026-06-12\n', {
      ...more,
      marketingEventObjectId: 500000000102,
    });
    const [evening, show] = standIn.records('0-54');
    assert.equal(evening?.participations, undefined);
    assert.equal(show?.participations?.length, 1);
  });
});
