import { expect, waitUntil } from '@open-wc/testing';
import { AnyJson } from '../../src/client/http.js';
import { RETRY_WAITS_MS } from '../../src/client/retry.js';
import type { Waiting } from '../../src/client/waiting.js';
import { pathsOf } from '../../src/core/paths.js';
import { BASE, failure, html, json, never, rejection, switches, world } from './backend.js';

const bearers = (calls: readonly { readonly headers: Headers }[]): (string | null)[] =>
  calls.map(({ headers }) => headers.get('authorization'));

describe('every call', () => {
  it('goes to HubSpot’s own path below the endpoint, with the token', async () => {
    const { client, asked } = world(() => json({ ok: true }));
    expect(await client.get('/crm/v3/owners?limit=1', AnyJson)).to.deep.equal({ ok: true });
    expect(asked()[0]).to.deep.include({ method: 'GET', url: `${BASE}/crm/v3/owners?limit=1` });
    expect(bearers(asked())).to.deep.equal(['Bearer ticket-1']);
  });

  it('carries no token where cookies or a proxy authenticate, and a 401 is then final', async () => {
    const options = { tokenEndpoint: null, endpoint: 'https://proxy.example/' };
    const { client, asked } = world(() => json({}, 401), options);
    expect((await failure(client.get('/x', AnyJson)))[0]).to.equal('import-unauthorized');
    expect(asked().map(({ url }) => url)).to.deep.equal(['https://proxy.example/x']);
    expect(bearers(asked())).to.deep.equal([null]);
  });

  const VERSIONS: readonly (readonly [string, string, string])[] = [
    ['v3', '/crm/v3/imports/', '/crm/v3/imports/41/cancel'],
    ['2026-09', '/crm/imports/2026-09', '/crm/imports/2026-09/41/cancel'],
  ];
  for (const [version, imports, cancel] of VERSIONS) {
    it(`has the paths of ${version}`, () => {
      expect(pathsOf(version).imports).to.equal(imports);
      expect(pathsOf(version).cancel('41')).to.equal(cancel);
    });
  }
});

describe('a 401', () => {
  it('renews the token, once, and the call is made again', async () => {
    const { client, asked, tokensAsked } = world((_, before) =>
      before === 0 ? json({}, 401) : json('fine'),
    );
    expect(await client.get('/x', AnyJson)).to.equal('fine');
    expect(bearers(asked())).to.deep.equal(['Bearer ticket-1', 'Bearer ticket-2']);
    expect(tokensAsked()).to.equal(2);
  });

  it('that stays is told, after one renewal', async () => {
    const { client, asked, tokensAsked, waits } = world(() => json({ correlationId: 'c-1' }, 401));
    const expected = ['import-unauthorized', { correlationId: 'c-1' }];
    expect(await failure(client.get('/x', AnyJson))).to.deep.equal(expected);
    expect([asked().length, tokensAsked(), waits.length]).to.deep.equal([2, 2, 0]);
  });

  it('that several calls get at once renews the token once for all of them', async () => {
    const { client, tokensAsked } = world(({ headers }) =>
      headers.get('authorization') === 'Bearer ticket-1' ? json({}, 401) : json('fine'),
    );
    const all = await Promise.all(['/a', '/b', '/c'].map((path) => client.get(path, AnyJson)));
    expect(all).to.deep.equal(['fine', 'fine', 'fine']);
    expect(tokensAsked()).to.equal(2);
  });

  it('lets a POST be sent again, because nothing has acted upon it', async () => {
    const { client, asked } = world((_, before) => json({}, before === 0 ? 401 : 200));
    expect((await client.post('/x')).status).to.equal(200);
    expect(asked().map(({ method }) => method)).to.deep.equal(['POST', 'POST']);
  });
});

