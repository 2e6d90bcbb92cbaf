import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { answering, hold, isOneImport, isStart } from './fetches.js';
import { button, csv, fault, GOOD, mount, type Mounted, textOf, until } from './importer.js';
import {
  alertText,
  clearFaults,
  ended,
  ignored,
  imports,
  people,
  toMapping,
  toReady,
  toReport,
} from './person.js';
import { changeKept, keptImports, keptOf, revisit, visitOf } from './visits.js';

const WAIT = { timeout: 8000 };
const says = (mounted: Mounted, text: string): Promise<void> =>
  waitUntil(() => textOf(mounted.importer).includes(text), `never said: ${text}`, WAIT);
/** The beginning of a sentence, up to what is filled in. */
const PICKED_UP = en.pickedUpNote('people.csv', '').slice(0, 40);

/** Sends an import that goes on until it is canceled. */
async function sendSlowly(attributes: Readonly<Record<string, string>> = {}): Promise<Mounted> {
  const mounted = await mount(attributes, true);
  await toReady(mounted, people(300));
  await mounted.importer.submit();
  await waitUntil(() => mounted.importer.import?.state === 'PROCESSING', 'never began', WAIT);
  return mounted;
}

/** Sends, and leaves once HubSpot has it although its answer has not come. */
async function leaveUnanswered(): Promise<Mounted> {
  const mounted = await mount();
  await toReady(mounted, csv(GOOD));
  await fault(mounted.world, 'start-unanswered');
  ignored(mounted.importer.submit());
  await waitUntil(async () => (await imports(mounted.world)).length === 1, 'HubSpot never got it', WAIT);
  await clearFaults(mounted.world);
  return mounted;
}

/** Sends, and leaves before anything has arrived. */
async function leaveUnsent(): Promise<Mounted> {
  const mounted = await mount();
  await toReady(mounted, csv(GOOD));
  const held = hold(isStart);
  mounted.importer.fetch = held.fetch;
  ignored(mounted.importer.submit());
  await waitUntil(() => held.count() === 1, 'never sent', WAIT);
  return mounted;
}

/** Comes back, and stays until it is clear that nothing is picked up. */
async function nothingPickedUp(mounted: Mounted): Promise<void> {
  await mounted.importer.load(csv(GOOD, 'another.csv')); // the work behind it is there by now
  await mounted.importer.reset();
  expect(mounted.states.map(({ status }) => status)).to.deep.equal(['reading', 'mapping', 'empty']);
}

