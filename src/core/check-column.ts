import { accountProblem, createAccountRule } from './account-rule.js';
import type { Changes } from './changes.js';
import {
  type AccountRule,
  type ColumnFacts,
  shownText,
  SYMBOL_BITS,
  symbolOfCell,
  symbolOfText,
  textOfSymbol,
} from './column-facts.js';
import { DATE_TRAITS } from './date-traits.js';
import { type GatheredEvidence, noDateEvidence } from './dates.js';
import type { FileFacts } from './file-facts.js';
import type { DateFormat } from './hubspot.js';
import { createIdentities, identityOfSymbol, identityText, type Identities } from './identities.js';
import type { CheckPlan, ColumnRule, ObjectRule } from './plan.js';
import {
  byFirstRow,
  createGroup,
  type Finding,
  FATES,
  type Group,
  noteRow,
  noteValue,
  showGroup,
} from './problem-groups.js';
import type { Effect, ProblemCode, ProblemGroup } from './problems.js';
import { BLOCK_ROWS } from './symbol-blocks.js';
import { dateTraitsOf, isTraitKind, problemOfTraits, TRAITS } from './traits.js';

/** One column as it is checked. */
export interface ColumnCheck {
  readonly rule: ColumnRule;
  readonly facts: ColumnFacts;
  readonly file: FileFacts;
  readonly dateFormat: DateFormat | null;
  readonly account: AccountRule | null;
  /** What a wrong value costs: its row, or itself. */
  readonly wrongEffect: Effect;
  /** What was made of each symbol: `UNSEEN`, `BLANK`, `FINE`, or from `WRONG` on its place in `wrong`. */
  outcomes: Uint8Array;
  readonly wrong: Wrong[];
  readonly groups: Group[];
  /** The symbol that stands in for another, plus one, where a value is replaced. */
  replaced: Int32Array | null;
  /** Symbols of edited cells, by row. */
  readonly edits: ReadonlyMap<number, number>;
  readonly repeat: Repeat | null;
  readonly dates: GatheredEvidence | null;
  /** For each row of the block what stands there; only where the object asks for it. */
  readonly standing: Uint8Array | null;
  filled: number;
  empty: number;
  isExact: boolean;
}

interface Wrong {
  readonly finding: Finding;
  readonly group: Group;
  readonly fate: number;
}

/** Values that must not repeat. */
interface Repeat {
  readonly finding: Finding;
  readonly group: Group;
  readonly identities: Identities;
  /** By identity its first row, plus one; negative once that row is reported. */
  seen: Int32Array;
  /** A record that merges may repeat its own values. */
  readonly mayMerge: boolean;
}

/** What `standing` says of a cell. */
export const STANDING = { empty: 0, wrong: 1, usable: 2 } as const;

const UNSEEN = 0;
const BLANK = 1;
const FINE = 2;
const WRONG = 3;

/** HubSpot stores these values as they are (inferred). */
const HARMLESS: ReadonlySet<ProblemCode> = new Set(['phone-invalid', 'url-invalid', 'text-unreadable']);

const IDENTIFIER_MERGES: Finding = { code: 'identifier-repeated', severity: 'warning', effect: 'merge' };
const IDENTIFIER_REFUSED: Finding = { code: 'identifier-repeated', severity: 'error', effect: 'row' };
const UNIQUE_REPEATED: Finding = { code: 'unique-repeated', severity: 'error', effect: 'row' };

/** Whether a column tells which record a row is. */
export const isIdentifying = ({ uniqueness }: ColumnRule): boolean =>
  uniqueness === 'identifier' || uniqueness === 'key';

/** What a repeated value of the column is; null when values may repeat. */
export function findingOfRepeat({ uniqueness }: ColumnRule, object: ObjectRule | undefined): Finding | null {
  if (uniqueness === 'unique') return UNIQUE_REPEATED;
  if (uniqueness !== 'identifier') return null;
  return object?.operation === 'CREATE' ? IDENTIFIER_REFUSED : IDENTIFIER_MERGES;
}

