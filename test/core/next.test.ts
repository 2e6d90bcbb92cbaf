import { expect } from '@open-wc/testing';
import { ImportResponse } from '../../src/core/answers.js';
import { NO_CHANGES } from '../../src/core/changes.js';
import { ImporterError } from '../../src/core/errors.js';
import type { Mapping } from '../../src/core/mapping.js';
import type { Preview } from '../../src/core/preview.js';
import type { Tally } from '../../src/core/problems.js';
import { NO_OUTCOME, type Outcome } from '../../src/core/report.js';
import type { SentImport } from '../../src/core/sent-import.js';
import { type Action, next } from '../../src/core/next.js';
import {
  type CheckRun,
  EMPTY,
  type ImportState,
  isChecked,
  type Loaded,
  loadedOf,
  rowsOf,
  checkedShare,
} from '../../src/core/state.js';
import type { Target } from '../../src/core/target.js';
import { textSource } from '../../src/core/workbook.js';
import { accountOf, mappingOf } from './mappings.js';

const file = new File(['Email\na@b.co\n'], 'people.csv');
const files = [file] as const;
const tally: Tally = {
  rows: { total: 1, clean: 1, losing: 0, repeated: 0, refused: 0, empty: 0, leftOut: 0 },
  problems: [],
  columns: [],
};
const preview: Preview = {
  fileName: 'people.csv',
  bytes: 13,
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\n', headerRow: 1 },
  sheet: null,
  headers: ['Email'],
  rawHeaders: ['Email'],
  rows: [['a@b.co']],
  rowNumbers: [2],
  complete: true,
  lead: [['Email'], ['a@b.co']],
  estimatedRows: 1,
  needsMore: false,
};
const mapping: Mapping = mappingOf({ contacts: 'UPSERT' }, [[['Email', 'email']]]);
const finished: CheckRun = { phase: 'finished', tally, parts: null };
const waiting: CheckRun = { phase: 'waiting' };
const people = { ...textSource(file), preview, changes: { ...NO_CHANGES, leftOut: [7] }, check: waiting };
const loaded: Loaded = {
  files: [people],
  account: accountOf({ contacts: null }),
  mapping,
  settings: { name: 'people', createList: false, marketable: null, timeZone: null, marketingEventId: null },
  imported: [],
};
const checked: Loaded = { ...loaded, files: [{ ...people, check: finished }] };
const answer = (state: string): ImportResponse => ImportResponse.parse({ id: '41', state });
const outcome: Outcome = { ...NO_OUTCOME, errorsRead: 'all' };
const network = new ImporterError('network', null);
const timeout = new ImporterError('timeout', { timeoutMs: 1 });

const sent: SentImport = {
  key: 'k1',
  name: 'people',
  fileNames: ['people.csv'],
  fingerprint: 'f1',
  sentAtMs: 1,
  aliveAtMs: 1,
  wasAnswered: false,
  importId: '41',
  rows: { ...tally.rows, total: 5 },
  isSeen: false,
  part: null,
};
const origin = { kind: 'sent', sent } as const;
const following = {
  import: answer('STARTED'),
  loaded: checked,
  outcome: NO_OUTCOME,
  origin,
  cancelAsked: false,
  current: null,
  error: null,
};
const STATES = {
  empty: { status: 'empty', loaded: null, isPickingUp: false, error: timeout },
  looking: { status: 'empty', loaded: null, isPickingUp: true, error: null },
  left: { status: 'empty', loaded, isPickingUp: false, error: null },
  reading: { status: 'reading', files, preview: null, before: null, isAdded: false, share: null },
  adding: { status: 'reading', files, preview: null, before: checked, isAdded: true, share: null },
  mapping: { status: 'mapping', loaded, error: timeout },
  checking: { status: 'checking', loaded },
  ready: { status: 'ready', loaded: checked, error: timeout },
  submitting: { status: 'submitting', loaded: checked, upload: { step: 'writing', share: 0 }, current: null },
  tracking: { status: 'tracking', cancelError: null, ...following },
  done: { status: 'done', ...following },
  failed: { status: 'failed', ...following },
  canceled: { status: 'canceled', ...following },
  reverted: { status: 'reverted', ...following },
} satisfies Record<string, ImportState>;
type Name = keyof typeof STATES;

