import { expect } from '@open-wc/testing';
import { builtInWorker, trusted } from '../../src/worker/address.js';

describe('the address of a worker', () => {
  const OWN = ['/worker.js', `${location.origin}/worker.js`, builtInWorker()];
  for (const address of OWN) {
    it(`is vouched for on the page’s own origin: ${new URL(address, location.href).pathname}`, () => {
      expect(new URL(trusted(address), location.href).href).to.equal(new URL(address, location.href).href);
    });
  }

  it('is vouched for as a blob of the page', () => {
    const address = URL.createObjectURL(new Blob(['']));
    expect(new URL(trusted(address)).href).to.equal(address);
    URL.revokeObjectURL(address);
  });

  for (const address of [
    'https://other.example/worker.js',
    '//other.example/worker.js',
    'data:text/javascript,0',
  ]) {
    it(`is not vouched for elsewhere: ${address}`, () => {
      expect(() => trusted(address)).to.throw(TypeError);
    });
  }
});
