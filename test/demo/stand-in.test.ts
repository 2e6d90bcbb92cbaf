import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { StandIn } from '../../demo/hubspot/stand-in.js';
import { type Column, createClock, formOf, get, openStandIn, post, requestOf } from './calls.js';

const EMAIL: Column = ['Email', 'email', 'HUBSPOT_ALTERNATE_ID'];
const csvOf = (rows: number): string =>
  `Email\n${Array.from({ length: rows }, (_, index) => `p${index}@h.example\n`).join('')}`;
const start = (standIn: StandIn, rows = 1, token?: string) =>
  post(standIn, '/crm/v3/imports/', formOf(requestOf([EMAIL]), csvOf(rows)), token);
const state = async (standIn: StandIn, id: string) =>
  (await get(standIn, `/crm/v3/imports/${id}`)).body.state;

/** A second a state, ten rows a second. */
const SLOW = { stateMs: 1000, rowsPerSecond: 10 };

describe('an import over time', () => {
  it('goes from STARTED through PROCESSING to DONE, its counters growing', async () => {
    const clock = createClock();
    const standIn = openStandIn({ pace: SLOW }, clock);
    const { body } = await start(standIn, 100);
    assert.equal(body.state, 'STARTED');
    assert.deepEqual(body.metadata.counters, {});
    const seen: [string, number | undefined, number | undefined][] = [];
    for (const seconds of [0.9, 1, 6, 10.9, 11]) {
      clock.ms = Date.parse(body.createdAt) + seconds * 1000;
      const answer = (await get(standIn, `/crm/v3/imports/${body.id}`)).body;
      seen.push([
        answer.state,
        answer.metadata.counters.CREATED_OBJECTS,
        answer.metadata.counters.TOTAL_ROWS,
      ]);
    }
    assert.deepEqual(seen, [
      ['STARTED', undefined, undefined],
      ['PROCESSING', undefined, 100],
      ['PROCESSING', 50, 100],
      ['PROCESSING', 99, 100],
      ['DONE', 100, 100],
    ]);
    assert.equal(standIn.records('contacts').length, 100);
  });

  it('ends the same whether it was looked at or not', async () => {
    const run = async (looks: number): Promise<unknown> => {
      const clock = createClock();
      const standIn = openStandIn({ pace: SLOW }, clock);
      await start(standIn, 30);
      for (let look = 1; look <= looks; look += 1) {
        clock.ms = createClock().ms + (look * 20_000) / looks;
        standIn.imports();
      }
      const [entry] = standIn.imports();
      return [entry?.state, entry?.metadata.counters, entry?.updatedAt];
    };
    assert.deepEqual(await run(1), await run(200));
  });

  it('a fourth waits as DEFERRED and starts when a slot is free', async () => {
    const clock = createClock();
    const standIn = openStandIn({ pace: SLOW }, clock);
    const started = [];
    for (let count = 0; count < 4; count += 1)
      started.push((await start(standIn, count === 1 ? 10 : 50)).body);
    assert.deepEqual(
      started.map((entry) => entry.state),
      ['STARTED', 'STARTED', 'STARTED', 'DEFERRED'],
    );
    clock.ms += 2000; // the one with ten rows is over
    assert.deepEqual(
      standIn.imports().map((entry) => entry.state),
      ['STARTED', 'PROCESSING', 'DONE', 'PROCESSING'],
    );
    clock.ms += 6000;
    assert.deepEqual(new Set(standIn.imports().map((entry) => entry.state)), new Set(['DONE']));
  });

  it('only two of more than 10,000 rows run together; a small one overtakes', async () => {
    const standIn = openStandIn({ pace: SLOW });
    const states = [];
    for (const rows of [10_001, 10_001, 10_001, 1]) states.push((await start(standIn, rows)).body.state);
    assert.deepEqual(states, ['STARTED', 'STARTED', 'DEFERRED', 'STARTED']);
  });

  it('a cancelled one stops where it is, keeps what it wrote, and frees its slot', async () => {
    const clock = createClock();
    const standIn = openStandIn({ pace: SLOW }, clock);
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push((await start(standIn, 100)).body.id);
    clock.ms += 6000;
    const { status, body } = await post(standIn, `/crm/v3/imports/${ids[0]}/cancel`);
    assert.equal(status, 200);
    assert.equal(body.status, 'COMPLETE');
    assert.equal(body.completedAt, new Date(clock.ms).toISOString());
    assert.equal(await state(standIn, ids[0] ?? ''), 'CANCELED');
    assert.equal(await state(standIn, ids[3] ?? ''), 'STARTED');
    assert.equal(standIn.records('contacts').length, 50);
    clock.ms += 60_000;
    assert.equal(await state(standIn, ids[0] ?? ''), 'CANCELED');
    assert.equal((await post(standIn, `/crm/v3/imports/${ids[0]}/cancel`)).status, 400);
  });
});

