/** What is wrong with the person's data: plain facts, counted, never thrown. */

/** Public and stable. */
export type ProblemCode =
  | 'row-empty'
  | 'row-too-short'
  | 'row-too-long'
  | 'identifier-missing'
  | 'identifier-repeated'
  | 'unique-repeated'
  | 'required-missing'
  | 'email-invalid'
  | 'domain-invalid'
  | 'url-invalid'
  | 'phone-invalid'
  | 'number-invalid'
  | 'number-too-large'
  | 'date-invalid'
  | 'date-out-of-range'
  | 'boolean-invalid'
  | 'option-unknown'
  | 'option-ambiguous'
  | 'owner-unknown'
  | 'owner-ambiguous'
  | 'label-unknown'
  | 'key-unknown'
  | 'record-id-invalid'
  | 'text-too-long'
  | 'text-unreadable'
  | 'quote-unbalanced';

/** An error is what HubSpot will refuse or drop; a warning is what will surprise. */
export type Severity = 'error' | 'warning';

/** What HubSpot does with it: refuses the row, drops the value, merges the row into another, or nothing. */
export type Effect = 'row' | 'value' | 'merge' | 'none';

/** One distinct value with a problem, for showing and for fixing every row that holds it at once. */
export interface ProblemValue {
  /** The cell as the file has it, cut at 200 characters for showing. */
  readonly value: string;
  readonly count: number;
  /** First row that holds it. */
  readonly row: number;
}

/** All problems of one code in one column. Rows count as a spreadsheet does: the first line of the file is 1. */
export interface ProblemGroup {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly effect: Effect;
  /** Zero-based in the file; null when the row as a whole is meant. */
  readonly column: number | null;
  /** Rows hit. */
  readonly count: number;
  /** The first of them, ascending, 200 at most. For repeats both the first row and the ones repeating it. */
  readonly rows: readonly number[];
  /** Distinct values in order of appearance, 100 at most. */
  readonly values: readonly ProblemValue[];
  /** True when there are more distinct values than `values` holds. */
  readonly moreValues: boolean;
}

/** Every data row is in exactly one class, the worst that applies; the counts add up to `total`. */
export interface RowCounts {
  readonly total: number;
  /** No problem. */
  readonly clean: number;
  /** Imported without one value or more. */
  readonly losing: number;
  /** Same identifier as an earlier row. */
  readonly repeated: number;
  /** Refused by HubSpot. */
  readonly refused: number;
  /** Nothing to import in it. */
  readonly empty: number;
  /** Left out by the person. */
  readonly leftOut: number;
}

/** How the dates of a column are written, in cells. */
export interface DateEvidence {
  /** Only day-month-year can read them: 31/12/2025. */
  readonly dayFirst: number;
  /** Only month-day-year can read them: 12/31/2025. */
  readonly monthFirst: number;
  /** Year first: 2025-12-31. */
  readonly yearFirst: number;
  /** Day or month first, both read: 03/04/2025. */
  readonly either: number;
  /** Example of an ambiguous one, as the file has it; null when there is none. */
  readonly example: string | null;
}

export interface ColumnTally {
  readonly column: number;
  readonly filled: number;
  readonly empty: number;
  /** Only for date and date-time properties. */
  readonly dates: DateEvidence | null;
}

/** What the check of a whole file found; while it runs, what it has found so far. */
export interface Tally {
  readonly rows: RowCounts;
  readonly problems: readonly ProblemGroup[];
  readonly columns: readonly ColumnTally[];
}
