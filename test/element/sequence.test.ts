/** A file over HubSpot's limits goes as several imports, one after the other. Both the importer's and the stand-in's limits are lowered. */
import { expect, waitUntil } from '@open-wc/testing';
import type { PartLimits } from '../../src/core/parts.js';
import type { ProgressDetail } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { hold, isOneImport, isStart } from './fetches.js';
import { button, csv, fault, GOOD, mount, type Mounted, textOf, until } from './importer.js';
import {
  alertText,
  allRecords,
  clearFaults,
  downloaded,
  ended,
  imports,
  primary,
  rejection,
  toMapping,
  toReady,
} from './person.js';
import { keptImports, revisit } from './visits.js';

const WAIT = { timeout: 8000 };

/** Five lines, the header included: those of the stand-in of a small world. */
const LIMITS: PartLimits = { bytes: 400, rows: 5 };

async function mountSmall(attributes: Readonly<Record<string, string>> = {}): Promise<Mounted> {
  const world = `/worlds/small-${crypto.randomUUID()}`;
  const mounted = await mount({ 'token-endpoint': `${world}/hubspot/token`, ...attributes });
  mounted.importer.limits = LIMITS;
  return { ...mounted, world };
}

/** The same person on another day. */
async function comeBack(before: Mounted): Promise<Mounted> {
  const next = await revisit(before);
  next.importer.limits = LIMITS;
  return next;
}

/** Ten people, which is three parts; some of them without an address. It is the same file every time. */
const people = (bad: readonly number[] = [], name = 'people.csv'): File => {
  const rows = Array.from({ length: 10 }, (_, i) =>
    bad.includes(i + 2) ? 'nobody,First\n' : `p${i + 2}@b.co,First\n`,
  );
  return new File([`Email,First name\n${rows.join('')}`], name, { type: 'text/csv', lastModified: 1 });
};

const emails = async (world: string): Promise<readonly (string | undefined)[]> =>
  (await allRecords(world)).map(({ email }) => email);
const names = async (world: string): Promise<readonly string[]> =>
  (await imports(world)).map(({ importName }) => importName).toReversed();
const statuses = ({ states }: Mounted): readonly string[] =>
  states.map(({ status, part }) => (part === null ? status : `${status} ${part.number}/${part.count}`));

/** Waits until a part is followed, which it is until it is let go. */
async function heldAt(mounted: Mounted, number: number): Promise<ReturnType<typeof hold>> {
  const held = hold(isOneImport);
  let starts = 0;
  mounted.importer.fetch = async (input, init) => {
    if (isStart(String(input), init?.method ?? 'GET')) starts += 1;
    return starts >= number ? held.fetch(input, init) : fetch(input, init);
  };
  void mounted.importer.submit().catch(() => undefined);
  await waitUntil(() => held.count() > 0, `part ${number} was never followed`, WAIT);
  return held;
}

