import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { ImporterError } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { hold, isStart } from './fetches.js';
import { button, csv, fault, GOOD, mount, type Mounted, textOf, until } from './importer.js';
import { alertText, clearFaults, ended, ignored, imports, primary, rejection, toReady } from './person.js';
import { visitOf } from './visits.js';

/** Sends, and waits until HubSpot has the import although its answer will never come. */
async function sendUnanswered(mounted: Mounted): Promise<void> {
  await toReady(mounted, csv(GOOD));
  await fault(mounted.world, 'start-unanswered');
  ignored(mounted.importer.submit());
  await waitUntil(async () => (await imports(mounted.world)).length === 1, 'HubSpot never got it', {
    timeout: 8000,
  });
  await clearFaults(mounted.world);
}

/** What a person does after something came between: the same file once more. */
async function sendAgain({ importer, world }: Mounted): Promise<number> {
  if (importer.status !== 'ready') {
    await importer.load(csv(GOOD));
    await importer.check();
  }
  await importer.submit();
  await ended(importer);
  return (await imports(world)).length;
}

describe('An import whose answer is pending is not sent twice', () => {
  it('when everything is forgotten meanwhile', async () => {
    const mounted = await mount();
    await sendUnanswered(mounted);
    await mounted.importer.reset();
    expect(await sendAgain(mounted)).to.equal(1);
  });

  it('when another import is to be followed meanwhile: that is refused', async () => {
    const mounted = await mount();
    await sendUnanswered(mounted);
    const error = await rejection(mounted.importer.track('999999'));
    expect(error).to.be.instanceOf(ImporterError).and.to.include({ code: 'wrong-status' });
    expect(mounted.importer.status).to.equal('submitting');
    await mounted.importer.cancel().catch(() => undefined);
  });

  it('when it is canceled and the page brought its own fetch', async () => {
    const mounted = await mount();
    mounted.importer.fetch = (input, init) => fetch(input, init);
    await sendUnanswered(mounted);
    await mounted.importer.cancel().catch(() => undefined);
    await until(mounted.importer, 'ready', 'tracking', 'done', 'canceled');
    if (mounted.importer.status === 'ready') await sendAgain(mounted);
    expect((await imports(mounted.world)).length).to.equal(1);
  });
});

describe('One press of the button is one import', () => {
  it('also when it is clicked twice, or ten times', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    const send = primary(mounted.importer);
    for (let click = 0; click < 10; click += 1) send?.click();
    await ended(mounted.importer);
    for (let click = 0; click < 10; click += 1) send?.click();
    expect(await imports(mounted.world)).to.have.lengthOf(1);
  });

  it('also when Enter is held down all the while', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    primary(mounted.importer)?.focus();
    for (let repeat = 0; repeat < 30; repeat += 1) await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await ended(mounted.importer);
    expect(await imports(mounted.world)).to.have.lengthOf(1);
    expect(mounted.importer.status, 'nor is the next step taken').to.equal('done');
  });

  it('also when the page calls submit() again and again', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    const calls = Array.from({ length: 5 }, () => mounted.importer.submit().catch((error: unknown) => error));
    const errors = (await Promise.all(calls)).filter((error) => error !== undefined);
    expect(errors).to.have.lengthOf(4);
    for (const error of errors) expect(error).to.include({ code: 'wrong-status' });
    await ended(mounted.importer);
    expect(await imports(mounted.world)).to.have.lengthOf(1);
  });
});

describe('The same file in two tabs', () => {
  const file = csv(GOOD);

  it('goes out of one of them: the other says where', async () => {
    const one = await mount();
    const two = await visitOf(one);
    await toReady(one, file);
    await toReady(two, file);
    const held = hold(isStart);
    one.importer.fetch = held.fetch;
    const sending = one.importer.submit();
    await waitUntil(() => held.count() === 1);
    expect(await rejection(two.importer.submit())).to.include({ code: 'import-elsewhere' });
    expect(two.importer.status).to.equal('ready');
    expect(alertText(two.importer)).to.contain('another tab');
    held.release();
    await sending;
    await ended(one.importer);
    expect(await imports(one.world)).to.have.lengthOf(1);
  });

  it('is asked about when the other tab has sent it: the import can be opened, or the file sent once more', async () => {
    const one = await mount();
    const two = await visitOf(one);
    await toReady(two, file);
    await toReady(one, file);
    await one.importer.submit();
    await ended(one.importer);
    const id = one.importer.import?.id ?? '';
    expect(await rejection(two.importer.submit())).to.include({ code: 'import-repeated' });
    expect(await imports(one.world)).to.have.lengthOf(1);
    expect(alertText(two.importer)).to.contain(id);
    button(two.importer, en.openImport(id)).click();
    await ended(two.importer);
    expect(two.importer.import?.id).to.equal(id);
  });

  it('is sent once more when that is what the person wants', async () => {
    const one = await mount();
    const two = await visitOf(one);
    await toReady(two, file);
    await toReady(one, file);
    await one.importer.submit();
    await ended(one.importer);
    ignored(two.importer.submit());
    await waitUntil(() => textOf(two.importer).includes('Nothing was sent now'));
    primary(two.importer)?.click();
    await ended(two.importer);
    expect(await imports(one.world)).to.have.lengthOf(2);
  });

  it('is no other file: that goes out meanwhile', async () => {
    const one = await mount();
    const two = await visitOf(one);
    await toReady(one, file);
    await toReady(two, csv(GOOD, 'others.csv'));
    const held = hold(isStart);
    one.importer.fetch = held.fetch;
    const sending = one.importer.submit();
    await waitUntil(() => held.count() === 1);
    await two.importer.submit();
    await ended(two.importer);
    held.release();
    await sending;
    await ended(one.importer);
    expect((await imports(one.world)).map(({ importName }) => importName.split(',')[0])).to.have.members([
      'others.csv',
      'contacts.csv',
    ]);
  });
});
