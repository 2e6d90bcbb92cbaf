import { expect } from '@open-wc/testing';
import type { Property } from '../../src/core/hubspot.js';
import {
  identifiersOf,
  type Mapping,
  mappedIdentifiers,
  objectOf,
  setDateFormat,
  setIdentifier,
  setOperation,
  setTarget,
  usedObjects,
  withIdentifiers,
} from '../../src/core/mapping.js';
import { type Target, toProperty } from '../../src/core/target.js';
import contactProperties from '../fixtures/contact-properties.json';
import { mappingOf, targetsOf, typeOf } from './mappings.js';

const properties: readonly Property[] = contactProperties;
const contacts = typeOf('contacts');

const ofContacts = (...names: (string | null)[]): Mapping =>
  mappingOf({ contacts: 'UPSERT' }, [names.map((name) => [String(name), name])], {
    properties: { contacts: properties },
  });
const columnsOf = (mapping: Mapping): Mapping['files'][number]['columns'] => mapping.files[0]?.columns ?? [];
const choose = (mapping: Mapping, column: number, property: string | null): Mapping =>
  setTarget(mapping, 0, column, property === null ? null : toProperty('0-1', property));
const identifierOf = (mapping: Mapping): string | null => objectOf(mapping, '0-1')?.identifier ?? null;

describe('identifiersOf', () => {
  it('the record id comes first, then the object’s own, then unique properties that can be written', () => {
    const secret = properties.map((one) =>
      one.name === 'createdate' ? { ...one, hasUniqueValue: true } : one,
    );
    expect(identifiersOf(contacts, secret)).to.deep.equal(['hs_object_id', 'email', 'customer_number']);
    expect(identifiersOf(typeOf('deals'), [])).to.deep.equal(['hs_object_id']);
  });
});

describe('setTarget', () => {
  it('the person’s choice replaces the suggestion and says whose it is', () => {
    const mapping = choose(ofContacts('email', null), 1, 'message');
    expect(targetsOf(columnsOf(mapping))).to.deep.equal(['contacts.email', 'contacts.message']);
    expect(columnsOf(mapping)[1]?.reason?.kind).to.equal('person');
  });

  it('the later choice wins, and the column that had the property is shown as without', () => {
    const mapping = choose(ofContacts('email', null), 1, 'email');
    expect(targetsOf(columnsOf(mapping))).to.deep.equal([null, 'contacts.email']);
    expect(columnsOf(mapping)[0]).to.deep.include({
      reason: null,
      undecided: { why: 'taken', candidates: [toProperty('0-1', 'email')] },
    });
  });

  it('the same property of another object, or in another file, is another choice', () => {
    const both = mappingOf({ contacts: 'UPSERT', companies: 'UPSERT' }, [
      [
        ['City', 'city'],
        ['Company city', null],
      ],
      [['City', null]],
    ]);
    const ofCompany = setTarget(both, 0, 1, toProperty('0-2', 'city'));
    expect(targetsOf(columnsOf(ofCompany))).to.deep.equal(['contacts.city', 'companies.city']);
    const inOther = setTarget(both, 1, 0, toProperty('0-1', 'city'));
    expect(targetsOf(columnsOf(inOther))).to.deep.equal(['contacts.city', null]);
    expect(targetsOf(inOther.files[1]?.columns ?? [])).to.deep.equal(['contacts.city']);
  });

  it('labels of one pair, and times of one submission, are there once', () => {
    const labels: Target = { kind: 'labels', objectTypeId: '0-1', toObjectTypeId: '0-2' };
    const joined: Target = { kind: 'event', objectTypeId: '0-54', submission: 'JOINED' };
    for (const target of [labels, joined]) {
      const before = setTarget(ofContacts('email', null, null), 0, 1, target);
      const after = setTarget(before, 0, 2, { ...target });
      expect(targetsOf(columnsOf(after))).to.deep.equal(['contacts.email', null, target]);
    }
  });

  it('a column left out by the person is decided', () => {
    const mapping = choose(ofContacts('firstname', 'email'), 0, null);
    expect(columnsOf(mapping)[0]).to.deep.include({ target: null, undecided: null });
    expect(columnsOf(mapping)[0]?.reason?.kind).to.equal('person');
  });

  it('choosing what was suggested keeps the reason', () => {
    const [file] = ofContacts('email').files;
    const columns = (file?.columns ?? []).map((match) => ({
      ...match,
      reason: { kind: 'label', valuesAgree: true } as const,
    }));
    const mapping = { ...ofContacts('email'), files: [{ objectTypeIds: ['0-1'], columns }] };
    expect(columnsOf(choose(mapping, 0, 'email'))[0]?.reason?.kind).to.equal('label');
  });

  it('nothing else changes, and the mapping that went in stays as it was', () => {
    const before = ofContacts('email', 'city');
    const copy = structuredClone(before);
    const after = choose(before, 1, 'message');
    expect(before).to.deep.equal(copy);
    expect(columnsOf(after)[0]).to.equal(columnsOf(before)[0]);
  });

  it('the identifier follows the columns', () => {
    const both = ofContacts('email', 'hs_object_id');
    expect(identifierOf(both)).to.equal('hs_object_id');
    const withoutId = choose(both, 1, null);
    expect(identifierOf(withoutId)).to.equal('email');
    expect(identifierOf(choose(withoutId, 0, null))).to.equal(null);
  });
});

