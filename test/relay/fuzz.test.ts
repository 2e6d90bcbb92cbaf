import { Busboy } from '@fastify/busboy';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import type { Policy } from '../../src/relay/index.js';
import { bearer, HOST, IMPORTS, setUp } from './relay.js';
import { textOf } from './sockets.js';
import { BOUNDARY, importFile, importRequest, part, post, requestPart, upload } from './uploads.js';

// What may reach HubSpot, written down a second time and in another way than in `calls.ts`, so that the one finds fault with
// the other.
const DATE = /^20\d\d-\d\d$/;
const ALLOWED = [
  'GET imports',
  'POST imports',
  'GET imports N',
  'GET imports N errors',
  'POST imports N cancel',
  'GET properties T',
  'POST properties T',
  'GET properties T groups',
  'GET properties T P',
  'PATCH properties T P',
  'GET associations T T labels',
  'GET owners',
  'GET pipelines T',
  'GET property-validations T',
  'GET object-library enablement',
  'GET schemas',
  'GET schemas T',
  'GET details',
].map((line) => line.split(' '));
const PLACES: Readonly<Record<string, RegExp>> = {
  N: /^\d+$/,
  T: /^\w[\w-]*$/,
  P: /^(?!(groups|batch)$)\w[\w-]*$/,
};
const CONTACTS = ['0-1', 'contact', 'contacts'];

function assertAllowed(method: string, address: string): void {
  const { origin, pathname, href, username, hash, searchParams } = new URL(address);
  const parameters = [...searchParams.keys()];
  assert.equal(new Set(parameters).size, parameters.length);
  assert.ok(!parameters.includes('hapikey'));
  assert.equal(origin, 'https://api.hubapi.com');
  assert.equal(href, address, 'there is one reading of it');
  assert.doesNotMatch(pathname, /[%\\;@:]|\/\/|\.\./);
  assert.equal(username + hash, '');
  const words = pathname.split('/').filter((word) => word !== '');
  const version = words.findIndex((it) => /^v[34]$/.test(it) || DATE.test(it));
  assert.notEqual(version, -1);
  const names = words.toSpliced(version, 1);
  assert.match(names.shift() ?? '', /^(crm|crm-object-schemas|account-info)$/);
  const found = [method, ...names];
  const fits = (line: readonly string[]) =>
    line.length === found.length &&
    line.every((it, at) => (PLACES[it] ?? new RegExp(`^${it}$`)).test(found[at] ?? ''));
  assert.ok(ALLOWED.some(fits), `${method} ${address}`);
}

const policy: Policy = {
  subject: 'ada',
  objectTypes: ['contacts'],
  operations: ['UPSERT'],
  properties: true,
};
const present = { type: 'enumeration', options: [], results: [], id: '7' };
const world = (limits: Policy) =>
  setUp(() => Response.json(present), { authorize: () => limits, timeoutMs: 2000 });

const word = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'crm',
      'v3',
      'v4',
      '2026-09',
      'imports',
      'properties',
      'owners',
      '0-1',
      'contacts',
      'labels',
      'groups',
      'schemas',
      'email',
      '7',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '%252e%252e',
      '',
      '%2f',
      '%5c',
      '\\',
      ';a=b',
      '%00',
      '\0',
      '\t',
      '@evil.example',
      ':443',
      'http:',
      '?',
      '#',
      'é',
      '0-2',
      'objects',
      'batch',
      'archive',
      'search',
      'oauth',
      'token',
      'errors',
      'cancel',
      '*',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const separator = fc.constantFrom('//', '\\', '%2f', '/./', '/../', '', ';/', '%5c');
const listed = fc.constantFrom(
  'GET crm v3 imports',
  'POST crm v3 imports 7 cancel',
  'GET crm imports 2026-09 7 errors',
  'GET crm v3 properties 0-1',
  'POST crm properties 2026-09 contacts',
  'GET crm v3 properties 0-1 email',
  'PATCH crm properties 2026-09 contacts email',
  'GET crm v4 associations 0-1 0-2 labels',
  'GET crm-object-schemas v3 schemas p1_boats',
  'GET crm object-library 2026-09 enablement',
  'GET account-info v3 details',
);
const rarely = <T>(it: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: it });
/** A listed call with one word, one slash or its method changed, or two of them, or none. */
const call = fc
  .record({
    line: listed,
    at: fc.nat(8),
    removed: fc.constantFrom(0, 1, 1, 1, 2),
    added: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 4, arbitrary: word }),
    cut: rarely(fc.tuple(fc.nat(8), separator)),
    otherMethod: rarely(fc.constantFrom('GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS')),
  })
  .map(({ line, at, removed, added, cut, otherMethod }) => {
    const [method = '', ...words] = line.split(' ');
    if (added !== null) words.splice(at % (words.length + 1), removed, added);
    const path = words.map((it, place) => `${cut?.[0] === place ? cut[1] : '/'}${it}`).join('');
    return { method: otherMethod ?? method, path };
  });
