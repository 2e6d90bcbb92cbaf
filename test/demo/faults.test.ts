import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FaultName, FAULTS } from '../../demo/hubspot/faults.js';
import { formOf, get, importCsv, openStandIn, ORIGIN, post, requestOf } from './calls.js';

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

  it('writing definitions can be forbidden while reading them is not', async () => {
    const standIn = openStandIn();
    standIn.faults.set('define-forbidden');
    const body = JSON.stringify({ name: 'x' });
    const written = await post(standIn, '/crm/v3/properties/contacts', body);
    assert.equal(written.status, 403);
    assert.deepEqual(written.body.errors[0]?.context.requiredGranularScopes, ['crm.schemas.contacts.write']);
    assert.equal((await post(standIn, '/crm/v3/properties/contacts/groups', body)).status, 403);
    assert.equal((await get(standIn, '/crm/v3/properties/contacts')).status, 200);
  });

  it('an import can break off half-way: FAILED, with what was written until then', async () => {
    const standIn = openStandIn();
    standIn.faults.set('import-fails', 1);
    const rows = 'Email\na@h.example\nb@h.example\nc@h.example\nd@h.example\n';
    const { id, state, counters, errors } = await importCsv(standIn, requestOf([['Email', 'email']]), rows);
    assert.equal(state, 'FAILED');
    assert.deepEqual([counters.TOTAL_ROWS, counters.CREATED_OBJECTS, counters.ERRORS], [4, 2, 1]);
    assert.deepEqual([errors[0]?.errorType, errors[0]?.sourceData.lineNumber], ['UNKNOWN_ERROR', 0]);
    assert.equal(standIn.records('contacts').length, 2);
    assert.equal((await post(standIn, `/crm/v3/imports/${id}/cancel`)).status, 400);
    assert.equal((await importCsv(standIn, requestOf([['Email', 'email']]), rows)).state, 'DONE');
  });

  it('a state that HubSpot added later is answered for as long as it is set', async () => {
    const standIn = openStandIn();
    const { body } = await post(standIn, '/crm/v3/imports/', form());
    const state = async () => (await get(standIn, `/crm/v3/imports/${body.id}`)).body.state;
    standIn.faults.set('state-unknown', 2);
    assert.deepEqual([await state(), await state(), await state()], ['PAUSED', 'PAUSED', 'DONE']);
  });

  it('counters, fields and error types that HubSpot added later come on top of the known ones', async () => {
    const standIn = openStandIn();
    const plain = await importCsv(standIn, requestOf([['Email', 'email']]), 'Email\nno\n');
    standIn.faults.set('counters-unknown');
    standIn.faults.set('fields-unknown');
    standIn.faults.set('error-types-unknown');
    const known = (await get(standIn, '/crm/v3/imports')).body.results[0];
    assert.equal(known?.metadata.counters.TOTAL_ROWS, plain.counters.TOTAL_ROWS);
    assert.equal(known?.metadata.counters.ROWS_HELD_FOR_REVIEW, 2);
    assert.equal(known?.reviewStatus, 'NOT_NEEDED');
    assert.ok('segmentIds' in (known?.metadata ?? {}));
    const [error] = (await get(standIn, `/crm/v3/imports/${plain.id}/errors`)).body.results;
    assert.equal(error?.errorType, 'VALUE_NEEDS_REVIEW');
    assert.equal(error?.severity, 'ROW');
    assert.equal((await post(standIn, '/crm/v3/imports/', form())).body.reviewStatus, 'NOT_NEEDED');
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
