import type { AccountObject } from './objects.js';
import type { RowProblem } from './row.js';

/** `PublicImportError`, with what is only shown when asked for (public specification). */
export interface ImportError {
  readonly id: string;
  readonly createdAt: number;
  readonly errorType: string;
  readonly errorMessage: string;
  readonly invalidValue?: string;
  readonly invalidValueToDisplay?: string;
  readonly knownColumnNumber?: number;
  readonly objectType?: string;
  readonly objectTypeId?: string;
  readonly sourceData: {
    readonly lineNumber: number;
    readonly fileId: number;
    readonly rowData: readonly string[];
    readonly containsEncryptedProperties: boolean;
  };
}

/** Where in which file something happened; line 0 is the whole file. */
export interface Place {
  readonly line: number;
  readonly fileId: string;
  readonly cells: readonly string[];
  /** Columns whose values are kept out of answers. */
  readonly sensitive: ReadonlySet<number>;
}

/** Something wrong as it is answered; sensitive values are said to be there, not shown (knowledge base, "Troubleshoot"). */
export function toError(
  id: string,
  problem: Omit<RowProblem, 'object'> & { readonly object: AccountObject | null },
  { line, fileId, cells, sensitive }: Place,
  nowMs: number,
): ImportError {
  const { column, value, object } = problem;
  const isSensitive = column !== null && sensitive.has(column);
  const shown = isSensitive && value !== null ? REDACTED : value;
  return {
    id,
    createdAt: nowMs,
    errorType: problem.errorType,
    errorMessage: isSensitive ? problem.errorType : problem.message,
    ...(shown !== null && { invalidValue: shown, invalidValueToDisplay: shown }),
    ...(column !== null && { knownColumnNumber: column }),
    ...(object !== null && { objectType: object.enumName, objectTypeId: object.id }),
    sourceData: {
      lineNumber: line,
      fileId: Number(fileId),
      rowData: cells.map((cell, at) => (sensitive.has(at) && cell !== '' ? REDACTED : cell)),
      containsEncryptedProperties: sensitive.size > 0,
    },
  };
}

const REDACTED = 'REDACTED';
