import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bearer, HOST, IMPORTS, refusal, setUp, TOKEN, UPLOAD } from './relay.js';
import { post } from './uploads.js';

describe('the token endpoint', () => {
  it('gives a ticket in the OAuth shape, never to be stored', async () => {
    const { relay, seen } = setUp();
    const response = await relay(new Request(`${HOST}/hubspot/token`, { method: 'POST' }));
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const body = (await response.json()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(body), ['access_token', 'token_type', 'expires_in', 'scope']);
    assert.equal(body.token_type, 'Bearer');
    assert.equal(body.expires_in, 600);
    assert.equal(body.scope, 'imports');
    assert.ok(!JSON.stringify(body).includes(TOKEN));
    assert.equal(seen.length, 0);
  });

  it('names the endpoint when it is elsewhere', async () => {
    const { relay } = setUp(undefined, { endpoint: 'https://api.example/crm', ticketSeconds: 60 });
    const response = await relay(new Request(`${HOST}/hubspot/token`, { method: 'POST' }));
    const body = (await response.json()) as Record<string, unknown>;
    assert.equal(body.endpoint, 'https://api.example/crm');
    assert.equal(body.expires_in, 60);
  });

  it('says what else the ticket is good for', async () => {
    const policy = { subject: 'ann', lists: true, marketing: false, properties: true };
    const { relay } = setUp(undefined, { authorize: () => policy });
    const response = await relay(new Request(`${HOST}/hubspot/token`, { method: 'POST' }));
    assert.equal(((await response.json()) as Record<string, unknown>).scope, 'imports lists properties');
  });

  it('asks the host with the request as it came', async () => {
    const asked: (string | null)[] = [];
    const authorize = (request: Request) => {
      asked.push(request.headers.get('cookie'));
      return null;
    };
    const { relay } = setUp(undefined, { authorize });
    const headers = { cookie: 'session=1' };
    const response = await relay(new Request(`${HOST}/hubspot/token`, { method: 'POST', headers }));
    assert.equal(await refusal(response), '403 relay.not-authorized');
    assert.deepEqual(asked, ['session=1']);
  });

  it('gives nothing to GET, nor when the host fails or answers nonsense', async () => {
    const get = await setUp().relay(new Request(`${HOST}/hubspot/token`));
    assert.equal(get.headers.get('allow'), 'POST');
    assert.equal(await refusal(get), '405 relay.method');
    const failing = () => {
      throw new Error('database password: x');
    };
    for (const authorize of [failing, () => ({ subject: '' })]) {
      const { relay, errors } = setUp(undefined, { authorize });
      const response = await relay(new Request(`${HOST}/hubspot/token`, { method: 'POST' }));
      const text = await response.clone().text();
      assert.equal(await refusal(response), '500 relay.failed');
      assert.ok(!text.includes('password'));
      assert.equal(errors.length, 1);
    }
  });
});

