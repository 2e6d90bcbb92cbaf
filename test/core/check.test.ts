import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Changes, NO_CHANGES } from '../../src/core/changes.js';
import { createCheck } from '../../src/core/check.js';
import { createFileFacts, sealRows } from '../../src/core/file-facts.js';
import type { Operation } from '../../src/core/hubspot.js';
import type { CheckPlan, ColumnRule, ObjectRule } from '../../src/core/plan.js';
import { toRowSet } from '../../src/core/row-set.js';
import type { ProblemCode, ProblemGroup, RowCounts, Tally } from '../../src/core/problems.js';
import { BLOCK_ROWS } from '../../src/core/symbol-blocks.js';
import { checkRows, FIRST_ROW, learnMore, type Row } from './learn.js';

const rule = (column: number, kind: ColumnRule['kind'], more: Partial<ColumnRule> = {}): ColumnRule => ({
  column,
  objectTypeId: '0-1',
  property: `property_${column}`,
  kind,
  uniqueness: 'none',
  options: [],
  ...more,
});
const KEY = rule(0, 'email', { uniqueness: 'identifier' });
const NAME = rule(1, 'text');
const AMOUNT = rule(2, 'number');
type PlanChanges = Partial<CheckPlan> & Partial<Pick<ObjectRule, 'operation' | 'required'>>;
const planOf = ({ operation = 'UPSERT', required = [], ...more }: PlanChanges = {}): CheckPlan => ({
  columns: [KEY, NAME, AMOUNT],
  objects: [{ objectTypeId: '0-1', operation, required }],
  columnCount: 3,
  dateFormat: null,
  owners: null,
  maxRows: 1000,
  ...more,
});

const find = (tally: Tally, code: ProblemCode): ProblemGroup | undefined =>
  tally.problems.find((group) => group.code === code);
const classes = (counts: Partial<RowCounts>): RowCounts => ({
  total: 0,
  clean: 0,
  losing: 0,
  repeated: 0,
  refused: 0,
  empty: 0,
  leftOut: 0,
  ...counts,
});

