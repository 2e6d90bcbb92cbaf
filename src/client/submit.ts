import { ImportList, ImportResponse } from '../core/answers.js';
import { ImporterError, isAbort } from '../core/errors.js';
import type { ImportRequest } from '../core/import-request.js';
import { type Departed, readAnswer } from './http.js';
import type { HubSpotClient } from './hubspot.js';

/** A file part; its name equals `fileName` in the request, and has no path. */
export interface UploadFile {
  readonly name: string;
  readonly content: Blob;
}

export interface Submission {
  readonly request: ImportRequest;
  readonly files: readonly UploadFile[];
  /** One per click; a relay lets it pass once, whatever the browser repeats by itself. */
  readonly idempotencyKey: string;
  /** Imports of the same name that are known already; they are not this one. */
  readonly knownImportIds: readonly string[];
  readonly onSent?: (sentBytes: number, totalBytes: number) => void;
  readonly signal?: AbortSignal;
}

/** An import whose answer never came: its name, and when it was sent by the browser's clock. */
export interface LostImport {
  readonly name: string;
  readonly sinceMs: number;
}

/** HubSpot's clock and the browser's may differ by this much, in milliseconds. */
const CLOCK_SKEW_MS = 120_000;

/**
 * Sends the import and gives HubSpot's answer. Sends once: when the answer is lost, looks for the import in HubSpot's list.
 *
 * @throws {ImporterError} `import-unknown` when the answer was lost and the import is not in the list (yet);
 *   `import-rejected`, `import-forbidden`, `import-too-large`, `rate-limited`, `network` … when surely nothing was started.
 */
export async function submitImport(client: HubSpotClient, submission: Submission): Promise<ImportResponse> {
  const { request, files, signal } = submission;
  const startedAt = Date.now();
  let departed: Departed = 'nothing';
  try {
    const response = await client.post(client.paths.imports, {
      headers: { 'idempotency-key': submission.idempotencyKey },
      body: toFormData(request, files),
      onDeparted(now) {
        departed = now;
      },
      onSent: (sentBytes, totalBytes) => submission.onSent?.(sentBytes, totalBytes),
      ...(signal && { signal }),
    });
    return await readAnswer(response, ImportResponse);
  } catch (error) {
    if (isAbort(error) || departed === 'nothing' || !mayHaveStarted(error)) throw error;
    const lost = { name: request.name, sinceMs: startedAt };
    const found = await findImport(client, lost, submission.knownImportIds, signal).catch(unlessAborted);
    if (found != null) return found;
    throw new ImporterError('import-unknown', { name: request.name }, error);
  }
}

/** A clear refusal started nothing. Silence, a server's failure or an unreadable good answer may have. */
function mayHaveStarted(error: unknown): boolean {
  if (!(error instanceof ImporterError)) return true;
  switch (error.code) {
    case 'network':
    case 'timeout':
      return true;
    case 'server-failed':
      return (error as ImporterError<'server-failed'>).detail.status >= 500;
    case 'response-unexpected':
      return (error as ImporterError<'response-unexpected'>).detail.status < 400;
    default:
      return false;
  }
}

/**
 * Looks for an import by its name and time in the newest page of HubSpot's list, which holds only imports of the same app.
 *
 * @returns null when it is not there.
 * @throws {ImporterError} when the list cannot be read, so that nothing is known.
 */
export async function findImport(
  client: HubSpotClient,
  { name, sinceMs }: LostImport,
  knownImportIds: readonly string[],
  signal?: AbortSignal,
): Promise<ImportResponse | null> {
  const list = await client.get(`${client.paths.imports}?limit=50`, ImportList, signal);
  const found = list.results.find(
    (entry) =>
      entry.importName === name &&
      !knownImportIds.includes(entry.id) &&
      (entry.createdAt === undefined || Date.parse(entry.createdAt) >= sinceMs - CLOCK_SKEW_MS),
  );
  return found ?? null;
}

function unlessAborted(error: unknown): null {
  if (isAbort(error)) throw error;
  return null;
}

/** The request part goes first: a backend can check it before a byte of a file goes on. */
function toFormData(request: ImportRequest, files: readonly UploadFile[]): FormData {
  const form = new FormData();
  form.append('importRequest', new Blob([JSON.stringify(request)], { type: 'application/json' }));
  for (const file of files) form.append('files', file.content, file.name);
  return form;
}
