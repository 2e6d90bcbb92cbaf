import type { ImportRequest } from '../core/import-request.js';
import { ImporterError } from '../core/errors.js';
import type { Part } from '../core/parts.js';
import type { Sent } from '../core/report.js';
import { fingerprintOf, type SentImport } from '../core/sent-import.js';
import { numberOf } from '../core/sequence.js';
import { countsOf } from '../core/sequence-report.js';
import { checkedRows, type Loaded } from '../core/state.js';
import { createSender, type Delivered } from '../client/sender.js';
import { removeWritten } from '../worker/private-file.js';
import { PROGRESS_EVERY_MS } from '../worker/protocol.js';
import { takeLock } from './locks.js';
import { sendingLock } from './outbox.js';
import type { RunContext } from './run.js';
import { type Prepared, prepareUpload } from './stages.js';

/** Writes what has to be corrected, and sends the files in one call. */
export interface Sending {
  /**
   * Settles when HubSpot has the import; gives it and how each file was sent, null when that is not known any more.
   *
   * @param part of a file that goes as several imports; null for all there is
   */
  send(
    loaded: Loaded,
    request: ImportRequest,
    part: Part | null,
  ): Promise<{ delivered: Delivered; sent: readonly Sent[] | null }>;
  /** Gives an upload up. The import may have begun, whatever the progress said: then it is looked for, and given. */
  cancel(): Promise<Delivered | null>;
  /** Whatever ends a sending, it is remembered that it may have begun. */
  breakOff(): void;
  /** Looks for an import that was being sent when the page was left; null when HubSpot does not have it (yet). */
  find: (lost: Delivered['sent'], signal: AbortSignal) => Promise<Delivered | null>;
}

export function createSending({
  store,
  resources,
  outbox,
  options,
  progressed,
  newRun,
  guard,
}: RunContext): Sending {
  const sender = createSender(outbox);
  let sentAtMs = 0;
  /** What was to be sent the last time. */
  let tried: Loaded | null = null;

  const onSent = (sentBytes: number, totalBytes: number): void => {
    const nowMs = Date.now();
    if (sentBytes < totalBytes && nowMs - sentAtMs < PROGRESS_EVERY_MS) return;
    sentAtMs = nowMs;
    store.dispatch({ type: 'sent', sentBytes, totalBytes, nowMs });
    progressed();
  };
  const onLooking = (): void => store.dispatch({ type: 'looking' });

  /** Files that have to be corrected are written one after the other; the share is of the bytes of all of them. */
  const prepare = async (
    loaded: Loaded,
    part: Part | null,
    signal: AbortSignal,
  ): Promise<readonly Prepared[]> => {
    const desk = resources.desk();
    const total = loaded.files.reduce((sum, { text }) => sum + text.size, 0);
    const prepared: Prepared[] = [];
    let doneBytes = 0;
    try {
      for (const [index, { text }] of loaded.files.entries()) {
        const onWritten = (share: number): void => {
          store.dispatch({ type: 'written', share: (doneBytes + share * text.size) / Math.max(total, 1) });
          progressed();
        };
        prepared.push(await prepareUpload(desk, loaded, index, part, signal, onWritten));
        doneBytes += text.size;
      }
      return prepared;
    } catch (error) {
      removeCopies(loaded, prepared);
      throw error;
    }
  };

  /** The same files go out in one tab at a time. */
  const alone = async <T>(fingerprint: string, work: () => Promise<T>): Promise<T> => {
    const lock = await takeLock(sendingLock(options().storage, fingerprint));
    if (lock === null) throw new ImporterError('import-elsewhere', null);
    try {
      return await work();
    } finally {
      lock.release();
    }
  };

  return {
    send(loaded, request, part) {
      const signal = newRun();
      store.dispatch({ type: 'submitted', part });
      const fingerprint = fingerprintOf(loaded.files, part);
      return guard(signal, () =>
        alone(fingerprint, async () => {
          signal.throwIfAborted();
          const isAsBefore = tried !== null && isSameAs(tried, loaded);
          tried = loaded;
          const prepared = await prepare(loaded, part, signal);
          const contents = prepared.map(({ content }) => content);
          onSent(
            0,
            contents.reduce((sum, { size }) => sum + size, 0),
          );
          try {
            const outgoing = {
              request,
              contents,
              fingerprint,
              rows: part === null ? checkedRows(loaded) : countsOf(part.rows),
              part: part === null ? null : sentPart(loaded, part),
            };
            const progress = { onSent, onLooking };
            const delivered = await sender.send(resources.client(), outgoing, progress, signal);
            const sent = prepared.map(({ sent: one }) => one);
            if (delivered.kind !== 'found-earlier') return { delivered, sent };
            return isAsBefore
              ? { delivered: { ...delivered, kind: 'found' as const }, sent }
              : { delivered, sent: null };
          } finally {
            removeCopies(loaded, prepared);
          }
        }),
      );
    },
    async cancel() {
      const broken = sender.breakOff();
      const signal = newRun();
      let found: Delivered | null = null;
      if (broken !== null) {
        onLooking();
        found = await guard(signal, () => sender.find(resources.client(), broken, signal));
      }
      if (found === null) {
        // It is still looked for before these files are sent again, but the next visit need not be told.
        if (broken !== null) outbox.put({ ...broken, isSeen: true });
        store.dispatch({ type: 'stopped', error: null });
      }
      return found;
    },
    breakOff: () => void sender.breakOff(),
    find: (lost, signal) => sender.find(resources.client(), lost, signal),
  };
}

/** Whether the same would be sent of the same files; further parts of them may have been imported meanwhile. */
const isSameAs = (before: Loaded, { files, mapping, settings }: Loaded): boolean =>
  before.files === files && before.mapping === mapping && before.settings === settings;

/** What is remembered of a part, so that another visit goes on behind it. */
function sentPart(loaded: Loaded, part: Part): SentImport['part'] {
  const { firstRow, lastRow, rows } = part;
  const [one] = loaded.files;
  return {
    of: fingerprintOf([one]),
    fileName: one.file.name,
    ...numberOf(loaded, part),
    firstRow,
    lastRow,
    rows,
  };
}

/** The person's own files are never touched. */
function removeCopies({ files }: Loaded, prepared: readonly Prepared[]): void {
  prepared.forEach(({ content }, index) => {
    const { file, text } = files[index] ?? {};
    if (content !== file && content !== text) void removeWritten(content);
  });
}
