import type { PropertyGroup } from '../client/define.js';
import type { ImportResponse } from '../core/answers.js';
import type { ImporterError } from '../core/errors.js';
import type { NewProperty } from '../core/new-property.js';
import type { FileRow } from '../worker/protocol.js';

/** What is unfolded on the screen. Nothing here outlives a change of status, except what the person typed. */
export interface Ui {
  readonly isDragging: boolean;
  readonly isPasting: boolean;
  /** Kept when it could not be read. */
  readonly pasted: string;
  /** The file whose columns are shown, of several. */
  readonly file: number;
  /** Whether the objects that can be added to the file are shown. */
  readonly isAddingObject: boolean;
  /** The sheet of a workbook that is being read in the place of another; both zero-based. */
  readonly openingSheet: { readonly file: number; readonly sheet: number } | null;
  readonly isDialectOpen: boolean;
  readonly isRequestOpen: boolean;
  /** The column whose target is being chosen, and how. */
  readonly picker: Picker | null;
  /** The property that is being created. */
  readonly draft: Draft | null;
  /** All rows of a file, while they are looked at. */
  readonly rows: Rows | null;
  /** The problem that is unfolded, by `file code column`. */
  readonly openProblem: string | null;
  readonly shownRows: ShownRows | null;
  /** Why options could not be added, by the problem's key. */
  readonly optionsError: { readonly key: string; readonly error: ImporterError } | null;
  /** What was copied last: `json` or `curl`. */
  readonly copied: string | null;
  /** HubSpot's list of imports, when it is looked at. */
  readonly recent: Recent | null;
  /** The kind of error of which more are shown, by `effect type`. */
  readonly openErrors: string | null;
}

/** HubSpot's list of imports, as far as it has been fetched. */
export interface Recent {
  readonly imports: readonly ImportResponse[];
  /** Where it goes on; null at its end. */
  readonly after: string | null;
  readonly isReading: boolean;
  readonly error: ImporterError | null;
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

/** A property that is being created for a column, and how far that is. */
export interface Draft {
  readonly file: number;
  readonly column: number;
  readonly property: NewProperty;
  /** Once typed, the internal name does not follow the label any more. */
  readonly hasOwnName: boolean;
  /** Null while they are fetched. */
  readonly groups: readonly PropertyGroup[] | null;
  readonly isSent: boolean;
  /** Why HubSpot or the backend said no. */
  readonly error: ImporterError | null;
}

/** Which rows of the file are looked at. */
export interface Rows {
  /** `all`, `problems`, or the key of one kind of problem. */
  readonly filter: string;
  readonly query: string;
  /** Spreadsheet numbers of the rows that were found so far, and the share of the file that was searched; null without a query. */
  readonly found: { readonly rows: readonly number[]; readonly share: number } | null;
  /** The row to bring into sight, by its place. */
  readonly goTo: { readonly index: number } | null;
}

export const CLOSED: Ui = {
  isDragging: false,
  isPasting: false,
  pasted: '',
  file: 0,
  isAddingObject: false,
  openingSheet: null,
  isDialectOpen: false,
  isRequestOpen: false,
  picker: null,
  draft: null,
  rows: null,
  optionsError: null,
  openProblem: null,
  shownRows: null,
  copied: null,
  recent: null,
  openErrors: null,
};
