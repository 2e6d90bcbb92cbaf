import { associationTypes, factsOf, findProperty, propertiesOf, requiredOf } from '../../core/account.js';
import { planOf } from '../../core/check-plan.js';
import type { Property } from '../../core/hubspot.js';
import type { ColumnMatch } from '../../core/mapping.js';
import type { ColumnRule } from '../../core/plan.js';
import type { Loaded, LoadedFile } from '../../core/state.js';
import { type Target, targetKey } from '../../core/target.js';
import { isImportable, valueKind } from '../../core/value-kind.js';
import type { Context, FilePlace } from './screen.js';

export const fileAt = ({ loaded, file }: FilePlace): LoadedFile => loaded.files[file] ?? loaded.files[0];

export const matchesOf = ({ loaded, file }: FilePlace): readonly ColumnMatch[] =>
  loaded.mapping.files[file]?.columns ?? [];

/** Properties that a column may be matched to. */
export const pickable = (loaded: Loaded, objectTypeId: string): readonly Property[] =>
  propertiesOf(loaded.account, objectTypeId).filter((property) =>
    isImportable(property, factsOf(loaded.account, objectTypeId)?.objectType ?? ANY_TYPE),
  );
const ANY_TYPE = { createsOnly: false };

/** What a property is called; its internal name when it is not known. */
export const propertyName = (loaded: Loaded, objectTypeId: string, name: string): string =>
  findProperty(loaded.account, objectTypeId, name)?.label ?? name;

/** What a column becomes, in words. */
export function targetLabel(target: Target, loaded: Loaded, { words, nounOf }: Context): string {
  switch (target.kind) {
    case 'property':
      return propertyName(loaded, target.objectTypeId, target.property);
    case 'labels':
      return words.targetLabels(nounOf(target.objectTypeId), nounOf(target.toObjectTypeId));
    case 'keys':
      return words.targetKeys(
        nounOf(target.objectTypeId),
        propertyName(loaded, target.objectTypeId, target.property),
      );
    case 'record-ids':
      return words.targetRecordIds(nounOf(target.toObjectTypeId), associationName(target, loaded));
    case 'event':
      return words.submission[target.submission];
    case 'common': {
      const owner = loaded.mapping.files[target.file]?.columns[target.column];
      return words.targetCommon(owner?.header ?? '', loaded.files[target.file]?.file.name ?? '');
    }
  }
}

/** The label of the tie; null for the plain one. */
function associationName(
  { objectTypeId, toObjectTypeId, association }: Extract<Target, { kind: 'record-ids' }>,
  { account }: Loaded,
): string | null {
  const types = associationTypes(account, objectTypeId, toObjectTypeId);
  return types.find(({ typeId }) => typeId === association.typeId)?.label ?? null;
}

/** What kind of values a target takes, in a word. */
export function targetKind(target: Target, loaded: Loaded, { words }: Context): string {
  switch (target.kind) {
    case 'property': {
      const property = findProperty(loaded.account, target.objectTypeId, target.property);
      return property === null ? '' : words.kinds[valueKind(property, target.objectTypeId)];
    }
    case 'labels':
      return words.kindLabels;
    case 'keys':
    case 'record-ids':
    case 'common':
      return words.kindAssociation;
    case 'event':
      return words.kinds.datetime;
  }
}

/** What a column is called in a sentence: its target's name; its header when it is not matched. */
export function columnLabel(place: FilePlace, column: number, context: Context): string {
  const match = matchesOf(place)[column];
  if (match?.target == null) return match?.header ?? '';
  return match.target.kind === 'property' ? targetLabel(match.target, place.loaded, context) : match.header;
}

/** The column of the file that has a target, or what excludes it. */
export const columnWith = (place: FilePlace, target: Target): ColumnMatch | null =>
  matchesOf(place).find((match) => match.target !== null && targetKey(match.target) === targetKey(target)) ??
  null;

/** What a column is checked against; null when it is not imported. */
export const ruleAt = ({ loaded, file }: FilePlace, column: number): ColumnRule | null =>
  planOf(loaded, file, Number.POSITIVE_INFINITY).columns.find((rule) => rule.column === column) ?? null;

/** Object types that the columns of a file may belong to, in the order chosen. */
export const objectTypesIn = ({ loaded, file }: FilePlace): readonly string[] =>
  loaded.mapping.files[file]?.objectTypeIds ?? [];

/** Needed to create a record, with no other property to stand in for it. */
export function isRequired(target: Target | null, { account, mapping }: Loaded): boolean {
  if (target?.kind !== 'property') return false;
  const operation = mapping.objects.find(
    ({ objectTypeId }) => objectTypeId === target.objectTypeId,
  )?.operation;
  return (
    operation !== 'UPDATE' &&
    requiredOf(account, target.objectTypeId).some(
      (group) => group.length === 1 && group[0] === target.property,
    )
  );
}
