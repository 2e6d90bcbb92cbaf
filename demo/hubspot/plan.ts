import type { FileMapping, ImportRequest, Operation } from './import-request.js';
import type { ColumnMapping, SubmissionType } from './column-mapping.js';
import { type AccountObject, findObject } from './objects.js';
import { checkColumn, locateColumns, objectNamed, propertyNamed } from './plan-columns.js';
import { contradiction, PlanFailure, type WholeFileError } from './plan-failure.js';
import { checkObjects, checkOperations, isTiedElsewhere } from './plan-objects.js';
import { type KeyColumn, type LabelColumn, toKey, toLabel, toOwners } from './plan-ties.js';
import type { PropertyDefinition } from './properties/property.js';
import { cellsOf, type UploadedFile } from './upload.js';

/** A column whose cells are values of one property. */
export interface ValueColumn {
  /** Zero-based in the file. */
  readonly at: number;
  readonly property: PropertyDefinition;
}

/** A column of times at which contacts did something at the marketing event. */
export interface EventColumn {
  readonly at: number;
  readonly type: SubmissionType;
}

/** How the records of one object type are written from a row. */
export interface ObjectPlan {
  readonly object: AccountObject;
  readonly operation: Operation;
  readonly values: readonly ValueColumn[];
  /** The columns that find the record, the record id first: it wins over the others (knowledge base). */
  readonly identifiers: readonly ValueColumn[];
  /** True when a new record needs another one on its row that it belongs to. */
  readonly needsPartner: boolean;
}

/** One file, ready to be imported row by row. */
export interface FilePlan {
  readonly fileName: string;
  readonly columnCount: number;
  /** Columns that are not ignored. */
  readonly mappedColumnCount: number;
  /** Those that need others on their row come last. */
  readonly objects: readonly ObjectPlan[];
  readonly keys: readonly KeyColumn[];
  readonly labels: readonly LabelColumn[];
  readonly events: readonly EventColumn[];
  /** Places of the columns whose values are kept out of answers. */
  readonly sensitive: ReadonlySet<number>;
  readonly rowCount: number;
  /** Line number of the first data row. That the header counts as line 1 is inferred. */
  readonly firstLine: number;
  cells(row: number): readonly string[];
}

/** What an import is planned against. */
export interface PlanContext {
  readonly request: ImportRequest;
  readonly objects: readonly AccountObject[];
  /** True when the account has the marketing event. */
  hasEvent(id: string): boolean;
}

/**
 * Compares a mapping with its file, the other files and the account: what HubSpot finds wrong only after it has answered. That a
 * wrong number of columns fails late is documented (imports guide); which error the others give is inferred from its name.
 */
export function planFile(
  mapping: FileMapping,
  file: UploadedFile,
  context: PlanContext,
): FilePlan | WholeFileError {
  try {
    return plan(mapping, file, context);
  } catch (error) {
    if (error instanceof PlanFailure) return { errorType: error.errorType, message: error.message };
    throw error;
  }
}

interface Draft {
  readonly object: AccountObject;
  readonly values: ValueColumn[];
  readonly identifiers: ValueColumn[];
}

/** The columns of a file by what they are for. */
interface Columns {
  readonly drafts: Map<string, Draft>;
  readonly keys: KeyColumn[];
  readonly labels: LabelColumn[];
  readonly events: EventColumn[];
}