describe('A file over HubSpot’s limits', () => {
  it('is offered as several imports, with the rows of each', async () => {
    const mounted = await mountSmall();
    await toReady(mounted, people());
    const text = textOf(mounted.importer);
    expect(text).to.contain('This file has 10 rows to send; HubSpot takes 5 at a time');
    expect(text).to.contain('It will be sent as 3 imports, one after the other.');
    for (const rows of ['1. Rows 2 to 5', '2. Rows 6 to 9', '3. Rows 10 to 11'])
      expect(text).to.contain(rows);
    expect(primary(mounted.importer)?.textContent?.trim()).to.equal('Import in 3 parts');
    expect(mounted.importer.importRequest?.name).to.match(/^people\.csv, .* \(1 of 3\)$/);
  });

  it('is offered to everybody', async () => {
    const mounted = await mountSmall();
    await toReady(mounted, people());
    await expect(mounted.importer).shadowDom.to.be.accessible();
  });

  it('is one of 1,048,577 rows, where nothing lowers the limits', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(`Email\n${'a@b.co\n'.repeat(1_048_577)}`));
    expect(textOf(mounted.importer)).to.contain('1. Rows 2 to 1,048,576');
    expect(textOf(mounted.importer)).to.contain('2. Rows 1,048,577 to 1,048,578');
  });

  it('is sent part by part to the end, and the numbers are those of all parts', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    const progress: ProgressDetail[] = [];
    importer.addEventListener('hubspot-importer-progress', ({ detail }) => progress.push(detail));
    await toReady(mounted, people());
    await importer.submit();
    await ended(importer);
    expect(await emails(world)).to.deep.equal(Array.from({ length: 10 }, (_, i) => `p${i + 2}@b.co`));
    expect((await names(world)).map((name) => name.slice(-8))).to.deep.equal([
      '(1 of 3)',
      '(2 of 3)',
      '(3 of 3)',
    ]);
    const [first] = (await imports(world)).toReversed();
    expect(first?.importRequestJson.files).to.have.nested.property('[0].fileName', 'people (1 of 3).csv');
    expect(textOf(importer)).to.contain('10 contacts are in HubSpot');
    expect(textOf(importer)).to.contain('All 10 rows arrived.');
    const order = statuses(mounted).filter((one) => one.includes('/'));
    expect(order.filter((one, at) => one !== order[at - 1])).to.deep.equal([
      ...['submitting 1/3', 'tracking 1/3', 'submitting 2/3', 'tracking 2/3'],
      ...['submitting 3/3', 'tracking 3/3', 'done 3/3'],
    ]);
    const shares = progress.flatMap(({ part, share }) => (part === null || share === null ? [] : [share]));
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
    await expect(importer).shadowDom.to.be.accessible();
  });

  it('has the errors of every part at the rows of the person’s file, in the report and in the downloads', async () => {
    const mounted = await mountSmall();
    const { importer } = mounted;
    await toReady(mounted, people([3, 8, 11]));
    await importer.submit();
    await ended(importer);
    const text = textOf(importer);
    expect(text).to.contain('10 rows in all: 7 imported and 3 refused.');
    expect(text).to.contain('7 contacts are in HubSpot');
    const refused = await downloaded(importer, en.downloadRefused);
    expect(refused.text).to.equal('Email,First name\nnobody,First\nnobody,First\nnobody,First\n');
    const report = await downloaded(importer, en.downloadReport);
    const rows = report.text.split(/\r?\n/).flatMap((line) => /^(\d+),/.exec(line)?.[1] ?? []);
    expect(rows).to.deep.equal(['3', '8', '11']);
  });

  it('is corrected part by part, each within the limits of what is written', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    importer.mapping = [
      { header: 'First name', property: 'firstname' },
      { header: 'Remark', property: null },
    ];
    const rows = Array.from({ length: 6 }, (_, i) => `p${i + 2}@b.co,${'x'.repeat(90)}${i},"not\nsent"\n`);
    await toReady(mounted, csv(`Email,First name,Remark\n${rows.join('')}`));
    expect(textOf(importer)).to.contain('1. Rows 2 to 4');
    await importer.submit();
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(2);
    expect((await allRecords(world)).map(({ firstname }) => firstname?.slice(-1)).join('')).to.equal(
      '012345',
    );
  });

  it('goes as one when what is sent of it is small enough', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    importer.mapping = [{ header: 'Remark', property: null }];
    await toReady(mounted, csv(`Email,First name,Remark\na@b.co,Ana,${'x'.repeat(500)}\n`));
    expect(textOf(importer)).to.not.contain(en.partsTitle);
    await importer.submit();
    await ended(importer);
    expect((await imports(world)).map(({ importName }) => importName.includes('1 of'))).to.deep.equal([
      false,
    ]);
    expect(mounted.states.at(-1)?.part).to.equal(null);
  });

  it('is refused where the page’s own limit is lower', async () => {
    const mounted = await mountSmall({ 'max-bytes': '100' });
    const error = await rejection(mounted.importer.load(people()));
    expect(error).to.include({ code: 'file-too-large' });
    const other = await mountSmall({ 'max-rows': '4' });
    await toMapping(other, people());
    expect(await rejection(other.importer.check())).to.include({ code: 'file-too-many-rows' });
  });

  it('is refused together with another file, which says why', async () => {
    const mounted = await mountSmall();
    const { importer } = mounted;
    const big = csv(`${GOOD}${'x,'.repeat(300)}\n`, 'big.csv');
    const error = await rejection(importer.load([csv(GOOD), big]));
    expect(error).to.include({ code: 'file-too-large' });
    await importer.updateComplete;
    expect(alertText(importer)).to.contain('they cannot be sent in parts');
    expect(importer.status).to.equal('empty');
  });
});

