import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Column, get, importCsv, openStandIn, readErrors, requestOf } from './calls.js';

const EMAIL: Column = ['Email', 'email', 'HUBSPOT_ALTERNATE_ID'];
const BIRTHDAY: Column = ['Born', 'birthday'];

describe('errors of an import', () => {
  const csv = `Email,Born\n${Array.from({ length: 25 }, (_, index) => `p${index}@h.example,never\n`).join('')}`;

  it('come page by page, each once', async () => {
    const standIn = openStandIn();
    const { id } = await importCsv(standIn, requestOf([EMAIL, BIRTHDAY]), csv);
    const first = await get(standIn, `/crm/imports/2026-09/${id}/errors?limit=20`);
    assert.equal(first.body.results.length, 20);
    const rest = await get(
      standIn,
      `/crm/v3/imports/${id}/errors?limit=20&after=${first.body.paging?.next.after}`,
    );
    assert.equal(rest.body.paging, undefined);
    const lines = [...first.body.results, ...rest.body.results].map((error) => error.sourceData.lineNumber);
    assert.deepEqual(
      lines,
      Array.from({ length: 25 }, (_, index) => index + 2),
    );
    assert.equal((await get(standIn, `/crm/v3/imports/${id}/errors?after=zzz`)).status, 400);
  });

  it('come a hundred at a time at most', async () => {
    const standIn = openStandIn();
    const many = `Email,Born\n${Array.from({ length: 150 }, (_, index) => `p${index}@h.example,never\n`).join('')}`;
    const { id } = await importCsv(standIn, requestOf([EMAIL, BIRTHDAY]), many);
    assert.equal((await get(standIn, `/crm/v3/imports/${id}/errors?limit=1000`)).body.results.length, 100);
    assert.equal((await get(standIn, `/crm/v3/imports/${id}/errors?limit=0`)).status, 400);
  });

  it('hold message and row only when they are asked for', async () => {
    const standIn = openStandIn();
    const { id } = await importCsv(standIn, requestOf([EMAIL, BIRTHDAY]), csv);
    const [bare] = (await get(standIn, `/crm/v3/imports/${id}/errors`)).body.results;
    assert.deepEqual(Object.keys(bare?.sourceData ?? {}).sort(), [
      'containsEncryptedProperties',
      'fileId',
      'lineNumber',
    ]);
    assert.equal(bare?.errorMessage, undefined);
    assert.deepEqual(
      [bare?.invalidValue, bare?.knownColumnNumber, bare?.objectType, bare?.objectTypeId],
      ['never', 1, 'CONTACT', '0-1'],
    );
    assert.equal(typeof bare?.createdAt, 'number');
    const [full] = await readErrors(standIn, id);
    assert.deepEqual(full?.sourceData.rowData, ['p0@h.example', 'never']);
    assert.match(full?.errorMessage ?? '', /never/);
  });
});
