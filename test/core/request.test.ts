import { expect } from '@open-wc/testing';
import type { DateFormat, ImportRequest, Operation, RequestColumn } from '../../src/core/hubspot.js';
import type { Mapping } from '../../src/core/mapping.js';
import { buildRequest, csvName, type Settings, sentColumns, toCurl } from '../../src/core/request.js';

/** Header, property; null for a column that is not imported. */
type Columns = readonly (readonly [header: string, property: string | null])[];

const SETTINGS: Settings = { name: 'An import', createList: false, marketable: null, timeZone: null };

function mappingOf(
  objectTypeId: string,
  operation: Operation,
  columns: Columns,
  identifier: string | null,
  dateFormat: DateFormat | null = null,
): Mapping {
  return {
    objectTypeId,
    operation,
    identifiers: [],
    identifier,
    identifierBy: 'file',
    dateFormat,
    dateFormatBy: dateFormat === null ? null : 'file',
    columns: columns.map(([header, property], column) => ({
      column,
      header,
      objectTypeId,
      property,
      reason: null,
      undecided: null,
    })),
  };
}

/** HubSpot's entry of a column, in short. */
const sent = (
  columnObjectTypeId: string,
  columnName: string,
  propertyName: string,
  columnType?: RequestColumn['columnType'],
): RequestColumn => ({
  columnObjectTypeId,
  columnName,
  propertyName,
  ...(columnType !== undefined && { columnType }),
});

interface Scenario {
  readonly title: string;
  readonly mapping: Mapping;
  readonly settings?: Partial<Settings>;
  readonly fileName: string;
  /** Final headers, where they are not the file's own. */
  readonly headers?: readonly string[];
  /** Everything but the file. */
  readonly head: Omit<ImportRequest, 'files' | 'name'>;
  readonly columns: readonly RequestColumn[];
}

