import { defaultProperties } from '../../core/defaults.js';
import type { Property } from '../../core/hubspot.js';
import type { ColumnMatch } from '../../core/mapping.js';
import { planCheck } from '../../core/check-plan.js';
import { isImportable } from '../../core/value-kind.js';
import type { ColumnRule } from '../../core/plan.js';
import type { RewriteRecipe } from '../../core/rewrite.js';
import { sentColumns } from '../../core/request.js';
import type { Loaded } from '../../core/state.js';

/** Properties as known: the account's, or the built-in few when it could not be asked. */
export const propertiesOf = ({ facts }: Pick<Loaded, 'facts'>): readonly Property[] =>
  facts.properties ?? defaultProperties(facts.objectType.id);

/** Properties that a column may be matched to. */
export const pickable = (loaded: Loaded): readonly Property[] => propertiesOf(loaded).filter(isImportable);

export const propertyByName = (loaded: Loaded, name: string): Property | null =>
  propertiesOf(loaded).find((property) => property.name === name) ?? null;

/** The label of the property that a column is matched to; its header when it is not matched. */
export function propertyLabel(loaded: Loaded, column: number): string {
  const name = loaded.mapping.columns[column]?.property ?? null;
  const header = loaded.preview.headers[column] ?? '';
  return name === null ? header : (propertyByName(loaded, name)?.label ?? name);
}

/** The column that a property is matched with. */
export const columnOf = (loaded: Loaded, property: string): ColumnMatch | null =>
  loaded.mapping.columns.find((match) => match.property === property) ?? null;

/** What a column is checked against; null when it is not imported. */
export const ruleOf = (loaded: Loaded, column: number): ColumnRule | null =>
  planOf(loaded, Number.POSITIVE_INFINITY).columns.find((rule) => rule.column === column) ?? null;

export const planOf = (loaded: Loaded, maxRows: number): ReturnType<typeof planCheck> =>
  planCheck(loaded.mapping, {
    objectType: loaded.facts.objectType,
    properties: propertiesOf(loaded),
    owners: loaded.facts.owners,
    columnCount: loaded.preview.headers.length,
    maxRows,
  });

/** How the file has to change before it is sent. */
export function recipeOf(loaded: Loaded): RewriteRecipe {
  const { preview, mapping, changes, check } = loaded;
  const columns = sentColumns(mapping);
  const tally = check.phase === 'finished' ? check.tally : null;
  const hasUnevenRows =
    tally?.problems.some(({ code }) => code === 'row-too-short' || code === 'row-too-long') ?? false;
  const hasBlankRows = (tally?.rows.empty ?? 0) > 0;
  return {
    dialect: preview.dialect,
    columns,
    headers: columns.map((column) => preview.headers[column] ?? ''),
    rawHeaders: preview.rawHeaders,
    changes,
    unevenRows: hasUnevenRows || hasBlankRows,
  };
}
