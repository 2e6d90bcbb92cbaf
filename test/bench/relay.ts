/** `npm run bench:relay`: memory of the relay's process while 512 MB go through it over real sockets. Not part of the tests. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { FILE_BEGINS, FILE_ENDS, MB } from '../relay/sockets.js';
import { BOUNDARY } from '../relay/uploads.js';

const FILE_MB = 512;
/** Bytes a second of the slow side. */
const SLOW = 32 * MB;

interface Speeds {
  readonly client: number;
  readonly hubspot: number;
}
const RUNS: readonly (readonly [string, number, Speeds])[] = [
  ['nothing', 0, { client: Infinity, hubspot: Infinity }],
  ['512 MB, both as fast as they can', FILE_MB, { client: Infinity, hubspot: Infinity }],
  ['512 MB, HubSpot takes 32 MB a second', FILE_MB, { client: Infinity, hubspot: SLOW }],
  ['512 MB, the client sends 32 MB a second', FILE_MB, { client: SLOW, hubspot: Infinity }],
  [
    'four times 512 MB at once, HubSpot takes 32 MB a second of each',
    FILE_MB * 4,
    { client: Infinity, hubspot: SLOW },
  ],
];

/** Waits as long as so many bytes take at this speed. */
const atSpeed = (bytes: number, speed: number): Promise<unknown> =>
  speed === Infinity ? Promise.resolve() : pause((bytes / speed) * 1000);

async function takeUpload(req: IncomingMessage, res: ServerResponse, speed: number): Promise<void> {
  let bytes = 0;
  for await (const chunk of req) {
    bytes += (chunk as Buffer).length;
    if (bytes < MB) continue;
    await atSpeed(bytes, speed);
    bytes = 0;
  }
  res.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"7"}');
}

async function sendUpload(port: number, authorization: string, speed: number): Promise<void> {
  const chunk = Buffer.alloc(MB, 'ada@example.com,Ada,Lovelace\r\n');
  const headers = {
    authorization,
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    'content-length': Buffer.byteLength(FILE_BEGINS + FILE_ENDS) + FILE_MB * MB - MB,
  };
  const client = httpRequest({ port, path: '/hubspot/crm/v3/imports/', method: 'POST', headers });
  client.write(FILE_BEGINS);
  for (let at = 1; at < FILE_MB; at += 1) {
    if (!client.write(chunk)) await once(client, 'drain');
    await atSpeed(MB, speed);
  }
  client.end(FILE_ENDS);
  const [answer] = (await once(client, 'response')) as [IncomingMessage];
  answer.resume();
  if (answer.statusCode !== 200) throw new Error(`The relay answered with ${answer.statusCode}.`);
}

async function measure(megabytes: number, speeds: Speeds): Promise<{ peakMB: number; seconds: number }> {
  const hubspot = createServer({ requestTimeout: 0 }, (req, res) => {
    void takeUpload(req, res, speeds.hubspot);
  }).listen(0, '127.0.0.1');
  await once(hubspot, 'listening');
  const { port: upstream } = hubspot.address() as AddressInfo;
  const relay = fork('test/bench/relay-server.ts', {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, HUBSPOT_API: `http://127.0.0.1:${upstream}` },
  });
  const [port] = (await once(relay, 'message')) as [number];
  const answer = await fetch(`http://127.0.0.1:${port}/hubspot/token`, { method: 'POST' });
  const { access_token } = (await answer.json()) as { access_token: string };
  const started = performance.now();
  const uploads = Array.from({ length: megabytes / FILE_MB }, () =>
    sendUpload(port, `Bearer ${access_token}`, speeds.client),
  );
  await Promise.all(uploads);
  const seconds = (performance.now() - started) / 1000;
  relay.send('peak');
  const [peak] = (await once(relay, 'message')) as [number];
  relay.kill();
  hubspot.closeAllConnections();
  hubspot.close();
  return { peakMB: peak / MB, seconds };
}

const lines = ['| through the relay | peak memory of its process | took |', '| --- | --- | --- |'];
for (const [name, megabytes, speeds] of RUNS) {
  const { peakMB, seconds } = await measure(megabytes, speeds);
  lines.push(`| ${name} | ${peakMB.toFixed(0)} MB | ${seconds.toFixed(1)} s |`);
}
process.stdout.write(`${lines.join('\n')}\n`);
