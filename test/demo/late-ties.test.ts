import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StandIn } from '../../demo/hubspot/stand-in.js';
import {
  firstOf,
  importFiles,
  importOne,
  key,
  kindsOf,
  labels,
  type Mapping,
  openStandIn,
  recordId,
  type SentFile,
  tiesOf,
  value,
} from './calls.js';

const MAIL = key('0-1', 'Mail', 'email');
const FIRM = key('0-2', 'Firm', 'domain');
const OTHER = value('0-1', 'Other', 'email', 'ASSOCIATION_KEYS');

describe('associations within one object', () => {
  const seed = {
    contacts: [{ email: 'ann@f.example', hs_additional_emails: 'anna@f.example' }, { email: 'bo@f.example' }],
  };
  const ids = (standIn: StandIn) => standIn.records('contacts').map(({ id }) => id);
  const cells: readonly (readonly [title: string, csv: string, errors: unknown[], tied: number[][]])[] = [
    ['a new one is tied to one that exists', 'cy@f.example,ann@f.example', [], [[2, 0]]],
    [
      'one that exists is tied to a new one, wherever its row is',
      'ann@f.example,cy@f.example\ncy@f.example,',
      [],
      [[0, 2]],
    ],
    [
      'several keys are joined by a semicolon',
      'cy@f.example,ann@f.example; Bo@f.example',
      [],
      [
        [2, 0],
        [2, 1],
      ],
    ],
    ['an empty cell ties to nobody', 'cy@f.example,', [], []],
    [
      'one of the two must have been there before',
      'cy@f.example,dee@f.example\ndee@f.example,',
      [['ASSOCIATION_RECORD_NOT_FOUND', 2, 1]],
      [],
    ],
    ['a key that names nobody', 'ann@f.example,no@f.example', [['ASSOCIATION_RECORD_NOT_FOUND', 2, 1]], []],
    [
      'a further address is no key',
      'bo@f.example,anna@f.example',
      [['ASSOCIATION_RECORD_NOT_FOUND', 2, 1]],
      [],
    ],
    ['a key that is no address', 'bo@f.example,Ann', [['INVALID_ASSOCIATION_IDENTIFIER', 2, 1]], []],
    ['the record’s own key', 'bo@f.example,bo@f.example', [['INVALID_ASSOCIATION_KEY', 2, 1]], []],
    [
      'a key twice',
      'bo@f.example,ann@f.example;ann@f.example',
      [['DUPLICATE_ASSOCIATION_ID', 2, 1]],
      [[1, 0]],
    ],
  ];
  for (const [title, rows, errors, tied] of cells) {
    it(title, async () => {
      const standIn = openStandIn({ seed });
      const outcome = await importOne(standIn, [MAIL, OTHER], `Mail,Other\n${rows}\n`);
      assert.deepEqual(kindsOf(outcome), errors);
      const all = ids(standIn);
      const expected = [...tied, ...tied.map(([one, other]) => [other, one])];
      const found = all.flatMap((_, at) =>
        tiesOf(standIn, 'contacts', '0-1', at).map(([id]) => [at, all.indexOf(String(id))]),
      );
      assert.deepEqual(new Set(found.map(String)), new Set(expected.map(String)));
      assert.equal(outcome.counters.ASSOCIATIONS_CREATED ?? 0, tied.length);
    });
  }

  it('every label of the row goes to every pair of it, the paired one to the other side', async () => {
    const standIn = openStandIn({ seed });
    const columns = [MAIL, OTHER, labels('0-1', '0-1', 'As')];
    await importOne(
      standIn,
      columns,
      'Mail,Other,As\ncy@f.example,ann@f.example;bo@f.example,Child;Spouse\n',
    );
    const [ann, bo, cy] = ids(standIn);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-1', 2), [
      [ann, 449, 22, 23],
      [bo, 449, 22, 23],
    ]);
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-1', 0), [[cy, 449, 21, 23]]);
  });

  it('companies are tied by their first domain', async () => {
    const standIn = openStandIn({
      seed: {
        companies: [{ domain: 'n.example', hs_additional_domains: 'nord.example' }, { domain: 's.example' }],
      },
    });
    const columns = [FIRM, value('0-2', 'Of', 'domain', 'ASSOCIATION_KEYS'), labels('0-2', '0-2', 'As')];
    const outcome = await importOne(
      standIn,
      columns,
      'Firm,Of,As\ns.example,https://n.example/about,Parent company\ns.example,nord.example,\n',
    );
    assert.deepEqual(kindsOf(outcome), [['ASSOCIATION_RECORD_NOT_FOUND', 3, 1]]);
    const [nord, sud] = standIn.records('companies').map(({ id }) => id);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-2', 1), [[nord, 450, 14]]);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-2', 0), [[sud, 450, 13]]);
  });
});

