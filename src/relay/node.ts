import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** How Node's requests are read. */
export interface NodeListenerOptions {
  /** The origin that browsers see, `https://app.example.com`. Default: the connection's scheme and the `Host` header. */
  readonly origin?: string;
}

/** After an early answer the rest of an upload is read and dropped for so long, or the client would not see the answer. */
const DRAIN_MS = 30_000;

/**
 * Mounts a Fetch handler in Node's `http`, Express, Connect or Vite. Streams both ways with back-pressure; a client that
 * leaves aborts `request.signal`.
 *
 * Node ends every request after 300 s: set the server's `requestTimeout` to 0, or higher, for slow uploads.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
  options: NodeListenerOptions = {},
): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    void respond(handler, options, req, res).catch(() => res.destroy());
  };
}

async function respond(
  handler: (request: Request) => Promise<Response>,
  options: NodeListenerOptions,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const left = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) left.abort();
  });
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
  res.writeHead(response.status, Object.fromEntries(response.headers));
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

  const method = req.method ?? 'GET';
  const init: RequestInit & { duplex: 'half' } = { method, headers: headersOf(req), signal, duplex: 'half' };
  if (method !== 'GET' && method !== 'HEAD') init.body = bodyOf(req);
  try {
    return new Request(address, init);
  } catch {
    // A method or header that Fetch does not take.
    return null;
  }
}

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

function drain(req: IncomingMessage): void {
  if (req.complete || req.destroyed) return;
  req.removeAllListeners('data');
  req.resume();
  const timer = setTimeout(() => req.destroy(), DRAIN_MS);
  const done = () => {
    clearTimeout(timer);
    req.socket.off('close', done);
  };
  req.once('close', done);
  // Once it is answered, a request hears nothing of its connection any more.
  req.socket.once('close', done);
}