export function createColumnCheck(
  rule: ColumnRule,
  file: FileFacts,
  facts: ColumnFacts,
  plan: CheckPlan,
  changes: Changes,
): ColumnCheck {
  const object = plan.objects.find(({ objectTypeId }) => objectTypeId === rule.objectTypeId);
  const finding = findingOfRepeat(rule, object);
  const isAsked = isIdentifying(rule) || object?.required.flat().includes(rule.column) === true;
  const groups: Group[] = [];
  const repeat = finding === null ? null : createRepeat(rule, facts, finding);
  if (repeat !== null) groups.push(repeat.group);
  return {
    rule,
    facts,
    file,
    dateFormat: plan.dateFormat,
    account: createAccountRule(rule, plan),
    wrongEffect: costsItsRow(rule, object) ? 'row' : 'value',
    outcomes: new Uint8Array(0),
    wrong: [],
    groups,
    replaced: replacementsOf(facts, changes.values[rule.column]),
    edits: editsOf(facts, rule.column, changes, file.firstRow),
    repeat,
    dates: rule.kind === 'date' || rule.kind === 'datetime' ? noDateEvidence() : null,
    standing: isAsked ? new Uint8Array(BLOCK_ROWS) : null,
    filled: 0,
    empty: 0,
    isExact: true,
  };
}

function createRepeat(rule: ColumnRule, facts: ColumnFacts, finding: Finding): Repeat {
  return {
    finding,
    group: createGroup(finding, rule.column),
    identities: createIdentities(rule.kind, facts),
    seen: new Int32Array(0),
    mayMerge: finding === UNIQUE_REPEATED,
  };
}

function costsItsRow(rule: ColumnRule, object: ObjectRule | undefined): boolean {
  if (isIdentifying(rule)) return true;
  if (object === undefined || object.operation === 'UPDATE') return false;
  return object.required.some(([only, other]) => only === rule.column && other === undefined);
}

function replacementsOf(
  facts: ColumnFacts,
  values: Readonly<Record<string, string>> | undefined,
): Int32Array | null {
  const pairs = Object.entries(values ?? {}).flatMap(([from, to]) => {
    const symbol = symbolOfCell(facts, from);
    return symbol === null || symbol < 0 ? [] : [[symbol, symbolOfText(facts, to)] as const];
  });
  if (pairs.length === 0) return null;
  const replaced = new Int32Array(facts.dictionary.size);
  for (const [from, to] of pairs) replaced[from] = to + 1;
  return replaced;
}

function editsOf(
  facts: ColumnFacts,
  column: number,
  { cells }: Changes,
  firstRow: number,
): Map<number, number> {
  const edits = new Map<number, number>();
  for (const [row, edited] of Object.entries(cells)) {
    const text = edited[column];
    if (text !== undefined) edits.set(Number(row) - firstRow, symbolOfText(facts, text));
  }
  return edits;
}

/** The rows of a block while they are checked. */
export interface BlockRows {
  /** Row of the file that is the block's first. */
  firstRow: number;
  count: number;
  /** 1 where a row is not looked at: a blank line, or left out. */
  readonly skipped: Uint8Array;
  /** The column's symbols as the file has them, and as they are after the person's changes. */
  readonly raws: Int32Array;
  readonly changed: Int32Array;
}

/** The records of one object in the rows of a block. */
export interface ObjectRows {
  /** 1 where one of its columns is filled. */
  readonly takesPart: Uint8Array;
  readonly fates: Uint8Array;
}

/** Checks a column's cells in the rows of a block. `rows.raws` holds the block's symbols. */
export function checkBlock(column: ColumnCheck, rows: BlockRows, object: ObjectRows): void {
  const symbols = changedSymbols(column, rows);
  makeRoom(column);
  const { outcomes, standing, repeat, wrong } = column;
  const { raws, skipped, count, firstRow } = rows;
  const { takesPart, fates } = object;
  let filled = 0;
  let empty = 0;
  for (let at = 0; at < count; at++) {
    if (skipped[at] !== 0) continue;
    const symbol = symbols[at] ?? 0;
    let outcome = outcomes[symbol] ?? UNSEEN;
    if (outcome === UNSEEN) outcome = judge(column, symbol);
    if (outcome === BLANK) {
      empty++;
      if (standing !== null) standing[at] = STANDING.empty;
      continue;
    }
    filled++;
    takesPart[at] = 1;
    if (outcome >= WRONG) {
      const found = wrong[outcome - WRONG];
      if (found !== undefined) {
        noteRow(found.group, found.finding, firstRow + at);
        noteValue(found.group, column.facts, column.file, raws[at] ?? 0, firstRow + at);
        if (found.fate > (fates[at] ?? 0)) fates[at] = found.fate;
        if (found.fate > 0) {
          if (standing !== null) standing[at] = STANDING.wrong;
          continue;
        }
      }
    }
    if (standing !== null) standing[at] = STANDING.usable;
    if (repeat !== null) checkRepeat(column, repeat, symbol, firstRow + at, at, fates);
  }
  column.filled += filled;
  column.empty += empty;
  if (column.dates !== null) gatherDates(column, column.dates, symbols, rows);
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
  if (column.outcomes.length < size) column.outcomes = grown(column.outcomes, new Uint8Array(size * 2));
  if (column.repeat !== null && column.repeat.seen.length < size) {
    column.repeat.seen = grown(column.repeat.seen, new Int32Array(size * 2));
  }
}

