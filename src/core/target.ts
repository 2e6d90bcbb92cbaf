import type { SubmissionType } from './hubspot.js';
import type { MARKETING_EVENT } from './objects.js';

/** Which kind of tie is made; from HubSpot's association types, one-directional. */
export interface AssociationRef {
  readonly typeId: number;
  readonly category: string;
}

/**
 * What the cells of a column become in HubSpot. Plain data; `objectTypeId` is always the object whose row it is.
 * - `property`: values of a property.
 * - `labels`: labels of the tie to the other object of the row, several joined by `;`.
 * - `keys`: identifiers of other records of the same object, which are tied to it.
 * - `record-ids`: record ids of existing records of another object, which are tied to it.
 * - `event`: when a contact took part in a marketing event.
 * - `common`: the values of a column of another file, by which the rows of the two files belong together.
 */
export type Target =
  | { readonly kind: 'property'; readonly objectTypeId: string; readonly property: string }
  | { readonly kind: 'labels'; readonly objectTypeId: string; readonly toObjectTypeId: string }
  | { readonly kind: 'keys'; readonly objectTypeId: string; readonly property: string }
  | {
      readonly kind: 'record-ids';
      readonly objectTypeId: string;
      readonly toObjectTypeId: string;
      readonly association: AssociationRef;
    }
  | {
      readonly kind: 'event';
      readonly objectTypeId: typeof MARKETING_EVENT;
      readonly submission: SubmissionType;
    }
  | {
      readonly kind: 'common';
      readonly objectTypeId: string;
      readonly toObjectTypeId: string;
      readonly association: AssociationRef;
      /** The owner's place: file and column, zero-based. */
      readonly file: number;
      readonly column: number;
    };

export type TargetKind = Target['kind'];

/** What two columns of one file cannot both become. */
export function targetKey(target: Target): string {
  const { kind, objectTypeId } = target;
  switch (target.kind) {
    case 'property':
    case 'keys':
      return `${kind} ${objectTypeId} ${target.property}`;
    case 'labels':
      return `${kind} ${objectTypeId} ${target.toObjectTypeId}`;
    case 'record-ids':
      return `${kind} ${objectTypeId} ${target.toObjectTypeId} ${target.association.typeId}`;
    case 'event':
      return `${kind} ${target.submission}`;
    case 'common':
      return `${kind} ${target.file}`;
  }
}

/** Whether two columns would become the very same. */
export const isSameTarget = (one: Target | null, other: Target | null): boolean =>
  one === other || (one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other));

/** A property of an object, as a target. */
export const toProperty = (objectTypeId: string, property: string): Target => ({
  kind: 'property',
  objectTypeId,
  property,
});

/** The object types a target speaks of: its own, and the one it ties to. */
export const objectTypesOf = (target: Target): readonly string[] =>
  'toObjectTypeId' in target ? [target.objectTypeId, target.toObjectTypeId] : [target.objectTypeId];
