/**
 * `npm run bench`: speed and memory against baselines of the same run, in headless Chromium. Not part of the tests. Ends with
 * 1 when a goal is missed. Sizes in MB may be given; 1 10 100 500 are the default. `--write` puts what it prints into the
 * README.
 */
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse/package.json' with { type: 'json' };
import { chromium, type Page } from 'playwright-core';
import { findChrome } from '../browser.js';
import { type BenchFile, createFolder, writeFile, writeWorkbook } from './files.js';
import { type Figures, goalsOf, type WorkbookFigures } from './goals.js';
import { watchMemory } from './memory.js';
import type { Subject } from './page.js';
import { startServer } from './server.js';
import { toSection, writeReadme } from './readme.js';
import { watchTasks, type Work } from './tasks.js';
import type { Reader } from './workbook.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const SIZES_MB = positionals.length === 0 ? [1, 10, 100, 500] : positionals.map(Number);

/**
 * Runs of each subject, in turn with the others, every other time the other way round. The fastest counts: whatever else the
 * machine does only ever adds. The baselines of the largest file take minutes.
 */
const RUNS: Readonly<Record<Subject, (megabytes: number) => number>> = {
  preview: () => 15,
  bareSlice: () => 15,
  upload: (megabytes) => (megabytes > 100 ? 3 : 9),
  bareUpload: (megabytes) => (megabytes > 100 ? 3 : 9),
  check: (megabytes) => (megabytes > 100 ? 2 : 3),
  plainCheck: (megabytes) => (megabytes > 100 ? 1 : 3),
  bareRead: () => 3,
  recheck: () => 9,
  rewrite: (megabytes) => (megabytes > 100 ? 1 : 3),
  plainRewrite: (megabytes) => (megabytes > 100 ? 0 : 3),
};
const MOST_RUNS = 15;

const time = (page: Page, subject: Subject): Promise<number> =>
  page.evaluate(async (name) => {
    const address = '/test/bench/page.ts';
    const bench = (await import(/* @vite-ignore */ address)) as typeof import('./page.js');
    return bench.time(name);
  }, subject);

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
async function watchOurs(origin: string, file: BenchFile): Promise<Omit<Figures, 'bytes' | 'rows' | 'ms'>> {
  const page = await openPage(origin, file);
  const growth = await watchMemory(browser);
  await time(page, 'check');
  const memoryBytes = growth();
  const beside = await workFor(page, ['preview', 'check', 'recheck', 'rewrite', 'upload']);
  const recheck = await workFor(page, ['recheck']);
  await page.close();
  const pageAlone = await openPage(origin, file, false);
  const alone = await workFor(pageAlone, ['check', 'recheck', 'rewrite']);
  await pageAlone.close();
  return {
    memoryBytes,
    longestTaskMs: beside.longestTaskMs,
    longestTaskAloneMs: alone.longestTaskMs,
    recheckWorkMs: recheck.totalMs,
  };
}

async function workFor(page: Page, subjects: readonly Subject[]): Promise<Work> {
  const end = await watchTasks(browser);
  for (const subject of subjects) await time(page, subject);
  return end();
}

async function compare(origin: string, file: BenchFile): Promise<Figures['ms']> {
  const page = await openPage(origin, file);
  const megabytes = Math.round(file.bytes / 1e6);
  const fastest: Partial<Record<Subject, number>> = {};
  const subjects = Object.keys(RUNS) as Subject[];
  for (let turn = 0; turn < MOST_RUNS; turn += 1) {
    const wanted = subjects.filter((subject) => turn < RUNS[subject](megabytes));
    for (const subject of turn % 2 === 0 ? wanted : wanted.toReversed()) {
      fastest[subject] = Math.min(fastest[subject] ?? Infinity, await time(page, subject));
    }
  }
  await page.close();
  return fastest;
}

/** Rows of the workbook. */
const WORKBOOK_ROWS = 100_000;

async function measureWorkbook(origin: string): Promise<WorkbookFigures> {
  const { path, bytes, rows } = await writeWorkbook(folder.path, WORKBOOK_ROWS);
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${origin}/bench`);
  await page.setInputFiles('input', path);
  const timeReading = (reader: Reader): Promise<number> =>
    page.evaluate(async (name) => {
      const address = '/test/bench/workbook.ts';
      const bench = (await import(/* @vite-ignore */ address)) as typeof import('./workbook.js');
      return bench.timeReading(name);
    }, reader);
  const ms = { ours: Infinity, readExcelFile: Infinity };
  for (let turn = 0; turn < 3; turn += 1) {
    for (const reader of ['ours', 'readExcelFile'] as const) {
      ms[reader] = Math.min(ms[reader], await timeReading(reader));
    }
  }
  const end = await watchTasks(browser);
  await timeReading('ours');
  const { longestTaskMs } = await end();
  await page.close();
  return { bytes, rows, ms, longestTaskMs };
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
const version = browser.browser()?.version() ?? '';
const figures: Figures[] = [];
let workbook: WorkbookFigures;
try {
  workbook = await measureWorkbook(server.origin);
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
const goals = goalsOf(figures, workbook, pageKb, workerKb);
const section = toSection(figures, workbook, goals, {
  date: new Date().toISOString().slice(0, 10),
  browser: `Chromium ${version.split('.')[0]}`,
  papaparse: `papaparse ${Papa.version}`,
  cores: cpus().length,
  pageKb,
  workerKb,
});
const print = (text: string): boolean => process.stdout.write(`${text}\n`);
print(section);
for (const { title, isMet, at } of goals) print(`${isMet ? 'met   ' : 'MISSED'} ${title} (${at})`);
if (options.write) await writeReadme(section);
process.exitCode = goals.every(({ isMet }) => isMet) ? 0 : 1;
