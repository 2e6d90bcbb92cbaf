/**
 * `npm run bench`: speed and memory against baselines of the same run, in headless Chromium. Not part of the tests. Ends with
 * 1 when a goal is missed. Sizes in MB may be given; 1 10 100 500 are the default.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChrome } from '../browser.js';
import { type BenchFile, createFolder, writeFile } from './files.js';
import { type Figures, goalsOf } from './goals.js';
import { watchMemory } from './memory.js';
import type { Subject } from './page.js';
import { startServer } from './server.js';
import { toTable } from './table.js';

const given = process.argv.slice(2).map(Number);
const SIZES_MB = given.length === 0 ? [1, 10, 100, 500] : given;

/** Runs of each subject, in turn with the others; the median counts. The baselines of the largest file take minutes. */
const RUNS: Readonly<Record<Subject, (megabytes: number) => number>> = {
  preview: () => 15,
  bareSlice: () => 15,
  check: (megabytes) => (megabytes > 100 ? 2 : 5),
  plainCheck: (megabytes) => (megabytes > 100 ? 1 : 3),
  bareRead: () => 3,
  recheck: () => 9,
  rewrite: (megabytes) => (megabytes > 100 ? 1 : 3),
  plainRewrite: (megabytes) => (megabytes > 100 ? 0 : 3),
  upload: (megabytes) => (megabytes > 100 ? 1 : 5),
  bareUpload: (megabytes) => (megabytes > 100 ? 1 : 5),
};
const MOST_RUNS = 15;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const time = (page: Page, subject: Subject): Promise<number> =>
  page.evaluate(async (name) => {
    const address = '/test/bench/page.ts';
    const bench = (await import(/* @vite-ignore */ address)) as typeof import('./page.js');
    return bench.time(name);
  }, subject);

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const address = '/test/bench/page.ts';
    const bench = (await import(/* @vite-ignore */ address)) as typeof import('./page.js');
    return bench.longestTask();
  });

async function openPage(origin: string, { path }: BenchFile, hasWorker = true): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${origin}/bench`);
  await page.setInputFiles('input', path);
  await page.evaluate(
    async ([endpoint, mayWork]) => {
      const address = '/test/bench/page.ts';
      const bench = (await import(/* @vite-ignore */ address)) as typeof import('./page.js');
      await bench.open(endpoint, mayWork);
    },
    [`${origin}/sink`, hasWorker] as const,
  );
  return page;
}

async function measure(origin: string, file: BenchFile): Promise<Figures> {
  const { bytes, rows } = file;
  return { bytes, rows, ...(await watchOurs(origin, file)), ms: await compare(origin, file) };
}

/** What our side does to the page and its memory, with no baseline that leaves its garbage there. */
async function watchOurs(
  origin: string,
  file: BenchFile,
): Promise<Pick<Figures, 'memoryBytes' | 'longestTaskMs' | 'longestTaskAloneMs'>> {
  const page = await openPage(origin, file);
  const growth = await watchMemory(browser);
  await time(page, 'check');
  const memoryBytes = growth();
  for (const subject of ['recheck', 'rewrite', 'upload', 'preview'] as const) await time(page, subject);
  const longestTaskMs = await longestTask(page);
  await page.close();
  const alone = await openPage(origin, file, false);
  for (const subject of ['check', 'recheck', 'rewrite'] as const) await time(alone, subject);
  const longestTaskAloneMs = await longestTask(alone);
  await alone.close();
  return { memoryBytes, longestTaskMs, longestTaskAloneMs };
}

async function compare(origin: string, file: BenchFile): Promise<Figures['ms']> {
  const page = await openPage(origin, file);
  const megabytes = Math.round(file.bytes / 1e6);
  const taken = new Map<Subject, number[]>();
  for (let turn = 0; turn < MOST_RUNS; turn += 1) {
    for (const [subject, runs] of Object.entries(RUNS) as [Subject, (megabytes: number) => number][]) {
      if (turn < runs(megabytes))
        taken.set(subject, [...(taken.get(subject) ?? []), await time(page, subject)]);
    }
  }
  await page.close();
  return Object.fromEntries(Array.from(taken, ([subject, values]) => [subject, median(values)]));
}

/** What `npm run size` says of the build that is there, in kB gzip. */
function weigh(): readonly [page: number, worker: number] {
  const { stdout } = spawnSync(process.execPath, [new URL('../size.js', import.meta.url).pathname], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' }, // the development server has set another one
  });
  const weightOf = (name: string): number => Number(new RegExp(`^${name} +([\\d.]+)`, 'm').exec(stdout)?.[1]);
  return [weightOf('first load'), weightOf('worker')];
}

const folder = await createFolder();
const server = await startServer();
// With a profile, as people have one: a private window keeps files in memory.
const browser = await chromium.launchPersistentContext(join(folder.path, 'profile'), await findChrome());
const figures: Figures[] = [];
try {
  for (const megabytes of SIZES_MB) {
    const file = await writeFile(folder.path, megabytes * 1e6);
    figures.push(await measure(server.origin, file));
  }
} finally {
  await browser.close();
  await server.close();
  await folder.remove();
}
const [pageKb, workerKb] = weigh();
const goals = goalsOf(figures, pageKb, workerKb);
const print = (text: string): boolean => process.stdout.write(`${text}\n`);
print(toTable(figures));
print(`Loaded, gzip: ${pageKb} kB before a file is chosen, the worker ${workerKb} kB.\n`);
for (const { title, isMet, at } of goals) print(`${isMet ? 'met   ' : 'MISSED'} ${title} (${at})`);
process.exitCode = goals.every(({ isMet }) => isMet) ? 0 : 1;
