import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Column, openStandIn, post, requestOf } from './calls.js';

const EMAIL: Column = ['Email', 'email', 'HUBSPOT_ALTERNATE_ID'];
const json = (request: unknown) => JSON.stringify(request);
const good = requestOf([EMAIL]);
const change = (file: Record<string, unknown>) => ({
  name: 'x',
  files: [{ fileName: 'list.csv', fileImportPage: { columnMappings: [] }, ...file }],
});
const refused: readonly (readonly [title: string, text: string | null, message: RegExp])[] = [
  ['JSON that cannot be parsed', '{"name": ', /Unable to parse JSON/],
  ['JSON that is no object', '[]', /Unable to parse JSON/],
  ['no importRequest', null, /importRequest/],
  ['no name', json({ ...good, name: '' }), /name/],
  ['no files', json({ name: 'x', files: [] }), /file/],
  ['a file name that was not uploaded', json(change({ fileName: 'other.csv' })), /other\.csv/],
  ['a path in a file name', json(change({ fileName: '/tmp/list.csv' })), /path/],
  ['no mappings', json(change({ fileImportPage: {} })), /columnMappings/],
  ['an unknown file format', json(change({ fileFormat: 'XLSX' })), /fileFormat/],
  ['an unknown operation', json({ ...good, importOperations: { '0-1': 'MERGE' } }), /importOperations/],
  ['an unknown date format', json({ ...good, dateFormat: 'DMY' }), /dateFormat/],
  ['an unknown time zone', json({ ...good, timeZone: 'Mars/Olympus' }), /timeZone/],
  ['an unknown column type', json(requestOf([['Email', 'email', 'KEY']])), /columnType/],
];

describe('imports that are refused at once', () => {
  for (const [title, text, message] of refused) {
    it(title, async () => {
      const standIn = openStandIn();
      const form = new FormData();
      if (text !== null) form.append('importRequest', text);
      form.append('files', new Blob(['Email\n']), 'list.csv');
      const { status, body } = await post(standIn, '/crm/v3/imports/', form);
      assert.equal(status, 400);
      assert.equal(body.status, 'error');
      assert.equal(body.category, 'VALIDATION_ERROR');
      assert.match(body.correlationId, /^[0-9a-f-]{36}$/);
      assert.match(body.message, message);
      assert.deepEqual(standIn.imports(), []);
    });
  }
});
