import { ImporterError, isAbort } from '../core/errors.js';
import type { SheetChoice, Workbook } from '../core/workbook.js';
import { WorkbookFault } from './fault.js';
import { findParts, type WorkbookParts } from './parts.js';
import { readFormats, readStrings } from './shared.js';
import { readSheet } from './sheet.js';
import { createSheetText } from './sheet-text.js';
import type { OnRead } from './xml.js';

/** Where the text of a sheet goes, and who is told how far it is. */
export interface SheetReceiver {
  /** Gets the text in UTF-8, in order, each piece its own to keep. */
  write(bytes: Uint8Array): void;
  /**
   * Is told the share that is read, from 0 to 1, every few milliseconds. Reading goes on when what it gives settles, and ends when it
   * throws.
   */
  onRead(share: number): Promise<void> | undefined;
}

/**
 * Reads a sheet of a workbook into delimited text, as `SHEET_DIALECT` says. Without a choice it is one that is preferred, the one in
 * sight, or else the first with more than one row in it.
 *
 * @throws {ImporterError} `workbook-unreadable`, `file-empty`, `file-unreadable`, and whatever the receiver throws
 */
export async function readWorkbook(
  file: Blob,
  choice: SheetChoice,
  receiver: SheetReceiver,
): Promise<Workbook> {
  try {
    return await readChosen(await findParts(file), choice, receiver);
  } catch (error) {
    if (error instanceof ImporterError || isAbort(error)) throw error;
    if (error instanceof DOMException) throw new ImporterError('file-unreadable', null, error);
    const fault = error instanceof WorkbookFault ? error.fault : 'damaged';
    throw new ImporterError('workbook-unreadable', { fault }, error);
  }
}

async function readChosen(
  parts: WorkbookParts,
  { sheet, preferred, dateOrder }: SheetChoice,
  receiver: SheetReceiver,
): Promise<Workbook> {
  const { sheets, active, sheetCount, strings, formats, from1904 } = parts;
  const write = (bytes: Uint8Array): void => receiver.write(bytes);
  const named = preferred.map((name) => sheets.findIndex((one) => one.name === name));
  const likely = [...named.filter((index) => index >= 0), active, ...sheets.keys()];
  const wanted = sheet === null ? [...new Set(likely)] : [sheet];
  const totalBytes = (strings?.size ?? 0) + (sheets[wanted[0] ?? 0]?.part.size ?? 0);
  let readBytes = 0;
  const count: OnRead = (bytes) => {
    readBytes += bytes;
    return receiver.onRead(Math.min(readBytes / Math.max(totalBytes, 1), 1));
  };
  const context = {
    formats: formats === null ? [] : await readFormats(formats),
    strings: strings === null ? [] : await readStrings(strings, count),
    dates: { from1904, order: dateOrder },
  };
  const isTable = (rows: number): boolean => rows > 1 || (rows === 1 && wanted.length === 1);
  let withSomething: number | null = null;
  for (const index of wanted) {
    const one = sheets[index];
    if (one === undefined) continue;
    const text = createSheetText(write);
    const { isExact } = await readSheet(one.part, context, (row) => text.row(row), count);
    if (text.rows > 0) withSomething ??= index;
    if (!isTable(text.rows)) continue;
    text.end();
    return { sheets: sheets.map(({ name }) => name), sheet: index, isExact: isExact && sheetCount === 1 };
  }
  if (withSomething === null) throw new ImporterError('file-empty', null);
  return readChosen(parts, { sheet: withSomething, preferred, dateOrder }, receiver);
}
