import { accountProblem, createAccountRule } from './account-rule.js';
import type { Changes } from './changes.js';
import * as SYMBOL_BITS from './symbol-bits.js';
import {
  type AccountRule,
  type ColumnFacts,
  symbolOfCell,
  symbolOfText,
  textOfSymbol,
} from './column-facts.js';
import { type GatheredEvidence, noDateEvidence } from './dates.js';
import type { FileFacts } from './file-facts.js';
import type { DateFormat } from './hubspot.js';
import { identityText } from './identities.js';
import type { CheckPlan, ColumnRule, ObjectRule } from './plan.js';
import { byFirstRow, createGroup, FATES, type Finding, type Group, showGroup } from './problem-groups.js';
import type { Effect, ProblemCode, ProblemGroup } from './problems.js';
import { createRepeats, type Repeats } from './repeats.js';
import { shownText } from './shown-text.js';
import { BLOCK_ROWS } from './symbol-blocks.js';
import * as TRAITS from './trait-bits.js';
import { isTraitKind, problemBits, problemOfTraits, type TraitKind, VERDICT_BITS } from './traits.js';

/** One column as it is checked. */
export interface ColumnCheck {
  readonly rule: ColumnRule;
  readonly facts: ColumnFacts;
  readonly file: FileFacts;
  readonly dateFormat: DateFormat | null;
  /** The kind, when traits answer it. */
  readonly traitKind: TraitKind | null;
  readonly account: AccountRule | null;
  /** A value with none of these traits is fine; all bits when that does not tell. */
  readonly telling: number;
  /** What a wrong value costs: its row, or itself. */
  readonly wrongEffect: Effect;
  /** What was made of each symbol: `OUTCOMES`, or from `OUTCOMES.wrong` on its place in `wrong`. */
  outcomes: Uint8Array;
  /** The same by verdicts, where they decide. */
  readonly outcomeOfVerdicts: Map<number, number>;
  lastVerdicts: number;
  lastOutcome: number;
  readonly wrong: Wrong[];
  readonly groups: Group[];
  /** The symbol that stands in for another, plus one, where a value is replaced. */
  readonly replaced: Int32Array | null;
  /** Symbols of edited cells, by row. */
  readonly edits: ReadonlyMap<number, number>;
  readonly repeats: Repeats | null;
  readonly dates: GatheredEvidence | null;
  /** For each row of the block what stands there (`STANDING`); only where the object asks for it. */
  readonly standing: Uint8Array | null;
  filled: number;
  empty: number;
  isExact: boolean;
}

/** A way in which values of the column are wrong. */
interface Wrong {
  readonly finding: Finding;
  readonly group: Group;
  readonly fate: number;
  /** Of the block that is being checked: the bits of the rows, and how many were set. */
  bits: Int32Array;
  added: number;
}

export const OUTCOMES = { unseen: 0, blank: 1, fine: 2, wrong: 3 } as const;
export const STANDING = { empty: 0, wrong: 1, usable: 2 } as const;

/** HubSpot stores these values as they are (inferred). */
const HARMLESS: ReadonlySet<ProblemCode> = new Set(['phone-invalid', 'url-invalid', 'text-unreadable']);

/** Whether a column tells which record a row is. */
export const isIdentifying = ({ uniqueness }: ColumnRule): boolean =>
  uniqueness === 'identifier' || uniqueness === 'key';

