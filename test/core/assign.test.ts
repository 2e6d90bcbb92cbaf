import { expect } from '@open-wc/testing';
import { assign, type Pairing } from '../../src/core/assign.js';

type Problem = readonly (readonly Pairing[])[];

const problem = (...rows: readonly (readonly (readonly [target: number, weight: number])[])[]): Problem =>
  rows.map((row) => row.map(([target, weight]) => ({ target, weight })));

/** Sum of the weights, after making sure that no target is given twice. */
function worth(pairings: Problem, targets: readonly (number | null)[]): number {
  const given = targets.filter((target) => target !== null);
  expect(new Set(given).size, 'a target is given twice').to.equal(given.length);
  return targets.reduce((sum: number, target, row) => {
    if (target === null) return sum;
    const pairing = pairings[row]?.find((one) => one.target === target);
    if (pairing === undefined) throw new Error(`row ${row} was given ${target}, which it cannot have`);
    return sum + pairing.weight;
  }, 0);
}

/** The largest sum there is, by trying everything. */
function best(pairings: Problem, row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === pairings.length) return 0;
  let most = best(pairings, row + 1, taken);
  for (const { target, weight } of pairings[row] ?? []) {
    if (taken.has(target)) continue;
    most = Math.max(most, weight + best(pairings, row + 1, new Set([...taken, target])));
  }
  return most;
}

/** Repeatable numbers from 0 up to, not including, `below`. */
function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('assign', () => {
  const cases: readonly (readonly [title: string, Problem, readonly (number | null)[]])[] = [
    ['nothing to pair', problem(), []],
    ['a row without targets stays without', problem([], [[0, 1]]), [null, 0]],
    ['the heavier claim wins, whichever comes first', problem([[0, 1]], [[0, 2]]), [null, 0]],
    [
      'a row gives way when it has somewhere else to go',
      problem(
        [
          [0, 5],
          [1, 4],
        ],
        [[0, 3]],
      ),
      [1, 0],
    ],
    [
      'a row stays when giving way would cost more',
      problem(
        [
          [0, 9],
          [1, 1],
        ],
        [[0, 3]],
      ),
      [0, null],
    ],
    [
      'a chain of three gives way',
      problem(
        [
          [0, 5],
          [1, 5],
        ],
        [
          [1, 5],
          [2, 5],
        ],
        [[0, 6]],
        [[1, 6]],
      ),
      [null, 2, 0, 1],
    ],
  ];
  for (const [title, pairings, expected] of cases) {
    it(title, () => {
      expect(assign(pairings)).to.deep.equal(expected);
    });
  }

  it('the sum is the largest possible, against trying everything', () => {
    const dice = createDice(7);
    for (let round = 0; round < 300; round += 1) {
      const pairings: Problem = Array.from({ length: 1 + dice(6) }, () => {
        const targets = [0, 1, 2, 3, 4, 5].filter(() => dice(3) > 0);
        return targets.map((target) => ({ target, weight: 1 + dice(12) }));
      });
      expect(worth(pairings, assign(pairings)), JSON.stringify(pairings)).to.equal(best(pairings));
    }
  });

  it('as many rows as a file can have columns, all wanting the same targets', () => {
    const pairings: Problem = Array.from({ length: 999 }, (_, row) =>
      [0, 1, 2].map((target) => ({ target, weight: 10_000 - row })),
    );
    const targets = assign(pairings);
    expect(targets.slice(0, 3)).to.have.members([0, 1, 2]);
    expect(targets.filter((target) => target !== null)).to.have.lengthOf(3);
  });
});
