import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { firstOf, importFiles, kindsOf, openStandIn, type SentFile, tiesOf } from './calls.js';
import { common, key, labels, type Mapping, recordId, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const FIRM = key('0-2', 'Firm', 'domain');

describe('files with a common column', () => {
  const owner = (columns: readonly Mapping[], content: string): SentFile => ({
    fileName: 'people.csv',
    content,
    columns,
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