describe('createCheck', () => {
  it('finds nothing wrong with a clean file', () => {
    const tally = checkRows(
      [
        ['ann@example.com', 'Ann', '1'],
        ['bo@example.com', '', ''],
      ],
      planOf(),
    );
    expect(tally).to.deep.equal({
      rows: classes({ total: 2, clean: 2 }),
      problems: [],
      columns: [
        { column: 0, filled: 2, empty: 0, dates: null },
        { column: 1, filled: 1, empty: 1, dates: null },
        { column: 2, filled: 1, empty: 1, dates: null },
      ],
    });
  });

  it('drops a wrong value and keeps its row, and shows the cell as the file has it', () => {
    const tally = checkRows(
      [
        ['a@example.com', 'A', ' 1,5 '],
        ['b@example.com', 'B', '2'],
        ['c@example.com', 'C', 'many'],
        ['d@example.com', 'D', ' 1,5 '],
      ],
      planOf(),
    );
    expect(tally.rows).to.deep.equal(classes({ total: 4, clean: 1, losing: 3 }));
    expect(tally.problems).to.deep.equal([
      {
        code: 'number-invalid',
        severity: 'error',
        effect: 'value',
        column: 2,
        count: 3,
        rows: [2, 4, 5],
        values: [
          { value: ' 1,5 ', count: 2, row: 2 },
          { value: 'many', count: 1, row: 4 },
        ],
        moreValues: false,
      },
    ]);
  });

  it('refuses a row whose identifier is wrong', () => {
    const tally = checkRows([['ann', 'Ann', 'x']], planOf());
    expect(tally.rows).to.deep.equal(classes({ total: 1, refused: 1 }));
    expect(find(tally, 'email-invalid')).to.include({ severity: 'error', effect: 'row', column: 0 });
    expect(find(tally, 'number-invalid')).to.include({ severity: 'error', effect: 'value', column: 2 });
  });

  it('warns about what HubSpot keeps as it is', () => {
    const plan = planOf({ columns: [rule(0, 'phone'), rule(1, 'url'), rule(2, 'text')] });
    const tally = checkRows([['none', 'n/a', 'M\uFFFDller']], plan);
    expect(tally.rows).to.deep.equal(classes({ total: 1, clean: 1 }));
    expect(tally.problems.map(({ code, severity, effect }) => [code, severity, effect])).to.deep.equal([
      ['phone-invalid', 'warning', 'none'],
      ['url-invalid', 'warning', 'none'],
      ['text-unreadable', 'warning', 'none'],
    ]);
  });

  it('lists errors before warnings', () => {
    const plan = planOf({ columns: [rule(0, 'phone'), AMOUNT] });
    expect(checkRows([['none', '', 'x']], plan).problems.map(({ severity }) => severity)).to.deep.equal([
      'error',
      'warning',
    ]);
  });

  it('hands over a tally that later rows do not change', () => {
    const plan = planOf({ columns: [KEY, rule(2, 'date')], maxRows: 10_000 });
    const facts = createFileFacts(FIRST_ROW, 3);
    const check = createCheck(facts, plan, NO_CHANGES);
    const row: Row = ['ann', '', '31/12/2025'];
    learnMore(facts, Array<Row>(BLOCK_ROWS + 1).fill(row));
    expect(check.advance()).to.equal(false);
    const before = check.tally();
    const copy = structuredClone(before);
    learnMore(facts, [row]);
    sealRows(facts);
    check.advance();
    expect(before).to.deep.equal(copy);
    expect([before.rows.total, check.tally().rows.total]).to.deep.equal([BLOCK_ROWS, BLOCK_ROWS + 2]);
  });

  it('shows the first 200 rows and 100 values of a problem, counts all, and cuts long cells', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`${index}`.padEnd(500, 'x'), '', '']);
    const group = find(checkRows(rows, planOf()), 'email-invalid');
    expect(group?.count).to.equal(300);
    expect(group?.rows).to.deep.equal(Array.from({ length: 200 }, (_, index) => index + FIRST_ROW));
    expect(group?.values).to.have.length(100);
    expect(group?.values[7]).to.deep.equal({ value: '7'.padEnd(200, 'x'), count: 1, row: 9 });
    expect(group?.moreValues).to.equal(true);
  });
});

describe('rows that hold nothing', () => {
  it('a blank line is skipped without a word', () => {
    const tally = checkRows([null, ['ann@example.com', '', ''], null], planOf());
    expect(tally.rows).to.deep.equal(classes({ total: 3, clean: 1, empty: 2 }));
    expect(tally.problems).to.deep.equal([]);
  });
  it('a row with nothing in any mapped column is named', () => {
    const tally = checkRows([[' ', 'Ann', ''], ['', '', ''], [' ']], planOf({ columns: [KEY, AMOUNT] }));
    expect(tally.rows).to.deep.equal(classes({ total: 3, empty: 3 }));
    expect(tally.problems).to.have.length(1);
    expect(find(tally, 'row-empty')).to.deep.include({ severity: 'warning', column: null, rows: [2, 3, 4] });
  });
  it('an empty row is not asked for identifiers or required values', () => {
    const tally = checkRows([['', '', '']], planOf({ operation: 'UPDATE', required: [[0]] }));
    expect(tally.problems.map(({ code }) => code)).to.deep.equal(['row-empty']);
  });
});

