import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dialect } from '../../src/core/dialect.js';
import { sniffDialect } from '../../src/core/sniff.js';
import { bytesOf, encode, utf16 } from './bytes.js';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const sniff = (text: string, given?: Partial<Dialect>): Dialect => sniffDialect(encode(text), true, given);

describe('sniffDialect, encoding', () => {
  const TEXT = 'Name,City\nÉlodie,Orléans\n';
  const CASES: readonly (readonly [string, Uint8Array, string])[] = [
    ['plain ASCII is UTF-8', encode('a,b\n1,2\n'), 'utf-8'],
    ['valid UTF-8 is UTF-8', encode(TEXT), 'utf-8'],
    ['a UTF-8 byte order mark is believed', encode(`\ufeff${TEXT}`), 'utf-8'],
    ['a UTF-16 byte order mark is believed, little endian', utf16(`\ufeff${TEXT}`, true), 'utf-16le'],
    ['a UTF-16 byte order mark is believed, big endian', utf16(`\ufeff${TEXT}`, false), 'utf-16be'],
    ['UTF-16 is known without its mark, little endian', utf16(TEXT, true), 'utf-16le'],
    ['UTF-16 is known without its mark, big endian', utf16(TEXT, false), 'utf-16be'],
    ['UTF-16 in Cyrillic is known without its mark', utf16('Имя,Город\nАнна,Москва\n', true), 'utf-16le'],
    ['accents in single bytes are Windows-1252', bytesOf('Name;Stadt\nM\xfcller;K\xf6ln\n'), 'windows-1252'],
    ['the euro sign of Windows is Windows-1252', bytesOf('Prix\n12 \x80\n'), 'windows-1252'],
    [
      'one damaged character in much UTF-8 is UTF-8',
      Uint8Array.of(...encode(TEXT.repeat(20)), 0xc3, 0x0a, ...encode(TEXT)),
      'utf-8',
    ],
  ];
  for (const [title, bytes, encoding] of CASES) {
    it(title, () => expect(sniffDialect(bytes, true).encoding).to.equal(encoding));
  }

  it('a character cut by the end of the slice proves nothing', () => {
    const bytes = encode('Name\nÉlodie\nZoé');
    expect(sniffDialect(bytes.subarray(0, -1), false).encoding).to.equal('utf-8');
    expect(sniffDialect(encode('Name\nZoé').subarray(0, -1), true).encoding).to.equal('windows-1252');
  });

  it('a given encoding is kept, one that no browser knows is not', () => {
    expect(sniff(TEXT, { encoding: 'iso-8859-15' }).encoding).to.equal('iso-8859-15');
    expect(sniff(TEXT, { encoding: 'utf-9' }).encoding).to.equal('utf-8');
  });

  it('the delimiter of a UTF-16 file is found', () => {
    const found = sniffDialect(utf16('\ufeffName\tCity\r\nÉlodie\tOrléans\r\n', true), true);
    expect(found).to.deep.equal({
      encoding: 'utf-16le',
      delimiter: '\t',
      quote: '"',
      newline: '\r\n',
      headerRow: 1,
    });
  });
});

