import { ImportErrorPage, ImportResponse, type ImportRowError } from '../core/answers.js';
import { ImporterError } from '../core/errors.js';
import { FINAL_STATES } from '../core/hubspot.js';
import { readFailure } from './http.js';
import type { HubSpotClient } from './hubspot.js';

/** First wait between two questions, and the longest, in milliseconds. HubSpot publishes no interval. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5000;

/** Between two questions while nobody looks, in milliseconds. */
const HIDDEN_WAIT_MS = 30_000;

/** True when HubSpot will not change the state any more. A state unknown today is not final. */
export const isFinal = (state: string): boolean => FINAL_STATES.has(state);

/**
 * Follows an import until it settles, asking less often the longer it takes, and seldom while the tab is hidden.
 *
 * @param onUpdate every answer, the last one too
 * @returns The last answer.
 * @throws {ImporterError} `import-not-found`, `import-unauthorized`, … when it cannot be followed any further.
 */
export async function trackImport(
  client: HubSpotClient,
  importId: string,
  onUpdate: (answer: ImportResponse) => void,
  signal: AbortSignal,
): Promise<ImportResponse> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 1.25, LONGEST_WAIT_MS)) {
    const answer = await client.get(client.paths.import(importId), ImportResponse, signal);
    signal.throwIfAborted();
    onUpdate(answer);
    if (isFinal(answer.state)) return answer;
    await nextTurn(client, waitMs, signal);
  }
}

/** A tab that is shown again asks at once. */
async function nextTurn(client: HubSpotClient, waitMs: number, signal: AbortSignal): Promise<void> {
  const { surroundings } = client;
  if (!surroundings.isHidden) return client.pause(waitMs, signal);
  const over = new AbortController();
  const until = AbortSignal.any([signal, over.signal]);
  const shown = async (): Promise<void> => {
    while (surroundings.isHidden) await surroundings.changed(until);
  };
  await Promise.race([client.pause(HIDDEN_WAIT_MS, until), shown()]).finally(() => over.abort());
}

/**
 * Asks HubSpot to stop. What is written already stays (inferred: HubSpot never calls it a rollback). What becomes of the import
 * is for its state to say: the answer speaks of the canceling alone.
 */
export function cancelImport(client: HubSpotClient, importId: string, signal?: AbortSignal): Promise<void> {
  const ask = async (): Promise<void> => {
    const response = await client.post(client.paths.cancel(importId), { ...(signal && { signal }) });
    if (!response.ok) throw await readFailure(response);
  };
  return client.again(ask, () => true, signal);
}

/**
 * Reads HubSpot's row errors page by page, with messages and row data.
 *
 * @param from where to go on; null for the first page
 * @param onPage each page as it comes, and where the next begins; null after the last
 */
export async function readImportErrors(
  client: HubSpotClient,
  importId: string,
  from: string | null,
  onPage: (errors: readonly ImportRowError[], next: string | null) => void | Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Set<string>();
  for (let after = from; ;) {
    const query = new URLSearchParams({ limit: '100', includeErrorMessage: 'true', includeRowData: 'true' });
    if (after !== null) query.set('after', after);
    const page: ImportErrorPage = await client.get(
      `${client.paths.errors(importId)}?${query}`,
      ImportErrorPage,
      signal,
    );
    signal.throwIfAborted();
    after = page.paging?.next?.after ?? null;
    await onPage(page.results, after);
    signal.throwIfAborted();
    if (after === null) return;
    if (seen.has(after)) throw new ImporterError('response-unexpected', { status: 200, contentType: null });
    seen.add(after);
  }
}
