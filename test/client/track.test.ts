import { expect } from '@open-wc/testing';
import { cancelImport, isFinal, readImportErrors, trackImport } from '../../src/client/track.js';
import type { ImportRowError } from '../../src/core/answers.js';
import { type Call, failure, html, json, never, switches, type World, world } from './backend.js';

const signal = new AbortController().signal;

/** An import that is in these states, one after the other. */
function passing(...states: readonly string[]): World {
  return world((_, before) => json({ id: '41', state: states[Math.min(before, states.length - 1)] }));
}

describe('trackImport', () => {
  it('tells every answer, the last one too, and ends with it', async () => {
    const told: string[] = [];
    const { client, asked } = passing('DEFERRED', 'STARTED', 'PROCESSING', 'DONE');
    const last = await trackImport(client, '41', ({ state }) => told.push(state), signal);
    expect(last.state).to.equal('DONE');
    expect(told).to.deep.equal(['DEFERRED', 'STARTED', 'PROCESSING', 'DONE']);
    expect(asked()[0]?.path).to.equal('/crm/v3/imports/41');
  });

  const FINAL: readonly (readonly [string, boolean])[] = [
    ['STARTED', false],
    ['DEFERRED', false],
    ['PROCESSING', false],
    ['DONE', true],
    ['FAILED', true],
    ['CANCELED', true],
    ['REVERTED', true],
    ['PAUSED_FOR_LUNCH', false],
  ];
  for (const [state, isLast] of FINAL) {
    it(`${state} is ${isLast ? 'the end' : 'not the end'}`, async () => {
      expect(isFinal(state)).to.equal(isLast);
      const { client, asked } = passing(state, 'DONE');
      await trackImport(client, '41', () => undefined, signal);
      expect(asked()).to.have.lengthOf(isLast ? 1 : 2);
    });
  }

  it('asks less and less often, and every five seconds in the end', async () => {
    const { client, waits } = passing(...Array<string>(12).fill('PROCESSING'), 'DONE');
    await trackImport(client, '41', () => undefined, signal);
    expect(waits.slice(0, 3)).to.deep.equal([1000, 1250, 1562.5]);
    expect(waits.at(-1)).to.equal(5000);
    expect(waits).to.deep.equal(waits.toSorted((a, b) => a - b));
  });

  it('asks seldom while the tab is hidden', async () => {
    const surroundings = switches({ isHidden: true });
    const states = ['PROCESSING', 'PROCESSING', 'DONE'];
    const { client, waits } = world((_, before) => json({ id: '41', state: states[before] }), {
      surroundings,
    });
    await trackImport(client, '41', () => undefined, signal);
    expect(waits).to.deep.equal([30_000, 30_000]);
  });

  it('asks at once when a hidden tab is shown again', async () => {
    const surroundings = switches({ isHidden: true });
    const waits: number[] = [];
    const { client } = world((_, before) => json({ id: '41', state: before === 0 ? 'PROCESSING' : 'DONE' }), {
      surroundings,
      pause: (ms) => {
        waits.push(ms);
        queueMicrotask(() => surroundings.set({ isHidden: false }));
        return new Promise(() => undefined); // the clock never comes to it
      },
    });
    expect(await trackImport(client, '41', () => undefined, signal)).to.have.property('state', 'DONE');
    expect(waits).to.deep.equal([30_000]);
  });

  it('can be given up while the tab is hidden', async () => {
    const stop = new AbortController();
    const { client } = world(() => json({ id: '41', state: 'PROCESSING' }), {
      surroundings: switches({ isHidden: true }),
      pause: (_, stopped) =>
        new Promise((_resolve, reject) => {
          stopped?.addEventListener('abort', () => reject(stopped.reason));
          queueMicrotask(() => stop.abort());
        }),
    });
    expect(await failure(trackImport(client, '41', () => undefined, stop.signal))).to.deep.equal([
      'AbortError',
      null,
    ]);
  });

  it('goes on after a failure that passes', async () => {
    const { client } = world((_, before) =>
      before === 1 ? html(502) : json({ id: '41', state: before === 0 ? 'STARTED' : 'DONE' }),
    );
    expect(await trackImport(client, '41', () => undefined, signal)).to.have.property('state', 'DONE');
  });

  it('ends when HubSpot knows no such import', async () => {
    const { client, asked } = world(() => json({ correlationId: 'c-1' }, 404));
    const expected = ['import-not-found', { correlationId: 'c-1' }];
    expect(await failure(trackImport(client, 'a/b', () => undefined, signal))).to.deep.equal(expected);
    expect(asked()[0]?.path, 'an id is no path').to.equal('/crm/v3/imports/a%2Fb');
  });

  it('tells nothing more once it is given up', async () => {
    const stop = new AbortController();
    const { client, asked } = passing('STARTED');
    const told: string[] = [];
    const following = trackImport(
      client,
      '41',
      ({ state }) => {
        told.push(state);
        stop.abort();
      },
      stop.signal,
    );
    expect(await failure(following)).to.deep.equal(['AbortError', null]);
    expect([told.length, asked().length]).to.deep.equal([1, 1]);
  });
});