describe('ragged rows', () => {
  it('a short row is taken as if filled up', () => {
    const tally = checkRows([['ann@example.com']], planOf());
    expect(tally.rows).to.deep.equal(classes({ total: 1, clean: 1 }));
    expect(find(tally, 'row-too-short')).to.deep.include({ severity: 'warning', effect: 'none', rows: [2] });
  });
  it('extra cells that are empty cost nothing', () => {
    const tally = checkRows([['ann@example.com', '', '', ' ', '']], planOf());
    expect(tally.rows).to.deep.equal(classes({ total: 1, clean: 1 }));
    expect(find(tally, 'row-too-long')).to.include({ severity: 'warning', effect: 'none', column: null });
  });
  it('an extra cell that holds something is lost', () => {
    const rows = [
      ['ann@example.com', '', '', ''],
      ['bo@example.com', '', '', '', 'lost'],
      ['cy@example.com', '', '', ''],
    ];
    const tally = checkRows(rows, planOf());
    expect(tally.rows).to.deep.equal(classes({ total: 3, clean: 2, losing: 1 }));
    expect(find(tally, 'row-too-long')).to.deep.include({
      severity: 'error',
      effect: 'value',
      rows: [2, 3, 4],
      values: [{ value: 'lost', count: 1, row: 3 }],
    });
  });
});

describe('identifiers that repeat', () => {
  const twice = [
    ['Ann@example.com', '', ''],
    ['bo@example.com', '', ''],
    [' ann@EXAMPLE.com', '', ''],
    ['ANN@example.com', '', ''],
  ];

  it('name the first row and those that repeat it, in any case', () => {
    const tally = checkRows(twice, planOf());
    expect(tally.rows).to.deep.equal(classes({ total: 4, clean: 2, repeated: 2 }));
    expect(find(tally, 'identifier-repeated')).to.deep.equal({
      code: 'identifier-repeated',
      severity: 'warning',
      effect: 'merge',
      column: 0,
      count: 3,
      rows: [2, 4, 5],
      values: [{ value: 'ann@example.com', count: 3, row: 2 }],
      moreValues: false,
    });
  });
  it('are refused when records are only created', () => {
    const tally = checkRows(twice, planOf({ operation: 'CREATE' }));
    expect(tally.rows).to.deep.equal(classes({ total: 4, clean: 2, refused: 2 }));
    expect(find(tally, 'identifier-repeated')).to.include({ severity: 'error', effect: 'row' });
  });
  it('merge when records are only updated', () => {
    expect(checkRows(twice, planOf({ operation: 'UPDATE' })).rows.repeated).to.equal(2);
  });
  it('are compared as domains where they are domains', () => {
    const plan = planOf({ columns: [rule(0, 'domain', { uniqueness: 'identifier' })] });
    const tally = checkRows(
      [
        ['https://www.Acme.com/about', '', ''],
        ['acme.com', '', ''],
      ],
      plan,
    );
    expect(find(tally, 'identifier-repeated')?.rows).to.deep.equal([2, 3]);
  });
  it('are compared exactly where they are texts', () => {
    const plan = planOf({ columns: [rule(0, 'text', { uniqueness: 'identifier' })] });
    const tally = checkRows(
      [
        ['sku-1', '', ''],
        ['SKU-1', '', ''],
        [' sku-1 ', '', ''],
      ],
      plan,
    );
    expect(find(tally, 'identifier-repeated')?.rows).to.deep.equal([2, 4]);
  });
  it('are not compared when they are wrong or missing', () => {
    const tally = checkRows(
      [
        ['ann', 'x', ''],
        ['ann', 'x', ''],
        ['', 'x', ''],
        ['', 'x', ''],
      ],
      planOf(),
    );
    expect(find(tally, 'identifier-repeated')).to.equal(undefined);
  });
  it('list the first 200 rows even when a first row is found late', () => {
    const address = (index: number): string[] => [`a${index}@example.com`, '', ''];
    const rows = [...Array.from({ length: 150 }, (_, index) => address(index))];
    const tally = checkRows([...rows, ...rows.toReversed()], planOf());
    const group = find(tally, 'identifier-repeated');
    expect(group?.count).to.equal(300);
    expect(group?.rows).to.deep.equal(Array.from({ length: 200 }, (_, index) => index + FIRST_ROW));
  });
});

