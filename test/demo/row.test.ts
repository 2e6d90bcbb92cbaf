import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Column, importCsv, openStandIn, requestOf } from './calls.js';

const EMAIL: Column = ['Email', 'email', 'HUBSPOT_ALTERNATE_ID'];
const NAME: Column = ['Name', 'firstname'];
const BIRTHDAY: Column = ['Born', 'birthday'];
const seed = {
  contacts: [
    { email: 'anna@harbour.example', firstname: 'Anna', lifecyclestage: 'customer', interests: 'sailing' },
  ],
};
const operation = (word: string) => ({ importOperations: { '0-1': word } });

type Row = readonly [
  title: string,
  columns: readonly Column[],
  operation: string,
  csv: string,
  errors: readonly (readonly [type: string, line: number, column: number | undefined])[],
  written: number,
];
const rows: readonly Row[] = [
  [
    'a value that cannot be read is dropped, its row is kept',
    [EMAIL, BIRTHDAY],
    'UPSERT',
    'Email,Born\nbo@h.example,soon\n',
    [['COULD_NOT_PARSE_DATE', 2, 1]],
    1,
  ],
  [
    'an identifier that cannot be read refuses its row',
    [NAME, EMAIL],
    'UPSERT',
    'Name,Email\nBo,bo(at)h\n',
    [['INVALID_EMAIL', 2, 1]],
    0,
  ],
  [
    'an unmarked email address is an identifier all the same',
    [['Email', 'email']],
    'UPDATE',
    'Email\nanna@harbour.example\n',
    [],
    1,
  ],
  [
    'CREATE refuses what exists',
    [EMAIL],
    'CREATE',
    'Email\nanna@harbour.example\n',
    [['CREATE_ONLY_IMPORT', 2, 0]],
    0,
  ],
  [
    'CREATE refuses the second of two',
    [EMAIL],
    'CREATE',
    'Email\nbo@h.example\nBo@h.example\n',
    [['DUPLICATE_ALTERNATE_ID', 3, 0]],
    1,
  ],
  [
    'UPDATE refuses what no record matches',
    [EMAIL],
    'UPDATE',
    'Email\nbo@h.example\n',
    [['UPDATE_ONLY_IMPORT', 2, 0]],
    0,
  ],
  [
    'UPDATE refuses a row without an identifier',
    [EMAIL, NAME],
    'UPDATE',
    'Email,Name\n,Bo\n',
    [['UPDATE_ONLY_IMPORT', 2, undefined]],
    0,
  ],
  [
    'an unknown record id creates nothing',
    [['ID', 'hs_object_id', 'HUBSPOT_OBJECT_ID'], NAME],
    'UPSERT',
    'ID,Name\n99,Bo\nx,Al\n',
    [
      ['INVALID_RECORD_ID', 2, 0],
      ['INVALID_RECORD_ID', 3, 0],
    ],
    0,
  ],
  [
    'a row with nothing in it is refused',
    [EMAIL, NAME],
    'UPSERT',
    'Email,Name\n,\nbo@h.example,\n',
    [['FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES', 2, undefined]],
    1,
  ],
  [
    'a blank line is a row with nothing in it',
    [EMAIL, NAME],
    'UPSERT',
    'Email,Name\n\nbo@h.example,\n',
    [['FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES', 2, undefined]],
    1,
  ],
  [
    'a new contact needs an address or a name',
    [['City', 'city'], EMAIL],
    'UPSERT',
    'City,Email\nBergen,\n',
    [['MISSING_REQUIRED_PROPERTY', 2, undefined]],
    0,
  ],
  [
    'a row with another number of cells is refused',
    [EMAIL, NAME],
    'UPSERT',
    'Email,Name\nbo@h.example\nal@h.example,Al,x\ncy@h.example,Cy\n',
    [
      ['INCORRECT_NUMBER_OF_COLUMNS', 2, undefined],
      ['INCORRECT_NUMBER_OF_COLUMNS', 3, undefined],
    ],
    1,
  ],
  [
    'lines count rows, not line ends',
    [EMAIL, NAME],
    'UPSERT',
    'Email,Name\nbo@h.example,"B\no"\nno,Al\n',
    [['INVALID_EMAIL', 3, 0]],
    1,
  ],
  [
    'a unique value of another record is refused',
    [EMAIL, ['No', 'member_number']],
    'UPSERT',
    'Email,No\nbo@h.example,7\nal@h.example,7\n',
    [['DUPLICATE_UNIQUE_PROPERTY_VALUE', 3, 1]],
    1,
  ],
  [
    'an identifier that breaks a rule refuses its row',
    [['No', 'member_number', 'HUBSPOT_ALTERNATE_ID'], NAME],
    'UPSERT',
    'No,Name\n1234567890123,Bo\n',
    [['INVALID_ALTERNATE_ID', 2, 0]],
    0,
  ],
  [
    'a text over 65,536 characters refuses its row',
    [EMAIL, ['Note', 'message']],
    'UPSERT',
    `Email,Note\nbo@h.example,${'x'.repeat(65_537)}\n`,
    [['COLUMN_TOO_LARGE', 2, 1]],
    0,
  ],
];

