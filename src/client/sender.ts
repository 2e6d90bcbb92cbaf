import type { ImportResponse } from '../core/answers.js';
import { ImporterError } from '../core/errors.js';
import type { ImportRequest } from '../core/import-request.js';
import type { HubSpotClient } from './hubspot.js';
import { findImport, type LostImport, submitImport } from './submit.js';

/** Sends imports, and remembers one whose answer was lost until it is known what became of it. */
export interface Sender {
  /**
   * Sends an import, once. First looks for the one that was lost, and gives that when HubSpot has it.
   *
   * @param contents One for each file of the request, in its order.
   * @throws {ImporterError} as `submitImport` and `findImport`
   */
  send(
    client: HubSpotClient,
    request: ImportRequest,
    contents: readonly Blob[],
    onSent: (sentBytes: number, totalBytes: number) => void,
    signal: AbortSignal,
  ): Promise<ImportResponse>;
  /**
   * The sending was broken off. What progress says lags behind what has left, so the import may have begun all the same:
   * true while there was one under way.
   */
  breakOff(): boolean;
  /** Looks for the import that was lost; null when none was, or when HubSpot does not have it. */
  findLost(client: HubSpotClient, signal: AbortSignal): Promise<ImportResponse | null>;
}

export function createSender(): Sender {
  let lost: LostImport | null = null;
  let underWay: LostImport | null = null;
  const knownImportIds: string[] = [];

  const know = (answer: ImportResponse): ImportResponse => {
    knownImportIds.push(answer.id);
    lost = null;
    return answer;
  };

  const findLost = async (client: HubSpotClient, signal: AbortSignal): Promise<ImportResponse | null> => {
    const found = lost === null ? null : await findImport(client, lost, knownImportIds, signal);
    return found === null ? null : know(found);
  };

  return {
    findLost,
    async send(client, request, contents, onSent, signal) {
      const found = await findLost(client, signal);
      if (found !== null) return found;
      lost = null;
      const current = { name: request.name, sinceMs: Date.now() };
      underWay = current;
      try {
        const answer = await submitImport(client, {
          request,
          files: request.files.flatMap(({ fileName }, index) => {
            const content = contents[index];
            return content === undefined
              ? []
              : [{ name: fileName, content: content.slice(0, content.size, 'text/csv') }];
          }),
          idempotencyKey: createKey(),
          knownImportIds,
          signal,
          onSent,
        });
        return know(answer);
      } catch (error) {
        if (error instanceof ImporterError && error.code === 'import-unknown') lost = current;
        throw error;
      } finally {
        underWay = null;
      }
    },
    breakOff() {
      if (underWay === null) return false;
      lost = underWay;
      return true;
    },
  };
}

/** `crypto.randomUUID` is missing on plain http. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
