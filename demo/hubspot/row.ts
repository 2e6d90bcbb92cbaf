import { type AccountObject, isIdentifier } from './objects.js';
import type { FilePlan, ObjectPlan, ValueColumn } from './plan.js';
import { LIFECYCLE_STAGES } from './properties/contacts.js';
import type { RecordStore } from './records.js';
import { tieRow, type Written } from './ties.js';
import { matchOptions, type Reading, readValue } from './values.js';

/** What a row is imported into and with. */
export interface RowContext {
  readonly store: RecordStore;
  /** How values of an object type are read. */
  reading(objectTypeId: string): Reading;
  /** Sets contacts as marketing (true) or not; null leaves them. */
  readonly marketable: boolean | null;
  /** Now, in ISO 8601. */
  readonly at: string;
  /** Ids of the records that this import has made so far. */
  readonly madeHere: ReadonlySet<string>;
}

/** One thing wrong in a row. `column` is zero-based in the file. */
export interface RowProblem {
  readonly errorType: string;
  readonly message: string;
  readonly column: number | null;
  readonly value: string | null;
  readonly object: AccountObject;
}

/** What a row did; records by their ids. */
export interface RowOutcome {
  readonly problems: readonly RowProblem[];
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly values: number;
  readonly associations: number;
}

/** The outcome while it is being made. */
export interface Effects {
  readonly problems: RowProblem[];
  readonly created: string[];
  readonly updated: string[];
  values: number;
  associations: number;
}

/** Imports one row: a record for each object type it has cells of, and ties between them. */
export function importRow(file: FilePlan, cells: readonly string[], context: RowContext): RowOutcome {
  const effects: Effects = { problems: [], created: [], updated: [], values: 0, associations: 0 };
  const first = file.objects[0];
  if (first === undefined) return effects;
  const refuse = (errorType: string, message: string): RowOutcome => {
    effects.problems.push({ errorType, message, column: null, value: null, object: first.object });
    return effects;
  };
  if (cells.every((cell) => cell.trim() === '')) {
    return refuse('FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES', 'The row has no values');
  }
  // The whole file fails when its header does not fit; that a single row is refused alone is inferred.
  if (cells.length !== file.columnCount) {
    return refuse(
      'INCORRECT_NUMBER_OF_COLUMNS',
      `Expected ${file.columnCount} columns, found ${cells.length}`,
    );
  }
  const written: Written[] = [];
  for (const plan of file.objects) {
    const isFilled = plan.values.some(({ at }) => (cells[at] ?? '').trim() !== '');
    if (isFilled) {
      const id = writeRecord(plan, cells, context, effects);
      if (id !== null) written.push({ object: plan.object, id });
    } else if (file.objects.length === 1) {
      return refuse('FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES', 'The row has no values');
    }
  }
  tieRow(file, cells, written, context.store, effects);
  return effects;
}

/** @returns the record's id, null when the row was refused */
function writeRecord(
  plan: ObjectPlan,
  cells: readonly string[],
  context: RowContext,
  effects: Effects,
): string | null {
  const { object, operation } = plan;
  const { store } = context;
  const text = (column: ValueColumn): string => (cells[column.at] ?? '').trim();
  const problem = (errorType: string, message: string, column: ValueColumn | null): null => {
    const place = { column: column?.at ?? null, value: column === null ? null : text(column) };
    effects.problems.push({ errorType, message, ...place, object });
    return null;
  };

  const found = findRecord(plan, text, context);
  if ('errorType' in found) return problem(found.errorType, found.message, found.column);
  const { id, by } = found;
  const isMine = id !== null && context.madeHere.has(id);
  if (operation === 'CREATE' && id !== null) {
    if (isMine)
      return problem('DUPLICATE_ALTERNATE_ID', `${by && text(by)} appears more than once in the file`, by);
    return problem('CREATE_ONLY_IMPORT', 'The record exists already', by);
  }
  if (operation === 'UPDATE' && id === null) return problem('UPDATE_ONLY_IMPORT', 'No record matches', by);

  const kept = id === null ? {} : (store.get(object, id)?.properties ?? {});
  const values: Record<string, string> = {};
  const bad = new Set<string>();
  for (const column of plan.values) {
    const { property } = column;
    if (text(column) === '' || property.name === 'hs_object_id') continue;
    const read =
      property.name === object.stages?.stage
        ? readStage(object, text(column), chosenPipeline(plan, text, kept))
        : readValue(property, text(column), context.reading(object.id));
    if ('value' in read) {
      values[property.name] = read.value;
      continue;
    }
    problem(read.errorType, read.message, column);
    bad.add(property.name);
    if (ROW_ERRORS.has(read.errorType)) return null;
  }
  // Knowledge base: on a record that exists, the lifecycle stage never moves back.
  if (values.lifecyclestage !== undefined && isBehind(values.lifecyclestage, kept.lifecyclestage)) {
    delete values.lifecyclestage;
  }
  if (id === null) {
    const missing = object.required.find((group) => group.every((name) => values[name] === undefined));
    if (missing !== undefined) {
      const spoilt = plan.values.find(
        ({ property }) => missing.includes(property.name) && bad.has(property.name),
      );
      if (spoilt !== undefined)
        return problem('INVALID_REQUIRED_PROPERTY', 'A required value is not valid', spoilt);
      return problem('MISSING_REQUIRED_PROPERTY', `Needed to create a record: ${missing.join(' or ')}`, null);
    }
  }
  const taken = plan.values.find(({ property }) =>
    isTaken(object, property.name, values[property.name], id, store),
  );
  if (taken !== undefined) {
    return problem(
      'DUPLICATE_UNIQUE_PROPERTY_VALUE',
      `Another record has this ${taken.property.name}`,
      taken,
    );
  }

  effects.values += Object.keys(values).length;
  if (object.id === '0-1' && context.marketable !== null)
    values.hs_marketable_status = String(context.marketable);
  if (id !== null) {
    store.update(object, id, values, context.at);
    effects.updated.push(id);
    return id;
  }
  const made = store.create(object, values, context.at);
  effects.created.push(made);
  return made;
}

