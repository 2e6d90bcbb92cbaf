import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { INSTANT } from '../../demo/hubspot/imports.js';
import type { StoredRecord } from '../../demo/hubspot/records.js';
import { createDemoServer } from '../../demo/server.js';
import { SAMPLES, WORKBOOKS } from '../../demo/samples.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { ANY_SHEET } from '../workbook/workbooks.js';
import { importOne } from './calls.js';
import { key, time } from './columns.js';

const open = () => createDemoServer({ pace: INSTANT }, '/world');
const ask = async (server: ReturnType<typeof open>, path: string, method = 'GET') => {
  const response = await server.handle(new Request(`http://local/world/demo-api/${path}`, { method }));
  assert.ok(response);
  return response;
};

describe('what the demo asks of the stand-in', () => {
  it('records come with their associations and participations, newest first', async () => {
    const server = open();
    await importOne(
      server.standIn,
      [key('0-1', 'Mail', 'email'), key('0-2', 'Firm', 'domain'), time('In', 'JOINED')],
      'Mail,Firm,In\nann@n.example,n.example,06/12/2026\nbo@n.example,n.example,06/12/2026\n',
      { marketingEventObjectId: 500000000101 },
    );
    const read = async (path: string) =>
      (await (await ask(server, path)).json()) as { total: number; latest: StoredRecord[] };
    const contacts = await read('records/contacts');
    assert.deepEqual([contacts.total, contacts.latest[0]?.properties.email], [2, 'bo@n.example']);
    const { latest: firms } = await read('records/0-2?all');
    assert.deepEqual(contacts.latest[0]?.associations, {
      '0-2': [{ id: firms[0]?.id, types: [{ category: 'HUBSPOT_DEFINED', typeId: 279, label: null }] }],
    });
    const { latest: events } = await read('records/marketing_events?all');
    assert.equal(events.find(({ id }) => id === '500000000101')?.participations?.length, 2);
  });

  it('an import is reverted once it is DONE, and once only', async () => {
    const server = open();
    const { id } = await importOne(server.standIn, [key('0-1', 'Mail', 'email')], 'Mail\nann@n.example\n');
    const statuses = [];
    for (const path of [
      'imports/1/revert',
      `imports/${id}/revert`,
      `imports/${id}/revert`,
      `imports/${id}/undo`,
    ]) {
      statuses.push((await ask(server, path, 'POST')).status);
    }
    assert.deepEqual(statuses, [409, 204, 409, 409]);
    const [entry] = (await (await ask(server, 'imports')).json()) as { id: string; state: string }[];
    assert.deepEqual([entry?.id, entry?.state], [id, 'REVERTED']);
    assert.deepEqual(server.standIn.records('contacts'), []);
  });

  it('every file of every small sample can be fetched by its name, the first without', async () => {
    const server = open();
    for (const { name, files } of SAMPLES.filter((sample) => !sample.name.startsWith('large'))) {
      const first = Buffer.from(await (await ask(server, `samples/${name}`)).arrayBuffer());
      for (const [index, { fileName, generate }] of files.entries()) {
        const response = await ask(server, `samples/${name}/${encodeURIComponent(fileName)}`);
        const bytes = Buffer.from(await response.arrayBuffer());
        assert.ok(bytes.equals(Buffer.concat([...generate()])), fileName);
        assert.equal(first.equals(bytes), index === 0);
        assert.match(response.headers.get('content-disposition') ?? '', new RegExp(fileName));
      }
    }
    assert.equal((await ask(server, 'samples/people-and-firms/nobody.csv')).status, 404);
    assert.equal((await ask(server, 'samples/nothing')).status, 404);
  });

  it('a workbook of a sample is one that can be read: sheets, dates, and numbers with their zeros', async () => {
    for (const { name, files } of WORKBOOKS) {
      const response = await ask(open(), `samples/${name}`);
      assert.match(response.headers.get('content-disposition') ?? '', new RegExp(files[0].fileName));
      const pieces: BlobPart[] = [];
      const receiver = {
        write: (bytes: Uint8Array) => void pieces.push(bytes as BlobPart),
        onRead: () => undefined,
      };
      const choice = { ...ANY_SHEET, dateOrder: 'DAY_MONTH_YEAR' } as const;
      const { sheets, sheet } = await readWorkbook(await response.blob(), choice, receiver);
      assert.deepEqual([sheets, sheet], [['Members', 'Firms', 'Notes'], 0]);
      const lines = (await new Blob(pieces).text()).split('\n');
      assert.match(lines[2] ?? '', /^Email,First Name,/);
      assert.match(lines[3] ?? '', /,HC-0000001,06 12 34 56 78,01000,\d\d\/\d\d\/20\d\d,01\/01\/2026 08:30$/);
    }
  });

  it('faults are listed, set and cleared', async () => {
    const server = open();
    const active = async (path: string, method = 'POST') =>
      ((await (await ask(server, path, method)).json()) as { active: string[] }).active;
    assert.deepEqual(await active('faults/import-fails'), ['import-fails']);
    assert.deepEqual(await active('faults/none'), []);
  });
});
