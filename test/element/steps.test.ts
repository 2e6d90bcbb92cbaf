import { expect, waitUntil } from '@open-wc/testing';
import type { Status } from '../../src/index.js';
import { en } from '../../src/element/messages/en.js';
import { BUSY } from './busy.js';
import { hold } from './fetches.js';
import { button, csv, GOOD, mount, until } from './importer.js';
import {
  choose,
  clearFaults,
  ended,
  ignored,
  imports,
  openProblem,
  people,
  rejection,
  settled,
  toMapping,
  toReady,
  type,
} from './person.js';

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
      csv(`Email,First name,City\nana(at)example.com,Ana,Bergen\nnope,Bo,Oslo\nc@example.com,Cy,Kiel\n`),
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