describe('records attached by their id', () => {
  const attach = (more: Mapping): Mapping => ({
    columnObjectTypeId: '0-1',
    columnName: 'Firm ID',
    columnType: 'HUBSPOT_OBJECT_ID',
    propertyName: null,
    foreignKeyType: { associationTypeId: 31, associationCategory: 'USER_DEFINED' },
    ...more,
  });

  it('with the label that the type says, whether the other object is named or not', async () => {
    for (const more of [{}, { toColumnObjectTypeId: '0-2' }]) {
      const standIn = openStandIn({ seed: { companies: [{ name: 'Nord' }] } });
      const { id } = firstOf(standIn, 'companies');
      const { errors } = await importOne(
        standIn,
        [MAIL, attach(more)],
        `Mail,Firm ID\nann@n.example,${id}\n`,
      );
      assert.deepEqual(errors, []);
      assert.deepEqual(tiesOf(standIn, 'contacts', '0-2'), [[id, 279, 31]]);
    }
  });

  it('an id that is none, or nobody’s, is an error and the record is kept', async () => {
    const standIn = openStandIn();
    const outcome = await importOne(
      standIn,
      [MAIL, attach({})],
      'Mail,Firm ID\nann@n.example,4711\nbo@n.example,x\n',
    );
    assert.deepEqual(kindsOf(outcome), [
      ['UNKNOWN_ASSOCIATION_RECORD_ID', 2, 1],
      ['INVALID_ASSOCIATION_IDENTIFIER', 3, 1],
    ]);
    assert.equal(standIn.records('contacts').length, 2);
  });

  it('notes belong to what they are attached to', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'ann@n.example' }] } });
    const { id } = firstOf(standIn, 'contacts');
    const to = {
      columnObjectTypeId: '0-46',
      columnName: 'Contact ID',
      columnType: 'HUBSPOT_OBJECT_ID',
      propertyName: null,
      foreignKeyType: { associationTypeId: 202, associationCategory: 'HUBSPOT_DEFINED' },
    };
    const csv = `Note,Contact ID\nHello,${id}\nTo nobody,\n`;
    const outcome = await importOne(standIn, [value('0-46', 'Note', 'hs_note_body'), to], csv);
    assert.deepEqual(kindsOf(outcome), [['FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS', 3, undefined]]);
    assert.deepEqual(tiesOf(standIn, 'notes', '0-1'), [[id, 202]]);
  });
});

