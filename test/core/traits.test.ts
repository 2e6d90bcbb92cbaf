import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { DateFormat } from '../../src/core/hubspot.js';
import {
  isPlainEmail,
  isPlainPhone,
  isPlainText,
  PLAIN_EMAIL,
  PLAIN_PHONE,
} from '../../src/core/quick-traits.js';
import { traitsOfBytes, traitsOfText } from '../../src/core/traits-of-bytes.js';
import * as TRAITS from '../../src/core/trait-bits.js';
import {
  isTraitKind,
  PLAIN_TEXT,
  problemOfTraits,
  type TraitKind,
  VERDICT_BITS,
} from '../../src/core/traits.js';
import { createTextCheck, traitsByRules } from './text-rules.js';

const KINDS: readonly TraitKind[] = [
  ...([
    'text',
    'email',
    'domain',
    'url',
    'phone',
    'number',
    'boolean',
    'record-id',
    'date',
    'datetime',
  ] as const),
];
const FORMATS: readonly (DateFormat | null)[] = [null, 'DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'];

const MARGIN = 4;

/** Other cells stand around it. */
function rowAround(bytes: Uint8Array): Uint8Array {
  const row = new Uint8Array(bytes.length + 2 * MARGIN).fill(44);
  row.set(bytes, MARGIN);
  return row;
}
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The names of the bits, so that a failure can be read. */
const names = (traits: number): string[] => [
  ...Object.entries(TRAITS).flatMap(([name, bit]) => ((traits & bit) === 0 ? [] : [name])),
  `dates ${(traits >> 10) & 127}`,
];
function expectAgreement(bytes: Uint8Array): void {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const traits = traitsByRules(text);
  const row = rowAround(bytes);
  const [start, end] = [MARGIN, MARGIN + bytes.length];
  expect(names(traitsOfBytes(row, start, end)), JSON.stringify(text)).to.deep.equal(names(traits));
  const recognised: readonly (readonly [boolean, number, number])[] = [
    [isPlainText(row, new DataView(row.buffer), start, end), traits & VERDICT_BITS, PLAIN_TEXT],
    [isPlainPhone(row, start, end), traits & VERDICT_BITS, PLAIN_PHONE],
    [isPlainEmail(row, start, end), traits, PLAIN_EMAIL],
  ];
  for (const [is, found, expected] of recognised) {
    if (is) expect(names(found), JSON.stringify(text)).to.deep.equal(names(expected));
  }
}

/** Pieces of every kind of value, right, wrong and nearly right. */
const PIECES = [
  ...[
    'ann',
    'Lee',
    'a',
    'x',
    'true',
    'NO',
    'Yes',
    'ext',
    'ext.',
    'extension',
    'Oct',
    'september',
    'may',
    'T',
    'z',
    'am',
    'PM',
  ],
  ...[
    'www.',
    'WWW.',
    'xn--',
    'com',
    'co',
    'c',
    'org',
    'http://',
    'https://',
    'mailto:',
    '://',
    '//',
    'localhost',
    '127.0.0.1',
  ],
  ...[
    '0',
    '1',
    '7',
    '12',
    '28',
    '31',
    '99',
    '007',
    '2025',
    '1735603200000',
    '12345',
    '1234567890123456',
    '65536',
    '8080',
  ],
  ...[
    '.',
    '..',
    '@',
    '-',
    '--',
    '+',
    '/',
    ':',
    '%',
    '#',
    '?',
    '&',
    '=',
    '_',
    '!',
    "'",
    '"',
    ',',
    ';',
    '(',
    ')',
    '<',
    '>',
    '|',
    '~',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\v',
    '\u00a0',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u205f',
    '\u3000',
    '\ufeff',
    '\u200b',
  ],
  ...['é', 'É', 'ß', 'İ', '\u212a', 'ſ', '’', '—', '日本', 'Ω', '😀', '𝒳', '\ufffd', 'ж', '٣', '\u0301'],
];
const cell = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join(''));

