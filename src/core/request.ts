import { RECORD_ID } from './hubspot.js';
import type { ImportRequest, RequestColumn, RequestFile } from './import-request.js';
import { type Mapping, objectOf, usedObjects } from './mapping.js';
import { MARKETING_EVENT } from './objects.js';
import type { AssociationRef, Target } from './target.js';

/** What the person or the page decided about the import as a whole. */
export interface Settings {
  /** Shown in HubSpot's list of imports. */
  readonly name: string;
  readonly createList: boolean;
  /** True or false sets the contacts' marketing status; null leaves it alone. */
  readonly marketable: boolean | null;
  /** IANA name, or null when nobody chose. HubSpot documents its effect for marketing events only. */
  readonly timeZone: string | null;
  /** Record id of the marketing event that contacts took part in; null for none. */
  readonly marketingEventId: string | null;
}

/** A file as it will be sent. */
export interface RequestSource {
  readonly fileName: string;
  /** `SPREADSHEET` for a workbook that goes as it is. */
  readonly fileFormat: RequestFile['fileFormat'];
  /** Final header of every column of the original file, in file order: unique and never empty. */
  readonly headers: readonly string[];
}

/**
 * Builds HubSpot's import request: one entry per column that is sent, in file order. Columns that are not imported are
 * dropped from the file, because HubSpot wants every column of the file mapped (imports guide).
 *
 * @param zone The zone that times without one are meant in where nobody chose; sent with event times alone.
 */
export function buildRequest(
  mapping: Mapping,
  settings: Settings,
  sources: readonly RequestSource[],
  zone: string | null = null,
): ImportRequest {
  const used = usedObjects(mapping);
  const has = (objectTypeId: string): boolean => used.some((object) => object.objectTypeId === objectTypeId);
  const hasEvents = has(MARKETING_EVENT);
  const timeZone = settings.timeZone ?? (hasEvents ? zone : null);
  const names = fileNames(sources);
  return {
    name: settings.name,
    importOperations: Object.fromEntries(
      used.map(({ objectTypeId, operation }) => [objectTypeId, operation]),
    ),
    ...(mapping.dateFormat !== null && { dateFormat: mapping.dateFormat }),
    ...(timeZone !== null && { timeZone }),
    ...(has('0-1') && settings.marketable !== null && { marketableContactImport: settings.marketable }),
    ...(has('0-1') && settings.createList && { createContactListFromImport: true }),
    ...(hasEvents &&
      settings.marketingEventId !== null && { marketingEventObjectId: Number(settings.marketingEventId) }),
    files: sources.map(({ fileFormat }, file) => ({
      fileName: names[file] ?? '',
      fileFormat,
      fileImportPage: toPage(mapping, file, sentHeaders(mapping, sources, file)),
    })),
  };
}

function toPage(mapping: Mapping, file: number, headers: readonly string[]): RequestFile['fileImportPage'] {
  const columnMappings = (mapping.files[file]?.columns ?? []).flatMap(({ column, target }) =>
    target === null ? [] : [toRequestColumn(target, headers[column] ?? '', mapping, { file, column })],
  );
  return { hasHeader: true, columnMappings };
}

/** Where a column is: file and column, zero-based. */
interface Place {
  readonly file: number;
  readonly column: number;
}

/** The shapes are those of the imports guide's examples; where it has none, `inferred` says so. */
function toRequestColumn(target: Target, columnName: string, mapping: Mapping, place: Place): RequestColumn {
  const { objectTypeId: columnObjectTypeId } = target;
  switch (target.kind) {
    case 'property':
      return {
        columnObjectTypeId,
        columnName,
        propertyName: target.property,
        ...identifying(target, mapping, place),
      };
    case 'labels':
      return {
        columnObjectTypeId,
        toColumnObjectTypeId: target.toObjectTypeId,
        columnName,
        columnType: 'FLEXIBLE_ASSOCIATION_LABEL',
      };
    case 'keys':
      // The guide describes this column without an example: that it names the property is inferred.
      return {
        columnObjectTypeId,
        columnName,
        propertyName: target.property,
        columnType: 'ASSOCIATION_KEYS',
      };
    case 'record-ids':
      // The guide's example is in the older spelling and names no other object: that it may is inferred.
      return {
        columnObjectTypeId,
        toColumnObjectTypeId: target.toObjectTypeId,
        columnName,
        propertyName: null,
        columnType: 'HUBSPOT_OBJECT_ID',
        foreignKeyType: toForeignKey(target.association),
      };
    case 'event':
      return {
        columnObjectTypeId,
        columnName,
        columnType: 'EVENT_TIMESTAMP',
        marketingEventSubmissionType: target.submission,
      };
    case 'common':
      return {
        columnObjectTypeId,
        toColumnObjectTypeId: target.toObjectTypeId,
        columnName,
        propertyName: null,
        foreignKeyType: toForeignKey(target.association),
      };
  }
}

