import { expect } from '@open-wc/testing';
import { findImport, readImport, readImports } from '../../src/client/imports.js';
import { type Call, failure, html, json, never, world } from './backend.js';

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const HOUR = 3_600_000;

const started = (more: object = {}): object => ({
  id: '41',
  state: 'STARTED',
  importName: 'May people',
  createdAt: ago(0),
  ...more,
});
const lost = { name: 'May people', fileNames: ['people.csv'], sentAtMs: Date.now() };

const afterOf = ({ path }: Call): string | null => new URLSearchParams(path.split('?')[1]).get('after');
/** A list in pages; each is followed by the next. */
const pages =
  (...all: readonly (readonly object[])[]) =>
  (call: Call): Response => {
    const at = Number(afterOf(call) ?? 0);
    const next = at + 1 < all.length ? { paging: { next: { after: String(at + 1) } } } : {};
    return json({ results: all[at] ?? [], ...next });
  };

describe('readImports', () => {
  it('gives a page, and where the list goes on', async () => {
    const { client, asked } = world(pages([started(), started({ id: '40' })], [started({ id: '39' })]));
    const first = await readImports(client, null);
    expect([first.imports.map(({ id }) => id), first.after]).to.deep.equal([['41', '40'], '1']);
    const second = await readImports(client, first.after);
    expect([second.imports.map(({ id }) => id), second.after]).to.deep.equal([['39'], null]);
    expect(asked().map(({ path }) => path)).to.deep.equal([
      '/crm/v3/imports/?limit=50',
      '/crm/v3/imports/?limit=50&after=1',
    ]);
  });

  it('passes over pages that hold none of this person’s', async () => {
    const { client } = world(pages([], [], [started({ id: '39' })], [started({ id: '38' })]));
    const page = await readImports(client, null);
    expect([page.imports.map(({ id }) => id), page.after]).to.deep.equal([['39'], '3']);
  });

  it('comes to an end also where no page holds any', async () => {
    const { client, asked } = world((call) =>
      json({ results: [], paging: { next: { after: `${Number(afterOf(call) ?? 0) + 1}` } } }),
    );
    const page = await readImports(client, null);
    expect([page.imports.length, page.after]).to.deep.equal([0, '20']);
    expect(asked()).to.have.lengthOf(20);
  });

  it('a page that leads to itself is no list', async () => {
    const { client } = world(() => json({ results: [], paging: { next: { after: 'again' } } }));
    expect((await failure(readImports(client, 'again')))[0]).to.equal('response-unexpected');
  });

  it('asks a dated version at its own address', async () => {
    const { client, asked } = world(() => json({ ...started(), results: [] }), { apiVersion: '2026-09' });
    await readImports(client, null);
    await readImport(client, '41');
    expect(asked().map(({ path }) => path)).to.deep.equal([
      '/crm/imports/2026-09?limit=50',
      '/crm/imports/2026-09/41',
    ]);
  });
});

describe('findImport', () => {
  const echo = (...names: string[]): object => ({
    importRequestJson: { files: names.map((fileName) => ({ fileName })) },
  });
  const CASES: readonly (readonly [string, object, boolean])[] = [
    ['of that name, made just now', {}, true],
    ['of another name', { importName: 'June people' }, false],
    ['that is known already', { id: 'known' }, false],
    ['made an hour before', { createdAt: ago(HOUR) }, false],
    ['made a minute before, by a clock that is behind', { createdAt: ago(60_000) }, true],
    ['made by a clock that is ahead', { createdAt: ago(-600_000) }, true],
    ['whose time is not told', { createdAt: undefined }, true],
    ['of the same files', echo('people.csv'), true],
    ['of other files under the same name', echo('firms.csv'), false],
    ['of one file more', echo('people.csv', 'firms.csv'), false],
    ['whose request is echoed in another shape', { importRequestJson: { files: 'people.csv' } }, true],
  ];
  for (const [title, more, isFound] of CASES) {
    it(`an import ${title} is ${isFound ? 'the' : 'not the'} one`, async () => {
      const { client } = world(() => json({ results: [started(more)] }));
      const found = await findImport(client, lost, ['known']);
      expect(found?.id ?? null).to.equal(isFound ? '41' : null);
    });
  }

  it('goes on past pages that are empty or hold others', async () => {
    const { client, asked } = world(
      pages([], [started({ id: '1', importName: 'Another' })], [], [started()]),
    );
    expect(await findImport(client, lost, [])).to.have.property('id', '41');
    expect(asked()).to.have.lengthOf(4);
  });

  it('ends where the list, from new to old, comes to what is older', async () => {
    const older = [started({ id: '3', createdAt: ago(0) }), started({ id: '2', createdAt: ago(HOUR) })];
    const { client, asked } = world(pages(older, [started()]));
    expect(await findImport(client, lost, ['3'])).to.equal(null);
    expect(asked()).to.have.lengthOf(1);
  });

  it('does not trust an order that it does not see: what is sought may be on a later page', async () => {
    const ascending = [
      started({ id: '1', createdAt: ago(2 * HOUR) }),
      started({ id: '2', createdAt: ago(HOUR) }),
    ];
    const { client } = world(pages(ascending, [started()]));
    expect(await findImport(client, lost, [])).to.have.property('id', '41');
  });

  it('is not sought without end', async () => {
    const { client, asked } = world((call) =>
      json({ results: [], paging: { next: { after: `${Number(afterOf(call) ?? 0) + 1}` } } }),
    );
    expect(await findImport(client, lost, [])).to.equal(null);
    expect(asked()).to.have.lengthOf(20);
  });

  it('a list that cannot be read is no empty list', async () => {
    const { client } = world(() => html(502));
    expect((await failure(findImport(client, lost, [])))[0]).to.equal('server-failed');
  });

  it('can be given up', async () => {
    const stop = new AbortController();
    const looking = failure(findImport(world(never).client, lost, [], stop.signal));
    stop.abort();
    expect(await looking).to.deep.equal(['AbortError', null]);
  });
});
