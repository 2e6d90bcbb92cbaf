import { expect } from '@open-wc/testing';
import { columnLetters, headerNames } from '../../src/core/headers.js';

describe('headerNames', () => {
  const CASES: readonly (readonly [string, string[], string[]])[] = [
    [
      'headers that differ stay as they are',
      ['Name', ' Email ', 'City\n(home)'],
      ['Name', ' Email ', 'City\n(home)'],
    ],
    ['a repeated header is numbered', ['Email', 'Email', 'Email'], ['Email', 'Email (2)', 'Email (3)']],
    [
      'headers that differ in case or outer spaces count as one',
      ['Email', 'email', 'EMAIL '],
      ['Email', 'email (2)', 'EMAIL (3)'],
    ],
    ['an empty header is named after its column', ['Name', '', ' '], ['Name', 'Column B', 'Column C']],
    [
      'a number that is taken is passed over',
      ['Email', 'Email (2)', 'Email'],
      ['Email', 'Email (2)', 'Email (3)'],
    ],
    ['a column name that is taken is numbered', ['Column B', ''], ['Column B', 'Column B (2)']],
    ['no columns have no names', [], []],
  ];
  for (const [title, raw, names] of CASES) {
    it(title, () => expect(headerNames(raw)).to.deep.equal(names));
  }
});

describe('columnLetters', () => {
  for (const [column, letters] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ] as const) {
    it(`column ${column} is ${letters}`, () => expect(columnLetters(column)).to.equal(letters));
  }
});
