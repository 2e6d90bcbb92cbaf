import { createFileFacts, type FileFacts, learnRows, sealRows } from '../core/file-facts.js';
import { planMemory } from '../core/retention.js';
import { type OpenText, readBatches } from './text.js';
import { nextTurn, TURN_MS } from './turns.js';

/** A reading of a file from which facts are learned. It goes on only while it is asked to, and keeps its place meanwhile. */
export interface Learning {
  readonly facts: FileFacts;
  readonly headerRow: number;
  /** Columns that are being checked: of these the rows are given up last. */
  needed: ReadonlySet<number>;
  readonly state: { share: number; isComplete: boolean };
  /** Reads on for a turn; for several who ask at once, the same. */
  step(): Promise<void>;
}

export function startLearning(text: OpenText, headerRow: number, columnCount: number): Learning {
  const facts = createFileFacts(headerRow + 1, columnCount);
  const state: Learning['state'] = { share: 0, isComplete: false };
  const reading = readBatches(text, (rows) => learnRows(facts, rows, Math.max(0, headerRow + 1 - rows.row)));
  let running: Promise<void> | null = null;

  async function readTurn(): Promise<void> {
    await nextTurn(); // by then all who asked have checked what was learned before
    planMemory(facts, learning.needed);
    const untilMs = performance.now() + TURN_MS;
    do {
      const { done, value } = await reading.next();
      if (done === true) {
        sealRows(facts);
        const { unbalancedQuoteRow } = value;
        facts.unclosedRow = unbalancedQuoteRow === null ? null : unbalancedQuoteRow - facts.firstRow;
        state.share = 1;
        state.isComplete = true;
        return;
      }
      state.share = value;
      facts.expectedRows = Math.max(facts.rows, facts.rows / Math.max(value, 1e-9));
    } while (performance.now() < untilMs);
  }

  const learning: Learning = {
    facts,
    headerRow,
    needed: new Set(),
    state,
    step() {
      running ??= readTurn().finally(() => {
        running = null;
      });
      return running;
    },
  };
  return learning;
}
