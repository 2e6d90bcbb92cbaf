import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Papa from 'papaparse';
import { writeCsv } from '../../src/core/write.js';

describe('writeCsv', () => {
  const CASES: readonly (readonly [string, string[][], string])[] = [
    [
      'plain cells stay plain',
      [
        ['a', 'b'],
        ['1', ''],
      ],
      'a,b\r\n1,\r\n',
    ],
    [
      'delimiters, quotes and newlines are quoted',
      [['a,b', 'say "hi"', 'x\ny']],
      '"a,b","say ""hi""","x\ny"\r\n',
    ],
    ['one empty cell is no blank line', [['Email'], [''], ['a@x.com']], 'Email\r\n""\r\na@x.com\r\n'],
    ['formulas are left alone', [['=1+1', '+33 1', '-5', '@x']], '=1+1,+33 1,-5,@x\r\n'],
    ['no rows are no text', [], ''],
  ];
  for (const [title, rows, csv] of CASES) {
    it(title, () => expect(writeCsv(rows)).to.equal(csv));
  }

  it('cells that a spreadsheet would run get an apostrophe in a file that is only read', () => {
    const rows = [['=HYPERLINK("x")', '+1', '-1', '@a', '\tx', '\rx', 'a=b', '']];
    expect(
      Papa.parse<string[]>(writeCsv(rows, { neutralise: true }), { newline: '\r\n' }).data[0],
    ).to.deep.equal(['\'=HYPERLINK("x")', "'+1", "'-1", "'@a", "'\tx", "'\rx", 'a=b', '']);
  });

  it('papaparse reads back what was written', () => {
    const cells = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', ';', "'"),
      maxLength: 6,
    });
    const tables = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tables, (rows) => {
        const { data, errors } = Papa.parse<string[]>(writeCsv(rows), { delimiter: ',', newline: '\r\n' });
        expect(data.slice(0, -1)).to.deep.equal(rows);
        expect(errors).to.deep.equal([]);
      }),
    );
  });
});
