import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { findChrome } from '../browser.js';
import { buildPackage, type Files } from './built.js';
import { FAULT_CASES, type FaultCase } from './fault-cases.js';
import { type FaultySite, FILE_NAME, openFaultySite, type Seen } from './faulty-site.js';

const TAKEN = 300;
const REFUSED = 110;
const CSV = [
  'Email,First name,Remark',
  'ana(at)harbour.example,Ana,fixed by hand',
  ...Array.from(
    { length: TAKEN - 1 },
    (_, index) => `p${index}@harbour.example,Bo,a remark that is left out`,
  ),
  ...Array.from({ length: REFUSED }, () => 'nobody,Cy,'),
  '',
].join('\n');

interface Outcome {
  readonly status: string;
  readonly error: string | null;
  readonly imports: number;
}

let browser: Browser;
let files: Files;
const outcomes = new Map<FaultCase, Outcome>();
before(async () => {
  files = (await buildPackage(['single'])).single;
  browser = await chromium.launch(await findChrome());
});
after(() => browser.close());

describe('faults', { concurrency: true }, () => {
  for (let lane = 0; lane < 3; lane += 1) {
    describe(`lane ${lane}`, { concurrency: false }, () => {
      let site: FaultySite;
      before(async () => {
        site = await openFaultySite(browser, files);
      });
      after(() => site.close());
      for (const one of FAULT_CASES.filter((_, index) => index % 3 === lane)) {
        const { side, call, what, times } = one;
        it(`${side}, ${call}: ${what}, ${times === 1 ? 'once' : 'always'}`, { timeout: 30_000 }, async () => {
          const outcome = await run(site, one);
          outcomes.set(one, outcome);
          console.log(
            `${side} | ${call} | ${what} | ${times} | ${outcome.status} ${outcome.error ?? ''} | ${outcome.imports}`,
          );
        });
      }
    });
  }
});

async function run(site: FaultySite, one: FaultCase): Promise<Outcome> {
  await site.startOver();
  const proxy = site.proxies[one.side];
  const setFaults = (): void => {
    site.proxies['page and backend'].set(
      one.side === 'page and backend' ? [one, ...(one.also ?? [])] : (one.also ?? []),
    );
    if (one.side !== 'page and backend') proxy.set([one]);
  };
  const isOfLoading = one.call === 'token' || one.call === 'definitions';
  if (isOfLoading) setFaults();
  let seen = await site.does({ load: CSV });
  let request = seen.request;
  if (!isOfLoading) {
    await toReady(site);
    request = (await site.does({ method: 'check' })).request;
    if (one.call === 'cancel') await site.submitsALongOne();
    setFaults();
    seen = await site.does({ method: one.call === 'cancel' ? 'cancel' : 'submit' });
  }
  assert.ok(proxy.met > 0, 'the fault was met');
  const outcome = { status: seen.status, error: seen.error, imports: site.standIn.imports().length };
  assertTrue(seen, site);
  assert.equal(seen.fileName, FILE_NAME);
  if (!isOfLoading) assert.equal(seen.request, request);

  if (one.call === 'cancel') {
    for (const each of Object.values(site.proxies)) each.set([]);
    if (seen.status === 'tracking') seen = await site.does({ method: 'cancel' });
    assert.deepEqual(
      { status: seen.status, imports: site.standIn.imports().map(({ state }) => state) },
      { status: 'canceled', imports: ['CANCELED'] },
    );
    return outcome;
  }
  for (const each of Object.values(site.proxies)) each.set([]);
  if (isOfLoading) {
    await goOnMatching(site, seen);
    seen = await site.does({ method: 'submit' });
  } else seen = await goOn(site, seen);
  assert.deepEqual(
    { status: seen.status, imports: site.standIn.imports().length },
    { status: 'done', imports: 1 },
  );
  const records = site.standIn.records('0-1');
  assert.equal(records.length, TAKEN);
  assert.ok(records.some(({ properties }) => properties.email === 'ana@harbour.example'));
  assert.match(await site.page.locator('[part="card"]').innerText(), /110\s+rows refused|rows refused\s+110/);
  return outcome;
}

async function toReady(site: FaultySite): Promise<void> {
  await site.does({ method: 'check' });
  await site.page.getByRole('button', { name: /^Fix / }).click();
  await site.does({ click: 'Use “ana@harbour.example”' });
}

async function goOnMatching(site: FaultySite, seen: Seen): Promise<void> {
  if (seen.status === 'empty') await site.does({ load: CSV });
  else if ((await site.page.getByRole('button', { name: 'Try again' }).count()) > 0)
    await site.does({ click: 'Try again' });
  await toReady(site);
}

async function goOn(site: FaultySite, seen: Seen): Promise<Seen> {
  if (seen.status === 'ready') return site.does({ method: 'submit' });
  if (seen.status === 'tracking') return site.does({ click: 'Try again' });
  const again = site.page.getByRole('button', { name: 'Fetch again' });
  return (await again.count()) > 0 ? site.does({ click: 'Fetch again' }) : seen;
}

function assertTrue({ status, error }: Seen, { standIn }: FaultySite): void {
  const [newest, ...others] = standIn.imports();
  assert.equal(others.length, 0, 'never two imports');
  if (status === 'done') assert.equal(newest?.state, 'DONE');
  if (status === 'tracking') assert.ok(newest !== undefined);
  if (status === 'ready')
    assert.ok(error !== null && (error === 'import-unknown' || newest === undefined), String(error));
}
