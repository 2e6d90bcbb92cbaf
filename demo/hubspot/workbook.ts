import readXlsx, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { oversize } from './answers.js';
import type { DateFormat } from './import-request.js';
import { rowOf, type UploadedFile, type UploadLimits } from './upload.js';

/**
 * Reads the one sheet of a workbook into rows of text; any other file is given back as it is. A cell that holds a date is written in
 * the import's order (inferred: HubSpot says of dates with a time only that they should be numbers or text). Of Excel's formats,
 * `.xlsx` alone is read here; HubSpot takes `.xls` too.
 *
 * @throws {Refusal} 429 when it has too many rows
 */
export async function openWorkbook(
  file: UploadedFile,
  dateFormat: DateFormat,
  limits: UploadLimits,
): Promise<UploadedFile> {
  if (file.content === null) return file;
  const failed = (errorType: string, message: string): UploadedFile => ({
    ...file,
    content: null,
    fault: { errorType, message },
  });
  try {
    const [sheet, second] = await readXlsx(Buffer.from(file.content), { trim: false });
    if (sheet === undefined || second !== undefined) {
      return failed('INVALID_SHEET_COUNT', `${file.name} must have one sheet`);
    }
    const [header = [], ...rows] = sheet.data.map((cells) => cells.map((cell) => toText(cell, dateFormat)));
    if (rows.length > limits.rows) throw oversize(`The file exceeds the limit of ${limits.rows} rows`);
    return { ...file, content: null, header, rows: rows.map(rowOf) };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      return failed('INVALID_SPREADSHEET', `${file.name} is no workbook that can be read`);
    }
    throw error;
  }
}

function toText(cell: unknown, dateFormat: DateFormat): string {
  if (cell instanceof Date) return toDateText(cell, dateFormat);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function toDateText(date: Date, dateFormat: DateFormat): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  const [year, month, dayOfMonth] = day.split('-');
  const part = { YEAR: year, MONTH: month, DAY: dayOfMonth };
  const text = dateFormat.replace(/YEAR|MONTH|DAY/g, (word) => part[word as keyof typeof part] ?? '');
  const clock = time.slice(0, 5);
  return text.replaceAll('_', '-') + (clock === '00:00' ? '' : ` ${clock}`);
}
