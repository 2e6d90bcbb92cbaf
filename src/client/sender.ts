import type { ImportResponse } from '../core/answers.js';
import { ImporterError, isAbort } from '../core/errors.js';
import type { ImportRequest } from '../core/import-request.js';
import { mediaTypeOf } from '../core/request.js';
import { neverBegan, type SentImport } from '../core/sent-import.js';
import type { HubSpotClient } from './hubspot.js';
import { findImport } from './imports.js';
import { AnswerLost, submitImport } from './submit.js';

/** What is known of imports that were sent from here, in this visit of the page or before. */
export interface Outbox {
  list(): readonly SentImport[];
  /** Those that are lost, without what another tab is sending at this moment. */
  lost(fingerprint: string): Promise<readonly SentImport[]>;
  put(one: SentImport): void;
  remove(one: SentImport): void;
}

/** What goes out. */
export interface Outgoing {
  readonly request: ImportRequest;
  /** One for each file of the request, in its order. */
  readonly contents: readonly Blob[];
  readonly fingerprint: string;
  readonly rows: SentImport['rows'];
  /** Which part of a file that goes as several imports; null when it is all of it. */
  readonly part: SentImport['part'];
}

/** What is told while something goes out. */
export interface SendingProgress {
  onSent(sentBytes: number, totalBytes: number): void;
  /** Nothing goes out: it is looked for an import that may have begun. */
  onLooking(): void;
}

/**
 * How it is known that HubSpot has an import.
 * - `sent`: it was answered.
 * - `found`: its answer never came, it is in HubSpot's list.
 * - `found-earlier`: the same of one that was sent before; nothing was sent now.
 */
export type DeliveryKind = 'sent' | 'found' | 'found-earlier';

/** An import that HubSpot has. */
export interface Delivered {
  readonly answer: ImportResponse;
  readonly sent: SentImport;
  readonly kind: DeliveryKind;
}

/** Sends imports, and remembers one whose answer was lost until it is known what became of it. */
export interface Sender {
  /**
   * Sends an import, once. First looks for those that were lost; one of the same files or of the same name is taken for this one.
   *
   * @throws {ImporterError} `import-unknown`, `import-repeated`; as `submitImport`
   */
  send(
    client: HubSpotClient,
    outgoing: Outgoing,
    progress: SendingProgress,
    signal: AbortSignal,
  ): Promise<Delivered>;
  /**
   * The sending was broken off. What progress says lags behind what has left, so the import may have begun all the same:
   * gives it while there was one under way.
   */
  breakOff(): SentImport | null;
  /**
   * Looks for an import that was lost; null when HubSpot does not have it (yet).
   *
   * @throws {ImporterError} `import-unknown` when the list cannot be read
   */
  find(client: HubSpotClient, lost: SentImport, signal: AbortSignal): Promise<Delivered | null>;
}

/** An import is there a moment after it was sent; waits between looks, in milliseconds. */
const LOOK_WAITS_MS = [0, 1500];

/** How often it is noted that something is still on its way, in milliseconds. */
const ALIVE_EVERY_MS = 5000;

