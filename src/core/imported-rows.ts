import type { RowCounts } from './problems.js';
import type { ImportState } from './state.js';

/** The rows of the files by what became of them here; null when nobody counted them. */
export const importedRows = ({
  origin,
}: Pick<Extract<ImportState, { readonly outcome: unknown }>, 'origin'>): RowCounts | null =>
  origin.sent?.rows ?? null;
