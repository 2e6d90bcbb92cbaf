import { expect } from '@open-wc/testing';
import { type Changes, NO_CHANGES, withCell, withLeftOut, withValues } from '../../src/core/changes.js';
import type { CheckPlan, ColumnRule } from '../../src/core/plan.js';
import type { ProblemCode, Tally } from '../../src/core/problems.js';
import { createTextDesk } from '../../src/worker/desk.js';
import type { CheckProgress, FileDesk, FileText } from '../../src/worker/protocol.js';
import { csv, DESKS, failure, UTF8 } from './files.js';

const quiet = (): void => undefined;
const signal = new AbortController().signal;
const FIRST_ROW = 2;
const ROWS = 20_000;

/** Every hundredth address is wrong, names are all different, notes are many and repeat. */
const cellsOf = (row: number): readonly string[] => [
  row % 100 === 0 ? `wrong${row}` : `p${row}@x.co`,
  `Word number ${row}`,
  ['Oslo', 'Rome', 'Bergen'][row % 3] ?? '',
  `${(row % 28) + 1}/${(row % 12) + 1}/2025`,
  `Note ${row >> 1}`,
];
const TEXT = [
  'Email,Name,City,Born,Note',
  ...Array.from({ length: ROWS }, (_, index) => cellsOf(index + FIRST_ROW).join(',')),
].join('\n');

const rule = (column: number, kind: ColumnRule['kind'], more: Partial<ColumnRule> = {}): ColumnRule => ({
  column,
  objectTypeId: '0-1',
  property: `p${column}`,
  kind,
  uniqueness: 'none',
  options: [],
  ...more,
});
const planOf = (columns: readonly ColumnRule[], more: Partial<CheckPlan> = {}): CheckPlan => ({
  columns,
  objects: [{ objectTypeId: '0-1', operation: 'UPSERT', required: [] }],
  columnCount: 5,
  dateFormat: null,
  owners: null,
  maxRows: 1_048_576,
  ...more,
});
const FIRST = planOf([rule(0, 'email', { uniqueness: 'identifier' }), rule(1, 'text'), rule(2, 'text')]);

const option = (label: string) => ({ label, value: label.toLowerCase(), hidden: false });
const count = (tally: Tally, code: ProblemCode): number | undefined =>
  tally.problems.find((problem) => problem.code === code)?.count;

/** A file that tells how often it is read from its start. */
function watchedFile(): { readonly text: FileText; readings(): number } {
  const file = csv(TEXT);
  const slice = file.slice.bind(file);
  let readings = 0;
  file.slice = (start, end, type) => {
    if (start === 0) readings += 1;
    return slice(start, end, type);
  };
  return { text: { file, dialect: UTF8 }, readings: () => readings };
}