/** Values that are nearly always right. */
const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const label = fc.stringMatching(/^[a-zA-Z0-9-]{1,9}$/);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const dates = fc
  .tuple(
    fc.oneof(digits(1, 5), fc.constantFrom('Oct', 'MAY', 'foo', 'september')),
    fc.constantFrom('/', '-', '.', ' ', ':'),
    fc.oneof(digits(1, 3), fc.constantFrom('oct', 'June')),
    fc.constantFrom(0, 0, 0, 1),
    digits(1, 5),
    fc.constantFrom('', ' ', 'T', 't', '  ', 'T ', '   '),
    fc.oneof(
      fc.constant(''),
      fc.tuple(digits(1, 3), digits(1, 3)).map(([hour, minute]) => `${hour}:${minute}`),
    ),
    fc.oneof(
      fc.constantFrom('', '', ':'),
      digits(2, 2).map((seconds) => `:${seconds}`),
      fc.constantFrom(':59.123', ':60', ':1', ':01.1234567890'),
    ),
    fc.constantFrom('', 'AM', ' pm', '  pm', 'p', ' '),
    fc.constantFrom('', 'Z', ' z', '+01:00', ' -05:30', '+1:00', '+15:00', '+01:60', ' +01:00 '),
  )
  .map(([first, separator, second, other, third, ...time]) =>
    [first, separator, second, other === 0 ? separator : '-', third, ...time].join(''),
  );
