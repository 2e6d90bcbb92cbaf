import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createClient } from 'redis';
import { createRedisStore } from '../../demo/backends/redis-store.js';
import type { RelayOptions, RelayStore } from '../../src/relay/index.js';
import { freePort, startProgram, type Mount } from './mount.js';
import { missing } from './programs.js';
import { bearer, IMPORTS, refusal, setUp, UPLOAD, type HubSpot, type Relay } from './relay.js';
import { post } from './uploads.js';

const connectTo = (port: number) => createClient({ socket: { port, host: '127.0.0.1' } });

describe('instances that share a store in Redis', { skip: missing('redis-server'), timeout: 60_000 }, () => {
  let folder: string;
  let server: Mount;
  let clients: ReturnType<typeof connectTo>[];
  let stores: RelayStore[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relay-redis-'));
    const port = await freePort();
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    server = await startProgram('redis-server', args, port);
    // Each instance has a connection of its own, as processes do.
    clients = [connectTo(port), connectTo(port)];
    await Promise.all(clients.map((client) => client.connect()));
    stores = clients.map(createRedisStore);
  });
  after(async () => {
    for (const client of clients) client.destroy();
    await server.stop();
    await rm(folder, { recursive: true });
  });

  /** Two relays in front of one HubSpot. */
  function pair(hubspot: HubSpot, options: Partial<RelayOptions> = {}) {
    const worlds = stores.map((store) => setUp(hubspot, { ...options, store }));
    return { relays: worlds.map(({ relay }) => relay), calls: () => worlds.flatMap(({ seen }) => seen) };
  }

  it('a key is free once, keeps its first value and goes when its time is over', async () => {
    const [one, two] = stores;
    assert.ok(one && two);
    const given = await Promise.all([one.claim('key', 'a', 100), two.claim('key', 'b', 100)]);
    const winner = await one.get('key');
    assert.deepEqual(new Set(given), new Set([null, winner]));
    await two.set('key', 'c', 100);
    assert.equal(await one.get('key'), 'c');
    assert.ok((await clients[0]?.ttl('key')) ?? 0 > 90);
    await one.delete('key');
    assert.equal(await two.get('key'), null);
  });

  it('the same Idempotency-Key sent to both at once starts one import, and both get its answer', async () => {
    let id = 0;
    const { relays, calls } = pair(() => Response.json({ id: String((id += 1)) }));
    for (let round = 1; round <= 20; round += 1) {
      const answers = await Promise.all(
        relays.map(async (relay) => {
          const headers = { ...(await bearer(relay)), 'idempotency-key': `round-${round}` };
          const response = await relay(post(IMPORTS, UPLOAD, { headers }));
          return response.json();
        }),
      );
      assert.deepEqual(answers, [{ id: String(round) }, { id: String(round) }]);
    }
    assert.equal(calls().length, 20);
  });

  it('an import started on one is its owner’s on the other, and nobody else’s', async () => {
    let subject = 'ada';
    const { relays } = pair(() => Response.json({ id: '4711' }), { authorize: () => ({ subject }) });
    const [one, two] = relays as [Relay, Relay];
    await one(post(IMPORTS, UPLOAD, { headers: await bearer(one) }));
    const read = async (headers: HeadersInit) => two(new Request(`${IMPORTS}4711`, { headers }));
    assert.equal((await read(await bearer(one))).status, 200);
    subject = 'bob';
    assert.equal(await refusal(await read(await bearer(one))), '404 relay.not-yours');
  });

  it('an OAuth token is renewed by one for both, and Redis holds no secret', async () => {
    const oauth = { clientId: 'client-1', clientSecret: 'client-secret-1', refreshToken: 'refresh-1' };
    const granted = { access_token: 'access-1', refresh_token: 'refresh-2', expires_in: 1800 };
    const { relays, calls } = pair(
      ({ url }) => Response.json(url.endsWith('/token') ? granted : { results: [] }),
      {
        credential: { oauth },
      },
    );
    await Promise.all(
      relays.map(async (relay) => relay(new Request(IMPORTS, { headers: await bearer(relay) }))),
    );
    assert.equal(calls().filter(({ url }) => url.endsWith('/token')).length, 1);
    const [client] = clients;
    assert.ok(client);
    const keys = await client.keys('*');
    assert.ok(keys.length > 0);
    const values = await Promise.all(keys.map((key) => client.get(key)));
    assert.doesNotMatch([...keys, ...values].join(' '), /access-1|refresh-\d|secret-1/);
  });
});
