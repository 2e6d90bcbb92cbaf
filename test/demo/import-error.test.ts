import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { get, importOne, openStandIn, startFiles } from './calls.js';
import { key, value } from './columns.js';

const MAIL = key('0-1', 'Mail', 'email');

describe('sensitive values', () => {
  it('are kept out of errors: cell, row and message', async () => {
    const standIn = openStandIn();
    const columns = [
      MAIL,
      value('0-1', 'Passport', 'passport_number'),
      value('0-1', 'Allergies', 'allergies'),
    ];
    const csv = `Mail,Passport,Allergies\nno address,AB123456,\nann@n.example,${'9'.repeat(65_537)},nuts\n`;
    const { errors } = await importOne(standIn, columns, csv);
    assert.deepEqual(
      errors.map(({ errorType, invalidValue, sourceData }) => [errorType, invalidValue, sourceData.rowData]),
      [
        ['INVALID_EMAIL', 'no address', ['no address', 'REDACTED', '']],
        ['COLUMN_TOO_LARGE', 'REDACTED', ['ann@n.example', 'REDACTED', 'REDACTED']],
      ],
    );
    assert.ok(errors.every(({ sourceData }) => sourceData.containsEncryptedProperties));
    assert.doesNotMatch(JSON.stringify(errors), /AB123456|999|nuts/);
  });

  it('are not spoken of where there are none', async () => {
    const { errors } = await importOne(openStandIn(), [MAIL], 'Mail\nno address\n');
    assert.equal(errors[0]?.sourceData.containsEncryptedProperties, false);
  });

  it('have definitions for those who ask for them', async () => {
    const names = async (query: string) =>
      (await get(openStandIn(), `/crm/v3/properties/contacts${query}`)).body.results.map(({ name }) => name);
    assert.deepEqual(await names('?dataSensitivity=sensitive'), ['allergies']);
    assert.deepEqual(await names('?dataSensitivity=highly_sensitive'), ['passport_number']);
    assert.ok(!(await names('')).includes('allergies'));
  });
});

describe('error types that a version of the API lacks', () => {
  it('come under another name there', async () => {
    const standIn = openStandIn();
    const columns = [MAIL, value('0-1', 'Emergency', 'emergency_phone')];
    const { id } = await importOne(standIn, columns, 'Mail,Emergency\nann@n.example,call my wife\n');
    const types = async (path: string) =>
      (await get(standIn, `${path}/${id}/errors`)).body.results.map(({ errorType }) => errorType);
    assert.deepEqual(await types('/crm/v3/imports'), ['INVALID_PROPERTY_VALUE_FORMAT']);
    assert.deepEqual(await types('/crm/imports/2026-03'), ['INVALID_PROPERTY_VALUE_FORMAT']);
    assert.deepEqual(await types('/crm/imports/2026-09'), ['FAILED_VALIDATION']);
  });

  it('an import is the same in every version', async () => {
    const standIn = openStandIn();
    const versions = ['/crm/v3/imports', '/crm/imports/2026-03', '/crm/imports/2026-09/'];
    for (const path of versions) {
      const { status, body } = await startFiles(
        standIn,
        [{ fileName: 'list.csv', content: 'Mail\nann@n.example\n', columns: [MAIL] }],
        {},
        path,
      );
      assert.equal(status, 200);
      const answers = await Promise.all(
        versions.map(async (other) => (await get(standIn, `${other.replace(/\/$/, '')}/${body.id}`)).body),
      );
      assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
      assert.equal(answers[0]?.state, 'DONE');
    }
  });
});
