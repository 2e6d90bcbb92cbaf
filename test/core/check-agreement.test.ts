import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createDraw, type Draw } from '../../demo/samples/people.js';
import { createBatchSplitter } from '../../src/core/batch-splitter.js';
import { type Changes, NO_CHANGES } from '../../src/core/changes.js';
import { createCheck } from '../../src/core/check.js';
import { meetNeeds } from '../../src/core/check-needs.js';
import { createColumnFacts } from '../../src/core/column-facts.js';
import { createFileFacts, type FileFacts, learnRows, sealRows } from '../../src/core/file-facts.js';
import type { Owner, PropertyOption } from '../../src/core/hubspot.js';
import type { CheckPlan, ColumnRule, ObjectRule, ValueKind } from '../../src/core/plan.js';
import { toRowSet } from '../../src/core/row-set.js';
import type { Tally } from '../../src/core/problems.js';
import type { RowCells } from '../../src/core/rows.js';
import { createRowSplitter } from '../../src/core/row-splitter.js';
import { checkAgain, FIRST_ROW } from './learn.js';
import { createPlainCheck } from './plain-check.js';

const COLUMNS = 4;
const DIALECT = { delimiter: ',', quote: '"', newline: '\n' } as const;

function eachRow(csv: Uint8Array, onRow: (row: RowCells) => void): void {
  const splitter = createRowSplitter(DIALECT, onRow, { row: FIRST_ROW, offset: 1 });
  splitter.push(csv);
  splitter.end();
}

function plainTally(csv: Uint8Array, plan: CheckPlan, changes: Changes): Tally {
  const check = createPlainCheck(plan, changes);
  eachRow(csv, (row) => check.row(row));
  return check.tally();
}

/** Facts that keep very few values, so that crowds come about in short files. */
function learn(
  csv: Uint8Array,
  plan: CheckPlan,
  changes: Changes,
  bound: number,
  keepsAll: boolean,
): FileFacts {
  const facts: FileFacts = {
    ...createFileFacts(FIRST_ROW, COLUMNS),
    mayKeepAll: () => keepsAll,
    columns: Array.from({ length: COLUMNS }, () => createColumnFacts(bound)),
    surplus: createColumnFacts(bound),
  };
  expect(meetNeeds(facts, plan, changes, false), 'new facts meet any needs').to.equal(true);
  const splitter = createBatchSplitter(DIALECT, (rows) => learnRows(facts, rows), {
    row: FIRST_ROW,
    offset: 1,
  });
  splitter.push(csv);
  splitter.end();
  sealRows(facts);
  return facts;
}

function tallyOf(facts: FileFacts, plan: CheckPlan, changes: Changes): Tally {
  const check = createCheck(facts, plan, changes);
  while (check.advance(1));
  expect(check.isExact(), 'what is read for a plan answers it').to.equal(true);
  return check.tally();
}

const option = (label: string, value: string): PropertyOption => ({ label, value, hidden: false });
const OPTIONS = [
  option('Lead', 'lead'),
  option('Won', 'w1'),
  option('won', 'w2'),
  option('Twin', 't1'),
  option('Twin', 't2'),
];
const OWNERS: readonly Owner[] = [
  { id: '11', email: 'ann@x.co', firstName: 'Ann', lastName: 'Lee' },
  { id: '12', email: 'bo@x.co', firstName: 'Bo', lastName: 'Ek' },
  { id: '13', email: 'bo2@x.co', firstName: 'Bo', lastName: 'Ek' },
];
const KINDS: readonly [ValueKind, ...ValueKind[]] = [
  'text',
  ...(['email', 'domain', 'url', 'phone', 'number', 'boolean', 'record-id', 'date', 'datetime'] as const),
  ...(['option', 'options', 'owner', 'labels', 'keys'] as const),
];
const FORMATS = [null, 'DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'] as const;
const UNIQUENESS = ['none', 'none', 'none', 'identifier', 'unique', 'key'] as const;
const OPERATIONS = ['UPSERT', 'CREATE', 'UPDATE'] as const;
const KEY_KINDS = ['email', 'domain', 'record-id', 'text'] as const;

