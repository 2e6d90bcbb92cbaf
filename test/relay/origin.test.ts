import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkOrigin, corsHeaders } from '../../src/relay/origin.js';

const APP = 'https://app.example';
const OTHER = 'https://other.example';

describe('the origin of a request', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['its own, as a browser says', { 'sec-fetch-site': 'same-origin', origin: APP }, 'same'],
    [
      'its own behind a proxy that speaks https for it',
      { 'sec-fetch-site': 'same-origin', origin: 'https://public.example' },
      'same',
    ],
    ['its own, in a read without Origin', { 'sec-fetch-site': 'same-origin' }, 'same'],
    ['its own, as an older browser says', { origin: APP }, 'same'],
    ['listed', { 'sec-fetch-site': 'cross-site', origin: OTHER }, 'cross'],
    ['listed, as an older browser says', { origin: OTHER }, 'cross'],
    ['none: no browser', {}, 'same'],
    ['another', { origin: 'https://evil.example' }, 'refused'],
    ['another that looks alike', { origin: `${OTHER}.evil.example` }, 'refused'],
    ['its own host on another port', { origin: `${APP}:8443` }, 'refused'],
    [
      'its own by name while the browser says otherwise',
      { 'sec-fetch-site': 'cross-site', origin: APP },
      'refused',
    ],
    [
      'a sibling that is not listed',
      { 'sec-fetch-site': 'same-site', origin: 'https://blog.app.example' },
      'refused',
    ],
    ['hidden', { origin: 'null' }, 'refused'],
    ['another, in a read without Origin', { 'sec-fetch-site': 'cross-site' }, 'refused'],
  ];
  for (const [which, headers, expected] of cases) {
    it(`${which}: ${expected}`, () => {
      const request = new Request(`${APP}/hubspot/token`, { method: 'POST', headers });
      const check = () => checkOrigin(request, [OTHER]);
      if (expected === 'refused') assert.throws(check, { status: 403, reason: 'origin' });
      else assert.equal(check().crossOrigin, expected === 'cross');
    });
  }

  it('is answered with leave to read only when it is listed', () => {
    assert.equal(corsHeaders({ origin: OTHER, crossOrigin: true })['access-control-allow-origin'], OTHER);
    assert.deepEqual(corsHeaders({ origin: APP, crossOrigin: false }), { vary: 'origin' });
  });
});
