/** What HubSpot's answer tells of the request that an import was made of: it echoes it in `importRequestJson`. */
import * as z from 'zod/mini';
import type { ImportResponse } from './answers.js';
import { DATE_FORMATS, OPERATIONS, RECORD_ID } from './hubspot.js';
import { RequestColumn } from './import-request.js';
import { MARKETING_EVENT } from './objects.js';
import type { MappingRecipe, RecipeObject } from './recipe.js';
import { type Target, toProperty } from './target.js';

type Answer = Pick<ImportResponse, 'importRequestJson'>;

const EchoedFiles = z.looseObject({ files: z.array(z.looseObject({ fileName: z.string() })) });

/** The names of the files that were sent; null when HubSpot does not say. */
export function echoedFileNames({ importRequestJson }: Answer): readonly string[] | null {
  return EchoedFiles.safeParse(importRequestJson).data?.files.map(({ fileName }) => fileName) ?? null;
}

const filesOf = <T extends z.core.SomeType>(column: T) =>
  z.array(z.looseObject({ fileImportPage: z.looseObject({ columnMappings: z.array(column) }) }));

const EchoedHeaders = z.looseObject({ files: filesOf(z.looseObject({ columnName: z.string() })) });

/** The headers of a file that was sent; none when HubSpot does not say. */
export function echoedHeaders({ importRequestJson }: Answer, file: number): readonly string[] {
  const request = EchoedHeaders.safeParse(importRequestJson);
  return request.data?.files[file]?.fileImportPage.columnMappings.map(({ columnName }) => columnName) ?? [];
}

/** As `ImportRequest`, but an odd field spoils nothing beside it: live echoes hold more than was sent. */
const EchoedRequest = z.looseObject({
  importOperations: z.catch(z.record(z.string(), z.enum(OPERATIONS)), {}),
  dateFormat: z.catch(z.nullable(z.enum(DATE_FORMATS)), null),
  timeZone: z.catch(z.nullable(z.string()), null),
  marketableContactImport: z.catch(z.nullable(z.boolean()), null),
  createContactListFromImport: z.catch(z.boolean(), false),
  marketingEventObjectId: z.catch(z.nullable(z.number()), null),
  files: filesOf(z.object(RequestColumn.shape)),
});
type EchoedRequest = z.infer<typeof EchoedRequest>;

/** How the files were imported, to import others of their columns in the same way; null when HubSpot does not say. */
export function echoedRecipe({ importRequestJson }: Answer): MappingRecipe | null {
  const request = EchoedRequest.safeParse(importRequestJson).data;
  if (request === undefined) return null;
  const { marketingEventObjectId: event } = request;
  return {
    version: 1,
    objects: Object.entries(request.importOperations).map(([objectTypeId, operation]) => ({
      objectTypeId,
      operation,
      identifier: identifierOf(request, objectTypeId),
    })),
    files: request.files.map(({ fileImportPage: { columnMappings } }, file) => ({
      columns: columnMappings.map((column) => ({
        header: column.columnName,
        target: targetOf(column, file, request),
      })),
    })),
    dateFormat: request.dateFormat,
    options: {
      createList: request.createContactListFromImport,
      marketable: request.marketableContactImport,
      timeZone: request.timeZone,
      marketingEventId: event === null ? null : String(event),
    },
  };
}

function identifierOf({ files }: EchoedRequest, objectTypeId: string): RecipeObject['identifier'] {
  const columns = files.flatMap(({ fileImportPage }) => fileImportPage.columnMappings);
  const found = columns.find(
    ({ columnObjectTypeId, toColumnObjectTypeId, columnType = '' }) =>
      columnObjectTypeId === objectTypeId &&
      toColumnObjectTypeId === undefined &&
      ['HUBSPOT_OBJECT_ID', 'HUBSPOT_ALTERNATE_ID'].includes(columnType),
  );
  return found === undefined ? null : propertyOf(found);
}

/** The other way round of `buildRequest`. */
function targetOf(column: RequestColumn, file: number, request: EchoedRequest): Target | null {
  const { columnObjectTypeId: objectTypeId, toColumnObjectTypeId: toObjectTypeId } = column;
  const { foreignKeyType: key, marketingEventSubmissionType: submission } = column;
  const property = propertyOf(column);
  if (column.columnType === 'EVENT_TIMESTAMP')
    return submission === undefined ? null : { kind: 'event', objectTypeId: MARKETING_EVENT, submission };
  if (column.columnType === 'ASSOCIATION_KEYS')
    return property === null ? null : { kind: 'keys', objectTypeId, property };
  if (toObjectTypeId === undefined) return property === null ? null : toProperty(objectTypeId, property);
  if (column.columnType === 'FLEXIBLE_ASSOCIATION_LABEL')
    return { kind: 'labels', objectTypeId, toObjectTypeId };
  if (key === undefined) return null;
  const association = { typeId: key.associationTypeId, category: key.associationCategory };
  if (column.columnType === 'HUBSPOT_OBJECT_ID')
    return { kind: 'record-ids', objectTypeId, toObjectTypeId, association };
  const owner = ownerOf(column, file, request);
  return owner === null ? null : { kind: 'common', objectTypeId, toObjectTypeId, association, ...owner };
}

/** Record ids need no name. */
const propertyOf = ({ columnType, propertyName }: RequestColumn): string | null =>
  propertyName ?? (columnType === 'HUBSPOT_OBJECT_ID' ? RECORD_ID : null);

/** The column of another file that a common column repeats: it has its name, and the flag. */
function ownerOf(
  { columnName }: RequestColumn,
  file: number,
  { files }: EchoedRequest,
): { readonly file: number; readonly column: number } | null {
  const places = files.map(({ fileImportPage: { columnMappings } }) =>
    columnMappings.findIndex(
      (one) => one.associationIdentifierColumn === true && one.columnName === columnName,
    ),
  );
  const owner = places.findIndex((column, other) => column >= 0 && other !== file);
  return owner === -1 ? null : { file: owner, column: places[owner] ?? 0 };
}