describe('a call', () => {
  it('goes to HubSpot’s own path with HubSpot’s token and no header of the client’s', async () => {
    const { relay, seen } = setUp(() => Response.json({ results: [] }));
    const headers = {
      ...(await bearer(relay)),
      cookie: 'session=1',
      referer: HOST,
      'x-forwarded-for': '10.0.0.1',
      forwarded: 'for=10.0.0.1',
      'x-internal': 'yes',
      'accept-encoding': 'gzip',
      'idempotency-key': 'abc',
    };
    const response = await relay(
      new Request(`${HOST}/hubspot/crm/v3/properties/0-1?archived=false`, { headers }),
    );
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { results: [] });
    assert.equal(seen[0]?.url, 'https://api.hubapi.com/crm/v3/properties/0-1?archived=false');
    assert.deepEqual(
      [...(seen[0]?.headers ?? [])],
      [
        ['accept', 'application/json'],
        ['authorization', `Bearer ${TOKEN}`],
      ],
    );
  });

  it('brings back only the headers that say something to the importer', async () => {
    const headers = {
      'set-cookie': '__cf=1',
      server: 'internal',
      'x-hubspot-auth': 'x',
      'x-hubspot-ratelimit-remaining': '99',
      'x-hubspot-correlation-id': 'abc',
      'retry-after': '3',
    };
    const { relay } = setUp(() => Response.json({}, { headers }));
    const request = new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) });
    assert.deepEqual(Object.fromEntries((await relay(request)).headers), {
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'retry-after': '3',
      vary: 'origin',
      'x-content-type-options': 'nosniff',
      'x-hubspot-correlation-id': 'abc',
      'x-hubspot-ratelimit-remaining': '99',
    });
  });

  it('brings HubSpot’s own error back as it is', async () => {
    const error = { status: 'error', message: 'No', correlationId: 'c-1', category: 'MISSING_SCOPES' };
    const { relay } = setUp(() => Response.json(error, { status: 403 }));
    const response = await relay(
      new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) }),
    );
    assert.equal(response.status, 403);
    assert.deepEqual(await response.json(), error);
  });

  it('that HubSpot refuses brings back what HubSpot documents and nothing else', async () => {
    const said = {
      status: 'error',
      message: 'You have reached your daily limit.',
      correlationId: 'c-1',
      category: 'RATE_LIMITS',
      policyName: 'DAILY',
      context: { limit: ['1'] },
      errors: [{ message: 'No', code: 'X', in: 'name', context: { a: ['b'] } }],
    };
    const { errors } = said;
    const more = { ...said, stack: 'at Internal.java:7', errors: [{ ...errors[0], request: { secret: 1 } }] };
    const { relay } = setUp(() => Response.json(more, { status: 429 }));
    const response = await relay(
      new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) }),
    );
    assert.equal(response.status, 429);
    assert.deepEqual(await response.json(), said);
  });

  it('never brings the token back, though HubSpot’s refusal should repeat it', async () => {
    const { relay } = setUp(() => Response.json({ message: `Bearer ${TOKEN} is bad` }, { status: 401 }));
    const headers = await bearer(relay);
    for (const request of [
      new Request(`${HOST}/hubspot/crm/v3/owners`, { headers }),
      post(IMPORTS, UPLOAD, { headers }),
    ]) {
      const response = await relay(request);
      assert.doesNotMatch(await response.clone().text(), new RegExp(TOKEN));
      assert.equal(await refusal(response), '401 relay.answer');
    }
  });

  it('is answered although the host’s log fails', async () => {
    const { relay } = setUp(() => Promise.reject(new Error('down')), {
      onError: () => {
        throw new Error('log full');
      },
    });
    const request = new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) });
    assert.equal(await refusal(await relay(request)), '502 relay.unreachable');
  });

  const answers: readonly (readonly [string, () => Response, string])[] = [
    [
      'a gateway’s page',
      () => new Response('<html>10.0.0.7 is down</html>', { status: 502 }),
      '502 relay.answer',
    ],
    ['a page in place of JSON', () => new Response('<html>', { status: 200 }), '502 relay.answer'],
    ['a redirect', () => Response.redirect('https://evil.example/', 307), '502 relay.answer'],
    [
      'nothing at all',
      () => {
        throw new TypeError('fetch failed: 10.0.0.7');
      },
      '502 relay.unreachable',
    ],
  ];
  for (const [what, answer, expected] of answers) {
    it(`that HubSpot answers with ${what} says so and no more`, async () => {
      const { relay } = setUp(answer);
      const response = await relay(
        new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) }),
      );
      assert.doesNotMatch(await response.clone().text(), /10\.0\.0\.7|html/);
      assert.equal(await refusal(response), expected);
    });
  }

  it('is given up when HubSpot is silent', async () => {
    const { relay } = setUp(() => new Promise<Response>(() => undefined), {
      timeoutMs: 20,
      fetch: (_input, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    });
    const response = await relay(
      new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) }),
    );
    assert.equal(await refusal(response), '504 relay.silent');
  });

  it('is not made without a ticket, outside the list, or for another object type', async () => {
    const { relay, seen } = setUp(undefined, {
      authorize: () => ({ subject: 'ada', objectTypes: ['contacts'] }),
    });
    const headers = await bearer(relay);
    const get = (path: string, init: RequestInit = { headers }) => relay(new Request(`${HOST}${path}`, init));
    assert.equal(await refusal(await get('/hubspot/crm/v3/owners', {})), '401 relay.ticket-missing');
    assert.equal(await refusal(await get('/hubspot/crm/v3/objects/contacts')), '404 relay.not-listed');
    assert.equal(await refusal(await get('/elsewhere/crm/v3/owners')), '404 relay.not-listed');
    assert.equal(await refusal(await get('/hubspotcrm/v3/owners')), '404 relay.not-listed');
    assert.equal(await refusal(await get('/hubspot/crm/v3/owners?hapikey=1')), '400 relay.parameter');
    assert.equal(await refusal(await get('/hubspot/crm/v3/properties/companies')), '403 relay.object-type');
    assert.equal(
      await refusal(await get('/hubspot/crm/v4/associations/0-1/0-2/labels')),
      '403 relay.object-type',
    );
    assert.equal(seen.length, 0);
  });

  it('asks for the access token each time, with the person it is for', async () => {
    const subjects: string[] = [];
    const accessToken = (subject: string) => {
      subjects.push(subject);
      return Promise.resolve(`token-${subjects.length}`);
    };
    const { relay, seen } = setUp(() => Response.json({}), { credential: { accessToken } });
    const headers = await bearer(relay);
    for (let i = 0; i < 2; i += 1) await relay(new Request(`${HOST}/hubspot/crm/v3/owners`, { headers }));
    assert.deepEqual(
      seen.map((call) => call.headers.get('authorization')),
      ['Bearer token-1', 'Bearer token-2'],
    );
    assert.deepEqual(subjects, ['ada', 'ada']);
  });

  it('fails plainly when there is no access token', async () => {
    const accessToken = () => Promise.reject(new Error('client secret wrong'));
    const { relay } = setUp(undefined, { credential: { accessToken } });
    const response = await relay(
      new Request(`${HOST}/hubspot/crm/v3/owners`, { headers: await bearer(relay) }),
    );
    assert.doesNotMatch(await response.clone().text(), /secret/);
    assert.equal(await refusal(response), '502 relay.credential');
  });
});

