import { expect } from '@open-wc/testing';
import type { Outbox } from '../../src/client/sender.js';
import type { SentImport } from '../../src/core/sent-import.js';
import { takeLock } from '../../src/element/locks.js';
import { createOutbox, sendingLock } from '../../src/element/outbox.js';
import { openStorage } from '../../src/element/storage.js';

const entry = (key: string, more: Partial<SentImport> = {}): SentImport => ({
  key,
  name: 'people.csv',
  fileNames: ['people.csv'],
  fingerprint: `of ${key}`,
  sentAtMs: 1,
  aliveAtMs: 1,
  wasAnswered: false,
  importId: null,
  rows: null,
  isSeen: false,
  part: null,
  ...more,
});

let endpoint = '';
/** A visit of the page. */
const visit = (isOff = false): Outbox => {
  const storage = openStorage(endpoint, isOff);
  return createOutbox(() => storage);
};
const keys = (entries: readonly SentImport[]): readonly string[] => entries.map(({ key }) => key);

describe('The outbox', () => {
  beforeEach(() => {
    endpoint = `https://app.example/${crypto.randomUUID()}/token`;
  });

  it('has imports of earlier visits, the newest first', () => {
    visit().put(entry('a', { sentAtMs: 10 }));
    visit().put(entry('b', { sentAtMs: 30 }));
    visit().put(entry('c', { sentAtMs: 20 }));
    expect(keys(visit().list())).to.deep.equal(['b', 'c', 'a']);
  });

  it('keeps the latest that is known of an import, also what another tab learned', () => {
    const here = visit();
    here.put(entry('a'));
    visit().put(entry('a', { importId: '41' }));
    expect(here.list()).to.deep.equal([entry('a', { importId: '41' })]);
    here.remove(entry('a'));
    expect([...here.list(), ...visit().list()]).to.deep.equal([]);
  });

  it('keeps the hundred latest', () => {
    const here = visit();
    for (let n = 1; n <= 105; n += 1) here.put(entry(`${n}`, { sentAtMs: n }));
    expect(keys(visit().list())).to.deep.equal(Array.from({ length: 100 }, (_, at) => `${105 - at}`));
  });

  it('forgets nothing of this visit where nothing may be kept', () => {
    const here = visit(true);
    here.put(entry('a'));
    expect(keys(here.list())).to.deep.equal(['a']);
    expect(visit(true).list()).to.deep.equal([]);
  });

  it('of the lost ones leaves out what another tab is sending at this moment', async () => {
    const here = visit();
    for (const key of ['a', 'b', 'c']) here.put(entry(key));
    here.put(entry('d', { importId: '41' }));
    const elsewhere = await takeLock(sendingLock(openStorage(endpoint, false), 'of b'));
    const own = await takeLock(sendingLock(openStorage(endpoint, false), 'of c'));
    expect(keys(await here.lost('of c'))).to.have.members(['a', 'c']);
    elsewhere?.release();
    own?.release();
  });
});
