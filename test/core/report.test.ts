import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createErrorLog, type ErrorSummary, type RowError } from '../../src/core/error-log.js';
import { ImportResponse, ImportRowError } from '../../src/core/answers.js';
import { effectOf, IMPORT_ERROR_TYPES, type ImportErrorEffect } from '../../src/core/import-errors.js';
import type { RowCounts } from '../../src/core/problems.js';
import {
  decideLineNumbering,
  fileOf,
  joinError,
  type LineNumbering,
  NO_OUTCOME,
  report,
  rowsToCompare,
  type Sent,
} from '../../src/core/report.js';

/** What a file becomes whose row 3 was left out and of whose columns only the second and the fourth are sent. */
const SENT: Sent = {
  columns: [1, 3],
  lineRows: [
    { line: 1, row: 1, count: 2 },
    { line: 3, row: 4, count: 3 },
  ],
  bytes: 60,
};
/** The cells that went out, by the person's row. */
const CELLS: Readonly<Record<number, readonly string[]>> = {
  1: ['Mail', 'City'],
  2: ['a@b.co', 'Rome'],
  4: ['c@d.eu', ' Oslo'],
  5: ['e@f.fr', ''],
  6: ['g@h.it', 'Bonn'],
};
const rowAt = (row: number): readonly string[] | null => CELLS[row] ?? null;

const rowError = (
  lineNumber: number,
  rowData?: readonly (string | null)[],
  more: object = {},
): ImportRowError =>
  ImportRowError.parse({ errorType: 'INVALID_EMAIL', sourceData: { lineNumber, rowData }, ...more });

describe('decideLineNumbering', () => {
  const CASES: readonly (readonly [string, readonly ImportRowError[], LineNumbering])[] = [
    [
      'the header is line 1',
      [rowError(3, ['c@d.eu', 'Oslo']), rowError(5, ['g@h.it', 'Bonn'])],
      'header-is-line-1',
    ],
    [
      'the first row is line 1',
      [rowError(2, ['c@d.eu', 'Oslo']), rowError(4, ['g@h.it', 'Bonn'])],
      'first-row-is-line-1',
    ],
    ['neither', [rowError(3, ['c@d.eu', 'Oslo']), rowError(2, ['g@h.it', 'Bonn'])], 'unknown'],
    ['cells of another file', [rowError(3, ['z@z.zz', 'Nowhere'])], 'unknown'],
    ['a line that was never sent', [rowError(99, ['c@d.eu', 'Oslo'])], 'unknown'],
    [
      'redacted cells say nothing, the others decide',
      [rowError(2, ['REDACTED', 'Oslo'])],
      'first-row-is-line-1',
    ],
    ['spaces around a cell do not matter', [rowError(3, [' c@d.eu', 'Oslo '])], 'header-is-line-1'],
    ['null is an empty cell', [rowError(4, ['e@f.fr', null])], 'header-is-line-1'],
    ['without row data the header is taken for line 1', [rowError(2), rowError(4)], 'header-is-line-1'],
    ['an error of the whole file says nothing', [rowError(0, ['x'])], 'header-is-line-1'],
  ];
  for (const [title, errors, numbering] of CASES) {
    it(`${title}: ${numbering}`, () => {
      const located = errors.map((error) => ({ error, sent: SENT, rowAt }));
      expect(decideLineNumbering(located)).to.equal(numbering);
    });
  }

  it('the errors of every file decide together', () => {
    const redacted = { error: rowError(2, ['REDACTED', null]), sent: SENT, rowAt };
    const other: Sent = { columns: [0], lineRows: [{ line: 1, row: 1, count: 9 }], bytes: 9 };
    const telling = {
      error: rowError(7, ['x']),
      sent: other,
      rowAt: (row: number) => (row === 8 ? ['x'] : ['y']),
    };
    expect(decideLineNumbering([telling])).to.equal('first-row-is-line-1');
    expect(decideLineNumbering([redacted, telling])).to.equal('unknown');
  });

  it('asks for the rows that either numbering would mean, once each, ascending', () => {
    expect(rowsToCompare([rowError(4), rowError(2), rowError(4), rowError(0)], SENT)).to.deep.equal([
      2, 4, 5, 6,
    ]);
    expect(rowsToCompare([rowError(5), rowError(700)], SENT)).to.deep.equal([6]);
  });
});

