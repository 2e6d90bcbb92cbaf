import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMemoryStore } from '../../src/relay/store.js';

describe('the store in memory', () => {
  it('gives a key to the first who claims it', async () => {
    const store = createMemoryStore();
    assert.equal(await store.claim('key', 'first', 10), null);
    assert.equal(await store.claim('key', 'second', 10), 'first');
    assert.equal(await store.get('key'), 'first');
  });

  it('forgets a value when its time is over, or when told', async () => {
    let now = 0;
    const store = createMemoryStore(() => now);
    await store.set('key', 'value', 10);
    now = 9_999;
    assert.equal(await store.get('key'), 'value');
    now = 10_000;
    assert.equal(await store.get('key'), null);
    assert.equal(await store.claim('key', 'again', 10), null);
    await store.delete('key');
    assert.equal(await store.get('key'), null);
  });

  it('drops the oldest rather than grow without end', async () => {
    const store = createMemoryStore();
    const megabyte = 'x'.repeat(1024 * 1024);
    for (let i = 0; i < 40; i += 1) await store.set(`key ${i}`, megabyte, 10);
    assert.equal(await store.get('key 0'), null);
    assert.equal(await store.get('key 39'), megabyte);
  });
});
