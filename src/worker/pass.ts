import type { RowRange } from '../core/parts.js';
import type { RowCells } from '../core/rows.js';
import { PROGRESS_EVERY_MS } from './protocol.js';
import { type OpenText, readRows } from './text.js';
import { nextTurn, TURN_MS } from './turns.js';

/** Splits the whole file, or what holds the rows of a range, and hands each row on; tells how far it is, and gives others a turn. */
export async function forEachRow(
  text: OpenText,
  onRow: (row: RowCells) => void,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  range: RowRange | null = null,
): Promise<void> {
  signal.throwIfAborted();
  const reading = readRows(text, onRow, signal, range);
  let toldAtMs = performance.now();
  let untilMs = toldAtMs + TURN_MS;
  for (;;) {
    const { done, value } = await reading.next();
    signal.throwIfAborted();
    if (done === true) return;
    const nowMs = performance.now();
    if (nowMs < untilMs) continue;
    if (nowMs >= toldAtMs + PROGRESS_EVERY_MS) {
      toldAtMs = nowMs;
      onProgress(value);
    }
    await nextTurn(); // lets a "stop" come in
    signal.throwIfAborted();
    untilMs = performance.now() + TURN_MS;
  }
}
