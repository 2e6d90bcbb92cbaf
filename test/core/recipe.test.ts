import { expect } from '@open-wc/testing';
import { defaultProperties } from '../../src/core/defaults.js';
import type { Sample } from '../../src/core/common-column.js';
import {
  type Mapping,
  setDateFormat,
  setIdentifier,
  setOperation,
  setTarget,
} from '../../src/core/mapping.js';
import { proposeMapping } from '../../src/core/propose.js';
import { type MappingRecipe, readPreset, toRecipe } from '../../src/core/recipe.js';
import type { Settings } from '../../src/core/request.js';
import { type Target, toProperty } from '../../src/core/target.js';
import { accountOf, targetsOf } from './mappings.js';

const SETTINGS: Settings = {
  name: 'People, May',
  createList: true,
  marketable: false,
  timeZone: 'Europe/Paris',
  marketingEventId: '7',
};
const account = accountOf({ contacts: defaultProperties('0-1'), companies: defaultProperties('0-2') });
const samples = [
  {
    headers: ['Record ID', 'Email', 'Nickname', 'Domain', 'Born'],
    rows: [['901', 'ann@acme.com', 'Annie', 'acme.com', '03/04/2001']],
  },
];
const propose = (recipe: unknown): ReturnType<typeof proposeMapping> => {
  const preset = readPreset(recipe, '0-1');
  const given = preset === null ? null : { preset, by: 'preset' as const };
  return proposeMapping({ samples, account, operationOf: () => 'UPSERT', given });
};

/** What a person decided: an operation, an identifier, a column of their own, one left out, the order of dates. */
function decided(): ReturnType<typeof proposeMapping> {
  let mapping = propose(null);
  mapping = setTarget(mapping, 0, 2, toProperty('0-1', 'message'));
  mapping = setTarget(mapping, 0, 4, null);
  mapping = setOperation(mapping, '0-2', 'UPDATE');
  mapping = setIdentifier(mapping, '0-1', 'email');
  return setDateFormat(mapping, 'DAY_MONTH_YEAR');
}

describe('a saved mapping', () => {
  it('is one plain value of JSON', () => {
    const recipe = toRecipe(decided(), SETTINGS, []);
    expect(JSON.parse(JSON.stringify(recipe))).to.deep.equal(recipe);
    expect(recipe.options).to.deep.equal({
      createList: true,
      marketable: false,
      timeZone: 'Europe/Paris',
      marketingEventId: '7',
    });
  });

  it('given back, it decides the same, and says where that comes from', () => {
    const before = decided();
    const after = propose(JSON.parse(JSON.stringify(toRecipe(before, SETTINGS, []))));
    const targets = (mapping: typeof before): unknown =>
      mapping.files[0]?.columns.map(({ target }) => target);
    expect(targets(after)).to.deep.equal(targets(before));
    expect(after.objects.map(({ operation, identifier }) => [operation, identifier])).to.deep.equal([
      ['UPSERT', 'email'],
      ['UPDATE', 'domain'],
    ]);
    expect(after).to.deep.include({ dateFormat: 'DAY_MONTH_YEAR', dateFormatBy: 'page' });
    const reasons = after.files[0]?.columns.map(({ reason }) => reason?.kind);
    expect(reasons).to.deep.equal(['preset', 'preset', 'preset', 'preset', 'preset']);
  });

  it('names the sheet of a workbook where there was a choice', () => {
    const [with_, without] = [['Members'], [null]].map((sheets) => toRecipe(decided(), SETTINGS, sheets));
    expect(with_?.files[0]?.sheet).to.equal('Members');
    expect(without?.files[0]).to.have.all.keys('columns');
    expect(readPreset(with_, '0-1')?.files[0]?.sheet).to.equal('Members');
  });

  it('holds no cell of the file', () => {
    const text = JSON.stringify(toRecipe(decided(), SETTINGS, []));
    for (const cell of samples[0]?.rows[0] ?? []) expect(text).not.to.include(cell);
  });

  it('what nobody decided stays open', () => {
    const open = propose(null);
    const recipe = toRecipe(open, SETTINGS, []);
    expect(open.files[0]?.columns[2]?.target).to.equal(null);
    expect(recipe.files[0]?.columns.map(({ header }) => header)).not.to.include('Nickname');
    expect(recipe.dateFormat).to.equal(null);
  });

  it('for headers in another order, or with others beside, is found by the headers', () => {
    const recipe = toRecipe(decided(), SETTINGS, []);
    const preset = readPreset(recipe, '0-1') ?? expect.fail('it is a recipe');
    const mapping = proposeMapping({
      samples: [{ headers: ['New', 'nickname', 'Email'], rows: [] }],
      account,
      operationOf: () => 'UPSERT',
      given: { preset, by: 'remembered' },
    });
    expect(mapping.files[0]?.columns.map(({ target, reason }) => [target, reason?.kind])).to.deep.equal([
      [null, undefined],
      [toProperty('0-1', 'message'), 'remembered'],
      [toProperty('0-1', 'email'), 'remembered'],
    ]);
  });
});

