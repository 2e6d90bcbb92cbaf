import Papa from 'papaparse';
import type { Dialect } from './dialect.js';
import { decodeStart } from './encoding.js';
import { ImporterError } from './errors.js';
import { headerNames } from './headers.js';
import { LIMITS } from './hubspot.js';
import { sniffDialect } from './sniff.js';

/** How much of the file is read for a preview at first: 64 KB. */
export const PREVIEW_BYTES = 64 * 1024;
/** Where reading more for a preview ends: 16 MB. */
export const PREVIEW_BYTES_LIMIT = 16 * 1024 * 1024;

const ROWS_NEEDED = 20;
const ROWS_SHOWN = 50;
const LEAD_ROWS = 10;

/** The beginning of a file as the person sees it. */
export interface Preview {
  readonly fileName: string;
  /** Size of the whole file. */
  readonly bytes: number;
  /** Name of a workbook's sheet; null for a file that is text. */
  readonly sheet: string | null;
  readonly dialect: Dialect;
  /** One name a column, none empty, none twice: the names that HubSpot gets. */
  readonly headers: readonly string[];
  /** The headers as the file has them; all empty when it has no header row. */
  readonly rawHeaders: readonly string[];
  /** The first 50 data rows as papaparse reads them, blank lines left out; rows may be short or long. */
  readonly rows: readonly (readonly string[])[];
  /** The number of each of `rows` as a spreadsheet counts. */
  readonly rowNumbers: readonly number[];
  /** Whether the bytes seen are the whole file. */
  readonly complete: boolean;
  /** Rows 1 to 10 as they are, blank lines too, for choosing the header row. */
  readonly lead: readonly (readonly string[])[];
  /** Data rows of the whole file: exact when `complete`, else from the bytes seen. */
  readonly estimatedRows: number;
  /** True when the bytes held fewer than 20 data rows and the file has more bytes to give. */
  readonly needsMore: boolean;
}

/**
 * Reads the first rows of a file.
 *
 * @param bytes The first bytes of the file, `PREVIEW_BYTES` to start with, more while the answer `needsMore`.
 * @param complete Whether `bytes` is the whole file.
 * @param given What the person has set about how the file is written; the rest is found out.
 * @throws {ImporterError} `file-empty`, `file-too-many-columns`, `file-no-rows`, and
 * `csv-row-too-large` when `PREVIEW_BYTES_LIMIT` do not hold one row
 */
export function previewFile(
  bytes: Uint8Array,
  complete: boolean,
  file: { readonly name: string; readonly bytes: number },
  given: Partial<Dialect> = {},
): Preview {
  const dialect = sniffDialect(bytes, complete, given);
  const text = decodeStart(bytes, dialect.encoding, complete);
  const isLast = complete || bytes.length >= PREVIEW_BYTES_LIMIT;
  if (isLast && text.trim() === '') throw new ImporterError('file-empty', null);
  const all = parseRows(text, dialect, complete);
  if (isLast && all.length === 0) {
    throw new ImporterError('csv-row-too-large', { row: 1, limitBytes: PREVIEW_BYTES_LIMIT });
  }

  const data = all
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ row, cells }) => row > dialect.headerRow && !isBlank(cells));
  const shown = data.slice(0, ROWS_SHOWN);
  const rawHeaders = all[dialect.headerRow - 1] ?? unnamed(shown.map(({ cells }) => cells.length));
  if (rawHeaders.length > LIMITS.columns) {
    throw new ImporterError('file-too-many-columns', { columns: rawHeaders.length, limit: LIMITS.columns });
  }
  if (complete && data.length === 0) throw new ImporterError('file-no-rows', null);

  return {
    fileName: file.name,
    bytes: file.bytes,
    sheet: null,
    dialect,
    headers: headerNames(rawHeaders),
    rawHeaders,
    rows: shown.map(({ cells }) => cells),
    rowNumbers: shown.map(({ row }) => row),
    complete,
    lead: all.slice(0, LEAD_ROWS),
    estimatedRows: complete ? data.length : Math.round(((data.length + 0.5) * file.bytes) / bytes.length),
    needsMore: !complete && data.length < ROWS_NEEDED,
  };
}

/** All complete rows. Newlines are read as `createRowSplitter` reads them, so that previews and passes agree. */
function parseRows(text: string, dialect: Dialect, complete: boolean): string[][] {
  const { delimiter, quote: quoteChar } = dialect;
  const newline = dialect.newline === '\r' ? '\r' : '\n';
  const source = newline === '\r' ? text.replaceAll('\r\n', '\r') : text;
  const { data } = Papa.parse<string[]>(source, { delimiter, quoteChar, newline, skipEmptyLines: false });
  // What follows the last newline: nothing, or in a slice a row that may be cut.
  const last = data.pop();
  if (newline === '\n') data.forEach(dropCarriageReturn);
  if (complete && last !== undefined && !(isBlank(last) && source.endsWith(newline))) data.push(last);
  return data;
}

function dropCarriageReturn(cells: string[]): void {
  const last = cells.pop() ?? '';
  cells.push(last.endsWith('\r') ? last.slice(0, -1) : last);
}

const isBlank = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';

/** No header row: as many columns as the widest row has. */
const unnamed = (widths: readonly number[]): string[] =>
  Array.from({ length: Math.max(0, ...widths) }, () => '');
