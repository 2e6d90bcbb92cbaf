import { ImportList, ImportResponse } from '../core/answers.js';
import { echoedFileNames } from '../core/echoed-request.js';
import { ImporterError } from '../core/errors.js';
import type { HubSpotClient } from './hubspot.js';

/** Imports, newest first, and where the list goes on; null at its end. */
export interface ImportsPage {
  readonly imports: readonly ImportResponse[];
  readonly after: string | null;
}

/** An import whose answer never came: what is known of it, and when it was sent by the browser's clock. */
export interface LostImport {
  readonly name: string;
  readonly fileNames: readonly string[];
  readonly sentAtMs: number;
}

/** Pages of 50: a thousand imports. The largest page is not documented. */
const PAGE_SIZE = 50;
const MOST_PAGES = 20;

/** HubSpot's clock and the browser's may differ by this much, in milliseconds. */
const CLOCK_SKEW_MS = 120_000;

/** @throws {ImporterError} `import-not-found`, `import-unauthorized`, … */
export function readImport(
  client: HubSpotClient,
  importId: string,
  signal?: AbortSignal,
): Promise<ImportResponse> {
  return client.get(client.paths.import(importId), ImportResponse, signal);
}

/**
 * Reads on in HubSpot's list, which holds imports of the same app only. A backend that shows people only their own may answer
 * pages with none of theirs; those are passed over, as far as that goes without end.
 *
 * @param after where the page before ended; null for the beginning
 */
export async function readImports(
  client: HubSpotClient,
  after: string | null,
  signal?: AbortSignal,
): Promise<ImportsPage> {
  let page: ImportsPage = { imports: [], after };
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    page = await readPage(client, page.after, signal);
    if (page.imports.length > 0 || page.after === null) break;
  }
  return page;
}

async function readPage(
  client: HubSpotClient,
  after: string | null,
  signal?: AbortSignal,
): Promise<ImportsPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(after !== null && { after }) });
  const list = await client.get(`${client.paths.imports}?${query}`, ImportList, signal);
  const next = list.paging?.next?.after ?? null;
  if (next !== null && next === after)
    throw new ImporterError('response-unexpected', { status: 200, contentType: null });
  return { imports: list.results, after: next };
}

/**
 * Looks for an import by its name, files and time in HubSpot's list.
 *
 * @param knownImportIds imports that are known to be others
 * @returns null when it is not there.
 * @throws {ImporterError} when the list cannot be read, so that nothing is known.
 */
export async function findImport(
  client: HubSpotClient,
  lost: LostImport,
  knownImportIds: readonly string[],
  signal?: AbortSignal,
): Promise<ImportResponse | null> {
  const earliestMs = lost.sentAtMs - CLOCK_SKEW_MS;
  const times: number[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: ImportsPage = await readPage(client, after, signal);
    const found = page.imports.find(
      (one) => !knownImportIds.includes(one.id) && isMeant(one, lost, earliestMs),
    );
    if (found !== undefined) return found;
    times.push(
      ...page.imports.flatMap(({ createdAt }) => (createdAt === undefined ? [] : Date.parse(createdAt))),
    );
    if (page.after === null || goesBackBeyond(times, earliestMs)) return null;
    after = page.after;
  }
  return null;
}

function isMeant(one: ImportResponse, { name, fileNames }: LostImport, earliestMs: number): boolean {
  if (one.importName !== name) return false;
  if (one.createdAt !== undefined && Date.parse(one.createdAt) < earliestMs) return false;
  const theirs = echoedFileNames(one);
  return theirs === null || theirs.join('\n') === fileNames.join('\n');
}

/** The order of the list is not documented: only one that is seen to go from new to old is known to hold nothing newer. */
function goesBackBeyond(times: readonly number[], earliestMs: number): boolean {
  const isNewestFirst = times.every((time, at) => at === 0 || time <= (times[at - 1] ?? time));
  return times.length > 1 && isNewestFirst && (times.at(-1) ?? earliestMs) < earliestMs;
}
