import { type Account, associationTypes, factsOf, requiredOf } from './account.js';
import { RECORD_ID } from './hubspot.js';
import { columnOf, type Mapping, type ObjectMapping, usedObjects } from './mapping.js';
import { MARKETING_EVENT } from './objects.js';
import type { Severity } from './problems.js';
import type { Settings } from './request.js';
import { targetKey } from './target.js';
import { isImportable } from './value-kind.js';

/**
 * What is wrong with a mapping as a whole.
 * - `mapping-empty`: no column of the file is matched; there is nothing to send.
 * - `mapping-repeated`: `columns` are all matched to the same.
 * - `mapping-unknown`: the account has no such property, or HubSpot fills it itself; `properties` are from the page's preset.
 * - `mapping-no-identifier`: nothing tells which record a row is; `properties` are the ones that could.
 * - `mapping-switched-off`: the account has not switched the object on.
 * - `mapping-required`: to create a record, one of `properties` is needed and no column has one. One problem per group.
 * - `mapping-untied`: records that must be tied to another stand alone.
 * - `mapping-label-alone`: a column of association labels has no second record in its row to label the tie with.
 * - `mapping-no-event`: there are times of taking part, and no marketing event is named.
 * - `mapping-not-joined`: nothing joins the rows of the file with those of the others.
 * - `mapping-common-key`: the common column is matched to nothing that identifies records.
 * - `mapping-one-file`: records of the same object are associated with each other only in an import of a single file.
 * - `mapping-unrelated`: records of this object cannot be associated with any other of their rows.
 * - `mapping-primary-email`: record id and email are both matched, so the email becomes the primary one.
 */
export type MappingProblemCode =
  | 'mapping-empty'
  | 'mapping-repeated'
  | 'mapping-unknown'
  | 'mapping-no-identifier'
  | 'mapping-switched-off'
  | 'mapping-required'
  | 'mapping-untied'
  | 'mapping-label-alone'
  | 'mapping-no-event'
  | 'mapping-not-joined'
  | 'mapping-common-key'
  | 'mapping-one-file'
  | 'mapping-unrelated'
  | 'mapping-primary-email';

export interface MappingProblem {
  readonly code: MappingProblemCode;
  readonly severity: Severity;
  /** Zero-based; null when no single file is meant. */
  readonly file: number | null;
  /** Null when no single object is meant. */
  readonly objectTypeId: string | null;
  /** Zero-based in the file. */
  readonly columns: readonly number[];
  readonly properties: readonly string[];
}

/** Says what is wrong with a mapping. An object whose properties could not be read has no unknown ones. */
export function mappingProblems(
  mapping: Mapping,
  account: Account,
  settings: Pick<Settings, 'marketingEventId'>,
): readonly MappingProblem[] {
  const problems: Partial<MappingProblem>[] = [
    ...mapping.files.flatMap((_, file) => [
      ...empty(mapping, file),
      ...repeated(mapping, file),
      ...unknown(mapping, file, account),
      ...labelsAlone(mapping, file),
      ...notJoined(mapping, file),
      ...commonKey(mapping, file),
      ...oneFile(mapping, file),
      ...unrelated(mapping, file, account),
    ]),
    ...usedObjects(mapping).flatMap((object) => [
      ...switchedOff(object, account),
      ...noIdentifier(object, account),
      ...required(mapping, object, account),
      ...untied(mapping, object, account),
      ...primaryEmail(mapping, object),
    ]),
    ...noEvent(mapping, settings),
  ];
  return problems.map((problem) => ({
    code: 'mapping-empty',
    severity: 'error',
    file: null,
    objectTypeId: null,
    columns: [],
    properties: [],
    ...problem,
  }));
}

type Found = readonly Partial<MappingProblem>[];

const columnsOf = (mapping: Mapping, file: number): Mapping['files'][number]['columns'] =>
  mapping.files[file]?.columns ?? [];

