import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import type { HubspotImporter } from '../../src/index.js';
import { button, csv, find, mount, type Mounted, seen } from './importer.js';
import { labelled, openProblem, settled, toMapping, toReady, type } from './person.js';

const WAIT = { timeout: 8000 };
const MANY = 30_000;
/** Row n of the file is person n - 2; every thousandth address is wrong. */
const lines = Array.from(
  { length: MANY },
  (_, i) => `${i % 1000 === 999 ? 'wrong' : `p${i}@example.com`},First${i},Last${i}`,
);
const file = (): File => csv(`Email,First name,Last name\n${lines.join('\n')}\n`, 'many.csv');

const grid = (importer: HubspotImporter): HTMLElement => find(importer, '[role="grid"]');
/** Numbers of the rows that are drawn. */
const rowsDrawn = (importer: HubspotImporter): number[] =>
  [...grid(importer).querySelectorAll('[role="rowheader"]')].map((one) =>
    Number(one.textContent?.trim().replace(/\D/g, '')),
  );
const textIn = (importer: HubspotImporter, row: number): string =>
  [...grid(importer).querySelectorAll('[role="row"]')]
    .find((one) => one.querySelector('[role="rowheader"]')?.textContent?.trim() === row.toLocaleString('en'))
    ?.textContent?.replace(/\s+/g, ' ') ?? '';
const cursorText = (importer: HubspotImporter): string => {
  const id = grid(importer).getAttribute('aria-activedescendant');
  return id === null ? '' : (grid(importer).querySelector(`#${id}`)?.textContent?.trim() ?? '');
};

async function opened({ importer }: Mounted): Promise<void> {
  await waitUntil(
    () => importer.shadowRoot?.textContent?.includes('Look at all') === true,
    'never counted',
    WAIT,
  );
  button(importer, 'Look at all').click();
  await seen(importer, '[role="grid"]');
  await waitUntil(() => textIn(importer, 2) !== '', 'the first row never came', WAIT);
}

async function press(importer: HubspotImporter, key: string, ctrlKey = false): Promise<void> {
  grid(importer).dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
  );
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

describe('The table of all rows', () => {
  let mounted: Mounted;
  beforeEach(async () => {
    mounted = await mount();
    await toMapping(mounted, file());
    await opened(mounted);
  });

  it('says how many rows and columns there are, and draws those in sight alone', () => {
    const { importer } = mounted;
    expect(grid(importer).getAttribute('aria-rowcount')).to.equal(String(MANY + 1));
    expect(grid(importer).getAttribute('aria-colcount')).to.equal('4');
    expect(grid(importer).querySelectorAll('[role="row"]').length).to.be.within(5, 60);
    expect(textIn(importer, 2)).to.include('p0@example.com').and.to.include('First0');
  });

  it('shows any row where it is scrolled to, the last one at the end', async () => {
    const { importer } = mounted;
    const element = grid(importer);
    element.scrollTop = element.scrollHeight / 2;
    await waitUntil(
      () => rowsDrawn(importer).some((row) => row > 14_000 && row < 16_000),
      'not in the middle',
      WAIT,
    );
    const [middle = 0] = rowsDrawn(importer).filter((row) => row > 0);
    await waitUntil(
      () => textIn(importer, middle).includes(`First${middle - 2}`),
      'its cells never came',
      WAIT,
    );
    element.scrollTop = element.scrollHeight;
    await waitUntil(() => textIn(importer, MANY + 1).includes(`Last${MANY - 1}`), 'not at the end', WAIT);
    expect(Math.max(...rowsDrawn(importer))).to.equal(MANY + 1);
  });

  it('goes to a row by its number', async () => {
    const { importer } = mounted;
    const field = [...find(importer, '.rows-bar').querySelectorAll('label')]
      .find((one) => one.textContent?.includes(en.rowsGoTo))
      ?.querySelector('input');
    if (field == null) throw new Error('no field');
    await type(importer, field, '12,345');
    await waitUntil(() => textIn(importer, 12_345).includes('First12343'), 'the row never came', WAIT);
  });

  it('is walked through with the keys of a grid, and says which cell is meant', async () => {
    const { importer } = mounted;
    await press(importer, 'Home', true);
    await waitUntil(() => cursorText(importer) === '2', 'not at the beginning', WAIT);
    await press(importer, 'ArrowRight');
    await press(importer, 'ArrowRight');
    await press(importer, 'ArrowDown');
    expect(cursorText(importer)).to.equal('First1');
    await press(importer, 'End');
    expect(cursorText(importer)).to.equal('Last1');
    await press(importer, 'PageDown');
    expect(Number(cursorText(importer).replace('Last', ''))).to.be.above(3);
    await press(importer, 'End', true);
    await waitUntil(() => cursorText(importer) === `Last${MANY - 1}`, 'not at the end', WAIT);
    await press(importer, 'ArrowDown');
    expect(cursorText(importer)).to.equal(`Last${MANY - 1}`);
  });

  it('shows the rows with a problem alone, what is wrong marked and said', async () => {
    const { importer } = mounted;
    const select = labelled(importer, en.rowsFilter);
    const [, wrong] = [...select.options].filter(
      ({ text }) => text.includes('not valid') || text === en.rowsAll,
    );
    select.value = wrong?.value ?? '';
    select.dispatchEvent(new Event('change'));
    await waitUntil(
      () => grid(importer).getAttribute('aria-rowcount') === String(MANY / 1000 + 1),
      'not filtered',
      WAIT,
    );
    await waitUntil(() => rowsDrawn(importer)[0] === 1001, 'the rows never came', WAIT);
    expect(rowsDrawn(importer).slice(0, 3)).to.deep.equal([1001, 2001, 3001]);
    const marked = grid(importer).querySelector('[role="gridcell"].bad');
    expect(marked?.textContent).to.include('wrong').and.to.include('not valid');
  });

  it('finds rows by a text in any cell, capitals or not', async () => {
    const { importer } = mounted;
    const search = find<HTMLInputElement>(importer, '.rows-bar input[type="search"]');
    await type(importer, search, 'LAST2999');
    await waitUntil(() => grid(importer).getAttribute('aria-rowcount') === '12', 'not found', WAIT);
    await waitUntil(() => textIn(importer, 3001).includes('Last2999'), 'the rows never came', WAIT);
    expect(rowsDrawn(importer)).to.deep.equal([
      3001,
      ...Array.from({ length: 10 }, (_, digit) => 29_992 + digit),
    ]);
    await type(importer, search, '');
    await waitUntil(() => grid(importer).getAttribute('aria-rowcount') === String(MANY + 1), 'not all', WAIT);
  });

  it('leaves nothing behind when it is closed', async () => {
    const { importer } = mounted;
    button(importer, en.rowsClose).click();
    await waitUntil(() => importer.shadowRoot?.querySelector('[role="grid"]') === null);
  });
});

describe('The table of all rows, before sending', () => {
  it('shows cells as they will be sent, and rows that are left out', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(
      mounted,
      csv(
        `Email,First name\nnobody,Ann\n${Array.from({ length: 60 }, (_, i) => `p${i}@example.com,F${i}\n`).join('')}`,
      ),
    );
    const problem = await openProblem(importer, 'not valid');
    const input = problem.querySelector<HTMLInputElement>('.fixes input');
    if (input === null) throw new Error('no field');
    await type(importer, input, 'ann@example.com');
    await settled(importer);
    await opened(mounted);
    await waitUntil(() => textIn(importer, 2).includes('ann@example.com'), 'the correction never came', WAIT);
    expect(textIn(importer, 2)).not.to.include('nobody');
  });
});
