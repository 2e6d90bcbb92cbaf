import { readDateTime } from './dates.js';
import type { FilePlan } from './plan.js';
import type { RecordKey } from './records.js';
import type { CellText, RowContext, RowOutcome } from './row.js';

/**
 * Keeps what a row says of its contact's part in the marketing event. The contact is written all the same when it says nothing, or
 * nothing that can be read (inferred, as is which error goes with which failure).
 */
export function addParticipations(
  file: FilePlan,
  text: CellText,
  written: readonly RecordKey[],
  context: RowContext,
  outcome: RowOutcome,
): void {
  const contact = written.find(({ object }) => object.id === '0-1');
  const event = context.objectNamed('marketing_events');
  const { eventId } = context;
  if (file.events.length === 0 || contact === undefined || event === undefined || eventId === null) return;
  const problem = (errorType: string, message: string, at: number | null): void => {
    const value = at === null ? null : text({ at });
    outcome.problems.push({ errorType, message, column: at, value, object: event });
  };
  const filled = file.events.filter((column) => text(column) !== '');
  if (filled.length === 0) problem('MISSING_EVENT_TIMESTAMP', 'The row has no time of a participation', null);
  const { dateFormat, offsetAt } = context.reading(event.id);
  for (const column of filled) {
    const read = readDateTime(text(column), dateFormat, offsetAt);
    if (typeof read === 'string') {
      problem(
        'INVALID_EVENT_TIMESTAMP',
        `${text(column)} is not a time of the import's date format`,
        column.at,
      );
      continue;
    }
    const participation = { contactId: contact.id, type: column.type, at: read.date };
    if (!context.journal.participate(eventId, participation)) {
      problem('DUPLICATE_EVENT', 'The contact has this participation already', column.at);
    }
  }
}
