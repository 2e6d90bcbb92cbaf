import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { createRenewal, OAuthError, type OAuthOptions } from '../../src/relay/oauth.js';
import { createMemoryStore, type RelayStore } from '../../src/relay/store.js';

const APP: OAuthOptions = {
  clientId: 'client-1',
  clientSecret: 'client-secret-1',
  refreshToken: 'refresh-1',
};
const SECRETS = /client-secret-1|refresh-\d|access-\d/;

interface Asked {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
}
type Endpoint = (asked: Asked, calls: number) => Response | Promise<Response>;

const granted: Endpoint = (_asked, calls) =>
  Response.json({ access_token: `access-${calls}`, expires_in: 1800, token_type: 'bearer' });
const refused = () =>
  Response.json({ status: 'BAD_REFRESH_TOKEN', message: 'missing or unknown refresh-1' }, { status: 400 });

/** HubSpot's token endpoint, a clock and a store, and instances that share them. */
function setUp(endpoint: Endpoint = granted, more: Partial<OAuthOptions> = {}) {
  const world = { nowMs: Date.UTC(2026, 10, 5), endpoint, asked: [] as Asked[], errors: [] as unknown[] };
  const now = () => world.nowMs;
  const entries = new Map<string, string>();
  const memory = createMemoryStore(now);
  const store: RelayStore = {
    ...memory,
    set: (key, value, seconds) => {
      entries.set(key, value);
      return memory.set(key, value, seconds);
    },
  };
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    assert.equal(request.method, 'POST');
    const form = Object.fromEntries(new URLSearchParams(await request.text()));
    world.asked.push({ url: request.url, form });
    return world.endpoint({ url: request.url, form }, world.asked.length);
  };
  const instance = (over: Partial<RelayStore> = {}) =>
    createRenewal(
      { ...APP, ...more },
      {
        baseUrl: 'https://api.hubapi.com',
        store: { ...store, ...over },
        fetch,
        onError: (error) => world.errors.push(error),
        now,
      },
    );
  return { world, instance, entries, pass: (seconds: number) => (world.nowMs += seconds * 1000) };
}

async function failure(work: Promise<unknown>): Promise<OAuthError> {
  const error = await work.then(
    () => assert.fail('There was a token.'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof OAuthError, String(error));
  return error;
}

describe('an access token', () => {
  it('is asked for with everything in the form and nothing in the query', async () => {
    const { world, instance } = setUp();
    assert.equal(await instance()(), 'access-1');
    assert.deepEqual(world.asked, [
      {
        url: 'https://api.hubapi.com/oauth/2026-03/token',
        form: {
          grant_type: 'refresh_token',
          client_id: 'client-1',
          client_secret: 'client-secret-1',
          refresh_token: 'refresh-1',
        },
      },
    ]);
  });

  for (const [version, path] of [
    ['v3', '/oauth/v3/token'],
    ['2026-09', '/oauth/2026-09/token'],
  ] as const) {
    it(`is asked for at ${path} in version ${version}`, async () => {
      const { world, instance } = setUp(granted, { version });
      await instance()();
      assert.equal(new URL(world.asked[0]?.url ?? '').pathname, path);
    });
  }

  it('is renewed ahead of the end that HubSpot names', async () => {
    const { world, instance, pass } = setUp();
    const token = instance();
    assert.equal(await token(), 'access-1');
    pass(1490);
    assert.equal(await token(), 'access-1');
    pass(20);
    assert.equal(await token(), 'access-2');
    world.endpoint = (_asked, calls) => Response.json({ access_token: `access-${calls}`, expires_in: 60 });
    pass(1800);
    assert.equal(await token(), 'access-3');
    pass(41);
    assert.equal(await token(), 'access-4');
  });

  it('is asked for once however many requests wait', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const { world, instance } = setUp(async (asked, calls) => {
      await held;
      return granted(asked, calls);
    });
    const token = instance();
    const all = Promise.all(Array.from({ length: 50 }, token));
    answer();
    assert.deepEqual(new Set(await all), new Set(['access-1']));
    assert.equal(world.asked.length, 1);
  });

  it('is asked for once however many instances share the store', async () => {
    const { world, instance, pass } = setUp();
    const instances = [instance(), instance(), instance()];
    for (const expected of ['access-1', 'access-2']) {
      const tokens = await Promise.all(instances.flatMap((token) => [token(), token()]));
      assert.deepEqual(new Set(tokens), new Set([expected]));
      pass(1801);
    }
    assert.equal(world.asked.length, 2);
  });

  it('that is still good is used while another renews it', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    const { world, instance, pass } = setUp();
    const [first, second] = [instance(), instance()];
    await first();
    await second();
    world.endpoint = async (asked, calls) => {
      await held;
      return granted(asked, calls);
    };
    pass(1600);
    const renewed = first();
    assert.equal(await second(), 'access-1');
    answer();
    assert.equal(await renewed, 'access-2');
  });

  it('comes although the instance whose turn it was has died', async () => {
    const { instance, pass, world } = setUp(() => new Promise<Response>(() => undefined));
    void instance()();
    while (world.asked.length === 0) await new Promise(setImmediate);
    world.endpoint = granted;
    pass(31);
    assert.equal(await instance()(), 'access-2');
  });
});

