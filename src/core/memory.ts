/**
 * What a person chose for files with the same headers, to be taken over the next time. Headers are kept as hashes alone, of the
 * cells nothing.
 */
import * as z from 'zod/mini';
import { hashText } from './hash.js';
import { DATE_FORMATS, type Operation, OPERATIONS } from './hubspot.js';
import type { ColumnMatch, Mapping } from './mapping.js';
import { type Preset, TargetSchema } from './recipe.js';
import type { Target } from './target.js';
import { keyOf, wordsOf } from './words.js';

export const Memory = z.object({
  files: z.array(
    z.object({
      /** Hash of all its headers, by which the file is found among those that come together. */
      headers: z.string(),
      columns: z.array(
        z.object({
          /** Hash of the header. */
          header: z.string(),
          target: z.nullable(TargetSchema),
          /** Hash of the other column's header, for a common column. */
          owner: z.optional(z.string()),
        }),
      ),
    }),
  ),
  objects: z.array(
    z.object({
      objectTypeId: z.string(),
      operation: z.nullable(z.enum(OPERATIONS)),
      identifier: z.nullable(z.string()),
    }),
  ),
  dateFormat: z.nullable(z.enum(DATE_FORMATS)),
});
export type Memory = z.infer<typeof Memory>;

/** Spelling and order of headers make no difference. */
const hashOf = (header: string): string => hashText(keyOf(wordsOf(header)));

const hashOfAll = (headers: readonly string[]): string => hashText(headers.map(hashOf).sort().join(' '));

/** Where the memory of files with these headers lies, in whatever order they come. */
export const memoryName = (headers: readonly (readonly string[])[]): string =>
  `mapping/${hashText(headers.map(hashOfAll).sort().join(' '))}`;

/**
 * What the person chose, and only that: what was suggested is suggested again.
 *
 * @param operationOf the page's
 * @returns null when nothing was chosen
 */
export function toMemory(mapping: Mapping, operationOf: (objectTypeId: string) => Operation): Memory | null {
  const isChosen = ({ reason }: ColumnMatch): boolean =>
    reason?.kind === 'person' || reason?.kind === 'remembered';
  const files = mapping.files.map(({ columns }) => ({
    headers: hashOfAll(columns.map(({ header }) => header)),
    columns: columns.filter(isChosen).map(({ header, target }) => {
      const owner =
        target?.kind === 'common' ? mapping.files[target.file]?.columns[target.column] : undefined;
      return { header: hashOf(header), target, ...(owner !== undefined && { owner: hashOf(owner.header) }) };
    }),
  }));
  const objects = mapping.objects.flatMap(({ objectTypeId, operation, identifier, identifierBy }) => {
    const chosen = {
      objectTypeId,
      operation: operation === operationOf(objectTypeId) ? null : operation,
      identifier: identifierBy === 'person' ? identifier : null,
    };
    return chosen.operation === null && chosen.identifier === null ? [] : [chosen];
  });
  const dateFormat = mapping.dateFormatBy === 'person' ? mapping.dateFormat : null;
  const isEmpty =
    files.every(({ columns }) => columns.length === 0) && objects.length === 0 && dateFormat === null;
  return isEmpty ? null : { files, objects, dateFormat };
}

/**
 * The choices for the files at hand.
 *
 * @param isThere whether the account still has what a column was matched to
 */
export function fromMemory(
  memory: Memory,
  headers: readonly (readonly string[])[],
  isThere: (target: Target) => boolean,
): Preset {
  const hashes = headers.map((names) => names.map(hashOf));
  const places = placesOf(memory, headers);
  const files = headers.map((_, file) => ({
    columns: (memory.files[places.indexOf(file)]?.columns ?? []).flatMap(({ header, target, owner }) => {
      const column = hashes[file]?.indexOf(header) ?? -1;
      const found = target === null ? null : relocate(target, owner, hashes, places);
      const name = headers[file]?.[column];
      const isLost = target !== null && (found === null || !isThere(found));
      return name === undefined || isLost ? [] : [{ header: name, target: found }];
    }),
  }));
  return { files, objects: memory.objects, dateFormat: memory.dateFormat, options: null };
}

/** Where each file of the memory is now; files with the same headers keep their order, and so does one that is not found. */
function placesOf({ files }: Memory, headers: readonly (readonly string[])[]): readonly number[] {
  const free = new Map(headers.map((names, file) => [file, hashOfAll(names)]));
  return files.map((one, before) => {
    const [file = before] = [...free].find(([, all]) => all === one.headers) ?? [];
    free.delete(file);
    return file;
  });
}

/** How many of a mapping's decisions are those of the last time. */
export const rememberedChoices = ({ files, dateFormatBy }: Mapping): number =>
  files.flatMap(({ columns }) => columns).filter(({ reason }) => reason?.kind === 'remembered').length +
  Number(dateFormatBy === 'remembered');

/** A common column points to where the other one is now. */
function relocate(
  target: Target,
  owner: string | undefined,
  hashes: readonly (readonly string[])[],
  places: readonly number[],
): Target | null {
  if (target.kind !== 'common') return target;
  const file = places[target.file] ?? -1;
  const column = hashes[file]?.indexOf(owner ?? '') ?? -1;
  return column < 0 ? null : { ...target, file, column };
}
