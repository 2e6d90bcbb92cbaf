import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Papa from 'papaparse';
import type { Dialect } from '../../src/core/dialect.js';
import { ImporterError } from '../../src/core/errors.js';
import * as CELL_FLAGS from '../../src/core/cell-flags.js';
import type { RowCells, RowPlace, RowsEnd } from '../../src/core/rows.js';
import { createBatchSplitter } from '../../src/core/batch-splitter.js';
import { hashBytes } from '../../src/core/byte-words.js';
import { createRowSplitter } from '../../src/core/row-splitter.js';
import { ROW_BYTES_LIMIT } from '../../src/core/read-row.js';
import { createTranscoder } from '../../src/core/transcode.js';

const COMMA: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\n', headerRow: 1 };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

interface Read {
  readonly rows: string[][];
  readonly numbers: number[];
  readonly places: RowPlace[];
  readonly blank: number[];
  readonly quotes: string[];
  readonly end: RowsEnd;
}

const cellTexts = (row: RowCells): string[] => Array.from({ length: row.count }, (_, cell) => row.text(cell));

function readRows(chunks: readonly Uint8Array[], dialect: Dialect = COMMA, from?: RowPlace): Read {
  const read: Omit<Read, 'end'> = { rows: [], numbers: [], places: [], blank: [], quotes: [] };
  const onRow = (row: RowCells): void => {
    read.rows.push(cellTexts(row));
    read.numbers.push(row.row);
    read.places.push({ row: row.row, offset: row.offset });
    read.quotes.push(row.quotes);
    if (row.blank) read.blank.push(row.row);
  };
  const transcoder = createTranscoder(dialect.encoding);
  const splitter = createRowSplitter(dialect, onRow, from);
  for (const chunk of chunks) splitter.push(transcoder.push(chunk));
  splitter.push(transcoder.end());
  return { ...read, end: splitter.end() };
}

/** papaparse on the whole text; the empty row it adds after the last newline is no row of the file. */
function oracle(text: string, { delimiter, quote, newline }: Dialect): string[][] {
  const rows = Papa.parse<string[]>(text, {
    delimiter,
    quoteChar: quote,
    newline,
    skipEmptyLines: false,
  }).data;
  const last = rows.at(-1);
  if (last?.length === 1 && last[0] === '' && text.endsWith(newline)) rows.pop();
  return rows;
}

function cutAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, i) => bytes.slice(places[i], end));
}

