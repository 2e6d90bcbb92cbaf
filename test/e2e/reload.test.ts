import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Locator, Page, Route } from 'playwright-core';
import { card } from './journey.js';
import { openSite, type Site } from './site.js';

const ROWS = 4000; // two seconds' work for the stand-in
const NAMES = ['Ana', 'Bo', 'Cy', 'Di'];
const PEOPLE = Array.from({ length: ROWS - 1 }, (_, i) => `p${i}@example.com,${NAMES[i % 4]}\n`);
const TEXT = `Email,First name\nnobody,Bo\n${PEOPLE.join('')}`;
const IMPORTS = '**/hubspot/crm/v3/imports/';
const isStart = (route: Route): boolean => route.request().method() === 'POST';

describe('A page that is left and comes back', { timeout: 120_000 }, () => {
  let site: Site;
  let folder = '';
  let file = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hubspot-importer-'));
    file = join(folder, 'people.csv'); // on a disk, as a person has it: chosen again it is the same
    await writeFile(file, TEXT);
    site = await openSite();
  });
  after(async () => {
    await site.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    await fetch(`${site.url}demo-api/reset`, { method: 'POST' });
    await site.page.unrouteAll();
    await site.page.evaluate(() => localStorage.clear());
    await reload(site.page);
  });

  const reload = async (page: Page): Promise<void> => {
    await page.reload();
    await page.locator('hubspot-importer [part="card"]').waitFor();
  };
  const imports = async (): Promise<readonly { readonly state: string }[]> =>
    (await (await fetch(`${site.url}demo-api/imports`)).json()) as { state: string }[];
  const send = (page: Page): Locator => page.getByRole('button', { name: /^Import [\d,]+ rows$/ });
  const toReady = async (page: Page): Promise<void> => {
    await page.locator('hubspot-importer input[type="file"]').setInputFiles(file);
    await page.getByRole('button', { name: 'Review import' }).click();
    await send(page).waitFor();
  };
  const says = (page: Page, text: string | RegExp): Promise<void> =>
    card(page).getByText(text).first().waitFor();

  it('goes on with its import, to a report with HubSpot’s copies of the refused rows', async () => {
    const { page } = site;
    await toReady(page);
    await send(page).click();
    await says(page, /^Import \d+$/);
    await reload(page);
    await says(page, /Picked up where it was: people\.csv/);
    await says(page, '4,000 rows in all: 3,999 imported and 1 refused.');
    assert.match(await card(page).innerText(), /nobody/);
    assert.equal((await imports()).length, 1);
    await reload(page);
    await page.getByText('Drop your contacts file here').waitFor();
  });

  it('imports the refused row again, corrected, as it was imported before', async () => {
    const { page } = site;
    await toReady(page);
    await send(page).click();
    await says(page, /^Import \d+$/);
    await reload(page);
    await page.getByRole('button', { name: 'Correct the refused rows' }).click();
    await page.getByRole('button', { name: /^Fix 1 row/ }).click();
    const cell = card(page).getByRole('textbox', { name: 'Replacement for nobody' });
    await cell.fill('bo@example.com');
    await cell.blur();
    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await page.getByRole('heading', { name: '1 contact is in HubSpot' }).waitFor();
    const records = await site.records();
    assert.equal(records.length, ROWS);
    assert.ok(records.some(({ email, firstname }) => email === 'bo@example.com' && firstname === 'Bo'));
  });

  it('in the middle of an upload asks first, looks for the import, and sends it once', async () => {
    const { page } = site;
    await toReady(page);
    let isHeld = true;
    await page.route(IMPORTS, (route) => (isStart(route) && isHeld ? undefined : route.continue()));
    await send(page).click();
    await says(page, /Sending people\.csv/);
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
      });
    });
    await reload(page);
    assert.equal(await asked, 'beforeunload');
    isHeld = false;
    await says(page, /was interrupted before HubSpot answered/);
    await toReady(page);
    await send(page).click();
    await page.getByRole('heading', { name: '3,999 contacts are in HubSpot' }).waitFor();
    assert.equal((await imports()).length, 1);
  });

  it('after an upload whose answer had not come finds the import, and sends nothing', async () => {
    const { page } = site;
    await toReady(page);
    await fetch(`${site.url}demo-api/faults/start-unanswered`, { method: 'POST' });
    await send(page).click();
    await says(page, 'Everything is sent. Waiting for HubSpot’s answer…');
    page.once('dialog', (dialog) => void dialog.accept());
    await reload(page);
    await says(page, /HubSpot has the import: this is it/);
    assert.equal((await imports()).length, 1);
    await fetch(`${site.url}demo-api/faults/`, { method: 'POST' });
  });

  it('leaves an import to the tab that follows it, and tells another tab that the file was sent', async () => {
    const { page } = site;
    await toReady(page);
    const other = await page.context().newPage();
    await other.goto(site.url);
    await toReady(other);
    await Promise.all([send(page).click(), send(other).click()]);
    const told = /in another tab or window|This file was sent from this browser before/;
    const either = await Promise.race([page, other].map((one) => says(one, told).then(() => one)));
    await says(either === page ? other : page, /^Import \d+$/);
    assert.equal((await imports()).length, 1);
    await other.close();
  });
});
