import { createImport, type Import, type ImportState, type Start, type Workplace } from './import.js';
import { advance, endImport } from './run.js';

/** How fast imports go, so that a person can watch them. */
export interface Pace {
  /** How long an import stays STARTED, and at least PROCESSING, in milliseconds. */
  readonly stateMs: number;
  readonly rowsPerSecond: number;
}

/** Every import is over when it is next looked at. */
export const INSTANT: Pace = { stateMs: 0, rowsPerSecond: Infinity };

/** At the same time, and of those with more than 10,000 rows (knowledge base: three per account, two of them large). */
const SLOTS = 3;
const LARGE_SLOTS = 2;
const LARGE_ROWS = 10_000;

/** The account's imports: started, moved on by the clock, cancelled, reverted. */
export interface ImportQueue {
  start(wanted: Start, nowMs: number): Import;
  /** Moves every import to where it is at this time. Answers depend on the time asked at only, never on a timer. */
  settle(nowMs: number): void;
  cancel(entry: Import, nowMs: number): void;
  /** Takes the writes of an import back. What REVERTED means is not documented (inferred: an import undone after DONE). */
  revert(entry: Import, nowMs: number): void;
  /** Newest first. */
  list(): readonly Import[];
}

export function createImportQueue(account: Omit<Workplace, 'nextId'>, pace: Pace): ImportQueue {
  const all: Import[] = [];
  let lastId = 40_000_000;
  const work: Workplace = { ...account, nextId: () => String((lastId += 1)) };

  const active = (): Import[] => all.filter(({ state }) => state === 'STARTED' || state === 'PROCESSING');
  const hasSlot = (entry: Import): boolean => {
    const running = active();
    const isLarge = entry.totalRows > LARGE_ROWS;
    return (
      running.length < SLOTS &&
      (!isLarge || running.filter(({ totalRows }) => totalRows > LARGE_ROWS).length < LARGE_SLOTS)
    );
  };
  const begin = (entry: Import, atMs: number): void => {
    entry.state = 'STARTED';
    entry.startedMs = atMs;
    entry.updatedMs = atMs;
  };
  const finish = (entry: Import, state: ImportState, atMs: number): void => {
    entry.state = state;
    entry.updatedMs = atMs;
    // A small import may overtake a large one that waits for its own kind of slot (inferred).
    for (const waiting of all) if (waiting.state === 'DEFERRED' && hasSlot(waiting)) begin(waiting, atMs);
  };
  const processingMs = (entry: Import): number =>
    entry.fatal === null ? Math.max(pace.stateMs, (entry.totalRows / pace.rowsPerSecond) * 1000) : 0;
  const endMs = (entry: Import): number => (entry.startedMs ?? Infinity) + pace.stateMs + processingMs(entry);

  const settle = (nowMs: number): void => {
    for (;;) {
      const [next] = active()
        .filter((entry) => endMs(entry) <= nowMs)
        .sort((one, other) => endMs(one) - endMs(other));
      if (next === undefined) break;
      const endedMs = endMs(next);
      finish(next, endImport(next, endedMs, work), endedMs);
    }
    for (const entry of active()) {
      const elapsedMs = nowMs - (entry.startedMs ?? nowMs) - pace.stateMs;
      if (elapsedMs < 0) continue;
      entry.state = 'PROCESSING';
      advance(entry, Math.floor((entry.totalRows * elapsedMs) / processingMs(entry)), nowMs, work);
    }
  };

  return {
    start(wanted, nowMs) {
      settle(nowMs);
      const entry = createImport(wanted, work, nowMs);
      if (hasSlot(entry)) begin(entry, nowMs);
      all.push(entry);
      return entry;
    },
    settle,
    cancel(entry, nowMs) {
      finish(entry, 'CANCELED', nowMs);
    },
    revert(entry, nowMs) {
      entry.journal.revert();
      finish(entry, 'REVERTED', nowMs);
    },
    list: () => all.toReversed(),
  };
}