describe('sniffDialect, delimiter and quote', () => {
  const CASES: readonly (readonly [string, string, string, string?])[] = [
    ['commas', lines('Name,Email,City', 'Ann,a@x.com,Rome', 'Bob,b@x.com,Oslo'), ','],
    [
      'semicolons with decimal commas',
      lines('Name;Betrag;Rabatt', 'A;1,50;0,5', 'B;2,75;1,5', 'C;3,00;2,5'),
      ';',
    ],
    ['semicolons in one column of a comma file', lines('Name,Tags,City', 'A,x;y,Rome', 'B,x;y,Oslo'), ','],
    [
      'tabs with commas in the text',
      lines('Name\tNote', 'A\tone, two, three', 'B\tfour', 'C\tfive, six'),
      '\t',
    ],
    ['pipes', lines('Name|Email', 'A|a@x.com', 'B|b@x.com'), '|'],
    ['carets, beyond doubt', lines('Name^Email', 'A^a@x.com', 'B^b@x.com'), '^'],
    ['a tilde in some cells is no delimiter', lines('Name', 'about ~5', 'x', 'y', 'z'), ','],
    [
      'delimiters inside quotes do not count',
      lines('Name;Note', '"A, b, c";"d, e"', '"F, g, h";"i, j"'),
      ';',
    ],
    [
      'a newline inside quotes does not end a row',
      lines('Name;Note', '"A";"one\ntwo, three"', '"B";"x"'),
      ';',
    ],
    ['one column has no delimiter to find', lines('Email', 'a@x.com', 'b@x.com'), ','],
    [
      'a title above the table does not hide it',
      lines('Contacts, all of them', '', 'Name;Email', 'A;a@x.com', 'B;b@x.com'),
      ';',
    ],
    ['a header alone is enough', 'Name;Email;City', ';'],
    [
      'a few ragged rows do no harm',
      lines('A;B;C', '1;2;3', '1;2', '1;2;3', '1;2;3;4', '1;2;3', '1;2;3'),
      ';',
    ],
    ['apostrophes that quote', lines("'Name','Note'", "'A','one, two'", "'B','three'"), ',', "'"],
    [
      'apostrophes that quote, without a delimiter inside',
      lines("'Name';'Note'", "'A';'one'", "'B';'two'"),
      ';',
      "'",
    ],
    ['apostrophes that are text', lines('Name,Note', "O'Brien,'tis so", "D'Arcy,it's"), ','],
  ];
  for (const [title, text, delimiter, quote = '"'] of CASES) {
    it(title, () => {
      const found = sniff(text);
      expect([found.delimiter, found.quote]).to.deep.equal([delimiter, quote]);
    });
  }

  it("Excel's first line that names the delimiter is believed, and is no header", () => {
    const found = sniff('sep=;\r\nName;Email\r\nA, b;a@x.com\r\n');
    expect(found).to.include({ delimiter: ';', newline: '\r\n', headerRow: 2 });
  });

  it('what is given is kept and the rest found around it', () => {
    const text = lines('Name;Email', 'A;a@x.com');
    expect(sniff(text, { delimiter: ',', quote: "'" })).to.include({
      delimiter: ',',
      quote: "'",
      headerRow: 1,
    });
    expect(sniff(text, { headerRow: 0 })).to.include({ delimiter: ';', headerRow: 0 });
    expect(sniff(text, { newline: '\r\n' })).to.include({ delimiter: ';', newline: '\r\n' });
  });

  it('a delimiter that is not one ASCII character counts as not given', () => {
    const text = lines('Name;Email', 'A;a@x.com');
    for (const delimiter of ['', ';;', '§']) expect(sniff(text, { delimiter }).delimiter).to.equal(';');
  });

  it('a file cut in the middle of a row is read without that row', () => {
    const text = lines('Name;Email', 'A;a@x.com', 'B;b@x.com');
    expect(sniffDialect(encode(`${text}C, d, e, f`), false).delimiter).to.equal(';');
  });
});

describe('sniffDialect, newline', () => {
  const CASES: readonly (readonly [string, string, string])[] = [
    ['newlines', 'a,b\n1,2\n', '\n'],
    ['carriage returns with newlines', 'a,b\r\n1,2\r\n', '\r\n'],
    ['carriage returns', 'a,b\r1,2\r', '\r'],
    ['newlines inside quotes do not count', 'a,b\r\n1,"x\ny\nz\nw"\r\n', '\r\n'],
    ['a file of one line', 'a,b', '\n'],
  ];
  for (const [title, text, newline] of CASES) {
    it(title, () => expect(sniff(text).newline).to.equal(newline));
  }
});

