import { associationTypes } from '../../core/account.js';
import { mainObject, ownersFor } from '../../core/common-column.js';
import { SUBMISSION_TYPES } from '../../core/hubspot.js';
import { MARKETING_EVENT, OBJECT_TYPES } from '../../core/objects.js';
import { plainAssociation } from '../../core/suggest-ties.js';
import type { Target } from '../../core/target.js';
import { objectTypesIn } from './columns.js';
import type { FilePlace } from './screen.js';

/** Everything a column of the file can become besides a value of a property: what joins its rows with other records. */
export function tieTargets(place: FilePlace): readonly Target[] {
  const ids = objectTypesIn(place);
  const main = mainObject(place.loaded.mapping, place.file);
  const records = ids
    .filter((id) => id !== MARKETING_EVENT)
    .toSorted((a, b) => Number(b === main) - Number(a === main));
  return [
    ...(ids.includes(MARKETING_EVENT) ? eventTargets() : []),
    ...commonTargets(place, records),
    ...labelTargets(place, records),
    ...keyTargets(place, records),
    ...recordIdTargets(place, records),
  ];
}

const eventTargets = (): readonly Target[] =>
  SUBMISSION_TYPES.map((submission) => ({ kind: 'event', objectTypeId: MARKETING_EVENT, submission }));

/** Columns of the other files that identify records, for each object of the row that can be tied to those. */
function commonTargets({ loaded, file }: FilePlace, records: readonly string[]): readonly Target[] {
  return ownersFor(loaded.mapping, file).flatMap((owner) =>
    records.flatMap((own): readonly Target[] => {
      const association = plainAssociation(loaded.account, own, owner.objectTypeId);
      if (association === null) return [];
      const { objectTypeId: toObjectTypeId, file: ownerFile, column } = owner;
      return [{ kind: 'common', objectTypeId: own, toObjectTypeId, association, file: ownerFile, column }];
    }),
  );
}

/** Labels between two objects of the row, either way round, and between records of the same object. */
function labelTargets({ loaded }: FilePlace, records: readonly string[]): readonly Target[] {
  const pairs = records.flatMap((from) => records.map((to) => [from, to] as const));
  return pairs
    .filter(([from, to]) => associationTypes(loaded.account, from, to).length > 0)
    .map(([objectTypeId, toObjectTypeId]) => ({ kind: 'labels', objectTypeId, toObjectTypeId }));
}

/** Other records of the same object, by what identifies them. */
function keyTargets({ loaded }: FilePlace, records: readonly string[]): readonly Target[] {
  if (loaded.files.length > 1) return []; // only an import of one file takes them
  return loaded.mapping.objects
    .filter(({ objectTypeId }) => records.includes(objectTypeId))
    .flatMap(({ objectTypeId, identifiers }) =>
      identifiers.map((property): Target => ({ kind: 'keys', objectTypeId, property })),
    );
}

/** Record ids of every object that an object of the row can be tied to, each kind of tie by itself. */
function recordIdTargets({ loaded }: FilePlace, records: readonly string[]): readonly Target[] {
  const others = [...new Set([...OBJECT_TYPES.map(({ id }) => id), ...records])];
  const pairs = records.flatMap((own) => others.map((other) => [own, other] as const));
  return pairs
    .filter(([own, other]) => own !== other)
    .flatMap(([objectTypeId, toObjectTypeId]) =>
      associationTypes(loaded.account, objectTypeId, toObjectTypeId).map(({ typeId, category }): Target => ({
        kind: 'record-ids',
        objectTypeId,
        toObjectTypeId,
        association: { typeId, category },
      })),
    );
}
