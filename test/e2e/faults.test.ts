import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { en } from '../../src/element/messages/en.js';
import { findChrome } from '../browser.js';
import { buildPackage, type Files } from './built.js';
import { FAULT_CASES, type FaultCase } from './fault-cases.js';
import { type Outcome, readTable, tableOf, titleOf, writeTable } from './fault-table.js';
import { type FaultySite, FILE_NAME, openFaultySite, type Seen } from './faulty-site.js';
import { card } from './journey.js';

/** Rows that HubSpot takes, one of them corrected by hand, and rows that it refuses: more than a page of them. */
const TAKEN = 300;
const REFUSED = 110;
const CSV = [
  'Email,First name,Remark',
  'ana(at)harbour.example,Ana,corrected by hand',
  ...Array.from({ length: TAKEN - 1 }, (_, index) => `p${index}@harbour.example,Bo,left out`),
  ...Array.from({ length: REFUSED }, () => 'nobody,Cy,'),
  '',
].join('\n');

/** Runs at a time. */
const LANES = [0, 1, 2];

let browser: Browser;
let files: Files;
const outcomes = new Map<FaultCase, Outcome>();
before(async () => {
  files = (await buildPackage(['single'])).single;
  browser = await chromium.launch(await findChrome());
});
after(() => browser.close());

describe(
  'Whatever happens on the way, the widget says what is true, imports once and loses nothing',
  {
    concurrency: true,
  },
  () => {
    for (const lane of LANES) {
      describe(`run ${lane + 1} of ${LANES.length} at a time`, { concurrency: false }, () => {
        let site: FaultySite;
        before(async () => {
          site = await openFaultySite(browser, files);
        });
        after(() => site.close());
        for (const one of FAULT_CASES.filter((_, index) => index % LANES.length === lane))
          it(titleOf(one), { timeout: 60_000 }, () => run(site, one));
      });
    }
  },
);

describe('The README', () => {
  it('has the table of these faults and of what comes of them; `npm run faults` writes it', async () => {
    const inOrder = FAULT_CASES.flatMap((one) => {
      const outcome = outcomes.get(one);
      return outcome === undefined ? [] : [[one, outcome] as const];
    });
    assert.equal(inOrder.length, FAULT_CASES.length);
    const table = await tableOf(new Map(inOrder));
    if (process.env.WRITE_FAULT_TABLE !== undefined) writeTable(table);
    assert.equal(readTable(), table);
  });
});

async function run(site: FaultySite, one: FaultCase): Promise<void> {
  await site.startOver();
  if (one.call === 'token' || one.call === 'definitions') await whileMatching(site, one);
  else if (one.call === 'cancel') await whileCanceling(site, one);
  else await whileImporting(site, one);
}

/** Nothing about the account may be known then; the file is read all the same. */
async function whileMatching(site: FaultySite, one: FaultCase): Promise<void> {
  setFaults(site, one);
  const seen = await site.does({ load: CSV });
  note(site, one, seen);
  assert.deepEqual([seen.status, seen.error], ['mapping', null]);
  clearFaults(site);
  const readAgain = site.page.getByRole('button', { name: en.readAgain });
  if ((await readAgain.count()) > 0) await site.does({ click: en.readAgain });
  await toReady(site);
  await assertImported(site, await site.does({ method: 'submit' }));
}

async function whileImporting(site: FaultySite, one: FaultCase): Promise<void> {
  await site.does({ load: CSV });
  const { request } = await toReady(site);
  setFaults(site, one);
  const seen = await site.does({ method: 'submit' });
  note(site, one, seen);
  assertTrue(site, seen);
  assert.equal(seen.request, request);
  clearFaults(site);
  await assertImported(site, await goOn(site, seen));
}

async function whileCanceling(site: FaultySite, one: FaultCase): Promise<void> {
  await site.does({ load: CSV });
  await toReady(site);
  await site.submitsALongOne();
  setFaults(site, one);
  const seen = await site.does({ method: 'cancel' });
  note(site, one, seen);
  assertTrue(site, seen);
  clearFaults(site);
  const last = seen.status === 'tracking' ? await site.does({ method: 'cancel' }) : seen;
  assert.equal(last.status, 'canceled');
  assert.deepEqual(
    site.standIn.imports().map(({ state }) => state),
    ['CANCELED'],
  );
}

/** All rows checked, one of them corrected. */
async function toReady(site: FaultySite): Promise<Seen> {
  await site.does({ method: 'check' });
  await site.page.getByRole('button', { name: /^Fix / }).click();
  return site.does({ click: 'Use “ana@harbour.example”' });
}

function setFaults({ proxies }: FaultySite, one: FaultCase): void {
  const { side, also = [] } = one;
  proxies['page and backend'].set(side === 'page and backend' ? [one, ...also] : also);
  if (side === 'backend and HubSpot') proxies[side].set([one]);
}

function clearFaults({ proxies }: FaultySite): void {
  for (const proxy of Object.values(proxies)) proxy.set([]);
}

function note({ proxies, standIn }: FaultySite, one: FaultCase, { status, error }: Seen): void {
  assert.ok(proxies[one.side].met > 0, 'it did happen');
  outcomes.set(one, { status, error, imports: standIn.imports().length });
}

/** What the widget says is what is. */
function assertTrue({ standIn }: FaultySite, { status, error, fileName }: Seen): void {
  const [newest, ...others] = standIn.imports();
  assert.equal(others.length, 0);
  assert.equal(fileName, FILE_NAME);
  switch (status) {
    case 'ready': // it says so when an import may have begun
      assert.notEqual(error, null);
      if (error !== 'import-unknown') assert.equal(newest, undefined);
      break;
    case 'tracking':
      assert.notEqual(error, null);
      assert.notEqual(newest, undefined);
      break;
    default:
      assert.equal(newest?.state.toLowerCase(), status);
  }
}

/** What a person does next. */
async function goOn(site: FaultySite, seen: Seen): Promise<Seen> {
  if (seen.status === 'ready') return site.does({ method: 'submit' });
  if (seen.status === 'tracking') return site.does({ click: en.readAgain });
  return seen.error === null ? seen : site.does({ click: en.errorsPartlyAgain });
}

/** Once, with all rows, what was corrected, and what was refused. */
async function assertImported(site: FaultySite, { status, error }: Seen): Promise<void> {
  assert.deepEqual([status, error, site.standIn.imports().length], ['done', null, 1]);
  const records = site.standIn.records('0-1').map(({ properties }) => properties);
  assert.equal(records.length, TAKEN);
  assert.ok(records.some(({ email, firstname }) => email === 'ana@harbour.example' && firstname === 'Ana'));
  assert.match(await card(site.page).innerText(), new RegExp(`rows refused\\s+${REFUSED}\\s`));
}
