/** `npm run bench`: speed as ratios against baselines of the same run, in headless Chromium. Not part of the tests. */
import { type AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { findChrome } from '../browser.js';
import type { Figures } from './page.js';

const HEADER =
  'First Name,Last Name,Email,Phone Number,Company Name,Job Title,City,Postal Code,Country,Notes\n';
const LINE =
  'Zoë,"Gonçalves, junior",person.#@example.com,+33 631 81 3653,Hafenkontor GmbH,Sail maker,La Rochelle,17000,France,"Said ""later"",\nthen called back"\n';

const server = await createServer({
  configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
  root: new URL('../..', import.meta.url).pathname,
  logLevel: 'error',
  server: { port: 0, host: '127.0.0.1', hmr: false },
});
await server.listen();
const { port } = server.httpServer?.address() as AddressInfo;
const browser = await chromium.launch(await findChrome());
const rows: string[][] = [];
for (const [megabytes, repeats] of [
  [1, 5],
  [10, 5],
  [100, 3],
] as const) {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/demo-api/bench`); // an empty page of the same origin
  const figures = await page.evaluate(
    async ([size, times, line, header]) => {
      const address = '/test/bench/page.ts';
      const { measure } = (await import(/* @vite-ignore */ address)) as typeof import('./page.js');
      return measure(size, times, line, header);
    },
    [megabytes, repeats, LINE, HEADER] as const,
  );
  rows.push(toRow(figures));
  await page.close();
}
await browser.close();
await server.close();

const titles = [
  'file',
  'rows',
  'first rows',
  '× bare slice',
  'check',
  'MB/s',
  '× papaparse',
  '× bare read',
  'rewrite',
  '× papaparse',
  'longest task',
];
const lines = [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`);
process.stdout.write(lines.join(''));

function toRow(f: Figures): string[] {
  const ms = (value: number): string =>
    value < 100 ? `${value.toFixed(1)} ms` : `${(value / 1000).toFixed(2)} s`;
  const ratio = (value: number): string => value.toFixed(1);
  return [
    `${f.megabytes} MB`,
    f.rows.toLocaleString('en'),
    ms(f.firstRowsMs),
    ratio(f.firstRowsMs / f.bareSliceMs),
    ms(f.checkMs),
    (f.megabytes / (f.checkMs / 1000)).toFixed(0),
    ratio(f.papaCheckMs / f.checkMs),
    ratio(f.checkMs / f.bareReadMs),
    ms(f.rewriteMs),
    ratio(f.papaRewriteMs / f.rewriteMs),
    f.longestTaskMs === 0 ? 'under 50 ms' : ms(f.longestTaskMs),
  ];
}
