import * as SYMBOL_BITS from './symbol-bits.js';
import { hashBytes } from './byte-words.js';
import { cellText } from './cell-text.js';
import { addSymbol, createDictionary, type Dictionary, findSymbol, symbolBytes } from './dictionary.js';
import { BLOCK_ROWS, packSymbols, type SymbolBlock } from './symbol-blocks.js';
import * as TRAITS from './trait-bits.js';
import { traitsOfBytes } from './traits-of-bytes.js';

/**
 * What was learned of one column: the symbol of every row's cell, and what the symbols stand for.
 *
 * A symbol is a distinct value, the cell as the file has it; symbol 0 is the empty cell. A column of many values keeps the
 * first ones, and of the others only what they are like: a crowd, one symbol for all that have the same traits. Before a
 * value may go into a crowd, `ENOUGH` values of its traits have been kept, so that the first values with any problem, in
 * order of appearance and counted exactly, are always among those that are kept.
 */
export interface ColumnFacts {
  readonly dictionary: Dictionary;
  /** The rows' symbols, block by block; undefined where they were given up to save memory. */
  readonly blocks: (SymbolBlock | undefined)[];
  /** The block that is being filled, and how many of its cells are not empty. */
  readonly block: Int32Array;
  filled: number;
  /** The traits of all values so far. */
  seen: number;
  /** `few`: there were not more than `bound` values so far. Then some of them are kept, or all. */
  keeps: 'few' | 'some' | 'all';
  readonly bound: number;
  /** A check compares its values with each other. */
  mustKeepAll: boolean;
  /** Its rows are not kept longer than it takes to check them. */
  isForgotten: boolean;
  /** Whether every symbol is one value, in full. */
  isWhole: boolean;
  /** Crowds by what their values are like. */
  readonly crowds: Map<number, number>;
  /** How many values are kept that are like this. */
  readonly known: Map<number, number>;
  /** Values added after rows had been learned, which may have them unseen. */
  readonly late: Set<number>;
  /** What is shown of long values that are kept. */
  readonly beginnings: Set<string>;
  rule: AccountRule | null;
  /** Of the crowd that was met last. */
  lastLike: number;
  lastCrowd: number;
  /** The crowds of plain texts and telephone numbers; -1 while there are none, or when the account judges them. */
  plainTexts: number;
  plainPhones: number;
  /** Of the value that was learned last: the next one is likely to be like it. */
  lastTraits: number;
}

/** A check that depends on what the account has: options, owners, labels, keys. */
export interface AccountRule {
  /** The same for the same check. */
  readonly signature: string;
  /** 0 when a value is fine, else the number of its problem, 15 at most. */
  judge(value: string): number;
}

/** What learning needs besides the column. */
export interface Tools {
  /** The row does not count: the person left it out, or edited it. Its values are kept, whatever they are like. */
  isIgnored: boolean;
  /** Asked once of a column that has more values than its bound. */
  readonly mayKeepAll: (column: ColumnFacts) => boolean;
}

export function createColumnFacts(bound: number): ColumnFacts {
  const column: ColumnFacts = {
    dictionary: createDictionary(),
    blocks: [],
    block: new Int32Array(BLOCK_ROWS),
    filled: 0,
    seen: 0,
    keeps: 'few',
    bound,
    mustKeepAll: false,
    isForgotten: false,
    isWhole: true,
    crowds: new Map(),
    known: new Map(),
    late: new Set(),
    beginnings: new Set(),
    rule: null,
    lastLike: -1,
    lastCrowd: -1,
    plainTexts: -1,
    plainPhones: -1,
    lastTraits: 0,
  };
  addText(column, '', null, TRAITS.blank);
  return column;
}

/** Ends the block of `rows` rows that was filled, and begins the next. */
export function sealBlock(column: ColumnFacts, rows: number): void {
  const { block, dictionary, seen } = column;
  const symbols = block.subarray(0, rows);
  const hasBlank = (seen & TRAITS.blank) !== 0;
  const blanks = hasBlank ? countBlanks(symbols, dictionary.traits) : rows - column.filled;
  column.blocks.push({ symbols: packSymbols(symbols, dictionary.size), traits: seen, blanks });
  block.fill(0);
  column.filled = 0;
}

function countBlanks(symbols: Int32Array, traits: Int32Array): number {
  let blanks = 0;
  for (const symbol of symbols) if (((traits[symbol] ?? 0) & TRAITS.blank) !== 0) blanks++;
  return blanks;
}

/**
 * The symbol of a text that may not be in the file, such as what a person writes. Added when there is none; rows that are in
 * a crowd may have it all the same, so then it is `late`.
 */
export function symbolOfText(column: ColumnFacts, text: string): number {
  const found = findText(column, text, null);
  if (found >= 0) return found;
  const { bytes, length } = encode(text, null);
  const traits = traitsOfBytes(bytes, 0, length);
  const symbol = addText(column, text, null, traits);
  column.seen |= traits;
  if (!column.isWhole) column.late.add(symbol);
  return symbol;
}

/** The symbol that all rows with this cell have; -1 when none has it yet, null when that is not known. */
export function symbolOfCell(column: ColumnFacts, text: string): number | null {
  const found = findText(column, text, null);
  if (found >= 0) return column.late.has(found) ? null : found;
  return column.isWhole ? -1 : null;
}

/** The text of a symbol; of a value that was cut, its beginning. */
export function textOfSymbol({ dictionary }: ColumnFacts, symbol: number): string {
  const bytes = symbolBytes(dictionary, symbol);
  const isCut = ((dictionary.traits[symbol] ?? 0) & SYMBOL_BITS.cut) !== 0;
  return cellText(bytes, 0, isCut ? bytes.length - MARK_BYTES : bytes.length);
}

/** Behind the beginning of a value that was cut: what it is like, and a byte that is in no text. */
const MARK_BYTES = 5;

/** The symbol of a text; of the beginning of one, with its mark. -1 when it has none. */
export function findText(column: ColumnFacts, text: string, mark: number | null): number {
  const { view, length } = encode(text, mark);
  return findSymbol(column.dictionary, view, 0, length, hashBytes(view, 0, length));
}

export function addText(column: ColumnFacts, text: string, mark: number | null, traits: number): number {
  const { bytes, view, length } = encode(text, mark);
  return addSymbol(column.dictionary, bytes, view, 0, length, hashBytes(view, 0, length), traits);
}

function encode(
  text: string,
  mark: number | null,
): { readonly bytes: Uint8Array; readonly view: DataView; readonly length: number } {
  const bytes = new Uint8Array(text.length * 3 + MARK_BYTES + 3);
  const view = new DataView(bytes.buffer);
  const { written } = new TextEncoder().encodeInto(text, bytes);
  if (mark === null) return { bytes, view, length: written };
  view.setInt32(written, mark, true);
  bytes[written + 4] = 0xff;
  return { bytes, view, length: written + MARK_BYTES };
}