describe('a recipe of two files', () => {
  const both = accountOf({ contacts: defaultProperties('0-1'), companies: defaultProperties('0-2') });
  const PEOPLE = { headers: ['Given name', 'Mail', 'Town'], rows: [] };
  const FIRMS = { headers: ['Firm', 'Web', 'Mail'], rows: [] };
  const common: Target = {
    kind: 'common',
    objectTypeId: '0-2',
    toObjectTypeId: '0-1',
    association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
    file: 0,
    column: 1,
  };
  const property = (objectTypeId: string, header: string, name: string) => ({
    header,
    target: toProperty(objectTypeId, name),
  });
  const recipe: MappingRecipe = {
    version: 1,
    objects: [],
    files: [
      { columns: [property('0-1', 'Given name', 'firstname'), property('0-1', 'Mail', 'email')] },
      {
        columns: [
          property('0-2', 'Firm', 'name'),
          property('0-2', 'Web', 'domain'),
          { header: 'Mail', target: common },
        ],
      },
    ],
    dateFormat: null,
    options: { createList: false, marketable: null, timeZone: null, marketingEventId: null },
  };
  const applied = (...samples: readonly Sample[]): Mapping => {
    const preset = readPreset(JSON.parse(JSON.stringify(recipe)), '0-1') ?? expect.fail('it is a recipe');
    return proposeMapping({
      samples,
      account: both,
      operationOf: () => 'UPSERT',
      given: { preset, by: 'preset' },
    });
  };

  it('goes with the files by their headers, in whatever order they come', () => {
    const [firms, people] = applied(FIRMS, PEOPLE).files;
    expect(targetsOf(people?.columns ?? []).slice(0, 2)).to.deep.equal([
      'contacts.firstname',
      'contacts.email',
    ]);
    expect(targetsOf(firms?.columns ?? [])).to.deep.equal([
      'companies.name',
      'companies.domain',
      { ...common, file: 1 },
    ]);
  });

  it('finds the common column where it is now', () => {
    const moved = { headers: ['Mail', 'Given name'], rows: [] };
    expect(applied(moved, FIRMS).files[1]?.columns[2]?.target).to.deep.equal({ ...common, column: 0 });
  });

  it('is taken for the one file that there is; what joined it with the other is suggested as ever', () => {
    expect(targetsOf(applied(FIRMS).files[0]?.columns ?? [])).to.deep.equal([
      'companies.name',
      'companies.domain',
      'contacts.email',
    ]);
  });

  it('joins no file by a column that it leaves out', () => {
    const without = {
      ...recipe,
      files: [
        recipe.files[0],
        { columns: [property('0-2', 'Firm', 'name'), { header: 'Mail', target: null }] },
      ],
    };
    const preset = readPreset(without, '0-1') ?? expect.fail('it is a recipe');
    const mapping = proposeMapping({
      samples: [PEOPLE, FIRMS],
      account: both,
      operationOf: () => 'UPSERT',
      given: { preset, by: 'preset' },
    });
    expect(mapping.files[1]?.columns[2]?.target).to.equal(null);
  });
});

describe('readPreset', () => {
  it('the short form names properties of the first object, or of the one it says', () => {
    const preset = readPreset(
      [
        { header: 'Mail', property: 'email' },
        { header: 'Firm', property: 'name', objectType: 'company' },
        { header: 'Secret', property: null },
      ],
      '0-1',
    );
    expect(preset?.files[0]?.columns).to.deep.equal([
      { header: 'Mail', target: toProperty('0-1', 'email') },
      { header: 'Firm', target: toProperty('0-2', 'name') },
      { header: 'Secret', target: null },
    ]);
  });

  it('the short form may name an object of the account’s own by its name', () => {
    const boats = accountOf({ '2-1234567': [] });
    const named = {
      objects: boats.objects.map((one) => ({ ...one, objectType: { ...one.objectType, name: 'boats' } })),
    };
    const preset = readPreset(
      [{ header: 'Hull', property: 'hull_number', objectType: 'Boats' }],
      '0-1',
      named,
    );
    expect(preset?.files[0]?.columns[0]?.target).to.deep.equal(toProperty('2-1234567', 'hull_number'));
  });

  it('entries that are none are passed over', () => {
    const preset = readPreset([null, 'x', { header: 1 }, { header: 'Mail', property: 'email' }], '0-1');
    expect(preset?.files[0]?.columns).to.have.lengthOf(1);
  });

  const recipe: MappingRecipe = toRecipe(decided(), SETTINGS, []);
  const junk: readonly unknown[] = [
    null,
    'mapping',
    7,
    {},
    { ...recipe, version: 2 },
    { ...recipe, files: [{ columns: [{ header: 'A', target: { kind: 'magic' } }] }] },
    { ...recipe, objects: [{ objectTypeId: '0-1', operation: 'DELETE', identifier: null }] },
  ];
  for (const value of junk) {
    it(`${JSON.stringify(value).slice(0, 50)} is no preset`, () => {
      expect(readPreset(value, '0-1')).to.equal(null);
    });
  }
});
