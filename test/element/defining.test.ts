import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { button, csv, fault, find, mount, type Mounted, seen, textOf } from './importer.js';
import {
  clearFaults,
  labelled,
  matchOf,
  openProblem,
  options,
  pick,
  problemCodes,
  settled,
  toMapping,
  toReady,
  type,
} from './person.js';

const GUESTS = csv(
  `Email,Dietary needs,Membership\n${Array.from({ length: 12 }, (_, i) => `p${i}@example.com,${['Vegan', 'Halal', 'None'][i % 3]},${i % 2 === 0 ? 'Zinc' : 'Junior'}\n`).join('')}`,
  'guests.csv',
);

async function definitionOf(world: string, name: string): Promise<Record<string, unknown> | null> {
  const { access_token } = await (await fetch(`${world}/hubspot/token`, { method: 'POST' })).json();
  const headers = { authorization: `Bearer ${access_token}` };
  const response = await fetch(`${world}/hubspot/crm/v3/properties/0-1/${name}`, { headers });
  return response.ok ? response.json() : null;
}

async function draft({ importer }: Mounted, header: string): Promise<HTMLFormElement> {
  pick(importer, header).click();
  await seen(importer, '[role="combobox"]');
  options(importer).at(-1)?.click();
  return seen<HTMLFormElement>(importer, 'form.draft');
}
const field = (form: HTMLFormElement, label: string): HTMLInputElement => {
  const found = [...form.querySelectorAll('label')].find((one) => one.textContent?.includes(label));
  const input = found?.querySelector<HTMLInputElement>('input, textarea');
  if (input == null) throw new Error(`No field ${label}`);
  return input;
};

describe('A property that the account lacks', () => {
  it('is created from the column, and the column matched to it', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toMapping(mounted, GUESTS);
    const form = await draft(mounted, 'Dietary needs');
    expect(field(form, en.draftLabel).value).to.equal('Dietary needs');
    expect(field(form, en.draftName).value).to.equal('dietary_needs');
    expect(field(form, en.draftOptions).value.split('\n')).to.deep.equal(['Vegan', 'Halal', 'None']);
    await waitUntil(() => form.querySelectorAll('select').length > 1, 'the groups never came');
    expect(labelled(importer, en.draftGroup).options.length).to.be.above(1);
    button(importer, en.draftCreate).click();
    await waitUntil(() => matchOf(importer, 'Dietary needs') === 'Dietary needs', 'it was never matched');
    expect(importer.shadowRoot?.querySelector('form.draft')).to.equal(null);
    const made = await definitionOf(world, 'dietary_needs');
    expect(made).to.deep.include({ label: 'Dietary needs', type: 'enumeration', fieldType: 'select' });
    await importer.check();
    await settled(importer);
    expect(problemCodes(importer)).to.deep.equal(['option-unknown']);
    expect(importer.importRequest).to.have.nested.property(
      'files[0].fileImportPage.columnMappings[1].propertyName',
      'dietary_needs',
    );
  });

  it('is offered for the object that most columns of the row are about, by its name', async () => {
    const mounted = await mount({ 'object-types': 'contacts companies' });
    const { importer } = mounted;
    await toMapping(
      mounted,
      csv('Mail,Company name,Company domain,Industry,Zzyzx\nann@n.example,Nord,n.example,Sports,blue\n'),
    );
    button(importer, en.createPropertyOf({ one: 'company', many: 'companies' })).click();
    const form = await seen<HTMLFormElement>(importer, 'form.draft');
    button(importer, en.draftCreate).click();
    await waitUntil(() => matchOf(importer, 'Zzyzx') === 'Zzyzx', 'it was never matched', { timeout: 8000 });
    expect(form.isConnected).to.equal(false);
    const [{ fileImportPage } = { fileImportPage: null }] = importer.importRequest?.files ?? [];
    expect(fileImportPage?.columnMappings.at(-1)).to.include({
      columnObjectTypeId: '0-2',
      propertyName: 'zzyzx',
    });
  });

  it('its internal name follows the label until it is typed', async () => {
    const mounted = await mount();
    await toMapping(mounted, GUESTS);
    const form = await draft(mounted, 'Dietary needs');
    await type(mounted.importer, field(form, en.draftLabel), 'Diet');
    expect(field(form, en.draftName).value).to.equal('diet');
    await type(mounted.importer, field(form, en.draftName), 'own_name');
    await type(mounted.importer, field(form, en.draftLabel), 'Other');
    expect(field(form, en.draftName).value).to.equal('own_name');
  });

  it('is not sent while something is wrong with it, and says what', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, GUESTS);
    const form = await draft(mounted, 'Dietary needs');
    for (const [label, text, problem] of [
      [en.draftName, 'email', 'name-taken'],
      [en.draftName, 'No spaces', 'name-invalid'],
      [en.draftLabel, '', 'label-missing'],
    ] as const) {
      await type(importer, field(form, label), text);
      expect(textOf(importer)).to.include(en.draftProblem[problem]);
      expect(button(importer, en.draftCreate).disabled).to.equal(true);
    }
  });

  it('that HubSpot refuses leaves the form as it was, with HubSpot’s reason, to try again', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toMapping(mounted, GUESTS);
    await draft(mounted, 'Dietary needs');
    await fault(world, 'define-forbidden');
    button(importer, en.draftCreate).click();
    await seen(importer, '.draft [role="alert"]');
    expect(find(importer, '.draft [role="alert"]').textContent?.trim()).to.not.equal('');
    expect(importer.status).to.equal('mapping');
    await clearFaults(world);
    button(importer, en.draftCreate).click();
    await waitUntil(() => matchOf(importer, 'Dietary needs') === 'Dietary needs', 'it was never matched');
  });

  it('is closed by Escape, and nothing is made', async () => {
    const mounted = await mount();
    await toMapping(mounted, GUESTS);
    const form = await draft(mounted, 'Dietary needs');
    form.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await waitUntil(() => mounted.importer.shadowRoot?.querySelector('form.draft') === null);
    expect(await definitionOf(mounted.world, 'dietary_needs')).to.equal(null);
  });
});

describe('Options that a property lacks', () => {
  it('are added where the values are looked at, and those rows are fine at once', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await toReady(mounted, GUESTS);
    expect(problemCodes(importer)).to.deep.equal(['option-unknown']);
    await openProblem(importer, 'Zinc');
    button(importer, 'Add 1 option').click();
    await waitUntil(() => problemCodes(importer).length === 0, 'the option was never known');
    await settled(importer);
    const made = await definitionOf(world, 'membership');
    expect((made?.options as { label: string }[]).map(({ label }) => label)).to.include.members([
      'Junior',
      'Zinc',
    ]);
  });
});

describe('What the backend does not allow', () => {
  it('is not offered: no property, no option, no list, no marketing status', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    importer.fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!String(input).endsWith('/token')) return response;
      return Response.json({ ...(await response.json()), scope: 'imports' });
    };
    await toMapping(mounted, GUESTS);
    expect(textOf(importer)).not.to.include(en.createProperty);
    pick(importer, 'Dietary needs').click();
    await seen(importer, '[role="combobox"]');
    expect(options(importer).at(-1)?.textContent).not.to.include(en.createProperty);
    await importer.check();
    await settled(importer);
    await openProblem(importer, 'Zinc');
    for (const text of ['Add 1 option', en.createList, en.marketableLabel])
      expect(textOf(importer)).not.to.include(text);
  });
});