describe('joinError', () => {
  it('finds the person’s row and column, past rows left out and columns that were dropped', () => {
    const error = rowError(3, ['c@d.eu', 'Oslo'], {
      knownColumnNumber: 1,
      invalidValue: ' Oslo',
      invalidValueToDisplay: 'Oslo',
      errorMessage: 'No such city',
    });
    expect(joinError(error, 1, SENT, 'header-is-line-1')).to.deep.equal({
      type: 'INVALID_EMAIL',
      effect: 'row',
      file: 1,
      row: 4,
      line: 3,
      column: 3,
      value: 'Oslo',
      message: 'No such city',
      cells: null,
    });
  });

  it('when the first row is line 1 every line means the row after', () => {
    const rows = [1, 2, 3, 4, 5].map((line) => joinError(rowError(line), 0, SENT, 'first-row-is-line-1').row);
    expect(rows).to.deep.equal([2, 4, 5, 6, null]);
  });

  it('with an unknown numbering HubSpot’s copy of the row is handed back', () => {
    const joined = joinError(rowError(3, ['c@d.eu', null], { knownColumnNumber: 0 }), 0, SENT, 'unknown');
    expect(joined).to.deep.include({ row: null, line: 3, column: 1, cells: ['c@d.eu', ''] });
  });

  it('of an import that is followed by its id alone, columns are HubSpot’s', () => {
    const joined = joinError(rowError(3, ['c@d.eu'], { knownColumnNumber: 7 }), 0, null, 'unknown');
    expect(joined).to.deep.include({ row: null, column: 7, cells: ['c@d.eu'] });
  });

  it('a column that was never sent is not known', () => {
    expect(joinError(rowError(3, [], { knownColumnNumber: 2 }), 0, SENT, 'header-is-line-1').column).to.equal(
      null,
    );
  });

  it('the file is found by HubSpot’s ids of them, the first where it names none that is known', () => {
    const inFile = (fileId: string | null): number =>
      fileOf(ImportRowError.parse({ errorType: 'X', sourceData: { fileId, lineNumber: 2 } }), ['71', '72']);
    expect([inFile('71'), inFile('72'), inFile('99'), inFile(null)]).to.deep.equal([0, 1, 0, 0]);
  });

  it('line 0 is the whole file', () => {
    const joined = joinError(rowError(0), 0, SENT, 'header-is-line-1');
    expect(joined).to.deep.include({ effect: 'file', row: null, line: null });
  });
});

describe('error types', () => {
  it('all 68 of HubSpot’s specification have an effect', () => {
    expect(IMPORT_ERROR_TYPES).to.have.lengthOf(68);
    expect(new Set(IMPORT_ERROR_TYPES).size).to.equal(68);
  });

  const CASES: readonly (readonly [string, number | null, ImportErrorEffect])[] = [
    ['COULD_NOT_PARSE_DATE', 5, 'value'],
    ['ASSOCIATION_LABEL_NOT_FOUND', 5, 'association'],
    ['INVALID_FILE_TYPE', 5, 'file'],
    ['UPDATE_ONLY_IMPORT', null, 'row'],
    ['COULD_NOT_PARSE_DATE', 0, 'file'],
    ['A_TYPE_OF_NEXT_YEAR', 5, 'row'],
    ['constructor', 5, 'row'],
  ];
  for (const [type, line, effect] of CASES) {
    it(`${type} at line ${line}: ${effect}`, () => {
      expect(effectOf(type, line)).to.equal(effect);
    });
  }
});

const joined = (type: string, row: number | null, line: number | null = row): RowError => ({
  type,
  effect: effectOf(type, line),
  file: 0,
  row,
  line,
  column: null,
  value: null,
  message: null,
  cells: null,
});

const summaryOf = (errors: readonly RowError[]): ErrorSummary => {
  const log = createErrorLog();
  for (const error of errors) log.add(error);
  return log.summary(true);
};

