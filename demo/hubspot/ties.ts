import { type AssociationType, canAssociate, typeLabelled } from './associations.js';
import { splitValues } from './identities.js';
import type { AccountObject } from './objects.js';
import type { FilePlan } from './plan.js';
import type { KeyColumn, LabelColumn } from './plan-ties.js';
import type { RecordKey } from './records.js';
import type { CellText, RowContext, RowOutcome } from './row.js';

/** A record that is to be tied to those its keys name, once every file is in. */
export interface LateTie {
  readonly from: RecordKey;
  readonly column: KeyColumn;
  readonly keys: readonly string[];
  /** Label columns for these pairs, and what they say on the row. */
  readonly labels: readonly Words[];
}

export interface Words {
  readonly column: LabelColumn;
  readonly words: readonly string[];
}

/** What became of the objects of a row. */
export interface RowRecords {
  readonly written: readonly RecordKey[];
  readonly refused: readonly AccountObject[];
}

/** The records of one row belong together (knowledge base), with the labels of its label columns. */
export function tieRow(
  file: FilePlan,
  text: CellText,
  records: RowRecords,
  context: RowContext,
  outcome: RowOutcome,
): void {
  const { written } = records;
  const recordOf = (object: AccountObject): RecordKey | undefined =>
    written.find((one) => one.object === object);
  written.forEach((from, index) => {
    for (const to of written.slice(index + 1)) {
      if (canAssociate(from.object.id, to.object.id)) associate(from, to, null, context, outcome);
    }
  });
  const labels = file.labels.map((column) => ({ column, words: splitValues(text(column)) }));
  const late = new Set<Words>();
  for (const key of file.keys) {
    const from = recordOf(key.from);
    // Only a column of one object's own keys may hold several (knowledge base); elsewhere a `;` is part of the key (inferred).
    const keys =
      key.kind === 'same-object' ? splitValues(text(key)) : [text(key)].filter((word) => word !== '');
    if (keys.length === 0) continue;
    const own = labels.filter(({ column }) => column.from === key.from && column.to === key.to);
    own.forEach((words) => late.add(words));
    if (from !== undefined) outcome.lateTies.push({ from, column: key, keys, labels: own });
  }
  for (const words of labels) {
    if (words.words.length === 0 || late.has(words)) continue;
    const { column } = words;
    const [from, to] = [recordOf(column.from), recordOf(column.to)];
    if (from !== undefined && to !== undefined && from !== to) {
      for (const type of readLabels(words, outcome)) label(from, to, type, context);
    } else if (![column.from, column.to].some((object) => records.refused.includes(object))) {
      outcome.problems.push({
        errorType: 'FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS',
        message: 'The row has a label but not both records',
        column: column.at,
        value: text(column),
        object: column.from,
      });
    }
  }
}

/** Ties two records and counts it. */
export function associate(
  from: RecordKey,
  to: RecordKey,
  type: AssociationType | null,
  { journal }: Pick<RowContext, 'journal'>,
  outcome: Pick<RowOutcome, 'associationsAsked' | 'associationsMade'>,
): void {
  outcome.associationsAsked += 1;
  if (journal.associate(from, to, type)) outcome.associationsMade += 1;
}

/** Labels a tie that was made; it is no further association. */
export const label = (
  from: RecordKey,
  to: RecordKey,
  type: AssociationType,
  { journal }: Pick<RowContext, 'journal'>,
): void => void journal.associate(from, to, type);

/** Several labels are joined by `;` (knowledge base); one that is not defined is an error of its own. */
export function readLabels(
  { column, words }: Words,
  outcome: Pick<RowOutcome, 'problems'>,
): AssociationType[] {
  return words.flatMap((word) => {
    const type = typeLabelled(column.from.id, column.to.id, word);
    if (type !== undefined) return [type];
    outcome.problems.push({
      errorType: 'ASSOCIATION_LABEL_NOT_FOUND',
      message: `No association label "${word}"`,
      column: column.at,
      value: word,
      object: column.from,
    });
    return [];
  });
}
