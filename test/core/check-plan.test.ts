import { expect } from '@open-wc/testing';
import type { AssociationFacts } from '../../src/core/account.js';
import { planCheck } from '../../src/core/check-plan.js';
import type { Operation, Owner, Property } from '../../src/core/hubspot.js';
import { type Mapping, setIdentifier } from '../../src/core/mapping.js';
import type { CheckPlan } from '../../src/core/plan.js';
import type { Target } from '../../src/core/target.js';
import { isImportable, valueKind } from '../../src/core/value-kind.js';
import contactProperties from '../fixtures/contact-properties.json';
import { accountOf, type Columns, mappingOf } from './mappings.js';

const properties: readonly Property[] = contactProperties;
const owners: readonly Owner[] = [{ id: '1', email: 'jane@acme.com', firstName: 'Jane', lastName: 'Smith' }];

const columnsOf = (targets: readonly (Target | string | null)[]): Columns =>
  targets.map((target, column) => [`H${column}`, target]);

const mapped = (
  targets: readonly (Target | string | null)[],
  operation: Operation = 'UPSERT',
  type = 'contacts',
): Mapping => mappingOf({ [type]: operation }, [columnsOf(targets)], { properties: { [type]: properties } });

const associations: readonly AssociationFacts[] = [
  {
    fromObjectTypeId: '0-1',
    toObjectTypeId: '0-2',
    types: [
      { typeId: 279, category: 'HUBSPOT_DEFINED', label: null },
      { typeId: 36, category: 'USER_DEFINED', label: 'Billing contact' },
    ],
  },
];

function plan(mapping: Mapping, file = 0): CheckPlan {
  const names = Object.fromEntries(
    mapping.objects.map(({ objectTypeId }) => [objectTypeId, objectTypeId === '0-1' ? properties : null]),
  );
  const account = accountOf(names, { owners, associations });
  return planCheck(mapping, file, {
    account,
    columnCount: mapping.files[file]?.columns.length ?? 0,
    maxRows: 100,
  });
}

describe('valueKind', () => {
  const kinds: Readonly<Record<string, string>> = {
    email: 'email',
    work_email: 'email',
    assistant_email: 'email',
    phone: 'phone',
    website: 'url',
    hs_linkedin_url: 'url',
    firstname: 'text',
    hs_object_id: 'record-id',
    hubspot_owner_id: 'owner',
    lifecyclestage: 'option',
    interests: 'options',
    newsletter_opt_in: 'boolean',
    contract_end: 'date',
    createdate: 'datetime',
    loyalty_points: 'number',
  };
  for (const [name, kind] of Object.entries(kinds)) {
    it(`${name} takes ${kind}`, () => {
      const property = properties.find((one) => one.name === name);
      expect(property && valueKind(property, '0-1')).to.equal(kind);
    });
  }

  it('a company’s domain is a domain, a contact’s property of that name is text', () => {
    const [email] = properties;
    if (email === undefined) throw new Error('no properties');
    const domain = { ...email, name: 'domain', label: 'Domain' };
    expect(valueKind(domain, '0-2')).to.equal('domain');
    expect(valueKind(domain, '0-1')).to.equal('text');
    expect(valueKind({ ...domain, textDisplayHint: 'domain_name' }, '0-1')).to.equal('domain');
  });

  it('read-only properties cannot be imported, except the record id', () => {
    const names = properties
      .filter((property) => property.readOnly && isImportable(property, { createsOnly: false }))
      .map(({ name }) => name);
    expect(names).to.deep.equal(['hs_object_id']);
  });
});

