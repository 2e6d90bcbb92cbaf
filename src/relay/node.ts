import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createUploadWarning, drain } from './node-server.js';

export { allowLongUploads } from './node-server.js';

/** How Node's requests are read. */
export interface NodeListenerOptions {
  /** The origin that browsers see, `https://app.example.com`. Default: the connection's scheme and the `Host` header. */
  readonly origin?: string;
}

type Handler = (request: Request) => Response | Promise<Response>;

/**
 * Mounts a Fetch handler in Node's `http` and `https`, Express, Connect or Vite. Streams both ways with back-pressure; a
 * client that leaves aborts `request.signal`; one that is refused early may send on, and reads why. Mount it before
 * anything that reads bodies, and hand the server to `allowLongUploads`: Node ends every request after 300 s.
 */
export function toNodeListener(
  handler: Handler,
  options: NodeListenerOptions = {},
): (req: IncomingMessage, res: ServerResponse) => void {
  const warn = createUploadWarning();
  return (req, res) => {
    warn(req);
    void respond(handler, options, req, res).catch(() => res.destroy());
  };
}

async function respond(
  handler: Handler,
  options: NodeListenerOptions,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) left.abort();
  });
  if (req.readableEnded && mayHaveBody(req) && req.headers['content-length'] !== '0') {
    // Waiting for a body that something else has read would last for ever.
    res.writeHead(500, { 'content-type': 'text/plain' });
    res.end('The body of this request was read before: mount this handler before body parsers.');
    return;
  }
  const request = toRequest(req, options, left.signal);
  if (request === null) {
    res.writeHead(400).end();
    return;
  }
  const response = await handler(request);
  if (res.destroyed) {
    await response.body?.cancel();
    return;
  }
  res.writeHead(response.status, [...response.headers].flat());
  res.once('finish', () => drain(req));
  if (response.body === null) res.end();
  else await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), res);
}

/** Null for an address that does not read back as it was written: `..`, a backslash, a whole URL, a bad host. */
function toRequest(req: IncomingMessage, options: NodeListenerOptions, signal: AbortSignal): Request | null {
  const scheme = 'encrypted' in req.socket ? 'https' : 'http';
  const origin = options.origin ?? `${scheme}://${req.headers.host ?? 'localhost'}`;
  // Express and Connect cut the mount path off `url` and keep the whole one here.
  const { originalUrl } = req as { readonly originalUrl?: unknown };
  const target = typeof originalUrl === 'string' ? originalUrl : (req.url ?? '/');
  const address = `${origin}${target}`;
  if (!URL.canParse(address) || new URL(address).pathname !== target.split('?', 1)[0]) return null;

  const { method = 'GET' } = req;
  const init: RequestInit & { duplex: 'half' } = { method, headers: headersOf(req), signal, duplex: 'half' };
  if (mayHaveBody(req)) init.body = bodyOf(req);
  try {
    return new Request(address, init);
  } catch {
    // A method or header that Fetch does not take.
    return null;
  }
}

const mayHaveBody = ({ method }: IncomingMessage): boolean => method !== 'GET' && method !== 'HEAD';

function headersOf(req: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    for (const one of typeof value === 'string' ? [value] : value) headers.append(name, one);
  }
  return headers;
}

/** Cancelling this stream lets the rest flow into nothing; it must not close the connection an answer is to go out on. */
function bodyOf(req: IncomingMessage): ReadableStream<Uint8Array> {
  let open = true;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        req.on('data', (chunk: Uint8Array) => {
          if (!open) return;
          controller.enqueue(chunk);
          req.pause();
        });
        req.once('end', () => {
          if (open) controller.close();
          open = false;
        });
        const fail = () => {
          if (open) controller.error(new Error('The client left.'));
          open = false;
        };
        req.once('error', fail);
        req.once('close', fail);
        req.pause();
      },
      pull() {
        req.resume();
      },
      cancel() {
        open = false;
        req.resume();
      },
    },
    { highWaterMark: 0 },
  );
}
