import { expect } from '@open-wc/testing';
import { echoedHeaders, echoedRecipe } from '../../src/core/echoed-request.js';
import type { Operation, Property } from '../../src/core/hubspot.js';
import { ImportRequest, type RequestColumn } from '../../src/core/import-request.js';
import { setIdentifier } from '../../src/core/mapping.js';
import { buildRequest, csvName, sentColumns, type Settings, toCurl } from '../../src/core/request.js';
import type { Target } from '../../src/core/target.js';
import { type Columns, mappingOf } from './mappings.js';

const SETTINGS: Settings = {
  name: 'An import',
  createList: false,
  marketable: null,
  timeZone: null,
  marketingEventId: null,
};

/** HubSpot's entry of a column, in short. */
const sent = (
  columnObjectTypeId: string,
  columnName: string,
  propertyName: string,
  more: Partial<RequestColumn> = {},
): RequestColumn => ({ columnObjectTypeId, columnName, propertyName, ...more });

const RECORD_ID = { columnType: 'HUBSPOT_OBJECT_ID' } as const;
const KEY = { columnType: 'HUBSPOT_ALTERNATE_ID' } as const;

interface Scenario {
  readonly title: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly dateFormat?: 'DAY_MONTH_YEAR' | 'YEAR_MONTH_DAY';
  readonly settings?: Partial<Settings>;
  readonly files: readonly {
    readonly fileName: string;
    readonly sentAs?: string;
    readonly columns: Columns;
    /** Final headers, where they are not the file's own. */
    readonly headers?: readonly string[];
    readonly expected: readonly RequestColumn[];
  }[];
  /** Everything but name and files. */
  readonly head: Omit<ImportRequest, 'files' | 'name'>;
}

const labels = (objectTypeId: string, toObjectTypeId: string): Target => ({
  kind: 'labels',
  objectTypeId,
  toObjectTypeId,
});
const event = (submission: 'REGISTERED' | 'JOINED' | 'LEFT' | 'CANCELLED'): Target => ({
  kind: 'event',
  objectTypeId: '0-54',
  submission,
});
/** HubSpot's entry of a column of times. */
const timesOf = (
  columnName: string,
  marketingEventSubmissionType: RequestColumn['marketingEventSubmissionType'],
): RequestColumn => ({
  columnObjectTypeId: '0-54',
  columnName,
  columnType: 'EVENT_TIMESTAMP',
  marketingEventSubmissionType,
});

