import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkImportRequest } from '../../src/relay/check-request.js';
import type { Policy } from '../../src/relay/policy.js';
import { importFile, importRequest } from './uploads.js';

const column = (more: Readonly<Record<string, unknown>>) => ({
  columnObjectTypeId: '0-1',
  columnName: 'A column',
  propertyName: 'firstname',
  ...more,
});
const withColumns = (...columns: readonly Readonly<Record<string, unknown>>[]) =>
  importRequest({ files: [importFile('people.csv', columns)] });
const association = { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' };
const ada = (limits: Omit<Policy, 'subject'> = {}): Policy => ({ subject: 'ada', ...limits });

const both = ada({ objectTypes: ['0-1', '0-2'] });

function verdict(request: unknown, policy: Policy): string {
  try {
    checkImportRequest(request, policy);
    return 'allowed';
  } catch (error) {
    return (error as { reason?: string }).reason ?? String(error);
  }
}

describe('a policy held against a request', () => {
  const contacts = ada({ objectTypes: ['contacts'] });
  const createOnly = ada({ operations: ['CREATE'] });

  const cases: readonly (readonly [string, unknown, Policy, string])[] = [
    [
      'without limits allows every object type',
      withColumns(column({ columnObjectTypeId: '2-9' })),
      ada(),
      'allowed',
    ],
    ['allows the object type it names by name', importRequest(), contacts, 'allowed'],
    [
      'allows an object type named in the old way',
      withColumns(column({ columnObjectTypeId: null, columnObjectType: 'CONTACT' })),
      contacts,
      'allowed',
    ],
    [
      'refuses another object type in a column',
      withColumns(column({ columnObjectTypeId: '0-2' })),
      contacts,
      'object-type',
    ],
    [
      'refuses another object type by name',
      withColumns(column({ columnObjectTypeId: 'companies' })),
      contacts,
      'object-type',
    ],
    [
      'refuses another object type in the old spelling beside a new one',
      withColumns(column({ columnObjectType: 'COMPANY' })),
      contacts,
      'object-type',
    ],
    [
      'refuses another object type at the far end',
      withColumns(column({ toColumnObjectTypeId: '0-2' })),
      contacts,
      'object-type',
    ],
    [
      'refuses another object type among the operations',
      importRequest({ importOperations: { '0-1': 'UPSERT', '0-2': 'CREATE' } }),
      contacts,
      'object-type',
    ],
    [
      'refuses another object type in the second file',
      importRequest({
        files: [importFile('people.csv'), importFile('firms.csv', [column({ columnObjectTypeId: '0-2' })])],
      }),
      contacts,
      'object-type',
    ],
    [
      'refuses another object type in an ignored column',
      withColumns(column({}), column({ ignored: true, columnObjectTypeId: '0-2' })),
      contacts,
      'object-type',
    ],
    [
      'refuses labels that do not say where they lead',
      withColumns(column({ columnType: 'FLEXIBLE_ASSOCIATION_LABEL', propertyName: null })),
      both,
      'object-type',
    ],
    [
      'refuses labels that lead to another object type',
      withColumns(column({ columnType: 'FLEXIBLE_ASSOCIATION_LABEL', toColumnObjectTypeId: '0-3' })),
      both,
      'object-type',
    ],
    [
      'allows records of one type to be tied to each other',
      withColumns(column({ columnType: 'ASSOCIATION_KEYS', propertyName: 'email' })),
      contacts,
      'allowed',
    ],
    [
      'refuses keys that lead to another object type',
      withColumns(column({ columnType: 'ASSOCIATION_KEYS', toColumnObjectTypeId: '0-2' })),
      contacts,
      'object-type',
    ],
    [
      'refuses a common column of another object type',
      withColumns(column({ columnObjectTypeId: '0-2', associationIdentifierColumn: true })),
      contacts,
      'object-type',
    ],
    [
      'refuses the time of an event unless events are named',
      withColumns(
        column({
          columnObjectTypeId: '0-54',
          columnType: 'EVENT_TIMESTAMP',
          marketingEventSubmissionType: 'JOINED',
        }),
      ),
      contacts,
      'object-type',
    ],
    [
      'allows event participants when events are named',
      { ...withColumns(column({})), marketingEventObjectId: 5 },
      ada({ objectTypes: ['contacts', '0-54'] }),
      'allowed',
    ],
    [
      'allows a column to be skipped',
      withColumns(column({}), { columnName: 'Remark', ignored: true }),
      contacts,
      'allowed',
    ],
    [
      'allows an association between its object types',
      withColumns(column({ foreignKeyType: association, toColumnObjectTypeId: '0-2' })),
      both,
      'allowed',
    ],
    [
      'refuses event participants unless events are named',
      importRequest({ marketingEventObjectId: 5 }),
      contacts,
      'object-type',
    ],
    [
      'allows a custom object by its id',
      importRequest({
        importOperations: { '2-77': 'CREATE' },
        files: [importFile('boats.csv', [column({ columnObjectTypeId: '2-77' })])],
      }),
      ada({ objectTypes: ['2-77'] }),
      'allowed',
    ],
    [
      'refuses another custom object',
      withColumns(column({ columnObjectTypeId: '2-78' })),
      ada({ objectTypes: ['2-77'] }),
      'object-type',
    ],
    ['with no object types at all refuses each', importRequest(), ada({ objectTypes: [] }), 'object-type'],
    [
      'refuses another operation',
      importRequest({ importOperations: { '0-1': 'UPDATE' } }),
      createOnly,
      'operation',
    ],
    [
      'refuses HubSpot’s default operation when it is left out',
      importRequest({ importOperations: {} }),
      createOnly,
      'operation',
    ],
    [
      'refuses the default operation for a type beside the named one',
      {
        ...withColumns(column({}), column({ columnObjectTypeId: '0-2' })),
        importOperations: { '0-1': 'CREATE' },
      },
      createOnly,
      'operation',
    ],
    [
      'sees one object type behind its name and its id',
      {
        ...withColumns(column({ columnObjectTypeId: 'contacts' })),
        importOperations: { '0-1': 'CREATE' },
      },
      createOnly,
      'allowed',
    ],
    [
      'refuses an operation under a name, which HubSpot may overlook',
      importRequest({ importOperations: { Contacts: 'CREATE' } }),
      createOnly,
      'operation',
    ],
    [
      'refuses one type with two operations, one of them not allowed',
      importRequest({ importOperations: { contacts: 'CREATE', '0-1': 'UPSERT' } }),
      createOnly,
      'operation',
    ],
    [
      'refuses the marketing flag, either way',
      importRequest({ marketableContactImport: false }),
      ada(),
      'marketing',
    ],
    [
      'allows the marketing flag when it says so',
      importRequest({ marketableContactImport: true }),
      ada({ marketing: true }),
      'allowed',
    ],
    ['refuses lists', importRequest({ createContactListFromImport: true }), ada(), 'lists'],
    [
      'allows lists when it says so',
      importRequest({ createContactListFromImport: true }),
      ada({ lists: true }),
      'allowed',
    ],
    [
      'allows not to make a list where lists are forbidden',
      importRequest({ createContactListFromImport: false }),
      ada({ lists: false }),
      'allowed',
    ],
    [
      'refuses more files than allowed',
      importRequest({ files: [importFile('a.csv'), importFile('b.csv')] }),
      ada({ maxFiles: 1 }),
      'files',
    ],
    [
      'refuses a sixth file by default',
      importRequest({ files: [...'abcdef'].map((name) => importFile(`${name}.csv`)) }),
      ada(),
      'files',
    ],
  ];
  for (const [title, request, policy, expected] of cases) {
    it(title, () => assert.equal(verdict(request, policy), expected));
  }

  const unreadable: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['a list', []],
    ['no name', { ...importRequest(), name: undefined }],
    ['no files', importRequest({ files: [] })],
    ['an unknown field', importRequest({ optOutImport: true })],
    ['an unknown field of a column', withColumns(column({ columnObjectTypeName: 'companies' }))],
    ['a column of no object type', withColumns(column({ columnObjectTypeId: undefined }))],
    ['an unknown operation', importRequest({ importOperations: { '0-1': 'DELETE' } })],
    ['an object type with spaces', withColumns(column({ columnObjectTypeId: ' 0-1' }))],
    ['a path for a file name', importRequest({ files: [importFile('../people.csv')] })],
    ['a line break in a file name', importRequest({ files: [importFile('a\r\nb.csv')] })],
    ['one file twice', importRequest({ files: [importFile('a.csv'), importFile('a.csv')] })],
    ['an unknown kind of column', withColumns(column({ columnType: 'ASSOCIATION_ID' }))],
    ['an unknown kind of column in the old way', withColumns(column({ idColumnType: 'ASSOCIATION_KEYS' }))],
    ['an unknown date format', importRequest({ dateFormat: 'DAY' })],
    ['an unknown time zone', importRequest({ timeZone: 'a\nb' })],
    ['an unknown submission to an event', withColumns(column({ marketingEventSubmissionType: 'CANCELED' }))],
    [
      'an unknown category of association',
      withColumns(column({ foreignKeyType: { associationTypeId: 1, associationCategory: 'OTHER' } })),
    ],
    [
      'a skipped column that has a property but no object type',
      withColumns({ columnName: 'Remark', ignored: true, propertyName: 'email' }),
    ],
    [
      'a skipped column that has an association but no object type',
      withColumns({ columnName: 'Firm', ignored: true, foreignKeyType: association }),
    ],
    ['more columns than HubSpot takes', withColumns(...Array.from({ length: 1000 }, () => column({})))],
    [
      'more operations than object types',
      importRequest({
        importOperations: Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`2-${at}`, 'UPSERT'])),
      }),
    ],
    ['a name of enormous length', importRequest({ name: 'x'.repeat(1001) })],
    ['a text for a flag', importRequest({ createContactListFromImport: 'true' })],
  ];
  for (const [what, request] of unreadable) {
    it(`is not held against ${what}: that is refused`, () => {
      assert.throws(() => checkImportRequest(request, ada()), { status: 400, reason: 'import-request' });
    });
  }

  it('gives the names that file parts must have', () => {
    const request = importRequest({ files: [importFile('b.csv'), importFile('a.csv')] });
    assert.deepEqual(checkImportRequest(request, ada()).fileNames, ['b.csv', 'a.csv']);
  });

  it('lets on nothing that it has not seen', () => {
    const text = JSON.stringify(importRequest()).replace(
      '"0-1":"UPSERT"',
      '"__proto__":"DELETE","0-1":"UPSERT"',
    );
    const { request } = checkImportRequest(JSON.parse(text), ada());
    assert.deepEqual(JSON.parse(JSON.stringify(request)), importRequest());
  });

  it('wants every association checked unless it allows every object type', () => {
    const request = withColumns(
      column({ foreignKeyType: association, toColumnObjectTypeId: 'companies' }),
      column({ columnObjectTypeId: null, columnObjectType: 'COMPANY', foreignKeyType: association }),
    );
    const end = { typeId: 280, category: 'HUBSPOT_DEFINED' };
    assert.deepEqual(checkImportRequest(request, both).associations, [
      { from: '0-1', to: '0-2', ...end },
      { from: '0-2', to: null, ...end },
    ]);
    assert.deepEqual(checkImportRequest(request, ada()).associations, []);
  });

  it('says where a request is wrong, and nothing of what is in it', () => {
    const request = withColumns(column({ secret: 'cell' }));
    assert.throws(
      () => checkImportRequest(request, ada()),
      (error: Error) => {
        assert.match(error.message, /files\.0\.fileImportPage\.columnMappings\.0/);
        assert.doesNotMatch(error.message, /cell/);
        return true;
      },
    );
  });
});
