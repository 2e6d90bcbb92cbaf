import type { Dialect } from './dialect.js';
import { decodeStart, isEncoding, sniffEncoding } from './encoding.js';
import { findHeaderRow, type SampleRow } from './header-row.js';
import { isQuoted } from './rows.js';
import { createRowSplitter } from './row-splitter.js';

/** Delimiters that are looked for, likeliest first: the order decides between equals. */
const DELIMITERS = [',', ';', '\t', '|', '^', '~'];

/** Characters that are looked at; the rest of the slice only when they hold too few rows. */
const SAMPLE_CHARACTERS = 4_096;
const ENOUGH_ROWS = 10;
/** Rows of one cell above the table that may be titles. */
const TITLE_ROWS = 10;
/** Rows among which the header is looked for. */
const HEADER_ROWS = 40;

/** A text read with one delimiter and one quote. */
interface Reading {
  readonly delimiter: string;
  readonly quote: string;
  readonly rows: readonly SampleRow[];
  readonly quotedCells: number;
  readonly strayRows: number;
}

/**
 * Finds how a delimited text file is written, from its first bytes.
 * Excel's first line `sep=;` is believed; it counts as row 1.
 *
 * @param bytes The first bytes; 64 KB are plenty.
 * @param complete Whether that is the whole file.
 * @param given What is known already; the rest is found to fit. A delimiter or quote that is not one ASCII
 * character, and an encoding that browsers do not know, count as not given.
 * @returns Comma, `"` and `\n` where the text does not tell.
 */
export function sniffDialect(bytes: Uint8Array, complete: boolean, given: Partial<Dialect> = {}): Dialect {
  const encoding =
    given.encoding !== undefined && isEncoding(given.encoding)
      ? given.encoding
      : sniffEncoding(bytes, complete);
  const text = decodeStart(bytes, encoding, complete);
  const declared = /^"?sep=([\x09\x20-\x7e])"?(\r\n|\n|\r)/i.exec(text);
  const body = text.slice(declared?.[0].length ?? 0);
  const newline = given.newline ?? sniffNewline(declared === null ? body : text);
  const delimiter = oneCharacter(given.delimiter) ?? declared?.[1];
  const reading = bestReading(body, complete, newline, delimiter, oneCharacter(given.quote));
  const linesAbove = declared === null ? 0 : 1;
  const headerRow = findHeaderRow(reading.rows.slice(0, HEADER_ROWS));
  return {
    encoding,
    delimiter: reading.delimiter,
    quote: reading.quote,
    newline,
    headerRow: given.headerRow ?? (headerRow === 0 ? 0 : headerRow + linesAbove),
  };
}

const oneCharacter = (text: string | undefined): string | undefined =>
  text !== undefined && /^[\t\x20-\x7e]$/.test(text) ? text : undefined;

/** Counts newlines outside quotes. */
function sniffNewline(whole: string): Dialect['newline'] {
  const start = whole.slice(0, SAMPLE_CHARACTERS);
  const text = /[\r\n]/.test(start) ? start : whole;
  const unquoted = text.replace(/"[^"]*"/g, '');
  const counted = /[\r\n]/.test(unquoted) ? unquoted : text;
  const both = counted.match(/\r\n/g)?.length ?? 0;
  const feeds = (counted.match(/\n/g)?.length ?? 0) - both;
  const returns = (counted.match(/\r/g)?.length ?? 0) - both;
  if (returns > both + feeds) return '\r';
  return both >= feeds && both > 0 ? '\r\n' : '\n';
}

