import { OTHERS_OF, splitValues } from './identities.js';
import { type AccountObject, isIdentifier } from './objects.js';
import type { ObjectPlan, ValueColumn } from './plan.js';
import type { RecordStore } from './records.js';
import type { CellText, RowContext } from './row.js';
import { readValue } from './values.js';

/** The record that a row is about, if there is one yet, and the column that found it or would have. */
export interface Match {
  readonly id: string | null;
  readonly by: ValueColumn | null;
}

type Found = Match | { readonly errorType: string; readonly message: string; readonly column: ValueColumn };

/** Failures that refuse the row wherever they occur; others only drop the value (inferred from the names). */
export const ROW_ERRORS: ReadonlySet<string> = new Set([
  'INVALID_EMAIL',
  'INVALID_DOMAIN',
  'COLUMN_TOO_LARGE',
]);

/** The record that the first filled identifier names; a further address or domain of a record names it too. */
export function findRecord(plan: ObjectPlan, text: CellText, context: RowContext): Found {
  const { object } = plan;
  const by = plan.identifiers.find((column) => text(column) !== '');
  if (by === undefined) return { id: null, by: null };
  const fail = (errorType: string, message: string): Found => ({ errorType, message, column: by });
  if (by.property.name === 'hs_object_id') {
    if (!/^\d+$/.test(text(by))) return fail('INVALID_RECORD_ID', `${text(by)} is not a record id`);
    if (context.store.valuesOf(object, text(by)) !== undefined) return { id: text(by), by };
    // HubSpot gives out ids itself: one that is unknown cannot be created.
    return plan.operation === 'UPDATE'
      ? { id: null, by }
      : fail('INVALID_RECORD_ID', `No record ${text(by)}`);
  }
  const read = readValue(by.property, text(by), context.reading(object.id));
  if (!('value' in read)) {
    return fail(ROW_ERRORS.has(read.errorType) ? read.errorType : 'INVALID_ALTERNATE_ID', read.message);
  }
  const ids = context.store.idsWith(object, by.property.name, read.value);
  if (ids.length > 1)
    return fail('MULTIPLE_COMPANIES_WITH_THIS_DOMAIN', `Several records have ${read.value}`);
  return { id: ids[0] ?? null, by };
}

/**
 * True when a value would belong to two records. The first domain of a company may repeat; an address or domain that is another
 * record's further one may not (knowledge base).
 */
export function isTaken(
  object: AccountObject,
  property: string,
  value: string | undefined,
  id: string | null,
  store: RecordStore,
): boolean {
  if (value === undefined || !isIdentifier(object, property)) return false;
  const others = store.idsWith(object, property, value).filter((other) => other !== id);
  if (property !== 'domain') return others.length > 0;
  return others.some((other) =>
    splitValues(store.valuesOf(object, other)?.[OTHERS_OF.domain ?? ''] ?? '').includes(value),
  );
}