export function createSender(outbox: Outbox): Sender {
  let underWay: SentImport | null = null;
  /** Keys of imports that this sender has sent, and of those that a person was told of. */
  const ours = new Set<string>();

  const deliver = (one: SentImport, answer: ImportResponse, kind: DeliveryKind): Delivered => {
    const sent = { ...one, importId: answer.id };
    ours.add(sent.key);
    outbox.put(sent);
    return { answer, sent, kind };
  };

  const look = async (
    client: HubSpotClient,
    one: SentImport,
    signal: AbortSignal,
  ): Promise<Delivered | null> => {
    const known = outbox.list().flatMap(({ importId }) => importId ?? []);
    try {
      const answer = await findImport(client, one, known, signal);
      return answer === null ? null : deliver(one, answer, 'found');
    } catch (error) {
      if (isAbort(error)) throw error;
      throw new ImporterError('import-unknown', { name: one.name, isListRead: false }, error);
    }
  };

  const find: Sender['find'] = async (client, one, signal) => {
    for (const waitMs of LOOK_WAITS_MS) {
      if (waitMs > 0) await client.pause(waitMs, signal);
      const found = await look(client, one, signal);
      if (found !== null) return found;
    }
    return null;
  };

  /** What became of those that were lost. Gives the one that is this import, and whether it was found. */
  const settleLost = async (
    client: HubSpotClient,
    outgoing: Outgoing,
    progress: SendingProgress,
    signal: AbortSignal,
  ): Promise<{ readonly found: Delivered | null; readonly same: SentImport | null }> => {
    const lost = await outbox.lost(outgoing.fingerprint);
    let same: SentImport | null = null;
    if (lost.length > 0) progress.onLooking();
    for (const one of lost) {
      const found = await look(client, one, signal);
      if (found === null && neverBegan(one, Date.now())) outbox.remove(one);
      if (!isSame(one, outgoing)) continue;
      if (found !== null) return { found: { ...found, kind: 'found-earlier' }, same: null };
      same = one;
    }
    return { found: null, same };
  };

  /** The same files were sent elsewhere: that is told once. */
  const warnOfRepeat = ({ fingerprint }: Outgoing): void => {
    const repeated = outbox
      .list()
      .find((one) => one.fingerprint === fingerprint && one.importId !== null && !ours.has(one.key));
    if (repeated?.importId == null) return;
    ours.add(repeated.key);
    const { name, importId, sentAtMs } = repeated;
    throw new ImporterError('import-repeated', { name, importId, sentAtMs });
  };

  return {
    find,
    async send(client, outgoing, progress, signal) {
      const { found, same } = await settleLost(client, outgoing, progress, signal);
      if (found !== null) return found;
      warnOfRepeat(outgoing);
      if (same !== null) outbox.remove(same);
      const entry = entryOf(outgoing, same);
      const note = (change: Partial<SentImport>): void => {
        underWay = { ...entry, ...change };
        outbox.put(underWay);
      };
      note({});
      let notedAtMs = Date.now();
      try {
        const send = (): Promise<ImportResponse> =>
          submitImport(client, {
            request: outgoing.request,
            files: filesOf(outgoing),
            idempotencyKey: entry.key,
            signal,
            onSent(sentBytes, totalBytes) {
              progress.onSent(sentBytes, totalBytes);
              if (Date.now() - notedAtMs < ALIVE_EVERY_MS && sentBytes < totalBytes) return;
              notedAtMs = Date.now();
              note({ aliveAtMs: notedAtMs });
            },
          });
        return deliver(entry, await client.again(send, isSurelyRate, signal), 'sent');
      } catch (error) {
        if (isAbort(error)) throw error;
        if (!(error instanceof AnswerLost)) {
          outbox.remove(entry);
          if (same !== null) outbox.put(same); // that one may have begun all the same
          throw error;
        }
        note({ aliveAtMs: Date.now(), wasAnswered: error.wasAnswered });
        progress.onLooking();
        const late = await find(client, underWay ?? entry, signal);
        if (late !== null) return late;
        throw new ImporterError('import-unknown', { name: entry.name, isListRead: true }, error.cause);
      } finally {
        underWay = null;
      }
    },
    breakOff() {
      const broken = underWay;
      underWay = null;
      return broken;
    },
  };
}

/** Files have the same fingerprint also when they go by another name the next day; and a person may choose them anew. */
function isSame(one: SentImport, { fingerprint, request }: Outgoing): boolean {
  const fileNames = request.files.map(({ fileName }) => fileName);
  return (
    one.fingerprint === fingerprint ||
    (one.name === request.name && one.fileNames.join('\n') === fileNames.join('\n'))
  );
}

/** @param same one that was lost and is not in the list: its key lets it pass once, unless it was answered already */
function entryOf({ request, fingerprint, rows, part }: Outgoing, same: SentImport | null): SentImport {
  const nowMs = Date.now();
  const isOpen = same !== null && !same.wasAnswered;
  return {
    key: isOpen ? same.key : createKey(),
    name: request.name,
    fileNames: request.files.map(({ fileName }) => fileName),
    fingerprint,
    sentAtMs: isOpen ? same.sentAtMs : nowMs, // the earlier try may come up yet
    aliveAtMs: nowMs,
    wasAnswered: false,
    importId: null,
    rows,
    isSeen: false,
    part,
  };
}

const filesOf = ({ request, contents }: Outgoing): readonly { name: string; content: Blob }[] =>
  request.files.flatMap((file, index) => {
    const content = contents[index];
    return content === undefined
      ? []
      : [{ name: file.fileName, content: content.slice(0, content.size, mediaTypeOf(file)) }];
  });

/** Only what HubSpot calls a limit of calls: a 429 without a word may be about the file's size. It has started nothing. */
function isSurelyRate(error: ImporterError): boolean {
  if (error.code !== 'rate-limited') return false;
  const { policy, retryAfterMs } = (error as ImporterError<'rate-limited'>).detail;
  return policy !== null || retryAfterMs !== null;
}

/** `crypto.randomUUID` is missing on plain http. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
