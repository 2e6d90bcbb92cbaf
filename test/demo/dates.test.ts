import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDate, readDateTime, zoneOffset } from '../../demo/hubspot/dates.js';
import type { DateFormat } from '../../demo/hubspot/import-request.js';

const dates: readonly (readonly [DateFormat, string, string])[] = [
  ['DAY_MONTH_YEAR', '28/10/2023', '2023-10-28'],
  ['DAY_MONTH_YEAR', '03/04/2025', '2025-04-03'],
  ['DAY_MONTH_YEAR', '1.2.24', '2024-02-01'],
  ['DAY_MONTH_YEAR', '28-oct-2023', '2023-10-28'],
  ['DAY_MONTH_YEAR', '28-OCTOBER-2023', '2023-10-28'],
  ['DAY_MONTH_YEAR', '12/31/2025', 'unreadable'],
  ['DAY_MONTH_YEAR', '30/02/2025', 'unreadable'],
  ['DAY_MONTH_YEAR', '29/02/2024', '2024-02-29'],
  ['DAY_MONTH_YEAR', '2025-12-31', 'unreadable'],
  ['DAY_MONTH_YEAR', '31/12', 'unreadable'],
  ['DAY_MONTH_YEAR', '31 December 2025', 'unreadable'],
  ['DAY_MONTH_YEAR', '01/01/0099', 'out-of-range'],
  ['MONTH_DAY_YEAR', '10-28-23', '2023-10-28'],
  ['MONTH_DAY_YEAR', '03/04/2025', '2025-03-04'],
  ['MONTH_DAY_YEAR', '12/31/75', '1975-12-31'],
  ['MONTH_DAY_YEAR', '31/12/2025', 'unreadable'],
  ['YEAR_MONTH_DAY', '2023.OCT.28', '2023-10-28'],
  ['YEAR_MONTH_DAY', '2025-12-31', '2025-12-31'],
  ['YEAR_MONTH_DAY', '31-12-2025', 'unreadable'],
  ['YEAR_MONTH_DAY', 'tomorrow', 'unreadable'],
];

describe('dates of an import', () => {
  for (const [format, text, expected] of dates) {
    it(`${text} as ${format} is ${expected}`, () => {
      const read = readDate(text, format);
      assert.equal(typeof read === 'string' ? read : read.date, expected);
    });
  }
});

const times: readonly (readonly [string, string])[] = [
  ['2025-01-15', '2025-01-14T23:00:00.000Z'],
  ['2025-01-15 14:30', '2025-01-15T13:30:00.000Z'],
  ['2025-07-15 14:30', '2025-07-15T12:30:00.000Z'],
  ['2025-07-15 2:30PM', '2025-07-15T12:30:00.000Z'],
  ['2025-07-15 12:05 am', '2025-07-14T22:05:00.000Z'],
  ['2025-07-15 14:30 +05:00', '2025-07-15T09:30:00.000Z'],
  ['2025-07-15 14:30:20 -01:30', '2025-07-15T16:00:20.000Z'],
  ['1767225600000', '2026-01-01T00:00:00.000Z'],
  ['2025-07-15 25:00', 'unreadable'],
  ['2025-07-15 14:60', 'unreadable'],
  ['2025-07-15 13:00PM', 'unreadable'],
  ['2025-07-15T14:30:00Z', 'unreadable'],
  ['2025-07-15 soon', 'unreadable'],
  ['99999999999999999', 'out-of-range'],
];

describe('dates with a time, in an account of Paris', () => {
  const offsetAt = zoneOffset('Europe/Paris');
  for (const [text, expected] of times) {
    it(`${text} is ${expected}`, () => {
      const read = readDateTime(text, 'YEAR_MONTH_DAY', offsetAt);
      assert.equal(typeof read === 'string' ? read : read.date, expected);
    });
  }
});
