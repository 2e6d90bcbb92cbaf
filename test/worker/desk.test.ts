import { expect } from '@open-wc/testing';
import { NO_CHANGES, withCell, withLeftOut, withValues } from '../../src/core/changes.js';
import type { Dialect } from '../../src/core/dialect.js';
import type { RewriteRecipe } from '../../src/core/rewrite.js';
import { textSource } from '../../src/core/workbook.js';
import type { CheckProgress, FileDesk, FileText } from '../../src/worker/protocol.js';
import { csv, DESKS, failure, latin, PLAN, recipe, removedFile, UTF8, utf16 } from './files.js';

const signal = new AbortController().signal;
const quiet = (): void => undefined;

const PEOPLE = 'Email,City\r\nå@b.co,Århus\r\nnobody,Nîmes\r\nå@b.co,"Bourg,\r\nen Bresse"\r\n';
const CRLF: Dialect = { ...UTF8, newline: '\r\n' };
const FILES: readonly (readonly [string, File, Dialect])[] = [
  ['UTF-8', csv(PEOPLE), CRLF],
  ['UTF-8 with a mark', csv(`\ufeff${PEOPLE}`), CRLF],
  ['UTF-16', csv(utf16(PEOPLE)), { ...CRLF, encoding: 'utf-16le' }],
  ['Windows-1252', csv(latin(PEOPLE)), { ...CRLF, encoding: 'windows-1252' }],
  [
    'semicolons',
    csv(
      PEOPLE.replaceAll(',"', ';"')
        .replace(/,(?!\r)/g, ';')
        .replace('Bourg;', 'Bourg,'),
    ),
    { ...CRLF, delimiter: ';' },
  ],
];

/** 5,000 data rows of which every seventh has a line break in a cell; the last one ends without a newline. */
const LAST = 5001;
const cellsOf = (row: number): string[] => [
  `p${row}@b.co`,
  row % 7 === 0 ? `two\nlines ${row}` : `City ${row}`,
];
const LONG = [
  'Email,City',
  ...Array.from({ length: LAST - 1 }, (_, i) => {
    const [email, city] = cellsOf(i + 2);
    return `${email},"${city}"`;
  }),
].join('\n');

/** 215 MB of rows. */
function hugeFile(): File {
  const million = new Blob(['someone@example.com,Somewhere on the coast\n'.repeat(25_000)]);
  return new File(['Email,City\n', ...Array<Blob>(200).fill(million)], 'huge.csv');
}

