import { addParticipations } from './events.js';
import type { Journal } from './journal.js';
import type { AccountObject } from './objects.js';
import type { FilePlan, ObjectPlan, ValueColumn } from './plan.js';
import type { RecordKey, RecordStore } from './records.js';
import { writeRecord } from './record-write.js';
import { type LateTie, tieRow } from './ties.js';
import type { Reading } from './values.js';

/** What a row is imported into and with. */
export interface RowContext {
  readonly store: RecordStore;
  /** The import's own writes. */
  readonly journal: Journal;
  /** How values of an object type are read. */
  reading(objectTypeId: string): Reading;
  objectNamed(name: string): AccountObject | undefined;
  /** Sets contacts as marketing (true) or not; null leaves them. */
  readonly marketable: boolean | null;
  /** The event whose participants are imported; null without one. */
  readonly eventId: string | null;
  /** Now, in ISO 8601. */
  readonly at: string;
}

/** One thing wrong in a row. `column` is zero-based in the file. */
export interface RowProblem {
  readonly errorType: string;
  readonly message: string;
  readonly column: number | null;
  readonly value: string | null;
  readonly object: AccountObject;
}

/** What a row did, while it is being done; records by their ids. */
export interface RowOutcome {
  readonly problems: RowProblem[];
  readonly created: string[];
  readonly updated: string[];
  /** Ties to records that are looked up when every file is in. */
  readonly lateTies: LateTie[];
  values: number;
  associationsAsked: number;
  associationsMade: number;
}

export const createOutcome = (): RowOutcome => ({
  problems: [],
  created: [],
  updated: [],
  lateTies: [],
  values: 0,
  associationsAsked: 0,
  associationsMade: 0,
});

/** Cells of one row by column, without the blanks around them. */
export type CellText = (column: Pick<ValueColumn, 'at'>) => string;

/** Imports one row: a record for each object type it has cells of, and ties between them. */
export function importRow(file: FilePlan, cells: readonly string[], context: RowContext): RowOutcome {
  const outcome = createOutcome();
  const [first] = file.objects;
  if (first === undefined) return outcome;
  const refuse = (errorType: string, message: string): RowOutcome => {
    outcome.problems.push({ errorType, message, column: null, value: null, object: first.object });
    return outcome;
  };
  // The whole file fails when its header does not fit; that a single row is refused alone is inferred.
  if (cells.some((cell) => cell.trim() !== '') && cells.length !== file.columnCount) {
    return refuse(
      'INCORRECT_NUMBER_OF_COLUMNS',
      `Expected ${file.columnCount} columns, found ${cells.length}`,
    );
  }
  const text: CellText = ({ at }) => (cells[at] ?? '').trim();
  const isFilled = ({ values }: ObjectPlan): boolean => values.some((column) => text(column) !== '');
  const filled = file.objects.filter(isFilled);
  if (filled.length === 0) {
    return refuse('FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES', 'The row has no values');
  }
  const written: RecordKey[] = [];
  for (const plan of filled) {
    const { object } = plan;
    const id = writeRecord(plan, text, othersOf(plan, file, text, written), context, outcome);
    if (id !== null) written.push({ object, id });
  }
  const refused = filled
    .map(({ object }) => object)
    .filter((object) => !written.some((one) => one.object === object));
  tieRow(file, text, { written, refused }, context, outcome);
  addParticipations(file, text, written, context, outcome);
  return outcome;
}

/** Object types of which the row has a record, or names one, that the object can be tied to. */
const othersOf = (
  { object }: ObjectPlan,
  { keys }: FilePlan,
  text: CellText,
  written: readonly RecordKey[],
): readonly AccountObject[] => [
  ...written.map((one) => one.object),
  ...keys.filter((key) => key.from === object && text(key) !== '').map(({ to }) => to),
];