describe('other unique values that repeat', () => {
  const plan = planOf({ columns: [rule(1, 'text', { uniqueness: 'unique' }), KEY] });

  it('cost the row that repeats them', () => {
    const tally = checkRows(
      [
        ['a@example.com', 'T1', ''],
        ['b@example.com', 'T1', ''],
      ],
      plan,
    );
    expect(tally.rows).to.deep.equal(classes({ total: 2, clean: 1, refused: 1 }));
    expect(find(tally, 'unique-repeated')).to.deep.include({ effect: 'row', column: 1, rows: [2, 3] });
  });
  it('may repeat in rows that are the same record', () => {
    const tally = checkRows(
      [
        ['a@example.com', 'T1', ''],
        ['a@example.com', 'T1', ''],
      ],
      plan,
    );
    expect(tally.rows).to.deep.equal(classes({ total: 2, clean: 1, repeated: 1 }));
  });
  it('are free again when their row is refused for its identifier', () => {
    const tally = checkRows(
      [
        ['ann', 'T1', ''],
        ['b@example.com', 'T1', ''],
      ],
      plan,
    );
    expect(tally.rows).to.deep.equal(classes({ total: 2, clean: 1, refused: 1 }));
  });
  it('are remembered from a row that merges', () => {
    const rows = [
      ['a@example.com', 'T1', ''],
      ['a@example.com', 'T2', ''],
      ['b@example.com', 'T2', ''],
    ];
    expect(find(checkRows(rows, plan), 'unique-repeated')?.rows).to.deep.equal([3, 4]);
  });
});

describe('values that may not be missing', () => {
  it('updating refuses a row without its identifier', () => {
    const tally = checkRows([['', 'Ann', '']], planOf({ operation: 'UPDATE' }));
    expect(tally.rows).to.deep.equal(classes({ total: 1, refused: 1 }));
    expect(find(tally, 'identifier-missing')).to.include({ effect: 'row', column: 0 });
  });
  it('updating is content with any one of several identifiers', () => {
    const id = rule(1, 'record-id', { uniqueness: 'identifier' });
    const plan = planOf({ operation: 'UPDATE', columns: [KEY, id, AMOUNT] });
    const tally = checkRows(
      [
        ['a@example.com', '', '1'],
        ['', '12', '1'],
        ['', '', '1'],
      ],
      plan,
    );
    expect(tally.rows).to.deep.equal(classes({ total: 3, clean: 2, refused: 1 }));
    expect(find(tally, 'identifier-missing')).to.deep.include({ column: null, rows: [4] });
  });
  it('creating needs one filled column of every group', () => {
    const plan = planOf({ operation: 'CREATE', required: [[0, 1], [2]] });
    const tally = checkRows(
      [
        ['', 'Ann', '1'],
        ['', '', '1'],
        ['a@example.com', '', ''],
      ],
      plan,
    );
    expect(tally.rows).to.deep.equal(classes({ total: 3, clean: 1, refused: 2 }));
    const missing = tally.problems.filter(({ code }) => code === 'required-missing');
    expect(missing.map(({ column, rows }) => ({ column, rows }))).to.deep.equal([
      { column: 0, rows: [3] },
      { column: 2, rows: [4] },
    ]);
  });
  it('updating asks for no required value', () => {
    const plan = planOf({ operation: 'UPDATE', required: [[1], [2]] });
    expect(checkRows([['a@example.com', '', '']], plan).rows.clean).to.equal(1);
  });
  it('a row with a record id is an update', () => {
    const id = rule(0, 'record-id', { uniqueness: 'identifier' });
    const plan = planOf({ columns: [id, NAME, AMOUNT], required: [[1]] });
    const tally = checkRows(
      [
        ['12', '', '1'],
        ['', '', '1'],
      ],
      plan,
    );
    expect(find(tally, 'required-missing')?.rows).to.deep.equal([3]);
  });
  it('a wrong value in the only required column costs the row, and is said once', () => {
    const tally = checkRows([['', 'Deal', 'x']], planOf({ required: [[2]] }));
    expect(tally.rows.refused).to.equal(1);
    expect(tally.problems.map(({ code, effect }) => [code, effect])).to.deep.equal([
      ['number-invalid', 'row'],
    ]);
  });
  it('a wrong value does not answer for a group', () => {
    const tally = checkRows([['', '', 'x']], planOf({ required: [[1, 2]] }));
    expect(tally.rows.refused).to.equal(1);
    expect(find(tally, 'required-missing')).to.deep.include({ column: 1, rows: [2] });
  });
  it('two groups that begin with one column count a row once', () => {
    const tally = checkRows([['a@example.com', '', '']], planOf({ required: [[1], [1, 2]] }));
    expect(find(tally, 'required-missing')?.count).to.equal(1);
  });
});

