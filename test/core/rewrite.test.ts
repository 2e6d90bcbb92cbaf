import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Papa from 'papaparse';
import { type Changes, changedCell, NO_CHANGES } from '../../src/core/changes.js';
import type { Dialect } from '../../src/core/dialect.js';
import { type LineRuns, rowOfLine } from '../../src/core/line-runs.js';
import {
  createRewriter,
  needsRewrite,
  rewriteReasons,
  type RewriteReason,
  type RewriteRecipe,
} from '../../src/core/rewrite.js';
import { toRowSet } from '../../src/core/row-set.js';
import { createRowSplitter } from '../../src/core/row-splitter.js';
import { createTranscoder } from '../../src/core/transcode.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const PLAIN: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\n', headerRow: 1 };

/** Sends everything under its own name, unless told otherwise. */
function recipeFor(rawHeaders: readonly string[], other: Partial<RewriteRecipe> = {}): RewriteRecipe {
  const columns = other.columns ?? rawHeaders.map((_, column) => column);
  const headers = columns.map((column) => rawHeaders[column] ?? '');
  return { dialect: PLAIN, rawHeaders, columns, headers, changes: NO_CHANGES, unevenRows: false, ...other };
}

function rewrite(
  bytes: Uint8Array,
  recipe: RewriteRecipe,
): { readonly text: string; readonly runs: LineRuns } {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const rewriter = createRewriter(recipe, (piece) => pieces.push(new Uint8Array(piece)));
  const splitter = createRowSplitter(recipe.dialect, (row) => rewriter.row(row));
  const transcoder = createTranscoder(recipe.dialect.encoding);
  for (let at = 0; at < bytes.length; at += 7) splitter.push(transcoder.push(bytes.subarray(at, at + 7)));
  splitter.push(transcoder.end());
  splitter.end();
  const runs = rewriter.end();
  const all = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
  return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all), runs };
}

describe('rewriteReasons', () => {
  const HEADERS = ['Name', 'Email', 'City'];
  const dialect = (other: Partial<Dialect>): Partial<RewriteRecipe> => ({ dialect: { ...PLAIN, ...other } });
  const changes = (other: Partial<Changes>): Changes => ({ ...NO_CHANGES, ...other });
  const CASES: readonly (readonly [string, Partial<RewriteRecipe>, RewriteReason[]])[] = [
    ['a UTF-8 file with commas goes byte for byte', {}, []],
    ['so it does with carriage returns and newlines', dialect({ newline: '\r\n' }), []],
    ['a column that is not sent', { columns: [0, 2] }, ['columns']],
    ['a replaced value', { changes: changes({ values: { 1: { a: 'b' } } }) }, ['changes']],
    ['an edited cell', { changes: changes({ cells: { 7: { 2: 'x' } } }) }, ['changes']],
    ['a row left out', { changes: changes({ leftOut: [3] }) }, ['changes']],
    ['some rows only', { changes: changes({ only: toRowSet([3]) }) }, ['changes']],
    ['changes that were taken back', { changes: changes({ values: { 1: {} }, cells: { 7: {} } }) }, []],
    [
      'changes of a column that is not sent',
      { columns: [0], changes: changes({ values: { 1: { a: 'b' } }, cells: { 7: { 2: 'x' } } }) },
      ['columns'],
    ],
    ['another encoding', dialect({ encoding: 'windows-1252' }), ['encoding']],
    ['another delimiter', dialect({ delimiter: ';' }), ['format']],
    ['another quote', dialect({ quote: "'" }), ['format']],
    ['carriage returns alone', dialect({ newline: '\r' }), ['format']],
    ['a header further down', dialect({ headerRow: 3 }), ['header']],
    ['no header', dialect({ headerRow: 0 }), ['header']],
    ['a renamed header', { headers: ['Name', 'Email', 'City (2)'] }, ['header']],
    ['uneven rows', { unevenRows: true }, ['rows']],
    [
      'several at once',
      { ...dialect({ encoding: 'utf-16le', delimiter: '\t' }), columns: [0] },
      ['columns', 'encoding', 'format'],
    ],
  ];
  for (const [title, other, reasons] of CASES) {
    it(`${title}: ${reasons.join(', ') || 'no reason'}`, () => {
      const recipe = recipeFor(HEADERS, other);
      expect(rewriteReasons(recipe)).to.deep.equal(reasons);
      expect(needsRewrite(recipe)).to.equal(reasons.length > 0);
    });
  }
});

