import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { ImporterError } from '../../src/core/errors.js';
import type { SheetChoice, Workbook } from '../../src/core/workbook.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { utf16 } from '../core/bytes.js';
import { ANY_SHEET, type MadeWorkbook, rowsOf, workbook } from './workbooks.js';

interface Read {
  readonly workbook: Workbook;
  readonly lines: readonly string[];
}

async function read(file: Blob, choice: Partial<SheetChoice> = {}): Promise<Read> {
  const pieces: Uint8Array[] = [];
  const workbook = await readWorkbook(
    file,
    { ...ANY_SHEET, dateOrder: 'DAY_MONTH_YEAR', ...choice },
    { write: (bytes) => pieces.push(bytes), onRead: () => undefined },
  );
  return { workbook, lines: (await new Blob(pieces as BlobPart[]).text()).split('\n') };
}
const linesOf = async (made: MadeWorkbook): Promise<readonly string[]> =>
  (await read(await workbook(made))).lines;
/** Cells of one row below the header, as they are written. */
const cell = async (xml: string, made: Partial<MadeWorkbook> = {}): Promise<string | undefined> =>
  (await linesOf({ sheets: { S: `<row r="1">${xml}</row>` }, ...made }))[0];
const failure = async (file: Blob): Promise<ImporterError> => {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof ImporterError) return error;
    throw error;
  }
  throw new Error('it was opened');
};

const PEOPLE = rowsOf([
  ['Mail', 'Name', 'Age'],
  ['ann@n.example', 'Ann "A" Lee, Dr', 40],
  ['bob@n.example', null, 50],
]);