describe('files with a common column', () => {
  const owner = (columns: readonly Mapping[], content: string): SentFile => ({
    fileName: 'people.csv',
    content,
    columns,
  });
  const common = (more: Mapping = {}): Mapping => ({
    columnObjectTypeId: '0-2',
    toColumnObjectTypeId: '0-1',
    columnName: 'Mail',
    propertyName: null,
    foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' },
    ...more,
  });
  const people = owner(
    [{ ...MAIL, associationIdentifierColumn: true }],
    'Mail\nann@n.example\nbo@n.example\nnot an address\n',
  );
  const firms: SentFile = {
    fileName: 'firms.csv',
    content:
      'Firm,Mail\nn.example,Ann@n.example\ns.example,gone@n.example\nt.example,\nu.example,ann@n.example\n',
    columns: [FIRM, common()],
  };

  for (const [title, files] of [
    ['the owner’s file first', [people, firms]],
    ['the owner’s file last', [firms, people]],
  ] as const) {
    it(`are tied alike: ${title}`, async () => {
      const standIn = openStandIn();
      const { counters, errors, fileIds } = await importFiles(standIn, files);
      const at = Object.fromEntries(files.map(({ fileName }, index) => [fileName, Number(fileIds[index])]));
      assert.deepEqual(
        errors.map(({ errorType, knownColumnNumber, sourceData }) => [
          errorType,
          sourceData.fileId,
          sourceData.lineNumber,
          knownColumnNumber,
          sourceData.rowData,
        ]),
        [
          ['INVALID_EMAIL', at['people.csv'], 4, 0, ['not an address']],
          ['ASSOCIATION_RECORD_NOT_FOUND', at['firms.csv'], 3, 1, ['s.example', 'gone@n.example']],
        ],
      );
      const ann = standIn.records('contacts').find(({ properties }) => properties.email === 'ann@n.example');
      const [nord, , , ufer] = standIn.records('companies').map(({ id }) => id);
      assert.deepEqual(
        ann?.associations['0-2']?.map(({ id, types }) => [id, ...types.map(({ typeId }) => typeId)]),
        [
          [nord, 279],
          [ufer, 279],
        ],
      );
      assert.deepEqual(
        [
          counters.TOTAL_ROWS,
          counters.MAPPED_COLUMNS,
          counters.CREATED_OBJECTS,
          counters.ASSOCIATIONS_CREATED,
        ],
        [7, 3, 6, 2],
      );
      assert.equal(counters.ERRORS, 2);
    });
  }

  it('a key may name a record that was there before and is in no file', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ email: 'gone@n.example' }] } });
    const { errors } = await importFiles(standIn, [{ ...people, content: 'Mail\nann@n.example\n' }, firms]);
    assert.deepEqual(errors, []);
  });

  it('the key may be a record id or a property with unique values', async () => {
    const standIn = openStandIn({ seed: { contacts: [{ member_number: '7' }] } });
    const { id } = firstOf(standIn, 'contacts');
    const keys: readonly (readonly [Mapping, string])[] = [
      [recordId('0-1', 'Mail'), id],
      [key('0-1', 'Mail', 'member_number'), '7'],
    ];
    for (const [column, cell] of keys) {
      const files = [
        owner([{ ...column, associationIdentifierColumn: true }], `Mail\n${cell}\n`),
        { ...firms, content: `Firm,Mail\nn.example,${cell}\n` },
      ];
      const { state, errors } = await importFiles(standIn, files);
      assert.deepEqual([state, errors], ['DONE', []]);
    }
    assert.equal(standIn.records('contacts').length, 1);
    assert.deepEqual(tiesOf(standIn, 'companies', '0-1'), [[id, 280]]);
  });

  it('labels of the file are for the pair that the key makes', async () => {
    const standIn = openStandIn();
    const withRole = {
      ...firms,
      content: 'Firm,Mail,Role\nn.example,ann@n.example,Employee;Nephew\n',
      columns: [FIRM, common(), labels('0-2', '0-1', 'Role')],
    };
    const { errors } = await importFiles(standIn, [people, withRole]);
    assert.deepEqual(
      errors.map(({ errorType }) => errorType),
      ['INVALID_EMAIL', 'ASSOCIATION_LABEL_NOT_FOUND'],
    );
    assert.deepEqual(
      tiesOf(standIn, 'contacts', '0-2').map(([, ...types]) => types),
      [[279, 35]],
    );
  });

  it('notes of one file belong to contacts of the other', async () => {
    const standIn = openStandIn();
    const notes: SentFile = {
      fileName: 'notes.csv',
      content: 'Note,Mail\nHello,ann@n.example\nTo nobody,\n',
      columns: [
        value('0-46', 'Note', 'hs_note_body'),
        common({
          columnObjectTypeId: '0-46',
          foreignKeyType: { associationTypeId: 202, associationCategory: 'HUBSPOT_DEFINED' },
        }),
      ],
    };
    const { errors } = await importFiles(standIn, [notes, { ...people, content: 'Mail\nann@n.example\n' }]);
    assert.deepEqual(
      errors.map(({ errorType, sourceData }) => [errorType, sourceData.lineNumber]),
      [['FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS', 3]],
    );
    assert.deepEqual(tiesOf(standIn, 'contacts', '0-46').length, 1);
  });

  it('an ambiguous key ties to nobody', async () => {
    const standIn = openStandIn({ seed: { companies: [{ domain: 'n.example' }, { domain: 'n.example' }] } });
    const files = [
      { fileName: 'a.csv', content: 'Firm\n', columns: [{ ...FIRM, associationIdentifierColumn: true }] },
      {
        fileName: 'b.csv',
        content: 'Mail,Firm\nann@n.example,n.example\n',
        columns: [
          MAIL,
          common({
            columnObjectTypeId: '0-1',
            toColumnObjectTypeId: '0-2',
            columnName: 'Firm',
            foreignKeyType: { associationTypeId: 279, associationCategory: 'HUBSPOT_DEFINED' },
          }),
        ],
      },
    ];
    const outcome = await importFiles(standIn, files);
    assert.deepEqual(kindsOf(outcome), [['MULTIPLE_COMPANIES_WITH_THIS_DOMAIN', 2, 1]]);
  });
});