function empty(mapping: Mapping, file: number): Found {
  const isEmpty = columnsOf(mapping, file).every(({ target }) => target === null);
  return isEmpty ? [{ code: 'mapping-empty', file }] : [];
}

function repeated(mapping: Mapping, file: number): Found {
  const places = new Map<string, { readonly property: string; readonly columns: number[] }>();
  for (const { column, target } of columnsOf(mapping, file)) {
    if (target === null) continue;
    const known = places.get(targetKey(target));
    if (known === undefined)
      places.set(targetKey(target), {
        property: target.kind === 'property' ? target.property : '',
        columns: [column],
      });
    else known.columns.push(column);
  }
  return [...places.values()].flatMap(({ property, columns }) =>
    columns.length < 2
      ? []
      : [{ code: 'mapping-repeated' as const, file, columns, properties: property === '' ? [] : [property] }],
  );
}

function unknown(mapping: Mapping, file: number, account: Account): Found {
  return columnsOf(mapping, file).flatMap(({ column, target }): Found => {
    if (target?.kind !== 'property') return [];
    const { objectTypeId, property } = target;
    const facts = factsOf(account, objectTypeId);
    const isKnown =
      facts?.properties == null ||
      (property === RECORD_ID && !facts.objectType.createsOnly) ||
      facts.properties.some((one) => one.name === property && isImportable(one, facts.objectType));
    return isKnown
      ? []
      : [{ code: 'mapping-unknown', file, objectTypeId, columns: [column], properties: [property] }];
  });
}

/**
 * Updating needs an identifier. Without one, create-and-update only ever creates, so records double. When only creating
 * that is what was asked for, unless the object has an identifier of its own, by which HubSpot would have found doubles.
 */
function noIdentifier(object: ObjectMapping, account: Account): Found {
  const { objectTypeId, operation, identifier, identifiers } = object;
  const type = factsOf(account, objectTypeId)?.objectType;
  if (identifier !== null || type?.createsOnly === true) return [];
  if (operation === 'CREATE' && (type?.identifiers.length ?? 0) === 0) return [];
  const severity = operation === 'UPDATE' ? 'error' : 'warning';
  return [{ code: 'mapping-no-identifier', severity, objectTypeId, properties: identifiers }];
}

/** Which objects have to be switched on is documented (object APIs); that imports of others are refused is inferred. */
function switchedOff({ objectTypeId }: ObjectMapping, { switchedOff: ids }: Account): Found {
  return ids.includes(objectTypeId) ? [{ code: 'mapping-switched-off', objectTypeId }] : [];
}

function required(mapping: Mapping, { objectTypeId, operation }: ObjectMapping, account: Account): Found {
  if (operation === 'UPDATE') return [];
  const severity = operation === 'CREATE' ? 'error' : 'warning';
  const has = (property: string): boolean =>
    mapping.files.some((_, file) => columnOf(mapping, file, objectTypeId, property) !== null);
  return requiredOf(account, objectTypeId)
    .filter((group) => !group.some(has))
    .map((group) => ({ code: 'mapping-required', severity, objectTypeId, properties: group }));
}

/** Line items belong to deals; emails, meetings and notes to any record (knowledge base, "import objects"). */
function untied(mapping: Mapping, { objectTypeId, operation }: ObjectMapping, account: Account): Found {
  const tiedTo = factsOf(account, objectTypeId)?.objectType.tiedTo ?? [];
  if (tiedTo.length === 0 || operation === 'UPDATE') return [];
  const others = mapping.files.flatMap(({ columns }) =>
    columns.flatMap(({ target }) =>
      target === null ? [] : [target.objectTypeId, 'toObjectTypeId' in target ? target.toObjectTypeId : ''],
    ),
  );
  const isTied = others.some((other) =>
    tiedTo === 'any' ? other !== '' && other !== objectTypeId : tiedTo.includes(other),
  );
  const severity = operation === 'CREATE' ? 'error' : 'warning';
  return isTied ? [] : [{ code: 'mapping-untied', severity, objectTypeId }];
}

