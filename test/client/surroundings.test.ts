import { expect } from '@open-wc/testing';
import { browserSurroundings } from '../../src/client/surroundings.js';
import { failure } from './backend.js';

/** Changes what the browser says of itself, until it is put back. */
function pretend(target: object, name: string, value: unknown): () => void {
  Object.defineProperty(target, name, { configurable: true, get: () => value });
  return () => Reflect.deleteProperty(target, name);
}

describe('What the browser says of the page', () => {
  const CHANGES: readonly (readonly [string, EventTarget, string])[] = [
    ['the network goes', window, 'offline'],
    ['the network comes', window, 'online'],
    ['the tab is hidden or shown', document, 'visibilitychange'],
  ];
  for (const [title, target, type] of CHANGES) {
    it(`is told when ${title}`, async () => {
      const changed = browserSurroundings.changed();
      target.dispatchEvent(new Event(type));
      await changed;
    });
  }

  it('is as it is at the moment', () => {
    const { isOffline, isHidden } = browserSurroundings;
    expect([isOffline, isHidden]).to.deep.equal([false, false]);
    const restore = [pretend(navigator, 'onLine', false), pretend(document, 'visibilityState', 'hidden')];
    expect([browserSurroundings.isOffline, browserSurroundings.isHidden]).to.deep.equal([true, true]);
    for (const undo of restore) undo();
  });

  it('is no longer waited for when that is given up, before or meanwhile', async () => {
    const stop = new AbortController();
    const waiting = failure(browserSurroundings.changed(stop.signal));
    stop.abort();
    expect(await waiting).to.deep.equal(['AbortError', null]);
    expect(await failure(browserSurroundings.changed(stop.signal))).to.deep.equal(['AbortError', null]);
  });
});
