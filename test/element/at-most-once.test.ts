import { expect, waitUntil } from '@open-wc/testing';
import { ImporterError } from '../../src/index.js';
import { csv, fault, GOOD, mount, type Mounted, until } from './importer.js';
import { clearFaults, ended, ignored, imports, rejection, toReady } from './person.js';

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
