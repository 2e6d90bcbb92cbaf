import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { createFormat } from '../../src/element/format.js';
import { altered, answering, type Call, hold, isOneImport } from './fetches.js';
import { button, csv, fault, find, GOOD, mount, type Mounted, records, textOf, until } from './importer.js';
import { alertText, clearFaults, ended, ignored, imports, people, rejection, toReady } from './person.js';
import { keptImports, revisit } from './visits.js';

const WAIT = { timeout: 8000 };
const isCancel: Call = (url, method) => method === 'POST' && url.endsWith('/cancel');
const isList: Call = (url, method) => method === 'GET' && url.includes('/imports/?');

/** Sends an import that HubSpot takes its time for. */
async function tracking(): Promise<Mounted> {
  const mounted = await mount({}, true);
  await toReady(mounted, people(300));
  await mounted.importer.submit();
  await waitUntil(() => mounted.importer.import?.state === 'PROCESSING', 'never began', WAIT);
  return mounted;
}
const created = (importer: Mounted['importer']): number =>
  importer.import?.metadata.counters.CREATED_OBJECTS ?? 0;
const stop = (importer: Mounted['importer']): HTMLButtonElement => button(importer, en.cancelImport);

describe('Canceling an import', () => {
  it('says before, meanwhile and afterwards that what is written stays, and so it is', async () => {
    const mounted = await tracking();
    const { importer, world } = mounted;
    expect(textOf(importer)).to.contain(en.cancelMeans);
    await waitUntil(() => created(importer) > 0, 'nothing was written', WAIT);
    const held = hold(isCancel);
    importer.fetch = held.fetch;
    stop(importer).click();
    await waitUntil(() => held.count() === 1, 'HubSpot was not asked', WAIT);
    await importer.updateComplete;
    expect(textOf(importer)).to.contain(en.cancelingMeans);
    expect(button(importer, en.canceling).disabled).to.equal(true);
    held.release();
    await ended(importer);
    expect(importer.status).to.equal('canceled');
    expect(textOf(importer)).to.contain(en.canceledIntro);
    const { total } = await records(world);
    expect(total).to.be.within(1, 299);
    expect(textOf(importer)).to.contain(`${total} created`);
  });

  it('that waits for its turn ends it before anything is written', async () => {
    const mounted = await tracking();
    for (const name of ['second.csv', 'third.csv', 'fourth.csv']) {
      await mounted.importer.reset();
      await toReady(mounted, people(300, name));
      await mounted.importer.submit();
    }
    const { importer, world } = mounted;
    await waitUntil(() => importer.import?.state === 'DEFERRED', 'never had to wait', WAIT);
    expect(textOf(importer)).to.contain(en.stateMeans.DEFERRED);
    stop(importer).click();
    await ended(importer);
    expect((await imports(world)).map(({ state }) => state)[0]).to.equal('CANCELED');
    expect(textOf(importer)).to.contain('0 created and 0 updated');
  });

  it('that was over already shows its end, and says that it came too late', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(GOOD));
    let isOver = false;
    importer.fetch = altered(isOneImport, (answer: { state: string }) =>
      isOver ? answer : { ...answer, state: 'PROCESSING' },
    );
    await importer.submit();
    await until(importer, 'tracking');
    isOver = true;
    await importer.cancel();
    await ended(importer);
    expect(importer.status).to.equal('done');
    expect(textOf(importer)).to.contain(en.canceledTooLate);
  });

  it('that HubSpot cannot be asked for says that it goes on, and can be asked again', async () => {
    const { importer } = await tracking();
    const format = createFormat('en');
    importer.fetch = answering(isCancel, () =>
      Response.json({ category: 'MISSING_SCOPES' }, { status: 403 }),
    );
    const error = await rejection(importer.cancel());
    expect(error).to.include({ code: 'import-forbidden' });
    expect(importer.status).to.equal('tracking');
    expect(alertText(importer)).to.equal(
      en.cancelFailed(en.error['import-forbidden'](error as never, format)),
    );
    const before = created(importer);
    await waitUntil(() => created(importer) > before, 'it is not followed any more', WAIT);
    importer.fetch = null;
    stop(importer).click();
    await until(importer, 'canceled');
  });

  it('is asked for again by itself when no answer comes', async () => {
    const { importer } = await tracking();
    let asked = 0;
    importer.fetch = async (input, init) => {
      if (isCancel(String(input), init?.method ?? 'GET') && (asked += 1) === 1)
        throw new TypeError('Failed to fetch');
      return fetch(input, init);
    };
    await importer.cancel();
    expect([importer.status, asked]).to.deep.equal(['canceled', 2]);
  });
});

describe('Canceling an upload', () => {
  it('while it is looked for an earlier one sends nothing', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    await fault(world, 'failed-before');
    await rejection(importer.submit());
    await clearFaults(world);
    const held = hold(isList);
    importer.fetch = held.fetch;
    ignored(importer.submit());
    await waitUntil(() => held.count() === 1, 'never looked', WAIT);
    await importer.updateComplete;
    expect(find(importer, '.heading').textContent).to.equal(en.lookingTitle);
    await importer.cancel();
    expect([importer.status, alertText(importer)]).to.deep.equal(['ready', '']);
    held.release();
    expect(await imports(world)).to.deep.equal([]);
  });

  it('is nothing that a later visit has to speak of', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    mounted.importer.fetch = hold((url, method) => method === 'POST' && url.endsWith('/imports/')).fetch;
    ignored(mounted.importer.submit());
    await until(mounted.importer, 'submitting');
    await waitUntil(() => keptImports(mounted).length === 1, 'never sent', WAIT);
    await mounted.importer.cancel();
    expect(keptImports(mounted), 'it is still looked for before these files are sent again').to.have.lengthOf(
      1,
    );
    const next = await revisit(mounted);
    await toReady(next, csv(GOOD));
    expect(next.states.map(({ error }) => error)).to.deep.equal(next.states.map(() => null));
    await next.importer.submit();
    await ended(next.importer);
    expect(await imports(mounted.world)).to.have.lengthOf(1);
  });
});

describe('Leaving the page', () => {
  const isAsked = (): boolean => {
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  };

  it('is asked about while a file is sent, and at no other time', async () => {
    const mounted = await mount({}, true);
    const { importer } = mounted;
    await toReady(mounted, people(300));
    expect(isAsked()).to.equal(false);
    const held = hold((url, method) => method === 'POST' && url.endsWith('/imports/'));
    importer.fetch = held.fetch;
    const sending = importer.submit();
    await waitUntil(() => held.count() === 1, 'never sent', WAIT);
    expect(isAsked()).to.equal(true);
    held.release();
    await sending;
    expect([importer.status, isAsked()]).to.deep.equal(['tracking', false]);
    await importer.cancel();
  });

  it('is no matter of an importer that is not on the page any more', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    mounted.importer.fetch = hold((url, method) => method === 'POST' && url.endsWith('/imports/')).fetch;
    ignored(mounted.importer.submit());
    await until(mounted.importer, 'submitting');
    mounted.importer.remove();
    expect(isAsked()).to.equal(false);
  });
});
