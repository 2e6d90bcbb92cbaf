/** A proxy that passes HubSpot's calls on, and does to some of them what networks and servers do. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** The calls of an import, as far as they are told apart. `more errors`: pages after the first. */
export type Call = 'token' | 'definitions' | 'start' | 'list' | 'read' | 'errors' | 'more errors' | 'cancel';

/** An answer in place of the real one. */
export interface Instead {
  readonly status: number;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the call gets through all the same, and only its answer is another. */
  readonly goesThrough?: boolean;
}

/** Where a connection drops, no answer or a late one, or another answer. */
export type Happening =
  | {
      readonly drops:
        'before the headers' | 'in the upload' | 'before the answer' | 'in the head' | 'in the answer';
    }
  | { readonly answers: 'never' | 'late' }
  | Instead;

export interface Fault {
  readonly call: Call;
  readonly happening: Happening;
  /** How many calls it meets. */
  readonly times: number;
}

export interface FaultProxy {
  /** Without a slash at its end. */
  readonly url: string;
  /** From now on; none lets everything pass. */
  set(faults: readonly Fault[]): void;
  /** How many calls have met a fault. */
  readonly met: number;
  /** How many calls have come. */
  readonly calls: number;
  /** Settles when no call is under way, but for those that are answered late or never. */
  quiet(): Promise<void>;
  /** Lets late answers come. */
  release(): void;
  /** How many answers wait to be let go. */
  readonly late: number;
  close(): void;
}

/** Bytes of an upload that get through before it breaks off. */
const CUT_AFTER_BYTES = 4000;

/** @param target origin of what lies behind it, without a slash at its end */
export async function openFaultProxy(target: string): Promise<FaultProxy> {
  let faults: { readonly fault: Fault; left: number }[] = [];
  let met = 0;
  let calls = 0;
  let busy = 0;
  const late = new Set<() => void>();
  const waiting = new Set<() => void>();

  const take = (call: Call | null): Happening | null => {
    const next = faults.find(({ fault, left }) => fault.call === call && left > 0);
    if (next === undefined) return null;
    next.left -= 1;
    met += 1;
    return next.fault.happening;
  };

  const server = createServer((req, res) => {
    const happening = take(callOf(req));
    calls += 1;
    busy += 1;
    let isCounted = true;
    const uncount = (): void => {
      if (isCounted) busy -= 1;
      isCounted = false;
      if (busy > 0) return;
      for (const tell of waiting) tell();
      waiting.clear();
    };
    res.once('close', uncount);
    const wait = (): Promise<void> =>
      new Promise((resolve) => {
        uncount();
        late.add(resolve);
      });
    void (
      happening === null ? pass(target, req, res) : meet(happening, target, req, res, uncount, wait)
    ).catch(() => req.socket.destroy());
  });
  server.requestTimeout = 0;
  server.keepAliveTimeout = 600_000; // Chromium repeats a call by itself on a connection that it used before
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set(next) {
      faults = next.map((fault) => ({ fault, left: fault.times }));
      met = 0;
    },
    get met() {
      return met;
    },
    get calls() {
      return calls;
    },
    quiet: () =>
      new Promise((resolve) => {
        if (busy === 0) resolve();
        else waiting.add(resolve);
      }),
    get late() {
      return late.size;
    },
    release() {
      for (const go of late) go();
      late.clear();
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function callOf({ method, url = '' }: IncomingMessage): Call | null {
  const path = url.split('?', 1)[0] ?? '';
  if (path.endsWith('/hubspot/token')) return 'token';
  if (/\/imports\/?$/.test(path)) return method === 'POST' ? 'start' : 'list';
  if (path.endsWith('/errors')) return url.includes('after=') ? 'more errors' : 'errors';
  if (path.endsWith('/cancel')) return 'cancel';
  if (/\/imports\/\d+$/.test(path)) return 'read';
  return /\/(crm|crm-object-schemas|account-info)\//.test(path) ? 'definitions' : null;
}

async function meet(
  happening: Happening,
  target: string,
  req: IncomingMessage,
  res: ServerResponse,
  uncount: () => void,
  wait: () => Promise<void>,
): Promise<void> {
  if ('status' in happening) {
    if (happening.goesThrough === true) await collect(await forward(target, req));
    else await collect(req);
    const { status, body, headers } = happening;
    res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    return;
  }
  if ('answers' in happening) {
    if (happening.answers === 'never') {
      await collect(await forward(target, req));
      uncount();
      return;
    }
    const answer = await forward(target, req);
    const body = await collect(answer);
    res.writeHead(answer.statusCode ?? 502, withoutLength(answer));
    res.write(body.subarray(0, body.length / 2));
    await wait();
    res.end(body.subarray(body.length / 2));
    return;
  }
  await drop(happening.drops, target, req);
}

async function drop(
  where: Extract<Happening, { drops: string }>['drops'],
  target: string,
  req: IncomingMessage,
): Promise<void> {
  const { socket } = req;
  if (where === 'before the headers') {
    socket.destroy();
    return;
  }
  if (where === 'in the upload') {
    const onward = httpRequest(optionsFor(target, req)).on('error', () => undefined);
    let bytes = 0;
    for await (const chunk of req as AsyncIterable<Buffer>) {
      onward.write(chunk.subarray(0, CUT_AFTER_BYTES - bytes));
      bytes += chunk.length;
      if (bytes >= CUT_AFTER_BYTES) break;
    }
    onward.destroy();
    socket.destroy();
    return;
  }
  const answer = await forward(target, req);
  const body = await collect(answer);
  const head = `HTTP/1.1 ${answer.statusCode} OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  const half = Buffer.concat([Buffer.from(`${head}\r\n`), body.subarray(0, Math.floor(body.length / 2))]);
  if (where === 'in the head') socket.write(head.slice(0, 30), () => socket.destroy());
  else if (where === 'in the answer') socket.write(half, () => socket.destroy());
  else socket.destroy();
}

async function pass(target: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const answer = await forward(target, req, res);
  res.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.on('error', () => res.destroy());
  answer.pipe(res);
}

const optionsFor = (target: string, { method, url, headers }: IncomingMessage): RequestOptions => {
  const { hostname, port } = new URL(target);
  return { hostname, port, method: method ?? 'GET', path: url ?? '/', headers, agent: false };
};

/** @param res when whoever waits for it leaves, what lies behind is left too */
function forward(target: string, req: IncomingMessage, res?: ServerResponse): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const onward = httpRequest(optionsFor(target, req), resolve).on('error', reject);
    const leave = (): void => void onward.destroy();
    req.on('aborted', leave);
    res?.once('close', () => {
      if (!res.writableFinished) leave();
    });
    req.pipe(onward);
  });
}

async function collect(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function withoutLength({ headers }: IncomingMessage): IncomingMessage['headers'] {
  const { 'content-length': _, ...others } = headers;
  return others;
}
