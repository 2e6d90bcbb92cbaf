import type { AccountRule } from './column-facts.js';
import type { CheckPlan, ColumnRule } from './plan.js';
import type { ProblemCode } from './problems.js';
import { isTraitKind } from './traits.js';
import { createKeyCheck, createLabelCheck, createOptionCheck, createOwnerCheck } from './value-check.js';
import type { ValueCheck } from './values.js';

/** The problems that a kind of value may have which depends on the account, in the order of their numbers from 1 on. */
const CODES: Readonly<Record<string, readonly ProblemCode[]>> = {
  option: ['option-unknown', 'option-ambiguous'],
  options: ['option-unknown', 'option-ambiguous'],
  owner: ['owner-unknown', 'owner-ambiguous'],
  labels: ['label-unknown'],
};
const KEY_CODES: Readonly<Record<string, readonly ProblemCode[]>> = {
  email: ['email-invalid'],
  domain: ['domain-invalid'],
  'record-id': ['record-id-invalid'],
  text: ['text-too-long', 'text-unreadable'],
};

/** The problem of a number that an `AccountRule` of this column gives; null for 0. */
export function accountProblem({ kind, keyKind }: ColumnRule, number: number): ProblemCode | null {
  const codes = kind === 'keys' ? KEY_CODES[keyKind ?? 'text'] : CODES[kind];
  return codes?.[number - 1] ?? null;
}

/**
 * The check of a column's values, when it depends on more than their traits. Null for any other kind, and while it is not
 * known what the account has: then every value is fine.
 */
export function createAccountRule(
  rule: ColumnRule,
  plan: Pick<CheckPlan, 'owners' | 'dateFormat'>,
): AccountRule | null {
  const { kind, keyKind, options } = rule;
  const isUnknown = kind === 'owner' ? plan.owners === null : kind !== 'keys' && options.length === 0;
  if (isTraitKind(kind) || isUnknown) return null;
  const check = checkOf(rule, plan);
  const codes = kind === 'keys' ? KEY_CODES[keyKind ?? 'text'] : CODES[kind];
  return {
    signature: JSON.stringify([kind, keyKind, kind === 'owner' ? plan.owners : options]),
    judge(value) {
      const problem = check(value);
      return problem === null ? 0 : (codes?.indexOf(problem) ?? -1) + 1;
    },
  };
}

/** As `createValueCheck` has it, for the kinds that traits do not answer. */
function checkOf({ kind, keyKind, options }: ColumnRule, { owners }: Pick<CheckPlan, 'owners'>): ValueCheck {
  if (kind === 'owner') return createOwnerCheck(owners);
  if (kind === 'labels') return createLabelCheck(options);
  return kind === 'keys' ? createKeyCheck(keyKind ?? 'text') : createOptionCheck(options, kind === 'options');
}