/** Makes out, once, what a symbol's values are. */
function judge(column: ColumnCheck, symbol: number): number {
  const outcome = outcomeOf(column, symbol);
  column.outcomes[symbol] = outcome;
  return outcome;
}

function outcomeOf(column: ColumnCheck, symbol: number): number {
  const traits = column.facts.dictionary.traits[symbol] ?? 0;
  if ((traits & TRAITS.blank) !== 0) return BLANK;
  const code = problemOf(column, symbol, traits);
  return code === null ? FINE : WRONG + placeOf(column, code);
}

function problemOf(
  { rule, account, facts, file, dateFormat }: ColumnCheck,
  symbol: number,
  traits: number,
): ProblemCode | null {
  const { kind } = rule;
  if (isTraitKind(kind)) return problemOfTraits(traits, kind, dateFormat);
  if (account === null) return null;
  // Of these the text is not known in full; they were judged while the file was read.
  const isJudged = (traits & (SYMBOL_BITS.crowd | SYMBOL_BITS.cut)) !== 0;
  const number = isJudged
    ? (traits >> SYMBOL_BITS.rule) & 3
    : account.judge(textOfSymbol(facts, file, symbol).trim());
  return accountProblem(rule, number);
}

function placeOf(column: ColumnCheck, code: ProblemCode): number {
  const known = column.wrong.findIndex(({ finding }) => finding.code === code);
  if (known >= 0) return known;
  const finding: Finding = HARMLESS.has(code)
    ? { code, severity: 'warning', effect: 'none' }
    : { code, severity: 'error', effect: column.wrongEffect };
  const group = createGroup(finding, column.rule.column);
  column.groups.push(group);
  column.wrong.push({ finding, group, fate: FATES[finding.effect] });
  return column.wrong.length - 1;
}

/** @param at The row's place in the block. */
function checkRepeat(
  column: ColumnCheck,
  repeat: Repeat,
  symbol: number,
  row: number,
  at: number,
  fates: Uint8Array,
): void {
  const fate = fates[at] ?? 0;
  if (fate === FATES.row) return;
  const identity = identityOfSymbol(repeat.identities, column.facts, column.file, symbol);
  if (identity >= repeat.seen.length) makeRoom(column);
  const first = repeat.seen[identity] ?? 0;
  if (first === 0) {
    repeat.seen[identity] = row + 1;
    return;
  }
  if (repeat.mayMerge && fate === FATES.merge) return;
  const { group, finding } = repeat;
  if (first > 0) {
    repeat.seen[identity] = -first;
    noteRow(group, finding, first - 1);
    noteValue(group, column.facts, column.file, identity, first - 1);
  }
  noteRow(group, finding, row);
  noteValue(group, column.facts, column.file, identity, row);
  fates[at] = Math.max(fate, FATES[finding.effect]);
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
    if (rows.skipped[at] !== 0) continue;
    const symbol = symbols[at] ?? 0;
    const date = dateTraitsOf(traits[symbol] ?? 0);
    if (date === 0) continue;
    if ((date & either) === either) {
      evidence.either++;
      if (evidence.example === null && (date & DATE_TRAITS.sameEitherWay) === 0)
        showExample(column, evidence, symbol);
    } else if ((date & DATE_TRAITS.dayFirst) !== 0) evidence.dayFirst++;
    else if ((date & DATE_TRAITS.monthFirst) !== 0) evidence.monthFirst++;
    else if ((date & DATE_TRAITS.yearFirst) !== 0) evidence.yearFirst++;
  }
}

function showExample(column: ColumnCheck, evidence: GatheredEvidence, symbol: number): void {
  const isCrowd = ((column.facts.dictionary.traits[symbol] ?? 0) & SYMBOL_BITS.crowd) !== 0;
  if (isCrowd) column.isExact = false;
  else evidence.example = textOfSymbol(column.facts, column.file, symbol).trim();
}

/** The column's problems that were found, in the order of their first rows. */
export function problemsOfColumn(column: ColumnCheck): readonly ProblemGroup[] {
  const { groups, repeat, facts, file } = column;
  return groups
    .filter(({ rows }) => rows.size > 0)
    .map((group) => {
      const textOf = (symbol: number): string =>
        repeat?.group === group
          ? identityText(repeat.identities, facts, file, symbol)
          : shownText(textOfSymbol(facts, file, symbol));
      return showGroup(group, textOf, file.firstRow);
    })
    .sort(byFirstRow);
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