describe('who may ask', () => {
  it('no bearer or a wrong one is 401 on every path, known or not', async () => {
    const standIn = openStandIn();
    for (const path of ['/crm/v3/imports', '/crm/v3/owners', '/nowhere']) {
      const { status, body } = await get(standIn, path, 'wrong');
      assert.equal(status, 401);
      assert.equal(body.category, 'INVALID_AUTHENTICATION');
      assert.match(body.message, /^Authentication credentials not found\./);
    }
  });

  it('an app sees its own imports only', async () => {
    const standIn = openStandIn({ tokens: ['one', 'two'] });
    const { body } = await start(standIn, 1, 'one');
    assert.equal((await get(standIn, '/crm/v3/imports/', 'one')).body.results.length, 1);
    assert.deepEqual((await get(standIn, '/crm/v3/imports/', 'two')).body, { results: [] });
    assert.equal((await get(standIn, `/crm/v3/imports/${body.id}`, 'two')).status, 404);
  });

  it('nothing is answered with CORS headers', async () => {
    const { headers } = await get(openStandIn(), '/crm/v3/owners');
    assert.deepEqual(
      [...headers.keys()].filter((name) => name.startsWith('access-control')),
      [],
    );
  });
});

describe('the list of imports', () => {
  it('has the newest first and goes page by page', async () => {
    const standIn = openStandIn();
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) ids.push((await start(standIn)).body.id);
    const first = (await get(standIn, '/crm/imports/2026-09?limit=2')).body;
    const last = (await get(standIn, `/crm/imports/2026-09?limit=2&after=${first.paging?.next.after}`)).body;
    assert.deepEqual(
      [...first.results, ...last.results].map((entry) => entry.id),
      ids.toReversed(),
    );
  });

  it('shows every field of HubSpot’s answer', async () => {
    const standIn = openStandIn();
    const request = requestOf([EMAIL]);
    await post(standIn, '/crm/v3/imports', formOf(request, csvOf(1)));
    const [entry] = (await get(standIn, '/crm/v3/imports')).body.results;
    assert.equal(entry?.importName, 'Spring list');
    assert.equal(entry?.importSource, 'API');
    assert.equal(entry?.optOutImport, false);
    assert.deepEqual(entry?.mappedObjectTypeIds, ['0-1']);
    assert.deepEqual(entry?.importRequestJson, { portalId: 26011984, language: 'en', ...request });
    assert.match(entry?.createdAt ?? '', /^2026-11-01T12:00:00\.000Z$/);
    assert.match(entry?.id ?? '', /^\d+$/);
  });
});

describe('paths', () => {
  const paths: readonly (readonly [method: string, path: string, status: number])[] = [
    ['GET', '/crm/v3/imports/1', 404],
    ['GET', '/crm/v3/imports/one', 404],
    ['DELETE', '/crm/v3/imports', 405],
    ['GET', '/crm/imports/2024-01', 404],
    ['GET', '/crm/v3/objects/contacts', 404],
    ['POST', '/crm/v3/imports/1/cancel', 404],
  ];
  for (const [method, path, status] of paths) {
    it(`${method} ${path} is ${status}`, async () => {
      const request = new Request(`https://api.hubapi.com${path}`, {
        method,
        headers: { authorization: 'Bearer local-token' },
      });
      const response = await openStandIn().handle(request);
      assert.equal(response.status, status);
      assert.equal((await response.json()).status, 'error');
    });
  }
});

describe('the stand-in', () => {
  it('goes back to its beginning', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'anna@h.example' }] } });
    await start(standIn, 3);
    standIn.faults.set('locked');
    assert.equal(standIn.records('contacts').length, 4);
    standIn.reset();
    assert.deepEqual(
      standIn.records('contacts').map(({ properties }) => properties.email),
      ['anna@h.example'],
    );
    assert.deepEqual([standIn.imports(), standIn.faults.active()], [[], []]);
  });

  it('takes an upload over a real socket', async () => {
    const standIn = openStandIn();
    const server = createServer((incoming, outgoing) => {
      const request = new Request(`http://local${incoming.url ?? ''}`, {
        method: incoming.method ?? 'GET',
        headers: incoming.headers as Record<string, string>,
        ...(incoming.method === 'POST' && { body: Readable.toWeb(incoming), duplex: 'half' }),
      } as RequestInit);
      void standIn.handle(request).then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const authorization = 'Bearer local-token';
    const body = formOf(requestOf([EMAIL]), csvOf(20_000));
    const response = await fetch(`http://127.0.0.1:${port}/crm/v3/imports/`, {
      method: 'POST',
      headers: { authorization },
      body,
    });
    assert.equal(response.status, 200);
    const refused = await fetch(`http://127.0.0.1:${port}/crm/v3/imports/`, {
      method: 'POST',
      body: formOf({}, csvOf(200_000)),
    });
    assert.equal(refused.status, 401);
    server.closeAllConnections();
    server.close();
    assert.equal(standIn.records('contacts').length, 20_000);
  });
});
