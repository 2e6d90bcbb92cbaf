import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkObjectType, fileBytes, readPolicy, type Policy } from '../../src/relay/policy.js';

const ada = (limits: Omit<Policy, 'subject'> = {}): Policy => ({ subject: 'ada', ...limits });

describe('a policy', () => {
  it('cannot raise HubSpot’s size limit', () => {
    assert.equal(fileBytes(ada()), 512 * 1024 * 1024);
    assert.equal(fileBytes(ada({ maxBytes: 10 })), 10);
    assert.equal(fileBytes(ada({ maxBytes: 2 ** 40 })), 512 * 1024 * 1024);
  });

  it('knows an object type by its id and by its names', () => {
    const allowed = ada({ objectTypes: ['contacts', '0-2', '2-77'] });
    for (const type of ['0-1', 'CONTACT', 'contacts', 'company', 'Companies', '2-77'])
      checkObjectType(type, allowed);
    for (const type of ['0-3', 'deals', '2-78', 'p1_boats', '__proto__']) {
      assert.throws(() => checkObjectType(type, allowed), { status: 403, reason: 'object-type' }, type);
    }
  });

  it('is read strictly from outside', () => {
    assert.deepEqual(readPolicy({ subject: 'ada', imports: 'all' }), { subject: 'ada', imports: 'all' });
    for (const wrong of [
      null,
      {},
      { subject: '' },
      { subject: 'ada', operations: ['DELETE'] },
      { subject: 'ada', maxBytes: -1 },
      { subject: 'ada', objectType: ['0-1'] },
    ]) {
      assert.throws(() => readPolicy(wrong), JSON.stringify(wrong));
    }
  });
});
