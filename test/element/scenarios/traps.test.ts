import { expect, waitUntil } from '@open-wc/testing';
import { createFormat } from '../../../src/element/format.js';
import { en } from '../../../src/element/messages/en.js';
import { importErrorsEn } from '../../../src/element/messages/import-errors.en.js';
import { csv, find, mount, type Mounted, seen, textOf } from '../importer.js';
import {
  alertText,
  choose,
  columnText,
  ended,
  numbersOf,
  openProblem,
  problemCodes,
  settled,
  type,
} from '../person.js';
import {
  addFile,
  chooseFile,
  field,
  holds,
  notices,
  offered,
  pickIn,
  press,
  review,
  showFile,
} from './steps.js';
import { bring, seenRecords, tiesOf, valuesOf } from './world.js';

const CONTACT = { one: 'contact', many: 'contacts' };
const DEAL = { one: 'deal', many: 'deals' };
const NOTE = { one: 'note', many: 'notes' };
const PRODUCT = { one: 'product', many: 'products' };

/** A file as far as the columns, on a page that leaves everything open. */
async function open(text: string, objects: readonly string[] = ['contacts']): Promise<Mounted> {
  const mounted = await mount({ 'object-types': '*' });
  await chooseFile(mounted.importer, csv(text));
  await holds(mounted.importer, ...objects);
  return mounted;
}

describe('What the import would do wrong is said before', () => {
  it('without an identifier records double', async () => {
    const { importer } = await open('Given name,Family name\nAnn,Berg\n');
    expect(notices(importer)).to.deep.equal([en.mappingProblem['mapping-no-identifier'](CONTACT)]);
    expect(textOf(importer)).to.contain(en.identifierNone);
    await pickIn(importer, en.operationLabel, en.operation.UPDATE);
    expect(notices(importer)).to.deep.equal([en.mappingProblem['mapping-no-identifier-update'](CONTACT)]);
    expect(textOf(importer)).to.contain(en.identifierMissing).and.to.not.contain(en.identifierNone);
    await press(importer, en.review);
    expect(importer.status, 'HubSpot would reject it whole').to.equal('mapping');
    expect(alertText(importer)).to.contain('Update only needs a column');
  });

  it('what a new record lacks is one sentence, and nothing is lacking for an update', async () => {
    const { importer } = await open('Record ID,Amount\n1,5\n', ['deals']);
    const lack = en.mappingProblem['mapping-required-new']('Deal Name, Pipeline, and Deal Stage', DEAL);
    expect(notices(importer)).to.deep.equal([lack]);
    await pickIn(importer, en.operationLabel, en.operation.UPDATE);
    expect(notices(importer)).to.deep.equal([]);
  });

  it('a label that the account does not have is found, and put right with the one that was meant', async () => {
    const { importer, world } = await open(
      'Mail,Firm domain,Role\nann@n.example,n.example,Primary;Biling contact\nbo@n.example,n.example,Boss\ncy@n.example,n.example,Employer\n',
      ['contacts', 'companies'],
    );
    await choose(importer, 'Role', en.targetLabels(CONTACT, { one: 'company', many: 'companies' }));
    await review(importer);
    expect(problemCodes(importer)).to.deep.equal(['label-unknown']);
    const item = await openProblem(importer, 'cells name labels');
    await press(importer, en.fixSuggestion('Primary;Billing contact'));
    await settled(importer);
    const list = item.querySelector<HTMLSelectElement>(`select[aria-label="${en.fixValueLabel('Boss')}"]`);
    if (list === null) throw new Error('There is no list of labels');
    list.selectedIndex = [...list.options].findIndex(({ text }) => text === 'Former employee');
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await waitUntil(() => importer.problems.length === 0, 'still a problem');
    await settled(importer);
    await importer.submit();
    await ended(importer);
    const labels = (await seenRecords(world, '0-1')).map((one) => tiesOf(one, '0-2')[0]?.slice(1));
    expect(labels).to.deep.equal([
      [null, 'Primary', 'Billing contact'],
      [null, 'Former employee'],
      [null, 'Employer'],
    ]);
  });

  it('labels without the record that they are meant for', async () => {
    const { importer } = await open('Mail,Role\nann@n.example,Employer\n', ['contacts', 'companies']);
    expect(notices(importer)).to.deep.equal([en.mappingProblem['mapping-label-alone']('Role')]);
    await choose(importer, 'Role', en.dontImport);
    expect(notices(importer)).to.deep.equal([]);
  });

  it('objects that only create offer nothing else, whatever the page says', async () => {
    const mounted = await mount({ 'object-types': 'notes contacts', operation: 'update' });
    const { importer } = mounted;
    await chooseFile(importer, csv('Mail,Note\nann@n.example,Called\n'));
    expect(textOf(importer)).to.contain(en.createsOnly(NOTE));
    expect(() => field(importer, en.operationLabel, 'notes')).to.throw('No field');
    expect(offered(importer, en.operationLabel, 'contacts')).to.deep.equal(Object.values(en.operation));
    expect(importer.importRequest?.importOperations).to.deep.equal({ '0-46': 'CREATE', '0-1': 'UPDATE' });
  });

  it('a note without anything it belongs to', async () => {
    const { importer } = await open('Note,When\nCalled,2026-05-04\n', ['notes']);
    expect(notices(importer)).to.deep.equal([en.mappingProblem['mapping-untied'](NOTE, null)]);
    await press(importer, en.review);
    await settled(importer);
    await importer.submit();
    await ended(importer);
    expect(importer.import?.metadata.counters.ERRORS, 'and HubSpot indeed refuses it').to.equal(1);
  });

  it('objects of one row that cannot be tied to each other', async () => {
    const { importer } = await open('Mail,Product,Price\nann@n.example,Rope,9\n', ['contacts', 'products']);
    await choose(importer, 'Product', 'Name', 'product');
    await choose(importer, 'Price', 'Unit price', 'product');
    expect(notices(importer)).to.include(en.mappingProblem['mapping-unrelated'](PRODUCT));
  });

  it('by record id the email of a row becomes the primary one', async () => {
    const { importer } = await open('Record ID,Mail\n1001,ann@n.example\n');
    expect(notices(importer)).to.deep.equal([en.mappingProblem['mapping-primary-email']]);
    expect(field(importer, en.identifierLabel).value).to.equal('hs_object_id');
    await choose(importer, 'Record ID', en.dontImport);
    expect(notices(importer)).to.deep.equal([]);
  });

  it('a domain that several companies have', async () => {
    const { importer, world } = await open('Firm domain,Firm\nnord.example,Nord\nsud.example,Sud\n', [
      'companies',
    ]);
    await bring(world, '0-2', [{ domain: 'nord.example' }, { domain: 'nord.example' }]);
    expect(textOf(importer)).to.contain(en.domainTrap);
    await review(importer);
    await importer.submit();
    await ended(importer);
    expect(textOf(importer)).to.contain(importErrorsEn.MULTIPLE_COMPANIES_WITH_THIS_DOMAIN?.what);
    expect((await valuesOf(world, '0-2', 'name')).flat()).to.include('Sud');
  });
});

