import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { findChrome } from '../browser.js';
import { buildPackage, type Files, type Kind } from './built.js';
import { type CarefulSite, openCarefulSite } from './careful-site.js';
import { goThrough, importWorkbook, MARK, pasteInFrench, type Saved } from './journey.js';
import { readTraces } from './traces.js';

/** As the README gives it. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html hubspot-importer";
const WORKER_BUILT_IN = POLICY.replace("worker-src 'self'", 'worker-src blob:');

/** How the page embeds the widget, and what the browser has to say about it. */
interface Embedded {
  readonly title: string;
  readonly kind: Kind;
  readonly policy: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly workers: number;
  /** What the policy forbade. */
  readonly forbidden: readonly string[];
}

const RUNS: readonly Embedded[] = [
  ...(['single', 'modules'] as const).flatMap((kind) => [
    { title: `${kind}, the worker built in`, kind, policy: WORKER_BUILT_IN, workers: 1, forbidden: [] },
    {
      title: `${kind}, the worker from a file`,
      kind,
      policy: POLICY,
      attributes: { 'worker-url': '/worker.js' },
      workers: 1,
      forbidden: [],
    },
    // The worker that is built in is tried once; then the page does the work.
    { title: `${kind}, no worker`, kind, policy: POLICY, workers: 0, forbidden: ['worker-src blob'] },
  ]),
  {
    title: 'the name for the worker’s address not listed',
    kind: 'single',
    policy: WORKER_BUILT_IN.replace(' hubspot-importer', ''),
    workers: 0,
    forbidden: ['require-trusted-types-for trusted-types-sink', 'trusted-types trusted-types-policy'],
  },
];

let browser: Browser;
let built: Readonly<Record<Kind, Files>>;
before(async () => {
  built = await buildPackage(['single', 'modules']);
  browser = await chromium.launch(await findChrome());
});
after(() => browser.close());

describe('A page with a strict content policy', { concurrency: true, timeout: 120_000 }, () => {
  for (const { title, kind, policy, attributes = {}, workers, forbidden } of RUNS) {
    describe(title, { concurrency: false }, () => {
      let site: CarefulSite;
      before(async () => {
        site = await openCarefulSite(browser, { files: built[kind], policy, attributes });
      });
      after(() => site.close());

      it('takes a file to the report, corrected on the way, with every download', async () => {
        const { template, sent, refused, report }: Readonly<Record<string, Saved>> = await goThrough(
          site.page,
        );
        assert.equal(site.page.workers().length, workers);
        const emails = site.demo.standIn.records('0-1').map(({ properties }) => properties.email);
        assert.deepEqual(emails, [`${MARK}1@harbour.example`, `${MARK}2@harbour.example`]);
        assert.match(template?.text ?? '', /Email/);
        assert.match(sent?.text ?? '', new RegExp(`${MARK}2@harbour.example`));
        for (const saved of [refused, report])
          assert.match(saved?.text ?? '', new RegExp(`${MARK}3@harbour..example`));
      });

      it('keeps no corrected copy in private files once it is sent or saved', async () => {
        assert.deepEqual((await readTraces(site)).privateFiles, []);
      });

      it('takes pasted cells there as well, in another language', async () => {
        await pasteInFrench(site.page);
        assert.equal(site.demo.standIn.records('0-1').length, 3);
      });

      it('reads workbooks, without a worker for them', async () => {
        await importWorkbook(site.page);
        const emails = site.demo.standIn.records('0-1').map(({ properties }) => properties.email);
        assert.deepEqual([emails.length, emails.at(-1)], [4, `${MARK}5@harbour.example`]);
        assert.equal(site.page.workers().length, workers);
      });

      it('forbids nothing that the widget does, beyond what is known', async () => {
        const told = site.reports.map(({ directive, blocked }) => `${directive} ${blocked}`);
        assert.deepEqual([...new Set(await site.violations())].toSorted(), forbidden);
        assert.deepEqual([...new Set(told)].toSorted(), forbidden);
        const byBrowser = (line: string): boolean => line.includes('The action has been blocked');
        assert.deepEqual(
          site.said.filter((line) => forbidden.length === 0 || !byBrowser(line)),
          [],
        );
      });

      it('sees its own server asked and no other host, and no cell in an address', () => {
        assert.ok(site.requested.length > 10);
        for (const address of site.requested) {
          assert.ok(address.startsWith(site.url) || address.startsWith(`blob:${site.url}`), address);
          assert.ok(!address.includes(MARK), address);
        }
      });

      it('finds no cell in storage, private files, cookies, caches, events or console, and no ticket', async () => {
        const { kept, privateFiles, stores, events } = await readTraces(site);
        assert.deepEqual([privateFiles, stores], [[], []]);
        assert.ok(events.length > 10);
        for (const text of [...kept, ...events, ...site.said]) {
          assert.ok(!text.includes(MARK), text);
          assert.doesNotMatch(text, /eyJ[\w-]+\./, 'a ticket');
        }
      });
    });
  }
});

describe('The content policy of the README', { timeout: 60_000 }, () => {
  const without = (part: string): string => WORKER_BUILT_IN.replace(part, '');
  const NEEDED: readonly (readonly [part: string, directive: string])[] = [
    ["script-src 'self'; ", 'script-src-elem'],
    ["connect-src 'self'; ", 'connect-src'],
    ['worker-src blob:; ', 'worker-src'],
    ['lit-html ', 'trusted-types'],
    [' hubspot-importer', 'trusted-types'],
  ];
  /** Nothing but these is ever used. */
  const UNUSED =
    "style-src 'none'; img-src 'none'; font-src 'none'; media-src 'none'; object-src 'none'; frame-src 'none'; " +
    "manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; worker-src blob:; " +
    "script-src-attr 'none'; style-src-attr 'none'; style-src-elem 'none'; require-trusted-types-for 'script'";
  let site: CarefulSite;
  before(async () => {
    const watched = [...NEEDED.map(([part]) => without(part)), UNUSED];
    site = await openCarefulSite(browser, { files: built.single, policy: WORKER_BUILT_IN, watched });
    await goThrough(site.page);
  });
  after(() => site.close());

  it('is what the README gives', () => {
    assert.ok(readFileSync('README.md', 'utf8').includes(`\n${POLICY}\n`));
  });

  for (const [part, directive] of NEEDED) {
    it(`cannot do without “${part.trim()}”`, () => {
      const policy = without(part).trim();
      const broken = site.reports
        .filter((report) => report.policy === policy)
        .map((report) => report.directive);
      assert.deepEqual([...new Set(broken)], [directive]);
    });
  }

  it('is all: styles, pictures, fonts, frames and forms are not needed for the widget', () => {
    assert.deepEqual(
      site.reports.filter(({ policy }) => policy === UNUSED),
      [],
    );
  });
});
