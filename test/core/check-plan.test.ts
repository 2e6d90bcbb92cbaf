import { expect } from '@open-wc/testing';
import { planCheck } from '../../src/core/check-plan.js';
import { findObjectType } from '../../src/core/hubspot.js';
import type { Operation, Owner, Property } from '../../src/core/hubspot.js';
import { setIdentifier } from '../../src/core/mapping.js';
import type { Mapping, MappingPreset } from '../../src/core/mapping.js';
import type { CheckPlan } from '../../src/core/plan.js';
import { suggestMapping } from '../../src/core/suggest.js';
import { isImportable, valueKind } from '../../src/core/value-kind.js';
import contactProperties from '../fixtures/contact-properties.json';

const properties: readonly Property[] = contactProperties;
const owners: readonly Owner[] = [{ id: '1', email: 'jane@acme.com', firstName: 'Jane', lastName: 'Smith' }];

function mappingOf(
  names: readonly (string | null)[],
  operation: Operation = 'UPSERT',
  type = 'contacts',
): Mapping {
  const objectType = findObjectType(type);
  if (objectType === null) throw new Error(type);
  const headers = names.map((_, column) => `H${column}`);
  const preset: MappingPreset = names.map((property, column) => ({ header: `H${column}`, property }));
  return suggestMapping({ headers, rows: [], objectType, properties, operation, preset });
}

function plan(mapping: Mapping): CheckPlan {
  const objectType = findObjectType(mapping.objectTypeId);
  if (objectType === null) throw new Error(mapping.objectTypeId);
  return planCheck(mapping, {
    objectType,
    properties,
    owners,
    columnCount: mapping.columns.length,
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
      .filter((property) => property.readOnly && isImportable(property))
      .map(({ name }) => name);
    expect(names).to.deep.equal(['hs_object_id']);
  });
});

describe('planCheck', () => {
  it('one rule for each matched column, with the options it has to keep to', () => {
    const { columns, columnCount } = plan(mappingOf(['email', null, 'membership_tier']));
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
    const mapping = mappingOf(['hs_object_id', 'email', 'customer_number']);
    expect(uniqueness(mapping)).to.deep.equal(['identifier', 'unique', 'unique']);
    expect(uniqueness(setIdentifier(mapping, 'customer_number'))).to.deep.equal([
      'unique',
      'unique',
      'identifier',
    ]);
  });

  it('a company’s domain may repeat when something else identifies', () => {
    const { columns } = plan(mappingOf(['hs_object_id', 'domain'], 'UPSERT', 'companies'));
    expect(columns.map((rule) => rule.uniqueness)).to.deep.equal(['identifier', 'none']);
  });

  it('each required group has the columns that can fill it; a group without any is left out', () => {
    expect(plan(mappingOf(['lastname', 'city', 'email'], 'CREATE')).objects[0]?.required).to.deep.equal([
      [0, 2],
    ]);
    expect(plan(mappingOf(['dealname', 'amount'], 'CREATE', 'deals')).objects[0]?.required).to.deep.equal([
      [0],
    ]);
    expect(plan(mappingOf(['email'], 'UPDATE')).objects[0]?.required).to.deep.equal([]);
  });

  it('owners are sent along only for a column of owners', () => {
    expect(plan(mappingOf(['email', 'hubspot_owner_id'])).owners).to.equal(owners);
    expect(plan(mappingOf(['email'])).owners).to.equal(null);
  });

  it('a property without a definition is checked as text', () => {
    const mapping = { ...mappingOf(['email', 'shoe_size']) };
    expect(plan(mapping).columns[1]).to.deep.include({ kind: 'text', options: [] });
  });
});