describe('A sequence of imports', () => {
  it('stops after a part when it is asked to, says so, and goes on when it is asked to', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    await toReady(mounted, people());
    const held = await heldAt(mounted, 1);
    await expect(importer).shadowDom.to.be.accessible();
    button(importer, en.stopAfterPart).click();
    await waitUntil(() => textOf(importer).includes(en.stoppingAfterPart));
    held.release();
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(1);
    expect(textOf(importer)).to.contain('Stopped after part 1 of 3.');
    expect(textOf(importer)).to.contain('10 rows in all: 4 imported and 6 not sent.');
    expect(mounted.states.at(-1)).to.include({ status: 'done' });
    expect(mounted.states.at(-1)?.part).to.deep.equal({ number: 1, count: 3 });
    button(importer, 'Go on with part 2 of 3').click();
    await waitUntil(() => textOf(importer).includes('All 10 rows arrived.'), 'never went on', WAIT);
    expect(await emails(world)).to.have.lengthOf(10);
  });

  it('whose second part’s answer is lost finds that part in HubSpot’s list, and goes on behind it', async () => {
    for (const [kind, isStarted] of [
      ['answer-lost', true],
      ['failed-before', false],
    ] as const) {
      const mounted = await mountSmall();
      const { importer, world } = mounted;
      await toReady(mounted, people([6]));
      const held = await heldAt(mounted, 1);
      await fault(world, kind);
      held.release();
      if (!isStarted) {
        await waitUntil(() => alertText(importer) !== '', 'nothing was said', WAIT);
        await clearFaults(world);
        primary(importer)?.click();
      } else {
        await waitUntil(async () => (await imports(world)).length > 1, 'the part never began', WAIT);
        await clearFaults(world);
      }
      await waitUntil(
        () => textOf(importer).includes('9 imported and 1 refused.'),
        `${kind}: not all sent`,
        WAIT,
      );
      expect(
        (await imports(world)).map(({ importName }) => importName.slice(-8)),
        kind,
      ).to.deep.equal(['(3 of 3)', '(2 of 3)', '(1 of 3)']);
      expect(await emails(world), kind).to.have.lengthOf(9);
    }
  });

  it('goes on after all when the person thinks again', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    await toReady(mounted, people());
    const held = await heldAt(mounted, 1);
    button(importer, en.stopAfterPart).click();
    await waitUntil(() => textOf(importer).includes(en.goOnAfterPart));
    button(importer, en.goOnAfterPart).click();
    held.release();
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(3);
  });

  it('stops at a part that fails; it is sent again, and the others follow', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    await toReady(mounted, people());
    const held = await heldAt(mounted, 1);
    await fault(world, 'import-fails');
    held.release();
    await ended(importer);
    expect([importer.status, (await imports(world)).length]).to.deep.equal(['failed', 2]);
    expect(textOf(importer)).to.contain('Part 2 of 3 did not come to its end.');
    expect(button(importer, 'Go on with part 3 of 3').disabled).to.equal(false);
    await clearFaults(world);
    button(importer, 'Send part 2 again').click();
    await waitUntil(() => textOf(importer).includes('All 10 rows arrived.'), 'never came to its end', WAIT);
    expect(new Set(await emails(world)).size).to.equal(10);
    expect((await imports(world)).map(({ state }) => state)).to.deep.equal([
      'DONE',
      'DONE',
      'FAILED',
      'DONE',
    ]);
  });

  it('leaves a part out that failed, and offers it again at the end', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    await toReady(mounted, people());
    const held = await heldAt(mounted, 1);
    await fault(world, 'import-fails');
    held.release();
    await ended(importer);
    await clearFaults(world);
    button(importer, 'Go on with part 3 of 3').click();
    await until(importer, 'done');
    await ended(importer);
    expect(textOf(importer)).to.contain('10 rows in all: 6 imported and 4 not sent.');
    button(importer, 'Go on with part 2 of 3').click();
    await waitUntil(() => textOf(importer).includes('All 10 rows arrived.'), 'never came to its end', WAIT);
  });

  it('ends with the part that is canceled', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    await toReady(mounted, people());
    const held = await heldAt(mounted, 1);
    const canceled = importer.cancel(); // too late: the part is done
    held.release();
    await canceled;
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(1);
    expect(textOf(importer)).to.contain('Stopped after part 1 of 3.');
  });

  it('that cannot send a part goes back to the check, where only what is left is sent', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    await toReady(mounted, people());
    const held = await heldAt(mounted, 1);
    await fault(world, 'validation');
    held.release();
    await until(importer, 'ready');
    expect(alertText(importer)).to.contain('HubSpot refused the import as a whole');
    expect(textOf(importer)).to.contain('1 of 3 parts of this file is in HubSpot already.');
    expect(textOf(importer)).to.contain('6 rows left to import');
    await clearFaults(world);
    expect(primary(importer)?.textContent?.trim()).to.equal('Go on with part 2 of 3');
    await importer.submit();
    await ended(importer);
    expect(textOf(importer)).to.contain('All 10 rows arrived.');
    expect(await imports(world)).to.have.lengthOf(3);
  });

  it('asks the page before every part, and stops where it holds one back', async () => {
    const mounted = await mountSmall();
    const { importer, world } = mounted;
    const asked: string[] = [];
    importer.addEventListener('hubspot-importer-submit', (event) => {
      asked.push(event.detail.request.name.slice(-8));
      if (asked.length === 2) event.preventDefault();
    });
    await toReady(mounted, people());
    await importer.submit();
    await ended(importer);
    expect([importer.status, asked]).to.deep.equal(['done', ['(1 of 3)', '(2 of 3)']]);
    expect(await imports(world)).to.have.lengthOf(1);
    expect(textOf(importer)).to.contain('Stopped after part 1 of 3.');
  });
});

