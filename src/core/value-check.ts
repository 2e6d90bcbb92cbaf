import { dateTraits } from './date-traits.js';
import { dateProblem } from './dates.js';
import type { Owner, PropertyOption } from './hubspot.js';
import type { CheckPlan, ColumnRule, KeyKind } from './plan.js';
import type { ProblemCode } from './problems.js';
import {
  domainProblem,
  emailProblem,
  PLAIN_CHECKS,
  recordIdProblem,
  textProblem,
  type ValueCheck,
} from './values.js';

/** Builds the check of one column's values. Options and owners are indexed once, here. */
export function createValueCheck(
  rule: ColumnRule,
  plan: Pick<CheckPlan, 'owners' | 'dateFormat'>,
): ValueCheck {
  const { kind } = rule;
  if (kind === 'date' || kind === 'datetime')
    return (value) => dateProblem(dateTraits(value), kind, plan.dateFormat);
  if (kind === 'option' || kind === 'options') return createOptionCheck(rule.options, kind === 'options');
  if (kind === 'owner') return createOwnerCheck(plan.owners);
  if (kind === 'labels') return createLabelCheck(rule.options);
  if (kind === 'keys') return createKeyCheck(rule.keyKind ?? 'text');
  return PLAIN_CHECKS[kind];
}

/**
 * Checks a label or internal value, exact or in another case (inferred: HubSpot does not say), hidden options included
 * (inferred). Several are joined by `;` without spaces; a `;` in front adds to what the record has.
 *
 * @param options None means that they are not known: every value passes.
 */
export function createOptionCheck(options: readonly PropertyOption[], several: boolean): ValueCheck {
  if (options.length === 0) return () => null;
  const find = indexNames(
    options.flatMap(({ label, value }) => [
      [label, value],
      [value, value],
    ]),
  );
  const check: ValueCheck = (text) => {
    const found = find(text);
    if (found === undefined) return 'option-unknown';
    return found === null ? 'option-ambiguous' : null;
  };
  return several ? (text) => worstPart(text, check, 'option-unknown') : check;
}

/**
 * Checks a user by id, e-mail address or full name, in any case (inferred). Several are joined by `;`, as for deal
 * collaborators.
 *
 * @param owners Null means that they are not known: every value passes.
 */
export function createOwnerCheck(owners: readonly Owner[] | null): ValueCheck {
  if (owners === null) return () => null;
  const find = indexNames(
    owners.flatMap(({ id, email, firstName, lastName }) => [
      [id, id],
      [email, id],
      [`${firstName} ${lastName}`, id],
    ]),
  );
  const check: ValueCheck = (text) => {
    const found = find(text.replace(/\s+/g, ' '));
    if (found === undefined) return 'owner-unknown';
    return found === null ? 'owner-ambiguous' : null;
  };
  return (text) => worstPart(text, check, 'owner-unknown');
}

/**
 * Checks association labels, exact or in another case (inferred). Two labels of one name are told apart by the objects
 * they join, so a name that stands for several is fine (inferred).
 *
 * @param labels None means that they are not known: every value passes.
 */
export function createLabelCheck(labels: readonly PropertyOption[]): ValueCheck {
  if (labels.length === 0) return () => null;
  const find = indexNames(
    labels.flatMap(({ label, value }) => [
      [label, value],
      [value, value],
    ]),
  );
  return checkOfTies((name) => (find(name) === undefined ? 'label-unknown' : null));
}

/** Checks keys of other records, each of one kind. */
export function createKeyCheck(kind: KeyKind): ValueCheck {
  return checkOfTies(KEY_CHECKS[kind]);
}

const KEY_CHECKS: Readonly<Record<KeyKind, ValueCheck>> = {
  email: emailProblem,
  domain: domainProblem,
  'record-id': recordIdProblem,
  text: textProblem,
};

/** Labels and keys are joined by `;`, and spaces around it do not count (inferred). */
function checkOfTies(check: ValueCheck): ValueCheck {
  return (text) => {
    const parts = text.split(';').flatMap((part) => part.trim() || []);
    if (parts.length === 0) return check(text);
    for (const part of parts) {
      const problem = check(part);
      if (problem !== null) return problem;
    }
    return null;
  };
}

/**
 * Looks names up, first as they are written, then in any case.
 *
 * @returns What a name stands for; null when it stands for several things, undefined when for none.
 */
function indexNames(
  names: readonly (readonly [name: string, id: string])[],
): (name: string) => string | null | undefined {
  const exact = new Map<string, string | null>();
  const anyCase = new Map<string, string | null>();
  const add = (index: Map<string, string | null>, name: string, id: string): void => {
    const known = index.get(name);
    index.set(name, known === undefined || known === id ? id : null);
  };
  for (const [written, id] of names) {
    const name = written.trim();
    if (name === '') continue;
    add(exact, name, id);
    add(anyCase, name.toLowerCase(), id);
  }
  return (name) => {
    const found = exact.get(name);
    return found === undefined ? anyCase.get(name.toLowerCase()) : found;
  };
}

function worstPart(text: string, check: ValueCheck, none: ProblemCode): ProblemCode | null {
  if (!text.includes(';')) return check(text);
  const parts = text.split(';').filter((part) => part !== '');
  if (parts.length === 0) return none;
  for (const part of parts) {
    const problem = check(part);
    if (problem !== null) return problem;
  }
  return null;
}
