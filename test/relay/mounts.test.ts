import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { INSTANT } from '../../demo/hubspot/imports.js';
import { createStandIn } from '../../demo/hubspot/stand-in.js';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import { startNode, startWorkerd, type Mount } from './mount.js';
import { TOKEN } from './relay.js';
import {
  answerTo,
  begin,
  FILE_BEGINS,
  FILE_ENDS,
  MB,
  sendOnRegardless,
  textOf,
  type Served,
} from './sockets.js';
import { importRequest } from './uploads.js';

type Answer = (req: IncomingMessage, res: ServerResponse) => unknown;

const MOUNTS: Readonly<Record<string, (standIn: string) => Promise<Mount>>> = {
  'Node’s http': (standIn) => startNode('node', standIn),
  Express: (standIn) => startNode('express', standIn),
  Hono: (standIn) => startNode('hono', standIn),
  workerd: startWorkerd,
};

for (const [name, start] of Object.entries(MOUNTS)) {
  describe(`mounted in ${name}`, { timeout: 60_000 }, () => {
    const standIn = createStandIn({ tokens: [TOKEN], pace: INSTANT });
    const asStandIn = toNodeListener((request) => standIn.handle(request));
    let hubspot: Answer = asStandIn;
    const upstream = allowLongUploads(
      createServer((req, res) => {
        hubspot(req, res);
      }),
    );
    let mount: Mount;
    let served: Served;

    before(async () => {
      upstream.listen(0, '127.0.0.1');
      await once(upstream, 'listening');
      mount = await start(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
      const answer = await fetch(`${mount.address}/hubspot/token`, {
        method: 'POST',
        headers: { cookie: 'session=ada' },
      });
      const { access_token } = (await answer.json()) as { access_token: string };
      served = { address: mount.address, authorization: `Bearer ${access_token}` };
    });
    after(async () => {
      await mount.stop();
      upstream.closeAllConnections();
      upstream.close();
    });

    it('the relay gives tickets to the host’s users and to nobody else', async () => {
      const ask = (cookie: string) =>
        fetch(`${mount.address}/hubspot/token`, { method: 'POST', headers: { cookie } });
      assert.equal((await ask('session=eve')).status, 403);
      assert.equal((await ask('')).status, 403);
      assert.equal((await ask('session=ada')).status, 200);
    });

    it('a form as a browser sends it becomes an import and records', async () => {
      hubspot = asStandIn;
      const form = new FormData();
      form.append('importRequest', new Blob([JSON.stringify(importRequest())], { type: 'application/json' }));
      form.append(
        'files',
        new File([`Email\r\n${name.length}@example.com\r\n`], 'people.csv', { type: 'text/csv' }),
      );
      const headers = { authorization: served.authorization };
      const imports = `${mount.address}/hubspot/crm/v3/imports/`;
      const started = await fetch(imports, { method: 'POST', headers, body: form });
      assert.equal(started.status, 200, mount.output());
      const { id } = (await started.json()) as { id: string };
      const own = (await (await fetch(`${imports}${id}`, { headers })).json()) as { state: string };
      assert.equal(own.state, 'DONE');
      assert.match(JSON.stringify(standIn.records('contacts')), new RegExp(`${name.length}@example.com`));
    });

    it('HubSpot sees the file while the client is still sending it', async () => {
      let begun: () => void = () => undefined;
      const seen = new Promise<void>((resolve) => (begun = resolve));
      let received = '';
      hubspot = async (req, res) => {
        for await (const chunk of req) {
          received += String(chunk);
          if (received.includes('first row')) begun();
        }
        res.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"7"}');
      };
      const client = begin(served);
      client.write(`${FILE_BEGINS}first row\r\n${'x'.repeat(100_000)}`);
      await seen;
      client.end(`last row${FILE_ENDS}`);
      assert.deepEqual((await answerTo(client)).body, { id: '7' });
      assert.ok(received.endsWith(`last row${FILE_ENDS}`));
    });

    it('HubSpot is told how long the upload is', async () => {
      let length: string | undefined;
      hubspot = async (req, res) => {
        length = req.headers['content-length'];
        const text = await textOf(req);
        res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: text.length }));
      };
      const text = `${FILE_BEGINS}a@b.example${FILE_ENDS}`;
      const client = begin(served, Buffer.byteLength(text));
      client.end(text);
      const { body } = await answerTo(client);
      assert.equal(length, String(body.id));
    });

    it('a client reads why it was refused although it is still sending', async () => {
      let calls = 0;
      hubspot = () => (calls += 1);
      const begins = FILE_BEGINS.replaceAll('"0-1"', '"0-2"');
      const { sent, answer } = await sendOnRegardless(served, 16 * MB, begins);
      assert.match(answer, /^HTTP\/1\.1 403 [^]*"subCategory":"relay\.object-type"/);
      assert.equal(sent, true);
      assert.equal(calls, 0);
    });

    it('a client that leaves in the middle ends the call to HubSpot', async () => {
      let arrived: (req: IncomingMessage) => void = () => undefined;
      const arrival = new Promise<IncomingMessage>((resolve) => (arrived = resolve));
      hubspot = (req) => {
        req.on('error', () => undefined);
        req.once('data', () => arrived(req));
      };
      const client = begin(served);
      client.write(`${FILE_BEGINS}${'x'.repeat(200_000)}`);
      const req = await arrival;
      const closed = new Promise((resolve) => req.once('close', resolve));
      client.destroy();
      await closed;
      assert.equal(req.complete, false);
      hubspot = asStandIn;
      const headers = { authorization: served.authorization };
      const list = await fetch(`${mount.address}/hubspot/crm/v3/imports/`, { headers });
      assert.equal(list.status, 200);
    });

    it('a redirect of HubSpot’s is not followed', async () => {
      const asked: (string | undefined)[] = [];
      hubspot = (req, res) => {
        asked.push(req.url);
        req.resume();
        res.writeHead(307, { location: '/crm/v3/objects/contacts' }).end();
      };
      const headers = { authorization: served.authorization };
      const response = await fetch(`${mount.address}/hubspot/crm/v3/imports/`, { headers });
      assert.equal(response.status, 502);
      assert.deepEqual(asked, ['/crm/v3/imports/']);
    });
  });
}
