import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addRow, createRowSet, type RowSet, rowsOf, uniteRows } from '../../src/core/row-set.js';

const setOf = (rows: readonly number[]): RowSet => {
  const set = createRowSet();
  for (const row of rows) addRow(set, row);
  return set;
};
const sorted = (rows: readonly number[]): number[] => [...new Set(rows)].sort((a, b) => a - b);

/** Near each other, at the borders of words and blocks, and far apart. */
const row = fc.oneof(fc.nat(70), fc.constantFrom(4094, 4095, 4096, 4097, 8191, 8192), fc.nat(40_000));
const rows = fc.array(row, { maxLength: 80 });

describe('a set of rows', () => {
  it('gives each row once, ascending, in any window', () => {
    fc.assert(
      fc.property(rows, fc.nat(90), fc.nat(90), (added, from, count) => {
        const set = setOf(added);
        expect(set.size).to.equal(sorted(added).length);
        expect(rowsOf(set, from, count)).to.deep.equal(sorted(added).slice(from, from + count));
      }),
    );
  });

  it('tells whether a row is new', () => {
    const set = createRowSet();
    expect([5, 5, 4096, 31, 31].map((added) => addRow(set, added))).to.deep.equal([
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('of several sets holds the rows of all, and changes none of them', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 4 }), (all) => {
        const sets = all.map(setOf);
        const united = uniteRows(sets);
        expect(rowsOf(united, 0, Infinity)).to.deep.equal(sorted(all.flat()));
        expect(united.size).to.equal(sorted(all.flat()).length);
        expect(sets.map((set) => rowsOf(set, 0, Infinity))).to.deep.equal(all.map(sorted));
      }),
    );
  });
});
