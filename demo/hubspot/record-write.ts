import { findRecord, isTaken } from './match.js';
import type { AccountObject } from './objects.js';
import type { ObjectPlan, ValueColumn } from './plan.js';
import { isPartner } from './plan-objects.js';
import type { CellText, RowContext, RowOutcome } from './row.js';
import { readRowValues } from './row-values.js';

/**
 * Finds or makes the record of one object type that a row is about, and writes its values.
 *
 * @param others object types of which the row has a record that this one will be tied to
 * @returns the record's id, null when the row was refused
 */
export function writeRecord(
  plan: ObjectPlan,
  text: CellText,
  others: readonly AccountObject[],
  context: RowContext,
  outcome: RowOutcome,
): string | null {
  const { object, operation } = plan;
  const { store, journal } = context;
  const problem = (errorType: string, message: string, column: ValueColumn | null): null => {
    const value = column === null ? null : text(column);
    outcome.problems.push({ errorType, message, column: column?.at ?? null, value, object });
    return null;
  };

  const found = findRecord(plan, text, context);
  if ('errorType' in found) return problem(found.errorType, found.message, found.column);
  const { id, by } = found;
  if (operation === 'CREATE' && id !== null) {
    return journal.hasMade(id)
      ? problem('DUPLICATE_ALTERNATE_ID', `${by && text(by)} appears more than once in the file`, by)
      : problem('CREATE_ONLY_IMPORT', 'The record exists already', by);
  }
  if (operation === 'UPDATE' && id === null) return problem('UPDATE_ONLY_IMPORT', 'No record matches', by);

  const misplaced = misplacement(plan, others, id === null);
  if (misplaced !== null) return problem(misplaced.errorType, misplaced.message, null);
  const values = readRowValues(plan, text, found, context, problem);
  if (values === null) return null;
  if (id === null) {
    const missing = object.required.find((group) => group.every((name) => values.kept[name] === undefined));
    if (missing !== undefined) {
      const spoilt = plan.values.find(
        ({ property }) => missing.includes(property.name) && values.dropped.has(property.name),
      );
      return spoilt === undefined
        ? problem('MISSING_REQUIRED_PROPERTY', `Needed to create a record: ${missing.join(' or ')}`, null)
        : problem('INVALID_REQUIRED_PROPERTY', 'A required value is not valid', spoilt);
    }
  }
  const taken = plan.values.find(({ property }) =>
    isTaken(object, property.name, values.kept[property.name], id, store),
  );
  if (taken !== undefined) {
    return problem(
      'DUPLICATE_UNIQUE_PROPERTY_VALUE',
      `Another record has this ${taken.property.name}`,
      taken,
    );
  }
  outcome.values += Object.keys(values.kept).length;
  const written = { ...values.kept, ...unasked(object, values.kept, id === null, context) };
  if (id === null) {
    const made = journal.create(object, written, context.at);
    outcome.created.push(made);
    return made;
  }
  journal.update(object, id, written, context.at);
  outcome.updated.push(id);
  return id;
}

const LINE_ITEM = '0-8';
/** What a line item can be part of, one of them at a time (inferred from the error that says so). */
const PARENTS = ['0-3', '0-123', '0-142'];

/** Why a record cannot be on this row: alone when it is new and belongs to another, or with two that it belongs to. */
function misplacement(
  { object, needsPartner }: ObjectPlan,
  others: readonly AccountObject[],
  isNew: boolean,
) {
  if (isNew && needsPartner && !others.some((other) => isPartner(object, other))) {
    return {
      errorType: 'FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS',
      message: `The row has no record that the ${object.singular.toLowerCase()} belongs to`,
    };
  }
  return object.id === LINE_ITEM && others.filter(({ id }) => PARENTS.includes(id)).length > 1
    ? { errorType: 'LINE_ITEM_MULTIPLE_PARENTS_IN_ROW', message: 'A line item has one parent' }
    : null;
}

/** Values that no cell holds: the marketing status, and the time of the import where an activity has no date (knowledge base). */
function unasked(
  object: AccountObject,
  values: Readonly<Record<string, string>>,
  isNew: boolean,
  { marketable, at }: RowContext,
): Readonly<Record<string, string>> {
  if (object.id === '0-1' && marketable !== null) return { hs_marketable_status: String(marketable) };
  const isUndated = isNew && object.properties.has('hs_timestamp') && values.hs_timestamp === undefined;
  return isUndated ? { hs_timestamp: at } : {};
}
