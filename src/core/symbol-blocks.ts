/** Rows that are kept together. */
export const BLOCK_ROWS = 4096;

/** The symbols of a block's rows. */
export interface SymbolBlock {
  /** As small as they can be; a number when all rows have the same. */
  readonly symbols: number | Uint8Array | Uint16Array | Int32Array;
  /** Traits that some cell of it may have; no cell has another. */
  readonly traits: number;
  /** Rows whose cell is empty, or white space. */
  readonly blanks: number;
}

/** @param below No symbol is as large. */
export function packSymbols(symbols: Int32Array, below: number): SymbolBlock['symbols'] {
  const first = symbols[0] ?? 0;
  let same = 1;
  while (same < symbols.length && symbols[same] === first) same++;
  if (same >= symbols.length) return first;
  if (below <= 256) return new Uint8Array(symbols);
  return below <= 65_536 ? new Uint16Array(symbols) : new Int32Array(symbols);
}

/** Writes the symbols of a block where they can be worked with. */
export function openBlock({ symbols }: SymbolBlock, into: Int32Array): void {
  if (typeof symbols === 'number') into.fill(symbols);
  else into.set(symbols);
}

/** A small array costs more than what is in it. */
const ARRAY_BYTES = 200;

/** How many bytes a block takes. */
export const blockBytes = ({ symbols }: SymbolBlock): number =>
  ARRAY_BYTES + (typeof symbols === 'number' ? 0 : symbols.byteLength);
