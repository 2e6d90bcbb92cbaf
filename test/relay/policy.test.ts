import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkImportRequest, fileBytes, readPolicy, type Policy } from '../../src/relay/policy.js';
import { importFile, importRequest } from './uploads.js';

const column = (more: Readonly<Record<string, unknown>>) => ({
  columnObjectTypeId: '0-1',
  columnName: 'A column',
  propertyName: 'firstname',
  ...more,
});
const withColumns = (...columns: readonly Readonly<Record<string, unknown>>[]) =>
  importRequest({ files: [importFile('people.csv', columns)] });
const ada = (limits: Omit<Policy, 'subject'> = {}): Policy => ({ subject: 'ada', ...limits });

function verdict(request: unknown, policy: Policy): string {
  try {
    checkImportRequest(request, policy);
    return 'allowed';
  } catch (error) {
    return (error as { reason?: string }).reason ?? String(error);
  }
}

describe('a policy', () => {
  const contacts = ada({ objectTypes: ['contacts'] });
  const both = ada({ objectTypes: ['0-1', '0-2'] });
  const createOnly = ada({ operations: ['CREATE'] });
  const association = { associationTypeId: 280, associationCategory: 'HUBSPOT_DEFINED' };

  const cases: readonly (readonly [string, unknown, Policy, string])[] = [
    ['without limits allows everything', importRequest({ marketableContactImport: true }), ada(), 'allowed'],
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
      'refuses an association that does not say where it leads',
      withColumns(column({ foreignKeyType: association })),
      both,
      'object-type',
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
      importRequest({ importOperations: { contacts: 'CREATE' } }),
      createOnly,
      'allowed',
    ],
    [
      'refuses one type with two operations, one of them not allowed',
      importRequest({ importOperations: { contacts: 'CREATE', '0-1': 'UPSERT' } }),
      createOnly,
      'operation',
    ],
    [
      'can forbid the marketing flag, either way',
      importRequest({ marketableContactImport: false }),
      ada({ marketing: false }),
      'marketing',
    ],
    [
      'can forbid lists',
      importRequest({ createContactListFromImport: true }),
      ada({ lists: false }),
      'lists',
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
    ['a text for a flag', importRequest({ createContactListFromImport: 'true' })],
  ];
  for (const [what, request] of unreadable) {
    it(`is not held against ${what}: that is refused`, () => {
      assert.throws(() => checkImportRequest(request, ada()), { status: 400, reason: 'import-request' });
    });
  }

  it('gives the names that file parts must have', () => {
    const request = importRequest({ files: [importFile('b.csv'), importFile('a.csv')] });
    assert.deepEqual(checkImportRequest(request, ada()), { name: 'People', fileNames: ['b.csv', 'a.csv'] });
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

  it('cannot raise HubSpot’s size limit', () => {
    assert.equal(fileBytes(ada()), 512 * 1024 * 1024);
    assert.equal(fileBytes(ada({ maxBytes: 10 })), 10);
    assert.equal(fileBytes(ada({ maxBytes: 2 ** 40 })), 512 * 1024 * 1024);
  });

  it('is read strictly from outside', () => {
    assert.deepEqual(readPolicy({ subject: 'ada', imports: 'all' }), { subject: 'ada', imports: 'all' });
    for (const wrong of [
      null,
      {},
      { subject: '' },
      { subject: 'ada', operations: ['DELETE'] },
      { subject: 'ada', maxBytes: -1 },
    ]) {
      assert.throws(() => readPolicy(wrong), JSON.stringify(wrong));
    }
  });
});