describe('a POST', () => {
  for (const status of [400, 403, 409, 423, 429, 500, 502, 503]) {
    it(`is never repeated: ${status} is handed back`, async () => {
      const { client, asked, waits } = world(() => json({}, status));
      expect((await client.post('/x')).status).to.equal(status);
      expect([asked().length, waits.length]).to.deep.equal([1, 0]);
    });
  }

  it('whose answer is lost is not repeated either', async () => {
    const { client, asked } = world(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failure(client.post('/x'))).to.deep.equal(['network', null]);
    expect(asked()).to.have.lengthOf(1);
  });
});

describe('a read', () => {
  it('is made again after waits that grow, and given up in the end', async () => {
    const { client, asked, waits } = world(() => html(502));
    expect((await failure(client.get('/x', AnyJson)))[0]).to.equal('server-failed');
    expect(asked()).to.have.lengthOf(RETRY_WAITS_MS.long.length + 1);
    expect(waits).to.have.lengthOf(RETRY_WAITS_MS.long.length);
    RETRY_WAITS_MS.long.forEach((ms, i) => expect(waits[i]).to.be.within(ms * 0.75, ms * 1.25));
  });

  it('that a person waits for is tried twice', async () => {
    const { client, asked } = world(() => html(502));
    await failure(client.get('/x', AnyJson, undefined, 'short'));
    expect(asked()).to.have.lengthOf(2);
  });

  it('goes on where a try succeeds', async () => {
    const { client, waits } = world((_, before) => {
      if (before === 0) return Promise.reject(new TypeError('Failed to fetch'));
      return before === 1 ? json({}, 423) : json('fine');
    });
    expect(await client.get('/x', AnyJson)).to.equal('fine');
    expect(waits).to.have.lengthOf(2);
  });

  const HOPELESS: readonly (readonly [string, () => Response, string])[] = [
    ['400', () => json({ message: 'No' }, 400), 'import-rejected'],
    ['403', () => json({}, 403), 'import-forbidden'],
    ['404', () => json({}, 404), 'import-not-found'],
    ['413', () => html(413), 'import-too-large'],
    ['a page where JSON should be', () => html(), 'response-unexpected'],
  ];
  for (const [title, answer, code] of HOPELESS) {
    it(`is not tried again after ${title}`, async () => {
      const { client, asked } = world(answer);
      expect((await failure(client.get('/x', AnyJson)))[0]).to.equal(code);
      expect(asked()).to.have.lengthOf(1);
    });
  }

  it('waits as long as Retry-After says', async () => {
    const limited = json({ policyName: 'TEN_SECONDLY_ROLLING' }, 429, { 'retry-after': '10' });
    const { client, waits } = world((_, before) => (before === 0 ? limited : json('fine')));
    expect(await client.get('/x', AnyJson)).to.equal('fine');
    expect(waits).to.have.lengthOf(1);
    expect(waits[0]).to.be.within(10_000, 11_000);
  });

  it('does not wait in silence when Retry-After says long', async () => {
    const { client, waits } = world(() => json({}, 429, { 'retry-after': '3600' }));
    const expected = ['rate-limited', { retryAfterMs: 3_600_000, policy: null }];
    expect(await failure(client.get('/x', AnyJson))).to.deep.equal(expected);
    expect(waits).to.deep.equal([]);
  });

  it('can be given up while it is asked, and while it waits to be tried again', async () => {
    const stop = new AbortController();
    const hanging = world(never);
    const waiting = failure(hanging.client.get('/x', AnyJson, stop.signal));
    stop.abort();
    expect(await waiting).to.deep.equal(['AbortError', null]);

    const again = new AbortController();
    const failing = world(() => {
      again.abort();
      return html(502);
    });
    expect(await failure(failing.client.get('/x', AnyJson, again.signal))).to.deep.equal([
      'AbortError',
      null,
    ]);
    expect(failing.asked()).to.have.lengthOf(1);
  });
});

