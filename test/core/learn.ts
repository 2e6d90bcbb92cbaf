/** Rows as a file has them, learned from its bytes. */
import { createBatchSplitter } from '../../src/core/batch-splitter.js';
import { type Changes, NO_CHANGES } from '../../src/core/changes.js';
import { createCheck } from '../../src/core/check.js';
import { meetNeeds } from '../../src/core/check-needs.js';
import { createFileFacts, type FileFacts, learnRows, sealRows } from '../../src/core/file-facts.js';
import type { CheckPlan } from '../../src/core/plan.js';
import type { Tally } from '../../src/core/problems.js';

import { csvCell } from '../../src/core/write.js';

/** null is a blank line. */
export type Row = readonly string[] | null;

export const FIRST_ROW = 2;

const toCsv = (rows: readonly Row[]): string =>
  rows.map((cells) => `${cells?.map(csvCell).join(',') ?? ''}\n`).join('');

/** Learns rows from what `facts` has so far; the last block stays open. */
export function learnMore(facts: FileFacts, rows: readonly Row[]): void {
  const splitter = createBatchSplitter(
    { delimiter: ',', quote: '"', newline: '\n' },
    (batch) => learnRows(facts, batch),
    { row: facts.firstRow + facts.rows, offset: 1 },
  );
  splitter.push(new TextEncoder().encode(toCsv(rows)));
  splitter.end();
}

/** Facts that meet a plan's needs, as for a first reading. */
function learnFor(rows: readonly Row[], plan: CheckPlan, changes: Changes): FileFacts {
  const facts = createFileFacts(FIRST_ROW, plan.columnCount);
  if (!meetNeeds(facts, plan, changes, false)) throw new Error('New facts meet any needs.');
  learnMore(facts, rows);
  sealRows(facts);
  return facts;
}

/** The tally of a file that was read for this plan. */
export function checkRows(rows: readonly Row[], plan: CheckPlan, changes: Changes = NO_CHANGES): Tally {
  const check = createCheck(learnFor(rows, plan, changes), plan, changes);
  check.advance();
  if (!check.isExact()) throw new Error('What is read for a plan answers it.');
  return check.tally();
}

/** What the facts answer without another reading; null when they do not. */
export function checkAgain(facts: FileFacts, plan: CheckPlan, changes: Changes): Tally | null {
  if (!meetNeeds(facts, plan, changes, true)) return null;
  const check = createCheck(facts, plan, changes);
  check.advance();
  return check.isExact() ? check.tally() : null;
}
