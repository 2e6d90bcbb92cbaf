import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import Papa from 'papaparse';
import { findSample } from '../../demo/samples.js';
import { openSite, type Site } from './site.js';

/** What HubSpot keeps of a column of the sample; a date, an option and an owner are kept in HubSpot's own spelling. */
const KEPT: Readonly<Record<string, readonly [property: string, spell: (text: string) => string]>> = {
  'First Name': ['firstname', String],
  'Last Name': ['lastname', String],
  Email: ['email', String],
  'Phone Number': ['phone', String],
  'Company Name': ['company', String],
  'Job Title': ['jobtitle', String],
  City: ['city', String],
  'Postal Code': ['zip', String],
  'Country/Region': ['country', String],
  'Lifecycle Stage': ['lifecyclestage', (text) => text.toLowerCase().replaceAll(' ', '')],
  'Member number': ['member_number', String],
};

const sample = findSample('clean-contacts')?.files[0];
const bytes = Buffer.concat([...(sample?.generate() ?? [])]);
const { data: rows } = Papa.parse<Record<string, string>>(bytes.toString('utf8'), {
  header: true,
  skipEmptyLines: true,
});

describe('10,000 contacts, from the drop to the report', { timeout: 120_000 }, () => {
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  it('takes a dropped file to records, a click a step', async () => {
    const { page } = site;
    const transfer = await page.evaluateHandle(
      ([text, name]) => {
        const files = new DataTransfer();
        files.items.add(new File([text ?? ''], name ?? '', { type: 'text/csv' }));
        return files;
      },
      [bytes.toString('utf8'), sample?.fileName ?? ''],
    );
    const drop = page.locator('hubspot-importer [part="drop"]');
    await drop.dispatchEvent('dragover', { dataTransfer: transfer });
    await drop.dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByRole('button', { name: 'Review import' }).click();
    await page.getByRole('heading', { name: 'Ready to import 10,000 contacts' }).waitFor();
    await page.getByRole('button', { name: 'Import 10,000 rows' }).click();
    await page.getByRole('heading', { name: '10,000 contacts are in HubSpot' }).waitFor({ timeout: 60_000 });
    await page.getByText('All 10,000 rows arrived.').waitFor();
  });

  it('has every row in HubSpot, value by value', async () => {
    const records = await site.records();
    assert.equal(rows.length, 10_000);
    assert.equal(records.length, rows.length);
    const wrong = rows.flatMap((row, index) =>
      Object.entries(KEPT).flatMap(([header, [property, spell]]) => {
        const expected = spell(row[header] ?? '');
        const found = records[index]?.[property];
        return found === expected ? [] : [`row ${index + 2}, ${header}: ${found} instead of ${expected}`];
      }),
    );
    assert.deepEqual(wrong.slice(0, 5), []);
  });

  it('has asked nobody else for anything, and the console is quiet', () => {
    assert.deepEqual([...site.origins], [new URL(site.url).origin]);
    assert.deepEqual(site.complaints, []);
  });

  it('shows the events and the records on the demo’s page', async () => {
    const { page } = site;
    await page.locator('#records', { hasText: '10,000' }).waitFor();
    const log = (await page.locator('#events').textContent()) ?? '';
    assert.match(log, /hubspot-importer-submit/);
    assert.doesNotMatch(log, /@[a-z]+\.example/, 'no cell of the file is in an event');
  });
});
