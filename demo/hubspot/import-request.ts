import { invalid } from './answers.js';
import { type ColumnMapping, readColumn } from './column-mapping.js';
import { isObject, oneOf, parseObject } from './json.js';

export type Operation = 'CREATE' | 'UPDATE' | 'UPSERT';
export type DateFormat = 'MONTH_DAY_YEAR' | 'DAY_MONTH_YEAR' | 'YEAR_MONTH_DAY';

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
  /** Record id of the event whose participants are imported. */
  readonly marketingEventId: string | null;
  readonly files: readonly FileMapping[];
  /** As it came, for the answer's `importRequestJson`. */
  readonly json: Readonly<Record<string, unknown>>;
}

const OPERATIONS: readonly Operation[] = ['CREATE', 'UPDATE', 'UPSERT'];
const DATE_FORMATS: readonly DateFormat[] = ['MONTH_DAY_YEAR', 'DAY_MONTH_YEAR', 'YEAR_MONTH_DAY'];
const FILE_FORMATS = ['CSV', 'SPREADSHEET'] as const;

/**
 * Reads the `importRequest` part and compares its files with the names of those uploaded: all that is refused at once (imports
 * guide). Properties, columns and values are looked at later. That unknown words are refused here is inferred: HubSpot leaves the
 * request out of its specification.
 *
 * @throws {Refusal} 400
 */
export function readImportRequest(text: string | null, uploaded: readonly string[]): ImportRequest {
  if (text === null) throw invalid("Required request part 'importRequest' is not present");
  const json = parseObject(text);
  if (typeof json.name !== 'string' || json.name.trim() === '') throw invalid('Import name must be provided');
  if (!Array.isArray(json.files) || json.files.length === 0)
    throw invalid('At least one file must be provided');
  const files = json.files.map((file: unknown) => readFileMapping(file, uploaded));
  checkNames(
    files.map(({ fileName }) => fileName),
    uploaded,
  );
  const dateFormat = json.dateFormat ?? legacyDateFormat(json.files) ?? 'MONTH_DAY_YEAR';
  return {
    name: json.name,
    operations: readOperations(json.importOperations),
    dateFormat: oneOf(DATE_FORMATS, dateFormat, 'dateFormat'),
    timeZone: readTimeZone(json.timeZone),
    marketable: typeof json.marketableContactImport === 'boolean' ? json.marketableContactImport : null,
    createList: json.createContactListFromImport === true,
    marketingEventId: readEventId(json.marketingEventObjectId),
    files,
    json,
  };
}

/** Parts are matched by name, so no two may share one, and none may be left over (inferred). */
function checkNames(named: readonly string[], uploaded: readonly string[]): void {
  for (const names of [named, uploaded]) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw invalid(`More than one file is named ${twice}`);
  }
  const unused = uploaded.find((name) => !named.includes(name));
  if (unused !== undefined) throw invalid(`File not described in request: ${unused}`);
}

function readFileMapping(file: unknown, uploaded: readonly string[]): FileMapping {
  if (!isObject(file)) throw invalid('files must be a list of objects');
  const { fileName, fileImportPage: sheet } = file;
  if (typeof fileName !== 'string' || fileName === '') throw invalid('fileName must be provided');
  if (/[\\/]/.test(fileName)) throw invalid(`fileName must not contain a path: ${fileName}`);
  if (!uploaded.includes(fileName)) throw invalid(`File not found in request: ${fileName}`);
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

/** An integer in HubSpot's one example; that text is refused is inferred. */
function readEventId(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw invalid(`Invalid marketingEventObjectId: ${JSON.stringify(value)}`);
  }
  return String(value);
}

/** Older code put it inside `files[]`. */
const legacyDateFormat = (files: readonly unknown[]): unknown =>
  files.map((file) => (isObject(file) ? file.dateFormat : null)).find((format) => typeof format === 'string');
