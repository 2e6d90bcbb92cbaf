import { expect, waitUntil } from '@open-wc/testing';
import type { HubspotImporter } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { answering, isOneImport, isStart, type SwitchedFetch, switched } from './fetches.js';
import { button, csv, fault, find, GOOD, mount, type Mounted, textOf, until } from './importer.js';
import { alertText, announced, clearFaults, ended, ignored, imports, people, toReady } from './person.js';

const WAIT = { timeout: 8000 };
const limited = (): Response =>
  Response.json({ policyName: 'TEN_SECONDLY_ROLLING' }, { status: 429, headers: { 'retry-after': '60' } });
const says = (importer: HubspotImporter, text: string): Promise<void> =>
  waitUntil(() => textOf(importer).includes(text), `never said: ${text}`, WAIT);

/** Seconds that are left, as the screen says. */
const secondsLeft = (importer: HubspotImporter): number =>
  Number(/in (\d+) seconds/.exec(find(importer, '.countdown').textContent ?? '')?.[1]);

async function tracking(): Promise<Mounted & { readonly net: SwitchedFetch }> {
  const mounted = await mount({}, true);
  const net = switched();
  mounted.importer.fetch = net.fetch;
  await toReady(mounted, people(300));
  await mounted.importer.submit();
  await waitUntil(() => mounted.importer.import?.state === 'PROCESSING', 'never began', WAIT);
  return { ...mounted, net };
}

/** Tells the page that the network is gone, and makes it so. */
function goOffline(net: SwitchedFetch): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  net.set(() => Promise.reject(new TypeError('Failed to fetch')));
  window.dispatchEvent(new Event('offline'));
  return () => {
    Reflect.deleteProperty(navigator, 'onLine');
    net.set(null);
    window.dispatchEvent(new Event('online'));
  };
}

describe('Too many calls', () => {
  it('while an import is followed are waited out as told, with a countdown, and it goes on', async () => {
    const { importer, net } = await tracking();
    net.set(answering(isOneImport, limited));
    await says(importer, en.waitingFor['rate-limited']);
    const first = secondsLeft(importer);
    expect(first).to.be.within(55, 66);
    await waitUntil(() => secondsLeft(importer) < first, 'the countdown stands still', WAIT);
    expect(alertText(importer), 'waiting is no error').to.equal('');
    expect(announced(importer)).to.contain(en.waitingFor['rate-limited']);
    net.set(null);
    await importer.cancel();
    await ended(importer);
    expect(textOf(importer)).to.not.contain(en.waitingFor['rate-limited']);
  });

  it('need not be waited out: the person stops it, is told why, and asks again later', async () => {
    const { importer, net } = await tracking();
    net.set(answering(isOneImport, limited));
    await says(importer, en.stopWaiting);
    button(importer, en.stopWaiting).click();
    await waitUntil(() => alertText(importer) !== '', 'no error', WAIT);
    expect(importer.status).to.equal('tracking');
    expect(textOf(importer)).to.not.contain(en.stopWaiting);
    net.set(null);
    button(importer, en.readAgain).click();
    await waitUntil(() => alertText(importer) === '', 'still an error', WAIT);
    await importer.cancel();
  });

  it('when a file is sent: it is sent again by itself, and stopping leads back with nothing sent', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    await fault(world, 'rate-burst');
    ignored(importer.submit());
    await says(importer, en.waitingFor['rate-limited']);
    expect(importer.status).to.equal('submitting');
    button(importer, en.stopWaiting).click();
    await until(importer, 'ready');
    expect(alertText(importer)).to.contain('too many requests');
    await clearFaults(world);
    await importer.submit();
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(1);
  });

  it('when a file is sent: canceling ends the wait', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    importer.fetch = answering(isStart, limited);
    ignored(importer.submit());
    await says(importer, en.stopWaiting);
    await importer.cancel();
    expect([importer.status, alertText(importer)]).to.deep.equal(['ready', '']);
    expect(await imports(world)).to.deep.equal([]);
  });

  it('for the day are not waited out, and neither is a file that is too large', async () => {
    for (const name of ['rate-daily', 'oversize']) {
      const mounted = await mount();
      await toReady(mounted, csv(GOOD));
      await fault(mounted.world, name);
      let posts = 0;
      mounted.importer.fetch = (input, init) => {
        if (isStart(String(input), init?.method ?? 'GET')) posts += 1;
        return fetch(input, init);
      };
      ignored(mounted.importer.submit());
      await waitUntil(() => alertText(mounted.importer) !== '', name, WAIT);
      expect([mounted.importer.status, posts], name).to.deep.equal(['ready', 1]);
    }
  });
});

describe('A connection that is lost', () => {
  it('is noticed at once while an import is followed, and taken up by itself when it is back', async () => {
    const { importer, net } = await tracking();
    const comeBack = goOffline(net);
    await importer.updateComplete;
    expect(textOf(importer)).to.contain(en.waitingOffline);
    expect(announced(importer)).to.contain(en.waitingOffline);
    await says(importer, en.stopWaiting);
    expect(alertText(importer)).to.equal('');
    comeBack();
    await importer.updateComplete;
    expect(textOf(importer)).to.not.contain(en.waitingOffline);
    await importer.cancel();
    await ended(importer);
    expect(importer.status).to.equal('canceled');
  });

  it('after a file was sent: the import is found as soon as the connection is back', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    let comeBack = (): void => undefined;
    const net = switched();
    importer.fetch = net.fetch;
    net.set(async (input, init) => {
      const response = await fetch(input, init);
      if (!isStart(String(input), init?.method ?? 'GET')) return response;
      comeBack = goOffline(net);
      throw new TypeError('Failed to fetch');
    });
    const sending = importer.submit();
    await says(importer, en.waitingOffline);
    expect(importer.status).to.equal('submitting');
    comeBack();
    await sending;
    await ended(importer);
    expect(textOf(importer)).to.contain(en.foundNote);
    expect(await imports(world)).to.have.lengthOf(1);
  });

  it('is nothing to speak of while nothing is going on', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    const comeBack = goOffline(switched());
    await mounted.importer.updateComplete;
    expect(textOf(mounted.importer)).to.not.contain(en.waitingOffline);
    comeBack();
  });
});

describe('HubSpot in trouble', () => {
  for (const [name, status] of [
    ['unavailable', 503],
    ['locked', 423],
  ] as const) {
    it(`for a while (${status}) is waited out, and said when it takes longer`, async () => {
      const { importer, world } = await tracking();
      await fault(world, name);
      await says(importer, en.waitingFor['server-failed']);
      expect(importer.status).to.equal('tracking');
      await clearFaults(world);
      await waitUntil(
        () => !textOf(importer).includes(en.waitingFor['server-failed']),
        'still waiting',
        WAIT,
      );
      expect(alertText(importer)).to.equal('');
      await importer.cancel();
    });
  }

  it('while an account is moved (477) waits for as long as it says', async () => {
    const { importer, world } = await tracking();
    await fault(world, 'moving');
    // Ten minutes are told; waits are spread by a tenth.
    const isTold = (): boolean => /Trying again in 1[01] minutes/.test(textOf(importer));
    await waitUntil(isTold, 'the wait was not told', WAIT);
    await clearFaults(world);
    await importer.cancel();
  });
});