const LIKELY: Readonly<Record<string, fc.Arbitrary<string>>> = {
  dates,
  addresses: fc
    .tuple(fc.stringMatching(/^[a-z0-9.+_'/-]{1,20}$/), host)
    .map(([local, of]) => `${local}@${of}`),
  domains: fc
    .tuple(
      fc.constantFrom('', 'http://', 'HTTPS://', 'ftp+x://', '1://'),
      fc.constantFrom('', 'www.', 'u@', 'u:p@'),
      host,
      fc.constantFrom('', '.', ':80', ':', ':123456', '/a b', '/x@y', '?q=é', '#x'),
    )
    .map((parts) => parts.join('')),
  numbers: fc
    .tuple(
      fc.constantFrom('', '-', '+', '--'),
      digits(0, 20),
      fc.constantFrom('', '.', ',', '.5', '..'),
      fc.constantFrom('', '%', '%%', ' '),
    )
    .map((parts) => parts.join('')),
  phones: fc
    .tuple(
      fc.constantFrom('', '+', '(0)', 'Tel '),
      digits(1, 6),
      fc.constantFrom(' ', '-', '.', ' x', ' ext. ', '#', ' Ext'),
      digits(0, 9),
    )
    .map((parts) => parts.join('')),
  words: fc
    .tuple(
      fc.constantFrom('true', 'FALSE', 'yes', 'No', 'nO ', 'tru', 'yesno'),
      fc.constantFrom('', ' ', '\u00a0', '.', '1'),
    )
    .map((parts) => parts.join('')),
};

describe('traitsOfBytes', () => {
  it('agrees with the text on any mixture of what values are made of', () => {
    fc.assert(
      fc.property(cell, (text) => expectAgreement(encode(text))),
      { numRuns: 20_000 },
    );
  });

  for (const [title, values] of Object.entries(LIKELY)) {
    it(`agrees with the text on ${title} that are right, wrong and nearly right`, () => {
      fc.assert(
        fc.property(values, (text) => expectAgreement(encode(text))),
        { numRuns: 5_000 },
      );
    });
  }

  it('agrees with the text on any bytes at all, UTF-8 or not', () => {
    const piece = fc.oneof(
      fc.constantFrom(...PIECES).map((text) => [...encode(text)]),
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(
        [0xc2],
        [0xe2, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xe0, 0x80, 0x80],
        [0xc0, 0xaf],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) =>
        expectAgreement(Uint8Array.from(pieces.flat())),
      ),
      { numRuns: 20_000 },
    );
  });

  const LONG: readonly (readonly [string, string])[] = [
    ['a text at the limit', 'x'.repeat(65_536)],
    ['a text beyond it', 'x'.repeat(65_537)],
    ['accents that take more bytes than the limit and fewer characters', 'é'.repeat(40_000)],
    ['accents beyond the limit', 'é'.repeat(65_537)],
    ['a local part at the limit', `${'l'.repeat(64)}@example.com`],
    ['a local part beyond it', `${'l'.repeat(65)}@example.com`],
    ['an address at the limit', `a@${'l23456789.'.repeat(24)}example.info`],
    ['an address beyond it', `a@${'l23456789.'.repeat(24)}example.museum`],
    ['a domain at the limit', `${'l23456789.'.repeat(25)}com`],
    ['a domain beyond it', `${'l23456789.'.repeat(25)}info`],
    ['a label at the limit', `${'l'.repeat(63)}.com`],
    ['a label beyond it', `${'l'.repeat(64)}.com`],
    ['a top level at the limit', `a.${'l'.repeat(63)}`],
    ['a top level beyond it', `a.${'l'.repeat(64)}`],
    ['a punycode top level at the limit', `a.xn--${'l1'.repeat(29)}-`],
    ['a punycode top level beyond it', `a.xn--${'l1'.repeat(30)}`],
    ['a long web address', `https://example.com/${'a'.repeat(65_516)}`],
    ['one too long', `https://example.com/${'a'.repeat(65_517)}`],
    ['a telephone number at the limit', '1 '.repeat(50)],
    ['one beyond it', `${'1 '.repeat(50)}1`],
    ['a record id at the limit', '1'.repeat(19)],
    ['one beyond it', '1'.repeat(20)],
    ['a number of leading zeros', `${'0'.repeat(300)}1`],
  ];
  for (const [title, text] of LONG)
    it(`agrees with the text on ${title}`, () => expectAgreement(encode(text)));
});

describe('common cells', () => {
  const RECOGNISERS: Readonly<Record<string, (row: Uint8Array, start: number, end: number) => boolean>> = {
    text: (row, start, end) => isPlainText(row, new DataView(row.buffer), start, end),
    phone: isPlainPhone,
    email: isPlainEmail,
  };
  const CASES: Readonly<Record<string, { at: readonly string[]; later: readonly string[] }>> = {
    text: {
      at: ['Hafenkontor', 'called back later', 'Solaris Consulting 24 Inc'],
      later: [
        'yes',
        'false',
        'yes   ',
        'a.com',
        'May 5 2026',
        'Zoë Lefèvre',
        '12',
        'ext 12345',
        ' abcdef',
        '',
      ],
    },
    phone: {
      at: ['+33 1 23 45 67 89'],
      later: ['0123456789', '+33 1', '+33 123 456 ', '+3312345', '+33 (0) 12 34 56'],
    },
    email: {
      at: ['ann@b.co', 'a.b-c_d+e@sub.example.com', '1@2.museum'],
      later: [
        'Ann@b.co',
        'ann@b',
        'ann@b.c',
        'a/b@c.co',
        '.a@b.co',
        'a..b@c.co',
        'a@-b.co',
        'a@b-.co',
        'a@b..co',
        'a@b.c1',
        '@b.co',
      ],
    },
  };
  for (const [kind, { at, later }] of Object.entries(CASES)) {
    const isRecognised = (text: string): boolean | undefined => {
      const row = rowAround(encode(text));
      return RECOGNISERS[kind]?.(row, MARGIN, row.length - MARGIN);
    };
    for (const text of at)
      it(`${text} is recognised at once as ${kind}`, () => expect(isRecognised(text)).to.equal(true));
    for (const text of later) {
      it(`${JSON.stringify(text)} takes a closer look than for ${kind}`, () =>
        expect(isRecognised(text)).to.equal(false));
    }
  }
});

describe('problemOfTraits', () => {
  it('says of every kind and date order what the check of the text says', () => {
    const cells = fc.oneof(cell, ...Object.values(LIKELY)).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(cells, (text) => {
        for (const kind of KINDS) {
          for (const dateFormat of FORMATS) {
            const rule = {
              column: 0,
              objectTypeId: '0-1',
              property: 'p',
              kind,
              uniqueness: 'none',
              options: [],
            } as const;
            const expected = createTextCheck(rule, { owners: null, dateFormat })(text.trim());
            expect(problemOfTraits(traitsOfText(text), kind, dateFormat), `${kind} ${text}`).to.equal(
              expected,
            );
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('answers the kinds that need nothing from the account', () => {
    expect(KINDS.every(isTraitKind)).to.equal(true);
    for (const kind of ['option', 'options', 'owner', 'labels', 'keys'])
      expect(isTraitKind(kind)).to.equal(false);
  });
});
