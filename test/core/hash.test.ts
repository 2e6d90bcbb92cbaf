import { expect } from '@open-wc/testing';
import { hashText } from '../../src/core/hash.js';

describe('hashText', () => {
  // From the authors' own table of test vectors.
  const KNOWN: readonly (readonly [string, string])[] = [
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ];
  for (const [text, hash] of KNOWN) {
    it(`is FNV-1a of “${text}”`, () => expect(hashText(text)).to.equal(hash));
  }

  it('tells addresses apart that differ in one letter', () => {
    const addresses = Array.from({ length: 2000 }, (_, n) => `https://app.example/hubspot/${n}/token`);
    expect(new Set(addresses.map(hashText)).size).to.equal(addresses.length);
  });
});
