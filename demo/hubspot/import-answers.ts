import { ACCOUNT } from './account.js';
import { page } from './answers.js';
import type { FaultName } from './faults.js';
import type { ImportError } from './import-error.js';
import type { Import } from './import.js';

/** An import as `PublicImportResponse` shows it (public specification). */
export interface ImportAnswer {
  readonly id: string;
  readonly state: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly importName: string;
  readonly importSource: 'API';
  readonly optOutImport: false;
  readonly mappedObjectTypeIds: readonly string[];
  readonly importRequestJson: Readonly<Record<string, unknown>>;
  readonly metadata: {
    /** An open map; a key that has nothing to count is absent (inferred from answers that were published). */
    readonly counters: Readonly<Record<string, number>>;
    readonly fileIds: readonly string[];
    readonly objectLists: readonly { readonly listId: string; readonly objectType: string }[];
  };
}

export function toAnswer(entry: Import): ImportAnswer {
  return {
    id: entry.id,
    state: entry.state,
    createdAt: new Date(entry.createdMs).toISOString(),
    updatedAt: new Date(entry.updatedMs).toISOString(),
    importName: entry.request.name,
    importSource: 'API',
    optOutImport: false,
    mappedObjectTypeIds: entry.mappedObjects.map(({ id }) => id),
    // Live answers add these two to the request as it came (seen in published answers, not in the specification).
    importRequestJson: { portalId: ACCOUNT.portalId, language: 'en', ...entry.request.json },
    metadata: {
      counters: { ...entry.counters },
      fileIds: entry.fileIds,
      objectLists: entry.listId === null ? [] : [{ listId: entry.listId, objectType: 'contacts' }],
    },
  };
}

/** The same as HubSpot may answer it one day: with what no client knows yet, as far as the faults say so. */
export function withUnknown(answer: ImportAnswer, faults: readonly FaultName[]): unknown {
  const { metadata } = answer;
  const isLater = faults.includes('fields-unknown');
  const counters = faults.includes('counters-unknown')
    ? { ...metadata.counters, ROWS_HELD_FOR_REVIEW: 2, ENRICHED_OBJECTS: 1 }
    : metadata.counters;
  return {
    ...answer,
    ...(faults.includes('state-unknown') && { state: 'PAUSED' }),
    ...(isLater && { reviewStatus: 'NOT_NEEDED', initiatedBy: { userId: 11200101, kind: 'APP' } }),
    metadata: { ...metadata, counters, ...(isLater && { warnings: [], segmentIds: ['1'] }) },
  };
}

/** Error types that the versions before have and this one has not (public specification), and what takes their place (inferred). */
const RENAMED_IN_2026_09: Readonly<Record<string, string>> = {
  INVALID_PROPERTY_VALUE_FORMAT: 'FAILED_VALIDATION',
  LINE_ITEM_MULTIPLE_PARENTS_IN_ROW: 'UNKNOWN_BAD_REQUEST',
};

/** One page of an import's errors. Messages and row data only when asked for; neither default is documented (inferred). */
export function toErrorPage(
  entry: Import,
  query: URLSearchParams,
  version: string,
  faults: readonly FaultName[],
) {
  const shown = page(entry.errors, query, 10);
  const withMessage = query.get('includeErrorMessage') === 'true';
  const withRow = query.get('includeRowData') === 'true';
  const typeOf = ({ errorType }: ImportError): string => {
    if (faults.includes('error-types-unknown')) return 'VALUE_NEEDS_REVIEW';
    return (version === '2026-09' ? RENAMED_IN_2026_09[errorType] : undefined) ?? errorType;
  };
  return {
    ...shown,
    results: shown.results.map((error) => ({
      ...toErrorAnswer(error, withMessage, withRow),
      errorType: typeOf(error),
      ...(faults.includes('fields-unknown') && { severity: 'ROW', suggestion: { kind: 'NONE' } }),
    })),
  };
}

function toErrorAnswer(error: ImportError, withMessage: boolean, withRow: boolean) {
  const { errorMessage, sourceData, ...rest } = error;
  const { rowData, ...place } = sourceData;
  return {
    ...rest,
    ...(withMessage && { errorMessage }),
    sourceData: { ...place, ...(withRow && { rowData }) },
  };
}

/** `ActionResponse` of a cancel: its status is that of the cancelling, not of the import (public specification). */
export function toCancelAnswer(nowMs: number) {
  const at = new Date(nowMs).toISOString();
  return { status: 'COMPLETE', requestedAt: at, startedAt: at, completedAt: at, links: {} };
}
