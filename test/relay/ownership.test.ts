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
import type { Person } from '../../src/relay/credential.js';
import { createMemoryStore, type RelayStore } from '../../src/relay/store.js';

const ADA = { subject: 'ada' };
const BOB = { subject: 'bob' };
const NOW = new Date('2026-11-05T10:00:00Z');
const entry = (id: string, importName = 'People', createdAt = NOW.toISOString()) => ({
  id,
  importName,
  createdAt,
});

async function shown(store: RelayStore, person: Person, ...entries: readonly object[]): Promise<unknown[]> {
  const body = JSON.stringify({ results: entries, paging: { next: { after: '9' } } });
  const list = JSON.parse(await ownImports(store, person, body)) as {
    results: { id: unknown }[];
    paging: unknown;
  };
  assert.deepEqual(list.paging, { next: { after: '9' } });
  return list.results.map(({ id }) => id);
}

describe('an import', () => {
  it('is seen by who started it and by nobody else', async () => {
    const store = createMemoryStore();
    await noteStarted(store, ADA, '1');
    await noteStarted(store, BOB, '2');
    assert.deepEqual(await shown(store, ADA, entry('1'), entry('2'), entry('3')), ['1']);
    await checkOwner(store, ADA, '1');
    for (const id of ['2', '3']) {
      await assert.rejects(checkOwner(store, ADA, id), { status: 404, reason: 'not-yours' });
    }
  });

  it('is seen by who may see all', async () => {
    await checkOwner(createMemoryStore(), { subject: 'chief', imports: 'all' }, '1');
  });

  it('whose answer was lost is found by its name, and then belongs to who sent it', async () => {
    const store = createMemoryStore();
    await noteSent(store, ADA, 'People', NOW);
    assert.deepEqual(await shown(store, BOB, entry('5')), []);
    assert.deepEqual(await shown(store, ADA, entry('5')), ['5']);
    await checkOwner(store, ADA, '5');
    assert.deepEqual(await shown(store, ADA, entry('6')), [], 'one lost answer explains one import');
  });

  it('of another name, of another time, or of somebody is not taken for the lost one', async () => {
    const store = createMemoryStore();
    await noteSent(store, ADA, 'People', NOW);
    await noteStarted(store, BOB, '1');
    const earlier = entry('2', 'People', '2026-11-05T09:54:00Z');
    const later = entry('5', 'People', '2026-11-05T10:11:00Z');
    const others = [entry('1'), earlier, later, entry('3', 'Firms'), { id: '4' }];
    assert.deepEqual(await shown(store, ADA, ...others), []);
  });

  it('is not looked for once its answer is there', async () => {
    const store = createMemoryStore();
    await noteSent(store, ADA, 'People', NOW);
    await noteAnswered(store, ADA, 'People');
    assert.deepEqual(await shown(store, ADA, entry('5')), []);
  });

  it('of another account that has the same id is another', async () => {
    const store = createMemoryStore();
    await noteStarted(store, { ...ADA, account: 'a' }, '1');
    await noteStarted(store, { ...BOB, account: 'b' }, '1');
    assert.deepEqual(await shown(store, { ...ADA, account: 'a' }, entry('1')), ['1']);
    assert.deepEqual(await shown(store, { ...ADA, account: 'b' }, entry('1')), []);
    assert.deepEqual(await shown(store, ADA, entry('1')), []);
  });

  it('of somebody else leaves no trace in the list, which can be paged on', async () => {
    const store = createMemoryStore();
    await noteStarted(store, BOB, '1');
    const paging = { next: { after: '9', link: 'https://api.hubapi.com/crm/v3/imports?after=9&portalId=5' } };
    const body = JSON.stringify({ total: 12, results: [entry('1', 'Secret plans')], paging, names: ['x'] });
    const list = JSON.parse(await ownImports(store, ADA, body)) as unknown;
    assert.deepEqual(list, { results: [], paging: { next: { after: '9' } } });
    const last = await ownImports(
      store,
      ADA,
      JSON.stringify({ results: [], paging: null }).replace(',"paging":null', ''),
    );
    assert.deepEqual(JSON.parse(last), { results: [] });
  });

  it('has its id as text or number in HubSpot’s answer', () => {
    assert.equal(startedId('{"id":"12","state":"STARTED"}'), '12');
    assert.equal(startedId('{"id":12}'), '12');
    for (const body of ['', 'null', '{}', '<html>', '{"id":null}']) assert.equal(startedId(body), null, body);
  });

  it('is shown to nobody when the list is no list', async () => {
    for (const body of ['<html>', '[]', '{"results":{}}']) {
      await assert.rejects(ownImports(createMemoryStore(), ADA, body), { status: 502 });
    }
  });
});