describe('What two files would do wrong is said before', () => {
  const PEOPLE = 'Given name,Mail\nAnn,ann@nord.example\nBo,bo@sud.example\n';

  /** People, and a file of firms beside them. */
  async function openTwo(firms: string, people = PEOPLE): Promise<Mounted> {
    const mounted = await mount({ 'object-types': 'contacts companies' });
    const { importer } = mounted;
    await chooseFile(importer, csv(people, 'people.csv'));
    await addFile(importer, csv(firms, 'firms.csv'));
    await showFile(importer, 'firms.csv');
    return mounted;
  }

  it('a file that nothing joins', async () => {
    const { importer, world } = await openTwo('Company name,Company domain\nNord,nord.example\n');
    expect(notices(importer)).to.deep.equal([
      en.mappingProblem['mapping-not-joined']('people.csv'),
      en.mappingProblem['mapping-not-joined']('firms.csv'),
    ]);
    await review(importer);
    await importer.submit();
    await ended(importer);
    const [nord] = await seenRecords(world, '0-2');
    expect(nord?.associations, 'it is a warning: they come, for themselves').to.deep.equal({});
  });

  it('keys that the other file does not have, and a slip of the pen among them is put right', async () => {
    const { importer, world } = await openTwo(
      'Company name,Company domain,Mail\nNord,nord.example,an@nord.example\nSud,sud.example,bo@sud.example\nOst,ost.example,cy@ost.example\n',
    );
    const amiss = en.problem['key-unknown'](2, 'Mail', createFormat('en'));
    await waitUntil(() => columnText(importer, 'Mail').includes(amiss), 'it was never said');
    await review(importer);
    expect(problemCodes(importer)).to.deep.equal(['key-unknown']);
    expect(importer.problems[0]).to.include({ file: 1, column: 2, severity: 'warning', count: 2 });
    const item = await openProblem(importer, amiss);
    expect(item.textContent).to.contain(en.effectKey).and.to.contain('firms.csv');
    expect(numbersOf(importer), 'those rows are not without a problem').to.deep.equal({
      [en.statClean(3)]: 3,
      [en.statLosing(2)]: 2,
    });
    const slip = item.querySelector<HTMLInputElement>(
      `[aria-label="${en.fixValueLabel('an@nord.example')}"]`,
    );
    if (slip === null) throw new Error('It cannot be put right');
    await type(importer, slip, 'ann@nord.example');
    await waitUntil(() => importer.problems[0]?.count === 1, 'it is still missing');
    await settled(importer);
    await importer.submit();
    await ended(importer);
    const people = await seenRecords(world, '0-1');
    expect(people.map(({ associations }) => Object.keys(associations))).to.deep.equal([['0-2'], ['0-2']]);
    expect(textOf(importer)).to.contain(en.importEffect.association).and.to.contain('cy@ost.example');
  });

  it('a row left out of one file is missed by the other at once', async () => {
    const { importer } = await openTwo(
      'Company name,Company domain,Mail\nNord,nord.example,ann@nord.example\n',
      'Given name,Mail,Birthday\nAnn,ann@nord.example,soon\nBo,bo@sud.example,1990-01-31\n',
    );
    const found = en.columnFound(1, 'people.csv', createFormat('en'));
    await waitUntil(() => columnText(importer, 'Mail').includes(found), 'it was never found');
    await review(importer);
    expect(problemCodes(importer)).to.deep.equal(['date-invalid']);
    await openProblem(importer, en.problem['date-invalid'](1, 'Birthday', createFormat('en')));
    await press(importer, en.showRows);
    (await seen(importer, `button[aria-label="${en.leaveOutRowLabel('2')}"]`)).click();
    await waitUntil(() => problemCodes(importer).join() === 'key-unknown', 'it was never missed');
  });

  it('a common column whose other half is left out, which HubSpot would reject whole', async () => {
    const { importer } = await openTwo(
      'Company name,Company domain,Mail\nNord,nord.example,ann@nord.example\n',
    );
    expect(notices(importer)).to.deep.equal([]);
    await showFile(importer, 'people.csv');
    await choose(importer, 'Mail', en.dontImport);
    expect(notices(importer)).to.include(en.mappingProblem['mapping-common-key']('Mail'));
    await press(importer, en.review);
    expect(importer.status).to.equal('mapping');
    expect(find(importer, '[role="alert"]').textContent).to.contain('must identify records');
  });
});
