import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  addDateEvidence,
  bothReadings,
  dateProblem,
  dateTraits,
  decideDateFormat,
  noDateEvidence,
  readDate,
  writeDate,
} from '../../src/core/dates.js';
import type { DateFormat } from '../../src/core/hubspot.js';
import type { DateEvidence } from '../../src/core/problems.js';

const FORMATS: readonly DateFormat[] = ['DAY_MONTH_YEAR', 'MONTH_DAY_YEAR', 'YEAR_MONTH_DAY'];
const DMY = 'DAY_MONTH_YEAR';
const MDY = 'MONTH_DAY_YEAR';
const YMD = 'YEAR_MONTH_DAY';

const evidenceOf = (...texts: readonly string[]): DateEvidence => {
  const evidence = noDateEvidence();
  for (const text of texts) addDateEvidence(evidence, text, dateTraits(text));
  return evidence;
};

describe('dateTraits', () => {
  const orders: readonly (readonly [text: string, readers: readonly DateFormat[]])[] = [
    ['31/12/2025', [DMY]],
    ['12/31/2025', [MDY]],
    ['2025-12-31', [YMD]],
    ['03/04/2025', [DMY, MDY]],
    ['3.4.2025', [DMY, MDY]],
    ['10-28-23', [MDY]],
    ['2023.OCT.28', [YMD]],
    ['28 October 2023', [DMY]],
    ['28-oct-2023', [DMY]],
    ['Oct 28 2023', [MDY]],
    ['31/12/2025 10:30', [DMY]],
    ['02-28-26 7:00AM +01:00', [MDY]],
    ['2025-12-31T23:59:59.999Z', [YMD]],
    ['03/04/05', [DMY, MDY, YMD]],
    ['29/02/2024', [DMY]],
    ['29/02/00', [DMY]],
  ];
  for (const [text, readers] of orders)
    it(`${text} is read in ${readers.join(' and ')}`, () => {
      expect(
        FORMATS.filter((format) => dateProblem(dateTraits(text), 'datetime', format) === null),
      ).to.have.members(readers);
    });

  const unreadable = [
    '31/02/2025',
    '29/02/2023',
    '29/02/1900',
    '00/01/2025',
    '32/01/2025',
    '13/13/2025',
    '1/1/5',
    '1/1/202',
    '31/12-2025',
    '31 Dez 2025',
    'Sept 5 2025',
    'Dec 31, 2025',
    '20251231',
    '45291',
    '1735603200',
    'tomorrow',
    '2025-12-31T25:00',
    '2025-12-31 10:60',
    '2025-12-31 13:00 PM',
    '2025-12-31 10:00 +15:00',
    '2025-12-31 10h30',
    '',
  ];
  for (const text of unreadable)
    it(`${text || 'nothing'} is no date in any order`, () => {
      expect(dateProblem(dateTraits(text), 'datetime', null)).to.equal('date-invalid');
    });
});

describe('dateProblem', () => {
  const cases: readonly (readonly [string, 'date' | 'datetime', DateFormat | null, string | null])[] = [
    ['31/12/2025', 'date', DMY, null],
    ['31/12/2025', 'date', MDY, 'date-invalid'],
    ['31/12/2025', 'date', null, null],
    ['31/12/2025 10:00', 'date', DMY, 'date-invalid'],
    ['31/12/2025 10:00', 'datetime', DMY, null],
    ['31/12/2025', 'datetime', DMY, null],
    ['1735603200000', 'datetime', DMY, null],
    ['1735603200000', 'date', DMY, 'date-invalid'],
    ['-86400000000', 'datetime', null, null],
    ['31/12/0202', 'date', DMY, 'date-out-of-range'],
    ['0999-12-31', 'date', YMD, 'date-out-of-range'],
    ['9999-12-31', 'date', YMD, 'date-out-of-range'],
    ['1000-01-01', 'date', YMD, null],
    ['2999-12-31', 'date', YMD, null],
  ];
  for (const [text, kind, format, problem] of cases)
    it(`${text} as a ${kind}, ${format ?? 'order undecided'}: ${problem ?? 'fine'}`, () => {
      expect(dateProblem(dateTraits(text), kind, format)).to.equal(problem);
    });
});

