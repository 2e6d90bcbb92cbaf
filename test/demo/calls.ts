import type { Mapping } from './columns.js';
import { INSTANT } from '../../demo/hubspot/imports.js';
import { createStandIn, type StandIn, type StandInOptions } from '../../demo/hubspot/stand-in.js';

/** A clock that stands still until it is moved. */
export interface Clock {
  ms: number;
}

/** The beginning of every test: 1 November 2026, noon in London. */
export const createClock = (): Clock => ({ ms: Date.UTC(2026, 10, 1, 12) });

export const ORIGIN = 'https://api.hubapi.com';

/** A stand-in whose imports are over when they are next looked at, unless a pace is given. */
export function openStandIn(options: StandInOptions = {}, clock = createClock()): StandIn {
  return createStandIn({ tokens: ['local-token'], pace: INSTANT, now: () => clock.ms, ...options });
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Every field that a test reads of any answer, as if all were there: a test fails on what is missing. */
export interface Body extends RowError {
  readonly [field: string]: unknown;
  readonly id: string;
  readonly state: string;
  readonly status: string;
  readonly message: string;
  readonly category: string;
  readonly correlationId: string;
  readonly createdAt: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly results: readonly Body[];
  readonly paging: { readonly next: { readonly after: string } } | undefined;
  readonly errors: readonly { readonly context: Readonly<Record<string, readonly string[]>> }[];
  readonly metadata: {
    readonly counters: Record<string, number>;
    readonly fileIds: readonly string[];
    readonly objectLists: readonly { readonly listId: string; readonly objectType: string }[];
  };
}

async function read(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

export async function get(standIn: StandIn, path: string, token = 'local-token'): Promise<Answer> {
  return read(
    await standIn.handle(new Request(ORIGIN + path, { headers: { authorization: `Bearer ${token}` } })),
  );
}

export async function post(
  standIn: StandIn,
  path: string,
  body?: FormData | string,
  token = 'local-token',
  headers: Record<string, string> = {},
  method = 'POST',
): Promise<Answer> {
  const request = new Request(ORIGIN + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...headers },
    ...(body !== undefined && { body }),
  });
  return read(await standIn.handle(request));
}

/** A column as `name`, its property, and its type if it has one. */
export type Column = readonly [
  name: string,
  property: string | null,
  type?: string | undefined,
  objectType?: string,
];

/** An import request of one file. */
export function requestOf(
  columns: readonly Column[],
  more: Record<string, unknown> = {},
  objectType = '0-1',
): Record<string, unknown> {
  return {
    name: 'Spring list',
    files: [
      {
        fileName: 'list.csv',
        fileFormat: 'CSV',
        fileImportPage: {
          hasHeader: true,
          columnMappings: columns.map(([columnName, propertyName, columnType, columnObjectTypeId]) => ({
            columnObjectTypeId: columnObjectTypeId ?? objectType,
            columnName,
            ...(propertyName !== null && { propertyName }),
            ...(columnType !== undefined && { columnType }),
          })),
        },
      },
    ],
    ...more,
  };
}

export function formOf(
  request: unknown,
  csv: string | Uint8Array<ArrayBuffer>,
  fileName = 'list.csv',
): FormData {
  const form = new FormData();
  form.append('importRequest', new Blob([JSON.stringify(request)], { type: 'application/json' }));
  form.append('files', new Blob([csv], { type: 'text/csv' }), fileName);
  return form;
}

/** A file to be sent, and how its columns are mapped. */
export interface SentFile {
  readonly fileName: string;
  readonly fileFormat?: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly columns: readonly Mapping[];
}

/** Starts an import of several files. */
export async function startFiles(
  standIn: StandIn,
  files: readonly SentFile[],
  more: Record<string, unknown> = {},
  path = '/crm/v3/imports',
): Promise<Answer> {
  const form = new FormData();
  const request = {
    name: 'Harbour',
    ...more,
    files: files.map(({ fileName, fileFormat, columns }) => ({
      fileName,
      ...(fileFormat !== undefined && { fileFormat }),
      fileImportPage: { hasHeader: true, columnMappings: columns },
    })),
  };
  form.append('importRequest', JSON.stringify(request));
  for (const { fileName, content } of files) form.append('files', new Blob([content]), fileName);
  return post(standIn, path, form);
}