const SCENARIOS: readonly Scenario[] = [
  {
    title: 'contacts are created, and matched by their address',
    operations: { contacts: 'CREATE' },
    dateFormat: 'DAY_MONTH_YEAR',
    files: [
      {
        fileName: 'harbour-visitors.csv',
        columns: [
          ['Given name', 'firstname'],
          ['Family name', 'lastname'],
          ['Mail', 'email'],
        ],
        expected: [
          sent('0-1', 'Given name', 'firstname'),
          sent('0-1', 'Family name', 'lastname'),
          sent('0-1', 'Mail', 'email', KEY),
        ],
      },
    ],
    head: { importOperations: { '0-1': 'CREATE' }, dateFormat: 'DAY_MONTH_YEAR' },
  },
  {
    title: 'contacts are updated by record id, and no other column identifies',
    operations: { contacts: 'UPDATE' },
    files: [
      {
        fileName: 'titles.csv',
        columns: [
          ['Record ID', 'hs_object_id'],
          ['Title', 'jobtitle'],
          ['Mail', 'email'],
        ],
        expected: [
          sent('0-1', 'Record ID', 'hs_object_id', RECORD_ID),
          sent('0-1', 'Title', 'jobtitle'),
          sent('0-1', 'Mail', 'email'),
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPDATE' } },
  },
  {
    title: 'contacts are set as marketing contacts and put in a list',
    operations: { contacts: 'UPSERT' },
    dateFormat: 'YEAR_MONTH_DAY',
    settings: { marketable: true, createList: true, timeZone: 'Europe/Paris' },
    files: [
      {
        fileName: 'signups.csv',
        columns: [
          ['Mail', 'email'],
          ['Given name', 'firstname'],
        ],
        expected: [sent('0-1', 'Mail', 'email', KEY), sent('0-1', 'Given name', 'firstname')],
      },
    ],
    head: {
      importOperations: { '0-1': 'UPSERT' },
      dateFormat: 'YEAR_MONTH_DAY',
      timeZone: 'Europe/Paris',
      marketableContactImport: true,
      createContactListFromImport: true,
    },
  },
  {
    title: 'contacts are set as no marketing contacts, which is not the same as leaving them alone',
    operations: { contacts: 'UPSERT' },
    settings: { marketable: false },
    files: [
      {
        fileName: 'a.csv',
        columns: [['Mail', 'email']],
        expected: [sent('0-1', 'Mail', 'email', KEY)],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT' }, marketableContactImport: false },
  },
  {
    title: 'people and the firms they work for stand in one row, each with its own identifier',
    operations: { contacts: 'UPSERT', companies: 'UPSERT' },
    dateFormat: 'DAY_MONTH_YEAR',
    files: [
      {
        fileName: 'crew.csv',
        columns: [
          ['Mail', 'email'],
          ['Given name', 'firstname'],
          ['Yard domain', 'companies.domain'],
          ['Yard', 'companies.name'],
        ],
        expected: [
          sent('0-1', 'Mail', 'email', KEY),
          sent('0-1', 'Given name', 'firstname'),
          sent('0-2', 'Yard domain', 'domain', KEY),
          sent('0-2', 'Yard', 'name'),
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT' }, dateFormat: 'DAY_MONTH_YEAR' },
  },
  {
    title: 'a column says what somebody is at a firm',
    operations: { contacts: 'UPSERT', companies: 'UPSERT' },
    files: [
      {
        fileName: 'roles.csv',
        columns: [
          ['Mail', 'email'],
          ['Yard domain', 'companies.domain'],
          ['Role at the yard', labels('0-1', '0-2')],
        ],
        expected: [
          sent('0-1', 'Mail', 'email', KEY),
          sent('0-2', 'Yard domain', 'domain', KEY),
          {
            columnObjectTypeId: '0-1',
            toColumnObjectTypeId: '0-2',
            columnName: 'Role at the yard',
            columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
          },
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT' } },
  },
  {
    title: 'contacts are tied to firms that are there already, by record id',
    operations: { contacts: 'UPSERT' },
    files: [
      {
        fileName: 'attach.csv',
        columns: [
          ['Given name', 'firstname'],
          ['Mail', 'email'],
          [
            'Yard record ID',
            {
              kind: 'record-ids',
              objectTypeId: '0-1',
              toObjectTypeId: '0-2',
              association: { typeId: 1, category: 'HUBSPOT_DEFINED' },
            },
          ],
        ],
        expected: [
          sent('0-1', 'Given name', 'firstname'),
          sent('0-1', 'Mail', 'email', KEY),
          {
            columnObjectTypeId: '0-1',
            toColumnObjectTypeId: '0-2',
            columnName: 'Yard record ID',
            propertyName: null,
            columnType: 'HUBSPOT_OBJECT_ID',
            foreignKeyType: { associationTypeId: 1, associationCategory: 'HUBSPOT_DEFINED' },
          },
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT' } },
  },
  {
    title: 'a file of people and a file of firms share the address of the person to ask for',
    operations: { contacts: 'UPSERT', companies: 'UPSERT' },
    dateFormat: 'YEAR_MONTH_DAY',
    files: [
      {
        fileName: 'people.csv',
        columns: [
          ['Given name', 'firstname'],
          ['Mail', 'email'],
        ],
        expected: [
          sent('0-1', 'Given name', 'firstname'),
          sent('0-1', 'Mail', 'email', { associationIdentifierColumn: true }),
        ],
      },
      {
        fileName: 'yards.csv',
        columns: [
          ['Yard', 'companies.name'],
          ['Domain', 'companies.domain'],
          [
            'Mail',
            {
              kind: 'common',
              objectTypeId: '0-2',
              toObjectTypeId: '0-1',
              association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
              file: 0,
              column: 1,
            },
          ],
        ],
        expected: [
          sent('0-2', 'Yard', 'name'),
          sent('0-2', 'Domain', 'domain', KEY),
          {
            columnObjectTypeId: '0-2',
            toColumnObjectTypeId: '0-1',
            columnName: 'Mail',
            propertyName: null,
            foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
          },
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT' }, dateFormat: 'YEAR_MONTH_DAY' },
  },
  {
    title: 'a common column of record ids keeps its mark',
    operations: { contacts: 'UPDATE', companies: 'UPSERT' },
    files: [
      {
        fileName: 'people.csv',
        columns: [['Record ID', 'hs_object_id']],
        expected: [
          sent('0-1', 'Record ID', 'hs_object_id', { ...RECORD_ID, associationIdentifierColumn: true }),
        ],
      },
      {
        fileName: 'people.csv',
        sentAs: 'people (2).csv',
        columns: [
          ['Domain', 'companies.domain'],
          [
            'Record ID',
            {
              kind: 'common',
              objectTypeId: '0-2',
              toObjectTypeId: '0-1',
              association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
              file: 0,
              column: 0,
            },
          ],
        ],
        expected: [
          sent('0-2', 'Domain', 'domain', KEY),
          {
            columnObjectTypeId: '0-2',
            toColumnObjectTypeId: '0-1',
            columnName: 'Record ID',
            propertyName: null,
            foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
          },
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPDATE', '0-2': 'UPSERT' } },
  },
  {
    title: 'a common column is called as the one it repeats, and another of that name makes way',
    operations: { contacts: 'UPSERT', companies: 'UPSERT' },
    files: [
      {
        fileName: 'people.csv',
        columns: [
          ['Firm', null],
          ['Mail', 'email'],
        ],
        expected: [sent('0-1', 'Mail', 'email', { associationIdentifierColumn: true })],
      },
      {
        fileName: 'yards.csv',
        columns: [
          ['Mail', 'companies.hs_additional_domains'],
          ['Domain', 'companies.domain'],
          [
            'Asks for',
            {
              kind: 'common',
              objectTypeId: '0-2',
              toObjectTypeId: '0-1',
              association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
              file: 0,
              column: 1,
            },
          ],
        ],
        expected: [
          sent('0-2', 'Mail (2)', 'hs_additional_domains'),
          sent('0-2', 'Domain', 'domain', KEY),
          {
            columnObjectTypeId: '0-2',
            toColumnObjectTypeId: '0-1',
            columnName: 'Mail',
            propertyName: null,
            foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
          },
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT', '0-2': 'UPSERT' } },
  },
  {
    title: 'members of one family are tied to each other',
    operations: { contacts: 'UPSERT' },
    files: [
      {
        fileName: 'families.csv',
        columns: [
          ['Mail', 'email'],
          ['Related to', { kind: 'keys', objectTypeId: '0-1', property: 'email' }],
          ['As', labels('0-1', '0-1')],
        ],
        expected: [
          sent('0-1', 'Mail', 'email', KEY),
          sent('0-1', 'Related to', 'email', { columnType: 'ASSOCIATION_KEYS' }),
          {
            columnObjectTypeId: '0-1',
            toColumnObjectTypeId: '0-1',
            columnName: 'As',
            columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
          },
        ],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT' } },
  },
  {
    title: 'a custom object is matched by a unique property of its own',
    operations: { '2-1234567': 'UPSERT' },
    dateFormat: 'DAY_MONTH_YEAR',
    files: [
      {
        fileName: 'boats.csv',
        columns: [
          ['Hull number', 'hull_number'],
          ['Length', 'length_m'],
          ['Launched', 'launched_on'],
        ],
        expected: [
          sent('2-1234567', 'Hull number', 'hull_number', KEY),
          sent('2-1234567', 'Length', 'length_m'),
          sent('2-1234567', 'Launched', 'launched_on'),
        ],
      },
    ],
    head: { importOperations: { '2-1234567': 'UPSERT' }, dateFormat: 'DAY_MONTH_YEAR' },
  },
  {
    title: 'a custom object stands beside a contact, with what they are to each other',
    operations: { '2-1234567': 'UPSERT', contacts: 'UPSERT' },
    files: [
      {
        fileName: 'skippers.csv',
        columns: [
          ['Hull number', 'hull_number'],
          ['Skipper', 'contacts.email'],
          ['Role', labels('2-1234567', '0-1')],
        ],
        expected: [
          sent('2-1234567', 'Hull number', 'hull_number', KEY),
          sent('0-1', 'Skipper', 'email', KEY),
          {
            columnObjectTypeId: '2-1234567',
            toColumnObjectTypeId: '0-1',
            columnName: 'Role',
            columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
          },
        ],
      },
    ],
    head: { importOperations: { '2-1234567': 'UPSERT', '0-1': 'UPSERT' } },
  },
  {
    title: 'contacts took part in a marketing event',
    operations: { contacts: 'UPSERT', 'marketing events': 'CREATE' },
    dateFormat: 'YEAR_MONTH_DAY',
    settings: { marketingEventId: '377224141223', timeZone: 'Europe/Oslo' },
    files: [
      {
        fileName: 'open-day.csv',
        columns: [
          ['Given name', 'firstname'],
          ['Mail', 'email'],
          ['Signed up', event('REGISTERED')],
          ['Came', event('JOINED')],
          ['Went', event('LEFT')],
          ['Called off', event('CANCELLED')],
        ],
        expected: [
          sent('0-1', 'Given name', 'firstname'),
          sent('0-1', 'Mail', 'email', KEY),
          timesOf('Signed up', 'REGISTERED'),
          timesOf('Came', 'JOINED'),
          timesOf('Went', 'LEFT'),
          timesOf('Called off', 'CANCELLED'),
        ],
      },
    ],
    head: {
      importOperations: { '0-1': 'UPSERT', '0-54': 'CREATE' },
      dateFormat: 'YEAR_MONTH_DAY',
      timeZone: 'Europe/Oslo',
      marketingEventObjectId: 377224141223,
    },
  },
  {
    title: 'times without a zone are meant in the browser’s',
    operations: { contacts: 'UPSERT', 'marketing events': 'CREATE' },
    settings: { marketingEventId: '1' },
    files: [
      {
        fileName: 'came.csv',
        columns: [
          ['Mail', 'email'],
          ['Came', event('JOINED')],
        ],
        expected: [sent('0-1', 'Mail', 'email', KEY), timesOf('Came', 'JOINED')],
      },
    ],
    head: {
      importOperations: { '0-1': 'UPSERT', '0-54': 'CREATE' },
      timeZone: 'Europe/Lisbon',
      marketingEventObjectId: 1,
    },
  },
  {
    title: 'products are updated by SKU',
    operations: { products: 'UPDATE' },
    files: [
      {
        fileName: 'prices.csv',
        columns: [
          ['SKU', 'hs_sku'],
          ['Product', 'name'],
          ['Price', 'price'],
        ],
        expected: [
          sent('0-7', 'SKU', 'hs_sku', KEY),
          sent('0-7', 'Product', 'name'),
          sent('0-7', 'Price', 'price'),
        ],
      },
    ],
    head: { importOperations: { '0-7': 'UPDATE' } },
  },
  {
    title: 'line items are added to deals that are there already',
    operations: { 'line items': 'CREATE', deals: 'UPDATE' },
    files: [
      {
        fileName: 'lines.csv',
        columns: [
          ['Deal record ID', 'deals.hs_object_id'],
          ['Line', 'name'],
          ['Pieces', 'quantity'],
          ['Unit price', 'price'],
        ],
        expected: [
          sent('0-3', 'Deal record ID', 'hs_object_id', RECORD_ID),
          sent('0-8', 'Line', 'name'),
          sent('0-8', 'Pieces', 'quantity'),
          sent('0-8', 'Unit price', 'price'),
        ],
      },
    ],
    head: { importOperations: { '0-8': 'CREATE', '0-3': 'UPDATE' } },
  },
  {
    title: 'notes are written on contacts',
    operations: { notes: 'CREATE', contacts: 'UPDATE' },
    dateFormat: 'YEAR_MONTH_DAY',
    files: [
      {
        fileName: 'notes.csv',
        columns: [
          ['Mail', 'contacts.email'],
          ['Note', 'hs_note_body'],
          ['When', 'hs_timestamp'],
        ],
        expected: [
          sent('0-1', 'Mail', 'email', KEY),
          sent('0-46', 'Note', 'hs_note_body'),
          sent('0-46', 'When', 'hs_timestamp'),
        ],
      },
    ],
    head: { importOperations: { '0-46': 'CREATE', '0-1': 'UPDATE' }, dateFormat: 'YEAR_MONTH_DAY' },
  },
  {
    title: 'deals are created in a pipeline; nothing that only contacts have is asked for',
    operations: { deals: 'CREATE', contacts: 'UPSERT' },
    settings: { marketable: true, createList: true, marketingEventId: '7' },
    files: [
      {
        fileName: 'deals.csv',
        columns: [
          ['Deal', 'dealname'],
          ['Pipeline', 'pipeline'],
          ['Stage', 'dealstage'],
          ['Owner mail', 'hubspot_owner_id'],
        ],
        expected: [
          sent('0-3', 'Deal', 'dealname'),
          sent('0-3', 'Pipeline', 'pipeline'),
          sent('0-3', 'Stage', 'dealstage'),
          sent('0-3', 'Owner mail', 'hubspot_owner_id'),
        ],
      },
    ],
    head: { importOperations: { '0-3': 'CREATE' } },
  },
  {
    title: 'columns left out are not named, and renamed headers are the ones that are sent',
    operations: { contacts: 'UPSERT' },
    files: [
      {
        fileName: 'mixed.tsv',
        sentAs: 'mixed.csv',
        columns: [
          ['Remark', null],
          ['Mail', 'email'],
          ['', null],
          ['Mail', 'work_email'],
        ],
        headers: ['Remark', 'Mail', 'Column 3', 'Mail (2)'],
        expected: [sent('0-1', 'Mail', 'email', KEY), sent('0-1', 'Mail (2)', 'work_email')],
      },
    ],
    head: { importOperations: { '0-1': 'UPSERT' } },
  },
];

describe('buildRequest', () => {
  for (const { title, operations, dateFormat, settings, files, head } of SCENARIOS) {
    it(title, () => {
      const properties = { '2-1234567': [HULL_NUMBER] };
      const mapping = mappingOf(
        operations,
        files.map(({ columns }) => columns),
        { properties, ...(dateFormat !== undefined && { dateFormat }) },
      );
      const sources = files.map(({ fileName, columns, headers }) => ({
        fileName,
        fileFormat: 'CSV' as const,
        headers: headers ?? columns.map(([header]) => header),
      }));
      const request = buildRequest(mapping, { ...SETTINGS, ...settings }, sources, 'Europe/Lisbon');
      expect(request).to.deep.equal({
        name: 'An import',
        ...head,
        files: files.map(({ fileName, sentAs, expected }) => ({
          fileName: sentAs ?? fileName,
          fileFormat: 'CSV',
          fileImportPage: { hasHeader: true, columnMappings: expected },
        })),
      });
      expect(ImportRequest.parse(request), 'the schema allows it').to.deep.equal(request);
      expect(requestAgain(request), 'what HubSpot echoes tells how to do it again').to.deep.equal(request);
    });
  }

  it('the schema allows nothing that is not known', () => {
    const mapping = mappingOf({ contacts: 'UPSERT' }, [[['Mail', 'email']]]);
    const request = buildRequest(mapping, SETTINGS, [
      { fileName: 'a.csv', fileFormat: 'CSV', headers: ['Mail'] },
    ]);
    const wrong: readonly object[] = [
      { ...request, somethingElse: true },
      { ...request, importOperations: { '0-1': 'DELETE' } },
      { ...request, marketingEventObjectId: '377224141223' },
      { ...request, files: [{ ...request.files[0], fileImportPage: { hasHeader: true } }] },
    ];
    for (const one of wrong)
      expect(ImportRequest.safeParse(one).success, JSON.stringify(one)).to.equal(false);
  });
});

/** The request that the echo of another one leads to. */
function requestAgain(request: ImportRequest): ImportRequest {
  const importRequestJson = { portalId: 1, language: 'en', ...request };
  const { objects, files, dateFormat, options } = echoedRecipe({ importRequestJson }) ?? expect.fail('none');
  const mapping = mappingOf(
    Object.fromEntries(objects.map(({ objectTypeId, operation }) => [objectTypeId, operation])),
    files.map(({ columns }) => columns.map(({ header, target }) => [header, target] as const)),
    {
      properties: { '2-1234567': [HULL_NUMBER] },
      ...(dateFormat !== null && { dateFormat }),
    },
  );
  const identified = objects.reduce(
    (current, { objectTypeId, identifier }) =>
      identifier === null ? current : setIdentifier(current, objectTypeId, identifier),
    mapping,
  );
  const sources = request.files.map(({ fileName, fileFormat }, file) => ({
    fileName,
    fileFormat,
    headers: echoedHeaders({ importRequestJson }, file),
  }));
  return buildRequest(identified, { name: request.name, ...options }, sources);
}

const HULL_NUMBER: Property = {
  name: 'hull_number',
  label: 'Hull number',
  type: 'string',
  fieldType: 'text',
  groupName: 'boats',
  description: '',
  options: [],
  hasUniqueValue: true,
  hubspotDefined: false,
  referencedObjectType: null,
  textDisplayHint: null,
  numberDisplayHint: null,
  readOnly: false,
  readOnlyOptions: false,
};

describe('sentColumns', () => {
  it('gives the columns of a file that are imported, in file order', () => {
    const mapping = mappingOf({ contacts: 'UPSERT' }, [
      [
        ['A', 'a'],
        ['B', null],
        ['C', 'c'],
      ],
      [['A', null]],
    ]);
    expect(sentColumns(mapping, 0)).to.deep.equal([0, 2]);
    expect(sentColumns(mapping, 1)).to.deep.equal([]);
  });
});

describe('csvName', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['people.csv', 'people.csv'],
    ['PEOPLE.CSV', 'PEOPLE.CSV'],
    ['people.tsv', 'people.csv'],
    ['people.TXT', 'people.csv'],
    ['people.tab', 'people.csv'],
    ['people', 'people.csv'],
    ['q1.2026', 'q1.2026.csv'],
    ['Contacts été (2).csv', 'Contacts été (2).csv'],
    ['C:\\Users\\me\\people.csv', 'people.csv'],
    ['/home/me/people.csv', 'people.csv'],
    ['the "good" ones.csv', 'the _good_ ones.csv'],
    ['two\r\nlines.csv', 'two__lines.csv'],
    ['folder/', 'import.csv'],
    ['', 'import.csv'],
  ];
  for (const [given, name] of CASES) {
    it(`${JSON.stringify(given)} is sent as ${name}`, () => {
      expect(csvName(given)).to.equal(name);
    });
  }
});

describe('toCurl', () => {
  const request = (name: string, fileName: string): ImportRequest =>
    buildRequest(
      mappingOf({ contacts: 'UPSERT' }, [
        [
          ["Mother's name", 'mother'],
          ['Say "hi"', 'greeting'],
        ],
      ]),
      { ...SETTINGS, name },
      [{ fileName, fileFormat: 'CSV', headers: ["Mother's name", 'Say "hi"'] }],
    );

  /** The words that a POSIX shell hands to the command; single quotes and backslashes are all that is used. */
  function words(command: string): string[] {
    const joined = command.replace(/\\\n/g, '');
    return (joined.match(/(?:'[^']*'|\\.|[^\s'\\])+/g) ?? []).map((word) =>
      word.replace(
        /'([^']*)'|\\(.)/g,
        (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
      ),
    );
  }

  it('is the same request in a shell’s words, whatever quotes the names hold', () => {
    const asked = request("Ann's 'best' \"list\"", "o'neil, friends.csv");
    const url = 'https://example.com/hubspot/crm/v3/imports/';
    expect(words(toCurl(url, asked))).to.deep.equal([
      ...['curl', '--request', 'POST', url],
      ...['--header', 'Authorization: Bearer <token>'],
      ...['--form-string', `importRequest=${JSON.stringify(asked)}`],
      ...['--form', `files=@"o'neil, friends.csv";type=text/csv`],
    ]);
  });
});