function drawPlan(draw: Draw): CheckPlan {
  const columns = Array.from({ length: COLUMNS }, (_, column): ColumnRule => ({
    column,
    objectTypeId: draw.number(4) === 0 ? '0-2' : '0-1',
    property: `p${column}`,
    kind: draw.one(KINDS),
    keyKind: draw.one(KEY_KINDS),
    uniqueness: draw.one(UNIQUENESS),
    options: draw.number(4) === 0 ? [] : OPTIONS,
  })).filter(() => draw.number(5) > 0);
  const someColumns = (): number[] => [draw.number(COLUMNS), draw.number(COLUMNS)].slice(draw.number(2));
  const objects = ['0-1', '0-2'].map((objectTypeId): ObjectRule => ({
    objectTypeId,
    operation: draw.one(OPERATIONS),
    required: Array.from({ length: draw.number(3) }, someColumns),
  }));
  return {
    columns,
    objects,
    columnCount: COLUMNS,
    dateFormat: draw.one(FORMATS),
    owners: draw.number(4) === 0 ? null : OWNERS,
    maxRows: Infinity,
  };
}

/** Values that are few, and values that hardly repeat, of every kind. */
const FEW = [
  ...[
    'ann@x.co',
    'ANN@x.co',
    ' ann@X.co ',
    'Ann Lee',
    'bo ek',
    'Lead',
    'LEAD',
    'lead;won',
    'Won',
    'Twin',
    ';',
    '11',
    '007',
    '1,5',
  ],
  ...[
    'acme.com',
    'https://www.Acme.com/x',
    'www.acme.com',
    '31/12/2025',
    '03/04/2025',
    '04/04/2025',
    '2025-12-31',
    '31 Dec 2025',
  ],
  ...[
    '2025-12-31 10:00',
    '1735603200000',
    'yes',
    'No',
    '+33 1 23 45 67 89',
    ' ',
    '\u00a0',
    'Zoë',
    'n/a',
    '日本',
    '\ufffd',
    '__proto__',
  ],
  ...[
    'constructor',
    '"quoted"',
    'two\nlines',
    'x'.repeat(200),
    'x'.repeat(201),
    `${'x'.repeat(200)}y`,
    `${'é'.repeat(199)}😀z`,
  ],
] as const;
const MANY: readonly ((n: number) => string)[] = [
  (n) => `p${n}@x.co`,
  (n) => `P${n}@X.co`,
  (n) => `word ${n}`,
  (n) => `wört${n}`,
  (n) => String(n),
  (n) => `${n}.5`,
  (n) => `d${n}.example.com`,
  (n) => `+49 30 ${100_000 + n}`,
  (n) => `${(n % 28) + 1}/${(n % 12) + 1}/${1990 + (n % 40)}`,
  (n) => `${1990 + (n % 40)}-${(n % 12) + 1}-${(n % 28) + 1} ${n % 24}:00`,
  (n) => `${'long '.repeat(41)}${n}`,
  (n) => `opt${n}`,
  (n) => `m\ufffd${n}`,
];

type Pair = readonly [(n: number) => string, (n: number) => string];

/** A column is mostly of one kind, with some of another and of anything. */
function drawCell(draw: Draw, kinds: Pair, spread: number): string {
  const dice = draw.number(20);
  if (dice < 2) return '';
  if (dice < 4) return draw.one(FEW);
  return kinds[dice < 17 ? 0 : 1](draw.number(spread));
}

const NO_UTF8: readonly [number[], ...number[][]] = [[0xff], [0xc3], [0xe2, 0x80], [0x80, 0x61]];

