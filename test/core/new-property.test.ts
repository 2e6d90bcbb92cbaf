import { expect } from '@open-wc/testing';
import { allowancesOf, withProperty } from '../../src/core/account.js';
import { defaultProperties } from '../../src/core/defaults.js';
import {
  internalName,
  type NewKind,
  type NewProperty,
  newPropertyProblem,
  optionsFrom,
  proposeProperty,
  takenNames,
  toDefinition,
  usualGroup,
} from '../../src/core/new-property.js';
import { accountOf } from './mappings.js';

const NOTHING: ReadonlySet<string> = new Set();
const repeated = (...cells: string[]): string[] =>
  Array.from({ length: 12 }, (_, i) => cells[i % cells.length] ?? '');
const propose = (header: string, cells: readonly string[]): NewProperty =>
  proposeProperty('0-1', header, cells, 'contactinformation', NOTHING);

describe('proposeProperty', () => {
  const kinds: readonly (readonly [kind: NewKind, cells: readonly string[]])[] = [
    ['text', []],
    ['text', ['', ' ']],
    ['text', ['Ann', 'Bob', 'Cy']],
    ['number', ['12', '7.5', '']],
    ['text', ['01234', '99887']],
    ['date', ['2026-11-02', '2025-01-31']],
    ['datetime', ['2026-11-02 18:00', '2026-11-03 09:30']],
    ['phone', ['+44 20 7946 0000', '+46 90 123 456']],
    ['boolean', ['yes', 'No', 'yes']],
    ['number', ['0', '1', '1']],
    ['option', repeated('Vegan', 'Halal', 'None')],
    ['options', repeated('Red;Blue', 'Blue', 'Green;Red')],
    ['text', ['Vegan', 'Halal', 'Vegan']],
    ['text', Array.from({ length: 12 }, (_, i) => `Remark number ${i}`)],
  ];
  for (const [kind, cells] of kinds) {
    it(`cells like ${JSON.stringify(cells.slice(0, 3))} are ${kind}`, () => {
      expect(propose('A column', cells).kind).to.equal(kind);
    });
  }

  it('takes the header for the label and for the internal name, and the values for options', () => {
    expect(propose(' Größe (cm) ', repeated('S', 'M', 's', 'L'))).to.deep.equal({
      objectTypeId: '0-1',
      label: 'Größe (cm)',
      name: 'grosse_cm',
      kind: 'option',
      isLong: false,
      groupName: 'contactinformation',
      options: ['S', 'M', 'L'],
    });
  });

  it('long texts and texts of several lines get a large field', () => {
    expect(propose('Remark', ['one\ntwo']).isLong).to.equal(true);
    expect(propose('Remark', ['x'.repeat(200)]).isLong).to.equal(true);
    expect(propose('Remark', ['short']).isLong).to.equal(false);
  });
});

describe('internalName', () => {
  const names: readonly (readonly [label: string, name: string])[] = [
    ['Dietary needs', 'dietary_needs'],
    ['Numéro d’adhérent', 'numero_d_adherent'],
    ['2nd phone', 'column_2nd_phone'],
    ['***', 'column'],
    ['__a__', 'a'],
    ['x'.repeat(300), 'x'.repeat(96)],
  ];
  for (const [label, name] of names) {
    it(`of “${label.slice(0, 30)}” is ${name.slice(0, 30)}`, () => {
      expect(internalName(label, NOTHING)).to.equal(name);
      expect(name).to.match(/^[a-z][a-z0-9_]{0,99}$/);
    });
  }

  it('that is taken gets a number', () => {
    expect(internalName('Size', new Set(['size', 'size_2']))).to.equal('size_3');
  });
});

