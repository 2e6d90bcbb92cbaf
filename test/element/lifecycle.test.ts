import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { BUSY, isProperties } from './busy.js';
import { hold } from './fetches.js';
import { csv, GOOD, mount, records, until } from './importer.js';
import {
  choose,
  ended,
  ignored,
  imports,
  large,
  matchOf,
  people,
  rejection,
  toMapping,
  toReady,
  toReport,
} from './person.js';

/** Lets everything that is under way come to its end: a later import of the same world is through. */
async function meanwhile(): Promise<void> {
  const other = await mount();
  await toReport(other, csv(GOOD));
  other.importer.remove();
}

describe('An importer that is taken out of the page', () => {
  for (const { status, slow, reach } of BUSY) {
    it(`ends its work and says nothing more: while ${status}`, async () => {
      const mounted = await mount({}, slow);
      await reach(mounted);
      const told: string[] = [];
      for (const name of ['state', 'progress', 'error', 'submit']) {
        mounted.importer.addEventListener(`hubspot-importer-${name}`, () => told.push(name));
      }
      const last = mounted.importer.status;
      mounted.importer.remove();
      await meanwhile();
      expect(told).to.deep.equal([]);
      expect(mounted.importer.status).to.equal(last);
    });
  }

  it('goes on from where it was when it is put back: mapping', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    await choose(importer, 'Last name', en.dontImport);
    const parent = importer.parentElement;
    importer.remove();
    await Promise.resolve();
    parent?.append(importer);
    expect(matchOf(importer, 'Last name')).to.equal(en.dontImport);
    await importer.check();
    await importer.submit();
    await ended(importer);
    expect((await records(mounted.world)).total).to.equal(2);
  });

  it('checks the file anew when it is put back: checking', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, large(60));
    ignored(importer.check());
    await until(importer, 'checking');
    const parent = importer.parentElement;
    importer.remove();
    await Promise.resolve();
    parent?.append(importer);
    await until(importer, 'ready');
    expect(importer.problems.length).to.be.greaterThan(0);
  });

  it('follows the import again when it is put back: tracking', async () => {
    const mounted = await mount({}, true);
    const { importer } = mounted;
    await toReady(mounted, people(300));
    await importer.submit();
    const parent = importer.parentElement;
    importer.remove();
    await Promise.resolve();
    parent?.append(importer);
    await importer.cancel();
    await until(importer, 'canceled');
  });

  it('goes on unharmed when it is only moved: checking', async () => {
    const mounted = await mount();
    const { importer, states } = mounted;
    const elsewhere = await fixture(html`<div></div>`);
    await toMapping(mounted, large(60));
    const checked = importer.check();
    await until(importer, 'checking');
    elsewhere.append(importer);
    await checked;
    expect(states.map(({ status }) => status)).to.deep.equal(['reading', 'mapping', 'checking', 'ready']);
  });

  it('goes on unharmed when it is only moved: submitting', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    const elsewhere = await fixture(html`<div></div>`);
    await toReady(mounted, csv(GOOD));
    const held = hold((url, method) => method === 'POST' && url.endsWith('/imports/'));
    importer.fetch = held.fetch;
    const sent = importer.submit();
    await waitUntil(() => held.count() === 1);
    elsewhere.append(importer);
    await importer.updateComplete;
    expect(importer.status).to.equal('submitting');
    held.release();
    await sent;
    await ended(importer);
    expect(await imports(mounted.world)).to.have.lengthOf(1);
  });
});

describe('Another file', () => {
  it('takes the place of one that is being checked, whose result never shows', async () => {
    const mounted = await mount();
    const { importer, states } = mounted;
    await toMapping(mounted, large(60, 'first.csv'));
    ignored(importer.check());
    await until(importer, 'checking');
    await toReady(mounted, csv(`${GOOD}nope,Cy,Diaz\n`, 'second.csv'));
    expect(importer.preview?.fileName).to.equal('second.csv');
    await meanwhile();
    expect(importer.problems).to.deep.equal([
      { code: 'email-invalid', severity: 'error', file: 0, column: 0, count: 1, rows: [4] },
    ]);
    expect(
      states.filter(({ status, file }) => status === 'ready' && file?.name === 'first.csv'),
    ).to.deep.equal([]);
  });

  it('takes the place of one that is being read', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    const held = hold(isProperties);
    importer.fetch = held.fetch;
    const first = rejection(importer.load(csv(GOOD, 'first.csv')));
    await waitUntil(() => held.count() > 0);
    importer.fetch = null;
    await toMapping(mounted, csv(GOOD, 'second.csv'));
    held.release();
    expect(await first).to.include({ name: 'AbortError' });
    await meanwhile();
    expect(importer.preview?.fileName).to.equal('second.csv');
  });
});

describe('Two importers on a page', () => {
  it('share nothing', async () => {
    const one = await mount();
    const two = await mount({ 'object-types': 'companies', locale: 'fr' });
    await Promise.all([
      toReport(one, csv('Email,First name\na@example.com,Ana\nnope,Bo\n', 'one.csv')),
      toReport(two, csv('Company name,Domain\nNord,nord.example\n', 'two.csv')),
    ]);
    expect([one.importer.problems.length, two.importer.problems.length]).to.deep.equal([1, 0]);
    expect((await records(one.world)).total).to.equal(1);
    expect((await records(two.world, '0-2')).total).to.equal(1);
    expect((await records(two.world, '0-1')).total).to.equal(0);
    await one.importer.reset();
    expect([one.importer.status, two.importer.status]).to.deep.equal(['empty', 'done']);
  });
});