describe('several objects in a row', () => {
  const company = (column: number, kind: ColumnRule['kind'], more: Partial<ColumnRule> = {}): ColumnRule =>
    rule(column, kind, { objectTypeId: '0-2', ...more });
  const plan = planOf({
    columns: [KEY, NAME, company(2, 'domain', { uniqueness: 'key' }), company(3, 'number')],
    columnCount: 4,
    objects: [
      { objectTypeId: '0-1', operation: 'UPSERT', required: [[0, 1]] },
      { objectTypeId: '0-2', operation: 'UPDATE', required: [] },
    ],
  });

  it('are asked only where one of their columns is filled', () => {
    const tally = checkRows(
      [
        ['a@x.co', '', '', ''],
        ['', '', 'acme.com', '5'],
        ['b@x.co', '', '', '5'],
        ['', '', '', ''],
      ],
      plan,
    );
    expect(tally.rows).to.deep.equal(classes({ total: 4, clean: 2, refused: 1, empty: 1 }));
    expect(tally.problems.map(({ code, column, rows }) => [code, column, rows])).to.deep.equal([
      ['identifier-missing', 2, [4]],
      ['row-empty', null, [5]],
    ]);
  });
  it('a key may repeat, and a wrong one costs the row', () => {
    const rows = [
      ['a@x.co', '', 'acme.com', ''],
      ['b@x.co', '', 'acme.com', ''],
      ['c@x.co', '', 'acme', ''],
    ];
    const tally = checkRows(rows, plan);
    expect(tally.rows).to.deep.equal(classes({ total: 3, clean: 2, refused: 1 }));
    expect(tally.problems.map(({ code, effect }) => [code, effect])).to.deep.equal([
      ['domain-invalid', 'row'],
    ]);
  });
  it('stand or fall each for itself, and the row is in the worst class', () => {
    const both = {
      ...plan,
      columns: [KEY, company(1, 'text', { uniqueness: 'unique' })],
    };
    const tally = checkRows(
      [
        ['bad', 'T1', '', ''],
        ['a@x.co', 'T1', '', ''],
      ],
      { ...both, objects: plan.objects.map((object) => ({ ...object, operation: 'UPSERT', required: [] })) },
    );
    // The company of the first row was written although its contact was not.
    expect(find(tally, 'unique-repeated')?.rows).to.deep.equal([2, 3]);
    expect(tally.rows).to.deep.equal(classes({ total: 2, refused: 2 }));
  });
  it('that lack one of several identifiers are one problem of the row', () => {
    const ids = [
      rule(0, 'email', { uniqueness: 'identifier' }),
      rule(1, 'record-id', { uniqueness: 'identifier' }),
      rule(2, 'text'),
      company(3, 'domain', { uniqueness: 'identifier' }),
      company(4, 'record-id', { uniqueness: 'identifier' }),
      company(5, 'text'),
    ];
    const tally = checkRows([['', '', 'x', '', '', 'y']], {
      ...plan,
      columns: ids,
      columnCount: 6,
      objects: plan.objects.map((object) => ({ ...object, operation: 'UPDATE' })),
    });
    expect(tally.problems.map(({ code, column, count }) => [code, column, count])).to.deep.equal([
      ['identifier-missing', null, 1],
    ]);
  });
});

