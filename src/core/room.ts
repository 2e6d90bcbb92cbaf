/** Bytes to write to, and a view of them. */
export interface Room {
  bytes: Uint8Array;
  view: DataView;
}

export function createRoom(length: number): Room {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** A room for so many bytes and three more, so that four can be read at once: the same one when it is large enough. */
export const roomFor = (room: Room, bytes: number): Room =>
  room.bytes.length >= bytes + 3 ? room : createRoom(2 * bytes + 3);

/** How long an array is to be that has to hold more than `length`: twice that, but a large one grows by a million bytes. */
export const longer = (length: number): number => length + Math.min(length, 256 * 1024);

/** What an array holds, in a larger one. */
export function moved<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
