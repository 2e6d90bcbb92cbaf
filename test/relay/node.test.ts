import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createRelay, type Policy, type RelayOptions } from '../../src/relay/index.js';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import {
  answerTo,
  begin,
  FILE_BEGINS,
  FILE_ENDS,
  json,
  MB,
  sendOnRegardless,
  textOf,
  wholeUpload,
} from './sockets.js';

const TOKEN = 'pat-eu1-secret';
const servers: Server[] = [];

async function listen(
  listener: RequestListener,
  server = allowLongUploads(createServer(listener)),
): Promise<string> {
  server.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A relay on a port in front of a HubSpot on another, and a ticket for it. */
async function serve(
  hubspot: RequestListener,
  limits: Omit<Policy, 'subject'> = {},
  more: Partial<RelayOptions> = {},
) {
  const relay = createRelay({
    authorize: () => ({ subject: 'ada', ...limits }),
    credential: { accessToken: TOKEN },
    secret: 'a secret of at least thirty-two bytes',
    baseUrl: await listen(hubspot),
    ...more,
  });
  const address = await listen(toNodeListener(relay));
  const answer = await fetch(`${address}/hubspot/token`, { method: 'POST' });
  const { access_token } = (await answer.json()) as { access_token: string };
  return { address, authorization: `Bearer ${access_token}` };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of buffers that something still holds. */
function used(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

describe('over a socket', { timeout: 30_000 }, () => {
  it('HubSpot sees the file while the client is still sending it', async () => {
    let begun: () => void = () => undefined;
    const seen = new Promise<void>((resolve) => (begun = resolve));
    let received = '';
    const served = await serve(async (req, res) => {
      for await (const chunk of req) {
        received += String(chunk);
        if (received.includes('first row')) begun();
      }
      json({ id: '7' })(req, res);
    });
    const client = begin(served);
    client.write(`${FILE_BEGINS}first row\r\n${'x'.repeat(100)}`);
    await seen;
    client.end(`last row${FILE_ENDS}`);
    const { status, body } = await answerTo(client);
    assert.equal(status, 200);
    assert.deepEqual(body, { id: '7' });
    assert.ok(received.endsWith(`last row${FILE_ENDS}`));
  });

  it('nothing of the client’s reaches HubSpot but the upload, and nothing of HubSpot’s the client but the answer', async () => {
    let raw: string[] = [];
    const served = await serve(async (req, res) => {
      raw = req.rawHeaders;
      await textOf(req);
      json({ id: '7' })(req, res);
    });
    const text = wholeUpload('Email\r\na@b.example\r\n');
    const client = begin(served, Buffer.byteLength(text));
    client.end(text);
    const { headers } = await answerTo(client);
    const sent = JSON.stringify(raw).toLowerCase();
    assert.ok(sent.includes(TOKEN));
    for (const secret of [
      served.authorization.slice(7).toLowerCase(),
      'cookie',
      'session=1',
      'forwarded',
      'chunked',
    ]) {
      assert.ok(!sent.includes(secret), secret);
    }
    assert.ok(!JSON.stringify(headers).includes(TOKEN));
    assert.equal(headers['set-cookie'], undefined);
  });

  it('an upload of 64 MB to a slow HubSpot needs a few of them in memory', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'a@example.com,Ada,Lovelace,London\r\n');
    const chunks = (64 * MB) / chunk.length;
    let received = 0;
    let counted = 0;
    let most = 0;
    const served = await serve(async (req, res) => {
      for await (const piece of req) {
        received += (piece as Buffer).length;
        if (received > counted + 4 * MB) {
          counted = received;
          most = Math.max(most, used());
        }
        // Every other task of the process gets its turn first: the client is always ahead.
        await new Promise(setImmediate);
      }
      json({ id: '7' })(req, res);
    });
    const before = used();
    const client = begin(served, Buffer.byteLength(FILE_BEGINS + FILE_ENDS) + chunks * chunk.length);
    client.write(FILE_BEGINS);
    for (let i = 0; i < chunks; i += 1) {
      if (!client.write(chunk)) await once(client, 'drain');
    }
    client.end(FILE_ENDS);
    assert.equal((await answerTo(client)).status, 200);
    assert.ok(received > 64 * MB);
    assert.ok(most - before < 32 * MB, `${Math.round((most - before) / MB)} MB`);
  });

  it('a client that leaves in the middle ends the call to HubSpot', async () => {
    let arrived: (req: IncomingMessage) => void = () => undefined;
    const arrival = new Promise<IncomingMessage>((resolve) => (arrived = resolve));
    const served = await serve((req) => {
      req.on('error', () => undefined);
      req.once('data', () => arrived(req));
    });
    const client = begin(served);
    client.write(`${FILE_BEGINS}${'x'.repeat(200_000)}`);
    const req = await arrival;
    const closed = new Promise((resolve) => req.once('close', resolve));
    client.destroy();
    await closed;
    assert.equal(req.complete, false);
    assert.equal((await fetch(`${served.address}/hubspot/token`, { method: 'POST' })).status, 200);
  });

  it('a client that leaves after the last byte still owns the import', async () => {
    let answerNow: () => void = () => undefined;
    let whole: () => void = () => undefined;
    const received = new Promise<void>((resolve) => (whole = resolve));
    const served = await serve(async (req, res) => {
      if (req.method === 'GET') return json({ id: '7' })(req, res);
      await textOf(req);
      answerNow = () => json({ id: '7' })(req, res);
      whole();
    });
    const client = begin(served);
    client.end(FILE_BEGINS + FILE_ENDS);
    await received;
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.destroy();
    await closed;
    answerNow();
    const headers = { authorization: served.authorization };
    let status = 0;
    for (let tries = 0; tries < 200 && status !== 200; tries += 1) {
      status = (await fetch(`${served.address}/hubspot/crm/v3/imports/7`, { headers })).status;
    }
    assert.equal(status, 200);
  });

  it('a client reads why it was refused although it is still sending', async () => {
    const served = await serve((req) => void req.on('error', () => undefined).resume(), { maxBytes: MB });
    const { sent, answer } = await sendOnRegardless(served, 16 * MB);
    assert.equal(sent, true);
    assert.match(answer, /^HTTP\/1\.1 413 [^]*"subCategory":"relay\.file-size"/);
  });

  it('HubSpot’s refusal in the middle of an upload arrives', async () => {
    const refusal = { status: 'error', message: 'No', correlationId: 'c', category: 'MISSING_SCOPES' };
    const served = await serve((req, res) => {
      req.on('error', () => undefined).resume();
      json(refusal, 403)(req, res);
    });
    const { sent, answer } = await sendOnRegardless(served, 16 * MB);
    assert.equal(sent, true);
    assert.ok(answer.includes(JSON.stringify(refusal)));
  });

  it('a client that stops sending is not waited for without end', async () => {
    const served = await serve(
      (req) => void req.on('error', () => undefined).resume(),
      {},
      { timeoutMs: 100 },
    );
    const client = begin(served);
    client.write(`${FILE_BEGINS}half a row`);
    const { status, body } = await answerTo(client);
    client.destroy();
    assert.equal(status, 408);
    assert.equal(body.subCategory, 'relay.client-silent');
  });

  it('a redirect of HubSpot’s is not followed', async () => {
    let elsewhere = 0;
    const other = await listen((req, res) => {
      elsewhere += 1;
      json({ id: '1' })(req, res);
    });
    const served = await serve((req, res) => {
      req.resume();
      res.writeHead(307, { location: `${other}/crm/v3/imports/` }).end();
    });
    const client = begin(served);
    client.end(FILE_BEGINS + FILE_ENDS);
    assert.equal((await answerTo(client)).status, 502);
    const headers = { authorization: served.authorization };
    assert.equal((await fetch(`${served.address}/hubspot/crm/v3/owners`, { headers })).status, 502);
    assert.equal(elsewhere, 0);
  });

  it('a long answer streams, and leaving it ends HubSpot’s sending', async () => {
    let left: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (left = resolve));
    const served = await serve((_req, res) => {
      res.on('close', left);
      res.writeHead(200, { 'content-type': 'application/json' }).write('{"results":[');
    });
    const headers = { authorization: served.authorization };
    const response = await fetch(`${served.address}/hubspot/crm/v3/owners`, { headers });
    const reader = response.body?.getReader();
    assert.equal(new TextDecoder().decode((await reader?.read())?.value), '{"results":[');
    await reader?.cancel();
    await ended;
  });

  const targets = [
    '/hubspot/crm/v3/imports/../../../oauth/v1/token',
    '/hubspot/crm/v3/imports/%2e%2e/owners',
    '/hubspot/../hubspot/crm/v3/owners',
    '/hubspot//crm/v3/owners',
    '/hubspot\\crm\\v3\\owners',
    '//evil.example/crm/v3/owners',
    'http://evil.example/hubspot/crm/v3/owners',
    '/hubspot/crm/v3/owners%00',
    '/hubspot/crm/v3%2fowners',
    '*',
  ];
  for (const target of targets) {
    it(`the address ${target} leads nowhere`, async () => {
      let calls = 0;
      const served = await serve((req, res) => {
        calls += 1;
        json({})(req, res);
      });
      const { port } = new URL(served.address);
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(
        `GET ${target} HTTP/1.1\r\nHost: app.example\r\nAuthorization: ${served.authorization}\r\nConnection: close\r\n\r\n`,
      );
      assert.match(await textOf(socket), /^HTTP\/1\.1 40[04] /);
      assert.equal(calls, 0);
    });
  }

  const owners = 'GET /hubspot/crm/v3/owners HTTP/1.1';
  const tricks: readonly (readonly [string, string, RegExp])[] = [
    ['a path in its Host', `GET /x HTTP/1.1\r\nHost: a.example/hubspot/crm/v3/owners?`, /^HTTP\/1\.1 400 /],
    ['a user in its Host', `${owners}\r\nHost: u:p@a.example`, /^HTTP\/1\.1 400 /],
    ['a fragment in its Host', `${owners}\r\nHost: a.example#`, /^HTTP\/1\.1 400 /],
    [
      'a fragment in its address',
      `GET /hubspot/crm/v3/owners#/.. HTTP/1.1\r\nHost: a.example`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      'two lengths',
      `${owners}\r\nHost: a.example\r\nContent-Length: 0\r\nContent-Length: 5`,
      /^HTTP\/1\.1 400 /,
    ],
    [
      'two ways to find its end',
      `${owners}\r\nHost: a.example\r\nContent-Length: 5\r\nTransfer-Encoding: chunked`,
      /^HTTP\/1\.1 400 /,
    ],
    ['an endless header', `${owners}\r\nHost: a.example\r\nX: ${'x'.repeat(20_000)}`, /^HTTP\/1\.1 431 /],
    [
      'another method in a header',
      'POST /hubspot/crm/v3/imports/1 HTTP/1.1\r\nHost: a.example\r\nX-HTTP-Method-Override: DELETE',
      /^HTTP\/1\.1 405 /,
    ],
    [
      'two origins',
      `${owners}\r\nHost: a.example\r\nOrigin: http://a.example\r\nOrigin: http://b.example`,
      / 403 /,
    ],
  ];
  for (const [what, head, expected] of tricks) {
    it(`a request with ${what} leads nowhere`, async () => {
      let calls = 0;
      const served = await serve((req, res) => {
        calls += 1;
        json({})(req, res);
      });
      const socket = connect(Number(new URL(served.address).port), '127.0.0.1').on('error', () => undefined);
      socket.write(`${head}\r\nAuthorization: ${served.authorization}\r\nConnection: close\r\n\r\n`);
      assert.match(await textOf(socket), expected);
      assert.equal(calls, 0);
    });
  }

  it('a client that leaves before an answer aborts its request', async () => {
    let begun: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => (begun = resolve));
    let gone: () => void = () => undefined;
    const aborted = new Promise<void>((resolve) => (gone = resolve));
    const address = await listen(
      toNodeListener((request) => {
        request.signal.addEventListener('abort', gone);
        begun();
        return aborted.then(() => new Response());
      }),
    );
    const client = httpRequest(address).on('error', () => undefined);
    client.end();
    await arrival;
    client.destroy();
    await aborted;
  });

  it('an upload may take longer than Node allows a request, on a server that was told', async () => {
    const impatient = { requestTimeout: 200, connectionsCheckingInterval: 20 };
    const listener = toNodeListener(async (request) => new Response(await request.text()));
    const told = allowLongUploads(createServer(impatient, listener));
    const addresses = [
      await listen(listener, told),
      await listen(listener, createServer(impatient, listener)),
    ];
    const [patient, cut] = addresses.map((address) => {
      const client = httpRequest(address, { method: 'POST' }).on('error', () => undefined);
      client.write('first');
      return client;
    });
    assert.ok(patient && cut);
    const [message] = (await once(cut, 'response')) as [IncomingMessage];
    assert.equal(message.statusCode, 408);
    patient.end('last');
    const [response] = (await once(patient, 'response')) as [IncomingMessage];
    assert.equal(await textOf(response), 'firstlast');
  });

  it('a server that was told still wants its headers soon', () => {
    assert.equal(allowLongUploads(createServer()).headersTimeout, 60_000);
    // Node takes the lower of both when it makes a server: none at all, then.
    assert.equal(allowLongUploads(createServer({ requestTimeout: 0 })).headersTimeout, 60_000);
  });

  it('a server that was not told is warned about at its first upload, once', async () => {
    const warnings: string[] = [];
    const onWarning = (warning: Error) => warnings.push(warning.message);
    process.on('warning', onWarning);
    try {
      const listener = toNodeListener(async (request) => new Response(await request.text()));
      const told = await listen(listener);
      const other = toNodeListener(async (request) => new Response(await request.text()));
      const untold = await listen(other, createServer(other));
      for (const address of [told, untold, untold]) {
        const form = new FormData();
        form.append('a', 'b');
        await (await fetch(address, { method: 'POST', body: form })).text();
      }
      assert.equal(warnings.length, 1);
      assert.match(warnings[0] ?? '', /allowLongUploads/);
    } finally {
      process.off('warning', onWarning);
    }
  });

  it('a body that was read before is said, not waited for', async () => {
    const listener = toNodeListener(async (request) => new Response(await request.text()));
    const address = await listen((req, res) => {
      void textOf(req).then(() => listener(req, res));
    });
    const response = await fetch(address, { method: 'POST', body: '{}' });
    assert.equal(response.status, 500);
    assert.match(await response.text(), /before body parsers/);
  });

  it('a framework that cuts the mount path off is understood', async () => {
    const listener = toNodeListener((request) => Promise.resolve(new Response(request.url)), {
      origin: 'https://public.example',
    });
    const address = await listen((req, res) => {
      Object.assign(req, { originalUrl: req.url, url: '/token' });
      listener(req, res);
    });
    assert.equal(
      await (await fetch(`${address}/hubspot/token?a=b`)).text(),
      'https://public.example/hubspot/token?a=b',
    );
  });
});