describe('what the person changed', () => {
  it('is what is checked: the edit of a cell before the replacement of its value', () => {
    const changes: Changes = {
      values: { 2: { many: '3', '': '0' } },
      cells: { 3: { 2: 'more' } },
      leftOut: [],
      only: null,
    };
    const rows = [
      ['a@example.com', '', 'many'],
      ['b@example.com', '', 'many'],
      ['c@example.com', '', ''],
    ];
    const tally = checkRows(rows, planOf(), changes);
    expect(tally.columns[2]).to.include({ filled: 3, empty: 0 });
    expect(find(tally, 'number-invalid')).to.deep.include({
      rows: [3],
      values: [{ value: 'many', count: 1, row: 3 }],
    });
  });
  it('fills up a short row and a blank line', () => {
    const changes: Changes = {
      values: {},
      cells: { 2: { 0: 'a@example.com' }, 3: { 1: 'Ann' } },
      leftOut: [],
      only: null,
    };
    const tally = checkRows([null, ['b@example.com']], planOf(), changes);
    expect(tally.rows).to.deep.equal(classes({ total: 2, clean: 2 }));
    expect(tally.columns[1]?.filled).to.equal(1);
  });
  it('leaves rows out, with all that is wrong in them', () => {
    const rows = [
      ['ann', '', ''],
      ['a@example.com', '', ''],
      ['a@example.com', '', ''],
    ];
    const tally = checkRows(rows, planOf(), { ...NO_CHANGES, leftOut: [2, 4] });
    expect(tally.rows).to.deep.equal(classes({ total: 3, clean: 1, leftOut: 2 }));
    expect(tally.problems).to.deep.equal([]);
    expect(tally.columns[0]?.filled).to.equal(1);
  });
  it('passes over rows that the import is not about: they are counted nowhere', () => {
    const rows = [
      ['ann', '', ''],
      ['a@example.com', '', ''],
      null,
      ['a@example.com', '', ''],
      ['bob', '', ''],
    ];
    const tally = checkRows(rows, planOf(), { ...NO_CHANGES, only: toRowSet([3, 6, 99]), leftOut: [2] });
    expect(tally.rows).to.deep.equal(classes({ total: 2, clean: 1, refused: 1 }));
    expect(find(tally, 'email-invalid')?.rows).to.deep.equal([6]);
  });
  it('treats a cell named like a part of the language as any other', () => {
    const changes: Changes = { ...NO_CHANGES, values: { 1: { a: 'b' } } };
    const plan = planOf({ columns: [rule(1, 'number')] });
    const group = find(
      checkRows(
        [
          ['', 'constructor', ''],
          ['', '__proto__', ''],
        ],
        plan,
        changes,
      ),
      'number-invalid',
    );
    expect(group?.values.map(({ value }) => value)).to.deep.equal(['constructor', '__proto__']);
  });
});

