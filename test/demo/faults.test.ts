import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FaultName, FAULTS } from '../../demo/hubspot/faults.js';
import { formOf, get, openStandIn, ORIGIN, post, requestOf } from './calls.js';

const form = () => formOf(requestOf([['Email', 'email']]), 'Email\nbo@h.example\n');

const starts: readonly (readonly [FaultName, number, Record<string, unknown>])[] = [
  ['token-expired', 401, { category: 'EXPIRED_AUTHENTICATION' }],
  ['scope-missing', 403, { category: 'MISSING_SCOPES' }],
  ['rate-burst', 429, { policyName: 'TEN_SECONDLY_ROLLING', errorType: 'RATE_LIMIT' }],
  ['rate-daily', 429, { policyName: 'DAILY', message: 'You have reached your daily limit.' }],
  ['oversize', 429, { policyName: undefined }],
  ['validation', 400, { category: 'VALIDATION_ERROR' }],
  ['locked', 423, {}],
  ['moving', 477, {}],
  ['failed-before', 500, {}],
];

describe('faults', () => {
  for (const [name, status, facts] of starts) {
    it(`${name} answers a start with ${status}, and starts nothing`, async () => {
      const standIn = openStandIn();
      standIn.faults.set(name);
      const answer = await post(standIn, '/crm/v3/imports/', form());
      assert.equal(answer.status, status);
      for (const [key, value] of Object.entries(facts)) assert.deepEqual(answer.body[key], value);
      assert.equal(typeof answer.body.correlationId, 'string');
      assert.deepEqual(standIn.imports(), []);
    });
  }

  it('a missing scope is named', async () => {
    const standIn = openStandIn();
    standIn.faults.set('scope-missing');
    const { body } = await post(standIn, '/crm/v3/imports/', form());
    assert.deepEqual(body.errors[0]?.context.requiredGranularScopes, ['crm.import']);
  });

  it('a moving account says in seconds when to come back', async () => {
    const standIn = openStandIn();
    standIn.faults.set('moving');
    assert.equal((await get(standIn, '/crm/v3/owners')).headers.get('retry-after'), '600');
  });

  it('an answer that is lost belongs to an import that was started', async () => {
    const standIn = openStandIn();
    standIn.faults.set('answer-lost');
    assert.equal((await post(standIn, '/crm/v3/imports/', form())).status, 500);
    assert.equal(standIn.imports().length, 1);
  });

  it('a connection that is never answered ends when the caller hangs up', async () => {
    for (const [name, started] of [
      ['unanswered', 0],
      ['start-unanswered', 1],
    ] as const) {
      const standIn = openStandIn();
      standIn.faults.set(name);
      const caller = new AbortController();
      const request = new Request(`${ORIGIN}/crm/v3/imports/`, {
        method: 'POST',
        headers: { authorization: 'Bearer local-token' },
        body: form(),
        signal: caller.signal,
      });
      const answer = standIn.handle(request);
      const first = await Promise.race([answer, new Promise((resolve) => setImmediate(resolve, 'silence'))]);
      assert.equal(first, 'silence');
      while (standIn.imports().length < started) await new Promise((resolve) => setImmediate(resolve));
      caller.abort();
      await assert.rejects(answer, { name: 'AbortError' });
      assert.equal(standIn.imports().length, started);
    }
  });

  it('errors can be unreadable while the import itself is not', async () => {
    const standIn = openStandIn();
    standIn.faults.set('errors-broken');
    const { body } = await post(standIn, '/crm/v3/imports/', form());
    assert.equal((await get(standIn, `/crm/v3/imports/${body.id}`)).status, 200);
    assert.equal((await get(standIn, `/crm/v3/imports/${body.id}/errors`)).status, 500);
  });

  it('following can fail while starting does not', async () => {
    const standIn = openStandIn();
    standIn.faults.set('unavailable');
    const { status, body } = await post(standIn, '/crm/v3/imports/', form());
    assert.equal(status, 200);
    assert.equal((await get(standIn, `/crm/v3/imports/${body.id}`)).status, 503);
  });

  it('definitions can be forbidden while imports are not', async () => {
    const standIn = openStandIn();
    standIn.faults.set('definitions-forbidden');
    assert.equal((await get(standIn, '/crm/v3/properties/contacts')).status, 403);
    assert.equal((await post(standIn, '/crm/v3/imports/', form())).status, 200);
  });

  it('HTML comes in place of JSON', async () => {
    const standIn = openStandIn();
    standIn.faults.set('html');
    const headers = { authorization: 'Bearer local-token' };
    const response = await standIn.handle(new Request(`${ORIGIN}/crm/v3/owners`, { headers }));
    assert.equal(response.headers.get('content-type'), 'text/html');
    assert.match(await response.text(), /^<!doctype html>/);
  });

  it('a slow answer waits and then is right', async () => {
    const waits: number[] = [];
    const standIn = openStandIn({
      wait: async (ms) => {
        waits.push(ms);
      },
    });
    standIn.faults.set('slow');
    assert.equal((await get(standIn, '/crm/v3/owners')).status, 200);
    assert.deepEqual(waits, [3000]);
  });

  it('go away after the number of calls they were set for, or when they are cleared', async () => {
    const standIn = openStandIn();
    const status = async () => (await get(standIn, '/crm/v3/owners')).status;
    standIn.faults.set('rate-burst', 2);
    assert.deepEqual([await status(), await status(), await status()], [429, 429, 200]);
    standIn.faults.set('locked');
    standIn.faults.set('scope-missing');
    assert.deepEqual(standIn.faults.active(), ['locked', 'scope-missing']);
    standIn.faults.clear('locked');
    assert.equal(await status(), 200);
    standIn.faults.clear();
    assert.deepEqual(standIn.faults.active(), []);
  });

  it('every one has a title for its switch', () => {
    for (const { title } of Object.values(FAULTS)) assert.match(title, /\w{3}/);
  });
});
