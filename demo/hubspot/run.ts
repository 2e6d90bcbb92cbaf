import { ACCOUNT, OWNERS, VALIDATION_RULES } from './account.js';
import { zoneOffset } from './dates.js';
import { type ImportError, type Place, toError } from './import-error.js';
import type { ImportRequest } from './import-request.js';
import type { Journal } from './journal.js';
import { tieLate } from './late-ties.js';
import { type AccountObject, findObject } from './objects.js';
import { type FilePlan, planFile } from './plan.js';
import type { RecordStore } from './records.js';
import { importRow, type RowContext, type RowOutcome } from './row.js';
import type { LateTie } from './ties.js';
import type { UploadedFile } from './upload.js';
import type { Reading } from './values.js';

/** States of an import that this stand-in goes through (public specification). */
export type ImportState = 'STARTED' | 'DEFERRED' | 'PROCESSING' | 'DONE' | 'FAILED' | 'CANCELED' | 'REVERTED';

/** What an import works with: the account, and a source of ids for itself, its files, errors and lists. */
export interface Workplace {
  readonly store: RecordStore;
  readonly objects: readonly AccountObject[];
  nextId(): string;
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
  /** True when it breaks off half-way, as a fault has it. */
  readonly breaks: boolean;
  readonly journal: Journal;
  /** Ids of all records that it has written. */
  readonly written: Set<string>;
  readonly lateTies: (readonly [tie: LateTie, place: () => Place])[];
  readonly readings: Map<string, Reading>;
}

/** What starts an import. */
export interface Start {
  readonly request: ImportRequest;
  readonly files: readonly UploadedFile[];
  readonly token: string;
  readonly breaks: boolean;
}

/** Plans an import and puts it at the end of the queue; nothing is written yet. */
export function createImport(
  { request, files, token, breaks }: Start,
  work: Workplace,
  nowMs: number,
): Import {
  const { objects, store, nextId } = work;
  const events = findObject(objects, 'marketing_events');
  const context = {
    request,
    objects,
    hasEvent: (id: string) => events !== undefined && store.valuesOf(events, id) !== undefined,
  };
  const plans: FilePlan[] = [];
  let fatal: ImportError | null = null;
  const fileIds: string[] = [];
  for (const mapping of request.files) {
    const file = files.find(({ name }) => name === mapping.fileName);
    if (file === undefined) continue;
    const fileId = nextId();
    fileIds.push(fileId);
    const plan = planFile(mapping, file, context);
    if ('errorType' in plan) fatal ??= wholeFileError(plan.errorType, plan.message, fileId, nextId(), nowMs);
    else plans.push(plan);
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
    breaks,
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
    journal: store.openJournal(),
    written: new Set(),
    lateTies: [],
    readings: new Map(),
  };
}

const wholeFileError = (errorType: string, message: string, fileId: string, id: string, nowMs: number) =>
  toError(
    id,
    { errorType, message, column: null, value: null, object: null },
    { line: 0, fileId, cells: [], sensitive: new Set() },
    nowMs,
  );

/** Brings an import to its end: the rest of its rows, or the error it fails with. */
export function endImport(entry: Import, atMs: number, work: Workplace): 'DONE' | 'FAILED' {
  if (entry.fatal !== null) {
    entry.errors.push({ ...entry.fatal, createdAt: atMs });
    entry.counters.ERRORS = 1;
    return 'FAILED';
  }
  advance(entry, entry.totalRows, atMs, work);
  if (entry.breaks) {
    const [fileId = '0'] = entry.fileIds;
    entry.errors.push(wholeFileError('UNKNOWN_ERROR', 'The import broke off', fileId, work.nextId(), atMs));
    add(entry.counters, 'ERRORS', 1);
    return 'FAILED';
  }
  // Only now is every file in, so that it makes no difference which of them came first.
  for (const [tie, placeOf] of entry.lateTies.splice(0)) {
    keep(entry, tieLate(tie, contextOf(entry, atMs, work)), placeOf, atMs, work);
  }
  // When the list appears in the answer is not documented; here it does at the end (inferred).
  const hasContacts = entry.mappedObjects.some(({ id }) => id === '0-1');
  if (entry.request.createList && hasContacts) entry.listId = work.nextId();
  return 'DONE';
}