describe('createRowSplitter', () => {
  const CASES: readonly (readonly [string, string, string[][], Partial<Dialect>?])[] = [
    [
      'cells are split at the delimiter',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'the last row needs no newline',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a delimiter at the end leaves an empty cell', 'a,', [['a', '']]],
    [
      'a quoted newline stays in its cell',
      '"a\nb",c\nd,e',
      [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    [
      'a quoted carriage return and newline stays in its cell',
      '"a\r\nb",c\r\n',
      [['a\r\nb', 'c']],
      { newline: '\r\n' },
    ],
    ['doubled quotes are one quote', '"say ""hi""",b', [['say "hi"', 'b']]],
    ['a quote inside an unquoted cell is text', '5" pipe,b', [['5" pipe', 'b']]],
    ['white space after a closing quote is dropped', '"a" \t,"b"  \nc', [['a', 'b'], ['c']]],
    ['a no-break space after a closing quote is dropped', '"a"\u00a0,b', [['a', 'b']]],
    ['a stray quote belongs to its cell', '"a"b",c', [['a"b', 'c']]],
    ['a quote that is never closed takes the rest as it stands', 'a,"b ""c""\nd', [['a', 'b ""c""\nd']]],
    ['a blank line is a row with one empty cell', 'a\n\nb', [['a'], [''], ['b']]],
    ['rows may have different numbers of cells', 'a,b,c\nd\n', [['a', 'b', 'c'], ['d']]],
    ['a byte order mark is no part of the first cell', '\ufeffa,b', [['a', 'b']]],
    ['a byte order mark later on is part of its cell', 'a,\ufeffb', [['a', '\ufeffb']]],
    [
      'rows end at both newlines in a mixed file',
      'a,b\r\nc,d\ne,"f"\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      { newline: '\r\n' },
    ],
    ['a lone carriage return is text in a file with newlines', 'a\rb,c\n', [['a\rb', 'c']]],
    [
      'rows end at carriage returns in a file with those',
      'a,b\rc,"d"\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      { newline: '\r' },
    ],
    [
      'a carriage return and newline is one end in a file with carriage returns',
      'a\rb\r\nc',
      [['a'], ['b'], ['c']],
      { newline: '\r' },
    ],
    [
      'tabs split cells and an apostrophe may quote',
      "a\t'b\tc'\n",
      [['a', 'b\tc']],
      { delimiter: '\t', quote: "'" },
    ],
    ['no bytes are no rows', '', []],
  ];
  for (const [title, text, rows, dialect] of CASES) {
    it(title, () => {
      const bytes = encode(text);
      expect(readRows([bytes], { ...COMMA, ...dialect }).rows).to.deep.equal(rows);
      const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
      expect(readRows(single, { ...COMMA, ...dialect }).rows, 'byte by byte').to.deep.equal(rows);
    });
  }

  it('rows are numbered as a spreadsheet numbers them, and blank ones are told', () => {
    const read = readRows([encode('name,text\n\na,"b\nc"\n""\nd,e')]);
    expect(read.numbers).to.deep.equal([1, 2, 3, 4, 5]);
    expect(read.blank).to.deep.equal([2, 4]);
    expect(read.end).to.deep.equal({ rows: 5, unbalancedQuoteRow: null });
  });

  it('the row whose quote is never closed is named', () => {
    const read = readRows([encode('a,b\nc,"d\ne,f\n')]);
    expect(read.end.unbalancedQuoteRow).to.equal(2);
    expect(read.quotes).to.deep.equal(['fine', 'unclosed']);
  });

  it('a row with a stray quote is told, the next one is not', () => {
    expect(readRows([encode('a\n"b"c",d\n"e"\n')]).quotes).to.deep.equal(['fine', 'stray', 'fine']);
  });

  it('cells give their bytes, and whether they stood in quotes', () => {
    const seen: unknown[] = [];
    const splitter = createRowSplitter(COMMA, (row) => {
      for (let cell = 0; cell < row.count; cell++) {
        const raw = new TextDecoder().decode(row.bytes.subarray(row.starts[cell], row.ends[cell]));
        seen.push([raw, ((row.flags[cell] ?? 0) & CELL_FLAGS.quoted) !== 0]);
      }
    });
    splitter.push(encode('plain,"quo""ted",""'));
    splitter.end();
    expect(seen).to.deep.equal([
      ['plain', false],
      ['quo""ted', true],
      ['', true],
    ]);
  });

  it('reading can go on from the offset of any row', () => {
    const bytes = encode('\ufeffname,text\nÉlodie,"b\nc"\n\n"d",é\n');
    const whole = readRows([bytes]);
    expect(whole.places[0]).to.deep.equal({ row: 1, offset: 3 });
    for (const [i, place] of whole.places.entries()) {
      const rest = readRows([bytes.subarray(place.offset)], COMMA, place);
      expect(rest.rows).to.deep.equal(whole.rows.slice(i));
      expect(rest.places).to.deep.equal(whole.places.slice(i));
    }
  });

  it('a row may be larger than any chunk', () => {
    const cell = 'é'.repeat(2_600_000);
    const bytes = encode(`a,"${cell}"\nb,c`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) =>
      bytes.subarray(i * 65_536, (i + 1) * 65_536),
    );
    const { rows } = readRows(chunks);
    expect(rows.map((row) => row.map((text) => text.length))).to.deep.equal([
      [1, cell.length],
      [1, 1],
    ]);
    expect(rows[0]?.[1]).to.equal(cell);
  });

  it('a row beyond the limit ends the reading with its number', () => {
    const chunk = new Uint8Array(8 * 1024 * 1024).fill(97);
    const splitter = createRowSplitter(COMMA, () => undefined);
    splitter.push(encode('a,b\nc,"'));
    let thrown: unknown;
    try {
      for (let pushed = 0; pushed <= ROW_BYTES_LIMIT; pushed += chunk.length) splitter.push(chunk);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).to.be.instanceOf(ImporterError);
    expect(thrown).to.deep.include({ code: 'csv-row-too-large' });
    expect((thrown as ImporterError).detail).to.deep.equal({ row: 2, limitBytes: ROW_BYTES_LIMIT });
  });

  it('a row with more cells than ever seen before is read whole', () => {
    const text = Array.from({ length: 5_000 }, (_, i) => `c${i}`).join(',');
    expect(readRows(cutAt(encode(text), [777, 12_345])).rows).to.deep.equal([text.split(',')]);
  });

  const ENCODED: readonly (readonly [string, Uint8Array])[] = [
    ['windows-1252', Uint8Array.of(0x4e, 0x3b, 0xe9, 0x80, 0x0a, 0x22, 0xfc, 0x22, 0xa0, 0x3b, 0x78)],
    ['utf-16le', new Uint8Array(Uint16Array.from('\ufeffN;é€\n"ü"\u00a0;x', (c) => c.charCodeAt(0)).buffer)],
    // 表 ends in the byte of a backslash, 竅 in that of a pipe.
    ['shift_jis', Uint8Array.of(0x95, 0x5c, 0x3b, 0xe2, 0x7c, 0x0a, 0x22, 0x61, 0x22, 0x3b, 0x62)],
  ];
  for (const [encoding, bytes] of ENCODED) {
    it(`a file in ${encoding} is read wherever its chunks are cut`, () => {
      const dialect = { ...COMMA, encoding, delimiter: ';' };
      const rows = oracle(new TextDecoder(encoding).decode(bytes), dialect);
      for (let cut = 0; cut <= bytes.length; cut++) {
        expect(readRows([bytes.subarray(0, cut), bytes.subarray(cut)], dialect).rows).to.deep.equal(rows);
      }
    });
  }

  it('bytes that are no UTF-8 become the replacement character, in their cell alone', () => {
    const bytes = Uint8Array.of(0x61, 0xe9, 0x2c, 0x62, 0xc3, 0x0a, 0x63);
    expect(readRows([bytes]).rows).to.deep.equal([['a\ufffd', 'b\ufffd'], ['c']]);
  });

  const text = (newline: string): fc.Arbitrary<string> =>
    fc
      .array(
        fc.constantFrom(
          'a',
          'é',
          '表',
          '😀',
          '"',
          '"',
          '""',
          "'",
          ',',
          ',',
          ';',
          '\t',
          '|',
          ' ',
          '\u00a0',
          '\u2028',
          '\ufeff',
          newline,
          newline,
          `"${newline}`,
          ',"',
          '",',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(''));
  const dialects = fc.record({
    encoding: fc.constant('utf-8'),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    quote: fc.constantFrom('"', '"', "'"),
    newline: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
    headerRow: fc.constant(1),
  });
  const cuts = fc.array(fc.nat(), { maxLength: 6 });

  it('rows agree with papaparse, whatever the text, the dialect and the chunks', () => {
    const inputs = dialects.chain((dialect) => fc.tuple(fc.constant(dialect), text(dialect.newline), cuts));
    fc.assert(
      fc.property(inputs, ([dialect, csv, places]) => {
        // papaparse takes a byte order mark off a text as the decoder does.
        const read = readRows(cutAt(encode(csv), places), dialect);
        expect(read.rows).to.deep.equal(oracle(csv, dialect));
      }),
      { numRuns: 3_000 },
    );
  });

  it('tells of each cell its hash, the same however it was cut and quoted', () => {
    const inputs = dialects.chain((dialect) => fc.tuple(fc.constant(dialect), text(dialect.newline), cuts));
    fc.assert(
      fc.property(inputs, ([dialect, csv, places]) => {
        const splitter = createRowSplitter(dialect, (row) => {
          for (let cell = 0; cell < row.count; cell++) {
            const bytes = row.bytes.slice(row.starts[cell], row.ends[cell]);
            const flags = row.flags[cell] ?? 0;
            if ((flags & CELL_FLAGS.doubled) !== 0) continue;
            const view = new DataView(Uint8Array.of(...bytes, 1, 2, 3).buffer);
            expect(row.hashes[cell]).to.equal(hashBytes(view, 0, bytes.length));
          }
        });
        for (const chunk of cutAt(encode(csv), places)) splitter.push(chunk);
        splitter.end();
      }),
      { numRuns: 1_000 },
    );
  });

  it('rows handed on many at a time are the same rows', () => {
    const inputs = dialects.chain((dialect) => fc.tuple(fc.constant(dialect), text(dialect.newline), cuts));
    fc.assert(
      fc.property(inputs, ([dialect, csv, places]) => {
        const bytes = encode(csv);
        const cells: string[][] = [];
        const found: RowPlace[] = [];
        const splitter = createBatchSplitter(dialect, (batch) => {
          for (let row = 0; row < batch.count; row++) {
            found.push({ row: batch.row + row, offset: batch.offsets[row] ?? -1 });
            const range = { from: batch.firsts[row] ?? 0, to: batch.firsts[row + 1] ?? 0 };
            cells.push(
              Array.from({ length: range.to - range.from }, (_, cell) => {
                const at = range.from + cell;
                const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
                  batch.bytes.subarray(batch.starts[at], batch.ends[at]),
                );
                const { doubled, unclosed } = CELL_FLAGS;
                const isDoubled = ((batch.flags[at] ?? 0) & (doubled | unclosed)) === doubled;
                return isDoubled ? raw.replaceAll(dialect.quote + dialect.quote, dialect.quote) : raw;
              }),
            );
          }
        });
        for (const chunk of cutAt(bytes, places)) splitter.push(chunk);
        const end = splitter.end();
        const expected = readRows([bytes], dialect);
        expect(cells).to.deep.equal(expected.rows);
        expect(found).to.deep.equal(expected.places);
        expect(end).to.deep.equal(expected.end);
      }),
      { numRuns: 1_000 },
    );
  });

  it('many rows are handed on a few hundred at a time, wide ones fewer', () => {
    const sizes = (csv: string): number[] => {
      const found: number[] = [];
      const splitter = createBatchSplitter(COMMA, ({ row, count }) => {
        expect(row).to.equal(1 + found.reduce((sum, size) => sum + size, 0));
        found.push(count);
      });
      splitter.push(encode(csv));
      splitter.end();
      return found;
    };
    expect(sizes('a,b\n'.repeat(1_200))).to.deep.equal([512, 512, 176]);
    expect(sizes(`${'x,'.repeat(20_000)}\n`.repeat(3))).to.deep.equal([1, 1, 1]);
  });

  it('rows of mixed newlines agree with papaparse on the same text with one newline', () => {
    const mixed = fc.array(fc.constantFrom('a', '"', '"', ',', ' ', '\r', '\n', '\r\n', '",', ',"'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(mixed, dialects, cuts, (parts, dialect, places) => {
        const end = dialect.newline === '\r' ? '\r' : '\n';
        const one = (value: string): string => value.replaceAll('\r\n', end);
        const csv = parts.join('');
        const read = readRows(cutAt(encode(csv), places), dialect);
        const rows = read.rows.map((row) => row.map(one));
        expect(rows).to.deep.equal(oracle(one(csv), { ...dialect, newline: end }));
      }),
      { numRuns: 3_000 },
    );
  });
});