const other = mappingOf({ contacts: 'CREATE' }, [[['Email', 'email']]]);
/** What happens, and the status it leads to from each state; from the states not named, to the very same object. */
const TRANSITIONS: readonly (readonly [Action, Partial<Record<Name, ImportState['status']>>])[] = [
  [{ type: 'picking-up' }, { empty: 'empty', looking: 'empty' }],
  [
    { type: 'picked', files },
    {
      ...{
        empty: 'reading',
        looking: 'reading',
        left: 'reading',
        reading: 'reading',
        adding: 'reading',
        mapping: 'reading',
        checking: 'reading',
      },
      ...{ ready: 'reading', done: 'reading', failed: 'reading', canceled: 'reading', reverted: 'reading' },
    },
  ],
  [{ type: 'added', files }, { mapping: 'reading' }],
  [
    { type: 'sniffed', preview },
    { reading: 'reading', adding: 'reading' },
  ],
  [
    { type: 'previewed', loaded },
    { reading: 'mapping', adding: 'mapping', mapping: 'mapping' },
  ],
  [{ type: 'resumed' }, { left: 'mapping' }],
  [
    { type: 'mapped', mapping: other },
    { mapping: 'mapping', ready: 'ready' },
  ],
  [
    { type: 'date-format-decided', mapping: other },
    { mapping: 'mapping', checking: 'checking', ready: 'ready' },
  ],
  [
    { type: 'defined', account: loaded.account, mapping: other },
    { mapping: 'mapping', ready: 'ready' },
  ],
  [
    { type: 'changed', file: 0, changes: NO_CHANGES },
    { mapping: 'mapping', ready: 'ready' },
  ],
  [
    { type: 'set', settings: { ...loaded.settings, name: 'Other' } },
    { mapping: 'mapping', ready: 'ready' },
  ],
  [
    { type: 'check-moved', file: 0, check: { phase: 'running', share: 0.5, tally } },
    { mapping: 'mapping', checking: 'checking', ready: 'ready' },
  ],
  [
    { type: 'check-moved', file: 0, check: finished },
    { mapping: 'mapping', checking: 'ready', ready: 'ready' },
  ],
  [{ type: 'reviewed' }, { mapping: 'checking' }],
  [
    { type: 'returned' },
    {
      mapping: 'empty',
      checking: 'mapping',
      ready: 'mapping',
      failed: 'ready',
      canceled: 'ready',
      reverted: 'ready',
    },
  ],
  [{ type: 'submitted', part: null }, { ready: 'submitting' }],
  [{ type: 'stop-asked', isAsked: true }, {}],
  [{ type: 'parts-forgotten' }, {}],
  [{ type: 'written', share: 0.5 }, { submitting: 'submitting' }],
  [{ type: 'sent', sentBytes: 5, totalBytes: 9, nowMs: 1 }, { submitting: 'submitting' }],
  [
    { type: 'accepted', import: answer('STARTED'), outcome, origin },
    {
      ...{
        empty: 'tracking',
        looking: 'tracking',
        left: 'tracking',
        mapping: 'tracking',
        checking: 'tracking',
        ready: 'tracking',
      },
      ...{ submitting: 'tracking', done: 'tracking', failed: 'tracking', canceled: 'tracking' },
      reverted: 'tracking',
    },
  ],
  [{ type: 'tracked', import: answer('PROCESSING') }, { tracking: 'tracking' }],
  [{ type: 'tracked', import: answer('DONE') }, { tracking: 'done' }],
  [{ type: 'cancel-asked' }, { tracking: 'tracking' }],
  [{ type: 'cancel-failed', error: network }, { tracking: 'tracking' }],
  [{ type: 'looking' }, { submitting: 'submitting' }],
  [
    { type: 'narrowed', loaded },
    { done: 'checking', failed: 'checking', canceled: 'checking', reverted: 'checking' },
  ],
  [
    { type: 'joined', outcome },
    { tracking: 'tracking', done: 'done', failed: 'failed', canceled: 'canceled', reverted: 'reverted' },
  ],
  [
    { type: 'stopped', error: network },
    {
      ...{ empty: 'empty', looking: 'empty', left: 'empty', reading: 'empty' },
      ...{ adding: 'mapping', mapping: 'mapping' },
      ...{ checking: 'mapping' },
      ...{ ready: 'ready', submitting: 'ready', tracking: 'tracking', done: 'done', failed: 'failed' },
      ...{ canceled: 'canceled', reverted: 'reverted' },
    },
  ],
  [
    { type: 'stopped', error: null },
    {
      ...{ empty: 'empty', looking: 'empty', reading: 'empty' },
      ...{ adding: 'mapping', mapping: 'mapping', checking: 'mapping' },
      ...{ ready: 'ready' },
      ...{ submitting: 'ready', tracking: 'tracking' },
    },
  ],
  [
    { type: 'reset' },
    {
      ...{
        empty: 'empty',
        looking: 'empty',
        left: 'empty',
        reading: 'empty',
        adding: 'empty',
        mapping: 'empty',
        checking: 'empty',
        ready: 'empty',
      },
      ...{ submitting: 'empty', tracking: 'empty', done: 'empty', failed: 'empty', canceled: 'empty' },
      reverted: 'empty',
    },
  ],
];