describe('createRewriter', () => {
  // What happens, the headers as the file has them, the file, the recipe, what is sent.
  const CASES: readonly (readonly [string, string, string, Partial<RewriteRecipe>, string])[] = [
    ['drops columns', 'ABC', 'A,B,C\n1,2,3\n4,5,6\n', { columns: [0, 2] }, 'A,C\n1,3\n4,6\n'],
    [
      'keeps the quoting of what it copies',
      'ABC',
      'A,B,C\n"1","x, ""y""\nz",\n',
      { columns: [1, 2] },
      'B,C\n"x, ""y""\nz",\n',
    ],
    [
      'renames headers, quoted where they must be',
      'AA',
      'A,A\n1,2\n',
      { headers: ['A', 'A, "two"'] },
      'A,"A, ""two"""\n1,2\n',
    ],
    ['fills up short rows', 'ABCD', 'A,B,C,D\n1\n1,2\n', { columns: [0, 2, 3] }, 'A,C,D\n1,,\n1,,\n'],
    ['cuts surplus cells', 'AB', 'A,B\n1,2,3,4\n', { unevenRows: true }, 'A,B\n1,2\n'],
    ['leaves blank rows out', 'AB', 'A,B\n\n1,2\n\n\n3,4', { unevenRows: true }, 'A,B\n1,2\n3,4\n'],
    [
      'leaves out what the person leaves out',
      'AB',
      'A,B\n1,2\n3,4\n',
      { changes: { ...NO_CHANGES, leftOut: [2] } },
      'A,B\n3,4\n',
    ],
    [
      'replaces values in their column alone',
      'AB',
      'A,B\nx,x\ny,y\n"x",""\n',
      { changes: { ...NO_CHANGES, values: { 1: { x: 'X, "1"', '': 'none' } } } },
      'A,B\nx,"X, ""1"""\ny,y\n"x",none\n',
    ],
    [
      'fills a missing cell by replacing the empty value',
      'AB',
      'A,B\n1\n',
      { changes: { ...NO_CHANGES, values: { 1: { '': 'none' } } } },
      'A,B\n1,none\n',
    ],
    [
      'edits cells, before any replacement',
      'AB',
      'A,B\nx,1\nx,2\n',
      { changes: { ...NO_CHANGES, values: { 0: { x: 'y' } }, cells: { 2: { 0: 'z', 1: '' } } } },
      'A,B\nz,\ny,2\n',
    ],
    [
      'leaves out rows with nothing in the columns that are sent, white space being nothing',
      'ABC',
      'A,B,C\n,1,\nx,2,\n"",3,\n ,4,\u00a0\n5\n,,y\n',
      { columns: [0, 2] },
      'A,C\nx,\n5,\n,y\n',
    ],
    ['so it does when one column is sent', 'AB', 'A,B\n,1\nx,2\n"",3\n', { columns: [0] }, 'A\nx\n'],
    [
      'keeps a row that a change fills, and leaves out one that a change empties',
      'AB',
      'A,B\n,1\nx,2\n,3\ny,4\n',
      {
        columns: [0],
        changes: { ...NO_CHANGES, values: { 0: { x: ' ' } }, cells: { 2: { 0: 'z' }, 5: { 0: '' } } },
      },
      'A\nz\n',
    ],
    [
      'fills every empty cell of a column, but no blank line',
      'AB',
      'A,B\n,1\n\nx,2\n',
      { columns: [0], changes: { ...NO_CHANGES, values: { 0: { '': 'none' } } } },
      'A\nnone\nx\n',
    ],
    [
      'passes over what stands above the header',
      'AB',
      'Title\n\nA,B\n1,2\n',
      { dialect: { ...PLAIN, headerRow: 3 } },
      'A,B\n1,2\n',
    ],
    [
      'gives a header to a file without one',
      '  ',
      '1,2\n',
      { dialect: { ...PLAIN, headerRow: 0 }, headers: ['X', 'Y'] },
      'X,Y\n1,2\n',
    ],
    [
      'makes commas of semicolons, and quotes what holds one',
      'AB',
      'A;B\n1,5;"x;y"\n2" pipe;3\n',
      { dialect: { ...PLAIN, delimiter: ';' } },
      'A,B\n"1,5","x;y"\n"2"" pipe",3\n',
    ],
    [
      'makes quotes of apostrophes',
      'AB',
      "A,B\n'it''s, so',1\n'say \"hi\"',2\n",
      { dialect: { ...PLAIN, quote: "'" } },
      'A,B\n"it\'s, so",1\n"say ""hi""",2\n',
    ],
    ['mends stray quotes', 'AB', 'A,B\n"x"y",1\n', { columns: [0, 1] }, 'A,B\n"x""y",1\n'],
    [
      'keeps the newlines of the file',
      'AB',
      'A,B\r\n1,2\r\n',
      { columns: [1], dialect: { ...PLAIN, newline: '\r\n' } },
      'B\r\n2\r\n',
    ],
    [
      'makes newlines of carriage returns',
      'AB',
      'A,B\r1\n1,2\r',
      { dialect: { ...PLAIN, newline: '\r' } },
      'A,B\n"1\n1",2\n',
    ],
    ['takes the byte order mark off', 'AB', '\ufeffA,B\n1,2\n', { columns: [0] }, 'A\n1\n'],
  ];
  for (const [title, headers, source, other, expected] of CASES) {
    it(title, () => {
      expect(
        rewrite(
          encode(source),
          recipeFor(
            Array.from(headers, (header) => header.trim()),
            other,
          ),
        ).text,
      ).to.equal(expected);
    });
  }

  it('writes UTF-8 whatever the file is in', () => {
    const latin = Uint8Array.of(0x41, 0x3b, 0x42, 0x0a, 0xe9, 0x3b, 0x22, 0x80, 0x2c, 0x22, 0x0a);
    const dialect = { ...PLAIN, encoding: 'windows-1252', delimiter: ';' };
    expect(rewrite(latin, recipeFor(['A', 'B'], { dialect })).text).to.equal('A,B\né,"€,"\n');
    const wide = new Uint8Array(
      Uint16Array.from('\ufeffA\tB\né\t"x, ""y"""\n', (c) => c.charCodeAt(0)).buffer,
    );
    const wideDialect = { ...PLAIN, encoding: 'utf-16le', delimiter: '\t' };
    expect(rewrite(wide, recipeFor(['A', 'B'], { dialect: wideDialect })).text).to.equal(
      'A,B\né,"x, ""y"""\n',
    );
  });

  it('hands on whole pieces that stay as they are, whatever the size of a cell', () => {
    const long = 'é'.repeat(400_000);
    const source = `A,B\n${long},1\n${'x,2\n'.repeat(200_000)}"${long}",3\n`;
    const pieces: Uint8Array[] = [];
    const recipe = recipeFor(['A', 'B'], { changes: { ...NO_CHANGES, cells: { 2: { 1: long } } } });
    const rewriter = createRewriter(recipe, (piece) => pieces.push(piece));
    const splitter = createRowSplitter(PLAIN, (row) => rewriter.row(row));
    splitter.push(encode(source));
    splitter.end();
    rewriter.end();
    const decoder = new TextDecoder();
    const text = pieces.map((piece) => decoder.decode(piece, { stream: true })).join('');
    expect(text === source.replace(`${long},1`, `${long},${long}`)).to.equal(true);
    expect(pieces.length).to.be.greaterThan(2);
  });

  it('tells which row became which line', () => {
    const source = 'Title\n\nA,B\n1,2\n\n3,4\n5,6\n7,8\n';
    const recipe = recipeFor(['A', 'B'], {
      dialect: { ...PLAIN, headerRow: 3 },
      changes: { ...NO_CHANGES, leftOut: [7] },
    });
    const { text, runs } = rewrite(encode(source), recipe);
    expect(text).to.equal('A,B\n1,2\n3,4\n7,8\n');
    expect(runs).to.deep.equal([
      { line: 1, row: 3, count: 2 },
      { line: 3, row: 6, count: 1 },
      { line: 4, row: 8, count: 1 },
    ]);
  });

  it('what papaparse reads in the corrected file is what it reads in the source, with the changes', () => {
    const cell = fc.constantFrom(
      '',
      'a',
      'b',
      'é',
      'x,y',
      'x;y',
      '"q"',
      "it's",
      'l\nm',
      ' s ',
      ' ',
      '1\r2',
      '"a" ',
      '""',
    );
    const written = fc.tuple(cell, fc.constantFrom('quoted', 'plain', 'plain', 'stray'));
    const inputs = fc.record({
      table: fc.array(fc.array(written, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      delimiter: fc.constantFrom(',', ',', ';', '\t'),
      quote: fc.constantFrom('"', '"', "'"),
      newline: fc.constantFrom('\n' as const, '\r\n' as const),
      columns: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      replaced: fc.subarray([0, 1, 2, 3], { maxLength: 2 }),
      leftOut: fc.subarray([2, 3, 4]),
      edited: fc.constantFrom(0, 2, 5),
      only: fc.option(fc.subarray([2, 3, 4, 5])),
    });
    fc.assert(
      fc.property(
        inputs,
        ({ table, delimiter, quote, newline, columns, replaced, leftOut, edited, only }) => {
          const writeCell = ([text, how]: readonly [string, string]): string =>
            how === 'plain'
              ? text
              : `${quote}${how === 'stray' ? text : text.replaceAll(quote, quote + quote)}${quote}`;
          const source = [
            `A${delimiter}B${delimiter}C${delimiter}D`,
            ...table.map((row) => row.map(writeCell).join(delimiter)),
          ]
            .map((row) => row + newline)
            .join('')
            .replaceAll(/(?<!\r)\n/g, newline);
          const changes: Changes = {
            values: Object.fromEntries(
              replaced.map((column) => [column, { a: 'A, "b"', '': 'none', é: '' }]),
            ),
            cells: edited === 0 ? {} : { [edited]: { 1: 'edited\n' } },
            leftOut,
            only: only === null ? null : toRowSet(only),
          };
          const dialect = { ...PLAIN, delimiter, quote, newline };
          const recipe = recipeFor(['A', 'B', 'C', 'D'], { dialect, columns, changes });

          const { text, runs } = rewrite(encode(source), recipe);

          const parse = (csv: string, config: Papa.ParseConfig): string[][] =>
            Papa.parse<string[]>(csv, config).data;
          const rows = parse(source, { delimiter, quoteChar: quote, newline });
          if (rows.at(-1)?.join('') === '') rows.pop();
          const sent = rows.flatMap((cells, index) => {
            const row = index + 1;
            const isBlank = cells.length === 1 && cells[0] === '' && changes.cells[row] === undefined;
            if (isBlank || leftOut.includes(row)) return [];
            if (row > 1 && only?.includes(row) === false) return [];
            const values = columns.map((column) =>
              changedCell(row === 1 ? NO_CHANGES : changes, row, column, cells[column] ?? ''),
            );
            const isEmpty = row > 1 && values.every((value) => value.trim() === '');
            return isEmpty ? [] : [{ row, values }];
          });
          expect(parse(text, { delimiter: ',', newline }).slice(0, -1)).to.deep.equal(
            sent.map(({ values }) => values),
          );
          expect(sent.map((_, index) => rowOfLine(runs, index + 1))).to.deep.equal(
            sent.map(({ row }) => row),
          );
          expect(rowOfLine(runs, sent.length + 1)).to.equal(null);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
