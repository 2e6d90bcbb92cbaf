import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import Papa from 'papaparse';
import { type Changes, NO_CHANGES, withLeftOut, withValues } from '../../src/core/changes.js';
import type { Dialect } from '../../src/core/dialect.js';
import { rowOfLine } from '../../src/core/line-runs.js';
import { bytesOf, linesOf, type Part, type PartLimits } from '../../src/core/parts.js';
import { needsRewrite, type RewriteRecipe } from '../../src/core/rewrite.js';
import { createTextDesk } from '../../src/worker/desk.js';
import type { FileDesk, TextDesk } from '../../src/worker/protocol.js';
import { csv, DESKS, failure, recipe, UTF8, utf16 } from './files.js';

const signal = new AbortController().signal;
const quiet = (): void => undefined;
const rowsOf = (text: string): string[][] =>
  Papa.parse<string[]>(text, { delimiter: ',' }).data.filter((row) => row.length > 1 || row[0] !== '');

/** Every part as it goes out, with the row of each of its lines. */
async function cutUp(
  desk: TextDesk,
  file: File,
  how: RewriteRecipe,
  limits: PartLimits,
): Promise<readonly { part: Part; text: string; bytes: number; rows: readonly (number | null)[] }[]> {
  const text = { file, dialect: how.dialect };
  const parts = await desk.parts(text, how, limits, [], quiet, signal);
  const all = [];
  for (const part of parts) {
    const { headerBytes, fromByte, toByte } = part;
    const { content, lineRows } = needsRewrite(how)
      ? await desk.rewrite(text, { ...how, range: part }, quiet, signal)
      : {
          content: new Blob([file.slice(0, headerBytes), file.slice(fromByte, toByte)]),
          lineRows: linesOf(part),
        };
    const written = await content.text();
    const rows = rowsOf(written).map((_, line) => rowOfLine(lineRows, line + 1));
    all.push({ part, text: written, bytes: content.size, rows });
  }
  return all;
}

const CELL = fc.oneof(
  fc.constantFrom('', 'a', 'two\nlines', 'with "quotes"', 'a,b', 'é', '😀', ' ', '\r\n'),
  fc.string({ maxLength: 6 }).filter((text) => !text.includes('\r') && !text.includes('\0')),
);
const TABLE = fc.array(fc.tuple(CELL, CELL), { minLength: 1, maxLength: 30 });
const LIMITS = fc.record({ bytes: fc.integer({ min: 120, max: 300 }), rows: fc.integer({ min: 2, max: 9 }) });

/** How a file is written, and what is changed in it. */
const KINDS: readonly (readonly [
  string,
  Partial<Dialect>,
  (text: string) => BlobPart,
  (rows: number) => Changes,
])[] = [
  ['sent as it is', {}, (text) => text, () => NO_CHANGES],
  ['sent as it is, with a mark', {}, (text) => `\ufeff${text}`, () => NO_CHANGES],
  ['in UTF-16', { encoding: 'utf-16le' }, (text) => utf16(text), () => NO_CHANGES],
  [
    'with a value replaced by a longer one',
    {},
    (text) => text,
    () => withValues(NO_CHANGES, 0, { a: 'a far longer one, with "quotes"' }),
  ],
  ['with rows left out', {}, (text) => text, (rows) => withLeftOut(NO_CHANGES, [2, 3, rows], true)],
];

describe('A file that is cut into parts', () => {
  for (const [title, dialect, encode, changesOf] of KINDS) {
    it(`${title}: its parts are within limits, begin with the header, and together are the file`, () =>
      fc.assert(
        fc.asyncProperty(TABLE, LIMITS, fc.boolean(), async (table, limits, hasLastNewline) => {
          const desk = createTextDesk();
          const body = Papa.unparse([['Email', 'City'], ...table], { newline: '\n', quotes: true });
          const file = csv(encode(hasLastNewline ? `${body}\n` : body));
          const how = recipe({ ...UTF8, ...dialect }, { changes: changesOf(table.length) });
          const whole = needsRewrite(how)
            ? await (await desk.rewrite({ file, dialect: how.dialect }, how, quiet, signal)).content.text()
            : await file.text();
          const parts = await cutUp(desk, file, how, limits);
          const [header, ...rows] = rowsOf(whole);
          expect(parts.flatMap(({ text }) => rowsOf(text).slice(1))).to.deep.equal(rows);
          let firstRow = parts[0]?.part.firstRow;
          for (const { part, text, bytes, rows: personsRows } of parts) {
            const lines = rowsOf(text);
            expect(lines[0]).to.deep.equal(header);
            expect(lines.length - 1).to.equal(part.rows);
            expect(lines.length).to.be.at.most(limits.rows);
            expect(bytes).to.equal(bytesOf(part));
            if (part.rows > 1) expect(bytes).to.be.at.most(limits.bytes);
            expect(part.firstRow).to.equal(firstRow);
            firstRow = part.lastRow + 1;
            const within = personsRows
              .slice(1)
              .every((row) => row !== null && row >= part.firstRow && row <= part.lastRow);
            expect(within, 'every line leads to a row of the part').to.equal(true);
          }
        }),
        { numRuns: 60 },
      ));
  }

  for (const [where, open] of DESKS) {
    describe(where, () => {
      let desk: FileDesk;
      before(async () => {
        desk = await open();
      });
      after(() => desk.close());

      const ROWS = 3000;
      const file = csv(
        `Email,City\n${Array.from({ length: ROWS }, (_, i) => `p${i + 2}@b.co,"City\n${i + 2}"\n`).join('')}`,
      );

      it('is read for a part from near its first row on, and no further than its last one', async () => {
        const how = recipe(UTF8, { columns: [0], headers: ['Email'] });
        const parts = await cutUp(desk, file, how, { bytes: 1_000_000, rows: 1001 });
        expect(parts.map(({ part }) => [part.firstRow, part.lastRow])).to.deep.equal([
          [2, 1001],
          [1002, 2001],
          [2002, 3001],
        ]);
        expect(parts.map(({ text }) => text.split('\n').slice(0, 2))).to.deep.equal([
          ['Email', 'p2@b.co'],
          ['Email', 'p1002@b.co'],
          ['Email', 'p2002@b.co'],
        ]);
        expect(parts[2]?.text.endsWith('\np3001@b.co\n')).to.equal(true);
      });

      it('stops being cut when it is no longer wanted', async () => {
        const over = new AbortController();
        const cutting = desk.parts(
          { file, dialect: UTF8 },
          recipe(UTF8),
          { bytes: 1000, rows: 10 },
          [],
          quiet,
          over.signal,
        );
        over.abort();
        expect((await failure(cutting))[0]).to.equal('AbortError');
      });
    });
  }
});
