import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { button, csv, mount, type Mounted, textOf, until } from './importer.js';
import { choose, columnText, ended, matchOf, select, settled, toMapping, toReady } from './person.js';

const FILE = csv('Email,Nickname,Shoe size\na@example.com,Annie,38\n');
const NEXT = csv('Shoe size,Email,Nickname\n41,b@example.com,Bo\n', 'june.csv');

/** The same page at another visit: another element with the same backend. */
const again = ({ world }: Mounted, attributes: Record<string, string> = {}): Promise<Mounted> =>
  mount({ 'token-endpoint': `${world}/hubspot/token`, ...attributes });

/** Chooses for one column, leaves one out, and imports. */
async function imported(mounted: Mounted): Promise<void> {
  const { importer } = mounted;
  await toMapping(mounted, FILE);
  await choose(importer, 'Nickname', 'Message');
  await choose(importer, 'Shoe size', en.dontImport);
  await select(importer, en.operationLabel, 'CREATE');
  await importer.check();
  await settled(importer);
  await importer.submit();
  await ended(importer);
}

describe('What a person chose', () => {
  it('is there for the next file with these headers, and says so', async () => {
    const first = await mount();
    await imported(first);
    const second = await again(first);
    await toMapping(second, NEXT);
    const { importer } = second;
    expect(matchOf(importer, 'Nickname')).to.equal('Message');
    expect(columnText(importer, 'Nickname')).to.include(en.reason.remembered);
    expect(matchOf(importer, 'Shoe size')).to.equal(en.dontImport);
    expect(importer.importRequest).to.deep.include({ importOperations: { '0-1': 'CREATE' } });
    expect(textOf(importer)).to.include('2 choices were taken over');
  });

  it('can be forgotten with a click: then everything is suggested as for the first file', async () => {
    const first = await mount();
    await imported(first);
    const second = await again(first);
    await toMapping(second, NEXT);
    button(second.importer, en.forgetChoices).click();
    await waitUntil(() => matchOf(second.importer, 'Nickname') !== 'Message', 'it was never forgotten');
    expect(second.importer.importRequest).to.deep.include({ importOperations: { '0-1': 'UPSERT' } });
    const third = await again(first);
    await toMapping(third, NEXT);
    expect(textOf(third.importer)).not.to.include('taken over');
  });

  it('is not kept before anything was sent, nor for other headers', async () => {
    const first = await mount();
    await toMapping(first, FILE);
    await choose(first.importer, 'Nickname', 'Message');
    const second = await again(first);
    await toMapping(second, FILE);
    expect(matchOf(second.importer, 'Nickname')).not.to.equal('Message');
    await imported(first);
    await toMapping(second, csv('Email,Nickname\na@example.com,Annie\n'));
    expect(textOf(second.importer)).not.to.include('taken over');
  });

  it('gives way to a preset of the page’s', async () => {
    const first = await mount();
    await imported(first);
    const second = await again(first);
    second.importer.mapping = [{ header: 'Nickname', property: 'city' }];
    await toMapping(second, NEXT);
    expect(matchOf(second.importer, 'Nickname')).to.equal('City');
    expect(textOf(second.importer)).not.to.include('taken over');
  });

  it('is kept nowhere with no-storage', async () => {
    const first = await mount({ 'no-storage': '' });
    await imported(first);
    const second = await again(first);
    await toMapping(second, NEXT);
    expect(matchOf(second.importer, 'Nickname')).not.to.equal('Message');
  });

  it('is kept without a header or a cell', async () => {
    const before = new Set(Object.keys(localStorage));
    await imported(await mount());
    const kept = Object.keys(localStorage).filter((key) => !before.has(key));
    const texts = kept.map((key) => `${key} ${localStorage.getItem(key)}`).join();
    for (const text of ['Nickname', 'nickname', 'Shoe', 'Annie', 'a@example.com'])
      expect(texts).not.to.include(text);
    expect(texts).to.include('message');
  });
});

describe('The matching step', () => {
  const all = [
    { header: 'Nickname', property: 'message' },
    { header: 'Shoe size', property: null },
  ];

  it('is passed over when the page decides all of it, and can be gone back to', async () => {
    const mounted = await mount({ 'skip-mapping': '' });
    mounted.importer.mapping = all;
    await mounted.importer.load(FILE);
    await until(mounted.importer, 'ready');
    await mounted.importer.back();
    expect(mounted.importer.status).to.equal('mapping');
  });

  for (const [title, preset, text] of [
    ['a column is left to decide', all.slice(0, 1), 'Email,Nickname,Shoe size\na@example.com,Annie,38\n'],
    ['something is wrong with the mapping', all, 'Nickname,Shoe size\nAnnie,38\n'],
    [
      'dates read either way',
      [...all, { header: 'Since', property: 'membership_start' }],
      'Email,Member since\na@example.com,03/04/2025\n',
    ],
  ] as const) {
    it(`is shown when ${title}`, async () => {
      const mounted = await mount({ 'skip-mapping': '' });
      mounted.importer.mapping = preset;
      await toMapping(mounted, csv(text));
      expect(mounted.importer.status).to.equal('mapping');
    });
  }

  it('is shown without the attribute, however sure all is', async () => {
    const mounted = await mount();
    mounted.importer.mapping = all;
    await toReady(mounted, FILE);
    expect(mounted.states.map(({ status }) => status)).to.include('mapping');
  });
});
