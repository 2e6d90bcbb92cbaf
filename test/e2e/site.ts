/** The demo as `npm start` serves it, and a browser in front of it. */
import { type AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { findChrome } from '../browser.js';

export interface Site {
  readonly page: Page;
  /** With a slash at its end. */
  readonly url: string;
  /** What the browser's console said besides plain logging, and errors nobody caught. */
  readonly complaints: string[];
  /** Origins that were asked for anything. */
  readonly origins: Set<string>;
  records(objectType?: string): Promise<Record<string, string>[]>;
  close(): Promise<void>;
}

export async function openSite(): Promise<Site> {
  const server = await createServer({
    configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
    root: new URL('../..', import.meta.url).pathname,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false },
  });
  await server.listen();
  const browser = await chromium.launch(await findChrome());
  const page = await (await browser.newContext({ acceptDownloads: true, locale: 'en-US' })).newPage();
  const { port } = server.httpServer?.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/`;
  const { complaints, origins } = watch(page);
  await page.goto(url);
  await page.locator('hubspot-importer [part="drop"]').waitFor();
  return {
    page,
    url,
    complaints,
    origins,
    async records(objectType = '0-1') {
      const response = await fetch(`${url}demo-api/records/${objectType}?all`);
      const { latest } = (await response.json()) as { latest: { properties: Record<string, string> }[] };
      return latest.reverse().map(({ properties }) => properties);
    },
    close: () => close(server, browser),
  };
}

function watch(page: Page): Pick<Site, 'complaints' | 'origins'> {
  const complaints: string[] = [];
  const origins = new Set<string>();
  page.on('console', (message) => {
    const isNotice = message.text().includes('lit.dev/msg/dev-mode'); // of the development server's build of Lit
    if (!isNotice && ['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') || protocol.startsWith('ws')) origins.add(origin);
  });
  return { complaints, origins };
}

async function close(server: ViteDevServer, browser: Browser): Promise<void> {
  await browser.close();
  await server.close();
}
