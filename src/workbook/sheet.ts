import type { ZipEntry } from 'unzipit';
import type { CellFormat } from './cell-format.js';
import { type DateWriting, isoText, numberText, unescapeText } from './cell-text.js';
import { createTextRun, formatAt } from './shared.js';
import { type OnRead, readXml, type XmlListener } from './xml.js';

/** As many as a sheet has (Excel's specifications and limits). */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

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
  let isExact = true;
  const cellText = createCellText(context, () => (isExact = false));
  const run = createTextRun();
  let isInData = false;
  let row = 0;
  let column = 0;
  let cells: string[] = [];
  let cell: Readonly<Record<string, string>> = {};
  let isInValue = false;
  let value = '';

  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'sheetData') isInData = true;
      if (!isInData) return;
      switch (name) {
        case 'row':
          openRow(attributes.r === undefined ? row + 1 : Number(attributes.r));
          break;
        case 'c':
          column = placeIn(MOST_COLUMNS, attributes.r === undefined ? column + 1 : columnOf(attributes.r));
          cell = attributes;
          value = '';
          break;
        case 'v':
          isInValue = true;
          break;
        case 'f':
          isExact = false;
          break;
        default:
          run.open(name);
      }
    },
    text(text) {
      if (isInValue) value += text;
      else if (isInData) run.text(text);
    },
    close(name) {
      if (!isInData) return;
      if (name === 'v') isInValue = false;
      else if (name === 'c') endCell();
      else if (name === 'sheetData') {
        endRow();
        isInData = false;
      } else run.close(name);
    },
  };

  /** Some programs write a row in several pieces. */
  function openRow(written: number): void {
    const next = placeIn(MOST_ROWS, written);
    if (next < row) throw new RangeError(`Row ${next} comes after row ${row}.`);
    if (next > row) endRow();
    row = next;
    column = 0;
  }

  function endRow(): void {
    if (cells.length > 0) onRow({ row, cells });
    cells = [];
  }

  function endCell(): void {
    const text = cellText(cell, value, run.take());
    if (text === '') return;
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = text;
  }

  await readXml(part, listener, onRead);
  return { isExact };
}

/** A whole number that Excel shows as it is: longer ones have an exponent. */
const SHORT_NUMBER = /^(0|[1-9]\d{0,10})$/;

/** @param onInexact called when a reader of the workbook may find another text */
function createCellText(
  { strings, formats, dates }: SheetContext,
  onInexact: () => void,
): (cell: Readonly<Record<string, string>>, value: string, inline: string) => string {
  return ({ t: type = 'n', s: style }, value, inline) => {
    if (value === '') return type === 's' || type === 'b' || type === 'e' ? '' : inline;
    const format = formatAt(formats, style);
    switch (type) {
      case 's':
        return textAt(strings, value);
      case 'str':
      case 'inlineStr':
        return inline === '' ? unescapeText(value) : inline;
      case 'n':
        if (format.kind !== 'general' || !SHORT_NUMBER.test(value)) onInexact();
        return numberText(value, format, dates);
      case 'd':
        onInexact();
        return isoText(value, format, dates);
      case 'b':
        onInexact();
        return /^(0|false)$/i.test(value.trim()) ? 'FALSE' : 'TRUE';
      default: // an error
        onInexact();
        return value;
    }
  };
}

/** A text that is not there is no empty cell. */
function textAt(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new RangeError(`There is no text ${index}.`);
  return text;
}

/** The number of a row or column, from 1. */
function placeIn(most: number, place: number): number {
  if (Number.isInteger(place) && place >= 1 && place <= most) return place;
  throw new RangeError(`No place for a cell: ${place}`);
}

/** The number of a cell's column, from 1, in a reference like `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = (reference.charCodeAt(at) & 0xdf) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}
