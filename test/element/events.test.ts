import { expect, waitUntil } from '@open-wc/testing';
import type { HubspotImporterEventMap, ProgressDetail, StateDetail, SubmitDetail } from '../../src/index.js';
import { altered, isOneImport } from './fetches.js';
import { csv, fault, GOOD, mount, type Mounted, until } from './importer.js';
import {
  clearFaults,
  ended,
  ignored,
  imports,
  large,
  people,
  rejection,
  toMapping,
  toReady,
  toReport,
} from './person.js';

type EventName = keyof HubspotImporterEventMap;
const EVENTS: readonly EventName[] = [
  'hubspot-importer-state',
  'hubspot-importer-progress',
  'hubspot-importer-submit',
  'hubspot-importer-error',
];

/** Every event of an importer, caught at the document. */
function listen({ importer }: Mounted): CustomEvent<object>[] {
  const caught: CustomEvent<object>[] = [];
  for (const name of EVENTS) {
    document.addEventListener(name, (event) => {
      if (event.target === importer) caught.push(event as CustomEvent<object>);
    });
  }
  return caught;
}

const SECRETS =
  'Email,First name,Note to self\nzebra@example.com,Quagga,Okapi\nnot-an-address,Quagga,Tapir\n';

/** Every text and key in a value, however deep. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const own = Object.getOwnPropertyNames(value).filter((key) => key !== 'stack');
  return own.flatMap((key) => [key, ...textsIn(Reflect.get(value, key), seen)]);
}

describe('Events', () => {
  it('tell of every status in order, once, with the element already there', async () => {
    const mounted = await mount();
    const { importer, states } = mounted;
    const seen: string[] = [];
    importer.addEventListener('hubspot-importer-state', ({ detail }) =>
      seen.push(`${detail.status} ${importer.status}`),
    );
    await toReport(mounted, csv(GOOD));
    const statuses = states.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 'checking' && status !== 'tracking')).to.deep.equal([
      'reading',
      'mapping',
      'ready',
      'submitting',
      'done',
    ]);
    expect(states.map(({ previous }) => previous)).to.deep.equal(['empty', ...statuses.slice(0, -1)]);
    expect(seen).to.deep.equal(statuses.map((status) => `${status} ${status}`));
  });

  it('reach the document from wherever the element is, and only submit can be held back', async () => {
    const mounted = await mount();
    const caught = listen(mounted);
    await toMapping(mounted, large(60));
    await mounted.importer.check();
    await toReport(mounted, csv(GOOD));
    await rejection(mounted.importer.load(csv('')));
    const seen = new Map(caught.map((event) => [event.type, event]));
    expect([...seen.keys()].sort()).to.deep.equal([...EVENTS].sort());
    for (const event of seen.values()) {
      expect(event.bubbles && event.composed, event.type).to.equal(true);
      expect(event.cancelable, event.type).to.equal(event.type === 'hubspot-importer-submit');
    }
  });

  it('carry a state of one shape, whatever the status', async () => {
    const mounted = await mount();
    await toReport(mounted, csv(`${GOOD}nope,Cy,Diaz\n`));
    for (const detail of mounted.states) {
      expect(Object.keys(detail).sort(), detail.status).to.deep.equal(
        [
          'status',
          'previous',
          'importState',
          'importId',
          'file',
          'files',
          'rows',
          'problems',
          'part',
          'import',
          'error',
        ].sort(),
      );
      expect(detail.file, detail.status).to.deep.equal({ name: 'contacts.csv', bytes: detail.file?.bytes });
      expect(detail.files, detail.status).to.deep.equal([detail.file]);
      expect(structuredClone(detail).status, 'cloneable').to.equal(detail.status);
    }
    const last = mounted.states.at(-1);
    expect(last).to.deep.include({
      importState: 'DONE',
      rows: { total: 3, checked: 3 },
      problems: { errors: 1, warnings: 0 },
    });
    expect(last?.import).to.deep.equal(mounted.importer.import);
    expect(last?.importId).to.equal(mounted.importer.import?.id);
  });

  it('hand the whole request to the page before anything is sent', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    const promised = mounted.importer.importRequest;
    let detail: SubmitDetail | null = null;
    mounted.importer.addEventListener('hubspot-importer-submit', (event) => {
      ({ detail } = event);
    });
    await mounted.importer.submit();
    expect(detail).to.deep.equal({ request: promised });
  });

  it('let the page hold an import back, with everything kept', async () => {
    const mounted = await mount();
    await toReady(mounted, csv(GOOD));
    const hold = (event: Event): void => event.preventDefault();
    mounted.importer.addEventListener('hubspot-importer-submit', hold);
    const error = await rejection(mounted.importer.submit());
    expect(error).to.include({ name: 'AbortError' });
    expect(mounted.importer.status).to.equal('ready');
    expect(await imports(mounted.world)).to.deep.equal([]);
    mounted.importer.removeEventListener('hubspot-importer-submit', hold);
    await mounted.importer.submit();
    await ended(mounted.importer);
    expect(await imports(mounted.world)).to.have.lengthOf(1);
  });

  it('never carry a cell of the file or a token', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    const tokens: string[] = [];
    const caught = listen(mounted);
    importer.fetch = async (input, init) => {
      const bearer = new Headers(init?.headers).get('authorization');
      if (bearer !== null) tokens.push(bearer.replace('Bearer ', ''));
      return fetch(input, init);
    };
    await toReady(mounted, csv(SECRETS));
    for (const name of ['validation', 'scope-missing', 'oversize']) {
      await fault(world, name);
      await rejection(importer.submit());
    }
    await clearFaults(world);
    await importer.submit();
    await ended(importer);
    await waitUntil(() => caught.some(({ type }) => type === 'hubspot-importer-error'));
    const texts = caught.flatMap(({ detail }) => textsIn(detail)).join('\n');
    expect(tokens.length).to.be.greaterThan(0);
    for (const secret of [...new Set(tokens), 'zebra', 'Quagga', 'Okapi', 'Tapir', 'not-an-address']) {
      expect(texts.includes(secret), secret.slice(0, 20)).to.equal(false);
    }
    expect(texts, 'headers are no secret').to.include('First name');
  });

  it('tell of progress at most ten times a second, and never backwards', async () => {
    const mounted = await mount();
    const told: { atMs: number; detail: ProgressDetail }[] = [];
    mounted.importer.addEventListener('hubspot-importer-progress', ({ detail }) =>
      told.push({ atMs: performance.now(), detail }),
    );
    await mounted.importer.load(large(120));
    await mounted.importer.check();
    expect(told.length).to.be.greaterThan(1);
    const gaps = told.slice(1).map(({ atMs }, index) => atMs - (told[index]?.atMs ?? 0));
    expect(Math.min(...gaps)).to.be.at.least(99);
    const shares = told.map(({ detail }) => detail.share ?? -1);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
    expect(told.at(-1)?.detail.checkedRows).to.be.greaterThan(0);
  });

  it('tell how far HubSpot is, and how far the file is out', async () => {
    const mounted = await mount({}, true);
    const told: ProgressDetail[] = [];
    mounted.importer.addEventListener('hubspot-importer-progress', ({ detail }) => told.push(detail));
    const sharesOf = (status: string): (number | null)[] =>
      told.filter((detail) => detail.status === status).map(({ share }) => share);
    await toReady(mounted, csv(`Email;First name\n${'a@example.com;Ana\n'.repeat(50)}`));
    await mounted.importer.submit();
    await waitUntil(() => sharesOf('tracking').includes(0.02), 'HubSpot’s first row was never told of', {
      timeout: 8000,
    });
    for (const share of sharesOf('submitting')) expect(share).to.be.within(0, 1);
    await mounted.importer.cancel();
  });

  it('tell of each of HubSpot’s states while it works', async () => {
    const mounted = await mount({}, true);
    await toReady(mounted, people(300));
    await mounted.importer.submit();
    const tracking = (): StateDetail[] => mounted.states.filter(({ status }) => status === 'tracking');
    await waitUntil(() => tracking().length > 1);
    expect(tracking().map(({ importState }) => importState)).to.deep.equal(['STARTED', 'PROCESSING']);
    await mounted.importer.cancel();
    await until(mounted.importer, 'canceled');
    expect(mounted.states.at(-1)?.importState).to.equal('CANCELED');
  });

  it('pass on a state that HubSpot has added since, and go on', async () => {
    const mounted = await mount({}, true);
    mounted.importer.fetch = altered(isOneImport, (answer: object) => ({ ...answer, state: 'RESTING' }));
    await toReady(mounted, people(300));
    ignored(mounted.importer.submit());
    await waitUntil(() => mounted.states.at(-1)?.importState === 'RESTING');
    expect(mounted.importer.status).to.equal('tracking');
    mounted.importer.fetch = null;
    await mounted.importer.cancel();
  });
});
