import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { Dialect } from '../../src/core/dialect.js';
import { type ErrorCode, ImporterError } from '../../src/core/errors.js';
import { PREVIEW_BYTES, PREVIEW_BYTES_LIMIT, previewFile, type Preview } from '../../src/core/preview.js';
import { createRowSplitter } from '../../src/core/row-splitter.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const preview = (text: string, given?: Partial<Dialect>): Preview => {
  const bytes = encode(text);
  return previewFile(bytes, true, { name: 'contacts.csv', bytes: bytes.length }, given);
};
/** The first bytes of a file, as the worker hands them in. */
const previewStart = (bytes: Uint8Array, length = PREVIEW_BYTES): Preview =>
  previewFile(bytes.subarray(0, length), length >= bytes.length, { name: 'big.csv', bytes: bytes.length });

function errorOf(run: () => unknown): ImporterError {
  try {
    run();
  } catch (error) {
    if (error instanceof ImporterError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('previewFile', () => {
  it('shows headers, rows and how the file is written', () => {
    const text = 'Name;Email\r\nÉlodie;e@x.com\r\n"Bob; Jr";b@x.com\r\n';
    expect(preview(text)).to.deep.equal({
      fileName: 'contacts.csv',
      bytes: encode(text).length,
      sheet: null,
      dialect: { encoding: 'utf-8', delimiter: ';', quote: '"', newline: '\r\n', headerRow: 1 },
      headers: ['Name', 'Email'],
      rawHeaders: ['Name', 'Email'],
      rows: [
        ['Élodie', 'e@x.com'],
        ['Bob; Jr', 'b@x.com'],
      ],
      rowNumbers: [2, 3],
      complete: true,
      lead: [
        ['Name', 'Email'],
        ['Élodie', 'e@x.com'],
        ['Bob; Jr', 'b@x.com'],
      ],
      estimatedRows: 2,
      needsMore: false,
    });
  });

  it('passes over blank lines and keeps the numbers a spreadsheet shows', () => {
    const shown = preview(lines('Name,Email', '', 'A,a@x.com', '', '"B\nb",b@x.com', 'C,c@x.com'));
    expect(shown.rows.map(([name]) => name)).to.deep.equal(['A', 'B\nb', 'C']);
    expect(shown.rowNumbers).to.deep.equal([3, 5, 6]);
    expect(shown.estimatedRows).to.equal(3);
  });

  it('shows titles above the header in the lead, not among the rows', () => {
    const shown = preview(lines('All contacts', '', 'Name,Email,City', 'A,a@x.com,Rome'));
    expect(shown.dialect.headerRow).to.equal(3);
    expect(shown.headers).to.deep.equal(['Name', 'Email', 'City']);
    expect(shown.rows).to.deep.equal([['A', 'a@x.com', 'Rome']]);
    expect(shown.rowNumbers).to.deep.equal([4]);
    expect(shown.lead).to.deep.equal([
      ['All contacts'],
      [''],
      ['Name', 'Email', 'City'],
      ['A', 'a@x.com', 'Rome'],
    ]);
  });

  it('names the columns of a file without a header row', () => {
    const shown = preview(lines('Ann,a@x.com', 'Bob,b@x.com,Oslo'));
    expect(shown.dialect.headerRow).to.equal(0);
    expect(shown.headers).to.deep.equal(['Column A', 'Column B', 'Column C']);
    expect(shown.rawHeaders).to.deep.equal(['', '', '']);
    expect(shown.rowNumbers).to.deep.equal([1, 2]);
  });

  it('takes the header row that the person names', () => {
    const shown = preview(lines('Name,Email', 'Ann,a@x.com', 'Bob,b@x.com'), { headerRow: 2 });
    expect(shown.headers).to.deep.equal(['Ann', 'a@x.com']);
    expect(shown.rows).to.deep.equal([['Bob', 'b@x.com']]);
  });

  it('reads a file again with another delimiter and encoding', () => {
    const bytes = Uint8Array.of(0x4e, 0x3b, 0x58, 0x0a, 0xe9, 0x3b, 0x31, 0x0a);
    const file = { name: 'a.csv', bytes: bytes.length };
    expect(previewFile(bytes, true, file).rows).to.deep.equal([['é', '1']]);
    expect(previewFile(bytes, true, file, { encoding: 'windows-1251' }).rows).to.deep.equal([['й', '1']]);
    expect(previewFile(bytes, true, file, { delimiter: ',' }).headers).to.deep.equal(['N;X']);
  });

  it('shows ragged rows as they are', () => {
    expect(preview(lines('A,B,C', '1,2,3', '4', '5,6,7,8')).rows).to.deep.equal([
      ['1', '2', '3'],
      ['4'],
      ['5', '6', '7', '8'],
    ]);
  });

  it('shows 50 rows of a large file, counts the others by estimate, and needs no more bytes', () => {
    const text = lines(
      'Name,Email',
      ...Array.from({ length: 20_000 }, (_, i) => `Name ${i},user${i}@example.com`),
    );
    const shown = previewStart(encode(text));
    expect(shown.rows.length).to.equal(50);
    expect(shown.complete).to.equal(false);
    expect(shown.needsMore).to.equal(false);
    expect(shown.estimatedRows).to.be.within(19_000, 22_000);
  });

  it('does not show a row that the end of the slice cuts', () => {
    const text = lines(
      'Name,Email',
      ...Array.from({ length: 30 }, (_, i) => `Zoé ${i},user${i}@example.com`),
    );
    const bytes = encode(text);
    const whole = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data.slice(1, -1);
    for (let length = 600; length < bytes.length; length++) {
      const { rows } = previewStart(bytes, length);
      expect(rows).to.deep.equal(whole.slice(0, rows.length));
    }
  });

  it('asks for more bytes until 20 rows are there', () => {
    const long = 'x'.repeat(10_000);
    const bytes = encode(lines('Name,Note', ...Array.from({ length: 40 }, (_, i) => `Name ${i},${long}`)));
    expect(previewStart(bytes)).to.include({ needsMore: true });
    expect(previewStart(bytes).rows.length).to.equal(6);
    expect(previewStart(bytes, PREVIEW_BYTES * 4)).to.include({ needsMore: false });
    expect(previewStart(bytes, bytes.length).rows.length).to.equal(40);
  });

  it('asks for more bytes while not even the header is there', () => {
    const bytes = encode(
      lines(Array.from({ length: 900 }, (_, i) => `A long header ${i}`.padEnd(100)).join(','), 'x'),
    );
    expect(previewStart(bytes)).to.deep.include({ needsMore: true, rows: [] });
    expect(previewStart(bytes, bytes.length).headers.length).to.equal(900);
  });

  it('keeps a renamed header apart from what the file says', () => {
    const shown = preview(lines('Email,,Email', 'a@x.com,1,b@x.com'));
    expect(shown.headers).to.deep.equal(['Email', 'Column B', 'Email (2)']);
    expect(shown.rawHeaders).to.deep.equal(['Email', '', 'Email']);
  });

  const wide = (columns: number): string =>
    lines(Array.from({ length: columns }, (_, i) => `H${i}`).join(','), 'x');
  const REFUSED: readonly (readonly [string, Uint8Array, ErrorCode, unknown])[] = [
    ['no bytes', new Uint8Array(0), 'file-empty', null],
    ['a byte order mark and blank lines', encode('\ufeff\r\n\r\n  \r\n'), 'file-empty', null],
    ['a header and nothing below', encode('Name,Email\n'), 'file-no-rows', null],
    ['a header and blank lines below', encode('Name,Email\r\n\r\n\r\n'), 'file-no-rows', null],
    ['1,000 columns', encode(wide(1000)), 'file-too-many-columns', { columns: 1000, limit: 999 }],
  ];
  for (const [title, bytes, code, detail] of REFUSED) {
    it(`${title}: ${code}`, () => {
      const error = errorOf(() => previewStart(bytes));
      expect(error.code).to.equal(code);
      expect(error.detail).to.deep.equal(detail);
    });
  }

  it('999 columns are fine', () => {
    expect(preview(wide(999)).headers.length).to.equal(999);
  });

  it('a first row that never ends is refused when the last slice is read', () => {
    const bytes = new Uint8Array(PREVIEW_BYTES_LIMIT + 1).fill(97);
    expect(previewStart(bytes).needsMore).to.equal(true);
    const error = errorOf(() => previewStart(bytes, PREVIEW_BYTES_LIMIT));
    expect(error.code).to.equal('csv-row-too-large');
    expect(error.detail).to.deep.equal({ row: 1, limitBytes: PREVIEW_BYTES_LIMIT });
  });

  it('shows the same rows as the pass over the whole file reads', () => {
    const parts = fc.constantFrom('a', 'é', '"', '"', ',', ',', ' ', '\n', '\r\n', '\r\n', '",', ',"', 'x\n');
    const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\r\n', headerRow: 0 } as const;
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 40 }), (found) => {
        const text = `first,row\r\n${found.join('')}`;
        const rows: string[][] = [];
        const splitter = createRowSplitter(dialect, (row) => {
          if (!row.blank) rows.push(Array.from({ length: row.count }, (_, cell) => row.text(cell)));
        });
        splitter.push(encode(text));
        splitter.end();
        expect(preview(text, dialect).rows).to.deep.equal(rows);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('previewFile, whatever the bytes', () => {
  it('shows a table whose headers are names, or says what is wrong with the file', () => {
    const bit = fc.constantFrom(
      'Name',
      '"',
      ',',
      ';',
      '\n',
      '\r\n',
      '\r',
      'é',
      '\0',
      ' ',
      '12',
      ',,',
      '\n\n',
      '"\n',
    );
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(bit, { maxLength: 80 }).map((bits) => new TextEncoder().encode(bits.join(''))),
    );
    const codes = new Set<string>();
    fc.assert(
      fc.property(bytes, fc.boolean(), (found, complete) => {
        try {
          const { headers, rows, rowNumbers } = previewFile(found, complete, { name: 'x.csv', bytes: 1000 });
          codes.add('shown');
          expect(headers.every((header) => header.trim() !== '')).to.equal(true);
          expect(new Set(headers).size).to.equal(headers.length);
          expect(rowNumbers).to.deep.equal(rowNumbers.toSorted((a, b) => a - b));
          expect(rowNumbers).to.have.lengthOf(rows.length);
        } catch (error) {
          if (!(error instanceof ImporterError)) throw error;
          codes.add(error.code);
        }
      }),
      { numRuns: 2000 },
    );
    expect([...codes]).to.include.members(['shown', 'file-empty', 'file-no-rows']);
  });
});
