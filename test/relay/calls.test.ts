import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findCall } from '../../src/relay/calls.js';

const find = (method: string, address: string) => {
  const [path = '', query = ''] = address.split('?');
  return findCall(method, path, new URLSearchParams(query));
};

describe('the list of calls', () => {
  const listed: readonly (readonly [string, string, string])[] = [
    ['POST', '/crm/v3/imports/', 'start'],
    ['POST', '/crm/v3/imports', 'start'],
    ['POST', '/crm/imports/2026-09', 'start'],
    ['GET', '/crm/v3/imports/?limit=50&after=abc', 'list'],
    ['GET', '/crm/imports/2026-03?limit=50', 'list'],
    ['GET', '/crm/v3/imports/123', 'import'],
    ['GET', '/crm/v3/imports/123/', 'import'],
    ['GET', '/crm/imports/2026-09/123', 'import'],
    ['POST', '/crm/v3/imports/123/cancel', 'import'],
    ['POST', '/crm/imports/2026-09/123/cancel', 'import'],
    [
      'GET',
      '/crm/v3/imports/123/errors?includeErrorMessage=true&includeRowData=true&limit=9&after=x',
      'import',
    ],
    ['GET', '/crm/v3/properties/0-1', 'metadata'],
    ['GET', '/crm/v3/properties/contacts?archived=false&dataSensitivity=sensitive', 'metadata'],
    ['GET', '/crm/properties/2026-09/2-123', 'metadata'],
    ['GET', '/crm/v3/properties/0-1/groups', 'metadata'],
    ['GET', '/crm/v3/properties/0-1/email', 'metadata'],
    ['GET', '/crm/properties/2026-09/0-1/email?dataSensitivity=sensitive', 'metadata'],
    ['POST', '/crm/v3/properties/0-1', 'property'],
    ['POST', '/crm/properties/2026-09/contacts', 'property'],
    ['PATCH', '/crm/v3/properties/0-1/hs_lead_status', 'options'],
    ['PATCH', '/crm/properties/2026-09/0-1/hs_lead_status', 'options'],
    ['GET', '/crm/v3/object-library/enablement', 'metadata'],
    ['GET', '/crm/object-library/2026-09/enablement', 'metadata'],
    ['GET', '/crm-object-schemas/v3/schemas', 'metadata'],
    ['GET', '/crm-object-schemas/2026-09/schemas/p1_boats', 'metadata'],
    ['GET', '/crm/v4/associations/0-1/0-2/labels', 'metadata'],
    ['GET', '/crm/associations/2026-09/0-1/companies/labels', 'metadata'],
    ['GET', '/crm/v3/owners?limit=100&after=7', 'metadata'],
    ['GET', '/crm/v3/owners/', 'metadata'],
    ['GET', '/crm/v3/pipelines/0-3', 'metadata'],
    ['GET', '/crm/v3/property-validations/0-1', 'metadata'],
    ['GET', '/account-info/v3/details', 'metadata'],
  ];
  for (const [method, address, kind] of listed) {
    it(`lets ${method} ${address} through as it is`, () => {
      const call = find(method, address);
      assert.equal(call.kind, kind);
      assert.equal(call.path + call.query, address);
    });
  }

  const refused: readonly (readonly [string, string, string])[] = [
    ['GET', '/', 'not-listed'],
    ['GET', '/crm/v3/objects/contacts', 'not-listed'],
    ['POST', '/crm/v3/objects/contacts/batch/archive', 'not-listed'],
    ['GET', '/crm/v3/imports/abc', 'not-listed'],
    ['GET', '/crm/v3/imports/123/../../objects/contacts', 'not-listed'],
    ['GET', '/crm/v3/imports/%2e%2e/objects', 'not-listed'],
    ['GET', '/crm/v3/imports/12%33', 'not-listed'],
    ['GET', '/crm/v3/imports//123', 'not-listed'],
    ['GET', '//crm/v3/imports', 'not-listed'],
    ['GET', '/crm/v3/imports//', 'not-listed'],
    ['GET', '/crm/v3/properties/..', 'not-listed'],
    ['GET', '/crm/v3/properties/0-1/email/x', 'not-listed'],
    ['GET', '/crm/v3/properties/0-1;a=b', 'not-listed'],
    ['GET', '/crm/v3/properties/0-1/batch', 'not-listed'],
    ['POST', '/crm/v3/properties/0-1/batch/archive', 'not-listed'],
    ['POST', '/crm/v3/properties/0-1/groups', 'method'],
    ['PATCH', '/crm/v3/properties/0-1/groups', 'method'],
    ['PATCH', '/crm/v3/properties/0-1/batch', 'not-listed'],
    ['PATCH', '/crm/v3/properties/0-1', 'method'],
    ['DELETE', '/crm/v3/properties/0-1/email', 'method'],
    ['GET', '/crm/v3/object-library/enablement/0-410', 'not-listed'],
    ['POST', '/crm/v3/objects/contacts/search', 'not-listed'],
    ['GET', '/crm\\v3\\imports', 'not-listed'],
    ['GET', '/CRM/V3/IMPORTS', 'not-listed'],
    ['GET', '/crm/v3/imports/1\0', 'not-listed'],
    ['GET', '/crm/v3/imports/１', 'not-listed'],
    ['GET', '/crm/v3/properties/0-1%2Femail', 'not-listed'],
    ['GET', '/crm/v3/properties/0-1\n', 'not-listed'],
    ['GET', '/crm/v3/owners/123', 'not-listed'],
    ['GET', '/oauth/v1/access-tokens/abc', 'not-listed'],
    ['DELETE', '/crm/v3/imports/123', 'method'],
    ['POST', '/crm/v3/imports/123/errors', 'method'],
    ['GET', '/crm/v3/imports/123/cancel', 'method'],
    ['PUT', '/crm/v3/properties/0-1', 'method'],
    ['PUT', '/crm/v3/imports', 'method'],
    ['HEAD', '/crm/v3/imports', 'method'],
    ['GET', '/crm/v3/imports?hapikey=x', 'parameter'],
    ['GET', '/crm/v3/imports?limit=1&limit=2', 'parameter'],
    ['POST', '/crm/v3/imports?limit=1', 'parameter'],
    [`GET`, `/crm/v3/properties/0-1?properties=${'x'.repeat(9000)}`, 'parameter'],
  ];
  for (const [method, address, reason] of refused) {
    it(`refuses ${method} ${JSON.stringify(address.slice(0, 80))}: ${reason}`, () => {
      assert.throws(() => find(method, address), { name: 'Refusal', reason });
    });
  }

  it('encodes parameters anew', () => {
    assert.equal(find('GET', '/crm/v3/imports?after=a b&limit=1').query, '?after=a+b&limit=1');
  });

  it('says which object types and which import a path names', () => {
    assert.deepEqual(find('GET', '/crm/v4/associations/0-1/0-2/labels').objectTypes, ['0-1', '0-2']);
    assert.equal(find('POST', '/crm/v3/imports/42/cancel').importId, '42');
  });

  it('names the methods that an address takes', () => {
    assert.throws(() => find('PUT', '/crm/v3/imports'), { status: 405, headers: { allow: 'POST, GET' } });
  });
});