const SCENARIOS: readonly Scenario[] = [
  {
    title: 'contacts are created, and matched by their address',
    mapping: mappingOf(
      '0-1',
      'CREATE',
      [
        ['Given name', 'firstname'],
        ['Family name', 'lastname'],
        ['Mail', 'email'],
      ],
      'email',
      'DAY_MONTH_YEAR',
    ),
    fileName: 'harbour-visitors.csv',
    head: { importOperations: { '0-1': 'CREATE' }, dateFormat: 'DAY_MONTH_YEAR' },
    columns: [
      sent('0-1', 'Given name', 'firstname'),
      sent('0-1', 'Family name', 'lastname'),
      sent('0-1', 'Mail', 'email', 'HUBSPOT_ALTERNATE_ID'),
    ],
  },
  {
    title: 'contacts are updated by record id, and no other column identifies',
    mapping: mappingOf(
      '0-1',
      'UPDATE',
      [
        ['Record ID', 'hs_object_id'],
        ['Title', 'jobtitle'],
        ['Mail', 'email'],
      ],
      'hs_object_id',
    ),
    fileName: 'titles.csv',
    head: { importOperations: { '0-1': 'UPDATE' } },
    columns: [
      sent('0-1', 'Record ID', 'hs_object_id', 'HUBSPOT_OBJECT_ID'),
      sent('0-1', 'Title', 'jobtitle'),
      sent('0-1', 'Mail', 'email'),
    ],
  },
  {
    title: 'contacts are set as marketing contacts and put in a list',
    mapping: mappingOf(
      '0-1',
      'UPSERT',
      [
        ['Mail', 'email'],
        ['Given name', 'firstname'],
      ],
      'email',
      'YEAR_MONTH_DAY',
    ),
    settings: { marketable: true, createList: true, timeZone: 'Europe/Paris' },
    fileName: 'signups.csv',
    head: {
      importOperations: { '0-1': 'UPSERT' },
      dateFormat: 'YEAR_MONTH_DAY',
      timeZone: 'Europe/Paris',
      marketableContactImport: true,
      createContactListFromImport: true,
    },
    columns: [sent('0-1', 'Mail', 'email', 'HUBSPOT_ALTERNATE_ID'), sent('0-1', 'Given name', 'firstname')],
  },
  {
    title: 'contacts are set as no marketing contacts, which is not the same as leaving them alone',
    mapping: mappingOf('0-1', 'UPSERT', [['Mail', 'email']], 'email'),
    settings: { marketable: false },
    fileName: 'a.csv',
    head: { importOperations: { '0-1': 'UPSERT' }, marketableContactImport: false },
    columns: [sent('0-1', 'Mail', 'email', 'HUBSPOT_ALTERNATE_ID')],
  },
  {
    title: 'a custom object is matched by a unique property of its own',
    mapping: mappingOf(
      '2-1234567',
      'UPSERT',
      [
        ['Hull number', 'hull_number'],
        ['Length', 'length_m'],
        ['Launched', 'launched_on'],
      ],
      'hull_number',
      'DAY_MONTH_YEAR',
    ),
    fileName: 'boats.csv',
    head: { importOperations: { '2-1234567': 'UPSERT' }, dateFormat: 'DAY_MONTH_YEAR' },
    columns: [
      sent('2-1234567', 'Hull number', 'hull_number', 'HUBSPOT_ALTERNATE_ID'),
      sent('2-1234567', 'Length', 'length_m'),
      sent('2-1234567', 'Launched', 'launched_on'),
    ],
  },
  {
    title: 'products are updated by SKU',
    mapping: mappingOf(
      '0-7',
      'UPDATE',
      [
        ['SKU', 'hs_sku'],
        ['Product', 'name'],
        ['Price', 'price'],
      ],
      'hs_sku',
    ),
    fileName: 'prices.csv',
    head: { importOperations: { '0-7': 'UPDATE' } },
    columns: [
      sent('0-7', 'SKU', 'hs_sku', 'HUBSPOT_ALTERNATE_ID'),
      sent('0-7', 'Product', 'name'),
      sent('0-7', 'Price', 'price'),
    ],
  },
  {
    title: 'deals are created in a pipeline; nothing that only contacts have is asked for',
    mapping: mappingOf(
      '0-3',
      'CREATE',
      [
        ['Deal', 'dealname'],
        ['Pipeline', 'pipeline'],
        ['Stage', 'dealstage'],
        ['Owner mail', 'hubspot_owner_id'],
      ],
      null,
    ),
    settings: { marketable: true, createList: true },
    fileName: 'deals.csv',
    head: { importOperations: { '0-3': 'CREATE' } },
    columns: [
      sent('0-3', 'Deal', 'dealname'),
      sent('0-3', 'Pipeline', 'pipeline'),
      sent('0-3', 'Stage', 'dealstage'),
      sent('0-3', 'Owner mail', 'hubspot_owner_id'),
    ],
  },
  {
    title: 'columns left out are not named, and renamed headers are the ones that are sent',
    mapping: mappingOf(
      '0-1',
      'UPSERT',
      [
        ['Remark', null],
        ['Mail', 'email'],
        ['', null],
        ['Mail', 'work_email'],
      ],
      'email',
    ),
    fileName: 'mixed.tsv',
    headers: ['Remark', 'Mail', 'Column 3', 'Mail (2)'],
    head: { importOperations: { '0-1': 'UPSERT' } },
    columns: [sent('0-1', 'Mail', 'email', 'HUBSPOT_ALTERNATE_ID'), sent('0-1', 'Mail (2)', 'work_email')],
  },
];

describe('buildRequest', () => {
  for (const { title, mapping, settings, fileName, headers, head, columns } of SCENARIOS) {
    it(title, () => {
      const source = { fileName, headers: headers ?? mapping.columns.map(({ header }) => header) };
      expect(buildRequest(mapping, { ...SETTINGS, ...settings }, source)).to.deep.equal({
        name: 'An import',
        ...head,
        files: [
          {
            fileName: csvName(fileName),
            fileFormat: 'CSV',
            fileImportPage: { hasHeader: true, columnMappings: columns },
          },
        ],
      });
    });
  }
});

describe('sentColumns', () => {
  it('gives the columns that are imported, in file order', () => {
    const mapping = mappingOf(
      '0-1',
      'UPSERT',
      [
        ['A', 'a'],
        ['B', null],
        ['C', 'c'],
      ],
      null,
    );
    expect(sentColumns(mapping)).to.deep.equal([0, 2]);
    expect(sentColumns(mappingOf('0-1', 'UPSERT', [['A', null]], null))).to.deep.equal([]);
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
      mappingOf(
        '0-1',
        'UPSERT',
        [
          ["Mother's name", 'mother'],
          ['Say "hi"', 'greeting'],
        ],
        null,
      ),
      { ...SETTINGS, name },
      { fileName, headers: ["Mother's name", 'Say "hi"'] },
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
