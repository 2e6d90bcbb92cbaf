import { createOutcome, type RowContext, type RowOutcome } from './row.js';
import { associate, label, type LateTie, readLabels } from './ties.js';
import { readValue } from './values.js';

/** Ties a record to those its keys name; what cannot be found is a problem of the row the keys are in. */
export function tieLate(tie: LateTie, context: RowContext): RowOutcome {
  const outcome = createOutcome();
  const { column, keys, from } = tie;
  const others = keys.flatMap((key, index) => {
    const found =
      keys.indexOf(key) < index
        ? { errorType: 'DUPLICATE_ASSOCIATION_ID', message: `${key} is in the cell twice` }
        : findOther(tie, key, context);
    if ('id' in found) return [{ object: column.to, id: found.id }];
    outcome.problems.push({ ...found, column: column.at, value: key, object: column.from });
    return [];
  });
  const labels = tie.labels.flatMap((words) => readLabels(words, outcome));
  for (const to of others) {
    associate(from, to, column.type, context, outcome);
    for (const type of labels) label(from, to, type, context);
  }
  return outcome;
}

type Other = { readonly id: string } | { readonly errorType: string; readonly message: string };

/** Which error type goes with which failure is inferred from its name. */
function findOther({ column, from }: LateTie, key: string, context: RowContext): Other {
  const { to, property, kind } = column;
  const { store, journal } = context;
  if (property.name === 'hs_object_id') {
    if (!/^\d+$/.test(key)) {
      return { errorType: 'INVALID_ASSOCIATION_IDENTIFIER', message: `${key} is not a record id` };
    }
    if (store.valuesOf(to, key) === undefined) {
      return { errorType: 'UNKNOWN_ASSOCIATION_RECORD_ID', message: `No record ${key}` };
    }
    return kind === 'same-object' ? oldEnough(from.id, key, context) : { id: key };
  }
  const read = readValue(property, key, context.reading(to.id));
  if (!('value' in read)) return { errorType: 'INVALID_ASSOCIATION_IDENTIFIER', message: read.message };
  const { value } = read;
  // Associations within one object take the first address or domain only (knowledge base).
  const ids = store
    .idsWith(to, property.name, value)
    .filter(
      (id) =>
        kind !== 'same-object' ||
        store.valuesOf(to, id)?.[property.name]?.toLowerCase() === value.toLowerCase(),
    );
  const [id] = ids;
  if (id === undefined) return { errorType: 'ASSOCIATION_RECORD_NOT_FOUND', message: `No record ${key}` };
  if (ids.length > 1) {
    return { errorType: 'MULTIPLE_COMPANIES_WITH_THIS_DOMAIN', message: `Several records have ${key}` };
  }
  return kind === 'same-object' ? oldEnough(from.id, id, { journal }) : { id };
}

/** One of a pair must have been there before the import (knowledge base), and it cannot be the record itself (inferred). */
function oldEnough(fromId: string, id: string, { journal }: Pick<RowContext, 'journal'>): Other {
  if (id === fromId) {
    return { errorType: 'INVALID_ASSOCIATION_KEY', message: 'A record cannot be tied to itself' };
  }
  if (journal.hasMade(fromId) && journal.hasMade(id)) {
    return {
      errorType: 'ASSOCIATION_RECORD_NOT_FOUND',
      message: 'One of the two must exist before the import',
    };
  }
  return { id };
}
