import type { AccountRule } from './column-facts.js';
import type { CheckPlan, ColumnRule } from './plan.js';
import type { ProblemCode } from './problems.js';
import { createAccountCheck } from './value-check.js';

/** What may be wrong with a value that the account decides about, by its number. */
const PROBLEMS: readonly (ProblemCode | null)[] = [
  null,
  'option-unknown',
  'option-ambiguous',
  'owner-unknown',
  'owner-ambiguous',
  'label-unknown',
  'email-invalid',
  'domain-invalid',
  'record-id-invalid',
  'text-too-long',
  'text-unreadable',
];

/** The problem of a number that an `AccountRule` gives; null for 0. */
export const accountProblem = (number: number): ProblemCode | null => PROBLEMS[number] ?? null;

/**
 * The check of a column's values, when it depends on more than their traits. Null for any other kind, and while it is not
 * known what the account has: then every value is fine.
 */
export function createAccountRule(
  rule: ColumnRule,
  { owners }: Pick<CheckPlan, 'owners'>,
): AccountRule | null {
  const { kind, keyKind, options } = rule;
  const check = createAccountCheck(rule, owners);
  if (check === null) return null;
  return {
    signature: JSON.stringify([kind, keyKind, kind === 'owner' ? owners : options]),
    judge: (value) => PROBLEMS.indexOf(check(value)),
  };
}
