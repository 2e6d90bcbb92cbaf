import { Busboy, type BusboyFileStream } from '@fastify/busboy';
import Papa from 'papaparse';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeWebStream } from 'node:stream/web';
import { invalid, oversize } from './answers.js';
import type { WholeFileError } from './plan-failure.js';

/** Joins the cells of a kept row into one string, which holds less memory than an array. No CSV has this character. */
const SEPARATOR = '\u001f';

/** A file part as it came: its name untouched, its rows with the header's, in order. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly header: readonly string[];
  /** Data rows; read them with `cellsOf`. */
  readonly rows: readonly string[];
  /** True for Excel's files, by their name. */
  readonly isWorkbook: boolean;
  /** A workbook's bytes, until it is opened: its dates need the import's date format to become text. */
  readonly content: Uint8Array | null;
  /** Why it cannot be read, when it cannot. */
  readonly fault: WholeFileError | null;
}

export interface Upload {
  /** Text of the `importRequest` part; null when there was none. */
  readonly requestText: string | null;
  readonly files: readonly UploadedFile[];
}

export interface UploadLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** Cells of a kept row, and back. */
export const cellsOf = (row: string): string[] => row.split(SEPARATOR);
export const rowOf = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replaceAll(SEPARATOR, ' ')).join(SEPARATOR);

/**
 * Reads a multipart upload as it streams in: files become rows, the bytes themselves are not kept.
 * Files are read as UTF-8 with commas; the import tool asks for UTF-8, its CSV dialect is not documented (inferred).
 *
 * @throws {Refusal} 400 when it is no multipart body, 429 when a file is over a limit; the body is read to its end first
 */
export async function readUpload(request: Request, limits: UploadLimits): Promise<Upload> {
  const contentType = request.headers.get('content-type') ?? '';
  if (request.body === null || !/^multipart\/form-data\b.*boundary=/i.test(contentType)) {
    await drain(request);
    throw invalid(`Content-Type '${contentType}' is not multipart/form-data with a boundary`);
  }
  let requestText: string | null = null;
  const files: Promise<UploadedFile>[] = [];
  const form = new Busboy({
    headers: { 'content-type': contentType },
    preservePath: true, // a path in a file name is refused, so it must be seen
    limits: { fieldSize: 16 * 1024 * 1024 },
    // A page's FormData gives a JSON part a file name; it is a field all the same.
    isPartAFile: (field, _type, fileName) => field !== 'importRequest' && fileName !== undefined,
  });
  form.on('field', (field, value) => {
    if (field === 'importRequest') requestText = value;
  });
  form.on('file', (field, stream, fileName) => {
    if (field !== 'files') {
      stream.resume();
      return;
    }
    const name = fileName ?? '';
    const reading = /\.xlsx?$/i.test(name)
      ? readWorkbook(stream, name, limits)
      : readCsv(stream, name, limits);
    reading.catch(() => undefined); // awaited below, once the whole body is in
    files.push(reading);
  });
  try {
    await pipeline(Readable.fromWeb(request.body as NodeWebStream<Uint8Array>), form);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw invalid('Could not parse multipart body');
  }
  return { requestText, files: await Promise.all(files) };
}

/** Reads a body to its end and forgets it, so that the answer arrives even while the caller is still sending. */
export async function drain(request: Request): Promise<void> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;
  while (!(await reader.read()).done);
}

async function readCsv(stream: BusboyFileStream, name: string, limits: UploadLimits): Promise<UploadedFile> {
  const rows: string[] = [];
  let header: readonly string[] | null = null;
  let bytes = 0;
  let over: string | null = null;
  let blankRows = 0;

  const keep = (cells: readonly string[]): void => {
    if (header === null) {
      header = cells;
      return;
    }
    if (cells.length === 1 && cells[0] === '') {
      blankRows += 1; // kept only when a row follows: the end of the file is no row
      return;
    }
    for (; blankRows > 0; blankRows -= 1) rows.push('');
    rows.push(rowOf(cells));
    if (rows.length > limits.rows) over = `The file exceeds the limit of ${limits.rows} rows`;
  };
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limits.bytes) over = tooLarge(limits);
      done(null, over === null ? chunk : undefined);
    },
  });
  const text = count.setEncoding('utf8');
  const parsed = new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter: ',',
      beforeFirstChunk: (chunk) => chunk.replace(/^\uFEFF/, ''),
      chunk: ({ data }) => {
        if (over === null) data.forEach(keep);
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  stream.on('error', (error) => count.destroy(error)); // the body ended in the middle
  stream.pipe(count);
  await parsed;
  if (over !== null) throw oversize(over);
  return { name, bytes, header: header ?? [], rows, isWorkbook: false, content: null, fault: null };
}

async function readWorkbook(
  stream: BusboyFileStream,
  name: string,
  limits: UploadLimits,
): Promise<UploadedFile> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Uint8Array>) {
    bytes += piece.length;
    if (bytes <= limits.bytes) pieces.push(piece);
  }
  if (bytes > limits.bytes) throw oversize(tooLarge(limits));
  return {
    name,
    bytes,
    header: [],
    rows: [],
    isWorkbook: true,
    content: Buffer.concat(pieces),
    fault: null,
  };
}

const tooLarge = ({ bytes }: UploadLimits): string => `The file exceeds the limit of ${bytes} bytes`;
