import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Policy, RelayOptions } from '../../src/relay/index.js';
import { createMemoryStore } from '../../src/relay/store.js';
import { bearer, CSV, HOST, IMPORTS, refusal, setUp, TOKEN, UPLOAD } from './relay.js';
import { BOUNDARY, importFile, importRequest, part, post, requestPart, upload } from './uploads.js';

describe('the token endpoint', () => {
  it('gives a ticket in the OAuth shape, never to be stored', async () => {
    const { relay, seen } = setUp();
    const response = await relay(new Request(`${HOST}/hubspot/token`, { method: 'POST' }));
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const body = (await response.json()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(body), ['access_token', 'token_type', 'expires_in']);
    assert.equal(body.token_type, 'Bearer');
    assert.equal(body.expires_in, 600);
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

describe('starting an import', () => {
  it('sends the checked request and the file, and gives HubSpot’s answer', async () => {
    const { relay, seen } = setUp(() => Response.json({ id: '7', state: 'STARTED' }));
    const response = await relay(post(IMPORTS, UPLOAD, { headers: await bearer(relay) }));
    assert.deepEqual(await response.json(), { id: '7', state: 'STARTED' });
    const [call] = seen;
    assert.ok(call);
    assert.equal(call.url, 'https://api.hubapi.com/crm/v3/imports/');
    assert.equal(call.headers.get('content-type'), `multipart/form-data; boundary=${BOUNDARY}`);
    assert.equal(call.headers.get('content-length'), String(call.body.length));
    const form = await new Response(call.body, { headers: call.headers }).formData();
    assert.deepEqual(JSON.parse(String(form.get('importRequest'))), importRequest());
    assert.equal(await (form.get('files') as File).text(), CSV);
  });

  const limits: Omit<Policy, 'subject'> = {
    objectTypes: ['contacts'],
    operations: ['UPSERT'],
    lists: false,
    maxBytes: 50,
  };
  const refused: readonly (readonly [string, string, string])[] = [
    [
      'another object type',
      upload(
        requestPart(importRequest({ importOperations: { '0-2': 'UPSERT' } })),
        part('files', CSV, 'people.csv'),
      ),
      '403 relay.object-type',
    ],
    [
      'another operation',
      upload(
        requestPart(importRequest({ importOperations: { '0-1': 'CREATE' } })),
        part('files', CSV, 'people.csv'),
      ),
      '403 relay.operation',
    ],
    [
      'a list',
      upload(
        requestPart(importRequest({ createContactListFromImport: true })),
        part('files', CSV, 'people.csv'),
      ),
      '403 relay.lists',
    ],
    [
      'an unknown field',
      upload(requestPart(importRequest({ optOutImport: true })), part('files', CSV, 'people.csv')),
      '400 relay.import-request',
    ],
    [
      'a file that comes first',
      upload(part('files', CSV, 'people.csv'), requestPart()),
      '400 relay.multipart',
    ],
    [
      'a file that says it is too large',
      upload(requestPart(), part('files', 'x'.repeat(20_000), 'people.csv')),
      '413 relay.file-size',
    ],
  ];
  for (const [what, body, expected] of refused) {
    it(`is refused for ${what} before anything is sent`, async () => {
      const { relay, seen } = setUp(undefined, { authorize: () => ({ subject: 'ada', ...limits }) });
      const response = await relay(post(IMPORTS, body, { headers: await bearer(relay) }));
      assert.equal(await refusal(response), expected);
      assert.equal(seen.length, 0);
    });
  }

  const broken: readonly (readonly [string, string, string])[] = [
    [
      'its file turns out too large',
      upload(requestPart(), part('files', 'x'.repeat(60), 'people.csv')),
      '413 relay.file-size',
    ],
    [
      'a second importRequest follows',
      upload(requestPart(), part('files', CSV, 'people.csv'), requestPart()),
      '400 relay.multipart',
    ],
    ['it ends too early', UPLOAD.slice(0, -30), '400 relay.multipart'],
  ];
  for (const [what, body, expected] of broken) {
    it(`is broken off when ${what}, so that HubSpot never has a whole upload`, async () => {
      const { relay, seen } = setUp(undefined, { authorize: () => ({ subject: 'ada', ...limits }) });
      const response = await relay(post(IMPORTS, body, { headers: await bearer(relay) }));
      assert.equal(await refusal(response), expected);
      assert.equal(seen.length, 0, 'the body never came to its end');
    });
  }

  it('happens once for one key, and again for another', async () => {
    let id = 0;
    const { relay, seen } = setUp(() => Response.json({ id: String((id += 1)) }));
    const headers = await bearer(relay);
    const send = async (key: string) => {
      const response = await relay(
        post(IMPORTS, UPLOAD, { headers: { ...headers, 'idempotency-key': key } }),
      );
      return ((await response.json()) as { id: string }).id;
    };
    assert.deepEqual([await send('a'), await send('a'), await send('b')], ['1', '1', '2']);
    assert.equal(seen.length, 2);
  });

  it('is sent once although the same key comes twice at once', async () => {
    const { relay, seen } = setUp(async () => {
      await new Promise(setImmediate);
      return Response.json({ id: '7' });
    });
    const headers = { ...(await bearer(relay)), 'idempotency-key': 'a' };
    const answers = await Promise.all([1, 2].map(() => relay(post(IMPORTS, UPLOAD, { headers }))));
    for (const response of answers) assert.deepEqual(await response.json(), { id: '7' });
    assert.equal(seen.length, 1);
  });

  it('has its associations held against the policy, by HubSpot’s own word', async () => {
    const columns = (associationTypeId: number) => [
      {
        columnObjectTypeId: '0-1',
        columnName: 'Firm',
        propertyName: null,
        columnType: 'HUBSPOT_OBJECT_ID',
        toColumnObjectTypeId: '0-2',
        foreignKeyType: { associationTypeId, associationCategory: 'HUBSPOT_DEFINED' },
      },
    ];
    for (const [typeId, expected] of [
      [279, 200],
      [4, 403],
    ] as const) {
      const { relay, seen } = setUp(
        ({ method }) =>
          Response.json(
            method === 'GET' ? { results: [{ category: 'HUBSPOT_DEFINED', typeId: 279 }] } : { id: '7' },
          ),
        { authorize: () => ({ subject: 'ada', objectTypes: ['contacts', 'companies'] }) },
      );
      const request = importRequest({ files: [importFile('people.csv', columns(typeId))] });
      const body = upload(requestPart(request), part('files', CSV, 'people.csv'));
      const address = `${HOST}/hubspot/crm/imports/2026-09`;
      const response = await relay(post(address, body, { headers: await bearer(relay) }));
      assert.equal(response.status, expected);
      assert.equal(seen[0]?.url, 'https://api.hubapi.com/crm/associations/2026-09/0-1/0-2/labels');
      assert.equal(seen.length, expected === 200 ? 2 : 1);
    }
  });

  it('that was never whole gives no claim to an import of its name', async () => {
    const listed = { id: '9', importName: 'People', createdAt: new Date().toISOString() };
    const { relay } = setUp(({ method }) =>
      method === 'POST'
        ? Response.json({ message: 'No' }, { status: 400 })
        : Response.json({ results: [listed] }),
    );
    const headers = await bearer(relay);
    for (const body of [UPLOAD.slice(0, -30), UPLOAD]) await relay(post(IMPORTS, body, { headers }));
    const list = await relay(new Request(IMPORTS, { headers }));
    assert.deepEqual(await list.json(), { results: [] });
  });

  it('is refused when the client falls silent before its importRequest is there', async () => {
    const { relay, seen } = setUp(undefined, { timeoutMs: 20 });
    const headers = {
      ...(await bearer(relay)),
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    };
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode(UPLOAD.slice(0, 100))),
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
    assert.equal(await refusal(await relay(new Request(IMPORTS, init))), '408 relay.client-silent');
    assert.equal(seen.length, 0);
  });

  it('does not start when the store cannot note it, and says so before HubSpot has all of it', async () => {
    const store = { ...createMemoryStore(), set: () => Promise.reject(new Error('store down')) };
    const { relay, seen, errors } = setUp(undefined, { store });
    const response = await relay(post(IMPORTS, UPLOAD, { headers: await bearer(relay) }));
    assert.equal(await refusal(response), '500 relay.failed');
    assert.equal(seen.length, 0, 'the body never came to its end');
    assert.match(String(errors[0]), /store down/);
  });

  it('whose answer was lost says so, is not repeated, and is found in the list', async () => {
    const created = { id: '9', importName: 'People', createdAt: new Date().toISOString() };
    const { relay, seen } = setUp(({ method }) => {
      if (method === 'POST') throw new TypeError('connection reset');
      return Response.json({ results: [{ ...created, id: '8', importName: 'Of somebody else' }, created] });
    });
    const headers = { ...(await bearer(relay)), 'idempotency-key': 'a' };
    for (let i = 0; i < 2; i += 1) {
      assert.equal(await refusal(await relay(post(IMPORTS, UPLOAD, { headers }))), '502 relay.answer-lost');
    }
    assert.equal(seen.length, 1);
    const list = await relay(new Request(IMPORTS, { headers }));
    assert.deepEqual(await list.json(), { results: [created] });
  });

  it('is noted although the client leaves before the answer', async () => {
    const gone = new AbortController();
    const { relay } = setUp(undefined, {
      fetch: async (input, init) => {
        if (init?.method !== 'POST') return Response.json({ id: '7' });
        await new Request(input, init).text();
        gone.abort();
        init.signal?.throwIfAborted();
        return Response.json({ id: '7' });
      },
    });
    const headers = await bearer(relay);
    await relay(new Request(post(IMPORTS, UPLOAD, { headers }), { signal: gone.signal }));
    const own = await relay(new Request(`${IMPORTS}7`, { headers }));
    assert.equal(own.status, 200);
  });

  it('keeps its work awake where the runtime must be asked', async () => {
    const work: Promise<unknown>[] = [];
    const { relay } = setUp(undefined, { waitUntil: (promise) => work.push(promise) });
    await relay(post(IMPORTS, UPLOAD, { headers: await bearer(relay) }));
    assert.equal(((await work[0]) as { status: number }).status, 200);
  });

  it('still has an answer when the store fails after it was sent', async () => {
    const store = {
      get: () => Promise.resolve(null),
      set: (key: string) =>
        key.startsWith('import') ? Promise.reject(new Error('store down')) : Promise.resolve(),
      claim: () => Promise.resolve(null),
      delete: () => Promise.resolve(),
    };
    const { relay, errors } = setUp(undefined, { store });
    const response = await relay(post(IMPORTS, UPLOAD, { headers: await bearer(relay) }));
    assert.equal(response.status, 200);
    assert.match(String(errors[0]), /store down/);
  });

  it('takes several files', async () => {
    const request = importRequest({ files: [importFile('a.csv'), importFile('b.csv')] });
    const { relay, seen } = setUp();
    const body = upload(requestPart(request), part('files', 'b', 'b.csv'), part('files', 'a', 'a.csv'));
    assert.equal((await relay(post(IMPORTS, body, { headers: await bearer(relay) }))).status, 200);
    assert.match(seen[0]?.body ?? '', /filename="b.csv"[^]*filename="a.csv"/);
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

describe('setting up', () => {
  const wrong: readonly (readonly [string, Partial<RelayOptions>])[] = [
    ['a short secret', { secret: 'short' }],
    ['a token sent in the clear', { baseUrl: 'http://api.hubapi.com' }],
    ['an address with a query', { baseUrl: 'https://api.hubapi.com/?a=b' }],
    ['a path that is none', { path: 'hub spot' }],
    ['an origin with a path', { origins: ['https://app.example/'] }],
    ['every origin', { origins: ['*'] }],
    ['pages that hide their origin', { origins: ['null'] }],
    ['tickets for ever', { ticketSeconds: Infinity }],
    ['tickets for no time', { ticketSeconds: 0 }],
  ];
  for (const [what, options] of wrong) {
    it(`refuses ${what}`, () => assert.throws(() => setUp(undefined, options), TypeError));
  }

  it('mounts anywhere', async () => {
    const { relay } = setUp(() => Response.json({}), { path: '/api/crm/' });
    const response = await relay(new Request(`${HOST}/api/crm/token`, { method: 'POST' }));
    assert.equal(response.status, 200);
  });
});
