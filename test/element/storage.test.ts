import { expect } from '@open-wc/testing';
import { openStorage, type PageStorage } from '../../src/element/storage.js';

const DAY_MS = 86_400_000;
const Name = {
  parse(value: unknown): string {
    if (typeof value !== 'string') throw new TypeError('No name');
    return value;
  },
};

let endpoint = '';
const open = (isOff = false): PageStorage => openStorage(endpoint, isOff);
/** Everything the browser keeps. */
const everything = (): readonly (readonly [string, string])[] =>
  Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').map(
    (key) => [key, localStorage.getItem(key) ?? ''] as const,
  );

/** The one value that was just kept, changed behind our back. */
function tamper(change: (text: string) => string): void {
  const [[key, text] = ['', '']] = everything().filter(([, kept]) => kept.includes('“kept”'));
  localStorage.setItem(key, change(text));
}

describe('What is kept in the browser', () => {
  beforeEach(() => {
    localStorage.clear();
    endpoint = `https://app.example/${crypto.randomUUID()}/token`;
  });

  it('is there for the next visit, by name and by folder', () => {
    open().write('import/1', 'one', DAY_MS);
    open().write('import/2', 'two', DAY_MS);
    open().write('imports', 'another folder', DAY_MS);
    expect(open().read('import/1', Name)).to.equal('one');
    expect(open().list('import', Name)).to.have.members(['one', 'two']);
    expect([open().holds('import'), open().holds('mapping')]).to.deep.equal([true, false]);
  });

  it('is nothing of another endpoint’s, whose address is not written down either', () => {
    open().write('import/1', 'one', DAY_MS);
    expect(openStorage('https://app.example/other', false).read('import/1', Name)).to.equal(null);
    expect(everything().flat().join()).to.not.contain('app.example');
  });

  it('is gone when it is removed', () => {
    open().write('import/1', 'one', DAY_MS);
    open().remove('import/1');
    expect(everything()).to.deep.equal([]);
  });

  it('is gone when its time is over', () => {
    open().write('import/1', 'one', -1);
    expect(open().holds('import')).to.equal(false);
    expect(everything()).to.deep.equal([]);
  });

  const STRANGE: readonly (readonly [string, (text: string) => string])[] = [
    ['is no JSON', () => 'hello'],
    ['is no envelope', () => '"hello"'],
    ['has another version', (text) => text.replace('"version":1', '"version":2')],
    ['has another shape', (text) => text.replace('"“kept”"', '{"name":1}')],
  ];
  for (const [title, change] of STRANGE) {
    it(`counts as absent when it ${title}`, () => {
      open().write('import/1', '“kept”', DAY_MS);
      tamper(change);
      expect(open().read('import/1', Name)).to.equal(null);
      expect(open().list('import', Name)).to.deep.equal([]);
    });
  }

  it('is nothing at all when it is switched off, not even what was kept before', () => {
    open().write('import/1', 'one', DAY_MS);
    const off = open(true);
    expect(everything()).to.deep.equal([]);
    off.write('import/2', 'two', DAY_MS);
    expect(everything()).to.deep.equal([]);
    expect([off.read('import/2', Name), off.holds('import')]).to.deep.equal([null, false]);
  });

  it('is nothing where no endpoint is configured', () => {
    openStorage(null, false).write('import/1', 'one', DAY_MS);
    expect(everything()).to.deep.equal([]);
  });

  it('that the browser has no room for is not kept, and nobody is troubled', () => {
    open().write('import/1', 'x'.repeat(20_000_000), DAY_MS);
    open().write('import/2', 'two', DAY_MS);
    expect(open().list('import', Name)).to.deep.equal(['two']);
  });
});