const query = fc.constantFrom(
  '',
  '',
  '?limit=1',
  '?after=a%26b',
  '?hapikey=1',
  '?limit=1&limit=2',
  '?properties=a,b',
  '?x#y',
  '?archived=false',
);

describe('whatever is asked', { timeout: 120_000 }, () => {
  it('HubSpot hears nothing but the listed calls, and every request has an answer', async () => {
    const { relay, seen } = world({ subject: 'ada', properties: true, imports: 'all' });
    const headers = { ...(await bearer(relay)), 'content-type': 'application/json' };
    let passed = 0;
    const ask = async (verb: string, address: string) => {
      if (!URL.canParse(address)) return;
      const body = verb === 'POST' || verb === 'PATCH' ? '{"options":[]}' : null;
      const response = await relay(new Request(address, { method: verb, headers, body }));
      assert.ok(response.status >= 200 && response.status < 600);
      for (const call of seen.splice(0)) {
        passed += 1;
        assertAllowed(call.method, call.url);
      }
    };
    await fc.assert(
      fc.asyncProperty(call, query, ({ method, path }, more) => ask(method, `${HOST}/hubspot${path}${more}`)),
      { numRuns: 5000 },
    );
    assert.ok(passed > 200, 'the listed calls were among them');
  });

  it('on the wire, HubSpot hears nothing but the listed calls, and the server goes on', async () => {
    const { relay, seen } = world({ subject: 'ada', properties: true, imports: 'all' });
    const { authorization = '' } = await bearer(relay);
    const server = allowLongUploads(createServer(toNodeListener(relay)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = async (verb: string, target: string) => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      const head = [`${verb} ${target} HTTP/1.1`, 'Host: app.example', `Authorization: ${authorization}`];
      socket.end(`${[...head, 'Connection: close', ''].join('\r\n')}\r\n`);
      await textOf(socket);
      for (const call of seen.splice(0)) assertAllowed(call.method, call.url);
    };
    const start = fc.constantFrom(
      '/hubspot',
      '/hubspot',
      'hubspot',
      '//hubspot',
      '/hubspot/..',
      'http://evil.example/hubspot',
      'http://api.hubapi.com',
      '*',
      '/HUBSPOT',
      '/hubspot\\',
    );
    try {
      await fc.assert(
        fc.asyncProperty(call, start, query, ({ method, path }, begin, more) =>
          ask(method, `${begin}${path}${more}`),
        ),
        { numRuns: 500 },
      );
      assert.equal((await fetch(`http://127.0.0.1:${port}/hubspot/token`, { method: 'POST' })).status, 200);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

/** What a lenient reader, other than the relay's, finds in a multipart body. */
function readLeniently(
  body: string,
): Promise<{ fields: [string, string][]; files: [string, string, string][] }> {
  return new Promise((resolve, reject) => {
    const found = { fields: [] as [string, string][], files: [] as [string, string, string][] };
    const reader = new Busboy({ headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } });
    reader.on('field', (name, value) => found.fields.push([name, value]));
    reader.on('file', (name, stream, fileName) => {
      void textOf(stream).then((text) => found.files.push([name, fileName, text]));
    });
    reader.on('finish', () => setImmediate(() => resolve(found)));
    reader.on('error', reject);
    reader.end(Buffer.from(body));
  });
}

const type = fc.constantFrom(
  '0-1',
  'contacts',
  'CONTACT',
  '0-2',
  'companies',
  'COMPANY',
  '0-54',
  '2-7',
  '__proto__',
  '',
  ' 0-1',
);
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: undefined, freq: 3 });
const column = fc.record(
  {
    columnObjectTypeId: fc.oneof(
      { weight: 4, arbitrary: fc.constant('0-1') },
      { weight: 1, arbitrary: type },
    ),
    columnName: fc.constant('Email'),
    propertyName: maybe(fc.constantFrom('email', null)),
    columnObjectType: maybe(type),
    toColumnObjectTypeId: maybe(type),
    ignored: maybe(fc.boolean()),
    columnType: maybe(fc.constantFrom('HUBSPOT_ALTERNATE_ID', 'FLEXIBLE_ASSOCIATION_LABEL', 'OTHER')),
  },
  { requiredKeys: ['columnName'] },
);
const wanted = fc
  .record(
    {
      importOperations: maybe(fc.dictionary(type, fc.constantFrom('UPSERT', 'CREATE'), { maxKeys: 2 })),
      marketableContactImport: maybe(fc.constant(true)),
      createContactListFromImport: maybe(fc.boolean()),
      marketingEventObjectId: maybe(fc.constant(5)),
      optOutImport: maybe(fc.constant(true)),
      columns: fc.array(column, { maxLength: 3 }),
    },
    { requiredKeys: ['columns'] },
  )
  .map(({ columns, ...more }) => importRequest({ ...more, files: [importFile('people.csv', columns)] }));

const good = upload(requestPart(), part('files', 'Email\r\na@b.example\r\n', 'people.csv'));
const bit = fc.constantFrom(
  '\r\n',
  '\n',
  '\r',
  '--',
  `--${BOUNDARY}`,
  `\r\n--${BOUNDARY}`,
  `\r\n--${BOUNDARY}\r\n`,
  `\r\n--${BOUNDARY}--`,
  ` --${BOUNDARY}\r\n`,
  'Content-Disposition: form-data; name="importRequest"\r\n\r\n',
  '; name="importRequest"',
  '; filename="people.csv"',
  "filename*=UTF-8''x.csv",
  'Content-Type: multipart/mixed; boundary=x\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  '"',
  '\\"',
  '\0',
  'é',
  '{"name":"x"}',
  requestPart(),
  part('files', 'x', 'other.csv'),
  part('files', 'x', 'people.csv'),
);
/** A good upload with bits put into it, or pieces of it taken out or repeated. */
const broken = fc
  .array(
    fc.tuple(
      fc.nat(good.length),
      fc.oneof(fc.constant(0), fc.nat(40)),
      fc.oneof(bit, fc.string({ maxLength: 4 }), fc.constant('')),
    ),
    { maxLength: 3 },
  )
  .map((changes) =>
    changes.reduce(
      (text, [at, removed, added]) => text.slice(0, at) + added + text.slice(at + removed),
      good,
    ),
  );
const soup = fc.array(bit, { maxLength: 14 }).map((bits) => `--${BOUNDARY}\r\n${bits.join('')}`);
const asked = wanted.map((request) => upload(requestPart(request), part('files', 'x', 'people.csv')));

function assertWithinPolicy(request: Record<string, unknown>): void {
  const text = JSON.stringify(request);
  assert.doesNotMatch(
    text,
    /marketable|optOut|marketingEventObjectId|__proto__|"createContactListFromImport":true|CREATE/,
  );
  const columns = (request.files as { fileImportPage: { columnMappings: Record<string, unknown>[] } }[])[0];
  const types = [
    ...Object.keys(request.importOperations ?? {}),
    ...(columns?.fileImportPage.columnMappings ?? []).flatMap((it) => [
      it.columnObjectTypeId,
      it.columnObjectType,
      it.toColumnObjectTypeId,
    ]),
  ].filter((it) => it !== undefined && it !== null);
  for (const it of types) assert.ok(CONTACTS.includes(String(it).toLowerCase()), String(it));
}

describe('whatever is uploaded', { timeout: 120_000 }, () => {
  it('HubSpot has nothing whole but what was checked, as every other reader finds it', async () => {
    const { relay, seen } = world(policy);
    const headers = await bearer(relay);
    let passed = 0;
    const send = async (body: string, pieceBytes: number) => {
      const response = await relay(post(IMPORTS, body, { headers, pieceBytes }));
      assert.ok(
        response.status === 200 || (response.status >= 400 && response.status < 500),
        String(response.status),
      );
      const [call, ...more] = seen.splice(0);
      assert.equal(more.length, 0);
      if (call === undefined) return;
      passed += 1;
      assertAllowed(call.method, call.url);
      const [there, here] = await Promise.all([readLeniently(call.body), readLeniently(body)]);
      assert.deepEqual(
        there.fields.map(([name]) => name),
        ['importRequest'],
      );
      const request = JSON.parse(there.fields[0]?.[1] ?? '') as Record<string, unknown>;
      assertWithinPolicy(request);
      assert.deepEqual(
        there.files.map(([name, fileName]) => [name, fileName]),
        [['files', 'people.csv']],
      );
      const sent = here.files.filter(([name]) => name === 'files');
      assert.deepEqual(there.files, sent, 'the file is the one that was sent');
      const form = await new Response(call.body, { headers: call.headers }).formData();
      assert.deepEqual([...form.keys()], ['importRequest', 'files']);
    };
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, broken, soup, asked), fc.integer({ min: 1, max: 700 }), send),
      { numRuns: 4000 },
    );
    assert.ok(passed > 200, 'good uploads were among them');
  });

  it('as a property, HubSpot has no field but those that are known', async () => {
    const { relay, seen } = world(policy);
    const headers = { ...(await bearer(relay)), 'content-type': 'application/json' };
    const size = { name: 'size', label: 'Size', type: 'number', fieldType: 'number', groupName: 'g' };
    const change = fc.dictionary(
      fc.constantFrom(
        'name',
        'label',
        'options',
        'type',
        'calculationFormula',
        '__proto__',
        'hidden',
        'description',
      ),
      fc.oneof(fc.jsonValue(), fc.constantFrom('size', 'Size', 'number')),
      { maxKeys: 2 },
    );
    await fc.assert(
      fc.asyncProperty(change, async (more) => {
        const body = JSON.stringify({ ...size, ...more });
        await relay(new Request(`${HOST}/hubspot/crm/v3/properties/0-1`, { method: 'POST', headers, body }));
        for (const call of seen.splice(0)) {
          const known = ['name', 'label', 'type', 'fieldType', 'groupName', 'description', 'options'];
          for (const name of Object.keys(JSON.parse(call.body) as object))
            assert.ok(known.includes(name), name);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
