import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import { findSample, SAMPLES } from '../../demo/samples.js';
import { type Column, importCsv, openStandIn, requestOf } from './calls.js';

const bytesOf = (name: string): Uint8Array<ArrayBuffer> => {
  const [file] = findSample(name)?.files ?? [];
  assert.ok(file);
  return new Uint8Array(Buffer.concat([...file.generate()]));
};
const rowsOf = (text: string, delimiter = ','): string[][] =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false }).data;
const small = SAMPLES.filter(({ name }) => !name.startsWith('large'));

const CONTACTS: readonly Column[] = [
  ['First Name', 'firstname'],
  ['Last Name', 'lastname'],
  ['Email', 'email', 'HUBSPOT_ALTERNATE_ID'],
  ['Phone Number', 'phone'],
  ['Company Name', 'company'],
  ['Job Title', 'jobtitle'],
  ['City', 'city'],
  ['Postal Code', 'zip'],
  ['Country/Region', 'country'],
  ['Lifecycle Stage', 'lifecyclestage'],
  ['Contact owner', 'hubspot_owner_id'],
  ['Interests', 'interests'],
  ['Member number', 'member_number'],
  ['Birthday', 'birthday'],
  ['Member since', 'member_since'],
];

describe('samples', () => {
  for (const { fileName, generate } of small.flatMap(({ files }) => files)) {
    it(`${fileName} is the same bytes every time`, () => {
      const digest = () =>
        createHash('sha256')
          .update(Buffer.concat([...generate()]))
          .digest('hex');
      assert.equal(digest(), digest());
    });
  }

  it('the clean one is imported without an error', async () => {
    const standIn = openStandIn();
    const request = requestOf(CONTACTS, { dateFormat: 'YEAR_MONTH_DAY' });
    const { state, counters, errors } = await importCsv(standIn, request, bytesOf('clean-contacts'));
    assert.deepEqual([state, counters.CREATED_OBJECTS, errors], ['DONE', 10_000, []]);
  });

  it('the messy one has many kinds of errors, and every row is accounted for', async () => {
    const request = requestOf(CONTACTS, { dateFormat: 'YEAR_MONTH_DAY' });
    const { counters, errors } = await importCsv(openStandIn(), request, bytesOf('messy-contacts'));
    const kinds = new Set(errors.map(({ errorType }) => errorType));
    for (const kind of [
      'INVALID_EMAIL',
      'INVALID_ENUMERATION_OPTION',
      'COULD_NOT_PARSE_DATE',
      'MULTIPLE_OWNERS_FOUND',
      'COULD_NOT_FIND_OWNER',
      'INCORRECT_NUMBER_OF_COLUMNS',
      'FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES',
    ]) {
      assert.ok(kinds.has(kind), kind);
    }
    const isRefused = /EMAIL|COLUMNS|EMPTY/;
    const refused = new Set(
      errors
        .filter(({ errorType }) => isRefused.test(errorType))
        .map(({ sourceData }) => sourceData.lineNumber),
    );
    assert.equal((counters.CREATED_OBJECTS ?? 0) + (counters.UPDATED_OBJECTS ?? 0) + refused.size, 500);
    assert.ok((counters.UPDATED_OBJECTS ?? 0) > 5);
  });

  it('the German one is Windows-1252 with semicolons', () => {
    const bytes = bytesOf('german-export');
    assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const rows = rowsOf(new TextDecoder('windows-1252').decode(bytes).trimEnd(), ';');
    assert.deepEqual(rows[0]?.slice(0, 5), ['Anrede', 'Vorname', 'Nachname', 'E-Mail-Adresse', 'Firma']);
    assert.ok(rows.every((cells) => cells.length === 14));
    assert.ok(rows.some((cells) => cells[2] === 'Müller') && rows.some((cells) => cells[2] === 'Weiß'));
    assert.ok(
      rows
        .slice(1)
        .every((cells) => /^\d\d\.\d\d\.\d{4}$/.test(cells[10] ?? '') && /^\d+,\d\d$/.test(cells[12] ?? '')),
    );
  });

  it('the Outlook one has 92 columns, the Salesforce one 16, in every row', () => {
    const widths = (name: string) =>
      new Set(rowsOf(new TextDecoder().decode(bytesOf(name)).trimEnd()).map((cells) => cells.length));
    assert.deepEqual(widths('outlook-export'), new Set([92]));
    assert.deepEqual(widths('salesforce-export'), new Set([16]));
  });

  it('a large one streams in small pieces, unique rows within its size', () => {
    const pieces = findSample('large-100')?.files[0].generate() ?? [];
    let bytes = 0;
    let text = '';
    for (const piece of pieces) {
      bytes += piece.length;
      text += new TextDecoder().decode(piece);
      assert.ok(piece.length < 200_000);
      if (bytes > 2_000_000) break;
    }
    const emails = rowsOf(text)
      .slice(1, -1)
      .map((cells) => cells[2]);
    assert.equal(new Set(emails).size, emails.length);
    assert.ok(bytes / emails.length > 480, 'so that 500 MB stay under 1,048,576 rows');
  });
});

const file = (name: string) =>
  readFileSync(new URL(`../../demo/samples/${name}.csv`, import.meta.url), 'utf8');
const KEY = 'HUBSPOT_ALTERNATE_ID';
const files: readonly (readonly [
  name: string,
  objectType: string,
  columns: readonly Column[],
  rows: number,
])[] = [
  [
    'contacts',
    '0-1',
    [
      ['First name', 'firstname'],
      ['Last name', 'lastname'],
      ['Email', 'email', KEY],
      ['Job title', 'jobtitle'],
      ['Birthday', 'birthday'],
    ],
    3,
  ],
  [
    'companies',
    '0-2',
    [
      ['Company', 'name'],
      ['Domain', 'domain', KEY],
      ['Industry', 'industry'],
      ['Employees', 'numberofemployees'],
    ],
    2,
  ],
  [
    'deals',
    '0-3',
    [
      ['Deal', 'dealname'],
      ['Pipeline', 'pipeline'],
      ['Stage', 'dealstage'],
      ['Amount', 'amount'],
      ['Owner', 'hubspot_owner_id'],
      ['Close date', 'closedate'],
    ],
    2,
  ],
  [
    'boats',
    '2-1234567',
    [
      ['Hull number', 'hull_number', KEY],
      ['Boat name', 'name'],
      ['Length (m)', 'length_m'],
      ['Launched on', 'launched_on'],
      ['Rig', 'rig'],
      ['Insured', 'insured'],
    ],
    2,
  ],
];

describe('small files', () => {
  for (const [name, objectType, columns, rows] of files) {
    it(`${name}.csv is imported without an error`, async () => {
      const standIn = openStandIn();
      const request = requestOf(columns, { dateFormat: 'YEAR_MONTH_DAY' }, objectType);
      const { errors } = await importCsv(standIn, request, file(name));
      assert.deepEqual(errors, []);
      assert.equal(standIn.records(objectType).length, rows);
    });
  }
});