function bestReading(
  text: string,
  complete: boolean,
  newline: Dialect['newline'],
  delimiter: string | undefined,
  quote: string | undefined,
): Reading {
  const delimiters =
    delimiter === undefined ? DELIMITERS.filter((found) => text.includes(found)) : [delimiter];
  const quotes = quote === undefined ? likelyQuotes(text) : [quote];
  let best = readSample(text, complete, { newline, delimiter: delimiter ?? ',', quote: quotes[0] ?? '"' });
  let bestScore = score(best);
  for (const triedQuote of quotes) {
    for (const tried of delimiters) {
      if (tried === best.delimiter && triedQuote === best.quote) continue;
      const reading = readSample(text, complete, { newline, delimiter: tried, quote: triedQuote });
      const readingScore = score(reading);
      const quotesBetter =
        triedQuote !== best.quote && readingScore === bestScore && quotesMore(reading, best);
      if (readingScore <= bestScore && !quotesBetter) continue;
      best = reading;
      bestScore = readingScore;
    }
  }
  return best;
}

/** Apostrophes quote only where several cells start and end with one. */
function likelyQuotes(text: string): string[] {
  const start = text.slice(0, SAMPLE_CHARACTERS);
  const wrapped = start.match(/(?<=^|[,;\t|^~\r\n])'[^'\r\n]*'(?=[,;\t|^~\r\n]|$)/g)?.length ?? 0;
  return wrapped >= 2 ? ['"', "'"] : ['"'];
}

const quotesMore = (reading: Reading, than: Reading): boolean =>
  reading.strayRows === 0 && reading.quotedCells > than.quotedCells;

function readSample(
  text: string,
  complete: boolean,
  dialect: Omit<Dialect, 'encoding' | 'headerRow'>,
): Reading {
  const start = text.slice(0, SAMPLE_CHARACTERS);
  const isAll = start.length === text.length;
  const reading = readText(start, isAll && complete, dialect);
  return isAll || reading.rows.length >= ENOUGH_ROWS ? reading : readText(text, complete, dialect);
}

function readText(
  text: string,
  complete: boolean,
  dialect: Omit<Dialect, 'encoding' | 'headerRow'>,
): Reading {
  const rows: SampleRow[] = [];
  let quotedCells = 0;
  let strayRows = 0;
  const splitter = createRowSplitter(dialect, (row) => {
    if (row.blank) return;
    const cells = Array.from({ length: row.count }, (_, cell) => row.text(cell));
    for (let cell = 0; cell < row.count; cell++) if (isQuoted(row, cell)) quotedCells++;
    if (row.quotes !== 'fine') strayRows++;
    rows.push({ row: row.row, cells });
  });
  splitter.push(new TextEncoder().encode(text));
  // The last row of a slice is cut; it counts only where there is no other.
  if (complete || rows.length === 0) splitter.end();
  return { delimiter: dialect.delimiter, quote: dialect.quote, rows, quotedCells, strayRows };
}

/** How well a reading makes a table: rows of one width, and many columns. 0 for a single column. */
function score({ delimiter, rows }: Reading): number {
  const widths = rows.map(({ cells }) => cells.length);
  const titles = Math.max(
    0,
    widths.slice(0, TITLE_ROWS).findIndex((width) => width > 1),
  );
  // A title above the table speaks against it less than a narrow row inside it.
  const weight = widths.length - titles / 2;
  const rowsOfWidth = new Map<number, number>();
  for (const width of widths) rowsOfWidth.set(width, (rowsOfWidth.get(width) ?? 0) + 1);
  const tableScore = (width: number, count: number): number => (count / weight) ** 2 * Math.log2(width + 1);
  const [width, count] = [...rowsOfWidth]
    .filter(([columns]) => columns > 1)
    .reduce((best, entry) => (tableScore(...entry) > tableScore(...best) ? entry : best), [1, 0]);
  if (count === 0 || (delimiter === ',' && readsLikeProse(rows, width))) return 0;
  // Rare delimiters must be beyond doubt.
  if ('^~'.includes(delimiter) && (count < 2 || count < weight * 0.9)) return 0;
  return tableScore(width, count);
}

/** One column of text with commas in it: "Smith, John" below the header "Name". */
function readsLikeProse(rows: readonly SampleRow[], width: number): boolean {
  if (width !== 2 || rows[0]?.cells.length !== 1) return false;
  const pairs = rows.filter(({ cells }) => cells.length > 1);
  return pairs.every(({ cells }) => cells.slice(1).every((cell) => cell.startsWith(' ')));
}
