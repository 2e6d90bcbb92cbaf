import { type AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
const [, , only = '', lang = 'en', scheme = 'light', width = '1280'] = process.argv;
const server = await createServer({ configFile: 'vite.config.ts', root: '.', logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false } });
await server.listen();
const { port } = server.httpServer?.address() as AddressInfo;
const url = `http://127.0.0.1:${port}/`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const isFr = lang === 'fr';
const t = (en: string, fr: string) => (isFr ? fr : en);
const MESSY = 'Email,First name,Lifecycle Stage\nana@example.com,Ana,Lead\nnobody,Bo,Lead\ncy@example.com,Cy,Warm lead\nnot an address,Anna,Lead\n,,\n' + Array.from({ length: 40 }, (_, i) => `good${i}@example.com,Good${i},Lead\n`).join('') + Array.from({ length: 12 }, (_, i) => `bad${i},B${i},Lead\n`).join('');
async function open(ctx: any): Promise<Page> {
  const page: Page = await ctx.newPage();
  page.on('pageerror', (e) => console.log('pageerror', String(e)));
  page.on('console', (m) => { if (m.type() === 'error') console.log('console', m.text()); });
  await page.goto(url);
  await page.locator('hubspot-importer [part="drop"], hubspot-importer .heading').first().waitFor();
  await page.evaluate((l) => document.querySelector('hubspot-importer')!.setAttribute('locale', l), lang);
  return page;
}
const fault = (page: Page, name: string) => page.evaluate((n) => fetch(`/demo-api/faults/${n}`, { method: 'POST' }).then(() => undefined), name);
const load = (page: Page, text: string, name = 'contacts.csv') =>
  page.evaluate(async ([x, n]) => { const i = document.querySelector('hubspot-importer') as any; await i.load(new File([x!], n!, { type: 'text/csv', lastModified: 1 })); await i.check(); }, [text, name]);
const submit = (page: Page) => page.evaluate(() => { (document.querySelector('hubspot-importer') as any).submit().catch(() => undefined); });
const until = (page: Page, ...s: string[]) => page.waitForFunction((list) => list.includes((document.querySelector('hubspot-importer') as any).status), s, { timeout: 20000 });
const shot = async (page: Page, name: string) => { await page.waitForTimeout(350); await page.locator('hubspot-importer').screenshot({ path: `/tmp/resume-shots/${name}-${lang}-${scheme}-${width}.png` }); };
const GOOD = 'Email,First name,Last name\n' + Array.from({ length: 30000 }, (_, i) => `p${i}@example.com,First${i},Last${i}\n`).join('');
const scenes: Record<string, (ctx: any) => Promise<void>> = {
  async drop(ctx) { const p = await open(ctx); await shot(p, 'drop'); },
  async report(ctx) {
    const p = await open(ctx); await load(p, MESSY); await submit(p); await until(p, 'done'); await p.waitForTimeout(800); await shot(p, 'report');
    await p.getByRole('button', { name: t('Correct the refused rows', 'Corriger les lignes refusées') }).click(); await until(p, 'ready'); await shot(p, 'only-refused');
  },
  async recent(ctx) {
    const p = await open(ctx); await load(p, MESSY, 'members of the club.csv'); await submit(p); await until(p, 'done');
    await load(p, GOOD, 'big.csv'); await submit(p); await until(p, 'tracking');
    await p.evaluate(() => (document.querySelector('hubspot-importer') as any).reset());
    await p.getByRole('button', { name: t('Recent imports', 'Importations récentes') }).click();
    await p.locator('hubspot-importer .recent').waitFor(); await shot(p, 'recent');
  },
  async pickedup(ctx) {
    const p = await open(ctx); await load(p, GOOD); await submit(p); await until(p, 'tracking'); await p.waitForTimeout(2500);
    await shot(p, 'tracking');
    await p.reload(); await p.evaluate((l) => document.querySelector('hubspot-importer')!.setAttribute('locale', l), lang);
    await until(p, 'tracking'); await p.waitForTimeout(1500); await shot(p, 'picked-up');
    await ctx.setOffline(true); await p.waitForTimeout(1200); await shot(p, 'offline'); await ctx.setOffline(false);
    await fault(p, 'rate-burst'); await p.waitForTimeout(5500); await shot(p, 'rate');
    await fault(p, 'none');
  },
  async unknown(ctx) {
    const p = await open(ctx); await load(p, MESSY, 'lost.csv'); await fault(p, 'failed-before'); await submit(p); await p.waitForTimeout(700); await shot(p, 'looking'); await until(p, 'ready'); await shot(p, 'unknown-ready');
    await fault(p, 'none'); await p.reload(); await p.evaluate((l) => document.querySelector('hubspot-importer')!.setAttribute('locale', l), lang); await p.waitForTimeout(500); await shot(p, 'picking-up'); await p.waitForTimeout(3500); await shot(p, 'unknown-empty');
  },
  async repeated(ctx) {
    const p = await open(ctx); await load(p, MESSY); await submit(p); await until(p, 'done');
    const q = await open(ctx); await load(q, MESSY); await submit(q); await q.waitForTimeout(800); await shot(q, 'repeated');
  },
  async cancel(ctx) {
    const p = await open(ctx); await load(p, GOOD); await submit(p); await until(p, 'tracking'); await fault(p, 'rate-daily');
    await p.evaluate(() => { (document.querySelector('hubspot-importer') as any).cancel().catch(() => undefined); }); await p.waitForTimeout(1000); await shot(p, 'cancel-failed'); await fault(p, 'none');
  },
};
for (const [name, run] of Object.entries(scenes)) {
  if (only !== '' && !only.split(',').includes(name)) continue;
  const ctx = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme as 'light' | 'dark', locale: isFr ? 'fr-FR' : 'en-US' });
  try { await run(ctx); console.log(name, 'ok'); } catch (e) { console.log(name, String(e).slice(0, 400)); }
  await ctx.close();
}
await browser.close();
await server.close();
