import { expect } from '@open-wc/testing';
import { inOrderOf } from '../../src/core/preset-files.js';
import type { Preset } from '../../src/core/recipe.js';
import { type Target, toProperty } from '../../src/core/target.js';

const email = toProperty('0-1', 'email');
const name = toProperty('0-2', 'name');
const common: Target = {
  kind: 'common',
  objectTypeId: '0-2',
  toObjectTypeId: '0-1',
  association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
  file: 0,
  column: 1,
};

const presetOf = (...files: Preset['files']): Preset => ({
  objects: [],
  files,
  dateFormat: null,
  options: null,
});

const PEOPLE = { columns: [{ header: 'E-mail', target: email }] };
const FIRMS = {
  columns: [
    { header: 'Firm', target: name },
    { header: 'E-mail', target: common },
  ],
};
const people = { headers: ['Given name', 'e_mail'] };
const firms = { headers: ['Firm', 'Domain', 'E-Mail'] };

describe('The files of a saved mapping', () => {
  it('go with the files that have their headers, in whatever order those come', () => {
    const preset = presetOf(PEOPLE, FIRMS);
    expect(inOrderOf([people, firms], preset).files).to.deep.equal([PEOPLE, FIRMS]);
    const [first, second] = inOrderOf([firms, people], preset).files;
    expect(first?.columns.map(({ header }) => header)).to.deep.equal(['Firm', 'E-mail']);
    expect(second).to.deep.equal(PEOPLE);
    expect(first?.columns[1]?.target, 'what joins them points to where the other one is now').to.deep.equal({
      ...common,
      file: 1,
    });
  });

  it('keep their order where headers do not tell them apart', () => {
    const one = { columns: [{ header: 'A', target: email }] };
    const other = { columns: [{ header: 'A', target: name }] };
    const files = [{ headers: ['A'] }, { headers: ['A'] }];
    expect(inOrderOf(files, presetOf(one, other)).files).to.deep.equal([one, other]);
  });

  it('are for as many files as come; what joined one that does not come is left open', () => {
    const [only, ...others] = inOrderOf([firms], presetOf(PEOPLE, FIRMS)).files;
    expect(only?.columns).to.deep.equal([{ header: 'Firm', target: name }]);
    expect(others).to.deep.equal([]);
    const three = inOrderOf([{ headers: ['X'] }, firms, people], presetOf(PEOPLE, FIRMS)).files;
    expect(three.map(({ columns }) => columns.length)).to.deep.equal([0, 2, 1]);
  });

  it('of one file alone are each for the first file that has its header', () => {
    const preset = presetOf({ columns: [...PEOPLE.columns, { header: 'Firm', target: name }] });
    const [first, second] = inOrderOf([people, firms], preset).files;
    expect(first).to.deep.equal(PEOPLE);
    expect(second?.columns).to.deep.equal([{ header: 'Firm', target: name }]);
    expect(inOrderOf([people], preset), 'and as they are where one file comes').to.equal(preset);
  });
});
