import type { DateFormat, Operation, Owner, PropertyOption } from './hubspot.js';

/** What a value of a property must be for HubSpot to take it. */
export type PropertyKind =
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

/** What a cell must be: a property's value, or what joins records. */
export type ValueKind =
  | PropertyKind
  /** Association labels, several joined by `;`. */
  | 'labels'
  /** Keys of other records, several joined by `;`. */
  | 'keys';

/** What each of several keys is. */
export type KeyKind = Extract<PropertyKind, 'email' | 'domain' | 'record-id' | 'text'>;

/** What one mapped column is checked against. Plain data: it crosses to the worker. */
export interface ColumnRule {
  /** Zero-based in the file. */
  readonly column: number;
  readonly objectTypeId: string;
  readonly property: string;
  readonly kind: ValueKind;
  /** For `keys` alone; `text` when it is not given. */
  readonly keyKind?: KeyKind;
  /**
   * `identifier` matches rows to records; `key` does so too but may repeat, for a company that stands beside several
   * contacts; `unique` must not repeat; `none` may.
   */
  readonly uniqueness: 'identifier' | 'key' | 'unique' | 'none';
  /** For `option`, `options` and `labels`; empty means that they are not known and are not checked. */
  readonly options: readonly PropertyOption[];
}

/** What one object type asks of the rows that hold something of it. */
export interface ObjectRule {
  readonly objectTypeId: string;
  readonly operation: Operation;
  /** To create a record every group needs one filled column; zero-based columns. Not used when only updating. */
  readonly required: readonly (readonly number[])[];
}

/** Everything a check of the whole file needs besides the file and its dialect. */
export interface CheckPlan {
  readonly columns: readonly ColumnRule[];
  /** One for each object type of the columns. */
  readonly objects: readonly ObjectRule[];
  /** Number of headers; a row with another number of cells is ragged. */
  readonly columnCount: number;
  /** Null while undecided: a date is then fine if any order reads it. */
  readonly dateFormat: DateFormat | null;
  /** For `owner` columns; null when owners are not known and are not checked. */
  readonly owners: readonly Owner[] | null;
  /** Data rows beyond this end the check with `file-too-many-rows`. */
  readonly maxRows: number;
}
