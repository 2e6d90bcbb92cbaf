import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import writeXlsx, { type Cell } from 'write-excel-file/node';
import { importFiles, kindsOf, openStandIn, startFiles } from './calls.js';
import { key, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const COLUMNS = [
  MAIL,
  value('0-1', 'Born', 'birthday'),
  value('0-1', 'Seen', 'last_visit'),
  value('0-1', 'Points', 'loyalty_points'),
  value('0-1', 'News', 'newsletter_opt_in'),
];
const HEADER = COLUMNS.map(({ columnName }) => String(columnName));
const day = (text: string): Cell => ({ value: new Date(text), type: Date, format: 'dd/mm/yyyy hh:mm' });

const workbook = async (rows: readonly Cell[][]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await writeXlsx([HEADER, ...rows]).toBuffer());
const send = async (
  content: string | Uint8Array<ArrayBuffer>,
  fileName = 'list.xlsx',
  fileFormat = 'SPREADSHEET',
  more = {},
) => {
  const standIn = openStandIn();
  const outcome = await importFiles(standIn, [{ fileName, fileFormat, content, columns: COLUMNS }], more);
  return { outcome, records: standIn.records('contacts').map(({ properties }) => properties) };
};

describe('a workbook', () => {
  for (const dateFormat of ['DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY']) {
    it(`has its dates, numbers and yes or no read, whatever the order of dates: ${dateFormat}`, async () => {
      const content = await workbook([
        ['ann@n.example', day('1979-12-31T00:00:00Z'), day('2026-07-01T10:30:00Z'), 12.5, true],
        ['bo@n.example', null, null, null, null],
      ]);
      const { outcome, records } = await send(content, 'list.xlsx', 'SPREADSHEET', { dateFormat });
      assert.deepEqual(outcome.errors, []);
      const [ann, bo] = records;
      assert.deepEqual(
        [ann?.birthday, ann?.last_visit, ann?.loyalty_points, ann?.newsletter_opt_in],
        ['1979-12-31', '2026-07-01T08:30:00.000Z', '12.5', 'true'],
      );
      assert.equal(bo?.birthday, undefined);
    });
  }

  it('counts lines as its sheet does', async () => {
    const content = await workbook([['ann@n.example'], [null, null], ['nobody', 'x']]);
    const { outcome } = await send(content);
    assert.deepEqual(kindsOf(outcome), [
      ['FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES', 3, undefined],
      ['INVALID_EMAIL', 4, 0],
    ]);
  });

  it('may have one sheet', async () => {
    const two = await writeXlsx([
      { data: [HEADER], sheet: 'One' },
      { data: [HEADER], sheet: 'Two' },
    ]).toBuffer();
    const { outcome } = await send(new Uint8Array(two));
    assert.deepEqual([outcome.state, kindsOf(outcome)], ['FAILED', [['INVALID_SHEET_COUNT', 0, undefined]]]);
  });

  const broken: readonly (readonly [
    title: string,
    fileName: string,
    format: string,
    content: string | Uint8Array<ArrayBuffer>,
    errorType: string,
  ])[] = [
    ['that is none', 'list.xlsx', 'SPREADSHEET', 'Mail\nann@n.example\n', 'INVALID_SPREADSHEET'],
    [
      'of Excel’s old kind cannot be read here',
      'list.xls',
      'SPREADSHEET',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'INVALID_SPREADSHEET',
    ],
    ['that is said to be CSV', 'list.xlsx', 'CSV', 'Mail\n', 'INVALID_SPREADSHEET'],
    ['that is a CSV file', 'list.csv', 'SPREADSHEET', 'Mail\n', 'INVALID_FILE_TYPE'],
  ];
  for (const [title, fileName, format, content, errorType] of broken) {
    it(`${title} fails the import`, async () => {
      const { outcome } = await send(content, fileName, format);
      assert.deepEqual([outcome.state, kindsOf(outcome)], ['FAILED', [[errorType, 0, undefined]]]);
    });
  }

  it('that can be read but is said to be CSV fails the import', async () => {
    const { outcome } = await send(await workbook([]), 'list.xlsx', 'CSV');
    assert.deepEqual(kindsOf(outcome), [['INVALID_FILE_TYPE', 0, undefined]]);
  });

  it('over a limit is refused with 429', async () => {
    const content = await workbook([['a@n.example'], ['b@n.example'], ['c@n.example']]);
    const files = [{ fileName: 'list.xlsx', fileFormat: 'SPREADSHEET', content, columns: COLUMNS }];
    for (const limits of [{ rows: 2 }, { bytes: content.length - 1 }]) {
      const standIn = openStandIn({ limits });
      assert.equal((await startFiles(standIn, files)).status, 429);
      assert.deepEqual(standIn.imports(), []);
    }
    assert.equal((await startFiles(openStandIn({ limits: { rows: 3 } }), files)).status, 200);
  });
});
