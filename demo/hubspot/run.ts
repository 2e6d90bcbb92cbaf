import { ACCOUNT, OWNERS, VALIDATION_RULES } from './account.js';
import { zoneOffset } from './dates.js';
import { type Import, wholeFileError, type Workplace } from './import.js';
import { type Place, toError } from './import-error.js';
import { tieLate } from './late-ties.js';
import { findObject } from './objects.js';
import { importRow, type RowContext, type RowOutcome } from './row.js';
import type { Reading } from './values.js';

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
