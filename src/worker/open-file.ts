import { ImporterError } from '../core/errors.js';
import { isWorkbook } from '../core/file-look.js';
import { PREVIEW_BYTES } from '../core/preview.js';
import { type SheetChoice, textSource } from '../core/workbook.js';
import { previewBlob } from './preview-blob.js';
import type { OpenedFile } from './protocol.js';
import { readSlice } from './source.js';

/**
 * Finds the text of a file, whatever its name says, and reads its first rows. What reads workbooks is loaded when there is one.
 *
 * @throws {ImporterError} `workbook-unreadable`, `file-unreadable`, `storage-full`, `network`, and what `previewBlob` throws
 */
export async function openFile(
  file: File,
  choice: SheetChoice,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<OpenedFile> {
  const start = await readSlice(file, 0, PREVIEW_BYTES);
  if (!isWorkbook(start)) {
    const source = textSource(file);
    return { source, preview: await previewBlob(source, {}, start) };
  }
  const { openWorkbook } = await import('./open-workbook.js').catch((error: unknown) => {
    throw new ImporterError('network', null, error);
  });
  const source = await openWorkbook(file, choice, onProgress, signal);
  return { source, preview: await previewBlob(source, {}) };
}