describe('rows that fail', () => {
  for (const [title, columns, word, csv, expected, written] of rows) {
    it(title, async () => {
      const { state, counters, errors } = await importCsv(
        openStandIn({ seed }),
        requestOf(columns, operation(word)),
        csv,
      );
      const found = errors.map(({ errorType, sourceData, knownColumnNumber }) => [
        errorType,
        sourceData.lineNumber,
        knownColumnNumber,
      ]);
      assert.equal(state, 'DONE');
      assert.deepEqual(found, expected);
      assert.equal((counters.CREATED_OBJECTS ?? 0) + (counters.UPDATED_OBJECTS ?? 0), written);
      assert.equal(counters.ERRORS ?? 0, expected.length);
    });
  }

  it('a domain that two companies have refuses the row', async () => {
    const standIn = openStandIn({ seed: { companies: [{ domain: 'n.example' }, { domain: 'n.example' }] } });
    const columns: Column[] = [
      ['Domain', 'domain', 'HUBSPOT_ALTERNATE_ID'],
      ['Name', 'name'],
    ];
    const { errors } = await importCsv(standIn, requestOf(columns, {}, '0-2'), 'Domain,Name\nn.example,N\n');
    assert.deepEqual(
      errors.map(({ errorType }) => errorType),
      ['MULTIPLE_COMPANIES_WITH_THIS_DOMAIN'],
    );
  });

  it('labels and keys that name nothing are errors, the row is kept', async () => {
    const standIn = openStandIn({ seed });
    const request = {
      name: 'Ties',
      files: [
        {
          fileName: 'list.csv',
          fileImportPage: {
            hasHeader: true,
            columnMappings: [
              {
                columnObjectTypeId: '0-1',
                columnName: 'Email',
                propertyName: 'email',
                columnType: 'HUBSPOT_ALTERNATE_ID',
              },
              {
                columnObjectTypeId: '0-1',
                columnName: 'Parent',
                propertyName: 'email',
                columnType: 'ASSOCIATION_KEYS',
              },
              {
                columnObjectTypeId: '0-1',
                toColumnObjectTypeId: '0-1',
                columnName: 'Role',
                columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
              },
            ],
          },
        },
      ],
    };
    const csv = 'Email,Parent,Role\nbo@h.example,anna@harbour.example;no@h.example,child;Uncle\n';
    const { errors } = await importCsv(standIn, request, csv);
    assert.deepEqual(
      errors.map(({ errorType, invalidValue }) => [errorType, invalidValue]),
      [
        ['ASSOCIATION_RECORD_NOT_FOUND', 'no@h.example'],
        ['ASSOCIATION_LABEL_NOT_FOUND', 'Uncle'],
      ],
    );
    const [anna, bo] = standIn.records('contacts');
    assert.deepEqual(
      bo?.associations['0-1']?.map(({ id, types }) => [id, ...types.map(({ label }) => label)]),
      [[anna?.id, null, 'Child']],
    );
  });
});
