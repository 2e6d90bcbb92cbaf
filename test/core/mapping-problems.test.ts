import { expect } from '@open-wc/testing';
import { findObjectType } from '../../src/core/hubspot.js';
import type { ObjectType, Operation, Property } from '../../src/core/hubspot.js';
import { identifiersOf, setProperty, withIdentifier } from '../../src/core/mapping.js';
import type { Mapping } from '../../src/core/mapping.js';
import { mappingProblems } from '../../src/core/mapping-problems.js';
import { defaultProperties } from '../../src/core/defaults.js';

function typeOf(name: string): ObjectType {
  const type = findObjectType(name);
  if (type === null) throw new Error(name);
  return type;
}

function mappingOf(objectType: ObjectType, operation: Operation, names: readonly (string | null)[]): Mapping {
  return withIdentifier({
    objectTypeId: objectType.id,
    operation,
    identifiers: identifiersOf(objectType, []),
    identifier: null,
    identifierBy: 'file',
    dateFormat: null,
    dateFormatBy: null,
    columns: names.map((property, column) => ({
      column,
      header: `H${column}`,
      objectTypeId: objectType.id,
      property,
      reason: null,
      undecided: null,
    })),
  });
}

describe('mappingProblems', () => {
  const cases: readonly (readonly [
    string,
    string,
    Operation,
    readonly (string | null)[],
    readonly string[],
  ])[] = [
    ['nothing matched is all there is to say', 'deals', 'CREATE', [null, null], ['error mapping-empty']],
    ['contacts with an email are fine', 'contacts', 'UPSERT', ['email', null], []],
    [
      'contacts with names alone double',
      'contacts',
      'UPSERT',
      ['firstname'],
      ['warning mapping-no-identifier'],
    ],
    [
      'creating contacts by names alone doubles too',
      'contacts',
      'CREATE',
      ['lastname'],
      ['warning mapping-no-identifier'],
    ],
    ['updating needs an identifier', 'contacts', 'UPDATE', ['firstname'], ['error mapping-no-identifier']],
    ['updating by record id needs nothing else', 'deals', 'UPDATE', ['hs_object_id', 'amount'], []],
    [
      'creating a contact needs a name or an email',
      'contacts',
      'CREATE',
      ['city'],
      ['warning mapping-no-identifier', 'error mapping-required'],
    ],
    [
      'a deal needs name, pipeline and stage',
      'deals',
      'CREATE',
      ['amount', 'dealname'],
      ['error mapping-required', 'error mapping-required'],
    ],
    [
      'a complete deal is fine, though nothing identifies it',
      'deals',
      'CREATE',
      ['dealname', 'pipeline', 'dealstage'],
      [],
    ],
    [
      'what only creating needs is a warning when records may exist',
      'companies',
      'UPSERT',
      ['hs_object_id', 'city'],
      ['warning mapping-required'],
    ],
    [
      'two columns with one property are refused',
      'contacts',
      'UPSERT',
      ['email', 'city', 'city'],
      ['error mapping-repeated'],
    ],
  ];
  for (const [title, objectType, operation, names, expected] of cases) {
    it(title, () => {
      const type = typeOf(objectType);
      const problems = mappingProblems(mappingOf(type, operation, names), type, null);
      expect(problems.map(({ code, severity }) => `${severity} ${code}`)).to.deep.equal(expected);
    });
  }

  it('a problem names its columns and properties', () => {
    const type = typeOf('contacts');
    const [repeated] = mappingProblems(mappingOf(type, 'UPSERT', ['email', 'city', 'city']), type, null);
    expect(repeated).to.deep.include({ columns: [1, 2], properties: ['city'] });
    const [, required] = mappingProblems(mappingOf(type, 'CREATE', ['city']), type, null);
    expect(required?.properties).to.deep.equal(['email', 'firstname', 'lastname']);
  });

  it('a property that the account does not have, or does not let be written, is an error', () => {
    const type = typeOf('contacts');
    const readOnly: readonly Property[] = defaultProperties('0-1').map((property) =>
      property.name === 'city' ? { ...property, readOnly: true } : property,
    );
    const mapping = mappingOf(type, 'UPSERT', ['email', 'city', 'shoe_size', 'hs_object_id']);
    const problems = mappingProblems(mapping, type, readOnly);
    expect(problems.map(({ code, columns }) => [code, columns])).to.deep.equal([
      ['mapping-unknown', [1]],
      ['mapping-unknown', [2]],
    ]);
    expect(mappingProblems(mapping, type, null)).to.deep.equal([]);
  });

  it('choosing a property that another column has leaves no repetition behind', () => {
    const type = typeOf('contacts');
    const mapping = setProperty(mappingOf(type, 'UPSERT', ['email', null]), 1, 'email');
    expect(mappingProblems(mapping, type, null)).to.deep.equal([]);
  });
});
