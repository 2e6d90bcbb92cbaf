import { expect } from '@open-wc/testing';
import { rowOfLine } from '../../src/core/line-runs.js';
import {
  bytesOf,
  createPartPlanner,
  linesOf,
  type Part,
  type PartLimits,
  type RowRange,
} from '../../src/core/parts.js';

/** Cuts rows of so many bytes each, from row 2 on, below a header of ten bytes. */
function cut(
  bytes: readonly number[],
  limits: Partial<PartLimits>,
  taken: readonly RowRange[] = [],
): readonly Part[] {
  const planner = createPartPlanner({ bytes: 1000, rows: 1000, ...limits }, 10, taken);
  bytes.forEach((one, index) => planner.add(index + 2, one));
  return planner.end();
}
const rangesOf = (parts: readonly Part[]): readonly (readonly [number, number, number])[] =>
  parts.map(({ firstRow, lastRow, rows }) => [firstRow, lastRow, rows]);

describe('createPartPlanner', () => {
  const FIVE = [5, 5, 5, 5, 5];
  const CASES = [
    ['what fits is one part', FIVE, {}, [], [[2, 6, 5]]],
    ['nothing to send is no part', [0, 0], {}, [], []],
    [
      'the header counts as a row',
      FIVE,
      { rows: 3 },
      [],
      [
        [2, 3, 2],
        [4, 5, 2],
        [6, 6, 1],
      ],
    ],
    [
      'the header counts in bytes, and a part may be full to the last one',
      FIVE,
      { bytes: 20 },
      [],
      [
        [2, 3, 2],
        [4, 5, 2],
        [6, 6, 1],
      ],
    ],
    [
      'a row that would pass the limit begins the next part',
      [5, 5, 9, 1],
      { bytes: 20 },
      [],
      [
        [2, 3, 2],
        [4, 5, 2],
      ],
    ],
    [
      'rows that are not sent take no room',
      [5, 0, 5, 0, 0, 5],
      { rows: 3 },
      [],
      [
        [2, 6, 2],
        [7, 7, 1],
      ],
    ],
    [
      'rows at the end that are not sent make no part',
      [5, 5, 0],
      { rows: 2 },
      [],
      [
        [2, 2, 1],
        [3, 4, 1],
      ],
    ],
    [
      'what HubSpot has already is in no part, and none reaches across it',
      FIVE,
      {},
      [{ firstRow: 3, lastRow: 4 }],
      [
        [2, 2, 1],
        [5, 6, 2],
      ],
    ],
  ] as const;
  for (const [title, bytes, limits, taken, ranges] of CASES) {
    it(title, () => expect(rangesOf(cut(bytes, limits, taken))).to.deep.equal(ranges));
  }

  it('says where each part stands in the whole, also behind rows that are taken', () => {
    const parts = cut([5, 6, 7], { rows: 2 }, [{ firstRow: 2, lastRow: 2 }]);
    expect(parts.map(({ fromByte, toByte }) => [fromByte, toByte])).to.deep.equal([
      [15, 21],
      [21, 28],
    ]);
    expect(parts.map(bytesOf)).to.deep.equal([16, 17]);
  });
});

describe('linesOf', () => {
  it('leads a line of a part back to its row in the file', () => {
    const [, second] = cut([5, 5, 5, 5], { rows: 3 });
    if (second === undefined) throw new Error('Two parts were expected');
    expect([1, 2, 3, 4].map((line) => rowOfLine(linesOf(second), line))).to.deep.equal([1, 4, 5, null]);
  });
});
