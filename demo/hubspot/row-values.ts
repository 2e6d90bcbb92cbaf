import type { Match } from './match.js';
import { ROW_ERRORS } from './match.js';
import type { ObjectPlan, ValueColumn } from './plan.js';
import type { CellText, RowContext } from './row.js';
import { readAdditionalEmails, settleFirst } from './secondary.js';
import { chosenPipeline, readStage } from './stages.js';
import { readValue } from './values.js';

/** Values of a row that will be written, and the properties whose values were not taken. */
export interface RowValues {
  readonly kept: Readonly<Record<string, string>>;
  readonly dropped: ReadonlySet<string>;
}

/** @returns null when a value refuses the whole row */
export function readRowValues(
  plan: ObjectPlan,
  text: CellText,
  match: Match,
  context: RowContext,
  problem: (errorType: string, message: string, column: ValueColumn) => void,
): RowValues | null {
  const { object } = plan;
  const before = match.id === null ? {} : (context.store.valuesOf(object, match.id) ?? {});
  const kept: Record<string, string> = {};
  const dropped = new Set<string>();
  for (const column of plan.values) {
    const { property } = column;
    if (text(column) === '' || property.name === 'hs_object_id') continue;
    if (property.name === 'hs_additional_emails') {
      const read = readAdditionalEmails(object, text(column), match.id, before, context);
      for (const message of read.refused) problem('SECONDARY_EMAIL_WRITE_FAILURE', message, column);
      if (read.value !== '') kept[property.name] = read.value;
      continue;
    }
    const read =
      property.name === object.stages?.stage
        ? readStage(object, text(column), chosenPipeline(plan, text, before))
        : readValue(property, text(column), context.reading(object.id));
    const failure = 'value' in read ? danglingProduct(property.name, read.value, context) : read;
    if (failure === null && 'value' in read) {
      kept[property.name] = read.value;
      continue;
    }
    if (failure !== null) problem(failure.errorType, failure.message, column);
    dropped.add(property.name);
    if (failure !== null && ROW_ERRORS.has(failure.errorType)) return null;
  }
  const isBehind = behind(plan, kept.lifecyclestage, before.lifecyclestage);
  if (isBehind) delete kept.lifecyclestage;
  return { kept: settleFirst(object, kept, before, match), dropped };
}

/** A line item names its product by record id; that one which is not there drops the value is inferred. */
function danglingProduct(property: string, value: string, context: RowContext) {
  if (property !== 'hs_product_id') return null;
  const products = context.objectNamed('products');
  if (products !== undefined && context.store.valuesOf(products, value) !== undefined) return null;
  return { errorType: 'PROPERTY_VALUE_NOT_FOUND', message: `No product ${value}` };
}

/** Knowledge base: on a record that exists, the lifecycle stage never moves back. */
function behind({ object }: ObjectPlan, stage: string | undefined, before: string | undefined): boolean {
  if (stage === undefined || before === undefined) return false;
  const order = object.properties.get('lifecyclestage')?.options.map(({ value }) => value) ?? [];
  return order.indexOf(stage) < order.indexOf(before);
}