/** Starts an import of several files and reads how it ended; the pace must be `INSTANT`. */
export async function importFiles(
  standIn: StandIn,
  files: readonly SentFile[],
  more: Record<string, unknown> = {},
): Promise<Outcome> {
  return outcomeOf(standIn, await startFiles(standIn, files, more));
}

/** The same of one CSV file. */
export const importOne = (
  standIn: StandIn,
  columns: readonly Mapping[],
  content: string,
  more: Record<string, unknown> = {},
): Promise<Outcome> => importFiles(standIn, [{ fileName: 'list.csv', content, columns }], more);

/** A value of the only record, or the first, of an object type. */
export const firstOf = (standIn: StandIn, objectType: string) => {
  const [first] = standIn.records(objectType);
  if (first === undefined) throw new Error(`No ${objectType}`);
  return first;
};

/** To whom the first record of a type is tied, and by which type ids. */
export const tiesOf = (standIn: StandIn, from: string, to: string, at = 0) =>
  (standIn.records(from)[at]?.associations[to] ?? []).map(({ id, types }) => [
    id,
    ...types.map(({ typeId }) => typeId),
  ]);

/** Some values of every record of a type. */
export const valuesOf = (standIn: StandIn, objectType: string, ...names: string[]) =>
  standIn.records(objectType).map(({ properties }) => names.map((name) => properties[name]));

/** How an import ended, and its errors by type. */
export const ended = ({ state, errors }: Outcome) => [state, errors.map(({ errorType }) => errorType)];

/** The errors of an import as `[type, line, column]`. */
export const kindsOf = ({ errors }: Outcome) =>
  errors.map(({ errorType, sourceData, knownColumnNumber }) => [
    errorType,
    sourceData.lineNumber,
    knownColumnNumber,
  ]);

export interface Outcome {
  readonly id: string;
  readonly state: string;
  readonly counters: Record<string, number>;
  readonly fileIds: readonly string[];
  readonly errors: readonly RowError[];
}

export interface RowError {
  readonly errorType: string;
  readonly errorMessage?: string;
  readonly invalidValue?: string;
  readonly knownColumnNumber?: number;
  readonly objectTypeId?: string;
  readonly sourceData: {
    readonly lineNumber: number;
    readonly fileId: number;
    readonly rowData?: readonly string[];
    readonly containsEncryptedProperties: boolean;
  };
}

/** Starts an import and reads how it ended; the pace must be `INSTANT`. */
export async function importCsv(
  standIn: StandIn,
  request: unknown,
  csv: string | Uint8Array<ArrayBuffer>,
): Promise<Outcome> {
  return outcomeOf(standIn, await post(standIn, '/crm/v3/imports/', formOf(request, csv)));
}

async function outcomeOf(standIn: StandIn, started: Answer): Promise<Outcome> {
  if (started.status !== 200) throw new Error(`${started.status} ${JSON.stringify(started.body)}`);
  const { body } = await get(standIn, `/crm/v3/imports/${started.body.id}`);
  return {
    id: body.id,
    state: body.state,
    counters: body.metadata.counters,
    fileIds: body.metadata.fileIds,
    errors: await readErrors(standIn, body.id),
  };
}

export async function readErrors(standIn: StandIn, id: string): Promise<RowError[]> {
  const errors: RowError[] = [];
  for (let after = ''; ;) {
    const query = `limit=100&includeErrorMessage=true&includeRowData=true&after=${after}`;
    const { body } = await get(standIn, `/crm/v3/imports/${id}/errors?${query}`);
    errors.push(...body.results);
    if (body.paging === undefined) return errors;
    after = body.paging.next.after;
  }
}
