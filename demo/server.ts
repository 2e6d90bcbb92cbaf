import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Plugin } from 'vite';
import { createRelay } from '../src/relay/index.js';
import { toNodeListener } from '../src/relay/node.js';
import { FAULTS, type FaultName } from './hubspot/faults.js';
import { createStandIn, type StandIn, type StandInOptions } from './hubspot/stand-in.js';
import { findSample, WORKBOOKS } from './samples.js';
import { writeWorkbook } from './samples/write-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HUBSPOT_TOKEN = 'local-token';

/** What answers on the demo's port besides the page: the backend, the stand-in's switches and records, sample files. */
export interface DemoServer {
  readonly standIn: StandIn;
  handle(request: Request): Promise<Response | null>;
}

/**
 * The backend as a customer would mount it, in front of the stand-in instead of HubSpot.
 *
 * @param folder where on the server it all is, without a slash at its end
 */
export function createDemoServer(options: StandInOptions = {}, folder = ''): DemoServer {
  const standIn = createStandIn({ ...options, tokens: [HUBSPOT_TOKEN] });
  const relay = createRelay({
    authorize: () => ({
      subject: 'demo-user',
      marketing: true,
      lists: true,
      properties: true,
      imports: 'all',
    }),
    credential: { accessToken: HUBSPOT_TOKEN },
    secret: randomBytes(32).toString('hex'),
    path: `${folder}/hubspot`,
    fetch: (input, init) => standIn.handle(new Request(input, init)),
  });
  return {
    standIn,
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith(`${folder}/hubspot/`)) return relay(request);
      if (pathname.startsWith(`${folder}/demo-api/`))
        return answerDemo(standIn, pathname.slice(folder.length), request);
      return null;
    },
  };
}

/**
 * What the demo's page and tests ask of the stand-in itself: `records/{type}` (`?all` for every one), `faults/{name}`,
 * `imports` and `imports/{id}/revert`, `reset`, `samples/{name}/{file}` (the first file without its name).
 */
async function answerDemo(standIn: StandIn, path: string, request: Request): Promise<Response> {
  const [, , what, name = '', part = ''] = path.split('/').map(decodeURIComponent);
  switch (what) {
    case 'records': {
      const records = standIn.records(name || '0-1');
      const newest = records.toReversed();
      const latest = new URL(request.url).searchParams.has('all') ? newest : newest.slice(0, 50);
      return Response.json({ total: records.length, latest });
    }
    case 'faults':
      if (request.method === 'POST') {
        standIn.faults.clear();
        if (isFault(name)) standIn.faults.set(name);
      }
      return Response.json({
        active: standIn.faults.active(),
        all: Object.entries(FAULTS).map(([fault, { title }]) => ({ name: fault, title })),
      });
    case 'imports':
      if (request.method !== 'POST') return Response.json(standIn.imports());
      return new Response(null, { status: part === 'revert' && standIn.revert(name) ? 204 : 409 });
    case 'reset':
      standIn.reset();
      return new Response(null, { status: 204 });
    case 'samples': {
      const book = WORKBOOKS.find((sample) => sample.name === name);
      if (book !== undefined) {
        const disposition = `attachment; filename="${book.files[0].fileName}"`;
        const headers = { 'content-type': XLSX, 'content-disposition': disposition };
        return new Response(await writeWorkbook(book.sheets()), { headers });
      }
      const files = findSample(name)?.files ?? [];
      const file = files.find(({ fileName }) => part === '' || fileName === part);
      if (file === undefined) return new Response('No such sample', { status: 404 });
      const headers = {
        'content-type': 'text/csv',
        'content-disposition': `attachment; filename="${file.fileName}"`,
      };
      return new Response(Readable.toWeb(Readable.from(file.generate())) as ReadableStream, { headers });
    }
    default:
      return new Response('Not found', { status: 404 });
  }
}

const isFault = (name: string): name is FaultName => Object.hasOwn(FAULTS, name);

/** Mounts the demo server in Vite's, so that page, backend and stand-in share one port. */
export function demoServer(options: StandInOptions = {}): Plugin {
  return {
    name: 'demo-server',
    apply: 'serve',
    configureServer({ middlewares, httpServer }) {
      const server = createDemoServer(options);
      if (httpServer !== null && 'requestTimeout' in httpServer) httpServer.requestTimeout = 0;
      const listener = toNodeListener(
        async (request) => (await server.handle(request)) ?? new Response('Not found', { status: 404 }),
      );
      middlewares.use((req, res, next) => {
        const isOurs = req.url?.startsWith('/hubspot/') || req.url?.startsWith('/demo-api/');
        if (isOurs) listener(req, res);
        else next();
      });
    },
  };
}
