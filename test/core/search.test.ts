import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createRowSearch } from '../../src/core/search.js';
import { createRowSplitter } from '../../src/core/row-splitter.js';
import { csvCell } from '../../src/core/write.js';

function findRows(rows: readonly (readonly string[])[], wanted: string): number[] {
  const search = createRowSearch(wanted);
  const found: number[] = [];
  const splitter = createRowSplitter({ delimiter: ',', quote: '"', newline: '\n' }, (row) => {
    if (search(row)) found.push(row.row);
  });
  splitter.push(new TextEncoder().encode(rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('')));
  splitter.end();
  return found;
}

describe('createRowSearch', () => {
  const PIECES = ['a', 'B', 'ab', 'é', 'É', '"', ',', '\n', ' ', '1', 'ß', '日', '@'];
  const text = (most: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: most }).map((parts) => parts.join(''));

  it('finds the rows with a cell that has the text, capitals or not', () => {
    const tables = fc.array(fc.array(text(6), { minLength: 1, maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(tables, text(3), (rows, wanted) => {
        const expected = rows.flatMap((cells, index) =>
          cells.some((cell) => cell.toLowerCase().includes(wanted.toLowerCase())) ? [index + 1] : [],
        );
        expect(findRows(rows, wanted)).to.deep.equal(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not find a text across two cells', () => {
    expect(findRows([['ab', 'cd'], ['b,c']], 'b,c')).to.deep.equal([2]);
  });
});
