import { ImporterError, isAbort } from '../core/errors.js';
import type { DateFormat } from '../core/hubspot.js';
import type { Workbook } from '../core/workbook.js';
import { PROGRESS_EVERY_MS } from '../worker/protocol.js';
import { createSink } from '../worker/sink.js';
import { nextTurn, TURN_MS } from '../worker/turns.js';
import { findParts, WorkbookFault, type WorkbookParts } from './parts.js';
import { readSheet } from './sheet.js';
import { createSheetText } from './sheet-text.js';
import { readFormats, readStrings } from './shared.js';

export interface SheetChoice {
  /** Zero-based among `Workbook.sheets`; null for the one that was in sight when the workbook was saved. */
  readonly sheet: number | null;
  /** The order that dates are written in. */
  readonly dateOrder: DateFormat;
}

/**
 * Reads a sheet of a workbook into delimited text. Works on the page, in turns that leave it time for everything else: so it needs no
 * second worker, which strict content policies would forbid.
 *
 * @throws {ImporterError} `workbook-unreadable`, `file-empty`, `file-unreadable`, `storage-full`
 */
export async function openWorkbook(
  file: Blob,
  choice: SheetChoice,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ readonly text: Blob; readonly workbook: Workbook }> {
  try {
    const parts = await findParts(file);
    return await readChosen(parts, choice, onProgress, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ImporterError || isAbort(error)) throw error;
    if (error instanceof DOMException) throw new ImporterError('file-unreadable', null, error);
    const fault = error instanceof WorkbookFault ? error.fault : 'damaged';
    throw new ImporterError('workbook-unreadable', { fault }, error);
  }
}

async function readChosen(
  parts: WorkbookParts,
  { sheet, dateOrder }: SheetChoice,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<{ readonly text: Blob; readonly workbook: Workbook }> {
  const { sheets, active, sheetCount, strings, formats, from1904 } = parts;
  // Without a choice, the first one with anything in it.
  const wanted = sheet === null ? [...new Set([active, ...sheets.keys()])] : [sheet];
  let readBytes = 0;
  let totalBytes = strings?.size ?? 0;
  let toldAtMs = performance.now();
  let untilMs = toldAtMs + TURN_MS;
  const onRead = async (bytes: number): Promise<void> => {
    readBytes += bytes;
    signal.throwIfAborted();
    const nowMs = performance.now();
    if (nowMs < untilMs) return;
    if (nowMs - toldAtMs > PROGRESS_EVERY_MS) {
      toldAtMs = nowMs;
      onProgress(readBytes / Math.max(totalBytes, 1));
    }
    await nextTurn();
    signal.throwIfAborted();
    untilMs = performance.now() + TURN_MS;
  };

  totalBytes += sheets[wanted[0] ?? 0]?.part.size ?? 0;
  const context = {
    formats: formats === null ? [] : await readFormats(formats),
    strings: strings === null ? [] : await readStrings(strings, onRead),
    dates: { from1904, order: dateOrder },
  };
  for (const index of wanted) {
    const one = sheets[index];
    if (one === undefined) continue;
    const sink = createSink(null);
    const text = createSheetText(sink);
    let rows = 0;
    const { isExact } = await readSheet(
      one.part,
      context,
      (row) => {
        rows += 1;
        text.row(row);
      },
      onRead,
    );
    if (rows === 0) continue;
    text.end();
    const names = sheets.map(({ name }) => name);
    const workbook = { sheets: names, sheet: index, isExact: isExact && sheetCount === 1 };
    return { text: await sink.finish(), workbook };
  }
  throw new ImporterError('file-empty', null);
}
