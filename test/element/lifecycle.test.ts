import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { Status } from '../../src/index.js';
import { en } from '../../src/element/messages.js';
import { button, csv, fault, GOOD, mount, type Mounted, records, until } from './importer.js';
import {
  choose,
  clearFaults,
  ended,
  hold,
  ignored,
  imports,
  large,
  matchOf,
  openProblem,
  people,
  rejection,
  settled,
  toMapping,
  toReady,
  toReport,
  type,
} from './person.js';

const isProperties = (url: string): boolean => url.includes('/properties/');

/** Lets everything that is under way come to its end: a later import of the same world is through. */
async function meanwhile(): Promise<void> {
  const other = await mount();
  await toReport(other, csv(GOOD));
  other.importer.remove();
}

interface Scene {
  readonly status: Status;
  readonly slow?: boolean;
  reach(mounted: Mounted): Promise<unknown>;
}

const BUSY: readonly Scene[] = [
  {
    status: 'reading',
    async reach({ importer }) {
      importer.fetch = hold(isProperties).fetch;
      ignored(importer.load(csv(GOOD)));
      await until(importer, 'reading');
    },
  },
  {
    status: 'checking',
    async reach(mounted) {
      await toMapping(mounted, large(60));
      ignored(mounted.importer.check());
      await until(mounted.importer, 'checking');
    },
  },
  {
    status: 'submitting',
    async reach(mounted) {
      await toReady(mounted, csv(GOOD));
      await fault(mounted.world, 'unanswered');
      ignored(mounted.importer.submit());
      await until(mounted.importer, 'submitting');
    },
  },
  {
    status: 'tracking',
    slow: true,
    async reach(mounted) {
      await toReady(mounted, people(300));
      await mounted.importer.submit();
      await waitUntil(() => mounted.importer.import?.state === 'PROCESSING');
    },
  },
];

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
      { code: 'email-invalid', severity: 'error', column: 0, count: 1, rows: [4] },
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

describe('Cancel', () => {
  const leadsTo: Readonly<Partial<Record<Status, Status>>> = {
    reading: 'empty',
    checking: 'mapping',
    submitting: 'ready',
    tracking: 'canceled',
  };
  for (const { status, slow, reach } of BUSY) {
    const leads = leadsTo[status] ?? 'empty';
    it(`leads from ${status} to ${leads}`, async () => {
      const mounted = await mount({}, slow);
      await reach(mounted);
      ignored(mounted.importer.cancel());
      await until(mounted.importer, leads);
      expect(
        mounted.states.some(({ error }) => error !== null),
        'cancelling is no error',
      ).to.equal(false);
    });
  }

  it('after a canceled upload lets one send again, and only what is sent then arrives', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, csv(GOOD));
    const held = hold((url, method) => method === 'POST' && url.endsWith('/imports/'));
    importer.fetch = held.fetch;
    const sending = rejection(importer.submit());
    await waitUntil(() => held.count() === 1);
    await importer.cancel();
    expect(await sending).to.include({ name: 'AbortError' });
    held.release();
    importer.fetch = null;
    await importer.submit();
    await ended(importer);
    expect(await imports(world)).to.have.lengthOf(1);
  });
});

describe('Back and reset', () => {
  it('keep the file, the mapping, the corrections and the settings all the way back and on again', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(
      mounted,
      csv(
        `Email,First name,City\nana(at)example.com,Ana,Bergen\nnope,Bo,Oslo\n${'c@example.com,Cy,Kiel\nd@example.com,Di,Riga\n'}`,
      ),
    );
    await choose(importer, 'City', en.dontImport);
    await importer.check();
    await settled(importer);
    const item = await openProblem(importer, 'not valid');
    const [field] = item.querySelectorAll('input');
    if (field !== undefined) await type(importer, field, 'ana@example.com');
    await settled(importer);
    const name = importer.shadowRoot?.querySelector<HTMLInputElement>('input[required]');
    if (name != null) await type(importer, name, 'Spring fair');
    const before = importer.importRequest;
    const problems = importer.problems;
    expect(before).to.include({ name: 'Spring fair' });
    await importer.back();
    await importer.back();
    expect(importer.status).to.equal('empty');
    await importer.updateComplete;
    button(importer, en.keptGoOn).click();
    await until(importer, 'mapping');
    await importer.check();
    await settled(importer);
    expect(importer.importRequest).to.deep.equal(before);
    expect(importer.problems).to.deep.equal(problems);
    expect(importer.problems).to.have.lengthOf(1);
  });

  it('go back from a canceled import to the check, with everything kept', async () => {
    const mounted = await mount({}, true);
    const { importer } = mounted;
    await toReady(mounted, people(300));
    const before = importer.importRequest;
    await importer.submit();
    await importer.cancel();
    await ended(importer);
    button(importer, en.tryAgain).click();
    await until(importer, 'ready');
    expect(importer.importRequest).to.deep.equal(before);
  });

  for (const { status, reach, slow } of BUSY) {
    it(`forget everything on reset, and are free for another file: ${status}`, async () => {
      const mounted = await mount({}, slow);
      const { importer } = mounted;
      await reach(mounted);
      await importer.reset();
      expect(importer.status).to.equal('empty');
      expect(importer.preview).to.equal(null);
      importer.fetch = null;
      await clearFaults(mounted.world);
      await toReady(mounted, csv(GOOD, 'next.csv'));
      expect(importer.preview?.fileName).to.equal('next.csv');
    });
  }
});

describe('An importer that is switched off', () => {
  it('shows, and takes neither a file nor a click', async () => {
    const { importer } = await mount({ disabled: '' });
    const root = importer.shadowRoot;
    const controls = [
      ...(root?.querySelectorAll<HTMLInputElement | HTMLButtonElement>('button, input') ?? []),
    ];
    expect(controls.length).to.be.greaterThan(0);
    expect(controls.every(({ disabled }) => disabled)).to.equal(true);
    const files = new DataTransfer();
    files.items.add(csv(GOOD));
    root
      ?.querySelector('[part="drop"]')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
    expect(importer.status).to.equal('empty');
    expect(importer.preview).to.equal(null);
  });
});
