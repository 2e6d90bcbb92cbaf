import type { FileRow } from '../worker/protocol.js';

/** What is unfolded on the screen. Nothing here outlives a change of status, except what the person typed. */
export interface Ui {
  readonly isDragging: boolean;
  readonly isPasting: boolean;
  /** Kept when it could not be read. */
  readonly pasted: string;
  /** The file whose columns are shown, of several. */
  readonly file: number;
  readonly isDialectOpen: boolean;
  readonly isRequestOpen: boolean;
  /** The column whose target is being chosen, and how. */
  readonly picker: Picker | null;
  /** The problem that is unfolded, by `file code column`. */
  readonly openProblem: string | null;
  readonly shownRows: ShownRows | null;
  /** What was copied last: `json` or `curl`. */
  readonly copied: string | null;
}

/** Rows fetched for looking at, by what they were fetched for. */
export interface ShownRows {
  readonly key: string;
  readonly rows: readonly FileRow[] | null;
}

export interface Picker {
  readonly column: number;
  readonly query: string;
  /** Index into the list of choices. */
  readonly active: number;
}

export const CLOSED: Ui = {
  isDragging: false,
  isPasting: false,
  pasted: '',
  file: 0,
  isDialectOpen: false,
  isRequestOpen: false,
  picker: null,
  openProblem: null,
  shownRows: null,
  copied: null,
};
