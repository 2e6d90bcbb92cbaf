import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  changedCell,
  type Changes,
  countChanges,
  isAbout,
  listChanges,
  NO_CHANGES,
  withCell,
  withLeftOut,
  withOnly,
  withoutChange,
  withValues,
} from '../../src/core/changes.js';
import { toRowSet } from '../../src/core/row-set.js';

describe('changedCell', () => {
  const changes: Changes = {
    values: { 1: { Berlin: 'BE', '': 'unknown', Rome: '' } },
    cells: { 5: { 1: 'Hamburg', 2: '' } },
    leftOut: [],
    only: null,
  };
  const CASES: readonly (readonly [string, number, number, string, string])[] = [
    ['a cell that nobody changed stays', 4, 1, 'Paris', 'Paris'],
    ['a replaced value is replaced in every row', 4, 1, 'Berlin', 'BE'],
    ['in its own column only', 4, 0, 'Berlin', 'Berlin'],
    ['as a whole only', 4, 1, 'Berlin ', 'Berlin '],
    ['empty cells can be filled', 4, 1, '', 'unknown'],
    ['a value can be emptied', 4, 1, 'Rome', ''],
    ['the edit of a cell goes before the replacement', 5, 1, 'Berlin', 'Hamburg'],
    ['an edit can empty a cell', 5, 2, 'x', ''],
    ['a word that every object answers to is a word', 4, 1, 'constructor', 'constructor'],
    ['so is the name of a prototype', 4, 1, '__proto__', '__proto__'],
  ];
  for (const [title, row, column, text, changed] of CASES) {
    it(title, () => {
      expect(changedCell(changes, row, column, text)).to.equal(changed);
    });
  }
});

describe('withValues', () => {
  it('adds to the replacements of the column, and replaces a replacement', () => {
    const once = withValues(NO_CHANGES, 1, { a: 'A', b: 'B' });
    const twice = withValues(once, 1, { b: 'BB', c: 'C' });
    expect(twice.values).to.deep.equal({ 1: { a: 'A', b: 'BB', c: 'C' } });
    expect(once.values, 'the recipe before stays as it was').to.deep.equal({ 1: { a: 'A', b: 'B' } });
  });

  it('a value that is put back as it was is no change', () => {
    expect(withValues(withValues(NO_CHANGES, 1, { a: 'A' }), 1, { a: 'a' })).to.deep.equal(NO_CHANGES);
  });

  it('any text can be replaced', () => {
    for (const text of ['constructor', '__proto__', 'toString', '', ' ', '0', 'ü']) {
      const changes = withValues(NO_CHANGES, 3, Object.fromEntries([[text, 'x']]));
      expect(changedCell(changes, 9, 3, text), text).to.equal('x');
      expect(countChanges(changes), text).to.equal(1);
    }
  });
});

describe('listChanges', () => {
  const made: Changes = {
    values: { 1: { Berlin: 'BE', '': 'unknown' }, 4: { x: '' } },
    cells: { 5: { 1: 'Hamburg', 2: '' } },
    leftOut: [3, 4, 5, 9],
    only: null,
  };

  it('names every decision, rows below each other as one', () => {
    expect(listChanges(made)).to.deep.equal([
      { kind: 'value', column: 1, from: 'Berlin', to: 'BE' },
      { kind: 'value', column: 1, from: '', to: 'unknown' },
      { kind: 'value', column: 4, from: 'x', to: '' },
      { kind: 'cell', row: 5, column: 1, to: 'Hamburg' },
      { kind: 'cell', row: 5, column: 2, to: '' },
      { kind: 'left-out', firstRow: 3, lastRow: 5 },
      { kind: 'left-out', firstRow: 9, lastRow: 9 },
    ]);
  });

  it('each of them can be taken back by itself, and all of them leave nothing', () => {
    for (const change of listChanges(made)) {
      const rest = withoutChange(made, change);
      const expected = listChanges(made).filter((other) => JSON.stringify(other) !== JSON.stringify(change));
      expect(listChanges(rest), JSON.stringify(change)).to.deep.equal(expected);
    }
    expect(listChanges(made).reduce(withoutChange, made)).to.deep.equal(NO_CHANGES);
  });
});

describe('withLeftOut', () => {
  it('keeps rows once each, ascending, whatever the order they were chosen in', () => {
    const out = withLeftOut(withLeftOut(NO_CHANGES, [12, 3], true), [100, 3], true);
    expect(out.leftOut).to.deep.equal([3, 12, 100]);
    expect(withLeftOut(out, [12, 77], false).leftOut).to.deep.equal([3, 100]);
  });
});

describe('withOnly', () => {
  it('says which rows the import is about, and touches no other decision', () => {
    const before = withLeftOut(withCell(NO_CHANGES, 7, 0, 'x'), [3], true);
    const some = withOnly(before, toRowSet([7, 9]));
    expect([7, 8, 9].map((row) => isAbout(some, row))).to.deep.equal([true, false, true]);
    expect(isAbout(before, 8)).to.equal(true);
    expect(isAbout(withOnly(before, toRowSet([])), 7), 'none of them').to.equal(false);
    expect(withOnly(some, null)).to.deep.equal(before);
  });
});

describe('countChanges', () => {
  it('counts decisions, not the rows they touch', () => {
    let changes = withValues(NO_CHANGES, 0, { a: 'A', b: 'B' });
    changes = withCell(withCell(changes, 7, 0, 'x'), 7, 1, '');
    changes = withLeftOut(changes, [3, 4, 5], true);
    expect(countChanges(changes)).to.equal(7);
    expect(countChanges(NO_CHANGES)).to.equal(0);
  });
});

it('a decision that is taken back leaves no trace', () => {
  const text = fc.string({ maxLength: 3 });
  const small = fc.nat({ max: 3 });
  fc.assert(
    fc.property(small, small, text, text, fc.boolean(), (row, column, from, to, hasMore) => {
      const before = hasMore ? withCell(withValues(NO_CHANGES, 9, { q: 'Q' }), 9, 9, 'q') : NO_CHANGES;
      const back = <T>(value: T): Record<string, T> => Object.fromEntries([[from, value]]);
      expect(withValues(withValues(before, column, back(to)), column, back(null))).to.deep.equal(before);
      expect(withCell(withCell(before, row, column, to), row, column, null)).to.deep.equal(before);
      expect(withLeftOut(withLeftOut(before, [row], true), [row], false)).to.deep.equal(before);
    }),
  );
});
