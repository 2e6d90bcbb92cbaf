import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { INSTANT } from '../../demo/hubspot/imports.js';
import { createStandIn } from '../../demo/hubspot/stand-in.js';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import { freePort, startProgram, type Mount } from './mount.js';
import { missing } from './programs.js';
import { TOKEN } from './relay.js';
import { FILE_BEGINS, FILE_ENDS, textOf } from './sockets.js';
import { BOUNDARY, importRequest } from './uploads.js';

const APP = 'https://app.example.com';
const COOKIE = 'session=ada';

type Answer = (req: IncomingMessage, res: ServerResponse) => unknown;

describe('nginx in the relay’s place', { skip: missing('nginx'), timeout: 60_000 }, () => {
  const standIn = createStandIn({ tokens: [TOKEN], pace: INSTANT });
  const asStandIn = toNodeListener((request) => standIn.handle(request));
  let hubspot: Answer = asStandIn;
  const seen: {
    url?: string | undefined;
    authorization?: string | undefined;
    cookie?: string | undefined;
  }[] = [];
  const upstream = allowLongUploads(
    createServer((req, res) => {
      if (req.url === '/session') {
        res.writeHead(req.headers.cookie === COOKIE ? 204 : 403).end();
        return;
      }
      const { authorization, cookie } = req.headers;
      seen.push({ url: req.url, authorization, cookie });
      res.setHeader('set-cookie', '__cf=1');
      hubspot(req, res);
    }),
  );
  let folder: string;
  let nginx: Mount;
  const imports = () => `${nginx.address}/hubspot/crm/v3/imports/`;

  before(async () => {
    upstream.listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const host = `127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'relay-nginx-'));
    const port = await freePort();
    const [locations = '', proxy = ''] = await Promise.all(
      ['nginx.conf', 'hubspot.conf'].map((name) => readFile(`demo/backends/${name}`, 'utf8')),
    );
    const toStandIn = proxy
      .replace('https://api.hubapi.com', `http://${host}`)
      .replace('HUBSPOT_TOKEN', TOKEN);
    await writeFile(join(folder, 'hubspot.conf'), toStandIn);
    await writeFile(join(folder, 'nginx.conf'), server(port, host, locations));
    nginx = await startProgram('nginx', ['-p', folder, '-c', 'nginx.conf', '-g', 'daemon off;'], port);
  });
  after(async () => {
    await nginx.stop();
    upstream.closeAllConnections();
    upstream.close();
    await rm(folder, { recursive: true });
  });

  it('an import goes through with HubSpot’s token, which the page never gets', async () => {
    hubspot = asStandIn;
    const form = new FormData();
    form.append('importRequest', new Blob([JSON.stringify(importRequest())], { type: 'application/json' }));
    form.append('files', new File(['Email\r\nada@example.com\r\n'], 'people.csv', { type: 'text/csv' }));
    const headers = { cookie: COOKIE, origin: APP };
    const started = await fetch(imports(), { method: 'POST', headers, body: form });
    const text = await started.text();
    assert.equal(started.status, 200, text + nginx.output());
    assert.deepEqual(seen.at(-1), {
      url: '/crm/v3/imports/',
      authorization: `Bearer ${TOKEN}`,
      cookie: undefined,
    });
    assert.ok(!(text + JSON.stringify([...started.headers])).includes(TOKEN));
    assert.equal(started.headers.get('set-cookie'), null);
    const { id } = JSON.parse(text) as { id: string };
    const own = (await (await fetch(`${imports()}${id}`, { headers: { cookie: COOKIE } })).json()) as {
      state: string;
    };
    assert.equal(own.state, 'DONE');
    assert.match(JSON.stringify(standIn.records('contacts')), /ada@example\.com/);
  });

  it('HubSpot sees the file while the client is still sending it', async () => {
    let begun: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (begun = resolve));
    hubspot = async (req, res) => {
      req.once('data', begun);
      await textOf(req);
      res.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"7"}');
    };
    const socket = connect(Number(new URL(nginx.address).port), '127.0.0.1');
    const head = [
      'POST /hubspot/crm/v3/imports/ HTTP/1.1',
      'Host: app.example.com',
      `Cookie: ${COOKIE}`,
      'Connection: close',
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
      `Content-Length: ${Buffer.byteLength(FILE_BEGINS + FILE_ENDS)}`,
      '',
      FILE_BEGINS,
    ];
    socket.write(head.join('\r\n'));
    await first;
    socket.write(FILE_ENDS);
    assert.match(await textOf(socket), /^HTTP\/1\.1 200 [^]*"id":"7"/);
  });

  const kept: readonly (readonly [string, string, string, Record<string, string>])[] = [
    ['people without a session', 'GET', '/hubspot/crm/v3/imports/', {}],
    [
      'a form of another site’s',
      'POST',
      '/hubspot/crm/v3/imports/',
      { cookie: COOKIE, origin: 'https://evil.example' },
    ],
    ['a form that hides its site', 'POST', '/hubspot/crm/v3/imports/', { cookie: COOKIE, origin: 'null' }],
    ['changes to properties', 'DELETE', '/hubspot/crm/v3/properties/0-1/email', { cookie: COOKIE }],
    ['records', 'GET', '/hubspot/crm/v3/objects/contacts', { cookie: COOKIE }],
    ['an encoded way out', 'GET', '/hubspot/crm/v3/imports/%2e%2e/objects/contacts', { cookie: COOKIE }],
  ];
  for (const [what, method, path, headers] of kept) {
    it(`keeps out ${what}`, async () => {
      const calls = seen.length;
      const response = await fetch(`${nginx.address}${path}`, { method, headers });
      assert.ok([403, 404].includes(response.status), String(response.status));
      assert.equal(seen.length, calls);
    });
  }
});

/** A whole configuration around the example's locations, in a folder of its own. */
const server = (port: number, host: string, locations: string): string => `
error_log stderr;
pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port};
    location = /session { internal; proxy_pass http://${host}/session; proxy_pass_request_body off; proxy_set_header Content-Length ""; }
    ${locations}
  }
}
`;
