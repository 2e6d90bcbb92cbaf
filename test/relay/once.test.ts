import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idempotencyKey, once } from '../../src/relay/once.js';
import type { Answer } from '../../src/relay/refusal.js';
import { createMemoryStore } from '../../src/relay/store.js';

const answer = (status: number, body = '{"id":"7"}'): Answer => ({ status, headers: { a: 'b' }, body });

/** Sends the same key twice and says how often the work was done. */
async function twice(first: () => Promise<Answer>, subjects = ['ada', 'ada'], key: string | null = 'key') {
  const store = createMemoryStore();
  let runs = 0;
  const run = () => {
    runs += 1;
    return runs === 1 ? first() : Promise.resolve(answer(200, 'second'));
  };
  const results = [];
  for (const subject of subjects) results.push(await once(store, subject, key, run).catch(String));
  return { runs, results };
}

describe('a key', () => {
  it('passes once: a repeat gets the first answer', async () => {
    const { runs, results } = await twice(() => Promise.resolve(answer(200)));
    assert.equal(runs, 1);
    assert.deepEqual(results, [answer(200), answer(200)]);
  });

  it('is used up by an answer that leaves open what came of it', async () => {
    for (const status of [500, 502, 504]) {
      const { runs, results } = await twice(() => Promise.resolve(answer(status)));
      assert.equal(runs, 1);
      assert.deepEqual(results[1], answer(status));
    }
  });

  it('is free again after a refusal, and after a failure before anything was sent', async () => {
    assert.equal((await twice(() => Promise.resolve(answer(400)))).runs, 2);
    assert.equal((await twice(() => Promise.resolve(answer(429)))).runs, 2);
    assert.equal((await twice(() => Promise.reject(new Error('no')))).runs, 2);
  });

  it('of one person is not another’s', async () => {
    assert.equal((await twice(() => Promise.resolve(answer(200)), ['ada', 'bob'])).runs, 2);
  });

  it('that is missing protects nothing', async () => {
    assert.equal((await twice(() => Promise.resolve(answer(200)), ['ada', 'ada'], null)).runs, 2);
  });

  it('is a conflict while the first answer is awaited', async () => {
    const store = createMemoryStore();
    let finish: (value: Answer) => void = () => undefined;
    const first = once(store, 'ada', 'key', () => new Promise((resolve) => (finish = resolve)));
    await assert.rejects(
      once(store, 'ada', 'key', () => Promise.resolve(answer(200, 'second'))),
      { status: 409, reason: 'repeated', headers: { 'retry-after': '2' } },
    );
    finish(answer(200));
    assert.deepEqual(await first, answer(200));
  });

  it('is read from its header, quoted or not', () => {
    const read = (value: string | null) =>
      idempotencyKey(
        new Request('https://a.example', value === null ? {} : { headers: { 'idempotency-key': value } }),
      );
    assert.equal(read(null), null);
    assert.equal(read('8e03978e-40d5-43dd-bc93-6894a57f9324'), '8e03978e-40d5-43dd-bc93-6894a57f9324');
    assert.equal(read('"abc"'), 'abc');
    for (const wrong of ['', 'a b', 'x'.repeat(201), '{}']) {
      assert.throws(() => read(wrong), { status: 400, reason: 'idempotency-key' }, wrong);
    }
  });
});
