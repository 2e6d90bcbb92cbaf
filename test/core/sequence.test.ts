import { expect } from '@open-wc/testing';
import { ImportResponse } from '../../src/core/answers.js';
import type { RowError } from '../../src/core/error-log.js';
import { NO_CHANGES } from '../../src/core/changes.js';
import { requestOf } from '../../src/core/outgoing.js';
import type { Part } from '../../src/core/parts.js';
import type { Preview } from '../../src/core/preview.js';
import type { RowCounts } from '../../src/core/problems.js';
import { NO_OUTCOME, report } from '../../src/core/report.js';
import { fingerprintOf, importedParts, SentImport } from '../../src/core/sent-import.js';
import { type ImportedPart, partAfter, partsOf } from '../../src/core/sequence.js';
import { importsToRead, inPart, sequenceProgress, wholeImport } from '../../src/core/sequence-report.js';
import { next } from '../../src/core/next.js';
import type { ImportState, Loaded } from '../../src/core/state.js';
import { textSource } from '../../src/core/workbook.js';
import { accountOf, mappingOf } from './mappings.js';

const part = (firstRow: number, lastRow: number): Part => ({
  firstRow,
  lastRow,
  rows: lastRow - firstRow + 1,
  headerBytes: 10,
  fromByte: 0,
  toByte: 10,
});
const [ONE, TWO, THREE] = [part(2, 5), part(6, 9), part(10, 11)];
const file = new File(['Email\n'], 'people.csv', { lastModified: 1 });
const preview: Preview = {
  fileName: 'people.csv',
  bytes: 13,
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\n', headerRow: 1 },
  sheet: null,
  headers: ['Email'],
  rawHeaders: ['Email'],
  rows: [],
  rowNumbers: [],
  complete: true,
  lead: [],
  estimatedRows: 10,
  needsMore: false,
};
const rows: RowCounts = { total: 10, clean: 10, losing: 0, repeated: 0, refused: 0, empty: 0, leftOut: 0 };
const tally = { rows, problems: [], columns: [] };
const loaded: Loaded = {
  files: [
    {
      ...textSource(file),
      preview,
      changes: NO_CHANGES,
      check: { phase: 'finished', tally, parts: [ONE, TWO, THREE] },
    },
  ],
  account: accountOf({ contacts: null }),
  mapping: mappingOf({ contacts: 'UPSERT' }, [[['Email', 'email']]]),
  settings: { name: 'people', createList: false, marketable: null, timeZone: null, marketingEventId: null },
  imported: [],
};
const answer = (id: number, state: string, created: number): ImportResponse =>
  ImportResponse.parse({ id: `${id}`, state, metadata: { counters: { CREATED_OBJECTS: created } } });
const origin = { kind: 'opened', sent: null } as const;
const earlier: ImportedPart = { firstRow: 2, lastRow: 5, rows: 4, importId: '9', here: null };

/** Everything that happens from `ready` on, one after the other. */
const after = (from: Loaded, ...actions: readonly Parameters<typeof next>[1][]): ImportState =>
  actions.reduce<ImportState>(next, { status: 'ready', loaded: from, error: null });
const sent = (of: Part, id: number, state = 'STARTED', created = 0) =>
  [
    { type: 'submitted', part: of },
    { type: 'accepted', import: answer(id, state, created), outcome: NO_OUTCOME, origin },
  ] as const;
const ended = (id: number, state: string, created = 0) =>
  ({ type: 'tracked', import: answer(id, state, created) }) as const;
const followed = (state: ImportState) => {
  if (!('outcome' in state)) throw new Error(`Nothing is followed in status ${state.status}`);
  return state;
};

