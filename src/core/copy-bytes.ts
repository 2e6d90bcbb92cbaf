/** Beyond this the built-in copies faster than a loop. */
const SHORT_BYTES = 96;

/**
 * Copies the bytes from `start` up to `end`. Most cells are short, and for them the built-in takes longer to begin than a
 * loop to end.
 *
 * @param view Of `bytes`, with three more behind the last.
 * @param intoView Of `into`, with three more behind the last.
 */
export function copyBytes(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  into: Uint8Array,
  intoView: DataView,
  at: number,
): void {
  if (end - start > SHORT_BYTES) {
    into.set(bytes.subarray(start, end), at);
    return;
  }
  for (let from = start, to = at; from < end; from += 4, to += 4) {
    intoView.setInt32(to, view.getInt32(from, true), true);
  }
}