describe('A sequence whose page is left', () => {
  it('is picked up at its part, and goes on behind it once the file is chosen again', async () => {
    const first = await mountSmall();
    await toReady(first, people());
    await heldAt(first, 2);
    const next = await comeBack(first);
    await ended(next.importer);
    expect(next.states.at(-1)?.part).to.deep.equal({ number: 2, count: 3 });
    expect(textOf(next.importer)).to.contain('This is part 2 of 3. Choose people.csv again');
    await toReady(next, people());
    expect(textOf(next.importer)).to.contain('2 of 3 parts of this file are in HubSpot already.');
    expect(textOf(next.importer)).to.contain('2 rows left to import');
    expect(next.importer.importRequest?.name).to.contain('(3 of 3)');
    await next.importer.submit();
    await ended(next.importer);
    expect(textOf(next.importer)).to.contain('All 2 rows arrived.');
    expect(await emails(first.world)).to.have.lengthOf(10);
    expect(await imports(first.world)).to.have.lengthOf(3);
  });

  it('is sent as a whole when the person wants that', async () => {
    const first = await mountSmall();
    await toReady(first, people());
    const held = await heldAt(first, 1);
    button(first.importer, en.stopAfterPart).click();
    held.release();
    await ended(first.importer);
    const next = await comeBack(first);
    await toReady(next, people());
    button(next.importer, en.partsAll).click();
    await waitUntil(() => primary(next.importer)?.textContent?.trim() === 'Import in 3 parts', 'never', WAIT);
    await next.importer.submit();
    await ended(next.importer);
    expect(await imports(first.world)).to.have.lengthOf(4);
  });

  it('does not take a part for sent that failed', async () => {
    const first = await mountSmall();
    await toReady(first, people());
    await fault(first.world, 'import-fails');
    await first.importer.submit();
    await ended(first.importer);
    await clearFaults(first.world);
    expect(keptImports(first).map(({ part }) => part)).to.deep.equal([null]);
    const next = await comeBack(first);
    await toReady(next, people());
    expect(primary(next.importer)?.textContent?.trim()).to.equal('Import in 3 parts');
  });

  it('does not take another file for the same', async () => {
    const first = await mountSmall();
    await toReady(first, people());
    const held = await heldAt(first, 1);
    button(first.importer, en.stopAfterPart).click();
    held.release();
    await ended(first.importer);
    const next = await comeBack(first);
    await toReady(next, people([], 'others.csv'));
    expect(primary(next.importer)?.textContent?.trim()).to.equal('Import in 3 parts');
  });
});