describe('report', () => {
  const counts = (rows: Partial<RowCounts>): RowCounts => ({
    ...{ total: 0, clean: 0, losing: 0, repeated: 0, refused: 0, empty: 0, leftOut: 0 },
    ...rows,
  });
  const answer = (state: string, counters: Record<string, number> = {}): ImportResponse =>
    ImportResponse.parse({ id: '1', state, metadata: { counters } });

  it('of an import that is done, what was not refused was imported', () => {
    const errors = [
      joined('INVALID_EMAIL', 4),
      joined('INVALID_DOMAIN', 4),
      joined('COULD_NOT_PARSE_DATE', 4),
      joined('COULD_NOT_PARSE_DATE', 6),
      joined('ASSOCIATION_LABEL_NOT_FOUND', 6),
    ];
    const counters = { TOTAL_ROWS: 7, CREATED_OBJECTS: 4, UPDATED_OBJECTS: 1, MAPPED_COLUMNS: 3 };
    const outcome = { ...NO_OUTCOME, errors: summaryOf(errors), errorsRead: 'all' as const };
    expect(
      report(answer('DONE', counters), outcome, counts({ total: 10, empty: 1, leftOut: 2 })),
    ).to.deep.equal({
      inFile: 10,
      imported: 6,
      refused: 1,
      notSent: 3,
      unprocessed: 0,
      records: 5,
      created: 4,
      updated: 1,
      losing: 1,
      counters: [['MAPPED_COLUMNS', 3]],
    });
  });

  it('of an import that was canceled, what nobody came to is unprocessed', () => {
    const canceled = report(answer('CANCELED', { CREATED_OBJECTS: 30 }), NO_OUTCOME, counts({ total: 100 }));
    expect(canceled).to.deep.include({ inFile: 100, imported: 30, unprocessed: 70 });
  });

  it('the same line of two files is two rows', () => {
    const errors = [joined('INVALID_EMAIL', 4), { ...joined('INVALID_EMAIL', 4), file: 1 }];
    const outcome = { ...NO_OUTCOME, errors: summaryOf(errors), errorsRead: 'all' as const };
    const sum = report(answer('DONE'), outcome, counts({ total: 10 }));
    expect(sum).to.deep.include({ refused: 2, imported: 8 });
  });

  it('without the file HubSpot’s TOTAL_ROWS stands for it', () => {
    const errors = [joined('INVALID_EMAIL', null, 3), joined('INVALID_EMAIL', null, 3), joined('X', null, 9)];
    const followed = report(
      answer('DONE', { TOTAL_ROWS: 20 }),
      { ...NO_OUTCOME, errors: summaryOf(errors), errorsRead: 'all' },
      null,
    );
    expect(followed).to.deep.include({ inFile: 20, imported: 18, refused: 2, unprocessed: 0 });
  });

  it('without the file and without TOTAL_ROWS nobody knows how many rows there are', () => {
    const followed = report(answer('PROCESSING', { CREATED_OBJECTS: 5 }), NO_OUTCOME, null);
    expect(followed).to.deep.include({ inFile: null, imported: 5, unprocessed: 0 });
  });

  it('an error of the whole file refuses no single row', () => {
    const outcome = { ...NO_OUTCOME, errors: summaryOf([joined('INVALID_FILE_TYPE', null, 0)]) };
    const failed = report(answer('FAILED'), outcome, counts({ total: 5 }));
    expect(failed).to.deep.include({ refused: 0, imported: 0, unprocessed: 5 });
  });

  it('numbers add up, whatever HubSpot counts and whatever it complains of', () => {
    const count = fc.nat({ max: 30 });
    const error = fc
      .tuple(fc.constantFrom(...IMPORT_ERROR_TYPES, 'NEW'), fc.option(count), fc.option(count))
      .map(([type, row, line]) => joined(type, row, line));
    const counters = fc.dictionary(
      fc.constantFrom('CREATED_OBJECTS', 'UPDATED_OBJECTS', 'TOTAL_ROWS'),
      count,
    );
    const rows = fc
      .tuple(count, count, count)
      .map(([sent, empty, leftOut]) => counts({ total: sent + empty + leftOut, empty, leftOut }));
    const state = fc.constantFrom('STARTED', 'PROCESSING', 'DONE', 'FAILED', 'CANCELED', 'REVERTED', 'NEW');
    fc.assert(
      fc.property(state, counters, fc.array(error), fc.option(rows), (name, counted, errors, known) => {
        const sum = report(answer(name, counted), { ...NO_OUTCOME, errors: summaryOf(errors) }, known);
        const { inFile, imported, refused, notSent, unprocessed, losing } = sum;
        for (const part of [imported, refused, notSent, unprocessed, losing]) expect(part).to.be.at.least(0);
        expect(losing).to.be.at.most(imported);
        if (inFile !== null) expect(imported + refused + notSent + unprocessed).to.equal(inFile);
      }),
    );
  });
});