describe('a client that leaves', () => {
  for (const what of ['an import that HubSpot does not take', 'a read that HubSpot does not answer']) {
    it(`ends ${what}`, async () => {
      const gone = new AbortController();
      const { relay, errors } = setUp(undefined, {
        timeoutMs: 0,
        fetch: (_input, init) =>
          new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
            gone.abort();
          }),
      });
      const headers = await bearer(relay);
      const request = what.includes('import')
        ? post(IMPORTS, UPLOAD, { headers })
        : new Request(`${HOST}/hubspot/crm/v3/owners`, { headers });
      const response = await relay(new Request(request, { signal: gone.signal }));
      assert.equal(await refusal(response), '408 relay.client-left');
      assert.deepEqual(errors, []);
    });
  }
});

describe('a page on another origin', () => {
  const OTHER = 'https://other.example';
  const options = { origins: [OTHER] };

  it('may call when it is listed, with leave to read answers and errors', async () => {
    const { relay } = setUp(() => Response.json({}), options);
    const headers = await bearer(relay, { origin: OTHER, 'sec-fetch-site': 'cross-site' });
    for (const path of ['/hubspot/crm/v3/owners', '/hubspot/nothing']) {
      const response = await relay(new Request(`${HOST}${path}`, { headers }));
      assert.equal(response.headers.get('access-control-allow-origin'), OTHER);
      assert.equal(response.headers.get('access-control-allow-credentials'), 'true');
    }
  });

  it('gets a preflight answered only when it is listed', async () => {
    const { relay } = setUp(undefined, options);
    const preflight = (origin: string) =>
      relay(
        new Request(IMPORTS, {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST' },
        }),
      );
    const allowed = await preflight(OTHER);
    assert.equal(allowed.status, 204);
    assert.match(allowed.headers.get('access-control-allow-headers') ?? '', /idempotency-key/);
    assert.equal(allowed.headers.get('access-control-allow-methods'), 'GET, POST, PATCH');
    const refused = await preflight('https://evil.example');
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    assert.equal(await refusal(refused), '403 relay.origin');
  });

  it('cannot use the ticket of another', async () => {
    const { relay, seen } = setUp(undefined, options);
    const headers = { ...(await bearer(relay, { origin: HOST })), origin: OTHER };
    assert.equal(await refusal(await relay(post(IMPORTS, UPLOAD, { headers }))), '403 relay.origin');
    assert.equal(seen.length, 0);
  });
});

describe('an import of somebody else', () => {
  it('cannot be read, cancelled or seen in the list', async () => {
    let subject = 'ada';
    const { relay, seen } = setUp(
      ({ method, url }) =>
        Response.json(
          method === 'GET' && url.endsWith('imports/') ? { results: [{ id: '7' }] } : { id: '7' },
        ),
      { authorize: () => ({ subject }) },
    );
    await relay(post(IMPORTS, UPLOAD, { headers: await bearer(relay) }));
    subject = 'bob';
    const headers = await bearer(relay);
    const calls = seen.length;
    const others = [
      ['GET', '7'],
      ['GET', '7/errors'],
      ['POST', '7/cancel'],
    ] as const;
    for (const [method, path] of others) {
      const response = await relay(new Request(`${IMPORTS}${path}`, { method, headers }));
      assert.equal(await refusal(response), '404 relay.not-yours');
    }
    assert.equal(seen.length, calls);
    const list = await relay(new Request(IMPORTS, { headers }));
    assert.deepEqual(await list.json(), { results: [] });
  });
});
