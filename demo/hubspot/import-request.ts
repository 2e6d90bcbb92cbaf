import { invalid } from './answers.js';
import type { UploadedFile } from './upload.js';

export type Operation = 'CREATE' | 'UPDATE' | 'UPSERT';
export type DateFormat = 'MONTH_DAY_YEAR' | 'DAY_MONTH_YEAR' | 'YEAR_MONTH_DAY';
export type ColumnType =
  | 'STANDARD'
  | 'HUBSPOT_OBJECT_ID'
  | 'HUBSPOT_ALTERNATE_ID'
  | 'FLEXIBLE_ASSOCIATION_LABEL'
  | 'ASSOCIATION_KEYS'
  | 'EVENT_TIMESTAMP';

/** One entry of `columnMappings`, old and new spelling alike. Names are as they came: nothing is looked up yet. */
export interface ColumnMapping {
  readonly name: string;
  /** '' when the column is ignored. */
  readonly objectType: string;
  readonly property: string | null;
  readonly type: ColumnType;
  readonly toObjectType: string | null;
  readonly ignored: boolean;
}

export interface FileMapping {
  readonly fileName: string;
  readonly format: 'CSV' | 'SPREADSHEET';
  readonly hasHeader: boolean;
  readonly columns: readonly ColumnMapping[];
}

/** What an `importRequest` asks for, as far as HubSpot looks at it before answering. */
export interface ImportRequest {
  readonly name: string;
  /** By object type as written; UPSERT where nothing is said. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly dateFormat: DateFormat;
  readonly timeZone: string | null;
  readonly marketable: boolean | null;
  readonly createList: boolean;
  readonly files: readonly FileMapping[];
  /** As it came, for the answer's `importRequestJson`. */
  readonly json: Readonly<Record<string, unknown>>;
}

const OPERATIONS: readonly Operation[] = ['CREATE', 'UPDATE', 'UPSERT'];
const DATE_FORMATS: readonly DateFormat[] = ['MONTH_DAY_YEAR', 'DAY_MONTH_YEAR', 'YEAR_MONTH_DAY'];
const FILE_FORMATS = ['CSV', 'SPREADSHEET'] as const;
const COLUMN_TYPES: readonly ColumnType[] = [
  'STANDARD',
  'HUBSPOT_OBJECT_ID',
  'HUBSPOT_ALTERNATE_ID',
  'FLEXIBLE_ASSOCIATION_LABEL',
  'ASSOCIATION_KEYS',
  'EVENT_TIMESTAMP',
];

/**
 * Reads the `importRequest` part and compares its files with those uploaded: all that is refused at once (imports guide).
 * Properties, columns and values are looked at later. That unknown words are refused here is inferred: HubSpot leaves the
 * request out of its specification.
 *
 * @throws {Refusal} 400
 */
export function readImportRequest(text: string | null, uploaded: readonly UploadedFile[]): ImportRequest {
  if (text === null) throw invalid("Required request part 'importRequest' is not present");
  const json = parse(text);
  if (typeof json.name !== 'string' || json.name.trim() === '') throw invalid('Import name must be provided');
  if (!Array.isArray(json.files) || json.files.length === 0)
    throw invalid('At least one file must be provided');
  const files = json.files.map((file: unknown) => readFileMapping(file, uploaded));
  const dateFormat = json.dateFormat ?? legacyDateFormat(json.files) ?? 'MONTH_DAY_YEAR';
  return {
    name: json.name,
    operations: readOperations(json.importOperations),
    dateFormat: oneOf(DATE_FORMATS, dateFormat, 'dateFormat'),
    timeZone: readTimeZone(json.timeZone),
    marketable: typeof json.marketableContactImport === 'boolean' ? json.marketableContactImport : null,
    createList: json.createContactListFromImport === true,
    files,
    json,
  };
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // refused below, in the words of the imports guide
  }
  throw invalid('Unable to parse JSON');
}

function readFileMapping(file: unknown, uploaded: readonly UploadedFile[]): FileMapping {
  if (!isObject(file)) throw invalid('files must be a list of objects');
  const { fileName, fileImportPage: sheet } = file;
  if (typeof fileName !== 'string' || fileName === '') throw invalid('fileName must be provided');
  if (/[\\/]/.test(fileName)) throw invalid(`fileName must not contain a path: ${fileName}`);
  if (!uploaded.some(({ name }) => name === fileName))
    throw invalid(`File not found in request: ${fileName}`);
  if (!isObject(sheet) || !Array.isArray(sheet.columnMappings)) {
    throw invalid('fileImportPage.columnMappings must be provided');
  }
  return {
    fileName,
    format: oneOf(FILE_FORMATS, file.fileFormat ?? 'CSV', 'fileFormat'),
    hasHeader: sheet.hasHeader !== false,
    columns: sheet.columnMappings.map(readColumn),
  };
}

function readColumn(column: unknown): ColumnMapping {
  if (!isObject(column)) throw invalid('columnMappings must be a list of objects');
  const ignored = column.ignored === true;
  const objectType = column.columnObjectTypeId ?? column.columnObjectType ?? '';
  if (!ignored && (typeof objectType !== 'string' || objectType === '')) {
    throw invalid('columnObjectTypeId must be provided');
  }
  return {
    name: typeof column.columnName === 'string' ? column.columnName : '',
    objectType: typeof objectType === 'string' ? objectType : '',
    property: typeof column.propertyName === 'string' ? column.propertyName : null,
    type: oneOf(COLUMN_TYPES, column.columnType ?? column.idColumnType ?? 'STANDARD', 'columnType'),
    toObjectType: typeof column.toColumnObjectTypeId === 'string' ? column.toColumnObjectTypeId : null,
    ignored,
  };
}

function readOperations(value: unknown): Readonly<Record<string, Operation>> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw invalid('importOperations must be an object');
  return Object.fromEntries(
    Object.entries(value).map(([id, operation]) => [id, oneOf(OPERATIONS, operation, 'importOperations')]),
  );
}

function readTimeZone(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  try {
    if (typeof value === 'string')
      return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    // refused below
  }
  throw invalid(`Invalid timeZone: ${JSON.stringify(value)}`);
}

/** Older code put it inside `files[]`. */
const legacyDateFormat = (files: readonly unknown[]): unknown =>
  files.map((file) => (isObject(file) ? file.dateFormat : null)).find((format) => typeof format === 'string');

function oneOf<T extends string>(known: readonly T[], value: unknown, field: string): T {
  const found = known.find((word) => word === value);
  if (found === undefined) throw invalid(`Invalid value for ${field}: ${String(value)}`);
  return found;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