for (const [place, open] of DESKS) {
  describe(`the desk ${place}`, () => {
    let desk: FileDesk;
    beforeEach(async () => {
      desk = await open();
    });
    afterEach(() => desk.close());

    const rewrite = async (text: FileText, how: RewriteRecipe): Promise<string> => {
      const { content } = await desk.rewrite(text, how, quiet, signal);
      return content.text();
    };

    for (const [title, file, dialect] of FILES) {
      it(`reads ${title}: preview, check, rows and what is sent`, async () => {
        const preview = await desk.preview(textSource(file), {});
        expect(preview.dialect).to.deep.equal(dialect);
        expect(preview.rows.at(-1)).to.deep.equal(['å@b.co', 'Bourg,\r\nen Bresse']);

        const text = { file, dialect };
        const tally = await desk.check(text, PLAN, NO_CHANGES, quiet, signal);
        expect(tally.rows).to.include({ total: 3, refused: 1, repeated: 1, clean: 1 });
        expect(tally.problems.map(({ code, rows }) => [code, rows])).to.deep.equal([
          ['email-invalid', [3]],
          ['identifier-repeated', [2, 4]],
        ]);
        expect(await desk.rows(text, [4, 2])).to.deep.equal([
          { row: 2, cells: ['å@b.co', 'Århus'] },
          { row: 4, cells: ['å@b.co', 'Bourg,\r\nen Bresse'] },
        ]);
        expect(await rewrite(text, recipe(dialect))).to.equal(PEOPLE);
      });
    }

    it('finds the keys that the other file does not have, however that is written', async () => {
      const people = {
        file: csv(utf16('Name;Mail\nÅsa;å@b.co\n'), 'people.csv'),
        dialect: { ...UTF8, encoding: 'utf-16le', delimiter: ';' },
      };
      const firms = { file: csv('Mail,Firm\nå@b.co,Nord\nb@b.co,Sud\n', 'firms.csv'), dialect: UTF8 };
      const [rule] = PLAN.columns;
      if (rule === undefined) throw new Error('The plan has a column');
      const keys = { rule, changes: NO_CHANGES };
      const owner = { text: people, keys: { rule: { ...rule, column: 1 }, changes: NO_CHANGES } };
      const missing = await desk.missingKeys(firms, keys, owner, signal);
      expect([missing?.problem.rows, missing?.problem.values[0]?.value]).to.deep.equal([[3], 'b@b.co']);
      expect(await desk.rows(firms, [3]), 'and the file is at hand as before').to.deep.equal([
        { row: 3, cells: ['b@b.co', 'Sud'] },
      ]);
    });

    it('rows whose key is missing are among those with a problem, and counted once', async () => {
      const people = { file: csv('Name,Mail\nA,a@b.co\n', 'people.csv'), dialect: UTF8 };
      const firms = {
        file: csv('Email,City\na@b.co,Rome\nb@b.co,Rome\nnobody,Oslo\nc@b.co,Oslo,much\n', 'firms.csv'),
        dialect: UTF8,
      };
      const [rule] = PLAN.columns;
      if (rule === undefined) throw new Error('The plan has a column');
      const owner = { text: people, keys: { rule: { ...rule, column: 1 }, changes: NO_CHANGES } };
      const check = (): Promise<unknown> => desk.check(firms, PLAN, NO_CHANGES, quiet, signal);
      const key = { code: 'key-unknown', column: rule.column } as const;
      await check();
      const missing = await desk.missingKeys(firms, { rule, changes: NO_CHANGES }, owner, signal);
      expect([missing?.problem.rows, missing?.alone]).to.deep.equal([[3, 5], 1]);
      expect(await desk.problemRows(firms, key, 0, 9)).to.deep.equal({ rows: [3, 5], total: 2 });
      expect(await desk.problemRows(firms, key, 1, 1)).to.deep.equal({ rows: [5], total: 2 });
      expect(await desk.problemRows(firms, null, 0, 9)).to.deep.equal({ rows: [3, 4, 5], total: 3 });
      await check();
      expect((await desk.problemRows(firms, key, 0, 9)).total, 'until they are looked for anew').to.equal(0);
    });

    it('what is sent has the changes in it, and knows its rows', async () => {
      let changes = withValues(NO_CHANGES, 1, { Rome: 'Roma' });
      changes = withLeftOut(withCell(changes, 4, 0, 'd@d.dd'), [3], true);
      const text = { file: csv('Email,City\na@a.aa,Rome\nb@b.bb,Oslo\nc@c.cc,Rome\n'), dialect: UTF8 };
      const { content, lineRows } = await desk.rewrite(text, recipe(UTF8, { changes }), quiet, signal);
      expect(await content.text()).to.equal('Email,City\na@a.aa,Roma\nd@d.dd,Roma\n');
      expect(lineRows).to.deep.equal([
        { line: 1, row: 1, count: 2 },
        { line: 3, row: 4, count: 1 },
      ]);
    });

    it('a header row that is corrected after the check is the one that counts', async () => {
      const file = csv('Exported in May\n\nEmail,City\na@a.aa,Rome\n');
      const below = { ...UTF8, headerRow: 3 };
      expect(
        (await desk.check({ file, dialect: UTF8 }, PLAN, NO_CHANGES, quiet, signal)).rows.total,
      ).to.equal(3);
      expect(
        (await desk.check({ file, dialect: below }, PLAN, NO_CHANGES, quiet, signal)).rows.total,
      ).to.equal(1);
      expect(await rewrite({ file, dialect: below }, recipe(below))).to.equal('Email,City\na@a.aa,Rome\n');
    });

    it('another delimiter or encoding reads the same file anew', async () => {
      const file = csv(latin('Email;City\nå@a.aa;Rome\n'));
      const right = { ...UTF8, encoding: 'windows-1252', delimiter: ';' };
      const cells = async (dialect: Dialect): Promise<unknown> =>
        (await desk.rows({ file, dialect }, [2]))[0]?.cells;
      expect(await cells({ ...UTF8, encoding: 'windows-1252' })).to.deep.equal(['å@a.aa;Rome']);
      expect(await cells(UTF8)).to.deep.equal(['\ufffd@a.aa;Rome']);
      expect(await cells(right)).to.deep.equal(['å@a.aa', 'Rome']);
    });

    it('files do not get mixed up', async () => {
      const [one, other] = [csv('Email,City\na@a.aa,1\n'), csv('Email,City\nb@b.bb,2\n')];
      const cells = async (file: File): Promise<unknown> =>
        (await desk.rows({ file, dialect: UTF8 }, [2]))[0]?.cells;
      expect(await cells(one)).to.deep.equal(['a@a.aa', '1']);
      expect(await cells(other)).to.deep.equal(['b@b.bb', '2']);
      expect(await cells(one)).to.deep.equal(['a@a.aa', '1']);
    });

    it('what was found in one file is still known when another is checked', async () => {
      const [people, firms] = ['nobody', 'no one'].map((email) => ({
        file: csv(`Email,City\n${email},Rome\na@a.aa,Oslo\n`),
        dialect: UTF8,
      }));
      if (people === undefined || firms === undefined) throw new Error('no file');
      for (const text of [people, firms]) await desk.check(text, PLAN, NO_CHANGES, quiet, signal);
      for (const text of [people, firms]) {
        expect(await desk.problemRows(text, null, 0, 10)).to.deep.equal({ rows: [2], total: 1 });
      }
    });

    describe('in a file of 5,000 rows', () => {
      const file = csv(LONG);
      const text = { file, dialect: UTF8 };
      const WANTED: readonly (readonly [string, readonly number[], readonly number[]])[] = [
        ['the header and the first row', [1, 2], [1, 2]],
        [
          'around the blocks',
          [1023, 1024, 1025, 1026, 2048, 2049, 2050],
          [1023, 1024, 1025, 1026, 2048, 2049, 2050],
        ],
        ['cells with line breaks', [7, 1029, 2051, 4998], [7, 1029, 2051, 4998]],
        ['the last row', [LAST], [LAST]],
        ['far apart, unordered and twice', [4900, 3, 3, LAST, 1500], [3, 1500, 4900, LAST]],
        ['rows that are not there', [0, -4, LAST + 1, 2 * LAST, 9], [9]],
        ['none', [], []],
      ];
      for (const [title, wanted, found] of WANTED) {
        it(`finds ${title}, before the file was read and after`, async () => {
          const expected = found.map((row) => ({ row, cells: row === 1 ? ['Email', 'City'] : cellsOf(row) }));
          expect(await desk.rows(text, wanted)).to.deep.equal(expected);
          const tally = await desk.check(text, PLAN, NO_CHANGES, quiet, signal);
          expect(tally.rows).to.include({ total: LAST - 1, clean: LAST - 1 });
          expect(await desk.rows(text, wanted)).to.deep.equal(expected);
        });
      }

      it('more rows than allowed end the check', async () => {
        const checkUpTo = (maxRows: number): Promise<unknown> =>
          desk.check(text, { ...PLAN, maxRows }, NO_CHANGES, quiet, signal);
        expect(await failure(checkUpTo(LAST - 2))).to.deep.equal(['file-too-many-rows', { limit: LAST - 2 }]);
        expect(await checkUpTo(LAST - 1)).to.have.nested.property('rows.total', LAST - 1);
      });

      it('writes every row, cells larger than its buffer too', async () => {
        const changes = withCell(NO_CHANGES, 3000, 1, 'x'.repeat(1_500_000));
        const written = await rewrite(text, recipe(UTF8, { changes, columns: [1], headers: ['City'] }));
        const lines = Array.from({ length: LAST - 1 }, (_, i) => {
          const city = i + 2 === 3000 ? 'x'.repeat(1_500_000) : (cellsOf(i + 2)[1] ?? '');
          return i + 2 === 3000 ? city : `"${city}"`;
        });
        expect(written === ['City', ...lines, ''].join('\n'), 'the file that is sent').to.equal(true);
      });
    });

    describe('searching', () => {
      const search = async (text: FileText, wanted: string): Promise<readonly number[]> => {
        const found: number[] = [];
        const shares: number[] = [];
        await desk.search(
          text,
          wanted,
          ({ share, rows }) => {
            shares.push(share);
            found.push(...rows);
          },
          signal,
        );
        expect(shares.at(-1)).to.equal(1);
        return found;
      };

      for (const [title, file, dialect] of FILES) {
        it(`finds the rows of ${title}, capitals or not, and not the header`, async () => {
          const text = { file, dialect };
          expect(await search(text, 'NÎMES')).to.deep.equal([3]);
          expect(await search(text, 'en bresse')).to.deep.equal([4]);
          expect(await search(text, 'B.CO')).to.deep.equal([2, 4]);
          expect(await search(text, 'city')).to.deep.equal([]);
        });
      }

      it('hands rows on as they are found, and can be given up', async () => {
        const stop = new AbortController();
        const text = { file: hugeFile(), dialect: UTF8 };
        let found: readonly number[] = [];
        const searching = desk.search(
          text,
          'somewhere',
          ({ rows }) => {
            found = rows;
            stop.abort();
          },
          stop.signal,
        );
        expect(await failure(searching)).to.deep.equal(['AbortError', null]);
        expect(found.length).to.be.within(1, 999_999);
        expect(found).to.deep.equal(Array.from(found, (_, index) => index + 2));
      });
    });

    const BAD: readonly (readonly [string, () => File | Promise<File>, string])[] = [
      ['an empty file', () => csv(''), 'file-empty'],
      ['blank lines', () => csv('\n\n \n'), 'file-empty'],
      ['a header alone', () => csv('Email,City\n'), 'file-no-rows'],
      ['a PDF', () => csv('%PDF-1.7\n%âãÏÓ\n'), 'file-not-text'],
      ['bytes that no text has', () => csv('Email\n\0'), 'file-not-text'],
      ['a file that was removed', removedFile, 'file-unreadable'],
    ];
    for (const [title, file, code] of BAD) {
      it(`${title} has no preview: ${code}`, async () => {
        expect((await failure(desk.preview(textSource(await file()), {})))[0]).to.equal(code);
      });
    }

    for (const encoding of ['utf-8', 'utf-16le']) {
      it(`a file that was removed cannot be checked, shown or written as ${encoding}, and nothing hangs`, async () => {
        const text = { file: await removedFile(), dialect: { ...UTF8, encoding } };
        const passes = [
          desk.check(text, PLAN, NO_CHANGES, quiet, signal),
          desk.rows(text, [2]),
          desk.rewrite(text, recipe(text.dialect), quiet, signal),
        ];
        const codes = await Promise.all(passes.map(async (pass) => (await failure(pass))[0]));
        expect(codes).to.deep.equal(['file-unreadable', 'file-unreadable', 'file-unreadable']);
      });
    }

    it('a long pass tells how far it is, ends when it is given up, and the next one begins at once', async () => {
      const stop = new AbortController();
      const text = { file: hugeFile(), dialect: UTF8 };
      const told: CheckProgress[] = [];
      const checking = desk.check(
        text,
        { ...PLAN, maxRows: Infinity },
        NO_CHANGES,
        (progress) => {
          told.push(progress);
          stop.abort();
        },
        stop.signal,
      );
      expect(await failure(checking)).to.deep.equal(['AbortError', null]);
      expect(told).to.have.lengthOf(1);
      expect(told[0]?.share).to.be.within(0.001, 0.999);
      expect(told[0]?.tally.rows.total).to.be.above(0);
      expect(await desk.rows({ file: csv('Email\na@a.aa\n'), dialect: UTF8 }, [2])).to.have.lengthOf(1);
    });

    it('what is given up beforehand is not begun', async () => {
      const stopped = AbortSignal.abort();
      for (const encoding of ['utf-8', 'utf-16le']) {
        const text = { file: csv(utf16('Email\na@a.aa\n')), dialect: { ...UTF8, encoding } };
        expect((await failure(desk.check(text, PLAN, NO_CHANGES, quiet, stopped)))[0]).to.equal('AbortError');
        expect((await failure(desk.rewrite(text, recipe(UTF8), quiet, stopped)))[0]).to.equal('AbortError');
      }
    });
  });
}
