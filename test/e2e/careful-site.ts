/** A page that embeds the built package behind a content policy, its backend, and notes of all it does. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { INSTANT } from '../../demo/hubspot/imports.js';
import { createDemoServer, type DemoServer } from '../../demo/server.js';
import { allowLongUploads, toNodeListener } from '../../src/relay/node.js';
import type { Files } from './built.js';

/** What a page sends along, and how it embeds the widget. */
export interface Embedding {
  readonly files: Files;
  /** `Content-Security-Policy`; none without it. */
  readonly policy?: string;
  /** `Content-Security-Policy-Report-Only`, each on its own. */
  readonly watched?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** Answers in place of the backend, or changes what it says. */
  readonly answer?: (request: Request, go: () => Promise<Response>) => Promise<Response>;
}

/** Something that a policy forbids, as the browser reported it to the server. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly policy: string;
}

export interface CarefulSite {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  readonly demo: DemoServer;
  /** Seen by the page. */
  violations(): Promise<readonly string[]>;
  /** Told to the server, by the page and by workers. */
  readonly reports: readonly Violation[];
  /** What the console said, of any kind, and errors that nobody caught. */
  readonly said: readonly string[];
  /** Every address that was asked for. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

const PAGE_SCRIPT = `
  window.violations = [];
  window.events = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) =>
    disposition === 'enforce' && window.violations.push(effectiveDirective + ' ' + blockedURI));
  for (const type of ['state', 'progress', 'submit', 'error'])
    document.addEventListener('hubspot-importer-' + type, ({ detail }) => window.events.push(JSON.stringify(detail)));
  await import('/hubspot-importer.js');
`;

export async function openCarefulSite(browser: Browser, embedding: Embedding): Promise<CarefulSite> {
  const { files, policy, watched = [], attributes = {}, answer } = embedding;
  const demo = createDemoServer({ pace: INSTANT });
  const reports: Violation[] = [];
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (policy !== undefined) headers.set('content-security-policy', `${policy}; report-uri /reports`);
  for (const one of watched)
    headers.append('content-security-policy-report-only', `${one}; report-uri /reports`);

  const served = (body: BodyInit, type: string): Response => {
    const response = new Response(body, { headers });
    response.headers.set('content-type', type);
    return response;
  };
  const serve = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/reports') {
      reports.push(toViolation(await request.text()));
      return new Response(null, { status: 204 });
    }
    if (pathname === '/') return served(toHtml(attributes), 'text/html; charset=utf-8');
    if (pathname === '/page.js') return served(PAGE_SCRIPT, 'text/javascript');
    const file = files.get(pathname.slice(1));
    if (file !== undefined) return served(file.body, file.type);
    const go = async (): Promise<Response> =>
      (await demo.handle(request)) ?? new Response('Not found', { status: 404 });
    return answer === undefined ? go() : answer(request, go);
  };

  const server = allowLongUploads(createServer(toNodeListener(serve))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const context = await browser.newContext({ acceptDownloads: true, locale: 'en-US' });
  // What runs the tests names functions by a helper, which functions that go to the page miss there.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const { said, requested } = watch(context, page);
  await page.goto(url);
  return {
    page,
    context,
    url,
    demo,
    reports,
    said,
    requested,
    violations: () => page.evaluate(() => (window as unknown as { violations: string[] }).violations),
    close: () => close(server, context),
  };
}

function toHtml(attributes: Readonly<Record<string, string>>): string {
  const all = Object.entries({ 'token-endpoint': '/hubspot/token', ...attributes });
  const written = all.map(([name, value]) => ` ${name}="${value}"`).join('');
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A careful page</title>
    <script type="module" src="/page.js"></script>
  </head>
  <body><hubspot-importer${written}></hubspot-importer></body>
</html>`;
}

function toViolation(body: string): Violation {
  const { 'csp-report': report } = JSON.parse(body) as { 'csp-report': Record<string, string> };
  return {
    directive: report['effective-directive'] ?? '',
    blocked: report['blocked-uri'] ?? '',
    policy: (report['original-policy'] ?? '').replace('; report-uri /reports', ''),
  };
}

function watch(context: BrowserContext, page: Page): { said: string[]; requested: string[] } {
  const said: string[] = [];
  const requested: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => requested.push(request.url()));
  context.on('page', (other) => requested.push(other.url()));
  return { said, requested };
}

async function close(server: Server, context: BrowserContext): Promise<void> {
  await context.close();
  server.closeAllConnections();
  server.close();
}
