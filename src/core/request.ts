import { RECORD_ID, type ImportRequest, type RequestColumn } from './hubspot.js';
import type { Mapping } from './mapping.js';

/** What the person or the page decided about the import as a whole. */
export interface Settings {
  /** Shown in HubSpot's list of imports. */
  readonly name: string;
  readonly createList: boolean;
  /** True or false sets the contacts' marketing status; null leaves it alone. */
  readonly marketable: boolean | null;
  /** IANA name. HubSpot documents its effect for marketing events only, so it is sent only when it was chosen. */
  readonly timeZone: string | null;
}

/** The file as it will be sent. */
export interface RequestSource {
  readonly fileName: string;
  /** Final header of every column of the original file, in file order: unique and never empty. */
  readonly headers: readonly string[];
}

/**
 * Builds HubSpot's import request: one entry per column that is sent, in file order. Columns that are not imported are
 * dropped from the file, because HubSpot wants every column of the file mapped (imports guide).
 */
export function buildRequest(mapping: Mapping, settings: Settings, source: RequestSource): ImportRequest {
  const isContacts = mapping.objectTypeId === '0-1';
  return {
    name: settings.name,
    importOperations: { [mapping.objectTypeId]: mapping.operation },
    ...(mapping.dateFormat !== null && { dateFormat: mapping.dateFormat }),
    ...(settings.timeZone !== null && { timeZone: settings.timeZone }),
    ...(isContacts && settings.marketable !== null && { marketableContactImport: settings.marketable }),
    ...(isContacts && settings.createList && { createContactListFromImport: true }),
    files: [
      {
        fileName: csvName(source.fileName),
        fileFormat: 'CSV',
        fileImportPage: { hasHeader: true, columnMappings: toRequestColumns(mapping, source.headers) },
      },
    ],
  };
}

/** Zero-based columns of the file that are sent, in file order. */
export function sentColumns(mapping: Mapping): readonly number[] {
  return mapping.columns.filter(({ property }) => property !== null).map(({ column }) => column);
}

function toRequestColumns(mapping: Mapping, headers: readonly string[]): readonly RequestColumn[] {
  return mapping.columns.flatMap(({ column, property }) => {
    if (property === null) return [];
    const entry = {
      columnObjectTypeId: mapping.objectTypeId,
      columnName: headers[column] ?? '',
      propertyName: property,
    };
    if (property === RECORD_ID) return [{ ...entry, columnType: 'HUBSPOT_OBJECT_ID' as const }];
    if (property === mapping.identifier) return [{ ...entry, columnType: 'HUBSPOT_ALTERNATE_ID' as const }];
    return [entry];
  });
}

/** HubSpot matches the part to `fileName` and wants a base name with its extension; a path gives a bare 400. */
export function csvName(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/s, '').replace(/["\r\n]/g, '_') || 'import';
  return /\.csv$/i.test(base) ? base : `${base.replace(/\.(tsv|txt|tab)$/i, '')}.csv`;
}

/**
 * The request as a cURL command, for whoever wants to see or repeat it by hand.
 *
 * @param url the full address; the token is never known here, `<token>` stands in its place
 */
export function toCurl(url: string, request: ImportRequest): string {
  const quote = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;
  const files = request.files.map(
    ({ fileName }) => `  --form ${quote(`files=@"${fileName}";type=text/csv`)}`,
  );
  return [
    `curl --request POST ${quote(url)}`,
    `  --header 'Authorization: Bearer <token>'`,
    `  --form-string ${quote(`importRequest=${JSON.stringify(request)}`)}`,
    ...files,
  ].join(' \\\n');
}
