import type { FileLook } from './file-look.js';

/** Facts that go with each error code. A code is public and stable; its group names the stage it belongs to. */
export interface ErrorDetails {
  /** The file holds no bytes, or only blank lines. */
  'file-empty': null;
  /** More bytes than `limitBytes`. A file by itself could go as several imports, one of several `files` cannot. */
  'file-too-large': { readonly bytes: number; readonly limitBytes: number; readonly files: number };
  /** More data rows than `limit`; found while the file is read. */
  'file-too-many-rows': { readonly limit: number };
  /** HubSpot takes fewer than 1,000 columns. */
  'file-too-many-columns': { readonly columns: number; readonly limit: number };
  /** The content is not delimited text, whatever the name says. `looksLike` is what its first bytes say. */
  'file-not-text': { readonly looksLike: FileLook };
  /** A workbook whose cells cannot be read: broken, of Excel's binary kind, or larger than a browser can hold. */
  'workbook-unreadable': { readonly fault: 'damaged' | 'xlsb' | 'too-large' };
  /** The file has a header row and nothing below it. */
  'file-no-rows': null;
  /** The browser could not read the file: moved, changed or not permitted since it was chosen. */
  'file-unreadable': null;
  /** The corrected copy of the file, of so many bytes, found no room in the browser. Nothing was sent. */
  'storage-full': { readonly bytes: number };
  /** A row larger than `limitBytes`, nearly always a quote that is never closed. `row` as a spreadsheet counts. */
  'csv-row-too-large': { readonly row: number; readonly limitBytes: number };
  /** No column is matched, so there is nothing to import. */
  'mapping-empty': null;
  /** Two columns are matched to one property. */
  'mapping-repeated': { readonly property: string; readonly columns: readonly number[] };
  /** Update-only needs a column that identifies the records. */
  'mapping-no-identifier': null;
  /** There are times of taking part in a marketing event, and no event is named. */
  'mapping-no-event': null;
  /** The column by which files belong together identifies no records. */
  'mapping-common-key': null;
  /** The check could not run to its end. */
  'worker-failed': null;
  /** A method was called in a status in which it cannot do what it says. */
  'wrong-status': { readonly status: string };
  /** Neither `token-endpoint` nor `endpoint` is set. */
  'token-endpoint-missing': null;
  /** The token endpoint answered with this HTTP status. */
  'token-refused': { readonly status: number };
  /** The backend or HubSpot refused the bearer token even after it was renewed (401). */
  'import-unauthorized': { readonly correlationId: string | null };
  /** 403: not allowed, by the backend's policy or for want of a HubSpot scope. */
  'import-forbidden': {
    readonly message: string | null;
    readonly scopes: readonly string[];
    readonly correlationId: string | null;
  };
  /** 404: nothing answers at that address, or HubSpot knows no such import. */
  'import-not-found': { readonly correlationId: string | null };
  /** 413, or HubSpot's 429 for a file over its limits. */
  'import-too-large': { readonly message: string | null };
  /** HubSpot refused the request as a whole (400 and the like). `message` is HubSpot's own. */
  'import-rejected': {
    readonly status: number;
    readonly message: string | null;
    readonly category: string | null;
    readonly correlationId: string | null;
  };
  /**
   * The answer to the one POST was lost: the import may or may not have begun. HubSpot's list of imports has none like it yet,
   * or (`isListRead` false) could not be read.
   */
  'import-unknown': { readonly name: string; readonly isListRead: boolean };
  /** An import that was being sent when the page was left is not in HubSpot's list, and will not come any more. */
  'import-never-began': { readonly name: string; readonly sentAtMs: number };
  /** The same file is being sent at this moment from another tab or another importer of the page. Nothing was sent here. */
  'import-elsewhere': null;
  /** The same file was sent from this browser before. Told once: the next try sends it. */
  'import-repeated': { readonly name: string; readonly importId: string; readonly sentAtMs: number };
  /**
   * 429 for rate. `retryAfterMs` is null when the answer does not say; `policy` is HubSpot's name of the limit: `DAILY`,
   * `TEN_SECONDLY_ROLLING` or another.
   */
  'rate-limited': { readonly retryAfterMs: number | null; readonly policy: string | null };
  /** A 5xx, 423 or 477 that did not go away; 477 says how long the account is being moved. */
  'server-failed': {
    readonly status: number;
    readonly correlationId: string | null;
    readonly retryAfterMs: number | null;
  };
  /** No answer came: offline, wrong address, refused by a policy, or the connection broke. */
  network: null;
  /** No answer within the time allowed. */
  timeout: { readonly timeoutMs: number };
  /** An answer that is not what HubSpot or a token endpoint sends, an HTML page for example. */
  'response-unexpected': { readonly status: number; readonly contentType: string | null };
}

export type ErrorCode = keyof ErrorDetails;

/**
 * The one error this package throws. Switch on `code`; read `detail` for its facts.
 * Nothing secret and no cell of the file is ever in it. Cancelling is an `AbortError`, not this.
 */
export class ImporterError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'ImporterError';
  readonly code: C;
  readonly detail: ErrorDetails[C];

  constructor(code: C, detail: ErrorDetails[C], cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** True for the way an aborted run ends, which is no error. */
export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';
