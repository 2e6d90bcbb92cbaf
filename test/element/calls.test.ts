import { expect, waitUntil } from '@open-wc/testing';
import { type HubspotImporter, ImporterError } from '../../src/index.js';
import { csv, fault, GOOD, mount, textOf, until } from './importer.js';
import { clearFaults, ended, ignored, rejection, toMapping, toReady } from './person.js';

describe('Calls at odd times', () => {
  it('a file may come before the element is on the page', async () => {
    const { importer: other, world } = await mount();
    const importer = document.createElement('hubspot-importer');
    importer.tokenEndpoint = `${world}/hubspot/token`;
    importer.locale = 'en';
    await importer.load(csv(GOOD));
    other.after(importer);
    await until(importer, 'mapping');
    expect(textOf(importer)).to.contain('Match your columns');
    importer.remove();
  });

  it('forgetting right after the first file forgets it', async () => {
    const { importer } = await mount();
    ignored(importer.load(csv(GOOD)));
    await importer.reset();
    expect([importer.status, importer.preview]).to.deep.equal(['empty', null]);
  });

  it('every listener hears of the changes in their order, whatever another one does', async () => {
    const { importer, states } = await mount();
    const early = document.createElement('div');
    importer.replaceWith(early);
    early.append(importer);
    importer.addEventListener('hubspot-importer-state', ({ detail }) => {
      if (detail.status === 'mapping') void importer.reset();
    });
    const late: string[] = [];
    early.addEventListener('hubspot-importer-state', ({ detail }) => late.push(detail.status));
    await importer.load(csv(GOOD)).catch(() => undefined);
    await waitUntil(() => importer.status === 'empty');
    expect(late).to.deep.equal(['reading', 'mapping', 'empty']);
    expect(states.map(({ status }) => status)).to.deep.equal(late);
  });

  it('what was decided while the properties were asked for again stays', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await fault(world, 'definitions-forbidden');
    await toMapping(mounted, csv(GOOD));
    await clearFaults(world);
    let answer = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (answer = resolve));
    importer.fetch = async (input, init) => {
      await waiting;
      return fetch(input, init);
    };
    const again = importer.shadowRoot?.querySelector<HTMLButtonElement>('.notice.warn .link');
    again?.click();
    const operation = importer.shadowRoot?.querySelector<HTMLSelectElement>('.settings select');
    if (operation == null) throw new Error('There is no operation to choose');
    operation.value = 'CREATE';
    operation.dispatchEvent(new Event('change'));
    answer();
    await waitUntil(() => importer.shadowRoot?.querySelector('.notice.warn') == null);
    expect(importer.importRequest?.importOperations).to.deep.equal({ '0-1': 'CREATE' });
  });

  const untimely: readonly (readonly [string, (importer: HubspotImporter) => Promise<void>])[] = [
    ['check', (importer) => importer.check()],
    ['submit', (importer) => importer.submit()],
  ];
  for (const [name, call] of untimely) {
    it(`a call that does not fit the status is refused as an error of ours: ${name}()`, async () => {
      const { importer } = await mount();
      const error = await rejection(call(importer));
      expect(error).to.be.instanceOf(ImporterError).and.to.include({ code: 'wrong-status' });
      expect(importer.status).to.equal('empty');
    });
  }

  it('a switched off importer changes nothing', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    importer.disabled = true;
    await importer.updateComplete;
    const operation = importer.shadowRoot?.querySelector<HTMLSelectElement>('.settings select');
    if (operation == null) throw new Error('There is no operation to choose');
    operation.value = 'CREATE';
    operation.dispatchEvent(new Event('change'));
    await importer.updateComplete;
    expect(importer.importRequest?.importOperations).to.deep.equal({ '0-1': 'UPSERT' });
  });

  it('nothing is sent on account of rows that could not be checked again', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toReady(mounted, csv(`Email,First name\nnobody,Ana\nbo@example.com,Bo\n`));
    importer.maxRows = 1;
    const fix = importer.shadowRoot?.querySelector<HTMLButtonElement>('.problem .act');
    fix?.click();
    await importer.updateComplete;
    const clear = importer.shadowRoot?.querySelector<HTMLButtonElement>('.offers .link');
    clear?.click();
    await until(importer, 'mapping');
    let code = '';
    await importer.submit().catch((error: unknown) => (code = (error as { code: string }).code));
    expect([code, importer.status]).to.deep.equal(['file-too-many-rows', 'mapping']);
    importer.maxRows = 100;
    await importer.submit();
    await ended(importer);
    expect(importer.status).to.equal('done');
  });
});
