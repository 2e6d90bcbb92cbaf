import { type Account, findProperty, labelsBetween, requiredOf } from './account.js';
import { type Property, type PropertyOption, RECORD_ID } from './hubspot.js';
import { columnOf, type Mapping, objectOf } from './mapping.js';
import type { CheckPlan, ColumnRule, KeyKind, ObjectRule } from './plan.js';
import type { Loaded } from './state.js';
import type { Target, TargetKind } from './target.js';
import { valueKind } from './value-kind.js';

/** What a plan needs besides the mapping. */
export interface PlanContext {
  readonly account: Account;
  /** Number of headers of the file. */
  readonly columnCount: number;
  readonly maxRows: number;
}

/**
 * Plans the check of one file: one rule for each matched column, in file order. A property whose definition is not
 * known is checked as text. A required group that no column has is left to `mappingProblems`, which says it once.
 */
export function planCheck(mapping: Mapping, file: number, context: PlanContext): CheckPlan {
  const { account, columnCount, maxRows } = context;
  const place: Place = { mapping, account, main: mainIn(mapping, file) };
  const columns = (mapping.files[file]?.columns ?? []).flatMap(({ column, target }) =>
    target === null ? [] : [{ column, objectTypeId: target.objectTypeId, ...ruleOf(target, place) }],
  );
  return {
    columns,
    objects: objectsIn(mapping, file).map((objectTypeId) => objectRule(objectTypeId, mapping, file, account)),
    columnCount,
    dateFormat: mapping.dateFormat,
    owners: columns.some(({ kind }) => kind === 'owner') ? account.owners : null,
    maxRows,
  };
}

/** What the rows of a file are checked against. */
export const planOf = (
  { mapping, account, files }: Pick<Loaded, 'mapping' | 'account' | 'files'>,
  file: number,
  maxRows: number,
): CheckPlan =>
  planCheck(mapping, file, {
    account,
    columnCount: files[file]?.preview.headers.length ?? 0,
    maxRows,
  });

/** The objects that have properties in a file, in the order chosen. */
function objectsIn(mapping: Mapping, file: number): readonly string[] {
  const there = new Set(
    mapping.files[file]?.columns.map(({ target }) =>
      target?.kind === 'property' ? target.objectTypeId : null,
    ),
  );
  return mapping.objects.map(({ objectTypeId }) => objectTypeId).filter((id) => there.has(id));
}

function objectRule(objectTypeId: string, mapping: Mapping, file: number, account: Account): ObjectRule {
  const operation = objectOf(mapping, objectTypeId)?.operation ?? 'UPSERT';
  const groups = requiredOf(account, objectTypeId).map((group) =>
    group.flatMap((name) => columnOf(mapping, file, objectTypeId, name)?.column ?? []),
  );
  const required = operation === 'UPDATE' ? [] : groups.filter((group) => group.length > 0);
  return { objectTypeId, operation, required };
}

type Rule = Omit<ColumnRule, 'column' | 'objectTypeId'>;

/** What the rule of a column depends on besides the column. */
interface Place {
  readonly mapping: Mapping;
  readonly account: Account;
  /** The object that every row of the file is a record of; those of the others may stand on several. Null where all may. */
  readonly main: string | null;
}

/** To be tied to several others a record stands on several rows (file formats). */
function mainIn(mapping: Mapping, file: number): string | null {
  const ties: readonly TargetKind[] = ['common', 'keys', 'record-ids', 'labels'];
  const tiesRows = (mapping.files[file]?.columns ?? []).some(
    ({ target }) => target !== null && ties.includes(target.kind),
  );
  return tiesRows ? null : (objectsIn(mapping, file)[0] ?? null);
}

function ruleOf(target: Target, place: Place): Rule {
  const { mapping, account } = place;
  switch (target.kind) {
    case 'property':
      return propertyRule(target, place);
    case 'labels': {
      const labels = labelsBetween(account, target.objectTypeId, target.toObjectTypeId) ?? [];
      const options = labels.map((label) => ({ label, value: label, hidden: false }));
      return { property: '', kind: 'labels', uniqueness: 'none', options };
    }
    case 'keys': {
      const keyKind = keyKindOf(findProperty(account, target.objectTypeId, target.property), target);
      return { property: target.property, kind: 'keys', keyKind, uniqueness: 'none', options: [] };
    }
    case 'record-ids':
      return { property: '', kind: 'keys', keyKind: 'record-id', uniqueness: 'none', options: [] };
    case 'event':
      return { property: '', kind: 'datetime', uniqueness: 'none', options: [] };
    case 'common': {
      const owner = mapping.files[target.file]?.columns[target.column]?.target ?? null;
      const rule = owner?.kind === 'property' ? propertyRule(owner, place) : null;
      return { property: '', kind: rule?.kind ?? 'text', uniqueness: 'none', options: [] };
    }
  }
}

function propertyRule({ objectTypeId, property }: Extract<Target, { kind: 'property' }>, place: Place): Rule {
  const definition = findProperty(place.account, objectTypeId, property);
  const kind = definition === null ? kindOfUnknown(property) : valueKind(definition, objectTypeId);
  return {
    property,
    kind,
    uniqueness: uniquenessOf(objectTypeId, property, definition, place),
    options: kind === 'option' || kind === 'options' ? optionsOf(property, definition) : [],
  };
}

const STAGES = ['dealstage', 'hs_pipeline_stage'];

/** Pipelines have stages of the same name; the row's pipeline says which is meant. */
function optionsOf(property: string, definition: Property | null): readonly PropertyOption[] {
  const options = definition?.options ?? [];
  if (!STAGES.includes(property)) return options;
  return options.filter(({ label }, at) => options.findIndex((other) => other.label === label) === at);
}

const kindOfUnknown = (property: string): 'record-id' | 'text' =>
  property === RECORD_ID ? 'record-id' : 'text';

/** Same-object imports take the primary email and domain only, and record ids (file formats). */
function keyKindOf(
  definition: Property | null,
  { objectTypeId, property }: { readonly objectTypeId: string; readonly property: string },
): KeyKind {
  const kind = definition === null ? kindOfUnknown(property) : valueKind(definition, objectTypeId);
  return kind === 'email' || kind === 'domain' || kind === 'record-id' ? kind : 'text';
}

/** Email stays unique when contacts are matched by another key; a company's domain may repeat then (file formats). */
function uniquenessOf(
  objectTypeId: string,
  property: string,
  definition: Property | null,
  { mapping, main }: Place,
): ColumnRule['uniqueness'] {
  const isIdentifier = property === objectOf(mapping, objectTypeId)?.identifier;
  if (objectTypeId !== main) return isIdentifier ? 'key' : 'none';
  if (isIdentifier) return 'identifier';
  const isContactEmail = objectTypeId === '0-1' && property === 'email';
  return isContactEmail || property === RECORD_ID || definition?.hasUniqueValue === true ? 'unique' : 'none';
}
