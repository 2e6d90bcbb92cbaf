import type { ColumnMapping, FileMapping, ImportRequest, Operation } from './import-request.js';
import { type AccountObject, findObject, isIdentifier } from './objects.js';
import type { PropertyDefinition } from './properties/property.js';
import { cellsOf, type UploadedFile } from './upload.js';

/** A column whose cells are values of one property. */
export interface ValueColumn {
  /** Zero-based in the file. */
  readonly at: number;
  readonly property: PropertyDefinition;
}

/** Cells that name other records (`keys`) or the kind of tie to them (`labels`). */
export interface TieColumn {
  readonly at: number;
  readonly kind: 'keys' | 'labels';
  readonly from: AccountObject;
  readonly to: AccountObject;
  /** What a key is a value of; null on a label column. */
  readonly property: PropertyDefinition | null;
}

/** How the records of one object type are written from a row. */
export interface ObjectPlan {
  readonly object: AccountObject;
  readonly operation: Operation;
  readonly values: readonly ValueColumn[];
  /** The columns that find the record, the record id first: it wins over the others (knowledge base). */
  readonly identifiers: readonly ValueColumn[];
}

/** One file, ready to be imported row by row. */
export interface FilePlan {
  readonly fileName: string;
  readonly columnCount: number;
  /** Columns that are not ignored. */
  readonly mappedColumnCount: number;
  readonly objects: readonly ObjectPlan[];
  readonly ties: readonly TieColumn[];
  readonly rowCount: number;
  /** Line number of the first data row. That the header counts as line 1 is inferred. */
  readonly firstLine: number;
  cells(row: number): readonly string[];
}

/** An error of the whole file: the import fails with it. */
export interface WholeFileError {
  readonly errorType: string;
  readonly message: string;
}

