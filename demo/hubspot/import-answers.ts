import { ACCOUNT } from './account.js';
import { page } from './answers.js';
import type { Import, ImportError } from './run.js';

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

/** One page of an import's errors. Messages and row data only when asked for; neither default is documented (inferred). */
export function toErrorPage(entry: Import, query: URLSearchParams) {
  const shown = page(entry.errors, query, 10);
  const withMessage = query.get('includeErrorMessage') === 'true';
  const withRow = query.get('includeRowData') === 'true';
  return { ...shown, results: shown.results.map((error) => toErrorAnswer(error, withMessage, withRow)) };
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
