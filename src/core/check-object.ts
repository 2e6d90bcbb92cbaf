import type { ObjectRows } from './check-cells.js';
import { type ColumnCheck, isIdentifying, STANDING } from './check-column.js';
import type { CheckPlan, ObjectRule } from './plan.js';
import { createGroup, FATES, type Finding, type Group, noteRow } from './problem-groups.js';
import type { ProblemCode } from './problems.js';
import { BLOCK_ROWS } from './symbol-blocks.js';

/** What the rows of a block make of one object, and what it asks of those it takes part in. */
export interface ObjectCheck extends ObjectRows {
  readonly rule: ObjectRule;
  /** What becomes of the record for want of a value; null when it needs none. */
  readonly need: Need | null;
}

/** @param at The row's place in the block. @returns One of `FATES`. */
type Need = (at: number, row: number, rowGroups: Map<ProblemCode, Group>) => number;

const IDENTIFIER_MISSING: Finding = { code: 'identifier-missing', severity: 'error', effect: 'row' };
const REQUIRED_MISSING: Finding = { code: 'required-missing', severity: 'error', effect: 'row' };

/** The objects of a plan, those too that only its columns name. */
export function objectsOf({ objects, columns }: CheckPlan): readonly ObjectRule[] {
  const named = new Set(objects.map(({ objectTypeId }) => objectTypeId));
  const others = new Set(columns.map(({ objectTypeId }) => objectTypeId).filter((id) => !named.has(id)));
  return [
    ...objects,
    ...Array.from(others, (objectTypeId) => ({ objectTypeId, operation: 'UPSERT' as const, required: [] })),
  ];
}

export function createObjectCheck(rule: ObjectRule, columns: readonly ColumnCheck[]): ObjectCheck {
  const own = columns.filter((column) => column.rule.objectTypeId === rule.objectTypeId);
  return {
    rule,
    takesPart: new Uint8Array(BLOCK_ROWS),
    takesAll: false,
    fates: new Uint8Array(BLOCK_ROWS),
    need: rule.operation === 'UPDATE' ? needOfIdentifier(own) : needOfRequired(rule, own),
  };
}

export function beginBlock(object: ObjectRows): void {
  object.takesPart.fill(0);
  object.takesAll = false;
  object.fates.fill(0);
}

/** Adds a row to a problem of whole rows. */
export function noteOfRow(groups: Map<ProblemCode, Group>, finding: Finding, row: number): Group {
  const group = groups.get(finding.code) ?? createGroup(finding, null);
  groups.set(finding.code, group);
  noteRow(group, finding, row);
  return group;
}

const isFilled = ({ standing }: ColumnCheck, at: number): boolean => standing?.[at] !== STANDING.empty;
const isUsable = ({ standing }: ColumnCheck, at: number): boolean => standing?.[at] === STANDING.usable;

/** Updating needs something to find the record by; which column is missing can be said only when there is one. */
function needOfIdentifier(columns: readonly ColumnCheck[]): Need | null {
  const identifiers = columns.filter(({ rule }) => isIdentifying(rule));
  const [first, second] = identifiers;
  if (first === undefined) return null;
  const group = createGroup(IDENTIFIER_MISSING, first.rule.column);
  if (second === undefined) first.groups.push(group);
  return (at, row, rowGroups) => {
    if (identifiers.some((column) => isFilled(column, at))) return FATES.none;
    if (second === undefined) noteRow(group, IDENTIFIER_MISSING, row);
    else noteOfRow(rowGroups, IDENTIFIER_MISSING, row);
    return FATES.row;
  };
}

function needOfRequired(rule: ObjectRule, columns: readonly ColumnCheck[]): Need | null {
  const requirements = rule.required.flatMap((indexes) => {
    const group = indexes.flatMap((index) => columns.find((column) => column.rule.column === index) ?? []);
    const [first] = group;
    return first === undefined ? [] : [{ group, first, missing: groupOfMissing(first) }];
  });
  if (requirements.length === 0) return null;
  const recordIds =
    rule.operation === 'UPSERT'
      ? columns.filter((column) => isIdentifying(column.rule) && column.rule.kind === 'record-id')
      : [];
  return (at, row) => {
    if (recordIds.some((column) => isFilled(column, at))) return FATES.none;
    let worst: number = FATES.none;
    for (const { group, first, missing } of requirements) {
      if (group.some((column) => isUsable(column, at))) continue;
      worst = FATES.row;
      // A lone column with a wrong value was reported as that.
      if (group.length > 1 || !isFilled(first, at)) noteRow(missing, REQUIRED_MISSING, row);
    }
    return worst;
  };
}

/** Two requirements that begin with one column are one problem. */
function groupOfMissing({ groups, rule }: ColumnCheck): Group {
  const known = groups.find(({ finding }) => finding === REQUIRED_MISSING);
  if (known !== undefined) return known;
  const group = createGroup(REQUIRED_MISSING, rule.column);
  groups.push(group);
  return group;
}