describe('sniffDialect, header row', () => {
  const CASES: readonly (readonly [string, string, number])[] = [
    ['the first row, as a rule', lines('Name,Email', 'Ann,a@x.com'), 1],
    ['the first row of text above text', lines('First,Last', 'Ann,Lee', 'Bob,Ray'), 1],
    ['below a title', lines('All contacts', 'Name,Email,City', 'Ann,a@x.com,Rome'), 2],
    [
      'below a title that is padded',
      lines('All contacts,,,', ',,,', 'Name,Email,City,Age', 'Ann,a@x.com,Rome,41'),
      3,
    ],
    ['below a blank line and notes', lines('Export,2025', '', 'By,Ann', 'A,B,C,D,E,F', '1,2,3,4,5,6'), 4],
    [
      'below a row of groups',
      lines('Contact,,,Company,,', 'First,Last,Email,Name,City,Size', 'a,b,c@x.com,d,e,9'),
      2,
    ],
    ['none: the first row has an e-mail address like the others', lines('Ann,a@x.com', 'Bob,b@x.com'), 0],
    [
      'none: the first row has numbers and dates like the others',
      lines('A,12,2025-01-02', 'B,13,2025-02-03'),
      0,
    ],
    ['none: a value of the first row comes back', lines('Ann,Paris', 'Bob,Paris', 'Eve,Rome'), 0],
    ['years may be headers', lines('Name,2023,2024', 'A,100,200', 'B,300,400'), 1],
    ['headers may be missing here and there', lines('Name,,Email,', 'Ann,x,a@x.com,y', 'Bob,x,b@x.com,y'), 1],
    ['headers may be repeated', lines('Email,Email,Name', 'a@x.com,b@x.com,Ann'), 1],
    ['mostly empty rows below', lines('A,B,C,D,E,F', '1,,,,,', '2,,,,,', '3,,x,,,'), 1],
    ['one column', lines('Email', 'a@x.com', 'b@x.com'), 1],
    ['one column without a header', lines('a@x.com', 'b@x.com'), 0],
    ['one column with a stray comma far down', lines('Name', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h, i'), 1],
    ['a header and nothing else', lines('Name,Email'), 1],
    ['one row of data', lines('Ann,a@x.com'), 0],
    ['nothing at all', '', 0],
  ];
  for (const [title, text, row] of CASES) {
    it(title, () => expect(sniff(text).headerRow).to.equal(row));
  }
});

describe('sniffDialect, whatever the bytes', () => {
  const bit = fc.constantFrom(
    'a',
    'Name',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    'sep=;',
    'é',
    '\0',
    ' ',
    '12',
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(bit, { maxLength: 80 }).map((bits) => encode(bits.join(''))),
    fc.array(bit, { maxLength: 80 }).map((bits) => utf16(bits.join(''), true)),
  );

  it('gives a dialect that can be read with', () => {
    fc.assert(
      fc.property(bytes, fc.boolean(), (found, complete) => {
        const { encoding, delimiter, quote, newline, headerRow } = sniffDialect(found, complete);
        expect(new TextDecoder(encoding).encoding).to.match(/./);
        expect([delimiter, quote].map(({ length }) => length)).to.deep.equal([1, 1]);
        expect(delimiter).to.not.equal(quote);
        expect(newline).to.be.oneOf(['\n', '\r\n', '\r']);
        expect(headerRow).to.satisfy((row: number) => Number.isInteger(row) && row >= 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the delimiter of a table of words, however it is written', () => {
    const cell = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,6})?$/);
    const table = fc
      .record({ width: fc.integer({ min: 2, max: 6 }), height: fc.integer({ min: 3, max: 12 }) })
      .chain(({ width, height }) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: height,
          maxLength: height,
        }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        (rows, delimiter, newline, isQuoted, isWide) => {
          const written = rows.map((cells) =>
            cells.map((text) => (isQuoted ? `"${text}"` : text)).join(delimiter),
          );
          const text = written.join(newline) + newline;
          const found = sniffDialect(isWide ? utf16(text, true) : encode(text), true);
          expect(found).to.include({ delimiter, newline, encoding: isWide ? 'utf-16le' : 'utf-8' });
        },
      ),
      { numRuns: 500 },
    );
  });
});