describe('identifiers', () => {
  it('the record id identifies before the email, the email before a unique property', () => {
    expect(identifierOf(ofContacts('customer_number', 'email', 'hs_object_id'))).to.equal('hs_object_id');
    expect(identifierOf(ofContacts('customer_number', 'email'))).to.equal('email');
    expect(identifierOf(ofContacts('customer_number'))).to.equal('customer_number');
    expect(identifierOf(ofContacts('city'))).to.equal(null);
  });

  it('each object has its own', () => {
    const mapping = mappingOf({ contacts: 'UPSERT', companies: 'UPSERT' }, [
      [
        ['Email', 'email'],
        ['Domain', 'companies.domain'],
      ],
    ]);
    expect(mapping.objects.map(({ identifier }) => identifier)).to.deep.equal(['email', 'domain']);
  });

  it('a chosen identifier is kept while a column has it', () => {
    const chosen = setIdentifier(ofContacts('email', 'hs_object_id', 'city'), '0-1', 'email');
    expect(identifierOf(choose(chosen, 2, 'message'))).to.equal('email');
    expect(objectOf(choose(chosen, 0, null), '0-1')).to.deep.include({
      identifier: 'hs_object_id',
      identifierBy: 'file',
    });
  });

  it('none can be chosen, and stays chosen', () => {
    const none = setIdentifier(ofContacts('email', 'city'), '0-1', null);
    expect(identifierOf(choose(none, 1, 'message'))).to.equal(null);
  });

  it('what no column has, or what cannot identify, is ignored', () => {
    const mapping = ofContacts('email', 'city');
    expect(setIdentifier(mapping, '0-1', 'customer_number')).to.equal(mapping);
    expect(setIdentifier(mapping, '0-1', 'city')).to.equal(mapping);
    expect(mappedIdentifiers(mapping, '0-1')).to.deep.equal(['email']);
  });
});

describe('usedObjects', () => {
  it('an object that no column speaks of is not imported', () => {
    const mapping = mappingOf({ contacts: 'UPSERT', companies: 'UPSERT', deals: 'CREATE' }, [
      [['Email', 'email']],
      [['Deal', 'deals.dealname']],
    ]);
    expect(usedObjects(mapping).map(({ objectTypeId }) => objectTypeId)).to.deep.equal(['0-1', '0-3']);
  });
});

describe('setOperation and setDateFormat', () => {
  it('the operation of one object is set', () => {
    const mapping = withIdentifiers(mappingOf({ contacts: 'UPSERT', companies: 'UPSERT' }, []));
    const operations = setOperation(mapping, '0-2', 'UPDATE').objects.map(({ operation }) => operation);
    expect(operations).to.deep.equal(['UPSERT', 'UPDATE']);
  });

  it('the file may correct itself, never the person or the page', () => {
    const byFile = setDateFormat(ofContacts('email'), 'MONTH_DAY_YEAR', 'file');
    expect(setDateFormat(byFile, 'DAY_MONTH_YEAR', 'file').dateFormat).to.equal('DAY_MONTH_YEAR');
    for (const by of ['person', 'page'] as const) {
      const chosen = setDateFormat(byFile, 'YEAR_MONTH_DAY', by);
      expect(chosen.dateFormatBy).to.equal(by);
      expect(setDateFormat(chosen, 'DAY_MONTH_YEAR', 'file')).to.equal(chosen);
    }
  });

  it('an order that is taken back is nobody’s', () => {
    const chosen = setDateFormat(ofContacts('email'), 'DAY_MONTH_YEAR');
    expect(setDateFormat(chosen, null)).to.deep.include({ dateFormat: null, dateFormatBy: null });
  });
});
