import { expect, waitUntil } from '@open-wc/testing';
import { en } from '../../src/element/messages/en.js';
import { button, csv, fault, find, GOOD, mount, seen, textOf, until } from './importer.js';
import {
  allRecords,
  choose,
  clearFaults,
  columnText,
  ended,
  labelled,
  matchOf,
  options,
  pick,
  select,
  shownHeaders,
  toMapping,
  toReport,
  type,
} from './person.js';

const label = (name: string): object => ({ name: name.toLowerCase().replaceAll(' ', '_'), label: name });

/** Waits for the whole file to be checked beside the mapping. */
const checked = (importer: Parameters<typeof textOf>[0]): Promise<void> =>
  waitUntil(() => textOf(importer).includes('checked'), 'never checked', { timeout: 8000 });

describe('Columns meet properties', () => {
  it('by name, by other names and by what the cells look like, and say why', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(
      mounted,
      csv('Email;Vorname;Nom de famille;Xyz\na@example.com;Ana;Silva;1\nb@example.com;Bo;Berg;2\n'),
    );
    await checked(importer);
    const cases = [
      ['Email', 'Email', en.reason.label],
      ['Vorname', 'First Name', en.reason.alias('First Name', 'German')],
      ['Nom de famille', 'Last Name', en.reason.alias('Last Name', 'French')],
      ['Xyz', en.dontImport, en.reason.none],
    ] as const;
    for (const [header, property, reason] of cases) {
      expect(matchOf(importer, header), header).to.equal(property);
      expect(columnText(importer, header), header).to.contain(reason);
    }
    expect(columnText(importer, 'Email')).to.contain(en.identifierBadge);
    expect(columnText(importer, 'Vorname')).to.contain('Ana · Bo');
  });

  it('with what needs a decision first', async () => {
    const mounted = await mount();
    await toMapping(mounted, csv('Email,First name,Lifecycle Stage\na@example.com,Ana,Warm lead\n'));
    await checked(mounted.importer);
    await waitUntil(() => shownHeaders(mounted.importer)[0] === 'Lifecycle Stage');
    expect(shownHeaders(mounted.importer)).to.deep.equal(['Lifecycle Stage', 'Email', 'First name']);
    expect(columnText(mounted.importer, 'Lifecycle Stage')).to.contain('Warm lead');
  });

  it('with a look at the first rows, where every wrong cell says what is wrong', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv('Email,First name\nana(at)example.com,Ana\nbo@example.com,Bo\n'));
    const cell = await seen(importer, 'td.bad');
    expect(cell.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'ana(at)example.com: 1 email address is not valid',
    );
    expect(importer.shadowRoot?.querySelectorAll('td.bad, td.lost').length).to.equal(1);
  });

  it('as the person says, and the request follows', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    await choose(importer, 'Last name', 'City');
    expect(columnText(importer, 'Last name')).to.contain(en.reason.person);
    expect(importer.importRequest?.files[0]?.fileImportPage.columnMappings[2]).to.deep.equal({
      columnObjectTypeId: '0-1',
      columnName: 'Last name',
      propertyName: 'city',
    });
    await choose(importer, 'Last name', en.dontImport);
    expect(importer.importRequest?.files[0]?.fileImportPage.columnMappings).to.have.lengthOf(2);
  });

  it('one to one: a property that is chosen again leaves the column that had it', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    await choose(importer, 'Last name', 'First Name');
    expect(columnText(importer, 'First name')).to.contain(en.reason.taken('First Name', 'Last name'));
    expect(shownHeaders(importer)[0]).to.equal('First name');
    const sent = importer.importRequest?.files[0]?.fileImportPage.columnMappings ?? [];
    expect(sent.map(({ propertyName }) => propertyName)).to.deep.equal(['email', 'firstname']);
  });

  it('in a list at a time: a tap on another column opens that one’s', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    pick(importer, 'Email').click();
    await waitUntil(() => importer.shadowRoot?.activeElement?.getAttribute('role') === 'combobox');
    pick(importer, 'Last name').focus(); // a tap does both at once
    pick(importer, 'Last name').click();
    await waitUntil(() => pick(importer, 'Last name').getAttribute('aria-expanded') === 'true');
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    await importer.updateComplete;
    expect(pick(importer, 'Email').getAttribute('aria-expanded')).to.equal('false');
    expect(pick(importer, 'Last name').getAttribute('aria-expanded')).to.equal('true');
  });

  it('as the page has saved it', async () => {
    const mounted = await mount();
    mounted.importer.mapping = [
      { header: 'Alpha', property: 'email' },
      { header: 'City', property: null },
    ];
    await toReport(mounted, csv('Alpha,City\na@example.com,Bergen\n'));
    const [record] = await allRecords(mounted.world);
    expect(record).to.include({ email: 'a@example.com' }).and.not.have.property('city');
  });

  it('of a custom object as well, by its schema', async () => {
    const mounted = await mount({ 'object-types': '2-1234567' });
    const { importer, world } = mounted;
    await toMapping(mounted, csv('Hull number,Boat name,Length (m)\nA-17,Freya,12.5\nB-02,Njord,9\n'));
    expect(textOf(importer).toLowerCase()).to.contain('boat properties');
    await importer.check();
    await importer.submit();
    await ended(importer);
    const boats = await allRecords(world, '2-1234567');
    expect(boats.map(({ hull_number: hull, length_m: length }) => [hull, length])).to.deep.equal([
      ['A-17', '12.5'],
      ['B-02', '9'],
    ]);
  });

  it('of an account whose properties cannot be read: it says so, and imports all the same', async () => {
    const mounted = await mount();
    const { importer, world } = mounted;
    await fault(world, 'definitions-forbidden');
    await toMapping(mounted, csv(GOOD));
    expect(textOf(importer)).to.contain(en.propertiesUnread);
    await clearFaults(world);
    button(importer, en.readAgain).click();
    await waitUntil(() => !textOf(importer).includes(en.propertiesUnread));
    await fault(world, 'definitions-forbidden');
    await toReport(mounted, csv(GOOD));
    expect(await allRecords(world)).to.have.lengthOf(2);
  });
});

