/** What a person does with a small file that has a few mistakes, through every screen and every download, to the report. */
import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';
import writeXlsx, { type SheetData } from 'write-excel-file/node';

/** Stands in every cell of the file and nowhere else, so that a trace of the file is found by it. */
export const MARK = 'kestrel';

/** One address is wrong and corrected on the way; another one HubSpot refuses; a column is left out. */
export const FILE = {
  name: 'birds.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Email,First name,Lifecycle Stage,Remark',
      `${MARK}1@harbour.example,${MARK} Ana,Lead,${MARK} one`,
      `${MARK}2(at)harbour.example,${MARK} Bo,Lead,${MARK} two`,
      `${MARK}3@harbour..example,${MARK} Cy,Customer,${MARK} three`,
      '',
    ].join('\n'),
  ),
};

/** A file that was saved. */
export interface Saved {
  readonly name: string;
  readonly text: string;
}

/** The widget as a person sees it. */
export const card = (page: Page): Locator => page.locator('hubspot-importer [part="card"]');

/** What clicking a button saves. */
export async function saved(page: Page, button: string): Promise<Saved> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  return readDownload(await download);
}

export async function readDownload(download: Download): Promise<Saved> {
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** From the drop zone to the report, with what was saved on the way. */
export async function goThrough(page: Page): Promise<Readonly<Record<string, Saved>>> {
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const template = await saved(page, 'Download a template');
  await page.locator('hubspot-importer input[type="file"]').setInputFiles(FILE);

  await button(/^Property for the column Remark/).click();
  await page.getByRole('combobox', { name: 'Search properties' }).fill('job');
  await page.getByRole('option', { name: 'Job Title' }).waitFor();
  await page.getByRole('combobox', { name: 'Search properties' }).fill('');
  await page.getByRole('option', { name: 'Don’t import this column' }).click();
  await button('Review import').click();

  await button(/^Fix 2 rows/).click();
  await button(`Use “${MARK}2@harbour.example”`).click();
  await page.getByRole('heading', { name: '1 email address is not valid' }).waitFor();
  await button('Show the request').click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Birds of May');
  await page.getByRole('textbox', { name: 'Name' }).blur();
  const sent = await saved(page, 'Download the file that is sent');
  await button('Import 3 rows').click();

  await page.getByRole('heading', { name: '2 contacts are in HubSpot' }).waitFor();
  const refused = await saved(page, 'Download refused rows');
  const report = await saved(page, 'Download error report');
  return { template, sent, refused, report };
}

/** Starts over with cells from the clipboard, in French. */
export async function pasteInFrench(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import another file' }).click();
  await page.locator('hubspot-importer').evaluate((importer) => {
    importer.setAttribute('locale', 'fr');
  });
  await page.getByRole('button', { name: 'Coller depuis un tableur' }).click();
  await page.getByRole('textbox').fill(`Email\tVille\n${MARK}4@harbour.example\t${MARK} Brest\n`);
  await page.getByRole('button', { name: 'Utiliser ces lignes' }).click();
  await page.getByRole('button', { name: 'Vérifier l’envoi' }).click();
  await page.getByRole('button', { name: /^Importer 1 ligne/ }).click();
  await page.getByRole('heading', { name: '1 contact est dans HubSpot' }).waitFor();
}

/** Starts over with the second sheet of a workbook, still in French. */
export async function importWorkbook(page: Page): Promise<void> {
  const sheet = (data: SheetData, name: string): { data: SheetData; sheet: string } => ({
    data,
    sheet: name,
  });
  const buffer = await writeXlsx([
    sheet([['Notes'], [`${MARK} notes`]], 'Notes'),
    sheet(
      [
        ['Email', 'Ville'],
        [`${MARK}5@harbour.example`, `${MARK} Brest`],
      ],
      'Oiseaux',
    ),
  ]).toBuffer();
  await page.getByRole('button', { name: 'Importer un autre fichier' }).click();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page
    .locator('hubspot-importer input[type="file"]')
    .setInputFiles({ name: 'oiseaux.xlsx', mimeType, buffer });
  await page.getByLabel('Feuille').selectOption('Oiseaux');
  await page.getByText(`${MARK}5@harbour.example`).first().waitFor();
  await page.getByRole('button', { name: 'Vérifier l’envoi' }).click();
  await page.getByRole('button', { name: /^Importer 1 ligne/ }).click();
  await page.getByRole('heading', { name: '1 contact est dans HubSpot' }).waitFor();
}
