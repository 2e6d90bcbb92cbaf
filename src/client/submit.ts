import { ImportResponse } from '../core/answers.js';
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
  readonly onSent?: (sentBytes: number, totalBytes: number) => void;
  readonly signal?: AbortSignal;
}

/** The answer was lost, or is none that tells: the import may have begun. Why is in `cause`. */
export class AnswerLost extends Error {
  override readonly name = 'AnswerLost';
  /** Whether something was answered at all. */
  readonly wasAnswered: boolean;

  constructor(cause: unknown) {
    super('The answer was lost.', { cause });
    this.wasAnswered = !(cause instanceof ImporterError && ['network', 'timeout'].includes(cause.code));
  }
}

/**
 * Sends the import and gives HubSpot's answer. Sends once.
 *
 * @throws {AnswerLost} when it may have begun all the same
 * @throws {ImporterError} `import-rejected`, `import-forbidden`, `import-too-large`, `rate-limited`, `network` … when surely
 *   nothing was started
 */
export async function submitImport(client: HubSpotClient, submission: Submission): Promise<ImportResponse> {
  const { request, files, signal } = submission;
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
    throw new AnswerLost(error);
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
    case 'import-rejected':
      // The relay's word for a key whose first answer is still to come.
      return (error as ImporterError<'import-rejected'>).detail.status === 409;
    default:
      return false;
  }
}

/** The request part goes first: a backend can check it before a byte of a file goes on. */
function toFormData(request: ImportRequest, files: readonly UploadFile[]): FormData {
  const form = new FormData();
  form.append('importRequest', new Blob([JSON.stringify(request)], { type: 'application/json' }));
  for (const file of files) form.append('files', file.content, file.name);
  return form;
}
