/** The built widget, its backend and the stand-in, with a fault proxy on either side of the backend; time passes when it is told to. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { createStandIn, type StandIn } from '../../demo/hubspot/stand-in.js';
import { createRelay } from '../../src/relay/index.js';
import { toNodeListener } from '../../src/relay/node.js';
import type { Files } from './built.js';
import { type FaultProxy, openFaultProxy } from './fault-proxy.js';

/** Where on the way a fault is. */
export type Side = 'page and backend' | 'backend and HubSpot';

/** What can be seen of the widget from outside. */
export interface Seen {
  readonly status: string;
  /** Of the last state, or of the last error event since the last thing that was done. */
  readonly error: string | null;
  readonly fileName: string | null;
  /** The request as it would be sent, as JSON; null without a file. */
  readonly request: string | null;
  /** What was done has settled, and nothing is being read any more. */
  readonly isSettled: boolean;
}

export interface FaultySite {
  readonly page: Page;
  readonly standIn: StandIn;
  readonly proxies: Readonly<Record<Side, FaultProxy>>;
  /** Calls a method of the widget, or clicks a button, and lets time pass until what it began has settled. */
  does(what: Doing): Promise<Seen>;
  /** Sends, and stops as soon as HubSpot works on an import that takes its time. */
  submitsALongOne(): Promise<void>;
  /** A new widget, an empty account, and nothing kept in the browser. */
  startOver(): Promise<void>;
  close(): Promise<void>;
}

export type Doing =
  { readonly method: 'check' | 'submit' | 'cancel' } | { readonly click: string } | { readonly load: string };

/** Longest silence that the backend bears, by the real clock. */
const BACKEND_PATIENCE_MS = 1500;

/** Time passes in steps of so much, in milliseconds; the longest is well below the time that a call may take. */
const FIRST_STEP_MS = 500;
const LONGEST_STEP_MS = 10_000;

/** A late answer comes after so much time, in milliseconds. */
const LATE_MS = 20_000;

/** How long the stand-in's imports stay in a state, in milliseconds. */
const QUICK_MS = 1000;
const LONG_MS = 600_000;

export const FILE_NAME = 'harbour.csv';

/** Runs in the page before anything of it. */
function prepare(): void {
  // Spread waits by nothing, and make time-outs obey the clock of the test.
  Math.random = () => 0.5;
  AbortSignal.timeout = (ms) => {
    const timeout = new AbortController();
    setTimeout(() => timeout.abort(new DOMException('It took too long.', 'TimeoutError')), ms);
    return timeout.signal;
  };
}