describe('a file that was checked', () => {
  const watched = watchedFile();
  const { text } = watched;
  const desk = createTextDesk();
  const check = (plan: CheckPlan, changes: Changes = NO_CHANGES): Promise<Tally> =>
    desk.check(text, plan, changes, quiet, signal);
  before(async () => {
    const tally = await check(FIRST);
    expect(tally.rows).to.include({ total: ROWS, refused: 200, clean: ROWS - 200 });
    expect(watched.readings()).to.equal(1);
  });

  const ANSWERED: readonly (readonly [string, CheckPlan, Changes, (tally: Tally) => unknown, unknown])[] = [
    [
      'another property for a column',
      planOf([rule(0, 'domain'), rule(1, 'number')]),
      NO_CHANGES,
      (tally) => [count(tally, 'domain-invalid'), count(tally, 'number-invalid')],
      [ROWS, ROWS],
    ],
    [
      'a column that was not imported before',
      planOf([rule(3, 'date')]),
      NO_CHANGES,
      (tally) => tally.columns[0]?.filled,
      ROWS,
    ],
    [
      'another date order',
      planOf([rule(3, 'date')], { dateFormat: 'YEAR_MONTH_DAY' }),
      NO_CHANGES,
      (tally) => count(tally, 'date-invalid'),
      ROWS,
    ],
    [
      'options',
      planOf([rule(2, 'option', { options: [option('Oslo'), option('Rome')] })]),
      NO_CHANGES,
      (tally) => tally.problems.map(({ code, values }) => [code, values[0]?.value]),
      [['option-unknown', 'Bergen']],
    ],
    [
      'an identifier among cities, which repeat',
      planOf([rule(2, 'text', { uniqueness: 'identifier' })]),
      NO_CHANGES,
      (tally) => tally.rows.repeated,
      ROWS - 3,
    ],
    [
      'another operation',
      { ...FIRST, objects: [{ objectTypeId: '0-1', operation: 'UPDATE', required: [] }] },
      NO_CHANGES,
      (tally) => tally.rows.clean,
      ROWS - 200,
    ],
    [
      'an edited cell',
      FIRST,
      withCell(NO_CHANGES, 100, 0, ' P7@X.CO '),
      (tally) => [tally.rows.refused, tally.problems.map(({ code, rows }) => [code, rows.length])],
      [
        199,
        [
          ['email-invalid', 199],
          ['identifier-repeated', 2],
        ],
      ],
    ],
    [
      'a replaced value',
      planOf([rule(2, 'number')]),
      withValues(NO_CHANGES, 2, { Oslo: '1' }),
      (tally) => tally.problems.map(({ values }) => values.map(({ value }) => value)),
      [['Bergen', 'Rome']],
    ],
    [
      'rows left out',
      FIRST,
      withLeftOut(NO_CHANGES, [100, 101], true),
      (tally) => [tally.rows.leftOut, tally.rows.refused],
      [2, 199],
    ],
  ];
  for (const [title, plan, changes, found, expected] of ANSWERED) {
    it(`is not read again for ${title}`, async () => {
      expect(found(await check(plan, changes))).to.deep.equal(expected);
      expect(watched.readings()).to.equal(1);
    });
  }

  const AGAIN: readonly (readonly [string, CheckPlan, Changes, (tally: Tally) => unknown, unknown])[] = [
    [
      'an identifier among more values than are kept',
      planOf([rule(4, 'text', { uniqueness: 'identifier' })]),
      NO_CHANGES,
      (tally) => tally.rows.clean,
      ROWS / 2,
    ],
    [
      'a replaced value that was one of many',
      planOf([rule(4, 'number')]),
      withValues(NO_CHANGES, 4, { 'Note 9000': '1' }),
      (tally) => ROWS - (count(tally, 'number-invalid') ?? 0),
      2,
    ],
    [
      'options of more values than are kept',
      planOf([rule(4, 'option', { options: [option('Note 1')] })]),
      NO_CHANGES,
      (tally) => tally.rows.clean,
      2,
    ],
  ];
  for (const [title, plan, changes, found, expected] of AGAIN) {
    it(`is read again for ${title}, and then it is known`, async () => {
      const other = createTextDesk();
      const { text: again, readings } = watchedFile();
      await other.check(again, FIRST, NO_CHANGES, quiet, signal);
      expect(found(await other.check(again, plan, changes, quiet, signal))).to.deep.equal(expected);
      expect(readings()).to.equal(2);
      expect(found(await other.check(again, plan, changes, quiet, signal))).to.deep.equal(expected);
      expect(readings()).to.equal(2);
    });
  }

  it('is read again below another header row, and with another delimiter', async () => {
    const other = createTextDesk();
    const { text: again, readings } = watchedFile();
    const totals = [UTF8, { ...UTF8, headerRow: 3 }, { ...UTF8, delimiter: ';' }].map(
      async (dialect, turn) => {
        const plan = planOf([rule(0, 'text')], { columnCount: turn === 2 ? 1 : 5 });
        return (await other.check({ ...again, dialect }, plan, NO_CHANGES, quiet, signal)).rows.total;
      },
    );
    expect(await Promise.all(totals)).to.deep.equal([ROWS, ROWS - 2, ROWS]);
    expect(readings()).to.equal(3);
  });

  it('is told by a person’s limit, whatever was learned before', async () => {
    expect(await failure(check({ ...FIRST, maxRows: ROWS - 1 }))).to.deep.equal([
      'file-too-many-rows',
      { limit: ROWS - 1 },
    ]);
    expect((await check({ ...FIRST, maxRows: ROWS })).rows.total).to.equal(ROWS);
  });
});

