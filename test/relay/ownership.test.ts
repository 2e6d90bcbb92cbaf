import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkOwner,
  noteAnswered,
  noteSent,
  noteStarted,
  ownImports,
  startedId,
} from '../../src/relay/ownership.js';
import { createMemoryStore, type RelayStore } from '../../src/relay/store.js';

const NOW = new Date('2026-11-05T10:00:00Z');
const entry = (id: string, importName = 'People', createdAt = NOW.toISOString()) => ({
  id,
  importName,
  createdAt,
});

async function shown(store: RelayStore, subject: string, ...entries: readonly object[]): Promise<unknown[]> {
  const body = JSON.stringify({ results: entries, paging: { next: { after: '9' } } });
  const list = JSON.parse(await ownImports(store, subject, body)) as {
    results: { id: unknown }[];
    paging: unknown;
  };
  assert.deepEqual(list.paging, { next: { after: '9' } });
  return list.results.map(({ id }) => id);
}

describe('an import', () => {
  it('is seen by who started it and by nobody else', async () => {
    const store = createMemoryStore();
    await noteStarted(store, 'ada', '1');
    await noteStarted(store, 'bob', '2');
    assert.deepEqual(await shown(store, 'ada', entry('1'), entry('2'), entry('3')), ['1']);
    await checkOwner(store, { subject: 'ada' }, '1');
    for (const id of ['2', '3']) {
      await assert.rejects(checkOwner(store, { subject: 'ada' }, id), { status: 404, reason: 'not-yours' });
    }
  });

  it('is seen by who may see all', async () => {
    await checkOwner(createMemoryStore(), { subject: 'chief', imports: 'all' }, '1');
  });

  it('whose answer was lost is found by its name, and then belongs to who sent it', async () => {
    const store = createMemoryStore();
    await noteSent(store, 'ada', 'People', NOW);
    assert.deepEqual(await shown(store, 'bob', entry('5')), []);
    assert.deepEqual(await shown(store, 'ada', entry('5')), ['5']);
    await checkOwner(store, { subject: 'ada' }, '5');
    assert.deepEqual(await shown(store, 'ada', entry('6')), [], 'one lost answer explains one import');
  });

  it('of another name, of an earlier time, or of somebody is not taken for the lost one', async () => {
    const store = createMemoryStore();
    await noteSent(store, 'ada', 'People', NOW);
    await noteStarted(store, 'bob', '1');
    const earlier = entry('2', 'People', '2026-11-05T09:54:00Z');
    assert.deepEqual(await shown(store, 'ada', entry('1'), earlier, entry('3', 'Firms'), { id: '4' }), []);
  });

  it('is not looked for once its answer is there', async () => {
    const store = createMemoryStore();
    await noteSent(store, 'ada', 'People', NOW);
    await noteAnswered(store, 'ada', 'People');
    assert.deepEqual(await shown(store, 'ada', entry('5')), []);
  });

  it('has its id as text or number in HubSpot’s answer', () => {
    assert.equal(startedId('{"id":"12","state":"STARTED"}'), '12');
    assert.equal(startedId('{"id":12}'), '12');
    for (const body of ['', 'null', '{}', '<html>', '{"id":null}']) assert.equal(startedId(body), null, body);
  });

  it('is shown to nobody when the list is no list', async () => {
    for (const body of ['<html>', '[]', '{"results":{}}']) {
      await assert.rejects(ownImports(createMemoryStore(), 'ada', body), { status: 502 });
    }
  });
});
