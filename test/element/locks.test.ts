import { expect } from '@open-wc/testing';
import { isLocked, takeLock } from '../../src/element/locks.js';

const name = (): string => crypto.randomUUID();

/** A browser without the Web Locks API, as on plain http. */
async function withoutLocks(work: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
  try {
    await work();
  } finally {
    Reflect.deleteProperty(navigator, 'locks');
  }
}

describe('A lock', () => {
  it('is held by one at a time, until it is released', async () => {
    const what = name();
    const first = await takeLock(what);
    expect(first).to.not.equal(null);
    expect([await takeLock(what), await isLocked(what)]).to.deep.equal([null, true]);
    expect(await takeLock(name()), 'another name').to.not.equal(null);
    first?.release();
    const second = await takeLock(what, 1000);
    expect(second).to.not.equal(null);
    second?.release();
  });

  it('can be waited for', async () => {
    const what = name();
    const first = await takeLock(what);
    const waiting = takeLock(what, 5000);
    first?.release();
    expect(await waiting).to.not.equal(null);
  });

  it('is not waited for longer than one has patience', async () => {
    const what = name();
    await takeLock(what);
    expect(await takeLock(what, 20)).to.equal(null);
  });

  it('is let go when its document is gone', async () => {
    const what = name();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { locks } = (frame.contentWindow ?? expect.fail('no window')).navigator;
    await new Promise<void>((resolve) => {
      void locks.request(what, () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    expect(await takeLock(what)).to.equal(null);
    frame.remove();
    expect(await takeLock(what, 5000)).to.not.equal(null);
  });

  it('keeps nobody out where the browser has none', async () => {
    await withoutLocks(async () => {
      const what = name();
      expect([await takeLock(what), await takeLock(what)]).to.not.include(null);
      expect(await isLocked(what)).to.equal(false);
    });
  });
});
