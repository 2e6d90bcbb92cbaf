import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addRow, createRowSet, hasRow, rowsOf, toRowSet, uniteRows } from '../../src/core/row-set.js';

const sorted = (rows: readonly number[]): number[] => [...new Set(rows)].sort((a, b) => a - b);

/** Near each other, at the borders of words and blocks, and far apart. */
const row = fc.oneof(fc.nat(70), fc.constantFrom(4094, 4095, 4096, 4097, 8191, 8192), fc.nat(40_000));
const rows = fc.array(row, { maxLength: 80 });

describe('a set of rows', () => {
  it('gives each row once, ascending, in any window', () => {
    fc.assert(
      fc.property(rows, fc.nat(90), fc.nat(90), (added, from, count) => {
        const set = toRowSet(added);
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

  it('tells whether it has a row', () => {
    fc.assert(
      fc.property(rows, row, (added, asked) => {
        expect(hasRow(toRowSet(added), asked)).to.equal(added.includes(asked));
      }),
    );
  });

  it('of every row that HubSpot takes needs an eighth of a byte a row, and crosses to a worker', () => {
    const most = 1_048_577;
    const set = structuredClone(toRowSet(Array.from({ length: most - 1 }, (_, at) => at + 2)));
    expect(set.size).to.equal(most - 1);
    expect([hasRow(set, 1), hasRow(set, 2), hasRow(set, most), hasRow(set, most + 1)]).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
    const bytes = set.blocks.reduce((sum, block) => sum + (block?.byteLength ?? 0), 0);
    expect(bytes).to.be.below(most / 7);
  });

  it('of several sets holds the rows of all, and changes none of them', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 4 }), (all) => {
        const sets = all.map(toRowSet);
        const united = uniteRows(sets);
        expect(rowsOf(united, 0, Infinity)).to.deep.equal(sorted(all.flat()));
        expect(united.size).to.equal(sorted(all.flat()).length);
        expect(sets.map((set) => rowsOf(set, 0, Infinity))).to.deep.equal(all.map(sorted));
      }),
    );
  });
});
