import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Policy } from '../../src/relay/index.js';
import { createMemoryStore } from '../../src/relay/store.js';
import { bearer, CSV, HOST, IMPORTS, refusal, setUp, UPLOAD } from './relay.js';
import { BOUNDARY, importFile, importRequest, part, post, requestPart, upload } from './uploads.js';

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
    const { relay, seen, errors } = setUp(({ method }) => {
      if (method === 'POST') throw new TypeError('connection reset');
      return Response.json({ results: [{ ...created, id: '8', importName: 'Of somebody else' }, created] });
    });
    const headers = { ...(await bearer(relay)), 'idempotency-key': 'a' };
    for (let i = 0; i < 2; i += 1) {
      assert.equal(await refusal(await relay(post(IMPORTS, UPLOAD, { headers }))), '502 relay.answer-lost');
    }
    assert.deepEqual(errors.map(String), ['TypeError: connection reset']);
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
