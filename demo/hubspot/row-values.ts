import { type Match, ROW_ERRORS } from './match.js';
import type { ObjectPlan, ValueColumn } from './plan.js';
import type { CellText, RowContext } from './row.js';
import { readAdditionalEmails, settleFirst } from './secondary.js';
import { chosenPipeline, readStage } from './stages.js';
import { type ReadValue, readValue } from './values.js';

type Values = Readonly<Record<string, string>>;

/** Values of a row that will be written, and the properties whose values were not taken. */
export interface RowValues {
  readonly kept: Values;
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
    const { name } = column.property;
    if (text(column) === '' || name === 'hs_object_id') continue;
    if (name === 'hs_additional_emails') {
      const read = readAdditionalEmails(object, text(column), match.id, before, context);
      for (const message of read.refused) problem('SECONDARY_EMAIL_WRITE_FAILURE', message, column);
      if (read.value !== '') kept[name] = read.value;
      continue;
    }
    const read = readCell(plan, column, text, before, context);
    if ('value' in read) {
      kept[name] = read.value;
      continue;
    }
    problem(read.errorType, read.message, column);
    if (ROW_ERRORS.has(read.errorType)) return null;
    dropped.add(name);
  }
  if (isBehind(plan, kept.lifecyclestage, before.lifecyclestage)) delete kept.lifecyclestage;
  return { kept: settleFirst(object, kept, before, match), dropped };
}

function readCell(
  plan: ObjectPlan,
  column: ValueColumn,
  text: CellText,
  before: Values,
  context: RowContext,
): ReadValue {
  const { object } = plan;
  const { property } = column;
  if (property.name === object.stages?.stage) {
    return readStage(object, text(column), chosenPipeline(plan, text, before));
  }
  const read = readValue(property, text(column), context.reading(object.id));
  return property.name === 'hs_product_id' && 'value' in read ? readProduct(read.value, context) : read;
}

/** A line item names its product by record id; that one which is not there drops the value is inferred. */
function readProduct(value: string, { objectNamed, store }: RowContext): ReadValue {
  const products = objectNamed('products');
  return products !== undefined && store.valuesOf(products, value) !== undefined
    ? { value }
    : { errorType: 'PROPERTY_VALUE_NOT_FOUND', message: `No product ${value}` };
}

/** Knowledge base: on a record that exists, the lifecycle stage never moves back. */
function isBehind({ object }: ObjectPlan, stage: string | undefined, before: string | undefined): boolean {
  if (stage === undefined || before === undefined) return false;
  const order = object.properties.get('lifecyclestage')?.options.map(({ value }) => value) ?? [];
  return order.indexOf(stage) < order.indexOf(before);
}
