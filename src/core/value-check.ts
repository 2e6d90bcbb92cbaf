import type { Owner, PropertyOption } from './hubspot.js';
import type { CheckPlan, ColumnRule } from './plan.js';
import type { ProblemCode } from './problems.js';
import { isTraitKind, problemOfTraits, type TraitKind } from './traits.js';
import { traitsOfText } from './traits-of-bytes.js';
import type { ValueCheck } from './values.js';

const ANYTHING: ValueCheck = () => null;

/** Builds the check of one column's values. Options and owners are indexed once, here. */
export function createValueCheck(
  rule: ColumnRule,
  { owners, dateFormat }: Pick<CheckPlan, 'owners' | 'dateFormat'>,
): ValueCheck {
  const { kind } = rule;
  if (!isTraitKind(kind)) return createAccountCheck(rule, owners) ?? ANYTHING;
  return (value) => problemOfTraits(traitsOfText(value), kind, dateFormat);
}

/** The check of what depends on the account. Null for any other kind, and while it is not known what the account has. */
export function createAccountCheck(
  { kind, keyKind = 'text', options }: ColumnRule,
  owners: readonly Owner[] | null,
): ValueCheck | null {
  switch (kind) {
    case 'keys':
      return createKeyCheck(keyKind);
    case 'owner':
      return owners === null ? null : createOwnerCheck(owners);
    case 'labels':
      return options.length === 0 ? null : createLabelCheck(options);
    case 'option':
    case 'options':
      return options.length === 0 ? null : createOptionCheck(options, kind === 'options');
    default:
      return null;
  }
}

/**
 * Checks a label or internal value, exact or in another case (inferred: HubSpot does not say), hidden options included
 * (inferred). Several are joined by `;` without spaces; a `;` in front adds to what the record has.
 */
export function createOptionCheck(options: readonly PropertyOption[], several: boolean): ValueCheck {
  const check = checkOfNames(namesOf(options), 'option-unknown', 'option-ambiguous');
  return several ? checkOfEach(check) : check;
}

/**
 * Checks a user by id, e-mail address or full name, in any case (inferred). Several are joined by `;`, as for deal
 * collaborators.
 */
function createOwnerCheck(owners: readonly Owner[]): ValueCheck {
  const names = owners.flatMap(({ id, email, firstName, lastName }): Name[] => [
    [id, id],
    [email, id],
    [`${firstName} ${lastName}`, id],
  ]);
  return checkOfEach(checkOfNames(names, 'owner-unknown', 'owner-ambiguous'), (name) =>
    name.replace(/\s+/g, ' '),
  );
}

/**
 * Checks association labels, exact or in another case (inferred). Two labels of one name are told apart by the objects
 * they join, so a name that stands for several is fine (inferred). Spaces around the `;` between several do not count
 * (inferred).
 */
const createLabelCheck = (labels: readonly PropertyOption[]): ValueCheck =>
  checkOfEach(checkOfNames(namesOf(labels), 'label-unknown', null), (name) => name.trim());

/** Checks keys of other records, each of one kind, joined as labels are. */
const createKeyCheck = (kind: TraitKind): ValueCheck =>
  checkOfEach(
    (key) => problemOfTraits(traitsOfText(key), kind, null),
    (key) => key.trim(),
  );

/** The worst of several values that are joined by `;` is the first that is wrong. */
function checkOfEach(check: ValueCheck, toPart = (part: string): string => part): ValueCheck {
  return (text) => {
    const parts = text.split(';').flatMap((part) => toPart(part) || []);
    for (const part of parts.length === 0 ? [text] : parts) {
      const problem = check(part);
      if (problem !== null) return problem;
    }
    return null;
  };
}

/** A name of something, and what tells it from others of that name. */
type Name = readonly [name: string, id: string];

const namesOf = (options: readonly PropertyOption[]): readonly Name[] =>
  options.flatMap(({ label, value }): Name[] => [
    [label, value],
    [value, value],
  ]);

/** Looks names up, first as they are written, then in any case. */
function checkOfNames(
  names: readonly Name[],
  unknown: ProblemCode,
  ambiguous: ProblemCode | null,
): ValueCheck {
  /** Null for a name that stands for several things. */
  const known = new Map<string, string | null>();
  const anyCase = new Map<string, string | null>();
  const add = (index: Map<string, string | null>, name: string, id: string): void => {
    const before = index.get(name);
    index.set(name, before === undefined || before === id ? id : null);
  };
  for (const [written, id] of names) {
    const name = written.trim();
    if (name === '') continue;
    add(known, name, id);
    add(anyCase, name.toLowerCase(), id);
  }
  return (name) => {
    const exact = known.get(name);
    const found = exact === undefined ? anyCase.get(name.toLowerCase()) : exact;
    if (found === undefined) return unknown;
    return found === null ? ambiguous : null;
  };
}
