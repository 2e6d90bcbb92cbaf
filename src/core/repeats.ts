import type { ColumnFacts } from './column-facts.js';
import { createIdentities, type Identities, identityOfSymbol } from './identities.js';
import type { ColumnRule, ObjectRule } from './plan.js';
import { createGroup, FATES, type Finding, type Group, noteRow, noteValue } from './problem-groups.js';
import { longer, moved } from './room.js';

/** The values of a column that must not repeat, as they are come upon. */
export interface Repeats {
  readonly finding: Finding;
  readonly group: Group;
  readonly identities: Identities;
  /** By identity its first row, plus one; negative once that row is reported. */
  seen: Int32Array;
  /** A record that merges may repeat its own values. */
  readonly mayMerge: boolean;
}

const IDENTIFIER_MERGES: Finding = { code: 'identifier-repeated', severity: 'warning', effect: 'merge' };
const IDENTIFIER_REFUSED: Finding = { code: 'identifier-repeated', severity: 'error', effect: 'row' };
const UNIQUE_REPEATED: Finding = { code: 'unique-repeated', severity: 'error', effect: 'row' };

/** Whether the values of a column are compared with each other. */
export const mustNotRepeat = ({ uniqueness }: ColumnRule): boolean =>
  uniqueness === 'identifier' || uniqueness === 'unique';

/** Null when values may repeat. */
export function createRepeats(
  rule: ColumnRule,
  facts: ColumnFacts,
  object: ObjectRule | undefined,
): Repeats | null {
  if (!mustNotRepeat(rule)) return null;
  const identifier = object?.operation === 'CREATE' ? IDENTIFIER_REFUSED : IDENTIFIER_MERGES;
  const finding = rule.uniqueness === 'unique' ? UNIQUE_REPEATED : identifier;
  return {
    finding,
    group: createGroup(finding, rule.column),
    identities: createIdentities(rule.kind, facts),
    seen: new Int32Array(0),
    mayMerge: finding === UNIQUE_REPEATED,
  };
}

/**
 * Comes upon a usable value.
 *
 * @param at The row's place among `fates`, which tell what has become of its record so far.
 */
export function meetValue(
  repeats: Repeats,
  facts: ColumnFacts,
  symbol: number,
  row: number,
  at: number,
  fates: Uint8Array,
): void {
  const fate = fates[at] ?? 0;
  if (fate === FATES.row) return;
  const isOwn = (facts.seen & repeats.identities.telling) === 0;
  const identity = isOwn ? symbol : identityOfSymbol(repeats.identities, facts, symbol);
  const { size } = facts.dictionary;
  if (identity >= repeats.seen.length) repeats.seen = moved(repeats.seen, new Int32Array(longer(size)));
  const first = repeats.seen[identity] ?? 0;
  if (first === 0) {
    repeats.seen[identity] = row + 1;
    return;
  }
  if (repeats.mayMerge && fate === FATES.merge) return;
  const { group, finding } = repeats;
  if (first > 0) {
    repeats.seen[identity] = -first;
    noteRow(group, finding, first - 1);
    noteValue(group, facts, identity, first - 1);
  }
  noteRow(group, finding, row);
  noteValue(group, facts, identity, row);
  fates[at] = Math.max(fate, FATES[finding.effect]);
}
