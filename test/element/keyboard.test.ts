import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { HubspotImporter } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { csv, find, GOOD, mount, records, seen, until } from './importer.js';
import { ended, matchOf, openProblem, options, pick, settled, toMapping, toReady } from './person.js';

const press = (key: string): Promise<void> => sendKeys({ press: key });

const focused = (importer: HubspotImporter): HTMLElement | null =>
  document.activeElement === importer
    ? ((importer.shadowRoot?.activeElement as HTMLElement | null | undefined) ?? null)
    : null;

/** Goes on with Tab until the focus is on something that is called this. */
async function tabTo(importer: HubspotImporter, name: string): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    if (focused(importer)?.textContent?.replace(/\s+/g, ' ').trim().startsWith(name)) return;
    await press('Tab');
  }
  throw new Error(`Tab never came to “${name}”`);
}

const search = (importer: HubspotImporter): Promise<HTMLInputElement> =>
  seen<HTMLInputElement>(importer, '[role="combobox"]');

/** The option that the search field says is the active one. */
function active(importer: HubspotImporter): HTMLElement {
  const id = find(importer, '[role="combobox"]').getAttribute('aria-activedescendant') ?? '';
  return find(importer, `[role="option"][id="${id}"]`);
}

const labelOf = (option: HTMLElement): string => option.querySelector('.label')?.textContent ?? '';

describe('The keyboard alone', () => {
  it('takes a file to records, and the focus goes along with every step', async () => {
    const { importer, world } = await mount();
    const at: string[] = [];
    importer.addEventListener('hubspot-importer-state', async ({ detail }) => {
      await importer.updateComplete;
      await new Promise(requestAnimationFrame);
      at.push(`${detail.status}: ${focused(importer) === null ? 'lost' : 'inside'}`);
    });
    importer.shadowRoot?.querySelector<HTMLInputElement>('input[type="file"]')?.focus();
    await importer.load(csv(GOOD));
    await until(importer, 'mapping');
    await tabTo(importer, en.review);
    await press('Enter');
    await until(importer, 'ready');
    await settled(importer);
    expect(focused(importer)?.tagName).to.equal('H2');
    await tabTo(importer, 'Import 2 rows');
    await press('Space');
    await until(importer, 'done');
    await waitUntil(() => at.at(-1)?.startsWith('done'));
    expect((await records(world)).total).to.equal(2);
    expect(at.filter((line) => line.endsWith('lost'))).to.deep.equal([]);
    expect(focused(importer)?.textContent).to.contain('2 contacts');
  });

  it('opens the box for pasting and takes the rows', async () => {
    const { importer } = await mount();
    importer.shadowRoot?.querySelector<HTMLInputElement>('input[type="file"]')?.focus();
    await tabTo(importer, en.paste);
    await press('Enter');
    const box = await seen<HTMLTextAreaElement>(importer, 'textarea');
    while (focused(importer) !== box) await press('Tab');
    box.value = 'Email\tFirst name\na@example.com\tAna\n';
    await tabTo(importer, en.pasteUse);
    await press('Enter');
    await until(importer, 'mapping');
    expect(importer.preview?.headers).to.deep.equal(['Email', 'First name']);
    expect(focused(importer)).to.not.equal(null);
  });

  it('takes cells or a file that are pasted right onto the first step', async () => {
    const { importer } = await mount();
    const pasted = async (data: DataTransfer): Promise<readonly string[] | undefined> => {
      const field = importer.shadowRoot?.querySelector<HTMLInputElement>('input[type="file"]');
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      expect(field?.dispatchEvent(event), 'nobody else pastes it').to.equal(false);
      await until(importer, 'mapping');
      return importer.preview?.headers;
    };
    const cells = new DataTransfer();
    cells.setData('text/plain', 'Email\tFirst name\na@example.com\tAna\n');
    expect(await pasted(cells)).to.deep.equal(['Email', 'First name']);
    await importer.reset();
    const file = new DataTransfer();
    file.items.add(csv('Email,Phone Number\na@example.com,+33 1 23 45 67 89\n'));
    expect(await pasted(file)).to.deep.equal(['Email', 'Phone Number']);
  });

  it('goes back to the first step and on with the file that is kept', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    pick(importer, 'Email').focus();
    await tabTo(importer, en.back);
    await press('Enter');
    await until(importer, 'empty');
    await waitUntil(() => focused(importer) !== null, 'the focus was lost');
    await importer.updateComplete;
    find(importer, '.notice button').focus();
    await press('Enter');
    await until(importer, 'mapping');
    await waitUntil(() => focused(importer) !== null, 'the focus was lost');
  });
});

describe('The list of properties, by keyboard', () => {
  it('opens with Arrow Down, moves with the arrows from end to end, and says where it is', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    pick(importer, 'First name').focus();
    await press('ArrowDown');
    const field = await search(importer);
    await waitUntil(() => focused(importer) === field);
    const chosen = options(importer).findIndex((option) => option.getAttribute('aria-selected') === 'true');
    expect(chosen, 'the choice in force').to.be.greaterThan(0);
    expect(active(importer), 'is where one starts').to.equal(options(importer)[chosen]);
    await press('ArrowDown');
    expect(active(importer)).to.equal(options(importer)[chosen + 1]);
    for (let step = 0; step < chosen + 2; step += 1) await press('ArrowUp');
    expect(active(importer), 'round from the first to the last').to.equal(options(importer).at(-1));
    expect(focused(importer), 'focus stays in the field').to.equal(field);
  });

  it('narrows while one types, and Enter takes the active one', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    pick(importer, 'First name').focus();
    await press('Enter');
    await waitUntil(() => focused(importer)?.getAttribute('role') === 'combobox');
    const before = options(importer).length;
    await sendKeys({ type: 'job t' });
    await waitUntil(() => options(importer).length < before);
    expect(labelOf(active(importer))).to.equal('Job Title');
    await press('Enter');
    await waitUntil(() => matchOf(importer, 'First name') === 'Job Title');
    await waitUntil(
      () => focused(importer) === pick(importer, 'First name'),
      'focus went back to the button',
    );
  });

  it('closes with Escape, changes nothing and gives the focus back', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    pick(importer, 'Last name').focus();
    await press('Enter');
    await waitUntil(() => focused(importer)?.getAttribute('role') === 'combobox');
    await sendKeys({ type: 'phone' });
    await press('Escape');
    await waitUntil(() => options(importer).length === 0);
    expect(matchOf(importer, 'Last name')).to.equal('Last Name');
    expect(focused(importer)).to.equal(pick(importer, 'Last name'));
  });

  it('closes when one tabs on', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    pick(importer, 'Email').focus();
    await press('Enter');
    await waitUntil(() => focused(importer)?.getAttribute('role') === 'combobox');
    await press('Tab');
    await waitUntil(() => options(importer).length === 0, 'it stayed open');
    expect(focused(importer), 'the focus went on').to.not.equal(null);
  });
});

describe('A correction, by keyboard', () => {
  it('is typed and taken with Enter, and the focus stays in the widget', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv('Email,First name\nana(at)example,Ana\nbo@example.com,Bo\n'));
    const item = await openProblem(importer, 'not valid');
    item.querySelector<HTMLElement>('input')?.focus();
    await sendKeys({ type: 'ana@example.com' });
    await press('Enter');
    await waitUntil(() => importer.problems.length === 0, 'still a problem');
    await settled(importer);
    expect(focused(importer), 'the focus was lost').to.not.equal(null);
    await importer.submit();
    await ended(importer);
    expect((await records(world)).total).to.equal(2);
  });
});
