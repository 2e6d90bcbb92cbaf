/** Rows that are kept together. */
export const BLOCK_ROWS = 4096;

/** The symbols of a block's rows, as small as they can be; a number when all rows have the same. */
export type SymbolBlock = number | Uint8Array | Uint16Array | Int32Array;

/** Makes a block of the first `rows` symbols. */
export function sealBlock(symbols: Int32Array, rows: number): SymbolBlock {
  const first = symbols[0] ?? 0;
  let isConstant = true;
  let most = 0;
  for (let at = 0; at < rows; at++) {
    const symbol = symbols[at] ?? 0;
    if (symbol !== first) isConstant = false;
    if (symbol > most) most = symbol;
  }
  if (isConstant) return first;
  const used = symbols.subarray(0, rows);
  if (most < 256) return new Uint8Array(used);
  return most < 65_536 ? new Uint16Array(used) : new Int32Array(used);
}

/** Writes the symbols of a block where they can be worked with. */
export function openBlock(block: SymbolBlock, into: Int32Array): void {
  if (typeof block === 'number') into.fill(block);
  else into.set(block);
}

/** Small arrays cost more than what is in them. */
const ARRAY_BYTES = 200;

/** How many bytes a block takes. */
export const blockBytes = (block: SymbolBlock): number =>
  typeof block === 'number' ? 8 : block.byteLength + ARRAY_BYTES;