export async function openFaultySite(browser: Browser, files: Files): Promise<FaultySite> {
  let skippedMs = 0;
  const pace = { stateMs: QUICK_MS, rowsPerSecond: 2000 };
  const standIn = createStandIn({ tokens: ['token'], now: () => Date.now() + skippedMs, pace });
  const hubspot = await serve((request) => standIn.handle(request));
  const upstream = await openFaultProxy(hubspot.url);
  const relay = createRelay({
    authorize: () => ({ subject: 'ada', imports: 'own' }),
    credential: { accessToken: 'token' },
    secret: 'x'.repeat(32),
    baseUrl: upstream.url,
    timeoutMs: BACKEND_PATIENCE_MS,
  });
  const backend = await serve((request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/hubspot/')) return relay(request);
    if (pathname === '/') return new Response(PAGE, { headers: { 'content-type': 'text/html' } });
    const file = files.get(pathname.slice(1));
    if (file === undefined) return new Response('Not found', { status: 404 });
    return new Response(file.body, { headers: { 'content-type': file.type } });
  });
  const front = await openFaultProxy(backend.url);
  const proxies = { 'page and backend': front, 'backend and HubSpot': upstream };

  const context = await browser.newContext({ locale: 'en-US' });
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(prepare);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.clock.install();
  await page.goto(front.url);
  await page.waitForFunction('customElements.get("hubspot-importer") !== undefined');

  const passTime = async (ms: number): Promise<void> => {
    const isLate = front.late > 0;
    const passedMs = isLate ? LATE_MS : ms;
    skippedMs += passedMs;
    await page.clock.runFor(passedMs);
    if (isLate) front.release();
  };
  /** Lets time pass while nothing is under way, ever faster. */
  const until = async (isReached: (seen: Seen) => boolean): Promise<Seen> => {
    let stepMs = FIRST_STEP_MS;
    for (;;) {
      const { calls } = front;
      await front.quiet();
      const seen = await look(page);
      if (isReached(seen)) return seen;
      await passTime(stepMs);
      stepMs = front.calls > calls ? FIRST_STEP_MS : Math.min(stepMs * 2, LONGEST_STEP_MS);
    }
  };
  return {
    page,
    standIn,
    proxies,
    async does(what) {
      if ('click' in what) await clickButton(page, what.click);
      else await begin(page, what);
      return until(({ isSettled }) => isSettled);
    },
    async submitsALongOne() {
      pace.stateMs = LONG_MS;
      await begin(page, { method: 'submit' });
      await until(({ status }) => status === 'tracking');
    },
    async startOver() {
      pace.stateMs = QUICK_MS;
      for (const proxy of Object.values(proxies)) {
        proxy.set([]);
        proxy.release();
      }
      standIn.reset();
      await mount(page);
    },
    async close() {
      await context.close();
      for (const one of [front, backend, upstream, hubspot]) one.close();
    },
  };
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Faults</title>
<script type="module" src="/hubspot-importer.js"></script><body></body></html>`;

async function serve(
  handler: (request: Request) => Response | Promise<Response>,
): Promise<{ readonly url: string; close(): void }> {
  const server: Server = createServer(toNodeListener(handler)).listen(0, '127.0.0.1');
  server.requestTimeout = 0;
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the page notes of the widget. */
interface Notes {
  error: string | null;
  isGoing: boolean;
}
interface Importer extends HTMLElement {
  status: string;
  preview: { fileName: string } | null;
  importRequest: unknown;
  load(file: File): Promise<void>;
  check(): Promise<void>;
  submit(): Promise<void>;
  cancel(): Promise<void>;
}

const mount = (page: Page): Promise<void> =>
  page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    const importer = document.createElement('hubspot-importer');
    importer.setAttribute('token-endpoint', '/hubspot/token');
    const notes: Notes = { error: null, isGoing: false };
    importer.addEventListener('hubspot-importer-error', ({ detail }) => {
      notes.error = detail.code;
    });
    Object.assign(window, { notes });
    document.body.replaceChildren(importer);
  });

const begin = (page: Page, what: Exclude<Doing, { click: string }>): Promise<void> =>
  page.evaluate(
    ([doing, name]) => {
      const importer = document.querySelector('hubspot-importer') as unknown as Importer;
      const { notes } = window as unknown as { notes: Notes };
      notes.error = null;
      notes.isGoing = true;
      const work =
        'load' in doing
          ? importer.load(new File([doing.load], name, { type: 'text/csv', lastModified: 1 }))
          : importer[doing.method]();
      void work.catch(() => undefined).finally(() => (notes.isGoing = false));
    },
    [what, FILE_NAME] as const,
  );

async function clickButton(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name }).first();
  await button.evaluate((element: HTMLButtonElement) => {
    const { notes } = window as unknown as { notes: Notes };
    notes.error = null;
    element.click();
  });
}

const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const importer = document.querySelector('hubspot-importer') as unknown as Importer;
    const { notes } = window as unknown as { notes: Notes };
    const { status, preview, importRequest } = importer;
    const root = importer.shadowRoot;
    const hasEnded = ['done', 'failed', 'canceled', 'reverted'].includes(status);
    const isReading = hasEnded && root?.querySelector('progress') != null; // what HubSpot refused
    const isWorking =
      ['reading', 'checking', 'submitting'].includes(status) ||
      (status === 'tracking' && notes.error === null);
    return {
      status,
      error: notes.error,
      fileName: preview?.fileName ?? null,
      request: importRequest === null ? null : JSON.stringify(importRequest),
      isSettled: !notes.isGoing && !isReading && !isWorking,
    };
  });