describe('a refresh token', () => {
  const sent = (asked: readonly Asked[]) => asked.map(({ form }) => form.refresh_token);

  it('is kept when the answer has none', async () => {
    const { world, instance, pass } = setUp();
    const token = instance();
    await token();
    pass(1801);
    await token();
    assert.deepEqual(sent(world.asked), ['refresh-1', 'refresh-1']);
  });

  it('is replaced when the answer has one, on every instance, and the host is told', async () => {
    const told: string[] = [];
    const onRefreshToken = (it: string) => void told.push(it);
    const endpoint: Endpoint = (_asked, calls) =>
      Response.json({
        access_token: `access-${calls}`,
        expires_in: 1800,
        refresh_token: `refresh-${calls + 1}`,
      });
    const { world, instance, pass } = setUp(endpoint, { onRefreshToken });
    await instance()();
    pass(1801);
    await instance()();
    assert.deepEqual(sent(world.asked), ['refresh-1', 'refresh-2']);
    assert.deepEqual(told, ['refresh-2', 'refresh-3']);
  });

  it('that the host cannot keep is used all the same', async () => {
    const onRefreshToken = () => Promise.reject(new Error('disk full'));
    const endpoint: Endpoint = () =>
      Response.json({ access_token: 'access-1', expires_in: 1800, refresh_token: 'refresh-2' });
    const { instance, world } = setUp(endpoint, { onRefreshToken });
    assert.equal(await instance()(), 'access-1');
    assert.match(String(world.errors), /disk full/);
  });

  it('that HubSpot no longer knows is told apart from an outage, and not tried again at once', async () => {
    const { world, instance, pass } = setUp(refused);
    const [first, second] = [instance(), instance()];
    assert.equal((await failure(first())).reason, 'refused');
    assert.equal((await failure(second())).reason, 'refused');
    assert.equal(world.asked.length, 1);
    world.endpoint = granted;
    pass(61);
    assert.equal(await second(), 'access-2');
  });

  const outages: Readonly<Record<string, Endpoint>> = {
    'a failing HubSpot': () => Response.json({ status: 'error' }, { status: 502 }),
    'too many calls': () => Response.json({ status: 'error' }, { status: 429 }),
    'a page': () => new Response('<html>'),
    'an answer without a token': () => Response.json({ access_token: '', expires_in: 1800 }),
    'an answer without an end': () => Response.json({ access_token: 'access-9' }),
    'a redirect': () => Response.redirect('https://evil.example/', 307),
    'an endless answer': () => new Response('x'.repeat(100_000)),
    'no answer': () => Promise.reject(new TypeError('fetch failed')),
  };
  for (const [what, endpoint] of Object.entries(outages)) {
    it(`outlives ${what}`, async () => {
      const { world, instance, pass } = setUp(endpoint);
      const token = instance();
      assert.equal((await failure(token())).reason, 'unavailable');
      assert.equal((await failure(token())).reason, 'unavailable');
      assert.equal(world.asked.length, 1, 'HubSpot is left alone for a moment');
      world.endpoint = granted;
      pass(3);
      assert.equal(await token(), 'access-2');
    });
  }

  it('is not needed while the last access token is good, whatever fails', async () => {
    for (const endpoint of [refused, ...Object.values(outages)]) {
      const { world, instance, pass } = setUp();
      const token = instance();
      await token();
      world.endpoint = endpoint;
      pass(1600);
      assert.equal(await token(), 'access-1');
      assert.equal(world.errors.length, 1);
      pass(300);
      await failure(token());
    }
  });

  it('survives a store that fails after HubSpot has answered', async () => {
    const { instance, world } = setUp();
    const token = instance({ set: () => Promise.reject(new Error('store down')) });
    assert.equal(await token(), 'access-1');
    assert.match(String(world.errors), /store down/);
  });
});

describe('what is secret', () => {
  it('is sealed in the store, and another client’s secret does not open it', async () => {
    const { instance, entries, world } = setUp();
    await instance()();
    assert.ok(entries.size > 0);
    for (const [key, value] of entries) assert.doesNotMatch(key + value, SECRETS);
    for (const key of entries.keys()) assert.doesNotMatch(key, /client-1/);
    const other = setUp(granted, { clientSecret: 'client-secret-2' });
    const sealed = [...entries].find(([key]) => /^oauth [\da-f]+$/.test(key))?.[1] ?? '';
    const token = other.instance({ get: () => Promise.resolve(sealed) });
    assert.equal(await token(), 'access-1');
    assert.equal(other.world.asked.length, 1);
    assert.equal(world.asked.length, 1);
  });

  it('is in no error', async () => {
    const parrot: Endpoint = ({ form }) =>
      Response.json({ status: form.refresh_token, ...form }, { status: 400 });
    const empty: Endpoint = ({ form }) => Response.json({ access_token: 'access-1 \n', ...form });
    for (const endpoint of [refused, parrot, empty]) {
      const error = await failure(setUp(endpoint).instance()());
      assert.doesNotMatch(inspect(error, { depth: 10, showHidden: true }), SECRETS);
    }
  });
});
