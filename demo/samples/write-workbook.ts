import writeXlsx, { type Cell } from 'write-excel-file/node';
import type { SampleCell, SampleSheet } from './club.js';

/** Writes an `.xlsx` file. */
export async function writeWorkbook(sheets: readonly SampleSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const data = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((cells) => cells.map(toCell)),
  }));
  return new Uint8Array(await writeXlsx(data).toBuffer());
}

function toCell(cell: SampleCell): Cell {
  if (cell === null || typeof cell === 'string') return cell;
  const { value, format } = cell;
  return value instanceof Date ? { value, type: Date, format } : { value, type: Number, format };
}