function labelsAlone(mapping: Mapping, file: number): Found {
  const columns = columnsOf(mapping, file);
  return columns.flatMap(({ column, target }): Found => {
    if (target?.kind !== 'labels') return [];
    const { objectTypeId, toObjectTypeId } = target;
    const hasOther = columns.some(({ target: other }) => {
      if (other === null || other === target) return false;
      if (objectTypeId === toObjectTypeId)
        return other.kind === 'keys' && other.objectTypeId === objectTypeId;
      if (other.kind === 'record-ids' && other.objectTypeId === objectTypeId)
        return other.toObjectTypeId === toObjectTypeId;
      return other.kind === 'property' && other.objectTypeId === toObjectTypeId;
    });
    return hasOther ? [] : [{ code: 'mapping-label-alone', file, objectTypeId, columns: [column] }];
  });
}

/** A file stands for itself when it neither has a common column nor owns one. */
function notJoined(mapping: Mapping, file: number): Found {
  if (mapping.files.length < 2) return [];
  const joins = mapping.files.flatMap(({ columns }, from) =>
    columns.flatMap(({ target }) => (target?.kind === 'common' ? [from, target.file] : [])),
  );
  return joins.includes(file) ? [] : [{ code: 'mapping-not-joined', severity: 'warning', file }];
}

/** It must be the record id, or a property that identifies records (imports guide). */
function commonKey(mapping: Mapping, file: number): Found {
  return columnsOf(mapping, file).flatMap(({ column, target }): Found => {
    if (target?.kind !== 'common') return [];
    const owner = columnsOf(mapping, target.file)[target.column]?.target ?? null;
    const identifies =
      owner?.kind === 'property' &&
      owner.objectTypeId === target.toObjectTypeId &&
      mapping.objects.some(
        ({ objectTypeId, identifiers }) =>
          objectTypeId === owner.objectTypeId && identifiers.includes(owner.property),
      );
    return identifies ? [] : [{ code: 'mapping-common-key', file, columns: [column] }];
  });
}

/** Same-object imports take one file (file formats). */
function oneFile(mapping: Mapping, file: number): Found {
  if (mapping.files.length < 2) return [];
  const columns = columnsOf(mapping, file).filter(({ target }) => target?.kind === 'keys');
  return columns.map(({ column }) => ({ code: 'mapping-one-file', file, columns: [column] }));
}

/** The row ties its records (file formats); that HubSpot refuses what it cannot tie is inferred. */
function unrelated(mapping: Mapping, file: number, account: Account): Found {
  const there = [
    ...new Set(
      columnsOf(mapping, file).flatMap(({ target }) =>
        target?.kind === 'property' ? target.objectTypeId : [],
      ),
    ),
  ];
  if (there.length < 2) return [];
  const canTie = (one: string, other: string): boolean =>
    one !== other &&
    [...associationTypes(account, one, other), ...associationTypes(account, other, one)].length > 0;
  return there
    .filter((one) => !there.some((other) => canTie(one, other)))
    .map((objectTypeId) => ({ code: 'mapping-unrelated', severity: 'warning', file, objectTypeId }));
}

/** The secondary email of a contact found by its record id becomes the primary one (file formats). */
function primaryEmail(mapping: Mapping, { objectTypeId }: ObjectMapping): Found {
  const has = (property: string): boolean =>
    mapping.files.some((_, file) => columnOf(mapping, file, objectTypeId, property) !== null);
  if (objectTypeId !== '0-1' || !has(RECORD_ID) || !has('email')) return [];
  return [{ code: 'mapping-primary-email', severity: 'warning', objectTypeId }];
}

function noEvent(mapping: Mapping, { marketingEventId }: Pick<Settings, 'marketingEventId'>): Found {
  const hasTimes = usedObjects(mapping).some(({ objectTypeId }) => objectTypeId === MARKETING_EVENT);
  return hasTimes && marketingEventId === null
    ? [{ code: 'mapping-no-event', objectTypeId: MARKETING_EVENT }]
    : [];
}
