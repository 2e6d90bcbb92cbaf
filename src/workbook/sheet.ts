import type { ZipEntry } from 'unzipit';
import { type CellFormat } from './cell-format.js';
import { type DateWriting, numberText, unescapeText } from './cell-text.js';
import { createTextRun, formatAt } from './shared.js';
import { type OnRead, readXml } from './xml.js';

/** As many as a sheet has (Excel's specifications and limits). */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
/** Excel shows longer numbers with an exponent. */
const MOST_DIGITS = 11;

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly dates: DateWriting;
}

export interface SheetRow {
  /** From 1. Rows without cells are not there. */
  readonly row: number;
  /** Texts by column; empty where there is no cell. */
  readonly cells: readonly string[];
}

/**
 * Reads the rows of a sheet. Formulas have the value they had when the workbook was saved, errors their name (`#N/A`).
 *
 * @returns Whether whoever reads the workbook finds the same: all is text, or whole numbers that are shown as they are.
 */
export async function readSheet(
  part: ZipEntry,
  context: SheetContext,
  onRow: (row: SheetRow) => void,
  onRead: OnRead,
): Promise<{ readonly isExact: boolean }> {
  const run = createTextRun();
  let isExact = true;
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let cell: Readonly<Record<string, string>> = {};
  let isInValue = false;
  let value = '';

  function endCell(): void {
    const text = cellText(cell.t ?? 'n', value, run.take());
    if (text !== '') {
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = text;
    }
  }

  function cellText(type: string, written: string, inline: string): string {
    switch (type) {
      case 's':
        return written === '' ? '' : (context.strings[Number(written)] ?? '');
      case 'inlineStr':
        return inline;
      case 'str':
        return unescapeText(written);
      case 'n': {
        if (written === '') return '';
        const format = formatAt(context.formats, cell.s);
        const text = numberText(written, format, context.dates);
        if (format.kind !== 'general' || text.length > MOST_DIGITS || !/^\d+$/.test(text)) isExact = false;
        return text;
      }
      case 'b':
        isExact = false;
        return Number(written) === 0 ? 'FALSE' : 'TRUE';
      default: // an error, or a date as a text (ISO 8601)
        isExact = false;
        return written;
    }
  }

  await readXml(
    part,
    {
      open(name, attributes) {
        if (name === 'row') {
          row = placeOf(attributes.r === undefined ? null : Number(attributes.r), row, MOST_ROWS);
          column = 0;
          cells = [];
        } else if (name === 'c') {
          column = placeOf(attributes.r === undefined ? null : columnOf(attributes.r), column, MOST_COLUMNS);
          cell = attributes;
          value = '';
        } else if (name === 'v') isInValue = true;
        else if (name === 'f') isExact = false;
        else run.open(name);
      },
      text(text) {
        if (isInValue) value += text;
        else run.text(text);
      },
      close(name) {
        if (name === 'v') isInValue = false;
        else if (name === 'c') endCell();
        else if (name === 'row') {
          if (cells.length > 0) onRow({ row, cells });
        } else run.close(name);
      },
    },
    onRead,
  );
  return { isExact };
}

/** Rows and cells may leave out where they are; then they follow the one before. They ascend. */
function placeOf(written: number | null, before: number, most: number): number {
  const place = written ?? before + 1;
  if (Number.isInteger(place) && place > before && place <= most) return place;
  throw new RangeError(`No place for a cell: ${place}`);
}

/** The number of a cell's column, from 1, in a reference like `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}