describe('A sequence of imports, from state to state', () => {
  it('goes on from a part that is done, and ends with the last', () => {
    const first = after(loaded, ...sent(ONE, 1), ended(1, 'DONE', 4));
    expect(first.status).to.equal('tracking');
    const last = after(
      loaded,
      ...[...sent(ONE, 1), ended(1, 'DONE', 4)],
      ...[...sent(TWO, 2), ended(2, 'DONE', 4)],
      ...[...sent(THREE, 3), ended(3, 'DONE', 2)],
    );
    expect(last.status).to.equal('done');
    expect(partAfter(followed(last))).to.equal(null);
  });

  const ENDS = [
    ['a part that failed', 'FAILED', 'failed'],
    ['a part that was canceled', 'CANCELED', 'canceled'],
    ['a part that was undone', 'REVERTED', 'reverted'],
  ] as const;
  for (const [title, state, status] of ENDS) {
    it(`ends with ${title}, which stays to be sent`, () => {
      const end = after(loaded, ...sent(ONE, 1), ended(1, 'DONE', 4), ...sent(TWO, 2), ended(2, state));
      expect([end.status, partAfter(followed(end))?.firstRow]).to.deep.equal([status, 10]);
      const again = next(end, { type: 'submitted', part: TWO });
      expect(again.status).to.equal('submitting');
      expect('loaded' in again && again.loaded?.imported.map(({ importId }) => importId)).to.deep.equal([
        '1',
      ]);
    });
  }

  it('stops behind a part when that was asked for, before or after it is done', () => {
    const asked = { type: 'stop-asked', isAsked: true } as const;
    for (const actions of [
      [...sent(ONE, 1), asked, ended(1, 'DONE', 4)],
      [...sent(ONE, 1), ended(1, 'DONE', 4), asked],
      [sent(ONE, 1)[0], asked, sent(ONE, 1)[1], ended(1, 'DONE', 4)],
      [...sent(ONE, 1), { type: 'cancel-asked' } as const, ended(1, 'DONE', 4)],
    ]) {
      expect(after(loaded, ...actions).status).to.equal('done');
    }
  });

  it('keeps what is imported when a part cannot be sent', () => {
    const back = after(
      loaded,
      ...[...sent(ONE, 1), ended(1, 'DONE', 4)],
      { type: 'submitted', part: TWO },
      { type: 'stopped', error: null },
    );
    expect(back.status).to.equal('ready');
    expect(
      'loaded' in back && back.loaded && partsOf(back.loaded).map(({ imported }) => imported !== null),
    ).to.deep.equal([true, false, false]);
  });

  it('goes back to the check from a stop, with what is left', () => {
    const stopped = after(
      loaded,
      ...sent(ONE, 1),
      { type: 'stop-asked', isAsked: true },
      ended(1, 'DONE', 4),
    );
    expect(next(stopped, { type: 'returned' }).status).to.equal('ready');
    const whole = after(loaded, ...sent(THREE, 1), ended(1, 'DONE', 2));
    expect(partAfter(followed(whole))?.firstRow, 'a part before it that was left out').to.equal(2);
  });

  it('sends no further part while one is on its way', () => {
    const state = after(loaded, ...sent(ONE, 1));
    expect(next(state, { type: 'submitted', part: TWO })).to.equal(state);
  });
});

