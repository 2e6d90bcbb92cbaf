import { type Mapping, usedObjects } from './mapping.js';
import { MARKETING_EVENT } from './objects.js';

/**
 * What becomes of records that are written already when the same rows are imported once more: `updates` writes the same values
 * again, `refuses` leaves them alone, `doubles` makes them a second time. Follows from what HubSpot says of operations and
 * identifiers (imports guide, file formats).
 */
export type Again = 'updates' | 'refuses' | 'doubles';

const WORST: readonly Again[] = ['doubles', 'refuses', 'updates'];

/** The worst that happens to any object of the rows. That nobody takes part in an event twice is inferred. */
export function importedAgain(mapping: Mapping): Again {
  const records = usedObjects(mapping).filter(({ objectTypeId }) => objectTypeId !== MARKETING_EVENT);
  const each = records.map(({ operation, identifier }): Again => {
    if (operation === 'UPDATE') return 'updates';
    if (identifier === null) return 'doubles';
    return operation === 'CREATE' ? 'refuses' : 'updates';
  });
  return WORST.find((again) => each.includes(again)) ?? 'updates';
}
