import { ACCOUNT, OWNERS, VALIDATION_RULES } from './account.js';
import { zoneOffset } from './dates.js';
import type { ImportRequest } from './import-request.js';
import { type AccountObject, findObject } from './objects.js';
import { type FilePlan, planFile } from './plan.js';
import type { RecordStore } from './records.js';
import { importRow, type RowProblem } from './row.js';
import type { UploadedFile } from './upload.js';
import type { Reading } from './values.js';

/** States of an import that this stand-in goes through (public specification). */
export type ImportState = 'STARTED' | 'DEFERRED' | 'PROCESSING' | 'DONE' | 'FAILED' | 'CANCELED';

/** `PublicImportError`, with what is only shown when asked for (public specification). */
export interface ImportError {
  readonly id: string;
  readonly createdAt: number;
  readonly errorType: string;
  readonly errorMessage: string;
  readonly invalidValue?: string;
  readonly invalidValueToDisplay?: string;
  readonly knownColumnNumber?: number;
  readonly objectType?: string;
  readonly objectTypeId?: string;
  readonly sourceData: {
    readonly lineNumber: number;
    readonly fileId: number;
    readonly rowData: readonly string[];
    readonly containsEncryptedProperties: false;
  };
}

/** One import and how far it is. Times are milliseconds of the account's clock. */
export interface Import {
  readonly id: string;
  /** The token that started it: others do not see it. */
  readonly token: string;
  readonly request: ImportRequest;
  readonly plans: readonly FilePlan[];
  readonly fileIds: readonly string[];
  readonly errors: ImportError[];
  readonly counters: Record<string, number>;
  readonly createdMs: number;
  readonly totalRows: number;
  readonly mappedObjects: readonly AccountObject[];
  updatedMs: number;
  state: ImportState;
  /** When it left the queue; null while DEFERRED. */
  startedMs: number | null;
  rowsDone: number;
  listId: string | null;
  /** What it fails with, found when it was planned; null when it will run. */
  readonly fatal: ImportError | null;
  /** Ids of the records it has made, and of all that it has written. */
  readonly madeHere: Set<string>;
  readonly written: Set<string>;
  readonly readings: Map<string, Reading>;
}

/** Plans an import and puts it at the end of the queue; nothing is written yet. */
export function createImport(
  nextId: () => string,
  request: ImportRequest,
  files: readonly UploadedFile[],
  token: string,
  objects: readonly AccountObject[],
  nowMs: number,
): Import {
  const plans: FilePlan[] = [];
  let fatal: ImportError | null = null;
  const fileIds: string[] = [];
  for (const mapping of request.files) {
    const file = files.find(({ name }) => name === mapping.fileName);
    if (file === undefined) continue;
    const fileId = nextId();
    fileIds.push(fileId);
    const plan = planFile(mapping, file, request, objects);
    if ('errorType' in plan) {
      const about = { ...plan, column: null, value: null, object: null };
      fatal ??= toError(nextId(), about, { line: 0, fileId, cells: [] }, nowMs);
    } else {
      plans.push(plan);
    }
  }
  const mapped = request.files.flatMap(({ columns }) =>
    columns.flatMap(({ objectType }) => findObject(objects, objectType) ?? []),
  );
  return {
    id: nextId(),
    token,
    request,
    plans,
    fileIds,
    fatal,
    errors: [],
    counters: {},
    createdMs: nowMs,
    updatedMs: nowMs,
    totalRows: plans.reduce((sum, { rowCount }) => sum + rowCount, 0),
    mappedObjects: [...new Set(mapped)],
    state: 'DEFERRED',
    startedMs: null,
    rowsDone: 0,
    listId: null,
    madeHere: new Set(),
    written: new Set(),
    readings: new Map(),
  };
}

/** Brings an import to its end: the rest of its rows, or the error it fails with. */
export function endImport(entry: Import, atMs: number, store: RecordStore, nextId: () => string): void {
  if (entry.fatal !== null) {
    entry.errors.push({ ...entry.fatal, createdAt: atMs });
    entry.counters.ERRORS = 1;
    return;
  }
  advance(entry, entry.totalRows, atMs, store, nextId);
  // When the list appears in the answer is not documented; here it does at the end (inferred).
  if (entry.request.createList && entry.mappedObjects.some(({ id }) => id === '0-1')) entry.listId = nextId();
}