describe('dates in a check', () => {
  const plan = planOf({ columns: [rule(0, 'date'), rule(1, 'datetime'), NAME] });

  it('gather how they are written, per column', () => {
    const rows = [
      ['31/12/2025', '2025-12-31 10:00', ''],
      ['03/04/2025', '', ''],
      ['31/12/2025', '', ''],
    ];
    const [date, datetime, name] = checkRows(rows, {
      ...plan,
      columns: [...plan.columns.slice(0, 2), AMOUNT],
    }).columns;
    expect(date?.dates).to.deep.equal({
      dayFirst: 2,
      monthFirst: 0,
      yearFirst: 0,
      either: 1,
      example: '03/04/2025',
    });
    expect(datetime?.dates?.yearFirst).to.equal(1);
    expect(name?.dates).to.equal(null);
  });
  it('are fine in any order until one is decided', () => {
    const rows = [
      ['31/12/2025', '', ''],
      ['12/31/2025', '', ''],
      ['31/31/2025', '', ''],
    ];
    expect(find(checkRows(rows, plan), 'date-invalid')?.rows).to.deep.equal([4]);
    expect(
      find(checkRows(rows, { ...plan, dateFormat: 'MONTH_DAY_YEAR' }), 'date-invalid')?.rows,
    ).to.deep.equal([2, 4]);
  });
  it('give the same answer for a value however often and after however many others it comes', () => {
    const day = (index: number): string => `${(index % 28) + 1}/${(index % 13) + 1}/${1000 + (index % 2000)}`;
    const rows = Array.from({ length: 20_000 }, (_, index) => [day(index), '', '']);
    const tally = checkRows(rows, { ...plan, dateFormat: 'DAY_MONTH_YEAR', maxRows: 20_000 });
    expect(find(tally, 'date-invalid')?.count).to.equal(rows.filter((_, index) => index % 13 === 12).length);
  });
});

describe('every row is in one class', () => {
  const cell = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...values);
  const row: fc.Arbitrary<Row> = fc.oneof(
    {
      weight: 20,
      arbitrary: fc.tuple(cell('a@x.co', 'A@x.co', 'b@x.co', 'bad'), cell('n'), cell('1', '1,5', '2')),
    },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: fc.tuple(cell('a@x.co', 'c@x.co')) },
    { weight: 2, arbitrary: fc.tuple(cell('d@x.co', 'bad'), cell('n'), cell('1'), cell('more', ' ')) },
  );
  const operations = fc.constantFrom<Operation>('CREATE', 'UPDATE', 'UPSERT');

  /** The same rules once more, row by row with the whole file at hand, as slow and plain as can be. */
  const classOf = (
    rows: readonly Row[],
    index: number,
    leftOut: readonly number[],
    operation: Operation,
  ): keyof RowCounts => {
    const isOut = (at: number): boolean => leftOut.includes(at + FIRST_ROW);
    if (isOut(index)) return 'leftOut';
    const cells = rows[index] ?? null;
    if (cells === null) return 'empty';
    const [email = '', name = '', amount = '', extra = ''] = cells;
    if (email + name + amount === '') return 'empty';
    const isNumber = amount === '' || /^\d+$/.test(amount);
    const isRepeated =
      email !== '' &&
      rows.some(
        (other, at) => at < index && !isOut(at) && (other?.[0] ?? '').toLowerCase() === email.toLowerCase(),
      );
    if (email === 'bad') return 'refused';
    if (operation === 'UPDATE' && email === '') return 'refused';
    if (operation !== 'UPDATE' && email === '' && name === '') return 'refused';
    if (isRepeated) return operation === 'CREATE' ? 'refused' : 'repeated';
    return isNumber && extra.trim() === '' ? 'clean' : 'losing';
  };

  it('as a plain reading of the rules says, and the classes add up to the rows of the file', () => {
    const rows = fc.array(row, { maxLength: 60 });
    const leftOut = fc.array(fc.integer({ min: FIRST_ROW, max: 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, leftOut, operations, (file, out, chosen) => {
        const plan = planOf({ operation: chosen, required: [[0, 1]] });
        const expected = { ...classes({ total: file.length }) } as Record<keyof RowCounts, number>;
        file.forEach((_, index) => (expected[classOf(file, index, out, chosen)] += 1));
        const { total, ...found } = checkRows(file, plan, { ...NO_CHANGES, leftOut: out }).rows;
        expect({ total, ...found }).to.deep.equal(expected);
        expect(Object.values(found).reduce((sum, count) => sum + count, 0)).to.equal(total);
      }),
      { numRuns: 300 },
    );
  });
});