/** Imports rows up to a number of them, in file order. */
export function advance(entry: Import, untilRow: number, nowMs: number, work: Workplace): void {
  const { counters, plans, totalRows } = entry;
  counters.TOTAL_ROWS = totalRows;
  counters.MAPPED_COLUMNS = sum(plans, ({ mappedColumnCount }) => mappedColumnCount);
  const unmapped = sum(plans, ({ columnCount }) => columnCount) - counters.MAPPED_COLUMNS;
  if (unmapped > 0) counters.UNMAPPED_COLUMNS = unmapped;
  const lastRow = Math.min(untilRow, entry.breaks ? Math.floor(totalRows / 2) : totalRows);
  const context = contextOf(entry, nowMs, work);
  let firstRow = 0;
  plans.forEach((plan, index) => {
    const until = Math.min(lastRow - firstRow, plan.rowCount);
    for (let row = entry.rowsDone - firstRow; row < until; row += 1) {
      const placeOf = (): Place => ({
        line: plan.firstLine + row,
        fileId: entry.fileIds[index] ?? '0',
        cells: plan.cells(row),
        sensitive: plan.sensitive,
      });
      const outcome = importRow(plan, plan.cells(row), context);
      for (const tie of outcome.lateTies) entry.lateTies.push([tie, placeOf]);
      keep(entry, outcome, placeOf, nowMs, work);
      entry.rowsDone += 1;
      entry.updatedMs = nowMs;
    }
    firstRow += plan.rowCount;
  });
}

const contextOf = (entry: Import, nowMs: number, { store, objects }: Workplace): RowContext => ({
  store,
  journal: entry.journal,
  reading: (objectTypeId) => readingFor(entry, objectTypeId),
  objectNamed: (name) => findObject(objects, name),
  marketable: entry.request.marketable,
  eventId: entry.request.marketingEventId,
  at: new Date(nowMs).toISOString(),
});

function readingFor(entry: Import, objectTypeId: string): Reading {
  const known = entry.readings.get(objectTypeId);
  if (known !== undefined) return known;
  const reading: Reading = {
    objectTypeId,
    dateFormat: entry.request.dateFormat,
    offsetAt: zoneOffset(entry.request.timeZone ?? ACCOUNT.timeZone),
    owners: OWNERS,
    rules: VALIDATION_RULES[objectTypeId] ?? {},
  };
  entry.readings.set(objectTypeId, reading);
  return reading;
}

/** Counts what a row did and keeps what was wrong with it. */
function keep(
  entry: Import,
  outcome: RowOutcome,
  placeOf: () => Place,
  nowMs: number,
  work: Workplace,
): void {
  const { counters, written, errors } = entry;
  for (const record of [...outcome.created, ...outcome.updated]) written.add(record);
  for (const problem of outcome.problems) errors.push(toError(work.nextId(), problem, placeOf(), nowMs));
  // Every write of a row counts, so that created, updated and refused rows add up (inferred); a key is absent, not zero.
  add(counters, 'CREATED_OBJECTS', outcome.created.length);
  add(counters, 'UPDATED_OBJECTS', outcome.updated.length);
  add(counters, 'PROPERTY_VALUES_EMITTED', outcome.values);
  add(counters, 'ASSOCIATIONS_EMITTED', outcome.associationsAsked);
  add(counters, 'ASSOCIATIONS_CREATED', outcome.associationsMade);
  add(counters, 'ERRORS', outcome.problems.length);
  if (written.size > 0) counters.UNIQUE_OBJECTS_WRITTEN = written.size;
}

function add(counters: Record<string, number>, key: string, count: number): void {
  if (count > 0) counters[key] = (counters[key] ?? 0) + count;
}

const sum = <T>(list: readonly T[], numberOf: (entry: T) => number): number =>
  list.reduce((total, entry) => total + numberOf(entry), 0);