/** The guide's example marks the owner's common column with the flag alone, so it has no other mark unless it holds record ids. */
function identifying(
  { objectTypeId, property }: Extract<Target, { kind: 'property' }>,
  mapping: Mapping,
  place: Place,
): Pick<RequestColumn, 'columnType' | 'associationIdentifierColumn'> {
  const isCommon = isCommonOwner(mapping, place);
  const flag = isCommon ? { associationIdentifierColumn: true } : {};
  if (property === RECORD_ID) return { columnType: 'HUBSPOT_OBJECT_ID', ...flag };
  const isIdentifier = property === objectOf(mapping, objectTypeId)?.identifier;
  return isIdentifier && !isCommon ? { columnType: 'HUBSPOT_ALTERNATE_ID' } : flag;
}

/** Whether the rows of another file are found by this column. */
export function isCommonOwner(mapping: Mapping, { file, column }: Place): boolean {
  return mapping.files.some(({ columns }) =>
    columns.some(
      ({ target }) => target?.kind === 'common' && target.file === file && target.column === column,
    ),
  );
}

const toForeignKey = ({
  typeId,
  category,
}: AssociationRef): NonNullable<RequestColumn['foreignKeyType']> => ({
  associationTypeId: typeId,
  associationCategory: category,
});

/**
 * The header that each column of a file is sent with. A common column is called as the one it repeats, because HubSpot finds
 * them by that (file formats); another of that name makes way.
 */
export function sentHeaders(
  mapping: Mapping,
  sources: readonly Pick<RequestSource, 'headers'>[],
  file: number,
): readonly string[] {
  const common = new Map(
    (mapping.files[file]?.columns ?? []).flatMap(({ column, target }) =>
      target?.kind === 'common'
        ? [[column, sources[target.file]?.headers[target.column] ?? ''] as const]
        : [],
    ),
  );
  const taken = new Set(common.values());
  return (sources[file]?.headers ?? []).map((header, column) => {
    const name =
      common.get(column) ?? freeName(taken, (number) => (number === 1 ? header : `${header} (${number})`));
    taken.add(name);
    return name;
  });
}

/** The first of the names that is not taken, counted from 1. */
function freeName(taken: ReadonlySet<string>, nameOf: (number: number) => string): string {
  for (let number = 1; ; number += 1) {
    const name = nameOf(number);
    if (!taken.has(name)) return name;
  }
}

/** Zero-based columns of a file that are sent, in file order. */
export function sentColumns(mapping: Mapping, file: number): readonly number[] {
  const columns = mapping.files[file]?.columns ?? [];
  return columns.filter(({ target }) => target !== null).map(({ column }) => column);
}

/** Names that HubSpot tells the files apart by: none is there twice. */
function fileNames(sources: readonly RequestSource[]): readonly string[] {
  const taken = new Set<string>();
  return sources.map(({ fileName, fileFormat }) => {
    const base = fileFormat === 'CSV' ? csvName(fileName) : baseName(fileName);
    const free = freeName(taken, (number) =>
      number === 1 ? base : base.replace(/\.\w+$/, (extension) => ` (${number})${extension}`),
    );
    taken.add(free);
    return free;
  });
}

/** HubSpot matches the part to `fileName` and wants a base name with its extension; a path gives a bare 400. */
export function csvName(fileName: string): string {
  const base = baseName(fileName);
  return /\.csv$/i.test(base) ? base : `${base.replace(/\.(tsv|txt|tab|xlsx|xlsm)$/i, '')}.csv`;
}

const baseName = (fileName: string): string =>
  fileName.replace(/^.*[\\/]/s, '').replace(/["\r\n]/g, '_') || 'import';

/** Of the workbooks that are read here, HubSpot takes those without macros. */
export const isWorkbookName = (fileName: string): boolean => /\.xlsx$/i.test(fileName);

/** The media type of a file's part. */
export const mediaTypeOf = ({ fileFormat }: Pick<RequestFile, 'fileFormat'>): string =>
  fileFormat === 'CSV' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** JSON for people to read and copy: a character that turns the writing direction is spelt out, so that all is as it looks. */
export const readableJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(
    /[\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );

/**
 * The request as a cURL command, for whoever wants to see or repeat it by hand.
 *
 * @param url the full address; the token is never known here, `<token>` stands in its place
 */
export function toCurl(url: string, request: ImportRequest): string {
  const quote = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;
  const files = request.files.map(
    (file) => `  --form ${quote(`files=@"${file.fileName}";type=${mediaTypeOf(file)}`)}`,
  );
  return [
    `curl --request POST ${quote(url)}`,
    `  --header 'Authorization: Bearer <token>'`,
    `  --form-string ${quote(`importRequest=${readableJson(request)}`)}`,
    ...files,
  ].join(' \\\n');
}
