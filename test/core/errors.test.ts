import { expect } from '@open-wc/testing';
import { ImporterError } from '../../src/core/errors.js';

describe('ImporterError', () => {
  it('carries its code, its facts and the evidence', () => {
    const cause = new TypeError('Failed to fetch');
    const error = new ImporterError('token-refused', { status: 401 }, cause);
    expect(error).to.be.instanceOf(Error);
    expect(error.code).to.equal('token-refused');
    expect(error.detail).to.deep.equal({ status: 401 });
    expect(error.cause).to.equal(cause);
  });
});
