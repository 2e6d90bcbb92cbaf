import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idempotencyKey, once, type Attempt } from '../../src/relay/once.js';
import type { Answer } from '../../src/relay/refusal.js';
import { createMemoryStore } from '../../src/relay/store.js';

const answer = (status: number, body = '{"id":"7"}'): Answer => ({ status, headers: { a: 'b' }, body });

function attempt(more: Partial<Attempt> = {}): Attempt {
  return {
    store: createMemoryStore(),
    subject: 'ada',
    key: 'key',
    waitMs: 10_000,
    left: new AbortController().signal,
    onStoreError: (error) => assert.fail(String(error)),
    ...more,
  };
}

/** Work whose end the test decides. */
function pending() {
  let finish: (value: Answer) => void = () => undefined;
  let fail: (reason: Error) => void = () => undefined;
  const work = new Promise<Answer>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { run: () => work, finish, fail };
}

/** Sends the same key twice and says how often the work was done. */
async function twice(first: () => Promise<Answer>, more: readonly Partial<Attempt>[] = [{}, {}]) {
  const store = createMemoryStore();
  let runs = 0;
  const run = () => {
    runs += 1;
    return runs === 1 ? first() : Promise.resolve(answer(200, 'second'));
  };
  const results = [];
  for (const it of more) results.push(await once(attempt({ store, ...it }), run).catch(String));
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
    assert.equal((await twice(() => Promise.resolve(answer(200)), [{}, { subject: 'bob' }])).runs, 2);
  });

  it('that is missing protects nothing', async () => {
    assert.equal((await twice(() => Promise.resolve(answer(200)), [{ key: null }, { key: null }])).runs, 2);
  });

  it('that is repeated while the first answer is awaited waits for it too', async () => {
    const store = createMemoryStore();
    const first = pending();
    const both = [
      once(attempt({ store }), first.run),
      once(attempt({ store }), () => Promise.resolve(answer(200, 'second'))),
    ];
    first.finish(answer(200));
    assert.deepEqual(await Promise.all(both), [answer(200), answer(200)]);
  });

  it('goes to the repeat when the first attempt failed before anything was sent', async () => {
    const store = createMemoryStore();
    const first = pending();
    const both = [
      once(attempt({ store }), first.run).catch(String),
      once(attempt({ store }), () => Promise.resolve(answer(200, 'second'))),
    ];
    first.fail(new Error('The client left.'));
    assert.deepEqual(await Promise.all(both), ['Error: The client left.', answer(200, 'second')]);
  });

  it('is a conflict when the first answer does not come, and at once for a client that has gone', async () => {
    const store = createMemoryStore();
    void once(attempt({ store }), pending().run);
    const refused = { status: 409, reason: 'repeated', headers: { 'retry-after': '2' } };
    const repeat = (more: Partial<Attempt>) =>
      once(attempt({ store, ...more }), () => Promise.resolve(answer(200, 'second')));
    await assert.rejects(repeat({ waitMs: 1 }), refused);
    await assert.rejects(repeat({ left: AbortSignal.abort() }), refused);
  });

  it('whose answer cannot be kept still has its answer', async () => {
    const errors: unknown[] = [];
    const store = {
      ...createMemoryStore(),
      set: () => Promise.reject(new Error('store down')),
      delete: () => Promise.reject(new Error('store down')),
    };
    for (const status of [200, 400]) {
      const given = await once(
        attempt({ store, key: `${status}`, onStoreError: (it) => errors.push(it) }),
        () => Promise.resolve(answer(status)),
      );
      assert.equal(given.status, status);
    }
    assert.equal(errors.length, 2);
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
