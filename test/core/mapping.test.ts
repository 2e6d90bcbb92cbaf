import { expect } from '@open-wc/testing';
import { findObjectType } from '../../src/core/hubspot.js';
import type { ObjectType, Property } from '../../src/core/hubspot.js';
import {
  identifiersOf,
  mappedIdentifiers,
  setDateFormat,
  setIdentifier,
  setOperation,
  setProperty,
} from '../../src/core/mapping.js';
import type { Mapping } from '../../src/core/mapping.js';
import { suggestMapping } from '../../src/core/suggest.js';
import contactProperties from '../fixtures/contact-properties.json';

const properties: readonly Property[] = contactProperties;
const contacts = typeOf('contacts');

function typeOf(name: string): ObjectType {
  const type = findObjectType(name);
  if (type === null) throw new Error(name);
  return type;
}

function mappingOf(...headers: string[]): Mapping {
  return suggestMapping({ headers, rows: [], objectType: contacts, properties, operation: 'UPSERT' });
}

const named = (mapping: Mapping): readonly (string | null)[] =>
  mapping.columns.map(({ property }) => property);

describe('identifiersOf', () => {
  it('the record id comes first, then the object’s own, then unique properties that can be written', () => {
    const secret = properties.map((one) =>
      one.name === 'createdate' ? { ...one, hasUniqueValue: true } : one,
    );
    expect(identifiersOf(contacts, secret)).to.deep.equal(['hs_object_id', 'email', 'customer_number']);
    expect(identifiersOf(typeOf('deals'), [])).to.deep.equal(['hs_object_id']);
  });
});

describe('setProperty', () => {
  it('the person’s choice replaces the suggestion and says whose it is', () => {
    const mapping = setProperty(mappingOf('Email', 'Dietary needs'), 1, 'message');
    expect(named(mapping)).to.deep.equal(['email', 'message']);
    expect(mapping.columns[1]?.reason?.kind).to.equal('person');
  });

  it('the later choice wins, and the column that had the property is shown as without', () => {
    const mapping = setProperty(mappingOf('Email', 'Other'), 1, 'email');
    expect(named(mapping)).to.deep.equal([null, 'email']);
    expect(mapping.columns[0]).to.deep.include({
      reason: null,
      undecided: { why: 'taken', candidates: ['email'] },
    });
  });

  it('a column left out by the person is decided', () => {
    const mapping = setProperty(mappingOf('Name', 'Email'), 0, null);
    expect(mapping.columns[0]).to.deep.include({ property: null, undecided: null });
    expect(mapping.columns[0]?.reason?.kind).to.equal('person');
  });

  it('choosing what was suggested keeps the reason', () => {
    expect(setProperty(mappingOf('Email'), 0, 'email').columns[0]?.reason?.kind).to.equal('label');
  });

  it('nothing else changes, and the mapping that went in stays as it was', () => {
    const before = mappingOf('Email', 'City');
    const copy = structuredClone(before);
    const after = setProperty(before, 1, 'message');
    expect(before).to.deep.equal(copy);
    expect(after.columns[0]).to.equal(before.columns[0]);
  });

  it('the identifier follows the columns', () => {
    const both = mappingOf('Email', 'Record ID');
    expect(both.identifier).to.equal('hs_object_id');
    const withoutId = setProperty(both, 1, null);
    expect(withoutId.identifier).to.equal('email');
    expect(setProperty(withoutId, 0, null).identifier).to.equal(null);
  });
});

describe('setIdentifier', () => {
  it('a chosen identifier is kept while a column has it', () => {
    const chosen = setIdentifier(mappingOf('Email', 'Record ID', 'City'), 'email');
    expect(setProperty(chosen, 2, 'message').identifier).to.equal('email');
    expect(setProperty(chosen, 0, null)).to.deep.include({
      identifier: 'hs_object_id',
      identifierBy: 'file',
    });
  });

  it('none can be chosen, and stays chosen', () => {
    const none = setIdentifier(mappingOf('Email', 'City'), null);
    expect(setProperty(none, 1, 'message').identifier).to.equal(null);
  });

  it('what no column has, or what cannot identify, is ignored', () => {
    const mapping = mappingOf('Email', 'City');
    expect(setIdentifier(mapping, 'customer_number')).to.equal(mapping);
    expect(setIdentifier(mapping, 'city')).to.equal(mapping);
    expect(mappedIdentifiers(mapping)).to.deep.equal(['email']);
  });
});

describe('setOperation and setDateFormat', () => {
  it('the operation is set', () => {
    expect(setOperation(mappingOf('Email'), 'UPDATE').operation).to.equal('UPDATE');
  });

  it('the file may correct itself, never the person or the page', () => {
    const byFile = setDateFormat(mappingOf('Email'), 'MONTH_DAY_YEAR', 'file');
    expect(setDateFormat(byFile, 'DAY_MONTH_YEAR', 'file').dateFormat).to.equal('DAY_MONTH_YEAR');
    for (const by of ['person', 'page'] as const) {
      const chosen = setDateFormat(byFile, 'YEAR_MONTH_DAY', by);
      expect(chosen.dateFormatBy).to.equal(by);
      expect(setDateFormat(chosen, 'DAY_MONTH_YEAR', 'file')).to.equal(chosen);
    }
  });

  it('an order that is taken back is nobody’s', () => {
    const chosen = setDateFormat(mappingOf('Email'), 'DAY_MONTH_YEAR');
    expect(setDateFormat(chosen, null)).to.deep.include({ dateFormat: null, dateFormatBy: null });
  });
});