/** Failures that refuse the row wherever they occur; others only drop the value (inferred from the names). */
const ROW_ERRORS: ReadonlySet<string> = new Set(['INVALID_EMAIL', 'INVALID_DOMAIN', 'COLUMN_TOO_LARGE']);

type Found =
  | { readonly id: string | null; readonly by: ValueColumn | null }
  | { readonly errorType: string; readonly message: string; readonly column: ValueColumn };

/** The record that the first filled identifier names. */
function findRecord(plan: ObjectPlan, text: (column: ValueColumn) => string, context: RowContext): Found {
  const { object } = plan;
  const by = plan.identifiers.find((column) => text(column) !== '');
  if (by === undefined) return { id: null, by: null };
  const fail = (errorType: string, message: string): Found => ({ errorType, message, column: by });
  if (by.property.name === 'hs_object_id') {
    if (!/^\d+$/.test(text(by))) return fail('INVALID_RECORD_ID', `${text(by)} is not a record id`);
    if (context.store.get(object, text(by)) !== undefined) return { id: text(by), by };
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

/** Domains may repeat (knowledge base); other identifying values belong to one record. */
function isTaken(
  object: AccountObject,
  property: string,
  value: string | undefined,
  id: string | null,
  store: RecordStore,
): boolean {
  if (value === undefined || property === 'domain' || !isIdentifier(object, property)) return false;
  return store.idsWith(object, property, value).some((other) => other !== id);
}

function chosenPipeline(
  plan: ObjectPlan,
  text: (column: ValueColumn) => string,
  kept: Readonly<Record<string, string>>,
): string {
  const { object } = plan;
  const name = object.stages?.pipeline ?? '';
  const column = plan.values.find(({ property }) => property.name === name);
  const [value] = column === undefined ? [] : matchOptions(column.property.options, text(column));
  return value ?? kept[name] ?? '';
}

/** A stage must be one of its pipeline's (knowledge base); with no pipeline known, any pipeline's. */
function readStage(object: AccountObject, text: string, pipeline: string): ReturnType<typeof readValue> {
  const inPipeline = object.pipelines.filter(({ id }) => pipeline === '' || id === pipeline);
  const stages = inPipeline.flatMap((entry) => entry.stages.map(({ id, label }) => ({ label, value: id })));
  const [only, second] = matchOptions(
    stages.map((stage, displayOrder) => ({ ...stage, displayOrder, hidden: false })),
    text,
  );
  if (only === undefined) {
    return { errorType: 'INVALID_ENUMERATION_OPTION', message: `${text} is no stage of the pipeline` };
  }
  if (second !== undefined) {
    return { errorType: 'AMBIGUOUS_ENUMERATION_OPTION', message: `${text} is a stage of several pipelines` };
  }
  return { value: only };
}

function isBehind(stage: string, kept: string | undefined): boolean {
  const order = LIFECYCLE_STAGES.map(({ value }) => value);
  return kept !== undefined && order.indexOf(stage) < order.indexOf(kept);
}
