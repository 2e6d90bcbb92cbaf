import type { Dialect } from '../core/dialect.js';
import { ImporterError } from '../core/errors.js';
import { fileLooksLike } from '../core/file-look.js';
import { PREVIEW_BYTES, PREVIEW_BYTES_LIMIT, type Preview, previewFile } from '../core/preview.js';
import { SHEET_DIALECT, type Source } from '../core/workbook.js';
import { readSlice } from './source.js';

/**
 * Reads the first rows of a file, from as few of its bytes as hold them. Works on the page: it takes a few milliseconds.
 *
 * @param start the first `PREVIEW_BYTES`, where they are read already
 * @throws {ImporterError} `file-not-text`, and what `previewFile` throws
 */
export async function previewBlob(
  source: Source,
  given: Partial<Dialect>,
  start: Uint8Array | null = null,
): Promise<Preview> {
  const { file, text, workbook } = source;
  const dialect = workbook === null ? given : { ...given, ...SHEET_DIALECT };
  for (let length = PREVIEW_BYTES; ; length *= 4) {
    const bytes = start !== null && length === PREVIEW_BYTES ? start : await readSlice(text, 0, length);
    const looksLike = workbook === null ? fileLooksLike(bytes) : null;
    if (looksLike !== null) throw new ImporterError('file-not-text', { looksLike });
    const isComplete = bytes.length >= text.size;
    const preview = previewFile(bytes, isComplete, { name: file.name, bytes: text.size }, dialect);
    if (!preview.needsMore || isComplete || length >= PREVIEW_BYTES_LIMIT) {
      return { ...preview, bytes: file.size, sheet: workbook?.sheets[workbook.sheet] ?? null };
    }
  }
}
