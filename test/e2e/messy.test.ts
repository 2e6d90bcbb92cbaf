import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import Papa from 'papaparse';
import { findSample } from '../../demo/samples.js';
import { openSite, type Site } from './site.js';

const sample = findSample('messy-contacts')?.files[0];
const bytes = Buffer.concat([...(sample?.generate() ?? [])]);

const parse = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

const numberBefore = (text: string, label: RegExp): number => {
  const [, count = '0'] = new RegExp(`([\\d,]+) ${label.source}`).exec(text) ?? [];
  return Number(count.replaceAll(',', ''));
};

describe('A messy file, repaired by hand', { timeout: 120_000 }, () => {
  let site: Site;
  let refused = '';
  let inFirstRun = 0;
  before(async () => {
    site = await openSite();
  });
  after(() => site.close());

  const importFile = async (name: string, content: Buffer): Promise<string> => {
    const { page } = site;
    await page
      .locator('hubspot-importer input[type="file"]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: content });
    await page.getByRole('button', { name: 'Review import' }).click();
    await page.getByRole('button', { name: /^Import [\d,]+ rows?$/ }).click();
    await page.getByRole('heading', { name: /are in HubSpot|is in HubSpot/ }).waitFor({ timeout: 30_000 });
    await page.getByText(/Fetching what was refused/).waitFor({ state: 'detached' });
    return page.locator('hubspot-importer [part="card"]').innerText();
  };

  it('is imported as far as it goes, and hands the refused rows back', async () => {
    const { page } = site;
    const text = await importFile(sample?.fileName ?? '', bytes);
    inFirstRun = (await site.records()).length;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download refused rows' }).click();
    refused = await readFile(await (await download).path(), 'utf8');
    const [header = [], ...rows] = parse(refused);
    assert.deepEqual(header, parse(bytes.toString('utf8'))[0]);
    assert.ok(rows.length > 10, `${rows.length} rows`);
    assert.equal(numberBefore(text.replace(/\s+/g, ' '), /refused/), rows.length, text);
    const originals = new Set(parse(bytes.toString('utf8')).map((cells) => cells.slice(0, 15).join('|')));
    for (const cells of rows) {
      assert.ok(
        originals.has(cells.join('|').replace(/\|*$/, '')) || originals.has(cells.join('|')),
        cells.join('|'),
      );
    }
  });

  it('lets all of them in once they are corrected', async () => {
    const { page } = site;
    const [header = [], ...rows] = parse(refused);
    const email = header.indexOf('Email');
    const repaired = rows.map((cells, index) => cells.with(email, `repaired.${index}@harbour.example`));
    await page.getByRole('button', { name: 'Import another file' }).click();
    const text = await importFile('repaired.csv', Buffer.from(Papa.unparse([header, ...repaired])));
    assert.match(text, /rows arrived/);
    assert.equal((await site.records()).length, inFirstRun + rows.length);
  });

  it('leaves the console quiet', () => {
    assert.deepEqual(site.complaints, []);
  });
});
