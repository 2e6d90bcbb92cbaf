import type { SheetChoice, Source } from '../core/workbook.js';
import { readWorkbook } from '../workbook/read.js';
import { PROGRESS_EVERY_MS } from './protocol.js';
import { createSink } from './sink.js';
import { nextTurn, TURN_MS } from './turns.js';

/**
 * Reads a sheet of a workbook. Works on the page, in turns that leave it time for everything else: another worker would need an
 * address of its own where policies are strict.
 *
 * @throws {ImporterError} what `readWorkbook` throws, and `storage-full`
 */
export async function openWorkbook(
  file: File,
  choice: SheetChoice,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Source> {
  const sink = createSink(null);
  let toldAtMs = performance.now();
  let untilMs = toldAtMs + TURN_MS;
  const turn = async (): Promise<void> => {
    await nextTurn();
    signal.throwIfAborted();
    untilMs = performance.now() + TURN_MS;
  };
  const onRead = (share: number): Promise<void> | undefined => {
    signal.throwIfAborted();
    const nowMs = performance.now();
    if (nowMs < untilMs) return undefined;
    if (nowMs - toldAtMs > PROGRESS_EVERY_MS) {
      toldAtMs = nowMs;
      onProgress(share);
    }
    return turn();
  };
  const workbook = await readWorkbook(file, choice, { write: (bytes) => sink.write(bytes), onRead });
  return { file, text: await sink.finish(), workbook };
}
