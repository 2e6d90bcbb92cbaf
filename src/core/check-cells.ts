import { type ColumnCheck, judgeSymbol, OUTCOMES, STANDING } from './check-column.js';
import * as SYMBOL_BITS from './symbol-bits.js';
import { textOfSymbol } from './column-facts.js';
import * as DATE_TRAITS from './date-bits.js';
import type { GatheredEvidence } from './dates.js';
import { BEYOND, FATES, noteValue } from './problem-groups.js';
import { meetValue } from './repeats.js';
import { longer, moved } from './room.js';
import { bitsOfBlock } from './row-set.js';
import { BLOCK_ROWS, openBlock, type SymbolBlock } from './symbol-blocks.js';
import { dateTraitsOf, VERDICT_BITS } from './traits.js';

/** The rows of a block while they are checked. */
export interface BlockRows {
  /** Row of the file that is the block's first. */
  firstRow: number;
  count: number;
  /** 1 where a row is not looked at: a blank line, or left out. */
  readonly skipped: Uint8Array;
  skippedCount: number;
  /** Room for a column's symbols as the file has them, and as they are after the person's changes. */
  readonly raws: Int32Array;
  readonly changed: Int32Array;
}

/** The records of one object in the rows of a block. */
export interface ObjectRows {
  /** 1 where one of its columns is filled. */
  readonly takesPart: Uint8Array;
  /** Whether it takes part in every row. */
  takesAll: boolean;
  readonly fates: Uint8Array;
}

/** Checks a column's cells in the rows of a block. */
export function checkCells(
  column: ColumnCheck,
  block: SymbolBlock,
  rows: BlockRows,
  object: ObjectRows,
): void {
  if (isQuiet(column, block, rows) && (block.blanks === 0 || (object.takesAll && column.standing === null))) {
    passCells(column, block, rows, object);
    return;
  }
  openBlock(block, rows.raws);
  const symbols = changedSymbols(column, rows);
  makeRoom(column);
  judgeCells(column, symbols, rows, object);
  if (column.dates !== null) gatherDates(column, column.dates, symbols, rows);
}

/** Whether nothing in the block can be wrong, is compared or counted, or was changed. */
function isQuiet(column: ColumnCheck, block: SymbolBlock, { skippedCount }: BlockRows): boolean {
  const { telling, repeats, dates, replaced, edits } = column;
  const isTold = repeats === null && dates === null && (block.traits & telling) === 0;
  return isTold && skippedCount === 0 && replaced === null && edits.size === 0;
}

function passCells(
  column: ColumnCheck,
  { blanks }: SymbolBlock,
  { count }: BlockRows,
  object: ObjectRows,
): void {
  column.filled += count - blanks;
  column.empty += blanks;
  if (blanks > 0) return;
  column.standing?.fill(STANDING.usable);
  if (!object.takesAll) object.takesPart.fill(1);
  object.takesAll = true;
}

function judgeCells(column: ColumnCheck, symbols: Int32Array, rows: BlockRows, object: ObjectRows): void {
  const { outcomes, standing, repeats, facts } = column;
  const { traits } = facts.dictionary;
  const { skipped, count, firstRow } = rows;
  const { takesPart, fates } = object;
  let filled = 0;
  let empty = 0;
  for (let at = 0; at < count; at++) {
    if (skipped[at] !== 0) continue;
    const symbol = symbols[at] ?? 0;
    let outcome: number = OUTCOMES.unseen;
    // Where hardly any value repeats, the last one tells more of the next than what is known of each.
    if (column.lastVerdicts === ((traits[symbol] ?? 0) & VERDICT_BITS)) outcome = column.lastOutcome;
    else outcome = outcomes[symbol] ?? OUTCOMES.unseen;
    if (outcome === OUTCOMES.unseen) outcome = judgeSymbol(column, symbol);
    if (outcome === OUTCOMES.blank) {
      empty++;
      if (standing !== null) standing[at] = STANDING.empty;
      continue;
    }
    filled++;
    takesPart[at] = 1;
    const isUsable = outcome === OUTCOMES.fine || noteWrong(column, outcome, rows, at, fates);
    if (standing !== null) standing[at] = isUsable ? STANDING.usable : STANDING.wrong;
    if (repeats !== null && isUsable) meetValue(repeats, facts, symbol, firstRow + at, at, fates);
  }
  column.filled += filled;
  column.empty += empty;
  for (const wrong of column.wrong) {
    wrong.group.rows.size += wrong.added;
    wrong.added = 0;
  }
}

