import { expect } from '@open-wc/testing';
import { type Changes, NO_CHANGES, withCell, withLeftOut, withValues } from '../../src/core/changes.js';
import { toRowSet } from '../../src/core/row-set.js';
import { gatherKeys, type KeyColumn, searchKeys, withMissingKeys } from '../../src/core/missing-keys.js';
import type { ColumnRule } from '../../src/core/plan.js';
import type { ProblemGroup, Tally } from '../../src/core/problems.js';

const columnOf = (kind: ColumnRule['kind'], changes: Changes = NO_CHANGES): KeyColumn => ({
  rule: { column: 1, objectTypeId: '0-1', property: '', kind, uniqueness: 'none', options: [] },
  changes,
});

/** Rows from the second line on, with the key beside something else. */
const rowsOf = (keys: readonly string[]): readonly Parameters<ReturnType<typeof gatherKeys>['row']>[0][] =>
  keys.map((key, index) => ({
    row: index + 2,
    count: 2,
    text: (column) => (column === 1 ? key : 'x'),
  }));

function compare(
  there: readonly string[],
  keys: readonly string[],
  own = columnOf('email'),
  owner = columnOf('email'),
): ProblemGroup | null {
  const gathering = gatherKeys(owner);
  for (const row of rowsOf(there)) gathering.row(row);
  const search = searchKeys(own, gathering.keys, 2);
  for (const row of rowsOf(keys)) search.row(row);
  return search.missing();
}

describe('keys of one file that the other does not have', () => {
  it('are counted by row and by value, as a warning', () => {
    const missing = compare(['ann@n.example'], ['ann@n.example', 'Bo@n.example', '', 'Bo@n.example']);
    expect(missing).to.deep.equal({
      code: 'key-unknown',
      severity: 'warning',
      effect: 'value',
      column: 1,
      count: 2,
      rows: [3, 5],
      values: [{ value: 'Bo@n.example', count: 2, row: 3 }],
      moreValues: false,
    });
  });

  const same: readonly (readonly [kind: ColumnRule['kind'], there: string, key: string])[] = [
    ['email', 'Ann@N.example', ' ann@n.example '],
    ['domain', 'n.example', 'https://www.N.example/'],
    ['record-id', '1001', '1001'],
    ['text', 'A-17', 'A-17'],
  ];
  for (const [kind, there, key] of same) {
    it(`are compared as HubSpot compares them: ${key} is ${there}`, () => {
      expect(compare([there], [key], columnOf(kind), columnOf(kind))).to.equal(null);
      expect(compare([there], ['9009'], columnOf(kind), columnOf(kind))?.count ?? 0).to.equal(
        kind === 'email' || kind === 'domain' ? 0 : 1,
      );
    });
  }

  it('are those that will be sent, on both sides', () => {
    const corrected = withValues(NO_CHANGES, 1, { 'an@n.example': 'ann@n.example' });
    expect(compare(['ann@n.example'], ['an@n.example'], columnOf('email', corrected))).to.equal(null);
    const edited = withCell(NO_CHANGES, 2, 1, 'ann@n.example');
    expect(compare([''], ['ann@n.example'], columnOf('email'), columnOf('email', edited))).to.equal(null);
    const without = withLeftOut(NO_CHANGES, [2], true);
    expect(compare(['ann@n.example'], ['ann@n.example'], columnOf('email'), columnOf('email', without))?.rows)
      .to //
      .deep.equal([2]);
    expect(compare([], ['ann@n.example'], columnOf('email', without))).to.equal(null);
  });

  it('are of no interest in rows that the import is not about', () => {
    const few: Changes = { ...NO_CHANGES, only: toRowSet([3]) };
    expect(compare([], ['a@n.example', 'b@n.example'], columnOf('email', few))?.rows).to.deep.equal([3]);
  });

  it('take rows in which nothing else is wrong from those without a problem', () => {
    const rows = { total: 9, clean: 7, losing: 1, repeated: 0, refused: 1, empty: 0, leftOut: 0 };
    const tally: Tally = { rows, problems: [], columns: [] };
    const problem = compare([], ['a@n.example', 'b@n.example']);
    if (problem === null) throw new Error('Two keys are missing');
    const all = withMissingKeys(tally, [{ problem, alone: 1 }]);
    expect(all.rows).to.deep.equal({ ...rows, clean: 6, losing: 2 });
    expect(all.problems).to.deep.equal([problem]);
    expect(withMissingKeys(tally, [])).to.equal(tally);
  });

  it('are none where the value itself is wrong: that is said already', () => {
    expect(compare(['nobody'], ['nobody'])).to.equal(null);
  });

  it('are shown as far as one can look at them', () => {
    const keys = Array.from({ length: 300 }, (_, index) => `p${index}@n.example`);
    const missing = compare([], keys);
    expect([missing?.count, missing?.rows.length, missing?.values.length, missing?.moreValues]).to.deep.equal(
      [300, 200, 100, true],
    );
  });
});