class PlanFailure extends Error {
  readonly errorType: string;

  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

/**
 * Compares the mapping with the file and the account: what HubSpot finds wrong only after it has answered. That a wrong
 * number of columns fails late is documented (imports guide); which error the others give is inferred from its name.
 */
export function planFile(
  mapping: FileMapping,
  file: UploadedFile,
  request: ImportRequest,
  objects: readonly AccountObject[],
): FilePlan | WholeFileError {
  try {
    return plan(mapping, file, request, objects);
  } catch (error) {
    if (error instanceof PlanFailure) return { errorType: error.errorType, message: error.message };
    throw error;
  }
}

function plan(
  mapping: FileMapping,
  file: UploadedFile,
  request: ImportRequest,
  objects: readonly AccountObject[],
): FilePlan {
  if (mapping.format === 'SPREADSHEET') {
    throw new PlanFailure('INVALID_SPREADSHEET', 'This stand-in reads CSV files only');
  }
  const positions = locate(mapping, file.header);
  const byObject = new Map<
    string,
    { object: AccountObject; values: ValueColumn[]; identifiers: ValueColumn[] }
  >();
  const ties: TieColumn[] = [];
  mapping.columns.forEach((column, index) => {
    // Participation in marketing events is not kept here; common columns of several files are not followed.
    if (column.ignored || column.type === 'EVENT_TIMESTAMP') return;
    const at = positions[index] ?? index;
    const object = objectNamed(column.objectType, objects);
    if (column.type === 'FLEXIBLE_ASSOCIATION_LABEL' || column.type === 'ASSOCIATION_KEYS') {
      ties.push(toTie(column, at, object, objects));
      return;
    }
    const entry = byObject.get(object.id) ?? { object, values: [], identifiers: [] };
    byObject.set(object.id, entry);
    if (column.property === null) return;
    const planned = { at, property: propertyNamed(column.property, object) };
    checkColumn(column, object, planned.property);
    if (entry.values.some(({ property }) => property.name === planned.property.name)) {
      throw new PlanFailure(
        'INVALID_COLUMN_CONFIGURATION',
        `Two columns are mapped to ${planned.property.name}`,
      );
    }
    entry.values.push(planned);
    if (column.type === 'HUBSPOT_OBJECT_ID') entry.identifiers.unshift(planned);
    if (column.type === 'HUBSPOT_ALTERNATE_ID') entry.identifiers.push(planned);
  });
  return {
    fileName: file.name,
    columnCount: mapping.columns.length,
    mappedColumnCount: mapping.columns.filter(({ ignored }) => !ignored).length,
    objects: [...byObject.values()].map((entry) => finish(entry, request, objects)),
    ties,
    rowCount: file.rows.length + (mapping.hasHeader ? 0 : 1),
    firstLine: mapping.hasHeader ? 2 : 1,
    cells(row) {
      if (mapping.hasHeader) return cellsOf(file.rows[row] ?? '');
      return row === 0 ? file.header : cellsOf(file.rows[row - 1] ?? '');
    },
  };
}

/**
 * The place of each mapping's column in the file, by name; HubSpot "tries to reorder" columns (imports guide).
 * Repeated headers are taken in order (inferred).
 */
function locate(mapping: FileMapping, header: readonly string[]): number[] {
  const names = mapping.columns.map(({ name }) => name);
  if (names.length !== header.length) {
    const message = `Incorrect number of columns: expected ${names.length}, found ${header.length}`;
    throw new PlanFailure('INCORRECT_NUMBER_OF_COLUMNS', message);
  }
  if (!mapping.hasHeader) return names.map((_, index) => index);
  const taken = new Set<number>();
  return names.map((name, index) => {
    const at =
      header[index] === name ? index : header.findIndex((text, place) => text === name && !taken.has(place));
    if (at === -1 || taken.has(at)) {
      throw new PlanFailure('INVALID_COLUMN_CONFIGURATION', `The file has no column "${name}"`);
    }
    taken.add(at);
    return at;
  });
}

function checkColumn(column: ColumnMapping, object: AccountObject, property: PropertyDefinition): void {
  const isRecordId = property.name === 'hs_object_id';
  const refuse = (why: string): never => {
    throw new PlanFailure('INVALID_COLUMN_CONFIGURATION', `Column "${column.name}": ${why}`);
  };
  if ((column.type === 'HUBSPOT_OBJECT_ID') !== isRecordId) refuse('only the record id is HUBSPOT_OBJECT_ID');
  if (column.type === 'HUBSPOT_ALTERNATE_ID' && !isIdentifier(object, property.name)) {
    refuse(`${property.name} does not identify a record`);
  }
  if (!isRecordId && (property.modificationMetadata.readOnlyValue || property.calculated)) {
    refuse(`${property.name} is read-only`);
  }
}

function toTie(
  column: ColumnMapping,
  at: number,
  from: AccountObject,
  objects: readonly AccountObject[],
): TieColumn {
  if (column.type === 'ASSOCIATION_KEYS') {
    // The property on a key column is inferred: HubSpot shows no example of one.
    const property = column.property === null ? null : propertyNamed(column.property, from);
    return { at, kind: 'keys', from, to: from, property };
  }
  if (column.toObjectType === null) {
    throw new PlanFailure(
      'INVALID_COLUMN_CONFIGURATION',
      `Column "${column.name}" has no toColumnObjectTypeId`,
    );
  }
  return { at, kind: 'labels', from, to: objectNamed(column.toObjectType, objects), property: null };
}

function finish(
  entry: { object: AccountObject; values: ValueColumn[]; identifiers: ValueColumn[] },
  request: ImportRequest,
  objects: readonly AccountObject[],
): ObjectPlan {
  const { object, values } = entry;
  const named = Object.entries(request.operations).find(([name]) => findObject(objects, name) === object);
  // A contact's email address finds the contact even when the column is not marked as an identifier (inferred).
  const email = values.filter(({ property }) => object.id === '0-1' && property.name === 'email');
  return {
    object,
    operation: named?.[1] ?? 'UPSERT',
    values,
    identifiers: entry.identifiers.length > 0 ? entry.identifiers : email,
  };
}

function objectNamed(name: string, objects: readonly AccountObject[]): AccountObject {
  const object = findObject(objects, name);
  if (object === undefined) throw new PlanFailure('MISSING_OBJECT_DEFINITION', `No object type ${name}`);
  return object;
}

function propertyNamed(name: string, object: AccountObject): PropertyDefinition {
  const property = object.properties.get(name);
  if (property === undefined) {
    throw new PlanFailure(
      'PROPERTY_DEFINITION_NOT_FOUND',
      `Property "${name}" does not exist on ${object.name}`,
    );
  }
  return property;
}