/** @returns Whether HubSpot takes the value all the same. */
function noteWrong(
  column: ColumnCheck,
  outcome: number,
  rows: BlockRows,
  at: number,
  fates: Uint8Array,
): boolean {
  const wrong = column.wrong[outcome - OUTCOMES.wrong];
  if (wrong === undefined) return true;
  const { group, fate } = wrong;
  if (wrong.added === 0) wrong.bits = bitsOfBlock(group.rows, rows.firstRow / BLOCK_ROWS);
  wrong.added++;
  wrong.bits[at >> 5] = (wrong.bits[at >> 5] ?? 0) | (1 << (at & 31));
  const raw = rows.raws[at] ?? 0;
  if (group.places[raw] !== BEYOND) noteValue(group, column.facts, raw, rows.firstRow + at);
  if (fate > (fates[at] ?? 0)) fates[at] = fate;
  return fate === FATES.none;
}

/** The symbols after the person's changes: an edit comes before the replacement of its value. */
function changedSymbols(
  { replaced, edits }: ColumnCheck,
  { raws, changed, count, firstRow }: BlockRows,
): Int32Array {
  if (replaced === null && edits.size === 0) return raws;
  changed.set(raws);
  if (replaced !== null) {
    for (let at = 0; at < count; at++) {
      const replacement = replaced[raws[at] ?? 0] ?? 0;
      if (replacement > 0) changed[at] = replacement - 1;
    }
  }
  for (const [row, symbol] of edits) {
    if (row >= firstRow && row < firstRow + count) changed[row - firstRow] = symbol;
  }
  return changed;
}

/** Symbols may have been learned since the last block. */
function makeRoom(column: ColumnCheck): void {
  const { size } = column.facts.dictionary;
  if (column.outcomes.length >= size) return;
  column.outcomes = moved(column.outcomes, new Uint8Array(longer(size)));
}

/** As `addDateEvidence` does with the texts. */
function gatherDates(
  column: ColumnCheck,
  evidence: GatheredEvidence,
  symbols: Int32Array,
  rows: BlockRows,
): void {
  const { traits } = column.facts.dictionary;
  const either = DATE_TRAITS.monthFirst | DATE_TRAITS.dayFirst;
  for (let at = 0; at < rows.count; at++) {
    const symbol = symbols[at] ?? 0;
    const date = rows.skipped[at] === 0 ? dateTraitsOf(traits[symbol] ?? 0) : 0;
    if ((date & either) === either) {
      evidence.either++;
      const matters = (date & DATE_TRAITS.sameEitherWay) === 0;
      if (evidence.example === null && matters) showExample(column, evidence, symbol);
    } else if ((date & DATE_TRAITS.dayFirst) !== 0) evidence.dayFirst++;
    else if ((date & DATE_TRAITS.monthFirst) !== 0) evidence.monthFirst++;
    else if ((date & DATE_TRAITS.yearFirst) !== 0) evidence.yearFirst++;
  }
}

function showExample(column: ColumnCheck, evidence: GatheredEvidence, symbol: number): void {
  const isCrowd = ((column.facts.dictionary.traits[symbol] ?? 0) & SYMBOL_BITS.crowd) !== 0;
  if (isCrowd) column.isExact = false;
  else evidence.example = textOfSymbol(column.facts, symbol).trim();
}
