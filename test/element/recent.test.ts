import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { answering, type Call } from './fetches.js';
import { button, csv, find, GOOD, mount, type Mounted, seen, textOf, until } from './importer.js';
import { alertText, ended, people, toMapping, toReady, toReport } from './person.js';
import { visitOf } from './visits.js';

const WAIT = { timeout: 8000 };
const isList: Call = (url, method) => method === 'GET' && url.includes('/imports/?');

/** The list of this person's imports, once it is fetched. */
async function openList({ importer }: Mounted): Promise<string[]> {
  button(importer, en.recentImports).click();
  await seen(importer, '.recent li');
  return entries({ importer });
}
const entries = ({ importer }: Pick<Mounted, 'importer'>): string[] =>
  [...(importer.shadowRoot?.querySelectorAll('.recent li .what') ?? [])].map(
    (entry) => entry.textContent?.replace(/\s+/g, ' ').trim() ?? '',
  );
const openButton = ({ importer }: Mounted, at: number): HTMLButtonElement => {
  const buttons = importer.shadowRoot?.querySelectorAll<HTMLButtonElement>('.recent button') ?? [];
  return buttons[at] ?? expect.fail('There is no such import');
};

/** Two imports, both over. */
async function twoImports(): Promise<Mounted> {
  const mounted = await mount();
  await toReport(mounted, csv(`${GOOD}nobody,Cy,Diaz\n,,\n`, 'first.csv'));
  await mounted.importer.reset();
  await toReport(mounted, csv(GOOD, 'second.csv'));
  return visitOf(mounted);
}

describe('Recent imports', () => {
  it('are listed, the newest first, with what became of them', async () => {
    const mounted = await twoImports();
    const [second = '', first = '', ...more] = await openList(mounted);
    expect(more).to.deep.equal([]);
    expect(second).to.match(/^second\.csv.* Done · .*\d{4}.* · 2 updated$/);
    expect(first).to.match(/^first\.csv.* Done · .*\d{4}.* · 2 created · 1 error$/);
    await expect(mounted.importer).to.be.accessible();
  });

  it('are opened, and report as if they had been followed; one sent from here with the numbers of its file', async () => {
    const mounted = await twoImports();
    await openList(mounted);
    openButton(mounted, 1).click();
    await ended(mounted.importer);
    expect(textOf(mounted.importer)).to.contain('4 rows in all: 2 imported, 1 refused, and 1 not sent.');
    expect(textOf(mounted.importer), 'as HubSpot has it').to.contain('nobody');
  });

  it('of another browser are opened too, with HubSpot’s numbers', async () => {
    const mounted = await twoImports();
    localStorage.clear();
    await openList(mounted);
    openButton(mounted, 1).click();
    await ended(mounted.importer);
    expect(textOf(mounted.importer)).to.contain('3 rows in all: 2 imported and 1 refused.');
  });

  it('that still run are followed, and can be canceled', async () => {
    const first = await mount({}, true);
    await toReady(first, people(300));
    await first.importer.submit();
    const mounted = await visitOf(first, { 'no-storage': '' });
    expect((await openList(mounted))[0]).to.contain(en.stateName.PROCESSING);
    openButton(mounted, 0).click();
    await until(mounted.importer, 'tracking');
    await mounted.importer.cancel();
    await ended(mounted.importer);
    expect(mounted.importer.status).to.equal('canceled');
  });

  it('are none before there is one', async () => {
    const { importer } = await mount();
    button(importer, en.recentImports).click();
    await waitUntil(() => textOf(importer).includes(en.recentNone), 'nothing was said', WAIT);
    button(importer, en.back).click();
    await importer.updateComplete;
    expect(find(importer, '[part="drop"]').textContent).to.contain(en.choose);
  });

  it('go on where a page of them ends, each once', async () => {
    const { importer } = await mount();
    const page = (from: number): object[] =>
      Array.from({ length: 2 }, (_, at) => ({
        id: `${from - at}`,
        state: 'DONE',
        importName: `Import no ${from - at}`,
      }));
    let asked = 0;
    importer.fetch = answering(isList, () =>
      Response.json(
        (asked += 1) === 1 ? { results: page(9), paging: { next: { after: '2' } } } : { results: page(7) },
      ),
    );
    await openList({ importer, world: '', states: [] });
    const more = button(importer, en.recentMore);
    more.click();
    more.click();
    await waitUntil(() => entries({ importer }).length > 2, 'no more came', WAIT);
    expect(entries({ importer }).map((text) => text.slice(0, 11))).to.deep.equal(
      [9, 8, 7, 6].map((id) => `Import no ${id}`),
    );
    expect(() => button(importer, en.recentMore)).to.throw();
    expect(asked).to.equal(2);
  });

  it('that cannot be listed say why, and are asked for again', async () => {
    const mounted = await twoImports();
    const { importer } = mounted;
    importer.fetch = answering(isList, () =>
      Response.json(
        { category: 'MISSING_SCOPES', errors: [{ context: { requiredScopes: ['crm.import'] } }] },
        { status: 403 },
      ),
    );
    button(importer, en.recentImports).click();
    await waitUntil(() => alertText(importer) !== '', 'no error', WAIT);
    expect(alertText(importer), 'the scope by its name').to.contain('crm.import');
    importer.fetch = null;
    button(importer, en.readAgain).click();
    await seen(importer, '.recent li');
    expect(entries(mounted)).to.have.lengthOf(2);
    expect(alertText(importer)).to.equal('');
  });

  it('that is gone says so, and the list stays', async () => {
    const { importer } = await mount();
    importer.fetch = answering(isList, () => Response.json({ results: [{ id: '999', state: 'DONE' }] }));
    const mounted = { importer, world: '', states: [] };
    await openList(mounted);
    openButton(mounted, 0).click();
    await waitUntil(() => alertText(importer) !== '', 'no error', WAIT);
    expect(importer.status).to.equal('empty');
    expect(entries(mounted)).to.have.lengthOf(1);
  });

  it('are not offered while a file is in hand, which would be lost by it', async () => {
    const mounted = await mount();
    await toMapping(mounted, csv(GOOD));
    await mounted.importer.back();
    await mounted.importer.updateComplete;
    expect(() => button(mounted.importer, en.recentImports)).to.throw();
  });
});