describe('The numbers of a sequence', () => {
  const half = followed(
    after(
      loaded,
      ...[...sent(ONE, 1), ended(1, 'DONE', 4)],
      ...[...sent(TWO, 2), { type: 'stop-asked', isAsked: true } as const, ended(2, 'DONE', 3)],
    ),
  );

  it('add up over all parts, and to all rows of the file', () => {
    const whole = wholeImport(half);
    expect(whole.import.metadata.counters).to.deep.equal({ CREATED_OBJECTS: 7 });
    const numbers = report(whole.import, { ...half.outcome, errorsRead: 'all' }, whole.rows);
    const { inFile, imported, refused, notSent, unprocessed } = numbers;
    expect([inFile, imported, refused, notSent, unprocessed]).to.deep.equal([10, 8, 0, 2, 0]);
  });

  it('leave out what was imported in an earlier visit', () => {
    const resumed = followed(
      after(
        { ...loaded, imported: [earlier] },
        ...sent(TWO, 2),
        ended(2, 'DONE', 4),
        ...sent(THREE, 3),
        ended(3, 'DONE', 2),
      ),
    );
    expect(wholeImport(resumed).rows?.total).to.equal(6);
    expect(importsToRead(resumed).map((one) => one.import.id)).to.deep.equal(['2', '3']);
  });

  it('say how far it is, from nothing to all, and never less than before', () => {
    const actions = [
      ...[...sent(ONE, 1), ended(1, 'PROCESSING', 2), ended(1, 'DONE', 4)],
      ...[...sent(TWO, 2), ended(2, 'DONE', 4)],
      ...[...sent(THREE, 3), ended(3, 'DONE', 2)],
    ];
    const shares = actions.map(
      (_, at) => sequenceProgress(after(loaded, ...actions.slice(0, at + 1)))?.share ?? -1,
    );
    expect([shares[0], shares.at(-1)]).to.deep.equal([0, 1]);
    expect(shares).to.deep.equal(shares.toSorted((a, b) => a - b));
  });

  it('read the errors of all parts in the order of their rows', () => {
    expect(importsToRead(half).map(({ range }) => range?.firstRow)).to.deep.equal([2, 6]);
  });

  it('tell lines of different parts apart where the row is not known', () => {
    const error: RowError = {
      type: 'INVALID_EMAIL',
      effect: 'row',
      file: 0,
      row: null,
      line: 3,
      column: null,
      value: null,
      message: null,
      cells: null,
    };
    expect([inPart(error, ONE).line, inPart(error, TWO).line]).to.deep.equal([3, 7]);
    expect(inPart({ ...error, row: 8 }, TWO).line).to.equal(3);
  });
});

describe('The request of a part', () => {
  it('is numbered, as its file is, and is that of the first part that is not sent', () => {
    const wording = {
      zone: 'UTC',
      numbered: (name: string, n: number, of: number) => `${name} (${n} of ${of})`,
    };
    const request = requestOf({ ...loaded, imported: [earlier] }, wording);
    expect([request.name, request.files[0]?.fileName]).to.deep.equal([
      'people (2 of 3)',
      'people (2 of 3).csv',
    ]);
    const plain = requestOf({ ...loaded, imported: [earlier] }, wording, null);
    expect([plain.name, plain.files[0]?.fileName]).to.deep.equal(['people', 'people.csv']);
  });
});

describe('Parts that were sent in earlier visits', () => {
  const source = textSource(file);
  const of = fingerprintOf([source]);
  const entry = (key: string, importId: string | null, range: Part | null, fingerprint = of): SentImport => ({
    ...{ key, name: key, fileNames: [], fingerprint: key, sentAtMs: 1, aliveAtMs: 1, wasAnswered: false },
    ...{ importId, rows: null, isSeen: true },
    part: range === null ? null : { of: fingerprint, fileName: 'people.csv', number: 1, count: 3, ...range },
  });

  it('are those of the same file that HubSpot has, each row once, in their order', () => {
    const all = [
      entry('a', '3', TWO),
      entry('b', '1', ONE),
      entry('c', null, THREE),
      entry('d', '4', null),
      entry('e', '5', THREE, 'another file'),
      entry('f', '6', TWO),
    ];
    expect(importedParts(all, of).map(({ importId }) => importId)).to.deep.equal(['1', '3']);
  });

  it('have fingerprints of their own, so that no part is taken for another, or for the whole file', () => {
    const sheets = ['People', 'Firms'];
    const workbook = (sheet: number) => ({ ...source, workbook: { sheets, sheet, isExact: false } });
    const prints = [
      ...[null, ONE, TWO].map((range) => fingerprintOf([source], range)),
      ...[0, 1].map((sheet) => fingerprintOf([workbook(sheet)])),
    ];
    expect(new Set(prints).size).to.equal(5);
  });

  it('are none of those that an earlier release kept, which are read all the same', () => {
    const { part: _, ...kept } = entry('a', '1', ONE);
    expect(SentImport.parse(kept).part).to.equal(null);
  });
});