function plan(mapping: FileMapping, file: UploadedFile, context: PlanContext): FilePlan {
  if (file.fault !== null) throw new PlanFailure(file.fault.errorType, file.fault.message);
  if ((mapping.format === 'SPREADSHEET') !== file.isWorkbook) {
    throw new PlanFailure('INVALID_FILE_TYPE', `${file.name} is no ${mapping.format} file`);
  }
  checkOperations(context.request, context.objects);
  const { drafts, keys, labels, events } = sortColumns(mapping, file, context);
  const plans = [...drafts.values()].map((draft) => finish(draft, mapping, context));
  checkObjects({ plans, keys, labels, events }, context);
  const isLast = ({ object }: ObjectPlan): number => Number(object.tiedTo !== null);
  const sensitive = plans
    .flatMap(({ values }) => values)
    .filter(({ property }) => property.dataSensitivity !== 'non_sensitive');
  return {
    fileName: file.name,
    columnCount: mapping.columns.length,
    mappedColumnCount: mapping.columns.filter(({ ignored }) => !ignored).length,
    objects: plans.toSorted((one, other) => isLast(one) - isLast(other)),
    keys,
    labels,
    events,
    sensitive: new Set(sensitive.map(({ at }) => at)),
    rowCount: file.rows.length + (mapping.hasHeader ? 0 : 1),
    firstLine: mapping.hasHeader ? 2 : 1,
    cells(row) {
      if (mapping.hasHeader) return cellsOf(file.rows[row] ?? '');
      return row === 0 ? file.header : cellsOf(file.rows[row - 1] ?? '');
    },
  };
}

function sortColumns(mapping: FileMapping, file: UploadedFile, { request, objects }: PlanContext): Columns {
  const owners = toOwners(request, objects).filter(({ fileName }) => fileName !== mapping.fileName);
  const positions = locateColumns(mapping, file.header);
  const columns: Columns = { drafts: new Map(), keys: [], labels: [], events: [] };
  mapping.columns.forEach((column, index) => {
    if (column.ignored) return;
    const at = positions[index] ?? index;
    const object = objectNamed(column.objectType, objects);
    switch (column.type) {
      case 'EVENT_TIMESTAMP':
        columns.events.push(toEvent(column, at, object));
        return;
      case 'FLEXIBLE_ASSOCIATION_LABEL':
        columns.labels.push(toLabel(column, at, object, objects));
        return;
      default:
        if (column.type === 'ASSOCIATION_KEYS' || column.property === null) {
          columns.keys.push(toKey(column, at, object, objects, owners));
        } else addValue(columns.drafts, column, column.property, at, object);
    }
  });
  return columns;
}

function addValue(
  drafts: Map<string, Draft>,
  column: ColumnMapping,
  propertyName: string,
  at: number,
  object: AccountObject,
): void {
  const draft = drafts.get(object.id) ?? { object, values: [], identifiers: [] };
  drafts.set(object.id, draft);
  const planned = { at, property: propertyNamed(propertyName, object) };
  checkColumn(column, object, planned.property);
  if (draft.values.some(({ property }) => property.name === planned.property.name)) {
    throw contradiction(`Two columns are mapped to ${planned.property.name}`);
  }
  draft.values.push(planned);
  if (column.type === 'HUBSPOT_OBJECT_ID') draft.identifiers.unshift(planned);
  if (column.type === 'HUBSPOT_ALTERNATE_ID') draft.identifiers.push(planned);
}

function toEvent(column: ColumnMapping, at: number, object: AccountObject): EventColumn {
  if (object.imports !== 'participants' || column.submissionType === null || column.property !== null) {
    throw contradiction(
      `Column "${column.name}" needs a marketing event, a marketingEventSubmissionType and no property`,
    );
  }
  return { at, type: column.submissionType };
}

function finish(
  { object, values, identifiers }: Draft,
  mapping: FileMapping,
  context: PlanContext,
): ObjectPlan {
  const { request, objects } = context;
  const named = Object.entries(request.operations).find(([name]) => findObject(objects, name) === object);
  const operation = named?.[1] ?? 'UPSERT';
  // A contact's email address finds the contact even when the column is not marked as an identifier (inferred).
  const email = values.filter(({ property }) => object.id === '0-1' && property.name === 'email');
  return {
    object,
    operation,
    values,
    identifiers: identifiers.length > 0 ? identifiers : email,
    needsPartner:
      object.tiedTo !== null && operation !== 'UPDATE' && !isTiedElsewhere(object, mapping, context),
  };
}
