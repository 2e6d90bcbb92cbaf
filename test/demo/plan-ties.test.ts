import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importFiles, openStandIn, type SentFile } from './calls.js';
import { common, key, labels, type Mapping, recordId, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');
const OWNER: Mapping = { ...MAIL, associationIdentifierColumn: true };
const FIRM = key('0-2', 'Firm', 'domain');
const NOTE = value('0-46', 'Note', 'hs_note_body');
const COMMON = common();
const ID: Mapping = {
  columnObjectTypeId: '0-1',
  columnName: 'ID',
  columnType: 'HUBSPOT_OBJECT_ID',
  propertyName: null,
  foreignKeyType: { associationTypeId: 279, associationCategory: 'HUBSPOT_DEFINED' },
};
const change = (column: Mapping, more: Mapping): Mapping => ({ ...column, ...more });

/** A file with the header its columns need. */
const file = (...columns: readonly Mapping[]): SentFile => ({
  fileName: `${String(columns[0]?.columnName)}.csv`,
  content: `${columns.map(({ columnName }) => String(columnName)).join()}\n`,
  columns,
});

const CONFIGURATION = 'INVALID_COLUMN_CONFIGURATION';
const failing: readonly (readonly [title: string, files: readonly SentFile[], errorType?: string])[] = [
  [
    'a common column that identifies nobody',
    [file(change(value('0-1', 'Mail', 'city'), { associationIdentifierColumn: true })), file(FIRM, COMMON)],
    'INVALID_ASSOCIATION_IDENTIFIER',
  ],
  [
    'a common column without a property',
    [file(MAIL, change(OWNER, { propertyName: null, columnName: 'B' }))],
  ],
  ['a common column that no other file has', [file(MAIL), file(FIRM, COMMON)]],
  ['a common column of another name', [file(OWNER), file(FIRM, change(COMMON, { columnName: 'E-mail' }))]],
  ['a common column of the same file', [file(OWNER, COMMON, FIRM)]],
  [
    'a type of association in the wrong direction',
    [
      file(OWNER),
      file(
        FIRM,
        change(COMMON, {
          foreignKeyType: { associationTypeId: 279, associationCategory: 'HUBSPOT_DEFINED' },
        }),
      ),
    ],
  ],
  [
    'a type of association of another category',
    [
      file(OWNER),
      file(
        FIRM,
        change(COMMON, { foreignKeyType: { associationTypeId: 280, associationCategory: 'USER_DEFINED' } }),
      ),
    ],
  ],
  [
    'a common column without a type of association',
    [file(OWNER), file(FIRM, change(COMMON, { foreignKeyType: null }))],
  ],
  [
    'a common column without the other object',
    [file(OWNER), file(FIRM, change(COMMON, { toColumnObjectTypeId: null }))],
  ],
  [
    'a common column of an object without other columns',
    [file(OWNER), file(NOTE, MAIL, change(COMMON, { columnName: 'Mail' }))],
  ],
  [
    'a column with both a property and a type of association',
    [file(OWNER), file(FIRM, change(COMMON, { propertyName: 'name' }))],
  ],
  ['no column of any object', [file({ columnName: 'X', ignored: true })]],
  [
    'a column with neither a property nor anything else',
    [file(MAIL, { columnObjectTypeId: '0-1', columnName: 'X' })],
  ],
  [
    'ids of a type of association that there is not',
    [
      file(
        MAIL,
        change(ID, { foreignKeyType: { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' } }),
      ),
    ],
  ],
  ['ids of another object than the type says', [file(MAIL, change(ID, { toColumnObjectTypeId: '0-3' }))]],
  ['ids without a type of association', [file(MAIL, change(ID, { foreignKeyType: null }))]],
  [
    'labels without the other object',
    [file(MAIL, FIRM, change(labels('0-1', '0-2', 'As'), { toColumnObjectTypeId: null }))],
  ],
  [
    'labels with a property',
    [file(MAIL, FIRM, change(labels('0-1', '0-2', 'As'), { propertyName: 'city' }))],
  ],
  [
    'labels between objects that cannot be associated',
    [file(MAIL, key('0-7', 'SKU', 'hs_sku'), labels('0-1', '0-7', 'As'))],
  ],
  ['labels of an object that is not in the file', [file(MAIL, labels('0-1', '0-2', 'As'))]],
  ['labels within an object without keys', [file(MAIL, labels('0-1', '0-1', 'As'))]],
  [
    'labels from an object that the account has not',
    [file(MAIL, labels('0-1', '2-9', 'As'))],
    'MISSING_OBJECT_DEFINITION',
  ],
  [
    'keys of the same object without a property',
    [file(MAIL, { columnObjectTypeId: '0-1', columnName: 'Of', columnType: 'ASSOCIATION_KEYS' })],
  ],
  [
    'keys of the same object that identify nobody',
    [file(MAIL, value('0-1', 'Of', 'city', 'ASSOCIATION_KEYS'))],
  ],
  [
    'keys of the same object that name another',
    [file(MAIL, change(value('0-1', 'Of', 'email', 'ASSOCIATION_KEYS'), { toColumnObjectTypeId: '0-2' }))],
  ],
  [
    'keys of an object that is not associated with itself',
    [
      file(
        key('2-1234567', 'Hull', 'hull_number'),
        value('2-1234567', 'Of', 'hull_number', 'ASSOCIATION_KEYS'),
      ),
    ],
  ],
  [
    'keys of the same object in one of two files',
    [file(MAIL, value('0-1', 'Of', 'email', 'ASSOCIATION_KEYS')), file(FIRM)],
  ],
  ['objects of one file that cannot be associated', [file(MAIL, key('0-7', 'SKU', 'hs_sku'))]],
  ['a record id of an object that is only created', [file(MAIL, NOTE, recordId('0-46', 'Note ID'))]],
  ['columns of a marketing event’s own', [file(value('0-54', 'Event', 'hs_event_name'))]],
];

describe('imports whose associations contradict the account or each other', () => {
  for (const [title, files, errorType = CONFIGURATION] of failing) {
    it(title, async () => {
      const standIn = openStandIn();
      const outcome = await importFiles(standIn, files);
      assert.equal(outcome.state, 'FAILED');
      assert.deepEqual(
        outcome.errors.map((error) => [error.errorType, error.sourceData.lineNumber]),
        [[errorType, 0]],
      );
    });
  }

  it('an operation on an object that the account has not fails the import', async () => {
    for (const importOperations of [{ '2-9': 'CREATE' }, { contact: 'UPDATE', spaceships: 'CREATE' }]) {
      const { state, errors } = await importFiles(openStandIn(), [file(MAIL)], { importOperations });
      assert.deepEqual([state, errors[0]?.errorType], ['FAILED', 'MISSING_OBJECT_DEFINITION']);
    }
  });

  it('an import fails whole when one of its files does, and says which', async () => {
    const standIn = openStandIn();
    const good = { ...file(MAIL), content: 'Mail\nann@n.example\n' };
    const { state, errors, fileIds } = await importFiles(standIn, [
      good,
      file(FIRM, value('0-2', 'X', 'no_such')),
    ]);
    assert.equal(state, 'FAILED');
    assert.deepEqual(
      errors.map((error) => [error.errorType, error.sourceData.fileId]),
      [['PROPERTY_DEFINITION_NOT_FOUND', Number(fileIds[1])]],
    );
    assert.deepEqual(standIn.records('contacts'), []);
  });
});