describe('How to import', () => {
  it('is chosen and explained', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv(GOOD));
    for (const operation of ['CREATE', 'UPDATE', 'UPSERT'] as const) {
      await select(importer, en.operationLabel, operation);
      expect(importer.importRequest?.importOperations).to.deep.equal({ '0-1': operation });
      expect(textOf(importer)).to.contain(en.operationMeans[operation]({ one: 'contact', many: 'contacts' }));
    }
  });

  it('lets one choose what identifies a record', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv('Record ID,Email\n1001,a@example.com\n1002,b@example.com\n'));
    const types = (): unknown[] =>
      importer.importRequest?.files[0]?.fileImportPage.columnMappings.map(({ columnType }) => columnType) ??
      [];
    expect(types()).to.deep.equal(['HUBSPOT_OBJECT_ID', undefined]);
    await select(importer, en.identifierLabel, 'email');
    expect(types()).to.include('HUBSPOT_ALTERNATE_ID');
  });

  it('asks for the order of dates that read two ways, and a click answers', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    await toMapping(mounted, csv('Email,Birthday\na@example.com,03/04/2005\nb@example.com,05/06/2005\n'));
    await waitUntil(() => textOf(importer).includes(en.dateQuestion));
    expect(shownHeaders(importer)[0]).to.equal('Birthday');
    button(importer, 'April 3').click();
    await waitUntil(() => importer.importRequest?.dateFormat === 'DAY_MONTH_YEAR');
    await importer.updateComplete;
    expect(textOf(importer)).to.not.contain(en.dateQuestion);
    expect(labelled(importer, en.datesLabel).value).to.equal('DAY_MONTH_YEAR');
  });

  it('takes the order of dates from the whole column when it tells', async () => {
    const mounted = await mount();
    const rows = Array.from({ length: 3000 }, (_, i) => `p${i}@example.com,03/04/2005\n`).join('');
    await toMapping(mounted, csv(`Email,Birthday\n${rows}z@example.com,31/12/2005\n`));
    await mounted.importer.check();
    expect(mounted.importer.importRequest?.dateFormat).to.equal('DAY_MONTH_YEAR');
    expect(mounted.importer.problems).to.deep.equal([]);
  });
});

describe('Large accounts and wide files', () => {
  it('show every one of 60 columns', async () => {
    const mounted = await mount();
    const headers = Array.from({ length: 60 }, (_, i) => `Field ${i}`);
    await toMapping(mounted, csv(`${headers.join(',')}\n${headers.map(() => 'x').join(',')}\n`));
    expect(shownHeaders(mounted.importer).sort()).to.deep.equal(headers.sort());
  });

  it('draw a part of 1,000 properties, and typing finds the last', async () => {
    const mounted = await mount();
    const { importer } = mounted;
    importer.properties = [
      { name: 'email', label: 'Email' },
      ...Array.from({ length: 999 }, (_, i) => label(`Property number ${i}`)),
    ];
    await toMapping(mounted, csv(GOOD));
    pick(importer, 'Last name').click();
    const search = await seen<HTMLInputElement>(importer, '[role="combobox"]');
    expect(options(importer).length).to.be.within(20, 200);
    expect(find(importer, '[role="listbox"]').textContent).to.contain('more');
    await type(importer, search, 'number 998');
    expect(options(importer).map((one) => one.querySelector('.label')?.textContent)).to.deep.equal([
      'Property number 998',
      en.createProperty,
    ]);
    options(importer)[0]?.click();
    await until(importer, 'mapping');
    await waitUntil(() => matchOf(importer, 'Last name') === 'Property number 998');
  });
});