describe('A call that waits', () => {
  /** What is told of the waiting, and a client that waits until a test says so. */
  function waitingWorld(answer: Parameters<typeof world>[0], options: Parameters<typeof world>[1] = {}) {
    const told: (readonly Waiting[])[] = [];
    let goOn = (): void => undefined;
    const waiting = world(answer, {
      pause: (_, signal) =>
        new Promise((resolve, reject) => {
          goOn = resolve;
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
      onWaiting: (all) => told.push(all),
      ...options,
    });
    const next = async (): Promise<Waiting> => {
      await waitUntil(() => (told.at(-1)?.length ?? 0) > 0);
      return told.at(-1)?.[0] ?? expect.fail('Nothing waits');
    };
    return { ...waiting, told, next, goOn: () => goOn() };
  }
  const limited = (): Response => json({ policyName: 'TEN_SECONDLY_ROLLING' }, 429, { 'retry-after': '10' });

  it('says why and until when, and that it is over', async () => {
    const { client, next, told, goOn } = waitingWorld((_, before) =>
      before === 0 ? limited() : json('fine'),
    );
    const reading = client.get('/x', AnyJson);
    const { error, untilMs } = await next();
    expect(error.code).to.equal('rate-limited');
    expect((untilMs ?? 0) - Date.now()).to.be.within(9000, 11_000);
    goOn();
    expect(await reading).to.equal('fine');
    expect(told.at(-1)).to.deep.equal([]);
  });

  it('can be given up by a person: it fails with what it waited for', async () => {
    const { client, next, told, asked } = waitingWorld(limited);
    const reading = failure(client.get('/x', AnyJson));
    (await next()).giveUp();
    expect((await reading)[0]).to.equal('rate-limited');
    expect([asked().length, told.at(-1)]).to.deep.equal([1, []]);
  });

  it('can be given up by whoever called: it is aborted', async () => {
    const stop = new AbortController();
    const { client, next, told } = waitingWorld(limited);
    const reading = failure(client.get('/x', AnyJson, stop.signal));
    await next();
    stop.abort();
    expect(await reading).to.deep.equal(['AbortError', null]);
    expect(told.at(-1)).to.deep.equal([]);
  });

  it('for a network goes on by itself as soon as there is one, however long that takes', async () => {
    const surroundings = switches({ isOffline: true });
    const { client, next, asked, told } = waitingWorld(
      () => (surroundings.isOffline ? Promise.reject(new TypeError('Failed to fetch')) : json('fine')),
      { surroundings },
    );
    const reading = client.get('/x', AnyJson);
    expect((await next()).untilMs).to.equal(null);
    surroundings.set({ isHidden: true }); // changes nothing
    surroundings.set({ isOffline: false });
    expect(await reading).to.equal('fine');
    expect([asked().length, told.at(-1)]).to.deep.equal([2, []]);
  });

  it('for a network can be given up', async () => {
    const surroundings = switches({ isOffline: true });
    const { client, next } = waitingWorld(() => Promise.reject(new TypeError('Failed to fetch')), {
      surroundings,
    });
    const reading = failure(client.get('/x', AnyJson));
    (await next()).giveUp();
    expect(await reading).to.deep.equal(['network', null]);
  });

  it('does not wait for a network where one can do without the answer', async () => {
    const surroundings = switches({ isOffline: true });
    const { client } = world(() => Promise.reject(new TypeError('Failed to fetch')), { surroundings });
    expect((await failure(client.get('/x', AnyJson, undefined, 'short')))[0]).to.equal('network');
  });

  it('is one among several that wait', async () => {
    const { client, told } = waitingWorld(limited);
    const stop = new AbortController();
    const both = [
      failure(client.get('/a', AnyJson, stop.signal)),
      failure(client.get('/b', AnyJson, stop.signal)),
    ];
    await waitUntil(() => told.at(-1)?.length === 2);
    stop.abort();
    await Promise.all(both);
    expect(told.at(-1)).to.deep.equal([]);
  });
});

it('no token is in any error', async () => {
  const answers = [() => json({ message: 'No' }, 400), () => html(), () => json({}, 401), () => html(502)];
  for (const answer of answers) {
    const error = (await rejection(world(answer).client.get('/x', AnyJson))) as Error;
    const told = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join(' ');
    expect(told).not.to.contain('ticket-');
  }
});
