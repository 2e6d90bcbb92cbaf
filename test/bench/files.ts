import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import Papa from 'papaparse';
import writeXlsx from 'write-excel-file/node';
import { createLines, HEADER_LINE } from './data.js';

const ROWS_AT_ONCE = 5_000;

export interface BenchFile {
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
}

/** A folder for the files, which are large; it goes when the run ends. */
export async function createFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'hubspot-importer-bench-'));
  return { path, remove: () => rm(path, { recursive: true }) };
}

/** Writes a file of so many bytes, the same every time. */
export async function writeFile(folder: string, bytes: number): Promise<BenchFile> {
  const path = join(folder, `${bytes / 1e6}.csv`);
  const output = createWriteStream(path);
  const linesFrom = createLines();
  let written = 0;
  let rows = 0;
  const write = async (text: string): Promise<void> => {
    const chunk = Buffer.from(text);
    written += chunk.length;
    if (!output.write(chunk)) await once(output, 'drain');
  };
  await write(HEADER_LINE);
  while (written < bytes) {
    const count = Math.min(ROWS_AT_ONCE, Math.max(100, Math.round((bytes - written) / 160)));
    await write(linesFrom(rows, count));
    rows += count;
  }
  output.end();
  await once(output, 'close');
  return { path, bytes: written, rows };
}

/** Writes so many of the same rows as a workbook. */
export async function writeWorkbook(folder: string, rows: number): Promise<BenchFile> {
  const path = join(folder, `${rows}.xlsx`);
  const { data } = Papa.parse<string[]>(HEADER_LINE + createLines()(0, rows), { skipEmptyLines: true });
  await writeXlsx(data).toFile(path);
  return { path, bytes: (await stat(path)).size, rows };
}
