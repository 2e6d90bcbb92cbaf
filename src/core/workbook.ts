import type { Dialect } from './dialect.js';
import type { DateFormat } from './hubspot.js';

/** A workbook, of which one sheet is imported. */
export interface Workbook {
  /** Names of the sheets that can be imported, in order: no charts, and none that is hidden. */
  readonly sheets: readonly string[];
  /** Which of them it is, zero-based. */
  readonly sheet: number;
  /**
   * Whether HubSpot finds in the workbook itself what was read here: it has one sheet (HubSpot takes no more), and its cells are
   * texts or whole numbers that are shown as they are. What HubSpot makes of dates, formats and formulas is not documented.
   */
  readonly isExact: boolean;
}

/** What is to be read of a workbook. */
export interface SheetChoice {
  /** Zero-based among `Workbook.sheets`; null for the one that was in sight when the workbook was saved. */
  readonly sheet: number | null;
  /** Names to look for first where none is chosen. */
  readonly preferred: readonly string[];
  /** The order that dates are written in. */
  readonly dateOrder: DateFormat;
}

/** A file as it was chosen, and the delimited text that is read of it. */
export interface Source {
  readonly file: File;
  /** The file itself, or the sheet of a workbook. */
  readonly text: Blob;
  /** Null for a file that is text. */
  readonly workbook: Workbook | null;
}

/** The name of the sheet that is imported, where there was a choice. */
export const chosenSheet = ({ workbook }: Pick<Source, 'workbook'>): string | null =>
  workbook !== null && workbook.sheets.length > 1 ? (workbook.sheets[workbook.sheet] ?? null) : null;

export const textSource = (file: File): Source => ({ file, text: file, workbook: null });

/** How sheets are written as text. */
export const SHEET_DIALECT: Omit<Dialect, 'headerRow'> = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  newline: '\n',
};
