import type { AccountObject } from './objects.js';
import type { ObjectPlan } from './plan.js';
import { options } from './properties/property.js';
import type { CellText } from './row.js';
import { matchOptions, type ReadValue } from './values.js';

/** The pipeline of a row: its own, else the one the record is in; '' when neither is known. */
export function chosenPipeline(
  { object, values }: ObjectPlan,
  text: CellText,
  before: Readonly<Record<string, string>>,
): string {
  const name = object.stages?.pipeline ?? '';
  const column = values.find(({ property }) => property.name === name);
  const [value] = column === undefined ? [] : matchOptions(column.property.options, text(column));
  return value ?? before[name] ?? '';
}

/** A stage must be one of its pipeline's (knowledge base); with no pipeline known, any pipeline's. */
export function readStage(object: AccountObject, text: string, pipeline: string): ReadValue {
  const stages = object.pipelines
    .filter(({ id }) => pipeline === '' || id === pipeline)
    .flatMap((entry) => entry.stages.map(({ id, label }) => [label, id] as const));
  const [only, second] = matchOptions(options(stages), text);
  if (only === undefined) {
    return { errorType: 'INVALID_ENUMERATION_OPTION', message: `${text} is no stage of the pipeline` };
  }
  if (second !== undefined) {
    return { errorType: 'AMBIGUOUS_ENUMERATION_OPTION', message: `${text} is a stage of several pipelines` };
  }
  return { value: only };
}