describe('readDate', () => {
  const cases: readonly (readonly [string, DateFormat | null, string | null])[] = [
    ['03/04/2025', DMY, '2025-04-03'],
    ['03/04/2025', MDY, '2025-03-04'],
    ['03/04/2025', YMD, null],
    ['03/04/2025', null, null],
    ['04/04/2025', null, '2025-04-04'],
    ['03/04/05', YMD, '2003-04-05'],
    ['31/12/68', DMY, '2068-12-31'],
    ['31/12/69', DMY, '1969-12-31'],
    [' 28 October 2023 10:00 ', DMY, '2023-10-28'],
    ['1735603200000', null, null],
  ];
  for (const [text, format, day] of cases)
    it(`reads ${text.trim()} in ${format ?? 'any order'} as ${day ?? 'nothing'}`, () => {
      const date = readDate(text, format);
      expect(date === null ? null : writeDate(date, YMD)).to.equal(day);
    });

  it('reads back every day that writeDate writes, in each order', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...FORMATS), (date, format) => {
        const written = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(readDate(writeDate(written, format), format)).to.deep.equal(written);
        expect(dateProblem(dateTraits(writeDate(written, format)), 'date', format)).to.equal(null);
      }),
    );
  });

  it('knows the same calendar as the browser', () => {
    const number = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2999 }), number(13), number(32), (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(readDate(`${year}-${month}-${day}`, YMD) !== null).to.equal(exists);
      }),
    );
  });
});

describe('bothReadings', () => {
  it('gives both days of an ambiguous date, for the question', () => {
    expect(bothReadings('03/04/2025')).to.deep.equal({
      dayFirst: { year: 2025, month: 4, day: 3 },
      monthFirst: { year: 2025, month: 3, day: 4 },
    });
  });
  for (const text of ['31/12/2025', '04/04/2025', '2025-03-04', 'soon'])
    it(`asks nothing about ${text}`, () => {
      expect(bothReadings(text)).to.equal(null);
    });
});

describe('addDateEvidence', () => {
  it('counts how the dates of a column are written and keeps the first ambiguous one', () => {
    const cells = [
      '04/04/2025',
      '31/12/2025',
      '05/06/2025',
      '07/08/2025',
      '12/31/2025',
      '2025-01-02',
      'never',
    ];
    expect(evidenceOf(...cells, '1735603200000')).to.deep.equal({
      dayFirst: 1,
      monthFirst: 1,
      yearFirst: 1,
      either: 3,
      example: '05/06/2025',
    });
  });
});

describe('decideDateFormat', () => {
  const decided = (format: DateFormat | null, ambiguous = false, conflict = false): object => ({
    format,
    ambiguous,
    conflict,
  });
  const cases: readonly (readonly [string, readonly DateEvidence[], object])[] = [
    ['no dates decide nothing', [evidenceOf(), evidenceOf('n/a')], decided(null)],
    ['one 31/12 decides for the whole column', [evidenceOf('03/04/2025', '31/12/2025')], decided(DMY)],
    ['one 12/31 decides for the whole column', [evidenceOf('03/04/2025', '12/31/2025')], decided(MDY)],
    ['one column decides for another', [evidenceOf('03/04/2025'), evidenceOf('31/12/2025')], decided(DMY)],
    ['year first is decided', [evidenceOf('2025-12-31', '2025-01-02')], decided(YMD)],
    ['only ambiguous dates are asked about', [evidenceOf('03/04/2025', '05/06/2025')], decided(null, true)],
    ['dates that are the same either way need no question', [evidenceOf('04/04/2025')], decided(MDY)],
    [
      'the order of the most cells wins, and that others lose is said',
      [evidenceOf('31/12/2025', '30/11/2025', '12/31/2025')],
      decided(DMY, false, true),
    ],
    ['a draw is asked about', [evidenceOf('31/12/2025', '12/31/2025')], decided(null, true, true)],
    [
      'year first beside an ambiguous column cannot both be read',
      [evidenceOf('2025-12-31', '2025-12-30'), evidenceOf('03/04/2025')],
      decided(YMD, false, true),
    ],
    [
      'an ambiguous majority beside year first is asked about',
      [evidenceOf('2025-12-31'), evidenceOf('03/04/2025', '05/06/2025')],
      decided(null, true, true),
    ],
    [
      'Unix milliseconds have no order',
      [evidenceOf('1735603200000'), evidenceOf('31/12/2025')],
      decided(DMY),
    ],
  ];
  for (const [title, columns, decision] of cases)
    it(title, () => {
      expect(decideDateFormat(columns)).to.deep.equal(decision);
    });
});
