/** The mapping with its options as one plain JSON value: to be saved by the page, remembered by the widget, and given back. */
import * as z from 'zod/mini';
import type { Account } from './account.js';
import { DATE_FORMATS, type DateFormat, type Operation, OPERATIONS, SUBMISSION_TYPES } from './hubspot.js';
import type { Mapping } from './mapping.js';
import { findObjectType, MARKETING_EVENT } from './objects.js';
import type { Settings } from './request.js';
import type { GivenColumn } from './weigh-columns.js';
import { toProperty } from './target.js';

/** How one object is written. */
export interface RecipeObject {
  readonly objectTypeId: string;
  readonly operation: Operation;
  /** The property that identifies records, or null for the best one that is matched. */
  readonly identifier: string | null;
}

/** What becomes of one file. */
export interface RecipeFile {
  /** The sheet of a workbook of several; another one where the workbook has none of that name. */
  readonly sheet?: string | undefined;
  readonly columns: readonly GivenColumn[];
}

/** What a page saves and gives back. Nothing of the file's content but its headers is in it. */
export interface MappingRecipe {
  readonly version: 1;
  readonly objects: readonly RecipeObject[];
  /** One for each file. */
  readonly files: readonly RecipeFile[];
  /** Null to read it from the file. */
  readonly dateFormat: DateFormat | null;
  readonly options: Omit<Settings, 'name'>;
}

/** The short form for a page that writes it by hand: properties of the first object type, or of the one named. */
export type MappingPreset = readonly {
  readonly header: string;
  readonly property: string | null;
  readonly objectType?: string;
}[];

/**
 * Writes the decisions of the moment.
 *
 * @param sheets of each file the sheet that was chosen; null where there was no choice
 */
export function toRecipe(
  mapping: Mapping,
  { createList, marketable, timeZone, marketingEventId }: Settings,
  sheets: readonly (string | null)[],
): MappingRecipe {
  const isDecided = mapping.dateFormatBy === 'person' || mapping.dateFormatBy === 'page';
  return {
    version: 1,
    objects: mapping.objects.map(({ objectTypeId, operation, identifier, identifierBy }) => ({
      objectTypeId,
      operation,
      identifier: identifierBy === 'person' ? identifier : null,
    })),
    files: mapping.files.map(({ columns }, file) => ({
      ...(sheets[file] != null && { sheet: sheets[file] }),
      // What nobody decided is left open, to be suggested anew.
      columns: columns.flatMap(({ header, target, reason }) => (reason === null ? [] : [{ header, target }])),
    })),
    dateFormat: isDecided ? mapping.dateFormat : null,
    options: { createList, marketable, timeZone, marketingEventId },
  };
}

const id = z.string().check(z.minLength(1));
const place = z.int().check(z.nonnegative());
const association = z.object({ typeId: z.int(), category: z.string() });

/** A target that comes from outside. */
export const TargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('property'), objectTypeId: id, property: id }),
  z.object({ kind: z.literal('labels'), objectTypeId: id, toObjectTypeId: id }),
  z.object({ kind: z.literal('keys'), objectTypeId: id, property: id }),
  z.object({ kind: z.literal('record-ids'), objectTypeId: id, toObjectTypeId: id, association }),
  z.object({
    kind: z.literal('event'),
    objectTypeId: z.literal(MARKETING_EVENT),
    submission: z.enum(SUBMISSION_TYPES),
  }),
  z.object({
    kind: z.literal('common'),
    objectTypeId: id,
    toObjectTypeId: id,
    association,
    file: place,
    column: place,
  }),
]);

const Columns = z.array(z.object({ header: z.string(), target: z.nullable(TargetSchema) }));

const RecipeSchema = z.object({
  version: z.literal(1),
  objects: z.array(
    z.object({ objectTypeId: id, operation: z.enum(OPERATIONS), identifier: z.nullable(z.string()) }),
  ),
  files: z.array(z.object({ sheet: z.optional(z.string()), columns: Columns })),
  dateFormat: z.nullable(z.enum(DATE_FORMATS)),
  options: z.object({
    createList: z.boolean(),
    marketable: z.nullable(z.boolean()),
    timeZone: z.nullable(z.string()),
    marketingEventId: z.nullable(z.string()),
  }),
});

const PresetEntry = z.object({
  header: z.string(),
  property: z.nullable(z.string()),
  objectType: z.optional(z.string()),
});

/** What a preset decides; what it does not say is left to the attributes and to the suggestions. */
export interface Preset {
  /** An operation that is null is the attribute's. */
  readonly objects: readonly (Omit<RecipeObject, 'operation'> & { readonly operation: Operation | null })[];
  readonly files: readonly RecipeFile[];
  readonly dateFormat: DateFormat | null;
  readonly options: MappingRecipe['options'] | null;
}

/**
 * Reads what a page or the browser's storage gives: a recipe, or its short form. What is neither is passed over: an
 * importer without its preset still works.
 *
 * @param firstObjectTypeId of the short form's properties that name no object
 * @param account where it is known, so that its own objects may be named
 */
export function readPreset(
  value: unknown,
  firstObjectTypeId: string,
  account: Pick<Account, 'objects'> | null = null,
): Preset | null {
  const recipe = RecipeSchema.safeParse(value);
  if (recipe.success) return recipe.data;
  if (!Array.isArray(value)) return null;
  const columns = value.flatMap((entry: unknown): readonly GivenColumn[] => {
    const read = PresetEntry.safeParse(entry);
    if (!read.success) return [];
    const { header, property, objectType } = read.data;
    const objectTypeId = idOf(objectType ?? '', account) ?? firstObjectTypeId;
    return [{ header, target: property === null ? null : toProperty(objectTypeId, property) }];
  });
  return { objects: [], files: [{ columns }], dateFormat: null, options: null };
}

/** The id of an object type by its id or name; null for blank text. */
function idOf(idOrName: string, account: Pick<Account, 'objects'> | null): string | null {
  const type = findObjectType(idOrName);
  const isMeant = (name: string): boolean => name.toLowerCase() === type?.name.toLowerCase();
  const known = account?.objects.find(({ objectType }) => isMeant(objectType.name));
  return known?.objectType.id ?? type?.id ?? null;
}
