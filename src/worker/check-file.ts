import type { Changes } from '../core/changes.js';
import { type Check, createCheck } from '../core/check.js';
import { meetNeeds } from '../core/check-needs.js';
import { ImporterError } from '../core/errors.js';
import type { CheckPlan } from '../core/plan.js';
import type { Tally } from '../core/problems.js';
import type { RowSet } from '../core/row-set.js';
import { type Learning, startLearning } from './learning.js';
import { type CheckProgress, PROGRESS_EVERY_MS } from './protocol.js';
import type { OpenText } from './text.js';
import { nextTurn, TURN_MS } from './turns.js';

/** A text with what was learned of it, and what was found in it last. */
export interface CheckedText {
  readonly text: OpenText;
  learning: Learning | null;
  check: Check | null;
  /** For each column of keys, the rows whose key the other file does not have, counted from 0. */
  readonly missing: Map<number | null, RowSet>;
}

/** Blocks of rows that are checked before it is looked at the clock. */
const BLOCKS_AT_ONCE = 4;

/**
 * Checks every row. What was learned before answers at once, or goes on being learned; the file is read from its start
 * only when the plan or the corrections ask for something that was not kept.
 */
export async function checkFile(
  checked: CheckedText,
  headerRow: number,
  plan: CheckPlan,
  changes: Changes,
  onProgress: (progress: CheckProgress) => void,
  signal: AbortSignal,
): Promise<Tally> {
  signal.throwIfAborted();
  const known = checked.learning;
  const fits =
    known !== null && known.headerRow === headerRow && known.facts.columns.length === plan.columnCount;
  const learning = fits && meetNeeds(known.facts, plan, changes, known.state.isComplete) ? known : null;
  const tally =
    learning === null ? null : await followLearning(checked, learning, plan, changes, onProgress, signal);
  if (tally !== null) return tally;
  const anew = startLearning(checked.text, headerRow, plan.columnCount);
  meetNeeds(anew.facts, plan, changes, false);
  const found = await followLearning(checked, anew, plan, changes, onProgress, signal);
  if (found === null) throw new Error('A file that is read for a plan answers it.');
  return found;
}

/** Checks what is learned, up to the end. @returns Null when the facts do not hold all that is to be shown. */
async function followLearning(
  checked: CheckedText,
  learning: Learning,
  plan: CheckPlan,
  changes: Changes,
  onProgress: (progress: CheckProgress) => void,
  signal: AbortSignal,
): Promise<Tally | null> {
  const { facts, state } = learning;
  const check = createCheck(facts, plan, changes);
  checked.learning = learning;
  checked.check = check;
  checked.missing.clear();
  learning.needed = new Set(plan.columns.map(({ column }) => column));
  let toldAtMs = performance.now();
  for (;;) {
    await advance(check, signal);
    if (facts.filledRows > plan.maxRows)
      throw new ImporterError('file-too-many-rows', { limit: plan.maxRows });
    if (state.isComplete) break;
    await step(checked, learning);
    signal.throwIfAborted();
    if (performance.now() - toldAtMs < PROGRESS_EVERY_MS) continue;
    toldAtMs = performance.now();
    onProgress({ share: state.share, tally: check.tally() });
  }
  await advance(check, signal);
  return check.isExact() ? check.tally() : null;
}

/** What breaks off is not taken up again. */
async function step(checked: CheckedText, learning: Learning): Promise<void> {
  try {
    await learning.step();
  } catch (error) {
    if (checked.learning === learning) checked.learning = null;
    throw error;
  }
}

async function advance(check: Check, signal: AbortSignal): Promise<void> {
  let untilMs = performance.now() + TURN_MS;
  while (check.advance(BLOCKS_AT_ONCE)) {
    if (performance.now() < untilMs) continue;
    await nextTurn();
    signal.throwIfAborted();
    untilMs = performance.now() + TURN_MS;
  }
}
