import { type ImportError, type Place, toError } from './import-error.js';
import type { ImportRequest } from './import-request.js';
import type { Journal } from './journal.js';
import { type AccountObject, findObject } from './objects.js';
import { type FilePlan, planFile } from './plan.js';
import type { RecordStore } from './records.js';
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

/** An error of a whole file, or of the whole import; it is said of a file all the same. */
export const wholeFileError = (
  errorType: string,
  message: string,
  fileId: string,
  id: string,
  nowMs: number,
) =>
  toError(
    id,
    { errorType, message, column: null, value: null, object: null },
    { line: 0, fileId, cells: [], sensitive: new Set() },
    nowMs,
  );