describe('An import that is followed when the page is left', () => {
  it('is picked up where it was by the next visit, which says so', async () => {
    const first = await sendSlowly();
    const id = first.importer.import?.id;
    const next = await revisit(first);
    await until(next.importer, 'tracking');
    expect(next.importer.import?.id).to.equal(id);
    await says(next, PICKED_UP);
    await next.importer.cancel();
    await ended(next.importer);
    expect(next.importer.status).to.equal('canceled');
  });

  it('has the numbers of its files, which are not at hand any more', async () => {
    const first = await mount();
    await toReady(first, csv(`${GOOD}not an address,Cy,Diaz\n,,\n`, 'people.csv'));
    first.importer.fetch = answering(isOneImport, () => Response.json({ id: '1', state: 'STARTED' }));
    await first.importer.submit();
    const next = await revisit(first);
    await ended(next.importer);
    expect(textOf(next.importer)).to.contain(PICKED_UP);
    expect(textOf(next.importer)).to.contain('4 rows in all: 2 imported, 1 refused, and 1 not sent.');
    expect(textOf(next.importer), 'as HubSpot has it').to.contain('not an address');
  });

  it('is not picked up any more once its end was shown', async () => {
    const first = await mount();
    await toReport(first, csv(GOOD));
    expect(keptImports(first).map(({ isSeen }) => isSeen)).to.deep.equal([true]);
    await nothingPickedUp(await revisit(first));
  });

  it('is not picked up any more once the person went on to another file', async () => {
    const first = await sendSlowly();
    button(first.importer, en.leave).click();
    await until(first.importer, 'empty');
    await nothingPickedUp(await revisit(first));
  });

  it('is left to the tab that follows it', async () => {
    const first = await sendSlowly();
    const other = await visitOf(first);
    await nothingPickedUp(other);
    await first.importer.cancel();
  });

  it('is not picked up by the importer of another endpoint', async () => {
    const first = await sendSlowly();
    first.importer.remove();
    await nothingPickedUp(await mount());
  });

  it('that HubSpot, or the backend, does not know is forgotten without a word', async () => {
    const first = await sendSlowly();
    changeKept(first, { importId: '999999' });
    const next = await revisit(first);
    await waitUntil(() => keptImports(next).length === 0, 'still kept', WAIT);
    expect(alertText(next.importer)).to.equal('');
    await nothingPickedUp(next);
  });

  it('that cannot be asked for is kept for later, and the person is told', async () => {
    const first = await sendSlowly();
    first.importer.remove();
    const next = await mount();
    next.importer.fetch = answering(isOneImport, () => Response.json({}, { status: 400 }));
    next.importer.tokenEndpoint = first.importer.tokenEndpoint;
    await waitUntil(() => alertText(next.importer) !== '', 'nothing was said', WAIT);
    expect(next.importer.status).to.equal('empty');
    expect(keptImports(first)).to.have.lengthOf(1);
  });

  it('does not take a person away from the file they have just brought', async () => {
    const first = await sendSlowly();
    first.importer.remove();
    const next = await mount();
    const held = hold(isOneImport);
    next.importer.fetch = held.fetch;
    next.importer.tokenEndpoint = first.importer.tokenEndpoint;
    await waitUntil(() => held.count() === 1, 'never asked', WAIT);
    expect(textOf(next.importer)).to.contain(en.pickingUp);
    await toMapping(next, csv(GOOD));
    held.release();
    await next.importer.check();
    expect(next.importer.status).to.equal('ready');
  });

  it('does not come before an import that the page itself follows', async () => {
    const first = await sendSlowly();
    first.importer.remove();
    const next = await visitOf(first);
    await next.importer.track(first.importer.import?.id ?? '');
    expect(textOf(next.importer)).to.not.contain(PICKED_UP);
    expect(next.importer.status).to.equal('tracking');
    await next.importer.cancel();
  });

  it('waits until the importer is switched on', async () => {
    const first = await sendSlowly();
    const next = await revisit(first, { disabled: '' });
    await next.importer.updateComplete;
    expect(next.importer.status).to.equal('empty');
    next.importer.disabled = false;
    await until(next.importer, 'tracking');
    await next.importer.cancel();
  });

  it('is kept for a week and no longer', async () => {
    const first = await sendSlowly();
    const [text = ''] = Object.values(keptOf(first));
    const { untilMs } = JSON.parse(text) as { untilMs: number };
    expect(untilMs - Date.now()).to.be.within(6.9 * 86_400_000, 7 * 86_400_000);
    await first.importer.cancel();
  });
});

