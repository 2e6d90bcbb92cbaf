import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { HubspotImporter } from '../../../src/index.js';
import { en } from '../../../src/element/messages/en.js';
import { csv, find, mount, textOf } from '../importer.js';
import { altered } from '../fetches.js';
import { choose, matchOf, options, pick, shownHeaders } from '../person.js';
import {
  addable,
  addFile,
  addObject,
  chooseFile,
  field,
  held,
  notices,
  offered,
  press,
  removeObject,
  showFile,
  tabs,
  words,
} from './steps.js';

const PEOPLE = csv('Given name,Mail\nAnn,ann@nord.example\n', 'people.csv');
const FIRMS = csv('Firm,Firm domain,Mail\nNord,nord.example,ann@nord.example\n', 'firms.csv');

describe('Where the page leaves the objects open', () => {
  it('a file holds contacts until the person says otherwise; objects of the account’s own are there to be added', async () => {
    const { importer } = await mount({ 'object-types': '*' });
    await chooseFile(importer, PEOPLE);
    expect(held(importer)).to.deep.equal([en.fileHoldsOnly('contacts')]);
    const names = (await addable(importer)).map(words);
    expect(names).to.include.members(['Companies', 'Line items', 'Event participants', 'Boats', 'Berths']);
    expect(names).to.not.include('Contacts');
  });

  it('objects that the account has not switched on are not there to be added, and are told of where the page asks for them', async () => {
    const isOff = altered(
      (url) => url.endsWith('/object-library/enablement'),
      ({ enablementByObjectTypeId }: { enablementByObjectTypeId: object }) => ({
        enablementByObjectTypeId: { ...enablementByObjectTypeId, '0-410': false },
      }),
    );
    const { importer } = await mount({ 'object-types': '*' });
    importer.fetch = isOff;
    await chooseFile(importer, PEOPLE);
    const names = (await addable(importer)).map(words);
    expect(names).to.include('Services').and.to.not.include('Courses');
    const asked = await mount({ 'object-types': 'courses' });
    asked.importer.fetch = isOff;
    await chooseFile(asked.importer, csv('Course name\nKnots\n'));
    const off = en.mappingProblem['mapping-switched-off']({ one: 'course', many: 'courses' });
    expect(notices(asked.importer)).to.include(off);
  });

  it('an object more is offered for every column, takes what fits it, and leaves what the person chose', async () => {
    const { importer } = await mount({ 'object-types': '*' });
    await chooseFile(importer, csv('Hull number,Length,Owner mail\nNOR-1,9.5,ann@s.example\n'));
    await choose(importer, 'Owner mail', 'Email');
    expect(matchOf(importer, 'Hull number')).to.not.equal('Hull number');
    await addObject(importer, 'Boats');
    expect(held(importer)).to.deep.equal(['Contacts', 'Boats']);
    expect(matchOf(importer, 'Hull number')).to.equal('Hull number');
    expect(matchOf(importer, 'Length')).to.equal('Length (m)');
    expect(matchOf(importer, 'Owner mail')).to.equal('Email');
    expect(offered(importer, en.identifierLabel, 'Boats')).to.deep.equal(['Hull number']);
    const sent = importer.importRequest;
    expect(sent?.importOperations).to.deep.equal({ '0-1': 'UPSERT', '2-1234567': 'UPSERT' });
  });

  it('an object that is taken away again takes its columns along, and nothing else', async () => {
    const { importer } = await mount({ 'object-types': '*' });
    await chooseFile(importer, csv('Mail,Firm domain,Role\nann@nord.example,nord.example,Employer\n'));
    await addObject(importer, 'companies');
    expect(matchOf(importer, 'Firm domain')).to.equal('Company Domain Name');
    await removeObject(importer, 'companies');
    expect(importer.importRequest?.files[0]?.fileImportPage.columnMappings).to.deep.equal([
      {
        columnObjectTypeId: '0-1',
        columnName: 'Mail',
        propertyName: 'email',
        columnType: 'HUBSPOT_ALTERNATE_ID',
      },
    ]);
    expect(importer.shadowRoot?.activeElement, 'the focus stays near').to.equal(
      find(importer, '.add-object'),
    );
  });

  it('a second file comes and goes: previews, tabs and request follow', async () => {
    const { importer } = await mount({ 'object-types': '*' });
    await chooseFile(importer, PEOPLE);
    expect(tabs(importer)).to.deep.equal([]);
    await addFile(importer, FIRMS);
    expect(importer.previews.map(({ fileName }) => fileName)).to.deep.equal(['people.csv', 'firms.csv']);
    expect(importer.previews[1]?.headers).to.deep.equal(['Firm', 'Firm domain', 'Mail']);
    expect(importer.preview).to.deep.equal(importer.previews[0]);
    expect(importer.importRequest?.files.map(({ fileName }) => fileName)).to.deep.equal([
      'people.csv',
      'firms.csv',
    ]);
    await showFile(importer, 'firms.csv');
    expect(shownHeaders(importer)).to.have.members(['Firm', 'Firm domain', 'Mail']);
    await press(importer, en.removeFile);
    await waitUntil(() => tabs(importer).length === 0, 'the tab stayed');
    expect(importer.previews.map(({ fileName }) => fileName)).to.deep.equal(['people.csv']);
    expect(importer.importRequest?.files).to.have.lengthOf(1);
    expect(shownHeaders(importer)).to.have.members(['Given name', 'Mail']);
    expect(importer.status).to.equal('mapping');
  });

  it('a second file that cannot be read is told of, and the first one stays as it was', async () => {
    const { importer } = await mount({ 'object-types': '*' });
    await chooseFile(importer, PEOPLE);
    await choose(importer, 'Given name', 'Last Name');
    const before = importer.importRequest;
    const input = find<HTMLInputElement>(importer, '.objects-bar input[type="file"]');
    const files = new DataTransfer();
    files.items.add(csv('', 'empty.csv'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => importer.shadowRoot?.querySelector('[role="alert"]') != null, 'it was not told of');
    expect(importer.status).to.equal('mapping');
    expect(importer.importRequest).to.deep.equal(before);
    await waitUntil(() => textOf(importer).includes('1 row checked'), 'the first one is never checked');
  });
});

describe('By keyboard alone', () => {
  const focused = (importer: HubspotImporter): Element | null => importer.shadowRoot?.activeElement ?? null;

  /** Tab, until the focus is there. */
  async function tabTo(importer: HubspotImporter, there: () => Element | null): Promise<void> {
    for (let steps = 0; steps < 60 && focused(importer) !== there(); steps += 1)
      await sendKeys({ press: 'Tab' });
    expect(focused(importer), 'Tab never came there').to.equal(there());
  }

  it('objects are added, and columns belong to them', async () => {
    const { importer } = await mount({ 'object-types': '*' });
    await chooseFile(importer, csv('Mail,Firm domain\nann@nord.example,nord.example\n'));
    find(importer, '.heading').focus();
    await tabTo(importer, () => find(importer, '.add-object'));
    await sendKeys({ press: 'Enter' });
    await importer.updateComplete;
    const [companies] = (await addable(importer)).filter((one) => words(one) === 'Companies');
    await tabTo(importer, () => companies ?? null);
    await sendKeys({ press: 'Space' });
    await waitUntil(() => held(importer).includes('Companies'), 'companies never came');
    expect(focused(importer), 'the focus stays near').to.equal(find(importer, '.add-object'));
    expect(matchOf(importer, 'Firm domain')).to.equal('Company Domain Name');
    await tabTo(importer, () => pick(importer, 'Firm domain'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(importer)?.getAttribute('role') === 'combobox');
    await sendKeys({ type: 'record id of an existing deal' });
    const deal = en.targetRecordIds({ one: 'deal', many: 'deals' }, null);
    const meant = (): string[] =>
      options(importer)
        .filter((one) => one.querySelector('.label')?.textContent === deal)
        .map((one) => one.querySelector('.kind')?.textContent ?? '');
    await waitUntil(() => meant().length === 2, 'it was not found');
    expect(meant()).to.deep.equal([
      en.ofObject({ one: 'contact', many: 'contacts' }, en.kindAssociation),
      en.ofObject({ one: 'company', many: 'companies' }, en.kindAssociation),
    ]);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => matchOf(importer, 'Firm domain') === deal);
    expect(importer.importRequest?.files[0]?.fileImportPage.columnMappings[1]).to.include({
      columnObjectTypeId: '0-2',
      toColumnObjectTypeId: '0-3',
    });
  });

  it('files are tabs: the arrow keys lead from one to the next and round, Tab goes on into its columns', async () => {
    const { importer } = await mount({ 'object-types': 'contacts companies' });
    await importer.load([PEOPLE, FIRMS]);
    await waitUntil(() => tabs(importer).length === 2);
    const [first, second] = tabs(importer);
    find(importer, '.heading').focus();
    await tabTo(importer, () => first ?? null);
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => focused(importer) === second, 'the focus never came along');
    expect(second?.getAttribute('aria-selected')).to.equal('true');
    expect(find(importer, '[role="tabpanel"]').getAttribute('aria-labelledby')).to.equal(second?.id);
    expect(shownHeaders(importer)).to.include('Firm');
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => focused(importer) === first, 'it does not go round');
    await sendKeys({ press: 'ArrowLeft' });
    await waitUntil(() => focused(importer) === second);
    await tabTo(importer, () => pick(importer, 'Firm'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(importer)?.getAttribute('role') === 'combobox');
    await sendKeys({ press: 'Escape' });
    await tabTo(importer, () => field(importer, en.operationLabel, 'contacts'));
  });
});