function drawFile(draw: Draw, rows: number, spread: number): Uint8Array {
  const one = (): ((n: number) => string) => MANY[draw.number(MANY.length)] ?? String;
  const kinds = Array.from({ length: COLUMNS }, (): Pair => [one(), one()]);
  const encoder = new TextEncoder();
  const bytes: number[] = [];
  for (let row = 0; row < rows; row++) {
    const shape = draw.number(40);
    const width =
      shape === 0 ? 0 : COLUMNS + (shape === 1 ? -1 : 0) + (shape === 2 ? 1 : 0) + (shape === 3 ? 2 : 0);
    for (let cell = 0; cell < width; cell++) {
      if (cell > 0) bytes.push(44);
      const text =
        cell < COLUMNS
          ? drawCell(draw, kinds[cell] ?? [String, String], spread)
          : draw.one(['', ' ', 'more', 'x']);
      const isQuoted = /[",\n]/.test(text) || draw.number(6) === 0;
      bytes.push(...encoder.encode(isQuoted ? `"${text.replaceAll('"', '""')}"` : text));
      if (!isQuoted && draw.number(60) === 0) bytes.push(...draw.one(NO_UTF8));
    }
    bytes.push(10);
  }
  return Uint8Array.from(bytes);
}

function drawChanges(draw: Draw, rows: number): Changes {
  const cells: Record<number, Record<number, string>> = {};
  for (let n = draw.number(4); n > 0; n--) {
    cells[FIRST_ROW + draw.number(rows + 2)] = {
      [draw.number(COLUMNS)]: draw.number(3) === 0 ? `new${n}@x.co` : draw.one(FEW),
    };
  }
  const values: Record<number, Record<string, string>> = {};
  for (let n = draw.number(4); n > 0; n--) {
    const from = draw.number(3) === 0 ? `p${n}@x.co` : draw.one(FEW);
    values[draw.number(COLUMNS)] = Object.fromEntries(
      [
        [from, draw.one(FEW)],
        ['', draw.one(FEW)],
      ].slice(draw.number(2)),
    );
  }
  const leftOut = Array.from({ length: draw.number(5) }, () => FIRST_ROW + draw.number(rows));
  const some = Array.from({ length: draw.number(rows + 1) }, () => FIRST_ROW + draw.number(rows));
  const only = draw.number(4) === 0 ? toRowSet(some) : null;
  return draw.number(3) === 0 ? NO_CHANGES : { cells, values, leftOut, only };
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe('the check of bytes', () => {
  it('agrees with the plain check on any short file, plan and correction', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 30 }), (seed, rows) => {
        const draw = createDraw(seed);
        const csv = drawFile(draw, rows, 6);
        const plan = drawPlan(draw);
        const changes = drawChanges(draw, rows);
        expect(tallyOf(learn(csv, plan, changes, 3, false), plan, changes)).to.deep.equal(
          plainTally(csv, plan, changes),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it('agrees with it when a column has more values than are kept', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, keepsAll) => {
        const draw = createDraw(seed);
        const rows = 300 + draw.number(700);
        const csv = drawFile(draw, rows, draw.one([20, 120, 400, 5_000]));
        const plan = drawPlan(draw);
        const changes = drawChanges(draw, rows);
        expect(tallyOf(learn(csv, plan, changes, 3, keepsAll), plan, changes)).to.deep.equal(
          plainTally(csv, plan, changes),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('over several blocks of rows', () => {
    const draw = createDraw(7);
    const csv = drawFile(draw, 10_000, 3_000);
    for (let n = 0; n < 4; n++) {
      const plan = drawPlan(draw);
      const changes = drawChanges(draw, 10_000);
      expect(tallyOf(learn(csv, plan, changes, 50, n % 2 === 0), plan, changes)).to.deep.equal(
        plainTally(csv, plan, changes),
      );
    }
  });
});

describe('what was learned', () => {
  it('answers another plan and other corrections as a reading of their own would, or says that it cannot', () => {
    let asked = 0;
    let answered = 0;
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, keepsAll) => {
        const draw = createDraw(seed);
        const rows = 10 + draw.number(400);
        const csv = drawFile(draw, rows, draw.one([5, 150, 2_000]));
        const facts = learn(csv, drawPlan(draw), drawChanges(draw, rows), 40, keepsAll);
        for (let n = 0; n < 6; n++) {
          const plan = drawPlan(draw);
          const changes = drawChanges(draw, rows);
          const tally = checkAgain(facts, plan, changes);
          asked++;
          if (tally === null) continue;
          answered++;
          expect(tally).to.deep.equal(plainTally(csv, plan, changes));
        }
      }),
      { numRuns: 120 },
    );
    expect(answered, 'not a few plans').to.be.above(asked / 5);
  });
});
