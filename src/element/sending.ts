import type { ImportResponse } from '../core/answers.js';

import type { ImportRequest } from '../core/import-request.js';
import { NO_OUTCOME, type Outcome } from '../core/report.js';
import type { Loaded } from '../core/state.js';
import { createSender } from '../client/sender.js';
import { removeWritten } from '../worker/sink.js';
import { PROGRESS_EVERY_MS } from '../worker/protocol.js';
import type { RunContext } from './run.js';
import { type Prepared, prepareUpload } from './stages.js';

/** Writes what has to be corrected, and sends the files in one call. */
export interface Sending {
  send(loaded: Loaded, request: ImportRequest): Promise<void>;
  /** Gives an upload up. The import may have begun, whatever the progress said: then it is looked for, and given. */
  cancel(): Promise<ImportResponse | null>;
  /** Whatever ends a sending, it is remembered that it may have begun. */
  breakOff(): void;
}

/** @param accept told of the import once HubSpot has it */
export function createSending(
  { store, resources, progressed, newRun, guard }: RunContext,
  accept: (answer: ImportResponse, outcome: Outcome) => void,
): Sending {
  const sender = createSender();
  let sentAtMs = 0;

  const onSent = (sentBytes: number, totalBytes: number): void => {
    const nowMs = Date.now();
    if (sentBytes < totalBytes && nowMs - sentAtMs < PROGRESS_EVERY_MS) return;
    sentAtMs = nowMs;
    store.dispatch({ type: 'sent', sentBytes, totalBytes, nowMs });
    progressed();
  };

  /** Files that have to be corrected are written one after the other; the share is of the bytes of all of them. */
  const prepare = async (loaded: Loaded, signal: AbortSignal): Promise<readonly Prepared[]> => {
    const desk = await resources.desk();
    const total = loaded.files.reduce((sum, { file }) => sum + file.size, 0);
    const prepared: Prepared[] = [];
    let doneBytes = 0;
    try {
      for (const [index, { file }] of loaded.files.entries()) {
        const onWritten = (share: number): void => {
          store.dispatch({ type: 'written', share: (doneBytes + share * file.size) / Math.max(total, 1) });
          progressed();
        };
        prepared.push(await prepareUpload(desk, loaded, index, signal, onWritten));
        doneBytes += file.size;
      }
      return prepared;
    } catch (error) {
      removeCopies(loaded, prepared);
      throw error;
    }
  };

  return {
    async send(loaded, request) {
      const signal = newRun();
      store.dispatch({ type: 'submitted' });
      const accepted = await guard(signal, async () => {
        const prepared = await prepare(loaded, signal);
        const contents = prepared.map(({ content }) => content);
        onSent(
          0,
          contents.reduce((sum, { size }) => sum + size, 0),
        );
        try {
          const answer = await sender.send(resources.client(), request, contents, onSent, signal);
          return { answer, sent: prepared.map(({ sent }) => sent) };
        } finally {
          removeCopies(loaded, prepared);
          resources.keepCopy(null); // saved long ago, if it was
        }
      });
      accept(accepted.answer, { ...NO_OUTCOME, sent: accepted.sent });
    },
    async cancel() {
      const mayHaveBegun = sender.breakOff();
      const signal = newRun();
      store.dispatch({ type: 'stopped', error: null });
      return mayHaveBegun ? sender.findLost(resources.client(), signal) : null;
    },
    breakOff: () => void sender.breakOff(),
  };
}

/** The person's own files are never touched. */
function removeCopies({ files }: Loaded, prepared: readonly Prepared[]): void {
  prepared.forEach(({ content }, index) => {
    if (content !== files[index]?.file) void removeWritten(content);
  });
}