/** Imports rows up to a number of them, in file order. */
export function advance(
  entry: Import,
  untilRow: number,
  nowMs: number,
  store: RecordStore,
  nextId: () => string,
): void {
  entry.counters.TOTAL_ROWS = entry.totalRows;
  entry.counters.MAPPED_COLUMNS = entry.plans.reduce(
    (sum, { mappedColumnCount }) => sum + mappedColumnCount,
    0,
  );
  const at = new Date(nowMs).toISOString();
  let firstRow = 0;
  entry.plans.forEach((plan, index) => {
    const until = Math.min(untilRow - firstRow, plan.rowCount);
    for (let row = entry.rowsDone - firstRow; row < until; row += 1) {
      const place = {
        line: plan.firstLine + row,
        fileId: entry.fileIds[index] ?? '0',
        cells: plan.cells(row),
      };
      importOne(entry, plan, place, at, store, nextId);
      entry.rowsDone += 1;
      entry.updatedMs = nowMs;
    }
    firstRow += plan.rowCount;
  });
}

interface Place {
  readonly line: number;
  readonly fileId: string;
  readonly cells: readonly string[];
}

function importOne(
  entry: Import,
  plan: FilePlan,
  place: Place,
  at: string,
  store: RecordStore,
  nextId: () => string,
): void {
  const { request, madeHere, written } = entry;
  const outcome = importRow(plan, place.cells, {
    store,
    reading: (objectTypeId) => readingFor(entry, objectTypeId),
    marketable: request.marketable,
    at,
    madeHere,
  });
  for (const record of outcome.created) madeHere.add(record);
  for (const record of [...outcome.created, ...outcome.updated]) written.add(record);
  for (const problem of outcome.problems)
    entry.errors.push(toError(nextId(), problem, place, Date.parse(at)));
  // Every write of a row counts, so that created, updated and refused rows add up (inferred); a key is absent, not zero.
  add(entry.counters, 'CREATED_OBJECTS', outcome.created.length);
  add(entry.counters, 'UPDATED_OBJECTS', outcome.updated.length);
  add(entry.counters, 'PROPERTY_VALUES_EMITTED', outcome.values);
  add(entry.counters, 'ASSOCIATIONS_CREATED', outcome.associations);
  add(entry.counters, 'ERRORS', outcome.problems.length);
  if (written.size > 0) entry.counters.UNIQUE_OBJECTS_WRITTEN = written.size;
}

function readingFor(entry: Import, objectTypeId: string): Reading {
  const known = entry.readings.get(objectTypeId);
  if (known !== undefined) return known;
  const reading: Reading = {
    dateFormat: entry.request.dateFormat,
    offsetAt: zoneOffset(entry.request.timeZone ?? ACCOUNT.timeZone),
    owners: OWNERS,
    rules: VALIDATION_RULES[objectTypeId] ?? {},
  };
  entry.readings.set(objectTypeId, reading);
  return reading;
}

function add(counters: Record<string, number>, key: string, count: number): void {
  if (count > 0) counters[key] = (counters[key] ?? 0) + count;
}

function toError(
  id: string,
  problem: Omit<RowProblem, 'object'> & { readonly object: AccountObject | null },
  place: Place,
  nowMs: number,
): ImportError {
  const { column, value, object } = problem;
  return {
    id,
    createdAt: nowMs,
    errorType: problem.errorType,
    errorMessage: problem.message,
    ...(value !== null && { invalidValue: value, invalidValueToDisplay: value }),
    ...(column !== null && { knownColumnNumber: column }),
    ...(object !== null && { objectType: object.enumName, objectTypeId: object.id }),
    sourceData: {
      lineNumber: place.line,
      fileId: Number(place.fileId),
      rowData: place.cells,
      containsEncryptedProperties: false,
    },
  };
}
