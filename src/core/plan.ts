import type { DateFormat, Operation, Owner, PropertyOption } from './hubspot.js';

/** What a value must be for HubSpot to take it. */
export type ValueKind =
  | 'text'
  | 'email'
  | 'domain'
  | 'url'
  | 'phone'
  | 'number'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'option'
  | 'options'
  | 'owner'
  | 'record-id';

/** What one mapped column is checked against. Plain data: it crosses to the worker. */
export interface ColumnRule {
  /** Zero-based in the file. */
  readonly column: number;
  readonly property: string;
  readonly kind: ValueKind;
  /** `identifier` matches rows to records; `unique` must not repeat; `none` may. */
  readonly uniqueness: 'identifier' | 'unique' | 'none';
  /** For `option` and `options`; empty means that the options are not known and are not checked. */
  readonly options: readonly PropertyOption[];
}

/** Everything a check of the whole file needs besides the file and its dialect. */
export interface CheckPlan {
  readonly columns: readonly ColumnRule[];
  /** Number of headers; a row with another number of cells is ragged. */
  readonly columnCount: number;
  readonly operation: Operation;
  /** Null while undecided: a date is then fine if any order reads it. */
  readonly dateFormat: DateFormat | null;
  /** To create a record every group needs one filled column; zero-based columns. Not used when only updating. */
  readonly required: readonly (readonly number[])[];
  /** For `owner` columns; null when owners are not known and are not checked. */
  readonly owners: readonly Owner[] | null;
  /** Data rows beyond this end the check with `file-too-many-rows`. */
  readonly maxRows: number;
}
