import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Column, importCsv, openStandIn, requestOf } from './calls.js';

const EMAIL: Column = ['Email', 'email', 'HUBSPOT_ALTERNATE_ID'];
const NAME: Column = ['Name', 'firstname'];

const failing: readonly (readonly [title: string, request: unknown, csv: string, errorType: string])[] = [
  [
    'a column without a mapping',
    requestOf([EMAIL]),
    'Email,Name\na@h.example,A\n',
    'INCORRECT_NUMBER_OF_COLUMNS',
  ],
  [
    'a mapping without a column',
    requestOf([EMAIL, NAME]),
    'Email\na@h.example\n',
    'INCORRECT_NUMBER_OF_COLUMNS',
  ],
  [
    'semicolons in place of commas',
    requestOf([EMAIL, NAME]),
    'Email;Name\na@h.example;A\n',
    'INCORRECT_NUMBER_OF_COLUMNS',
  ],
  ['an empty file', requestOf([EMAIL]), '', 'INCORRECT_NUMBER_OF_COLUMNS'],
  ['a header of another name', requestOf([EMAIL]), 'E-mail\na@h.example\n', 'INVALID_COLUMN_CONFIGURATION'],
  [
    'a property that does not exist',
    requestOf([['Email', 'mail']]),
    'Email\na@h.example\n',
    'PROPERTY_DEFINITION_NOT_FOUND',
  ],
  [
    'an object type that does not exist',
    requestOf([EMAIL], {}, '2-9'),
    'Email\na@h.example\n',
    'MISSING_OBJECT_DEFINITION',
  ],
  [
    'two columns for one property',
    requestOf([EMAIL, ['Mail', 'email']]),
    'Email,Mail\na@h.example,\n',
    'INVALID_COLUMN_CONFIGURATION',
  ],
  [
    'a read-only property',
    requestOf([EMAIL, ['Made', 'createdate']]),
    'Email,Made\na@h.example,\n',
    'INVALID_COLUMN_CONFIGURATION',
  ],
  [
    'an identifier that does not identify',
    requestOf([['City', 'city', 'HUBSPOT_ALTERNATE_ID']]),
    'City\nBergen\n',
    'INVALID_COLUMN_CONFIGURATION',
  ],
  [
    'a record id that is not marked as one',
    requestOf([['ID', 'hs_object_id']]),
    'ID\n1\n',
    'INVALID_COLUMN_CONFIGURATION',
  ],
];

describe('imports that fail after they were taken', () => {
  for (const [title, request, csv, errorType] of failing) {
    it(title, async () => {
      const standIn = openStandIn();
      const outcome = await importCsv(standIn, request, csv);
      assert.equal(outcome.state, 'FAILED');
      assert.deepEqual(
        outcome.errors.map((error) => [error.errorType, error.sourceData.lineNumber]),
        [[errorType, 0]],
      );
      assert.deepEqual(standIn.records('contacts'), []);
    });
  }

  it('columns out of order are put in order by their names', async () => {
    const standIn = openStandIn();
    const { errors } = await importCsv(standIn, requestOf([NAME, EMAIL]), 'Email,Name\nbo@h.example,Bo\n');
    assert.deepEqual(errors, []);
    assert.equal(standIn.records('contacts')[0]?.properties.firstname, 'Bo');
  });

  it('the old spelling of a request is taken, and an ignored column is', async () => {
    const standIn = openStandIn();
    const columnMappings = [
      {
        columnObjectType: 'CONTACT',
        columnName: 'Mail',
        propertyName: 'email',
        idColumnType: 'HUBSPOT_ALTERNATE_ID',
        foreignKeyType: null,
      },
      { columnName: 'Remark', ignored: true },
    ];
    const request = {
      name: 'Old',
      files: [{ fileName: 'list.csv', fileImportPage: { hasHeader: true, columnMappings } }],
    };
    const { state } = await importCsv(standIn, request, 'Mail,Remark\nbo@h.example,x\n');
    assert.equal(state, 'DONE');
    assert.equal(standIn.records('contacts').length, 1);
  });
});