describe('cancelImport', () => {
  it('asks once, by POST', async () => {
    const { client, asked } = world(() => json({ status: 'COMPLETE' }));
    await cancelImport(client, '41');
    expect(asked().map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'POST /crm/v3/imports/41/cancel',
    ]);
  });

  it('a refusal is told', async () => {
    const { client, asked } = world(() => json({}, 403));
    expect((await failure(cancelImport(client, '41')))[0]).to.equal('import-forbidden');
    expect(asked()).to.have.lengthOf(1);
  });
});

describe('readImportErrors', () => {
  const after = ({ path }: Call): string | null => new URLSearchParams(path.split('?')[1]).get('after');
  const page = (line: number, next?: string): Response =>
    json({
      results: [{ errorType: 'INVALID_EMAIL', sourceData: { lineNumber: line } }],
      ...(next !== undefined && { paging: { next: { after: next } } }),
    });
  const lines = (errors: readonly ImportRowError[]): (number | null | undefined)[] =>
    errors.map(({ sourceData }) => sourceData.lineNumber);

  it('reads every page, one at a time, with messages and row data', async () => {
    const events: string[] = [];
    const { client, asked } = world((call) => {
      events.push(`asked after ${after(call)}`);
      if (after(call) === null) return page(2, 'p&2');
      return after(call) === 'p&2' ? page(3, 'p3') : page(4);
    });
    await readImportErrors(
      client,
      '41',
      null,
      async (errors) => {
        await Promise.resolve();
        events.push(`line ${lines(errors).join()}`);
      },
      signal,
    );
    expect(events).to.deep.equal([
      'asked after null',
      'line 2',
      'asked after p&2',
      'line 3',
      'asked after p3',
      'line 4',
    ]);
    expect(asked()[0]?.path).to.equal(
      '/crm/v3/imports/41/errors?limit=100&includeErrorMessage=true&includeRowData=true',
    );
  });

  it('pages that go round in a circle end', async () => {
    const { client, asked } = world((call) => page(2, after(call) === 'a' ? 'b' : 'a'));
    const reading = readImportErrors(client, '41', null, () => undefined, signal);
    expect((await failure(reading))[0]).to.equal('response-unexpected');
    expect(asked()).to.have.lengthOf(3);
  });

  it('what was read before a page fails has been handed on', async () => {
    const seen: unknown[] = [];
    const { client } = world((call) => (after(call) === null ? page(2, 'p2') : json({}, 403)));
    const reading = readImportErrors(
      client,
      '41',
      null,
      (errors) => void seen.push(...lines(errors)),
      signal,
    );
    expect((await failure(reading))[0]).to.equal('import-forbidden');
    expect(seen).to.deep.equal([2]);
  });

  it('goes on from where it broke off', async () => {
    const places: (string | null)[] = [];
    let isBroken = true;
    const { client, asked } = world((call) => {
      if (after(call) === null) return page(2, 'p2');
      return isBroken ? json({}, 403) : page(3);
    });
    const note = (_: unknown, next: string | null): void => void places.push(next);
    await failure(readImportErrors(client, '41', null, note, signal));
    isBroken = false;
    await readImportErrors(client, '41', places.at(-1) ?? null, note, signal);
    expect(places).to.deep.equal(['p2', null]);
    expect(asked().map(after)).to.deep.equal([null, 'p2', 'p2']);
  });

  it('can be given up between pages and while one is asked', async () => {
    const between = new AbortController();
    const { client, asked } = world(() => page(2, 'p2'));
    const reading = readImportErrors(client, '41', null, () => between.abort(), between.signal);
    expect(await failure(reading)).to.deep.equal(['AbortError', null]);
    expect(asked()).to.have.lengthOf(1);

    const during = new AbortController();
    const waiting = failure(
      readImportErrors(world(never).client, '41', null, () => undefined, during.signal),
    );
    during.abort();
    expect(await waiting).to.deep.equal(['AbortError', null]);
  });
});
