/** A workbook, read on the page: by us, and by the library that most programs would take. */
import readXlsx from 'read-excel-file/browser';
import { startFileDesk } from '../../src/worker/start.js';
import { ANY_SHEET } from '../workbook/workbooks.js';

export type Reader = 'ours' | 'readExcelFile';

/** Each gives what it found, so that nobody can leave the work out. */
const READERS: Readonly<Record<Reader, (file: File) => Promise<number>>> = {
  async ours(file) {
    const signal = new AbortController().signal;
    const { source } = await startFileDesk().open(file, ANY_SHEET, () => undefined, signal);
    return source.text.size;
  },
  async readExcelFile(file) {
    const [sheet] = await readXlsx(file);
    return sheet?.data.length ?? 0;
  },
};

/** Called in the page by `run.ts`, with the file that its input holds. @returns Milliseconds. @public */
export async function timeReading(reader: Reader): Promise<number> {
  const [file] = document.querySelector('input')?.files ?? [];
  if (file === undefined) throw new Error('No file was chosen.');
  const start = performance.now();
  const found = await READERS[reader](file);
  const ms = performance.now() - start;
  if (found === 0) throw new Error(`${reader} found nothing.`);
  return ms;
}