describe('optionsFrom', () => {
  it('gives each value once, in its first spelling, in order', () => {
    expect(optionsFrom([' Red ', 'blue', 'RED', '', 'Blue '], 'option')).to.deep.equal(['Red', 'blue']);
    expect(optionsFrom(['Red; blue', 'Blue;;Green'], 'options')).to.deep.equal(['Red', 'blue', 'Green']);
    expect(optionsFrom(['Red'], 'text')).to.deep.equal([]);
  });
});

describe('newPropertyProblem', () => {
  const good = propose('Size', repeated('S', 'M'));
  const cases: readonly (readonly [Partial<NewProperty>, string | null])[] = [
    [{}, null],
    [{ label: '  ' }, 'label-missing'],
    [{ name: 'Size' }, 'name-invalid'],
    [{ name: '1st' }, 'name-invalid'],
    [{ name: '' }, 'name-invalid'],
    [{ name: 'city' }, 'name-taken'],
    [{ options: [] }, 'options-missing'],
    [{ options: [], kind: 'text' }, null],
  ];
  for (const [change, problem] of cases) {
    it(`${JSON.stringify(change)}: ${problem ?? 'nothing is wrong'}`, () => {
      expect(newPropertyProblem({ ...good, ...change }, new Set(['city']))).to.equal(problem);
    });
  }
});

describe('toDefinition', () => {
  it('an enumeration has its options, labels as values', () => {
    expect(toDefinition(propose('Size', repeated('S', 'M')))).to.deep.equal({
      name: 'size',
      label: 'Size',
      type: 'enumeration',
      fieldType: 'select',
      groupName: 'contactinformation',
      options: [
        { label: 'S', value: 'S', displayOrder: 0, hidden: false },
        { label: 'M', value: 'M', displayOrder: 1, hidden: false },
      ],
    });
  });

  it('a yes or no has both as options, a long text a large field, a number nothing more', () => {
    expect(toDefinition({ ...propose('A', []), kind: 'boolean' })).to.have.deep.property('options', [
      { label: 'Yes', value: 'true', displayOrder: 0, hidden: false },
      { label: 'No', value: 'false', displayOrder: 1, hidden: false },
    ]);
    expect(toDefinition(propose('A', ['a\nb']))).to.include({ type: 'string', fieldType: 'textarea' });
    expect(toDefinition(propose('A', ['1', '2']))).to.deep.equal({
      name: 'a',
      label: 'A',
      type: 'number',
      fieldType: 'number',
      groupName: 'contactinformation',
    });
  });
});

describe('the account', () => {
  const [email, ...others] = defaultProperties('0-1');
  if (email === undefined) throw new Error('no properties');
  const own = { ...email, name: 'size', hubspotDefined: false, groupName: 'harbour' };
  const account = accountOf({ contacts: [{ ...email, groupName: 'contactinformation' }, own, ...others] });

  it('knows the names that are taken, and where its own properties are', () => {
    expect(takenNames(account, '0-1').has('size')).to.equal(true);
    expect(usualGroup(account, '0-1')).to.equal('harbour');
    expect(usualGroup(accountOf({ contacts: null }), '0-1')).to.equal('');
  });

  it('takes a new property in, and another definition in the place of the old one', () => {
    const more = withProperty(account, '0-1', { ...own, name: 'colour' });
    expect(takenNames(more, '0-1').size).to.equal(takenNames(account, '0-1').size + 1);
    const changed = withProperty(more, '0-1', { ...own, label: 'New' });
    expect(takenNames(changed, '0-1').size).to.equal(takenNames(more, '0-1').size);
    expect(changed.objects[0]?.properties?.find(({ name }) => name === 'size')?.label).to.equal('New');
  });

  it('a scope allows what it names; without one all is allowed', () => {
    expect(allowancesOf('imports lists')).to.deep.equal({ marketing: false, lists: true, properties: false });
    expect(allowancesOf('')).to.deep.equal({ marketing: false, lists: false, properties: false });
    expect(allowancesOf(undefined)).to.deep.equal({ marketing: true, lists: true, properties: true });
  });
});
