import { labelsBetween } from './associations.js';
import type { AccountObject } from './objects.js';
import type { FilePlan, TieColumn } from './plan.js';
import type { RecordStore } from './records.js';
import type { Effects } from './row.js';

/** A record that the row has written. */
export interface Written {
  readonly object: AccountObject;
  readonly id: string;
}

/** The objects of one row belong together (knowledge base); label and key columns are checked, the labels are not kept. */
export function tieRow(
  file: FilePlan,
  cells: readonly string[],
  written: readonly Written[],
  store: RecordStore,
  effects: Effects,
): void {
  written.forEach((from, index) => {
    for (const to of written.slice(index + 1)) {
      store.associate(from, to);
      effects.associations += 1;
    }
  });
  for (const column of file.ties) {
    const words = (cells[column.at] ?? '').split(';').map((word) => word.trim());
    const from = written.find(({ object }) => object === column.from);
    if (from === undefined) continue;
    for (const word of words.filter((text) => text !== '')) tieOne(column, word, from, store, effects);
  }
}

function tieOne(column: TieColumn, word: string, from: Written, store: RecordStore, effects: Effects): void {
  const problem = (errorType: string, message: string): void => {
    effects.problems.push({ errorType, message, column: column.at, value: word, object: column.from });
  };
  if (column.kind === 'labels') {
    const known = labelsBetween(column.from.id, column.to.id);
    if (known.some(({ label }) => label?.toLowerCase() === word.toLowerCase())) return;
    problem('ASSOCIATION_LABEL_NOT_FOUND', `No association label "${word}"`);
    return;
  }
  const { to, property } = column;
  const [id] =
    property === null || property.name === 'hs_object_id' ? [word] : store.idsWith(to, property.name, word);
  if (id === undefined || store.get(to, id) === undefined) {
    problem('ASSOCIATION_RECORD_NOT_FOUND', `No record ${word}`);
    return;
  }
  store.associate(from, { object: to, id });
  effects.associations += 1;
}
