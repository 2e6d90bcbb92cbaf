import type { Dialect } from '../core/dialect.js';
import { PREVIEW_BYTES, PREVIEW_BYTES_LIMIT, type Preview, previewFile } from '../core/preview.js';
import { readSlice } from './source.js';

/** Reads the first rows of a file, from as few of its bytes as hold them. Works on the page: it takes a few milliseconds. */
export async function previewBlob(file: File, given: Partial<Dialect>): Promise<Preview> {
  for (let length = PREVIEW_BYTES; ; length *= 4) {
    const bytes = await readSlice(file, 0, length);
    const isComplete = bytes.length >= file.size;
    const preview = previewFile(bytes, isComplete, { name: file.name, bytes: file.size }, given);
    if (!preview.needsMore || isComplete || length >= PREVIEW_BYTES_LIMIT) return preview;
  }
}
