import { ImporterError } from '../core/errors.js';
import { isPackage, isWorkbook, PACKAGE_BYTES } from '../core/file-look.js';
import { PREVIEW_BYTES } from '../core/preview.js';
import { type SheetChoice, type Source, textSource } from '../core/workbook.js';
import { readSlice } from './source.js';

/**
 * Finds the text of a file, whatever its name says. What reads workbooks is loaded when there is one.
 *
 * @throws {ImporterError} `workbook-unreadable`, `file-empty`, `file-unreadable`, `storage-full`, `network`
 */
export async function openFile(
  file: File,
  choice: SheetChoice,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Source> {
  const isText =
    !isPackage(await readSlice(file, 0, PACKAGE_BYTES)) ||
    !isWorkbook(await readSlice(file, 0, PREVIEW_BYTES));
  if (isText) return textSource(file);
  const { openWorkbook } = await import('./open-workbook.js').catch((error: unknown) => {
    throw new ImporterError('network', null, error);
  });
  return openWorkbook(file, choice, onProgress, signal);
}
