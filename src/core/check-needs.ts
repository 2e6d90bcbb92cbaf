import { createAccountRule } from './account-rule.js';
import { type Changes, isAbout } from './changes.js';
import { type ColumnFacts, symbolOfCell, symbolOfText } from './column-facts.js';
import type { FileFacts } from './file-facts.js';
import type { CheckPlan, ColumnRule } from './plan.js';
import { mustNotRepeat } from './repeats.js';
import { SHORT_BYTES } from './shown-text.js';

/**
 * Sees to it that a plan can be checked with what was learned so far and will be learned yet.
 *
 * @param isComplete Nothing more will be learned.
 * @returns False when something is missing that was not kept; then the file must be read again, with new facts.
 */
export function meetNeeds(facts: FileFacts, plan: CheckPlan, changes: Changes, isComplete: boolean): boolean {
  if (!isComplete) {
    facts.ignored = ignoredRows(changes);
  }
  return plan.columns.every((rule) => {
    const column = facts.columns[rule.column];
    if (column === undefined || column.blocks.includes(undefined)) return false;
    return (
      meetComparison(column, rule) &&
      meetAccount(column, rule, plan, isComplete) &&
      meetReplacements(column, Object.keys(changes.values[rule.column] ?? {}), isComplete)
    );
  });
}

/** Rows whose cells are not checked as the file has them; null when there are none. */
function ignoredRows(changes: Changes): FileFacts['ignored'] {
  const rows = new Set([...changes.leftOut, ...Object.keys(changes.cells).map(Number)]);
  if (rows.size === 0 && changes.only === null) return null;
  return (row) => rows.has(row) || !isAbout(changes, row);
}

/** What must not repeat is compared with all other values. */
function meetComparison(column: ColumnFacts, rule: ColumnRule): boolean {
  if (!mustNotRepeat(rule)) return true;
  if (!column.isWhole) return false;
  keepAll(column);
  return true;
}

function keepAll(column: ColumnFacts): void {
  column.keeps = 'all';
  column.mustKeepAll = true;
}

/** What the account has to judge, it judges value by value, or while the file is read. */
function meetAccount(column: ColumnFacts, rule: ColumnRule, plan: CheckPlan, isComplete: boolean): boolean {
  const account = createAccountRule(rule, plan);
  if (account === null) return true;
  if (!column.isWhole) return column.rule?.signature === account.signature;
  if (!isComplete) column.rule = account;
  return true;
}

/** All rows with a value that is replaced must be known. */
function meetReplacements(column: ColumnFacts, texts: readonly string[], isComplete: boolean): boolean {
  for (const text of texts) {
    const symbol = symbolOfCell(column, text);
    if (symbol === null) return false;
    if (isComplete) continue;
    // Only the beginning of long values would be kept.
    if (text.length * 3 > SHORT_BYTES) keepAll(column);
    if (symbol < 0) symbolOfText(column, text);
  }
  return true;
}
