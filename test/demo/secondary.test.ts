import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, importOne, kindsOf, openStandIn } from './calls.js';
import { key, recordId, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const NAME = value('0-1', 'Name', 'firstname');
const ID = recordId('0-1', 'ID');
const MORE = value('0-1', 'More', 'hs_additional_emails');
const NUMBER = key('0-1', 'No', 'member_number');

const open = () =>
  openStandIn({
    seed: {
      contacts: [
        { email: 'ann@n.example', hs_additional_emails: 'ann@home.example;a@n.example', member_number: '7' },
        { email: 'bo@n.example' },
      ],
      companies: [
        { domain: 'n.example', hs_additional_domains: 'nord.example', supplier_number: '1' },
        { domain: 's.example' },
      ],
    },
  });
const emailsOf = (standIn: ReturnType<typeof open>) => {
  const { email, hs_additional_emails: others } = firstOf(standIn, 'contacts').properties;
  return [email, others];
};

describe('further email addresses', () => {
  it('find their contact, and stay further ones', async () => {
    const standIn = open();
    const { counters, errors } = await importOne(
      standIn,
      [MAIL, NAME],
      'Mail,Name\nAnn@Home.example,Annie\n',
    );
    assert.deepEqual([counters.UPDATED_OBJECTS, errors], [1, []]);
    assert.equal(firstOf(standIn, 'contacts').properties.firstname, 'Annie');
    assert.deepEqual(emailsOf(standIn), ['ann@n.example', 'ann@home.example;a@n.example']);
  });

  it('become the first when the row has the record id, and the old first one a further one', async () => {
    const standIn = open();
    const { id } = firstOf(standIn, 'contacts');
    await importOne(standIn, [ID, MAIL], `ID,Mail\n${id},ann@home.example\n`);
    assert.deepEqual(emailsOf(standIn), ['ann@home.example', 'a@n.example;ann@n.example']);
    const { counters } = await importOne(standIn, [MAIL, NAME], 'Mail,Name\nann@n.example,Annie\n');
    assert.equal(counters.UPDATED_OBJECTS, 1, 'the old first one still finds the contact');
  });

  it('stay further ones when another key finds the contact', async () => {
    const standIn = open();
    const { errors } = await importOne(
      standIn,
      [NUMBER, value('0-1', 'Mail', 'email')],
      'No,Mail\n7,ann@home.example\n',
    );
    assert.deepEqual(errors, []);
    assert.deepEqual(emailsOf(standIn), ['ann@n.example', 'ann@home.example;a@n.example']);
  });

  it('are taken: no other contact gets them as its own', async () => {
    const standIn = open();
    const outcome = await importOne(
      standIn,
      [NUMBER, value('0-1', 'Mail', 'email')],
      'No,Mail\n8,a@n.example\n',
    );
    assert.deepEqual(kindsOf(outcome), [['DUPLICATE_UNIQUE_PROPERTY_VALUE', 2, 1]]);
    assert.equal(standIn.records('contacts').length, 2);
  });

  it('exist already when an import only creates', async () => {
    const outcome = await importOne(open(), [MAIL], 'Mail\na@n.example\n', {
      importOperations: { '0-1': 'CREATE' },
    });
    assert.deepEqual(kindsOf(outcome), [['CREATE_ONLY_IMPORT', 2, 0]]);
  });

  it('are added by a column of theirs; what is another’s or no address is left out', async () => {
    const standIn = open();
    const outcome = await importOne(
      standIn,
      [MAIL, MORE],
      'Mail,More\nann@n.example,New@n.example; bo@n.example ;nonsense;a@n.example\n',
    );
    assert.deepEqual(kindsOf(outcome), [
      ['SECONDARY_EMAIL_WRITE_FAILURE', 2, 1],
      ['SECONDARY_EMAIL_WRITE_FAILURE', 2, 1],
    ]);
    assert.deepEqual(emailsOf(standIn), ['ann@n.example', 'ann@home.example;a@n.example;new@n.example']);
    const { counters } = await importOne(standIn, [MAIL, NAME], 'Mail,Name\nnew@n.example,Ann\n');
    assert.equal(counters.UPDATED_OBJECTS, 1);
  });

  it('come with a new contact', async () => {
    const standIn = openStandIn();
    await importOne(standIn, [MAIL, MORE], 'Mail,More\ncy@n.example,cy@home.example;cy@n.example\n');
    await importOne(standIn, [MAIL, NAME], 'Mail,Name\ncy@home.example,Cy\n');
    assert.equal(firstOf(standIn, 'contacts').properties.hs_additional_emails, 'cy@home.example');
    const [cy, ...others] = standIn.records('contacts');
    assert.deepEqual([cy?.properties.firstname, others.length], ['Cy', 0]);
  });
});

describe('further domains', () => {
  const DOMAIN = key('0-2', 'Domain', 'domain');
  const FIRM = value('0-2', 'Firm', 'name');

  it('find their company, and stay further ones', async () => {
    const standIn = open();
    const { errors } = await importOne(standIn, [DOMAIN, FIRM], 'Domain,Firm\nwww.nord.example,Nord\n');
    assert.deepEqual(errors, []);
    const { domain, name, hs_additional_domains: others } = firstOf(standIn, 'companies').properties;
    assert.deepEqual([domain, name, others], ['n.example', 'Nord', 'nord.example']);
  });

  it('make a domain ambiguous when another company has it as its own', async () => {
    const standIn = openStandIn({
      seed: {
        companies: [{ domain: 'n.example' }, { domain: 's.example', hs_additional_domains: 'n.example' }],
      },
    });
    const outcome = await importOne(standIn, [DOMAIN, FIRM], 'Domain,Firm\nn.example,Nord\n');
    assert.deepEqual(kindsOf(outcome), [['MULTIPLE_COMPANIES_WITH_THIS_DOMAIN', 2, 0]]);
  });

  it('are taken, while a first domain may repeat', async () => {
    const standIn = open();
    const outcome = await importOne(
      standIn,
      [key('0-2', 'No', 'supplier_number'), value('0-2', 'Domain', 'domain')],
      'No,Domain\n2,nord.example\n3,n.example\n',
    );
    assert.deepEqual(kindsOf(outcome), [['DUPLICATE_UNIQUE_PROPERTY_VALUE', 2, 1]]);
    assert.equal(standIn.records('companies').length, 3);
  });

  it('cannot be imported', async () => {
    const column = value('0-2', 'More', 'hs_additional_domains');
    const { state } = await importOne(open(), [DOMAIN, column], 'Domain,More\nn.example,north.example\n');
    assert.equal(state, 'FAILED');
  });
});
