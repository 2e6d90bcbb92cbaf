import { expect } from '@open-wc/testing';
import { createErrorLog, type ErrorLog, type RowError } from '../../src/core/error-log.js';
import { effectOf } from '../../src/core/import-errors.js';
import { rowsOf } from '../../src/core/row-set.js';

const error = (type: string, row: number | null, more: Partial<RowError> = {}): RowError => ({
  type,
  effect: effectOf(type, more.line === undefined ? row : more.line),
  file: 0,
  row,
  line: row,
  column: null,
  value: null,
  message: null,
  cells: null,
  ...more,
});

function logOf(...errors: readonly RowError[]): ErrorLog {
  const log = createErrorLog();
  for (const one of errors) log.add(one);
  return log;
}
const groupsOf = (log: ErrorLog, isComplete: boolean): unknown =>
  log.summary(isComplete).groups.map(({ type, effect, count }) => [type, effect, count]);
function refusedIn(log: ErrorLog, file: number): readonly number[] {
  const rows = log.refusedRows(file);
  return rowsOf(rows, 0, rows.size);
}

describe('The errors of an import', () => {
  const MIXED = logOf(
    error('COULD_NOT_PARSE_DATE', 2),
    error('INVALID_EMAIL', 5),
    error('ASSOCIATION_LABEL_NOT_FOUND', 2),
    error('FULL_MOON', 6),
    error('FULL_MOON', 7),
    error('FULL_MOON', null, { line: 0 }),
  );

  it('are grouped by type and effect: what hit the whole file first, then what refused rows', () => {
    expect(groupsOf(MIXED, true)).to.deep.equal([
      ['FULL_MOON', 'file', 1],
      ['FULL_MOON', 'row', 2],
      ['INVALID_EMAIL', 'row', 1],
      ['ASSOCIATION_LABEL_NOT_FOUND', 'association', 1],
      ['COULD_NOT_PARSE_DATE', 'value', 1],
    ]);
  });

  it('do not change places while they come', () => {
    expect(groupsOf(MIXED, false)).to.deep.equal([
      ['FULL_MOON', 'file', 1],
      ['INVALID_EMAIL', 'row', 1],
      ['FULL_MOON', 'row', 2],
      ['ASSOCIATION_LABEL_NOT_FOUND', 'association', 1],
      ['COULD_NOT_PARSE_DATE', 'value', 1],
    ]);
  });

  it('are kept whole as far as they are shown, and counted beyond that', () => {
    const log = createErrorLog();
    for (let row = 2; row <= 5001; row += 1) log.add(error('INVALID_EMAIL', row, { value: `v${row}` }));
    const { count, groups, refusedRows } = log.summary(true);
    expect([count, refusedRows, groups[0]?.count]).to.deep.equal([5000, 5000, 5000]);
    expect(groups[0]?.first.map(({ value }) => value)).to.deep.equal(
      Array.from({ length: 100 }, (_, at) => `v${at + 2}`),
    );
    expect(log.refusedRows(0).size).to.equal(5000);
  });

  it('name each refused row once, ascending, and rows that lost something not among them', () => {
    const log = logOf(
      error('INVALID_EMAIL', 9),
      error('INVALID_DOMAIN', 9),
      error('INVALID_EMAIL', 4),
      error('COULD_NOT_PARSE_DATE', 2),
      error('COULD_NOT_PARSE_DATE', 9),
    );
    expect(refusedIn(log, 0)).to.deep.equal([4, 9]);
    expect(log.summary(true)).to.include({ refusedRows: 2, hitRows: 3 });
  });

  it('tell the rows of one file from those of another', () => {
    const log = logOf(
      error('INVALID_EMAIL', 4),
      error('INVALID_EMAIL', 4, { file: 1 }),
      error('X', 7, { file: 1 }),
    );
    expect([refusedIn(log, 0), refusedIn(log, 1), refusedIn(log, 2)]).to.deep.equal([[4], [4, 7], []]);
    expect(log.summary(true).refusedRows).to.equal(3);
  });

  it('of rows that are not known are told apart by HubSpot’s number of them', () => {
    const unknown = (line: number): RowError => error('INVALID_EMAIL', null, { line, effect: 'row' });
    const log = logOf(unknown(3), unknown(3), unknown(4), error('INVALID_EMAIL', 3));
    expect(log.summary(true).refusedRows).to.equal(3);
    expect(refusedIn(log, 0)).to.deep.equal([3]);
  });

  it('of the whole file refuse no single row', () => {
    const log = logOf(error('INVALID_FILE_TYPE', null, { line: 0 }), error('X', null, { line: null }));
    expect(log.summary(true)).to.include({ count: 2, refusedRows: 0, hitRows: 0 });
  });

  for (const row of [-1, 0, 1e9, Number.MAX_SAFE_INTEGER]) {
    it(`at row ${row} is counted, and no row is`, () => {
      expect(logOf(error('INVALID_EMAIL', row, { effect: 'row' })).summary(true)).to.include({
        count: 1,
        refusedRows: 0,
      });
    });
  }
});
