import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RelayOptions } from '../../src/relay/index.js';
import { HOST, setUp } from './relay.js';

describe('setting up', () => {
  const wrong: readonly (readonly [string, Partial<RelayOptions>])[] = [
    ['a short secret', { secret: 'short' }],
    ['a token sent in the clear', { baseUrl: 'http://api.hubapi.com' }],
    ['an address with a query', { baseUrl: 'https://api.hubapi.com/?a=b' }],
    ['a path that is none', { path: 'hub spot' }],
    ['an origin with a path', { origins: ['https://app.example/'] }],
    ['every origin', { origins: ['*'] }],
    ['pages that hide their origin', { origins: ['null'] }],
    ['tickets for ever', { ticketSeconds: Infinity }],
    ['tickets for no time', { ticketSeconds: 0 }],
  ];
  for (const [what, options] of wrong) {
    it(`refuses ${what}`, () => assert.throws(() => setUp(undefined, options), TypeError));
  }

  it('mounts anywhere', async () => {
    const { relay } = setUp(() => Response.json({}), { path: '/api/crm/' });
    const response = await relay(new Request(`${HOST}/api/crm/token`, { method: 'POST' }));
    assert.equal(response.status, 200);
  });
});
