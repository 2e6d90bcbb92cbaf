/** Imports that do not come to a good end: what the person reads, and what they can do next. */
import { expect, waitUntil } from '@open-wc/testing';
import type { HubspotImporter } from '../../src/index.js';
import { createFormat } from '../../src/element/format.js';
import { en } from '../../src/element/messages/en.js';
import { importErrorsEn } from '../../src/element/messages/import-errors.en.js';
import { button, csv, fault, find, GOOD, mount, type Mounted, records, textOf, until } from './importer.js';
import { ended, people, primary, settled, toReady, toReport } from './person.js';

const format = createFormat('en');

const heading = (importer: HubspotImporter): string => find(importer, '.heading').textContent ?? '';
const intro = (importer: HubspotImporter): string => find(importer, '.intro').textContent ?? '';
const footer = (importer: HubspotImporter): string[] =>
  [...find(importer, '[part="footer"]').querySelectorAll('button')].map(
    (one) => one.textContent?.trim() ?? '',
  );

/** HubSpot breaks the import off when half of the rows are written. */
async function brokenOff(mounted: Mounted, file: File): Promise<void> {
  await toReady(mounted, file);
  await fault(mounted.world, 'import-fails');
  await mounted.importer.submit();
  await ended(mounted.importer);
}

/** What HubSpot's own page would do: undoes the latest import. */
async function undo(world: string, importId: string): Promise<void> {
  const answer = await fetch(`${world}/demo-api/imports/${importId}/revert`, { method: 'POST' });
  expect(answer.status).to.equal(204);
}

describe('An import that HubSpot breaks off', () => {
  it('says what is written, what is not, and why as far as HubSpot says', async () => {
    const mounted = await mount();
    const { importer, world, states } = mounted;
    await brokenOff(mounted, people(10));
    expect(importer.status).to.equal('failed');
    expect(states.at(-1)).to.include({ status: 'failed', importState: 'FAILED' });
    expect(heading(importer)).to.equal(en.failedTitle);
    expect(intro(importer)).to.equal(`${en.failedIntro} ${en.keptAll}`);
    const written = (await records(world)).total;
    expect(written).to.equal(5);
    const text = textOf(importer);
    expect(text).to.contain(en.statImported(written));
    expect(text).to.contain(en.statUnprocessed(5));
    expect(text).to.contain(importErrorsEn.UNKNOWN_ERROR?.what).and.to.contain(en.importEffect.file);
    expect(text, 'advice for a row would lead astray').to.contain(en.wholeFileAdvice);
    expect(text).to.contain(en.again.updates);
  });

  it('can be sent again at once, with everything kept, and then is whole', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await brokenOff(mounted, people(10));
    const before = importer.importRequest;
    expect(footer(importer)).to.deep.equal([en.another, en.tryAgain]);
    await fetch(`${world}/demo-api/faults/`, { method: 'POST' });
    primary(importer)?.click();
    await until(importer, 'ready');
    await settled(importer);
    expect(importer.importRequest).to.deep.equal(before);
    primary(importer)?.click();
    await ended(importer);
    expect(importer.status).to.equal('done');
    expect(await records(world)).to.include({ total: 10 });
  });

  it('warns that records without an identifier would be made a second time', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await brokenOff(mounted, csv('First name,Last name\nAna,Silva\nBo,Berg\n'));
    expect(textOf(importer)).to.contain(en.again.doubles);
  });

  it('says that HubSpot refuses what is written where records are only created', async () => {
    const mounted = await mount({ operation: 'create' });
    await brokenOff(mounted, csv(GOOD));
    expect(textOf(mounted.importer)).to.contain(en.again.refuses);
  });

  it('is told of plainly where nothing was written, and where the file is not at hand', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv('First name\nAna\n'));
    await fault(world, 'import-fails');
    await importer.submit();
    await ended(importer);
    const id = importer.import?.id ?? '';
    expect(heading(importer)).to.equal(en.failedTitleNone);
    for (const again of Object.values(en.again)) expect(textOf(importer)).to.not.contain(again);
    await importer.reset();
    await importer.track(id);
    await ended(importer);
    expect(intro(importer), 'nothing is kept').to.equal(en.failedIntro);
    expect(footer(importer)).to.deep.equal([en.another]);
  });
});

describe('An import that is canceled', () => {
  it('says that what is written stays, and how it is with importing the rest', async () => {
    const mounted = await mount({}, true);
    const { importer } = mounted;
    await toReady(mounted, people(300));
    await importer.submit();
    await waitUntil(() => (importer.import?.metadata.counters.CREATED_OBJECTS ?? 0) > 0, 'it never began', {
      timeout: 8000,
    });
    await importer.cancel();
    await ended(importer);
    expect(heading(importer)).to.equal(en.canceledTitle);
    expect(intro(importer)).to.equal(`${en.canceledIntro} ${en.keptAll}`);
    expect(textOf(importer)).to.contain(en.again.updates);
    expect(footer(importer)).to.deep.equal([en.another, en.tryAgain]);
  });
});

describe('An import that is undone in HubSpot', () => {
  it('is told of as what it was, without claiming what is left of it', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReport(mounted, people(4));
    const id = importer.import?.id ?? '';
    await undo(world, id);
    expect(await records(world)).to.include({ total: 0 });
    await importer.reset();
    await importer.track(id);
    await ended(importer);
    expect(importer.status).to.equal('reverted');
    expect(heading(importer)).to.equal(en.revertedTitle);
    expect(intro(importer), 'there is no file whose choices are kept').to.equal(en.revertedIntro);
    const text = textOf(importer);
    expect(text).to.contain(en.statWasImported(4)).and.to.not.contain(en.statImported(4));
    expect(text).to.contain(en.againUndone);
    expect(text).to.contain(en.partsBefore(`4 ${en.statCreated(4)} and 0 ${en.statUpdated(0)}`));
    expect(footer(importer)).to.deep.equal([en.another]);
  });

  it('is among the recent imports by that name, and opens from there', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReport(mounted, csv(GOOD));
    await undo(world, importer.import?.id ?? '');
    await importer.reset();
    button(importer, en.recentTitle).click();
    await waitUntil(() => textOf(importer).includes(en.stateName.REVERTED ?? '-'), 'it is not in the list', {
      timeout: 8000,
    });
    button(importer, en.recentOpen).click();
    await ended(importer);
    expect(importer.status).to.equal('reverted');
  });
});

describe('An import that lost something', () => {
  it('is not told of as if all had come', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReport(mounted, csv('Email,Lifecycle Stage\nana@example.com,Lead\nbo@example.com,Warm lead\n'));
    expect(intro(importer)).to.equal(en.doneIntroLosing(1, 2, format));
  });
});
