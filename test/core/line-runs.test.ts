import { expect } from '@open-wc/testing';
import { type LineRuns, rowOfLine, SAME_LINES } from '../../src/core/line-runs.js';

describe('rowOfLine', () => {
  const RUNS: LineRuns = [
    { line: 2, row: 1, count: 3 },
    { line: 5, row: 9, count: 1 },
    { line: 6, row: 20, count: 2 },
  ];
  const CASES = [
    [0, null],
    [1, null],
    [2, 1],
    [4, 3],
    [5, 9],
    [6, 20],
    [7, 21],
    [8, null],
  ] as const;
  for (const [line, row] of CASES) {
    it(`line ${line} comes from ${row === null ? 'no row' : `row ${row}`}`, () => {
      expect(rowOfLine(RUNS, line)).to.equal(row);
    });
  }

  it('in a file sent as it is every line is its row', () => {
    expect([1, 2, 1_048_577].map((line) => rowOfLine(SAME_LINES, line))).to.deep.equal([1, 2, 1_048_577]);
    expect(rowOfLine(SAME_LINES, 0)).to.equal(null);
  });
});