describe('An import that was being sent when the page was left', () => {
  it('is found by the next visit, which says so, and nothing is sent again', async () => {
    const first = await leaveUnanswered();
    const next = await revisit(first);
    await ended(next.importer);
    expect(textOf(next.importer)).to.contain(en.foundNote);
    expect(await imports(first.world)).to.have.lengthOf(1);
  });

  it('and that HubSpot does not have yet is told of, and looked for before the same file is sent', async () => {
    const first = await leaveUnsent();
    const next = await revisit(first);
    await says(next, 'contacts.csv');
    expect(alertText(next.importer)).to.contain(en.lookAgain);
    expect(next.importer.status).to.equal('empty');
    await toReady(next, csv(GOOD));
    await next.importer.submit();
    await ended(next.importer);
    expect(await imports(first.world)).to.have.lengthOf(1);
    expect(keptImports(next), 'one entry, not two').to.have.lengthOf(1);
  });

  it('is found when it is looked for again', async () => {
    const first = await leaveUnanswered();
    first.importer.remove();
    const next = await mount();
    next.importer.fetch = answering(
      (url, method) => method === 'GET' && url.includes('/imports/?'),
      () => Response.json({ results: [] }),
    );
    next.importer.tokenEndpoint = first.importer.tokenEndpoint;
    await waitUntil(() => alertText(next.importer) !== '', 'nothing was said', WAIT);
    next.importer.fetch = null;
    button(next.importer, en.lookAgain).click();
    await ended(next.importer);
    expect(textOf(next.importer)).to.contain(en.foundNote);
  });

  it('and that is not there after a long time never began, which is said once', async () => {
    const first = await leaveUnsent();
    changeKept(first, { aliveAtMs: Date.now() - 11 * 60_000 });
    const next = await revisit(first);
    await says(next, 'it never began');
    expect(keptImports(next)).to.deep.equal([]);
    await nothingPickedUp(await revisit(next));
  });

  it('can be given up by the person when HubSpot’s list cannot be read', async () => {
    const first = await leaveUnsent();
    first.importer.remove();
    const next = await mount();
    next.importer.fetch = answering(
      (url, method) => method === 'GET' && url.includes('/imports/?'),
      () => Response.json({}, { status: 403 }),
    );
    next.importer.tokenEndpoint = first.importer.tokenEndpoint;
    await says(next, 'could not be read');
    await toReady(next, csv(GOOD));
    ignored(next.importer.submit());
    await says(next, en.forgetLost);
    expect(next.importer.status).to.equal('ready');
    button(next.importer, en.forgetLost).click();
    await next.importer.submit();
    expect(await imports(first.world)).to.have.lengthOf(1);
  });

  it('is not looked for while another tab is sending it', async () => {
    const first = await leaveUnsent();
    const other = await visitOf(first);
    await nothingPickedUp(other);
    expect(alertText(other.importer)).to.equal('');
  });
});

describe('What is kept between visits', () => {
  const SECRET = ['secretvalue', 'geheim', 'zq'].join('-');
  const PRIVATE = csv(
    `Email,First name,Lifecycle Stage\n${SECRET}@example.com,${SECRET},Lead\n${SECRET},${SECRET},${SECRET}\n`,
    'private.csv',
  );

  it('holds no cell, no header and no token, at any stage', async () => {
    const mounted = await mount();
    const seen: string[] = [];
    const everything: string[] = [];
    const look = (): void => {
      seen.push(JSON.stringify(keptImports(mounted)));
      everything.push(JSON.stringify(keptOf(mounted)));
    };
    const tokens: string[] = [];
    mounted.importer.fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (String(input).endsWith('/token')) {
        tokens.push(((await response.clone().json()) as { access_token: string }).access_token);
      }
      look();
      return response;
    };
    mounted.importer.addEventListener('hubspot-importer-state', look);
    await toReport(mounted, PRIVATE);
    look();
    const all = seen.join('\n');
    expect(all, 'the file’s name is').to.contain('private.csv');
    expect(tokens.length).to.be.greaterThan(0);
    for (const text of [SECRET, 'Lifecycle', 'First name', ...tokens]) expect(all).to.not.contain(text);
    for (const text of [SECRET, ...tokens]) expect(everything.join('\n')).to.not.contain(text);
    expect(keptImports(mounted)[0]).to.have.all.keys(
      ...['key', 'name', 'fileNames', 'fingerprint', 'sentAtMs', 'aliveAtMs'],
      ...['wasAnswered', 'importId', 'rows', 'isSeen', 'part'],
    );
  });

  it('is nothing at all with no-storage, while sending and afterwards', async () => {
    const mounted = await mount({ 'no-storage': '' });
    let most = 0;
    mounted.importer.fetch = async (input, init) => {
      most = Math.max(most, Object.keys(keptOf(mounted)).length);
      return fetch(input, init);
    };
    await toReport(mounted, PRIVATE);
    expect([most, keptOf(mounted)]).to.deep.equal([0, {}]);
    await nothingPickedUp(await revisit(mounted, { 'no-storage': '' }));
  });

  it('is removed as soon as no-storage is set', async () => {
    const first = await sendSlowly();
    expect(Object.keys(keptOf(first))).to.not.deep.equal([]);
    first.importer.noStorage = true;
    await first.importer.updateComplete;
    expect(keptOf(first)).to.deep.equal({});
    await first.importer.cancel();
    await ended(first.importer);
    expect(keptOf(first)).to.deep.equal({});
  });
});
