import { createBatchSplitter, type RowBatch } from '../core/batch-splitter.js';
import type { Dialect } from '../core/dialect.js';
import type { RowRange } from '../core/parts.js';
import { createRowPlaces, type RowPlaces } from '../core/row-places.js';
import type { RowCells, RowPlace, RowsEnd, RowSplitter } from '../core/rows.js';
import { createRowSplitter } from '../core/row-splitter.js';
import { createTranscoder, isSeekable } from '../core/transcode.js';
import type { FileText } from './protocol.js';
import { readChunks } from './source.js';

/** A file that is read as UTF-8, and what is known of where its text stands in it. */
export interface OpenText {
  readonly file: Blob;
  readonly dialect: Dialect;
  readonly places: RowPlaces;
  /** Where reading can begin, ascending: the same place in the file and in its UTF-8 form. The start is one. */
  readonly anchors: Anchor[];
}

interface Anchor {
  readonly fileOffset: number;
  readonly textOffset: number;
}

export function openText({ file, dialect }: FileText): OpenText {
  return { file, dialect, places: createRowPlaces(), anchors: [{ fileOffset: 0, textOffset: 0 }] };
}

/** Whether the rows of a file would be found where they were: only the header may be another one. */
export function isSameText(open: OpenText, { file, dialect }: FileText): boolean {
  const keys = ['encoding', 'delimiter', 'quote', 'newline'] as const;
  return open.file === file && keys.every((key) => open.dialect[key] === dialect[key]);
}

/** Some of a text in UTF-8, and how far in the file it was read. */
interface TextPiece {
  /** Valid until the next piece is asked for. */
  readonly bytes: Uint8Array;
  readonly fileOffset: number;
}

/**
 * Reads the text as UTF-8, piece by piece.
 *
 * @param from Where to begin, in bytes of the UTF-8 form.
 * @param until Where there is enough; more may come. Null for the end.
 * @throws {ImporterError} `file-unreadable`
 */
export async function* readText(
  text: OpenText,
  from: number,
  until: number | null,
  signal?: AbortSignal,
): AsyncGenerator<TextPiece, void> {
  const { file, dialect, anchors } = text;
  if (dialect.encoding === 'utf-8') {
    let fileOffset = from;
    for await (const bytes of readChunks(file.slice(from, until ?? file.size), signal)) {
      fileOffset += bytes.length;
      yield { bytes, fileOffset };
    }
    return;
  }
  const transcoder = createTranscoder(dialect.encoding);
  const start = anchors.findLast(({ textOffset }) => textOffset <= from) ?? { fileOffset: 0, textOffset: 0 };
  const stop = until === null ? undefined : anchors.find(({ textOffset }) => textOffset >= until);
  let { fileOffset, textOffset } = start;
  const piece = (encoded: Uint8Array, bytes: Uint8Array): TextPiece => {
    const unwanted = Math.min(Math.max(0, from - textOffset), bytes.length);
    fileOffset += encoded.length;
    textOffset += bytes.length;
    return { bytes: bytes.subarray(unwanted), fileOffset };
  };
  for await (const chunk of readChunks(file.slice(fileOffset, stop?.fileOffset ?? file.size), signal)) {
    const cut = behindLastNewline(chunk, fileOffset, dialect.encoding);
    const head = chunk.subarray(0, cut);
    yield piece(head, transcoder.push(head));
    if (cut > 0) addAnchor(anchors, { fileOffset, textOffset });
    const tail = chunk.subarray(cut);
    yield piece(tail, transcoder.push(tail));
  }
  yield piece(new Uint8Array(0), transcoder.end());
}

function addAnchor(anchors: Anchor[], anchor: Anchor): void {
  if (anchor.fileOffset > (anchors.at(-1)?.fileOffset ?? 0)) anchors.push(anchor);
}

/** Behind a newline no character is half read, so a reader may begin there. 0 when there is no such place. */
function behindLastNewline(chunk: Uint8Array, fileOffset: number, encoding: string): number {
  if (!isSeekable(encoding)) return 0;
  const isWide = encoding.startsWith('utf-16');
  const low = encoding === 'utf-16be' ? 1 : 0;
  for (let at = chunk.length - 1; at >= 0; at--) {
    const byte = chunk[at];
    if (byte !== 10 && byte !== 13) continue;
    if (!isWide) return at + 1;
    // The unit begins at an even place of the file, and its other byte is zero.
    const start = at - low;
    if (
      start >= 0 &&
      start + 2 <= chunk.length &&
      (fileOffset + start) % 2 === 0 &&
      chunk[at + 1 - 2 * low] === 0
    ) {
      return start + 2;
    }
  }
  return 0;
}

const START: RowPlace = { row: 1, offset: 0 };

/**
 * Splits the file and hands each row on, keeping where rows begin. Gives the share of the file after every piece.
 *
 * @param range Rows that are enough: it is read from the nearest place before them to the nearest one behind; null for all.
 */
export function readRows(
  text: OpenText,
  onRow: (row: RowCells) => void,
  signal?: AbortSignal,
  range: RowRange | null = null,
): AsyncGenerator<number, RowsEnd> {
  const { places, dialect } = text;
  const from = range === null ? START : places.before(range.firstRow);
  const until = range === null ? null : places.behind(range.lastRow);
  const note = (row: RowCells): void => {
    places.note(row);
    onRow(row);
  };
  return split(text, createRowSplitter(dialect, note, from), signal, from.offset, until);
}

/** The same, many rows at a time. */
export function readBatches(
  text: OpenText,
  onRows: (rows: RowBatch) => void,
): AsyncGenerator<number, RowsEnd> {
  const splitter = createBatchSplitter(text.dialect, (rows) => {
    text.places.noteAll(rows.row, rows.offsets, rows.count);
    onRows(rows);
  });
  return split(text, splitter);
}

async function* split(
  text: OpenText,
  splitter: RowSplitter,
  signal?: AbortSignal,
  from = 0,
  until: number | null = null,
): AsyncGenerator<number, RowsEnd> {
  for await (const { bytes, fileOffset } of readText(text, from, until, signal)) {
    splitter.push(bytes);
    yield fileOffset / text.file.size;
  }
  return splitter.end();
}