export function createColumnCheck(
  rule: ColumnRule,
  file: FileFacts,
  facts: ColumnFacts,
  plan: CheckPlan,
  changes: Changes,
): ColumnCheck {
  const { column, kind } = rule;
  const object = plan.objects.find(({ objectTypeId }) => objectTypeId === rule.objectTypeId);
  const isAsked = isIdentifying(rule) || object?.required.flat().includes(column) === true;
  const repeats = createRepeats(rule, facts, object);
  const traitKind = isTraitKind(kind) ? kind : null;
  const account = createAccountRule(rule, plan);
  const unknownToAll = traitKind === null && account === null;
  return {
    rule,
    facts,
    file,
    dateFormat: plan.dateFormat,
    traitKind,
    account,
    telling: traitKind === null && !unknownToAll ? -1 : problemBits(traitKind),
    wrongEffect: costsItsRow(rule, object) ? 'row' : 'value',
    outcomes: new Uint8Array(0),
    outcomeOfVerdicts: new Map(),
    lastVerdicts: -1,
    lastOutcome: OUTCOMES.fine,
    wrong: [],
    groups: repeats === null ? [] : [repeats.group],
    replaced: replacementsOf(facts, changes.values[column]),
    edits: editsOf(facts, file, column, changes),
    repeats,
    dates: kind === 'date' || kind === 'datetime' ? noDateEvidence() : null,
    standing: isAsked ? new Uint8Array(BLOCK_ROWS) : null,
    filled: 0,
    empty: 0,
    isExact: true,
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
  file: FileFacts,
  column: number,
  { cells }: Changes,
): Map<number, number> {
  const edits = new Map<number, number>();
  for (const [row, edited] of Object.entries(cells)) {
    const text = edited[column];
    if (text !== undefined) edits.set(Number(row) - file.firstRow, symbolOfText(facts, text));
  }
  return edits;
}

/** Makes out, once, what a symbol's values are. */
export function judgeSymbol(column: ColumnCheck, symbol: number): number {
  const traits = column.facts.dictionary.traits[symbol] ?? 0;
  const outcome =
    column.account === null ? outcomeOfTraits(column, traits) : judgeValue(column, symbol, traits);
  column.outcomes[symbol] = outcome;
  return outcome;
}

function outcomeOfTraits(column: ColumnCheck, traits: number): number {
  const verdicts = traits & VERDICT_BITS;
  if (verdicts === column.lastVerdicts) return column.lastOutcome;
  const known = column.outcomeOfVerdicts.get(verdicts);
  column.lastVerdicts = verdicts;
  if (known !== undefined) return (column.lastOutcome = known);
  const { traitKind, dateFormat } = column;
  const code = traitKind === null ? null : problemOfTraits(traits, traitKind, dateFormat);
  const outcome = outcomeOf(column, traits, code);
  column.outcomeOfVerdicts.set(verdicts, outcome);
  column.lastOutcome = outcome;
  return outcome;
}

function judgeValue(column: ColumnCheck, symbol: number, traits: number): number {
  const { account, facts } = column;
  // Of these the text is not known in full; they were judged while the file was read.
  const isJudged = (traits & (SYMBOL_BITS.crowd | SYMBOL_BITS.cut)) !== 0;
  const number = isJudged
    ? (traits >> SYMBOL_BITS.rule) & 15
    : (account?.judge(textOfSymbol(facts, symbol).trim()) ?? 0);
  return outcomeOf(column, traits, accountProblem(number));
}

function outcomeOf(column: ColumnCheck, traits: number, code: ProblemCode | null): number {
  if ((traits & TRAITS.blank) !== 0) return OUTCOMES.blank;
  return code === null ? OUTCOMES.fine : OUTCOMES.wrong + placeOf(column, code);
}

function placeOf({ wrong, groups, wrongEffect, rule }: ColumnCheck, code: ProblemCode): number {
  const known = wrong.findIndex(({ finding }) => finding.code === code);
  if (known >= 0) return known;
  const finding: Finding = HARMLESS.has(code)
    ? { code, severity: 'warning', effect: 'none' }
    : { code, severity: 'error', effect: wrongEffect };
  const group = createGroup(finding, rule.column);
  groups.push(group);
  wrong.push({ finding, group, fate: FATES[finding.effect], bits: new Int32Array(0), added: 0 });
  return wrong.length - 1;
}

/** The column's problems that were found, in the order of their first rows. */
export function problemsOfColumn({ groups, repeats, facts, file }: ColumnCheck): readonly ProblemGroup[] {
  return groups
    .filter(({ rows }) => rows.size > 0)
    .map((group) => {
      const textOf = (symbol: number): string =>
        repeats?.group === group
          ? identityText(repeats.identities, facts, symbol)
          : shownText(textOfSymbol(facts, symbol));
      return showGroup(group, textOf, file.firstRow);
    })
    .sort(byFirstRow);
}