describe('planCheck', () => {
  it('one rule for each matched column, with the options it has to keep to', () => {
    const { columns, columnCount } = plan(mapped(['email', null, 'membership_tier']));
    expect(columnCount).to.equal(3);
    expect(columns.map(({ column, kind, uniqueness }) => ({ column, kind, uniqueness }))).to.deep.equal([
      { column: 0, kind: 'email', uniqueness: 'identifier' },
      { column: 2, kind: 'option', uniqueness: 'none' },
    ]);
    expect(columns[1]?.options.map(({ label }) => label)).to.deep.equal([
      'Bronze',
      'Silver',
      'Gold',
      'Platinum',
    ]);
  });

  it('the email stays unique when something else identifies, and so does every unique property', () => {
    const uniqueness = (mapping: Mapping): unknown => plan(mapping).columns.map((rule) => rule.uniqueness);
    const mapping = mapped(['hs_object_id', 'email', 'customer_number']);
    expect(uniqueness(mapping)).to.deep.equal(['identifier', 'unique', 'unique']);
    expect(uniqueness(setIdentifier(mapping, '0-1', 'customer_number'))).to.deep.equal([
      'unique',
      'unique',
      'identifier',
    ]);
  });

  it('a company’s domain may repeat when something else identifies', () => {
    const { columns } = plan(mapped(['hs_object_id', 'domain'], 'UPSERT', 'companies'));
    expect(columns.map((rule) => rule.uniqueness)).to.deep.equal(['identifier', 'none']);
  });

  it('each required group has the columns that can fill it; a group without any is left out', () => {
    expect(plan(mapped(['lastname', 'city', 'email'], 'CREATE')).objects[0]?.required).to.deep.equal([
      [2, 0],
    ]);
    expect(plan(mapped(['dealname', 'amount'], 'CREATE', 'deals')).objects[0]?.required).to.deep.equal([[0]]);
    expect(plan(mapped(['email'], 'UPDATE')).objects[0]?.required).to.deep.equal([]);
  });

  it('owners are sent along only for a column of owners', () => {
    expect(plan(mapped(['email', 'hubspot_owner_id'])).owners).to.equal(owners);
    expect(plan(mapped(['email'])).owners).to.equal(null);
  });

  it('a property without a definition is checked as text', () => {
    expect(plan(mapped(['email', 'shoe_size'])).columns[1]).to.deep.include({ kind: 'text', options: [] });
  });

  it('in a row of several records, those of the further objects may repeat, with the same key for the same record', () => {
    const mapping = mappingOf({ contacts: 'UPSERT', companies: 'UPSERT' }, [
      columnsOf(['email', 'companies.domain', 'companies.name']),
    ]);
    const rules = plan(mapping).columns;
    expect(rules.map(({ objectTypeId, uniqueness }) => [objectTypeId, uniqueness])).to.deep.equal([
      ['0-1', 'identifier'],
      ['0-2', 'key'],
      ['0-2', 'none'],
    ]);
    expect(plan(mapping).objects.map(({ objectTypeId }) => objectTypeId)).to.deep.equal(['0-1', '0-2']);
  });

  it('labels are checked against the account’s, and not at all when those are not known', () => {
    const labelsTo = (toObjectTypeId: string): CheckPlan['columns'][number] | undefined =>
      plan(mapped(['email', { kind: 'labels', objectTypeId: '0-1', toObjectTypeId }])).columns[1];
    expect(labelsTo('0-2')?.kind).to.equal('labels');
    expect(labelsTo('0-2')?.options.map(({ label }) => label)).to.deep.equal(['Billing contact']);
    expect(labelsTo('2-77')?.options).to.deep.equal([]);
  });

  it('keys of other records are checked as what they are keys of', () => {
    const kindOf = (target: Target): unknown => plan(mapped([target])).columns[0]?.keyKind;
    expect(kindOf({ kind: 'keys', objectTypeId: '0-1', property: 'email' })).to.equal('email');
    expect(kindOf({ kind: 'keys', objectTypeId: '0-1', property: 'hs_object_id' })).to.equal('record-id');
    expect(kindOf({ kind: 'keys', objectTypeId: '0-1', property: 'city' })).to.equal('text');
    const association = { typeId: 279, category: 'HUBSPOT_DEFINED' };
    expect(kindOf({ kind: 'record-ids', objectTypeId: '0-1', toObjectTypeId: '0-2', association })).to.equal(
      'record-id',
    );
  });

  it('a common column is checked as the column it repeats; rows of the other file may share it', () => {
    const common: Target = {
      kind: 'common',
      objectTypeId: '0-1',
      toObjectTypeId: '0-2',
      association: { typeId: 279, category: 'HUBSPOT_DEFINED' },
      file: 1,
      column: 0,
    };
    const mapping = mappingOf({ contacts: 'UPSERT', companies: 'UPSERT' }, [
      columnsOf(['email', common]),
      columnsOf(['companies.domain']),
    ]);
    expect(plan(mapping).columns[1]).to.deep.include({ kind: 'domain', uniqueness: 'none' });
    expect(plan(mapping, 1).columns[0]).to.deep.include({ kind: 'domain', uniqueness: 'identifier' });
  });

  it('times of an event are checked as times', () => {
    const mapping = mappingOf({ contacts: 'UPSERT', 'marketing events': 'CREATE' }, [
      columnsOf(['email', { kind: 'event', objectTypeId: '0-54', submission: 'JOINED' }]),
    ]);
    expect(plan(mapping).columns[1]).to.deep.include({ objectTypeId: '0-54', kind: 'datetime' });
  });
});