describe('a check that is given up', () => {
  const MILLIONS = 100;
  const BIG_ROWS = 25_000 * MILLIONS;
  /** 108 MB. */
  const big = (): FileText & { readonly file: File } => {
    const million = new Blob(['someone@example.com,Somewhere on the coast\n'.repeat(25_000)]);
    return {
      file: new File(['Email,City\n', ...Array<Blob>(MILLIONS).fill(million)], 'big.csv'),
      dialect: UTF8,
    };
  };
  const plan: CheckPlan = {
    ...planOf([rule(0, 'email'), rule(1, 'text')]),
    columnCount: 2,
    maxRows: Infinity,
  };

  it('goes on where it was when the next one asks for no more', async () => {
    const desk = createTextDesk();
    const text = big();
    let readings = 0;
    const slice = text.file.slice.bind(text.file);
    text.file.slice = (...range) => {
      readings += 1;
      return slice(...range);
    };
    const stop = new AbortController();
    const told: CheckProgress[] = [];
    const tell = (progress: CheckProgress): void => {
      told.push(progress);
      stop.abort();
    };
    expect(await failure(desk.check(text, plan, NO_CHANGES, tell, stop.signal))).to.deep.equal([
      'AbortError',
      null,
    ]);
    expect(told).to.have.lengthOf(1);
    const other = { ...plan, columns: [rule(1, 'number')] };
    const tally = await desk.check(text, other, NO_CHANGES, (progress) => told.push(progress), signal);
    expect([tally.rows.total, count(tally, 'number-invalid')]).to.deep.equal([BIG_ROWS, BIG_ROWS]);
    expect(told.map(({ share }) => share)).to.deep.equal(
      told.map(({ share }) => share).toSorted((a, b) => a - b),
    );
    expect(readings).to.equal(1);
  });

  it('and another that goes on beside it share one reading', async () => {
    const desk = createTextDesk();
    const text = big();
    const [one, other] = await Promise.all([
      desk.check(text, plan, NO_CHANGES, quiet, signal),
      desk.check(text, { ...plan, columns: [rule(1, 'number')] }, NO_CHANGES, quiet, signal),
    ]);
    expect([one.rows.clean, other.rows.losing]).to.deep.equal([BIG_ROWS, BIG_ROWS]);
  });
});

for (const [place, open] of DESKS) {
  describe(`the rows with a problem, ${place}`, () => {
    const file = csv(`${TEXT}\n,,"never closed`);
    const text = { file, dialect: UTF8 };
    let desk: FileDesk;
    before(async () => {
      desk = await open();
    });
    after(() => desk.close());

    it('are none before the file was checked', async () => {
      expect(await desk.problemRows(text, null, 0, 10)).to.deep.equal({ rows: [], total: 0 });
    });

    it('are given by kind, a window at a time, and all together', async () => {
      await desk.check(
        text,
        { ...FIRST, columns: [...FIRST.columns, rule(3, 'number')] },
        NO_CHANGES,
        quiet,
        signal,
      );
      const emails = { code: 'email-invalid', column: 0 } as const;
      expect(await desk.problemRows(text, emails, 0, 3)).to.deep.equal({ rows: [100, 200, 300], total: 200 });
      expect(await desk.problemRows(text, emails, 150, 2)).to.deep.equal({
        rows: [15_100, 15_200],
        total: 200,
      });
      expect(await desk.problemRows(text, emails, 199, 5)).to.deep.equal({ rows: [20_000], total: 200 });
      expect(await desk.problemRows(text, { ...emails, column: 1 }, 0, 5)).to.deep.equal({
        rows: [],
        total: 0,
      });
      const short = { code: 'row-too-short', column: null } as const;
      expect(await desk.problemRows(text, short, 0, 5)).to.deep.equal({ rows: [ROWS + FIRST_ROW], total: 1 });
      const quote = { code: 'quote-unbalanced', column: null } as const;
      expect(await desk.problemRows(text, quote, 0, 5)).to.deep.equal({ rows: [ROWS + FIRST_ROW], total: 1 });
      const any = await desk.problemRows(text, null, ROWS - 1, 5);
      expect(any).to.deep.equal({ rows: [ROWS + 1, ROWS + FIRST_ROW], total: ROWS + 1 });
    });
  });
}