describe('next', () => {
  for (const [action, leads] of TRANSITIONS) {
    for (const name of Object.keys(STATES) as Name[]) {
      const target = leads[name];
      it(`${action.type} in ${name} ${target === undefined ? 'changes nothing' : `leads to ${target}`}`, () => {
        const state: ImportState = Object.freeze(STATES[name]);
        const after = next(state, action);
        if (target === undefined) expect(after).to.equal(state);
        else expect(after.status).to.equal(target);
      });
    }
  }

  const HUBSPOT: readonly (readonly [string, ImportState['status']])[] = [
    ['STARTED', 'tracking'],
    ['DEFERRED', 'tracking'],
    ['PROCESSING', 'tracking'],
    ['DONE', 'done'],
    ['FAILED', 'failed'],
    ['CANCELED', 'canceled'],
    ['REVERTED', 'reverted'],
    ['PAUSED_FOR_LUNCH', 'tracking'],
    ['toString', 'tracking'],
  ];
  for (const [hubspot, status] of HUBSPOT) {
    it(`HubSpot’s ${hubspot} is ${status}, at the first answer or later, and is kept as HubSpot says it`, () => {
      const first = next(STATES.submitting, { type: 'accepted', import: answer(hubspot), outcome, origin });
      const later = next(STATES.tracking, { type: 'tracked', import: answer(hubspot) });
      for (const state of [first, later]) {
        expect(state.status).to.equal(status);
        expect(state).to.have.nested.property('import.state', hubspot);
        expect(loadedOf(state)).to.equal(checked);
      }
    });
  }

  it('a mapping that was checked already is ready at once', () => {
    const state = next({ status: 'mapping', loaded: checked, error: null }, { type: 'reviewed' });
    expect(state).to.deep.equal({ status: 'ready', loaded: checked, error: null });
  });

  it('another mapping or change has to be checked again, other settings have not', () => {
    const check = (action: Action): CheckRun | undefined =>
      loadedOf(next(STATES.ready, action))?.files[0].check;
    expect(check({ type: 'mapped', mapping: other })).to.deep.equal({ phase: 'waiting' });
    expect(check({ type: 'changed', file: 0, changes: NO_CHANGES })).to.deep.equal({ phase: 'waiting' });
    expect(check({ type: 'set', settings: loaded.settings })).to.equal(finished);
  });

  it('what was found stands until it is found anew, when the account has a property more', () => {
    const after = next(STATES.ready, { type: 'defined', account: loaded.account, mapping });
    expect(loadedOf(after)?.files[0].check).to.deep.equal({ phase: 'running', share: 0, tally });
  });

  it('an error takes back to the last status that holds, and nothing in hand is lost', () => {
    for (const name of [
      'left',
      'mapping',
      'checking',
      'ready',
      'submitting',
      'tracking',
      'failed',
    ] as const) {
      const after = next(STATES[name], { type: 'stopped', error: network });
      expect(loadedOf(after), name).to.equal(loadedOf(STATES[name]));
      expect(after, name).to.have.property('error', network);
    }
  });

  it('what the person does next takes the error away', () => {
    const failed = next(STATES.ready, { type: 'stopped', error: network });
    expect(next(failed, { type: 'set', settings: loaded.settings })).to.have.property('error', null);
    expect(next(failed, { type: 'returned' })).to.have.property('error', null);
  });

  it('a file that cannot be read leaves the one that was in hand, however often it is tried', () => {
    let state = next(STATES.ready, { type: 'picked', files: [new File([], 'empty.csv')] });
    state = next(state, { type: 'picked', files: [new File([], 'also-empty.csv')] });
    expect(next(state, { type: 'stopped', error: network })).to.deep.equal({
      status: 'empty',
      loaded: checked,
      isPickingUp: false,
      error: network,
    });
  });

  it('a file that was imported is not at hand again when the next one cannot be read', () => {
    const state = next(STATES.done, { type: 'picked', files });
    expect(next(state, { type: 'stopped', error: network })).to.have.property('loaded', null);
  });

  it('the preview of another file is not shown', () => {
    const sniffed = next(STATES.reading, { type: 'sniffed', preview });
    expect(sniffed).to.have.property('preview', preview);
    expect(next(sniffed, { type: 'picked', files })).to.have.property('preview', null);
  });

  it('the speed is counted from the first bytes that went out', () => {
    const first = next(STATES.submitting, { type: 'sent', sentBytes: 10, totalBytes: 90, nowMs: 1000 });
    const second = next(first, { type: 'sent', sentBytes: 90, totalBytes: 90, nowMs: 3000 });
    expect(second).to.have.deep.property('upload', {
      step: 'sending',
      sentBytes: 90,
      totalBytes: 90,
      startedAtMs: 1000,
    });
    expect(next(second, { type: 'written', share: 1 }), 'writing is over').to.equal(second);
  });

  it('a cancel that could not be delivered may be asked for again, and says so until then', () => {
    const asked = next(STATES.tracking, { type: 'cancel-asked' });
    expect(asked).to.include({ cancelAsked: true, cancelError: null });
    const failed = next(asked, { type: 'cancel-failed', error: network });
    expect(failed).to.include({ cancelAsked: false, cancelError: network });
    const later = next(failed, { type: 'tracked', import: answer('PROCESSING') });
    expect(later, 'HubSpot goes on').to.include({ cancelAsked: false, cancelError: network });
    expect(next(later, { type: 'cancel-asked' })).to.include({ cancelAsked: true, cancelError: null });
  });

  it('a cancel that came too late is not forgotten', () => {
    const asked = next(STATES.tracking, { type: 'cancel-asked' });
    const done = next(asked, { type: 'tracked', import: answer('DONE') });
    expect(done).to.include({ status: 'done', cancelAsked: true });
    expect(done).to.not.have.property('cancelError');
  });

  it('the refused rows are checked before they can be sent', () => {
    const state = next(STATES.done, { type: 'narrowed', loaded: checked });
    expect(state.status).to.equal('checking');
    expect(loadedOf(state)?.files[0].check).to.deep.equal({ phase: 'waiting' });
  });

  it('resetting what is empty already tells nobody', () => {
    expect(next(EMPTY, { type: 'reset' })).to.equal(EMPTY);
    expect(next(STATES.left, { type: 'reset' })).to.deep.equal(EMPTY);
  });

  describe('with two files', () => {
    const firms = { ...people, ...textSource(new File(['Domain\nb.co\n'.repeat(3)], 'firms.csv')) };
    const both: Loaded = { ...loaded, files: [people, firms] };
    const moved = (state: ImportState, at: number, check: CheckRun): ImportState =>
      next(state, { type: 'check-moved', file: at, check });

    it('is ready when the rows of both are checked', () => {
      const half = moved({ status: 'checking', loaded: both }, 1, finished);
      expect(half.status).to.equal('checking');
      expect(moved(half, 0, finished).status).to.equal('ready');
    });

    it('a change of one is checked in that one, a change of the mapping in both', () => {
      const ready: ImportState = moved(moved({ status: 'checking', loaded: both }, 1, finished), 0, finished);
      const phases = (state: ImportState): unknown => loadedOf(state)?.files.map(({ check }) => check.phase);
      const changed = next(ready, { type: 'changed', file: 1, changes: NO_CHANGES });
      expect(phases(changed)).to.deep.equal(['finished', 'waiting']);
      expect(phases(next(ready, { type: 'mapped', mapping: other }))).to.deep.equal(['waiting', 'waiting']);
    });

    it('a change in the file that owns the keys is checked in the one that repeats them, not the other way', () => {
      const common: Target = {
        kind: 'common',
        objectTypeId: '0-2',
        toObjectTypeId: '0-1',
        association: { typeId: 280, category: 'HUBSPOT_DEFINED' },
        file: 0,
        column: 0,
      };
      const mapping = mappingOf({ contacts: 'UPSERT', companies: 'UPSERT' }, [
        [['Email', 'email']],
        [['Mail', common]],
      ]);
      const done = { ...both, mapping, files: [people, { ...firms, check: finished }] as const };
      const checks = (changed: number): unknown => {
        const ready: ImportState = {
          status: 'ready',
          loaded: { ...done, files: [{ ...people, check: finished }, done.files[1]] },
          error: null,
        };
        const after = next(ready, { type: 'changed', file: changed, changes: NO_CHANGES });
        return loadedOf(after)?.files.map(({ check }) => check.phase);
      };
      expect(checks(0)).to.deep.equal(['waiting', 'waiting']);
      expect(checks(1)).to.deep.equal(['finished', 'waiting']);
    });

    it('with a file or an object more, both are checked anew: the columns may have become something else', () => {
      const done = { ...both, files: [people, { ...firms, check: finished }] as const };
      for (const state of [STATES.adding, STATES.mapping]) {
        const after = loadedOf(next(state, { type: 'previewed', loaded: done }));
        expect(after?.files.map(({ check }) => check.phase)).to.deep.equal(['waiting', 'waiting']);
      }
    });

    it('rows and shares are those of both, by their bytes', () => {
      const running: CheckRun = { phase: 'running', share: 0.5, tally };
      const state = moved(moved({ status: 'checking', loaded: both }, 1, running), 0, finished);
      const now = loadedOf(state) ?? expect.fail('the files are in hand');
      expect(rowsOf(now)).to.deep.include({ total: 2, clean: 2 });
      expect(isChecked(now)).to.equal(false);
      const sizes = [file.size, firms.text.size] as const;
      expect(checkedShare(now)).to.be.closeTo((sizes[0] + sizes[1] / 2) / (sizes[0] + sizes[1]), 1e-9);
    });

    it('a second file that cannot be read leaves the mapping where it was', () => {
      const adding = next({ status: 'mapping', loaded, error: null }, { type: 'added', files });
      expect(next(adding, { type: 'stopped', error: network })).to.deep.equal({
        status: 'mapping',
        loaded,
        error: network,
      });
    });
  });
});
