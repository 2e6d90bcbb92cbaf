import { expect, waitUntil } from '@open-wc/testing';
import { type HubspotImporter, ImporterError } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { answering, type Call, isOneImport, isStart } from './fetches.js';
import { csv, fault, GOOD, mount, textOf } from './importer.js';
import {
  alertText,
  choose,
  clearFaults,
  downloaded,
  ended,
  ignored,
  imports,
  people,
  rejection,
  settled,
  toMapping,
  toReady,
} from './person.js';

const notFound = (): Response => Response.json({}, { status: 404 });
const unreachable = (): never => {
  throw new TypeError('Failed to fetch');
};

/** Submits, and gives the code of the error that leaves everything as it was. */
async function failsWith(importer: HubspotImporter): Promise<string> {
  const error = await rejection(importer.submit());
  expect(importer.status).to.equal('ready');
  return error instanceof ImporterError ? error.code : String(error);
}

async function sendsAfterAll(importer: HubspotImporter, world: string): Promise<void> {
  await importer.submit();
  await ended(importer);
  expect(importer.status).to.equal('done');
  expect(await imports(world), 'one import').to.have.lengthOf(1);
}

const timedOut = (): never => {
  throw new DOMException('The operation timed out', 'TimeoutError');
};

describe('An answer that is lost', () => {
  it('is found in HubSpot’s list: the import is followed, not sent again', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    await fault(world, 'answer-lost');
    await importer.submit();
    await ended(importer);
    expect(importer.status).to.equal('done');
    expect(await imports(world)).to.have.lengthOf(1);
  });

  it('of an import that never began lets one send again', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    await fault(world, 'failed-before');
    expect(await failsWith(importer)).to.equal('import-unknown');
    await clearFaults(world);
    await sendsAfterAll(importer, world);
  });

  it('while the list cannot be read either never makes two imports of one', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    const isList: Call = (url, method) => method === 'GET' && url.includes('/imports/?');
    await fault(world, 'answer-lost');
    importer.fetch = answering(isList, notFound);
    expect(await failsWith(importer)).to.equal('import-unknown');
    await clearFaults(world);
    importer.fetch = null;
    await sendsAfterAll(importer, world);
  });

  it('by a broken connection after everything was sent is looked for as well', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    importer.fetch = async (input, init) => {
      const response = await fetch(input, init);
      return isStart(String(input), init?.method ?? 'GET') ? unreachable() : response;
    };
    ignored(importer.submit());
    await waitUntil(() => importer.status !== 'submitting' && importer.status !== 'ready', 'not adopted', {
      timeout: 4000,
    });
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(1);
  });

  it('of an earlier try is found before anything is sent: what was decided since is not taken for what HubSpot has', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    const text = `Phone,Email,First name\n1,ana@example.com,Ana\n2,nobody,Bo\n`;
    await toReady(mounted, csv(text));
    await fault(world, 'answer-lost');
    importer.fetch = answering((url, method) => method === 'GET' && url.includes('/imports/?'), notFound);
    expect(await failsWith(importer)).to.equal('import-unknown');
    await clearFaults(world);
    importer.fetch = null;
    await importer.back();
    await importer.updateComplete;
    await choose(importer, 'Phone', en.dontImport);
    await importer.check();
    await settled(importer);
    await sendsAfterAll(importer, world);
    expect(textOf(importer)).to.contain(en.foundEarlierNote('').slice(-40));
    const [row] = importer.shadowRoot?.querySelectorAll('tbody tr') ?? [];
    expect(row?.textContent?.replace(/\s+/g, ' ').trim(), 'the column as it was sent').to.equal(
      '3 Email nobody',
    );
    const { text: refused } = await downloaded(importer, en.downloadRefused);
    expect(
      refused
        .replace(/^\uFEFF/, '')
        .split('\n')
        .slice(0, 2)
        .map((line) => line.trim()),
    ).to.deep.equal(['Phone,Email,First name', '2,nobody,Bo']);
  });

  it('of the same try is found by the next press of the button, and joined to the rows of the file', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(`Email,First name\n\nana@example.com,Ana\nnobody,Bo\n`));
    await fault(world, 'answer-lost');
    importer.fetch = answering((url, method) => method === 'GET' && url.includes('/imports/?'), notFound);
    expect(await failsWith(importer)).to.equal('import-unknown');
    await clearFaults(world);
    importer.fetch = null;
    await sendsAfterAll(importer, world);
    expect(textOf(importer)).to.contain(en.foundNote);
    expect(importer.shadowRoot?.querySelector('tbody th')?.textContent?.trim()).to.equal('4');
  });

  it('of a canceled upload is looked for: what had begun is canceled in HubSpot too', async () => {
    const mounted = await mount({}, true);
    const { importer, world } = mounted;
    await toReady(mounted, people(300));
    await fault(world, 'start-unanswered');
    ignored(importer.submit());
    await waitUntil(() => textOf(importer).includes(en.submittingAnswer), 'never all sent', {
      timeout: 4000,
    });
    await importer.cancel();
    await ended(importer);
    expect(importer.status).to.equal('canceled');
    expect((await imports(world)).map(({ state }) => state)).to.deep.equal(['CANCELED']);
  });
});

describe('Following an import', () => {
  it('that cannot be followed for a while says so, and goes on when asked again', async () => {
    const mounted = await mount({}, true);
    const { importer } = mounted;
    await toReady(mounted, people(300));
    importer.fetch = answering(isOneImport, notFound);
    await importer.submit();
    await waitUntil(() => alertText(importer) !== '', 'no error');
    expect(importer.status).to.equal('tracking');
    importer.fetch = null;
    await importer.cancel();
    expect(importer.status).to.be.oneOf(['tracking', 'canceled']);
  });

  it('after a timeout has its own code', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    importer.fetch = answering((url) => url.endsWith('/token'), timedOut);
    await toMapping(mounted, csv(GOOD));
    expect(textOf(importer)).to.contain(en.propertiesUnread);
  });
});