describe('A workbook as text', () => {
  for (const deflate of [false, true]) {
    it(`has the rows and columns of its sheet, ${deflate ? 'deflated' : 'stored'}`, async () => {
      const { lines, workbook: found } = await read(await workbook({ sheets: { People: PEOPLE }, deflate }));
      expect(lines).to.deep.equal([
        'Mail,Name,Age',
        'ann@n.example,"Ann ""A"" Lee, Dr",40',
        'bob@n.example,,50',
        '',
      ]);
      expect(found).to.deep.equal({ sheets: ['People'], sheet: 0, isExact: true });
    });
  }

  it('keeps the number of every row: where there is no row, or nothing in it, a line is blank', async () => {
    const rows =
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3" s="0"/></row><row r="5"><c r="B5"><v>2</v></c></row><row r="9"><c r="A9"/></row>';
    expect(await linesOf({ sheets: { S: rows } })).to.deep.equal(['', '1', '', '', ',2', '']);
  });

  it('fills rows up to the widest so far, and no further', async () => {
    const rows = rowsOf([['Title'], ['A', 'B', 'C'], ['1'], ['1', '2', '3', '4'], ['1', '2']]);
    expect(await linesOf({ sheets: { S: rows } })).to.deep.equal([
      'Title',
      'A,B,C',
      '1,,',
      '1,2,3,4',
      '1,2,,',
      '',
    ]);
  });

  it('takes rows and cells that do not say where they are for the next ones', async () => {
    const rows = '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>';
    expect(await linesOf({ sheets: { S: rows } })).to.deep.equal(['1,,3', '4,,', '']);
  });

  it('takes a row that is written in pieces, and cells in any order, for what they are', async () => {
    const rows =
      '<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row><row r="1"><c r="c1"><v>3</v></c></row><row r="2"/>';
    expect(await linesOf({ sheets: { S: rows } })).to.deep.equal(['1,2,3', '']);
  });

  it('passes over what is called like rows and cells elsewhere', async () => {
    const rows = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    const anchor = '<controls><anchor><from><xdr:row>3</xdr:row></from></anchor></controls><row/>';
    const rules = '<extLst><ext><x14:cfRule><xm:f>A1</xm:f></x14:cfRule></ext></extLst>';
    const sheet = `<worksheet><sheetData>${rows}</sheetData>${anchor}${rules}</worksheet>`;
    const { lines, workbook: found } = await read(
      await workbook({ sheets: { S: '' }, parts: { 'xl/worksheets/sheet1.xml': sheet } }),
    );
    expect([lines.length, lines.at(-2), found.isExact]).to.deep.equal([1_048_577, '1', true]);
  });

  it('fills no row with more columns than HubSpot takes', async () => {
    const stray =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="2"><c><v>3</v></c></row>';
    const [first = '', second = ''] = await linesOf({ sheets: { S: stray } });
    expect([first.split(',').length, second.split(',').length]).to.deep.equal([16_384, 1000]);
  });

  it('knows columns of several letters', async () => {
    const line = await cell('<c r="Z1"><v>26</v></c><c r="AA1"><v>27</v></c><c r="AMJ1"><v>1024</v></c>');
    const cells = line?.split(',') ?? [];
    expect([cells[25], cells[26], cells[1023], cells.length]).to.deep.equal(['26', '27', '1024', 1024]);
  });

  it('keeps line breaks in cells, as one line feed each', async () => {
    const text = '<c t="inlineStr"><is><t xml:space="preserve"> a&#13;\nb_x000D_c </t></is></c>';
    expect(await linesOf({ sheets: { S: `<row>${text}</row>` } })).to.deep.equal(['" a', 'b', 'c "', '']);
  });

  it('does not take a byte order mark in the first cell for the file’s', async () => {
    expect(await cell('<c t="inlineStr"><is><t>\ufeffMail</t></is></c>')).to.equal('"\ufeffMail"');
  });

  it('reads sheets whose names have a prefix, as some programs write them', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>Mail</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const lines = await linesOf({ sheets: { S: '' }, parts: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(lines).to.deep.equal(['Mail', '']);
  });

  it('reads parts in UTF-16, and with backslashes in their paths', async () => {
    const sheet =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>';
    for (const isLittle of [true, false]) {
      const parts = {
        'xl/worksheets/sheet1.xml': null,
        'xl\\worksheets\\sheet1.xml': utf16(`\ufeff${sheet}`, isLittle),
      };
      expect(await linesOf({ sheets: { S: '' }, parts })).to.deep.equal(['7', '']);
    }
  });

  it('is not kept from reading by targets that nobody asks for', async () => {
    const rels =
      '<Relationships><Relationship Id="t" Type="p/thumbnail" Target="docProps/50%.jpeg"/><Relationship Id="l" Type="p/link" Target="http://[bad"/><Relationship Id="a" Type="p/officeDocument" Target="xl\\workbook.xml"/></Relationships>';
    const lines = await linesOf({ sheets: { S: rowsOf([['a']]) }, parts: { '_rels/.rels': rels } });
    expect(lines).to.deep.equal(['a', '']);
  });

  it('reads a workbook whose parts lie elsewhere, in other capitals', async () => {
    const file = await workbook({
      sheets: {},
      parts: {
        '_rels/.rels':
          '<Relationships><Relationship Id="a" Type="p/officeDocument" Target="/Book.xml"/></Relationships>',
        'xl/workbook.xml': null,
        'book.xml': '<workbook><sheets><sheet name="One" r:id="s"/></sheets></workbook>',
        '_rels/Book.xml.rels':
          '<Relationships><Relationship Id="s" Type="p/worksheet" Target="my%20sheets/1.xml"/></Relationships>',
        'my sheets/1.xml': '<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>',
      },
    });
    expect((await read(file)).lines).to.deep.equal(['7', '']);
  });
});

describe('A cell of a workbook', () => {
  const strings = [
    '<t>plain</t>',
    '<r><rPr><b/></rPr><t xml:space="preserve">bold </t></r><r><t>and &amp; not</t></r>',
    '<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>',
    '<t>_x005F_x0041_</t>',
  ];
  const CASES: readonly (readonly [string, string, string])[] = [
    ['a shared text', '<c t="s"><v>0</v></c>', 'plain'],
    ['a text in several runs', '<c t="s"><v>1</v></c>', 'bold and & not'],
    ['a text without how it is pronounced', '<c t="s"><v>2</v></c>', '東京'],
    ['an escaped escape', '<c t="s"><v>3</v></c>', '_x0041_'],
    ['a text that is left out', '<c t="s"><v/></c><c><v>1</v></c>', ',1'],
    ['a text in the cell', '<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', 'ab'],
    ['what a formula made', '<c t="str"><f>A2&amp;"t"</f><v>12t</v></c>', '12t'],
    ['a formula that was never reckoned', '<c><f>A2</f></c><c><v>1</v></c>', ',1'],
    ['true', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['false', '<c t="b"><v>0</v></c>', 'FALSE'],
    ['false in a word', '<c t="b"><v>false</v></c>', 'FALSE'],
    ['neither true nor false', '<c t="b"><v/></c><c><v>1</v></c>', ',1'],
    ['a text in the cell, where a formula’s would be', '<c t="inlineStr"><v>hello</v></c>', 'hello'],
    ['a text in a cell that says nothing of it', '<c><is><t>hello</t></is></c>', 'hello'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a date that is a text', '<c t="d"><v>2026-03-04</v></c>', '04/03/2026'],
    ['a whole number', '<c><v>12</v></c>', '12'],
    ['a number with an exponent', '<c><v>3.3612345678E10</v></c>', '33612345678'],
    ['a number of many digits', '<c><v>1.23456789012345E+22</v></c>', '12345678901234500000000'],
    ['a very small number', '<c><v>1.23456789012345E-10</v></c>', '0.000000000123456789012345'],
    ['less than nothing', '<c><v>-0</v></c>', '0'],
    ['a number between', '<c><v>1234567.125</v></c>', '1234567.125'],
    ['what binary arithmetic adds', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a negative number', '<c><v>-1.5</v></c>', '-1.5'],
    ['no number where one should be', '<c><v>abc</v></c>', 'abc'],
  ];
  for (const [title, xml, text] of CASES) {
    it(`${title}: ${text}`, async () => expect(await cell(xml, { strings })).to.equal(text));
  }
});

describe('A number in its format', () => {
  const made = async (code: string | number, value: string): Promise<string | undefined> => {
    const line = await cell(`<c s="1"><v>${value}</v></c><c t="str"><v>end</v></c>`, {
      formats: typeof code === 'string' ? { 164: code } : {},
      cellFormats: [0, typeof code === 'string' ? 164 : code],
    });
    return line?.replace(/,end$/, '');
  };
  const CASES: readonly (readonly [code: string | number, value: string, text: string])[] = [
    // Built in
    [0, '45000', '45000'],
    [1, '12.5', '12.5'],
    [9, '0.125', '0.125'],
    [14, '45000', '15/03/2023'],
    [14, '45000.75', '15/03/2023'],
    [17, '45000', '15/03/2023'],
    [18, '0.75', '18:00'],
    [21, '0.75001', '18:00:01'],
    [22, '45000.5', '15/03/2023 12:00'],
    [22, '45000.999999999', '16/03/2023 00:00'],
    [14, '45000.999999999', '15/03/2023'],
    [34, '45000', '15/03/2023 00:00'],
    [71, '45000', '15/03/2023'],
    [79, '1.5', '36:00'],
    [46, '1.5', '36:00'],
    [47, '0.5', '12:00'],
    [49, '12', '12'],
    [57, '45000', '15/03/2023'],
    // Dates in words of one's own
    ['dd/mm/yyyy', '45000', '15/03/2023'],
    ['[$-40C]d mmmm yyyy;@', '45000', '15/03/2023'],
    ['yyyy\\-mm\\-dd\\ hh:mm:ss', '45000.25001', '15/03/2023 06:00:01'],
    ['mmm', '45000', '15/03/2023'],
    ['mmm hh:mm', '45000.5', '15/03/2023 12:00'],
    ['e', '45000', '15/03/2023'],
    ['aaaa', '45000', '15/03/2023'],
    ['AM/PM', '0.75', '18:00'],
    ['h:mm AM/PM', '0.25', '06:00'],
    ['[h]:mm', '1.25', '30:00'],
    ['[mm]:ss', '0.5', '12:00'],
    ['"day" 0', '45000', '45000'],
    ['\\d0', '45000', '45000'],
    ['[Red]0.00', '45000', '45000'],
    ['[>=100]dd/mm/yy;General', '45000', '15/03/2023'],
    // By sections
    ['[>=100]dd/mm/yy;General', '50', '50'],
    ['[=0]"";dd/mm/yyyy', '45000', '15/03/2023'],
    ['[=0]"";dd/mm/yyyy', '0', ''],
    ['[<1]hh:mm;dd/mm/yyyy hh:mm', '45000.5', '15/03/2023 12:00'],
    ['[<1]hh:mm;dd/mm/yyyy hh:mm', '0.5', '12:00'],
    ['[<1]h:mm;[h]:mm', '1.5', '36:00'],
    ['[=0]?;[<4.1666][hh]:mm:ss;[hh]:mm', '0.00173611111111111', '00:02:30'],
    ['[<=99999]00000;00000-0000', '12345678', '01234-5678'],
    ['[=0]"";00000', '123', '00123'],
    ['0;dd/mm/yyyy', '45000', '45000'],
    ['dd/mm/yyyy;;', '0', ''],
    [';;;', '7', '7'],
    ['', '0', '0'],
    ['00000;-00000', '-5', '-00005'],
    ['00000;(00000);"none"', '-5', '(00005)'],
    ['00000;(00000);"none"', '0', '0'],
    // What a spreadsheet shows as ####, or takes for a day that never was
    [14, '-1', '-1'],
    [14, '2958466', '2958466'],
    [14, '0', '0'],
    [14, '0.5', '0.5'],
    [22, '0.5', '12:00'],
    [14, '60', '60'],
    [14, '1', '01/01/1900'],
    [14, '59', '28/02/1900'],
    [14, '61', '01/03/1900'],
    [14, '2958465', '31/12/9999'],
    // Zeros in front
    ['00000', '1234', '01234'],
    ['00000', '123456', '123456'],
    ['00000', '12.5', '12.5'],
    ['00000', '-1', '-00001'],
    ['0#" "##" "##" "##" "##', '612345678', '06 12 34 56 78'],
    ['000\\-00\\-0000', '12345678', '012-34-5678'],
    ['"N°"000', '7', 'N°007'],
    ['+00 0', '331', '+33 1'],
    ['"0"#', '612345678', '0612345678'],
    ['\\0#', '612345678', '0612345678'],
    ['"0"##" "##', '6123', '061 23'],
    ['"+33 "0', '612345678', '+33 612345678'],
    ['#0000', '5', '0005'],
    ['0000?', '5', '00005'],
    ['0000.00', '12.5', '0012.50'],
    ['0000.00', '12.345', '12.345'],
    ['00:00', '930', '09:30'],
    ["00'000", '5', "00'005"],
    // Only for the eye
    ['0', '7', '7'],
    ['+0;-0', '7', '7'],
    ['"ID "0', '7', '7'],
    ['#,##0.00 "€"', '1234.5', '1234.5'],
    ['_-* #,##0.00_-', '1234.5', '1234.5'],
    ['0.00%', '0.125', '0.125'],
    ['0.00E+00', '12345', '12345'],
    ['# ?/?', '0.5', '0.5'],
    ['@', '12', '12'],
    ['General" kg"', '12', '12'],
  ];
  for (const [code, value, text] of CASES) {
    it(`${code}, ${value}: ${text}`, async () => expect(await made(code, value)).to.equal(text));
  }

  it('that is too long a code is left alone, and takes no time', async () => {
    expect(await made('['.repeat(100_000), '12')).to.equal('12');
  });

  it('that is a date in words (ISO 8601) is written as its format shows it', async () => {
    const MOMENTS: readonly (readonly [style: number, written: string, text: string])[] = [
      [14, '2026-03-15', '15/03/2026'],
      [14, '2026-03-15T14:30:00', '15/03/2026'],
      [22, '2026-03-15T14:30:00', '15/03/2026 14:30'],
      [0, '2026-03-15T00:00:00.000Z', '15/03/2026'],
      [0, '2026-03-15T14:30:05.000Z', '15/03/2026 14:30:05'],
      [22, '2009-01-01T11:00:00.00000020954757600', '01/01/2009 11:00'],
      [14, '1900-02-28', '28/02/1900'],
      [14, '1900-03-01', '01/03/1900'],
      [21, '11:12:01.00000000000239300', '11:12:01'],
      [46, 'PT36H11M0.000S', '36:11'],
      [0, 'P1DT2H', '26:00'],
      [14, 'in spring', 'in spring'],
    ];
    for (const [style, written, text] of MOMENTS) {
      const xml = `<c s="1" t="d"><v>${written}</v></c>`;
      expect(await cell(xml, { cellFormats: [0, style] }), written).to.equal(text);
      const from1904 = { cellFormats: [0, style], properties: '<workbookPr date1904="1"/>' };
      expect(await cell(xml, from1904), `${written} from 1904`).to.equal(text);
    }
  });

  it('counts days from 1904 where the workbook does', async () => {
    const from1904 = { cellFormats: [14], properties: '<workbookPr date1904="1"/>' };
    expect(await cell('<c s="0"><v>0</v></c>', from1904)).to.equal('01/01/1904');
    expect(await cell('<c s="0"><v>43538</v></c>', from1904)).to.equal('15/03/2023');
    const byExcel =
      '<workbookPr date1904="1"/><extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>';
    expect(await cell('<c s="0"><v>43538</v></c>', { ...from1904, properties: byExcel })).to.equal(
      '15/03/2023',
    );
  });

  it('writes dates in the order that is asked for', async () => {
    const file = await workbook({ sheets: { S: '<row><c s="0"><v>45000</v></c></row>' }, cellFormats: [14] });
    expect((await read(file, { dateOrder: 'YEAR_MONTH_DAY' })).lines[0]).to.equal('2023-03-15');
  });
});

describe('A workbook of several sheets', () => {
  const sheets = {
    Notes: '',
    People: PEOPLE,
    Firms: rowsOf([['Domain'], ['n.example']]),
    Lists: rowsOf([['x']]),
  };

  it('is read where it was left, or from the first sheet that has a table', async () => {
    const left = await read(
      await workbook({
        sheets,
        properties: '<bookViews><workbookView activeTab="2"/><workbookView/></bookViews>',
      }),
    );
    expect([left.workbook.sheet, left.lines[0]]).to.deep.equal([2, 'Domain']);
    const first = await read(await workbook({ sheets }));
    expect([first.workbook.sheet, first.lines[0]]).to.deep.equal([1, 'Mail,Name,Age']);
    const titled = { Cover: rowsOf([['Members 2026']]), ...sheets };
    expect((await read(await workbook({ sheets: titled }))).workbook.sheet).to.equal(2);
    const titles = { Blank: '', Cover: rowsOf([['Members']]), Back: rowsOf([['The end']]) };
    const cover = await read(await workbook({ sheets: titles }));
    expect([cover.workbook.sheet, cover.lines]).to.deep.equal([1, ['Members', '']]);
  });

  it('gives the sheet that is asked for', async () => {
    const { workbook: found, lines } = await read(await workbook({ sheets }), { sheet: 2 });
    expect(found).to.deep.equal({ sheets: ['Notes', 'People', 'Firms', 'Lists'], sheet: 2, isExact: false });
    expect(lines).to.deep.equal(['Domain', 'n.example', '']);
  });

  it('is read from a sheet that is preferred, if it has one of that name', async () => {
    const file = await workbook({ sheets });
    expect((await read(file, { preferred: ['Nobody', 'Firms', 'People'] })).workbook.sheet).to.equal(2);
    expect((await read(file, { preferred: ['Nobody'] })).workbook.sheet).to.equal(1);
    expect((await read(file, { preferred: ['Firms'], sheet: 1 })).workbook.sheet).to.equal(1);
    const empty = await read(file, { preferred: ['Notes'] });
    expect(empty.workbook.sheet, 'one with nothing in it').to.equal(1);
  });

  it('offers no hidden ones, and counts them all the same', async () => {
    const attributes = { Lists: 'state="hidden"', Notes: 'state="veryHidden"', Firms: 'state="hidden"' };
    const file = await workbook({ sheets, attributes, properties: '<workbookView activeTab="3"/>' });
    expect((await read(file)).workbook).to.deep.equal({ sheets: ['People'], sheet: 0, isExact: false });
  });

  it('offers the hidden ones where there is nothing else', async () => {
    const file = await workbook({ sheets: { People: PEOPLE }, attributes: { People: 'state="hidden"' } });
    expect((await read(file)).workbook.sheets).to.deep.equal(['People']);
  });

  it('offers no charts', async () => {
    const relations =
      '<Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="c.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>';
    const file = await workbook({
      sheets: { Chart: '', People: PEOPLE },
      parts: { 'xl/_rels/workbook.xml.rels': relations },
    });
    expect((await read(file)).workbook).to.deep.equal({ sheets: ['People'], sheet: 0, isExact: false });
  });
});

describe('A workbook is exact', () => {
  const isExact = async (xml: string): Promise<boolean> => {
    const rows = `<row r="1">${xml}</row>`;
    const file = await workbook({
      sheets: { S: rows },
      strings: ['<t>x</t>'],
      cellFormats: [0, 14, 2, 164],
      formats: { 164: 'General" kg"' },
    });
    return (await read(file)).workbook.isExact;
  };
  const CASES: readonly (readonly [string, string, boolean])[] = [
    ['with texts', '<c t="s"><v>0</v></c><c t="str"><v>y</v></c>', true],
    ['with whole numbers as they are shown', '<c><v>12345678901</v></c>', true],
    ['without anything in a cell that has a format', '<c><v>1</v></c><c s="1"/>', true],
    ['not with a number that is shown with an exponent', '<c><v>123456789012</v></c>', false],
    ['not with a fraction', '<c><v>1.5</v></c>', false],
    ['not with a date', '<c s="1"><v>45000</v></c>', false],
    ['not with a number in a format', '<c s="2"><v>12</v></c>', false],
    ['not with a number in General and something else', '<c s="3"><v>12</v></c>', false],
    ['not with what is nearly a whole number', '<c><v>2.9999999999999996</v></c>', false],
    ['not with a formula', '<c t="str"><f>A2</f><v>y</v></c>', false],
    ['not with true or false', '<c t="b"><v>1</v></c>', false],
    ['not with an error', '<c t="e"><v>#REF!</v></c>', false],
  ];
  for (const [title, xml, is] of CASES) it(title, async () => expect(await isExact(xml)).to.equal(is));
});

describe('A workbook that cannot be read', () => {
  const sheet = (rows: string): Promise<File> => workbook({ sheets: { S: rows } });
  const whole = (): Promise<File> => workbook({ sheets: { S: PEOPLE }, deflate: true });
  const CASES: readonly (readonly [string, () => Promise<Blob>, string, object | null])[] = [
    ['has nothing in any sheet', () => sheet('<row r="1"/>'), 'file-empty', null],
    ['has no sheets', () => workbook({ sheets: {} }), 'file-empty', null],
    ['is cut off', async () => (await whole()).slice(0, 900), 'workbook-unreadable', { fault: 'damaged' }],
    ['is no archive', async () => new Blob(['PK\x03\x04']), 'workbook-unreadable', { fault: 'damaged' }],
    [
      'has broken bytes',
      async () => {
        const bytes = new Uint8Array(await (await whole()).arrayBuffer());
        return new Blob([bytes.fill(0xff, 120, 400)]);
      },
      'workbook-unreadable',
      { fault: 'damaged' },
    ],
    ['has broken XML', () => sheet('<row><c></row>'), 'workbook-unreadable', { fault: 'damaged' }],
    [
      'is not UTF-8',
      () => workbook({ sheets: { S: '' }, parts: { 'xl/worksheets/sheet1.xml': Uint8Array.of(0x3c, 0xff) } }),
      'workbook-unreadable',
      { fault: 'damaged' },
    ],
    [
      'has rows out of order',
      () => sheet('<row r="2"/><row r="1"/>'),
      'workbook-unreadable',
      { fault: 'damaged' },
    ],
    [
      'names a text that it does not have',
      () => workbook({ sheets: { S: '<row><c t="s"><v>0</v></c></row>' } }),
      'workbook-unreadable',
      { fault: 'damaged' },
    ],
    [
      'lacks its sheet',
      () => workbook({ sheets: { S: '' }, parts: { 'xl/worksheets/sheet1.xml': null } }),
      'workbook-unreadable',
      { fault: 'damaged' },
    ],
    ['has a row too many', () => sheet('<row r="1048577"/>'), 'workbook-unreadable', { fault: 'damaged' }],
    [
      'has a column too many',
      () => sheet('<row><c r="XFE1"/></row>'),
      'workbook-unreadable',
      { fault: 'damaged' },
    ],
    [
      'has no workbook in it',
      () => workbook({ sheets: {}, parts: { 'xl/workbook.xml': null } }),
      'workbook-unreadable',
      { fault: 'damaged' },
    ],
    [
      'is of Excel’s binary kind',
      () =>
        workbook({
          sheets: {},
          parts: {
            '_rels/.rels':
              '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          },
        }),
      'workbook-unreadable',
      { fault: 'xlsb' },
    ],
  ];
  for (const [title, file, code, detail] of CASES) {
    it(title, async () => {
      const error = await failure(await file());
      expect([error.code, error.detail]).to.deep.equal([code, detail]);
    });
  }

  it('says it is too large, before it is unpacked', async () => {
    const file = await whole();
    const bytes = new Uint8Array(await file.arrayBuffer());
    // In the directory, the size of the first part: 3 GB.
    const at = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1);
    new DataView(bytes.buffer).setUint32(at + 24, 3 * 1024 ** 3, true);
    expect((await failure(new Blob([bytes]))).detail).to.deep.equal({ fault: 'too-large' });
  });

  it('does not unpack more than was said', async () => {
    const bytes = new Uint8Array(await (await whole()).arrayBuffer());
    const name = new TextEncoder().encode('xl/worksheets/sheet1.xml');
    const at = bytes.findLastIndex((_, i) => name.every((byte, k) => bytes[i + k] === byte)) - 46;
    new DataView(bytes.buffer).setUint32(at + 24, 100, true);
    expect((await failure(new Blob([bytes]))).detail).to.deep.equal({ fault: 'damaged' });
  });
});

describe('Whatever the bytes', () => {
  it('a workbook is read, or is said to be damaged or empty; nothing else is thrown', async () => {
    const sheets = { People: PEOPLE, Firms: rowsOf([['Domain'], ['n.example']]) };
    const originals = await Promise.all(
      [true, false].map(async (deflate) => {
        const file = await workbook({ sheets, strings: ['<t>a</t>'], cellFormats: [0, 14], deflate });
        return new Uint8Array(await file.arrayBuffer());
      }),
    );
    const change = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }));
    const codes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (original, changes) => {
          const bytes = original.slice();
          for (const [at, by] of changes) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by;
          try {
            await read(new Blob([bytes]));
            codes.add('read');
          } catch (error) {
            if (!(error instanceof ImporterError)) throw error;
            codes.add(error.code);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect([...codes]).to.include.members(['read', 'workbook-unreadable']);
    expect(
      [...codes].filter((code) => !['read', 'workbook-unreadable', 'file-empty'].includes(code)),
    ).to.deep.equal([]);
  });
});
