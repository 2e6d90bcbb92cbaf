import { hashBytes } from './byte-words.js';
import { copyBytes } from './copy-bytes.js';

/**
 * Distinct byte strings, each with a number from 0 on, its symbol. Strings stand one behind the other in pages; an open
 * table finds them by hash, and whoever has the same hash is compared byte by byte. Plain arrays and functions that are no
 * closures, because every cell of the file is looked up here.
 */
export interface Dictionary {
  /** How many symbols there are, those included that stand for no one string. */
  size: number;
  /** What is kept of each symbol by whoever adds it. */
  traits: Int32Array;
  /** Where its bytes begin: number of the page and place in it. */
  starts: Uint32Array;
  /** How many bytes; `LONG` when `longLengths` has it, `NAMELESS` when there is no string. */
  lengths: Uint8Array;
  readonly longLengths: Map<number, number>;
  readonly pages: Page[];
  /** Symbol plus one, and above it the top of its hash; 0 where nothing is. */
  table: Int32Array;
  /** How many places of the table are taken. */
  taken: number;
}

interface Page {
  bytes: Uint8Array;
  view: DataView;
  used: number;
}

const SYMBOL_BITS = 24;
const SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
/** No file that HubSpot takes has so many rows. */
export const MOST_SYMBOLS = SYMBOL_MASK - 1;

const PAGE_BITS = 20;
const PAGE_BYTES = 1 << PAGE_BITS;
const LONG = 255;
/** In place of a length: the symbol stands for no one string. */
const NAMELESS = 254;
/** Room behind a string, so that its end can be read four bytes at once. */
const SLACK_BYTES = 4;

export function createDictionary(): Dictionary {
  return {
    size: 0,
    traits: new Int32Array(16),
    starts: new Uint32Array(16),
    lengths: new Uint8Array(16),
    longLengths: new Map(),
    pages: [],
    table: new Int32Array(32),
    taken: 0,
  };
}

/**
 * Finds the symbol of a string; -1 when it has none.
 *
 * @param view Has three bytes more than the string.
 * @param hash `hashBytes` of the string.
 */
export function findSymbol(
  dictionary: Dictionary,
  view: DataView,
  start: number,
  end: number,
  hash: number,
): number {
  const { table } = dictionary;
  const last = table.length - 1;
  let place = hash & last;
  for (;;) {
    const entry = table[place] ?? 0;
    if (entry === 0) return -1;
    if ((entry ^ hash) >>> SYMBOL_BITS === 0) {
      const symbol = (entry & SYMBOL_MASK) - 1;
      if (isSame(dictionary, symbol, view, start, end)) return symbol;
    }
    place = (place + 1) & last;
  }
}

function isSame(dictionary: Dictionary, symbol: number, view: DataView, start: number, end: number): boolean {
  const length = end - start;
  if (lengthOf(dictionary, symbol) !== length) return false;
  const position = dictionary.starts[symbol] ?? 0;
  const page = dictionary.pages[position >>> PAGE_BITS];
  return page !== undefined && sameBytes(page.view, position & (PAGE_BYTES - 1), view, start, length);
}

/** Four bytes at a time, the last ones reaching back over those before them, so that short strings take no loop. */
function sameBytes(one: DataView, at: number, other: DataView, start: number, length: number): boolean {
  const first = one.getInt32(at, true) ^ other.getInt32(start, true);
  if (length < 4) return (first & ((1 << (length * 8)) - 1)) === 0;
  const last = one.getInt32(at + length - 4, true) ^ other.getInt32(start + length - 4, true);
  if ((first | last) !== 0) return false;
  for (let byte = 4; byte < length - 4; byte += 4) {
    if (one.getInt32(at + byte, true) !== other.getInt32(start + byte, true)) return false;
  }
  return true;
}

function lengthOf({ lengths, longLengths }: Dictionary, symbol: number): number {
  const length = lengths[symbol] ?? 0;
  return length === LONG ? (longLengths.get(symbol) ?? 0) : length;
}

/** Adds a string that `findSymbol` does not find. @param view As for `findSymbol`. @returns Its symbol. */
export function addSymbol(
  dictionary: Dictionary,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  hash: number,
  traits: number,
): number {
  const symbol = addNameless(dictionary, traits);
  const length = end - start;
  const page = pageFor(dictionary, length);
  dictionary.starts[symbol] = ((dictionary.pages.length - 1) << PAGE_BITS) | page.used;
  dictionary.lengths[symbol] = length < NAMELESS ? length : LONG;
  if (length >= NAMELESS) dictionary.longLengths.set(symbol, length);
  copyBytes(bytes, view, start, end, page.bytes, page.view, page.used);
  page.used += length;
  if (dictionary.taken * 10 >= dictionary.table.length * 7) growTable(dictionary);
  enter(dictionary, symbol, hash);
  return symbol;
}

/** Adds a symbol that stands for no string, or for many. */
export function addNameless(dictionary: Dictionary, traits: number): number {
  const symbol = dictionary.size;
  if (symbol > MOST_SYMBOLS) throw new RangeError('Too many distinct values.');
  if (symbol === dictionary.traits.length) {
    dictionary.traits = grown(dictionary.traits, new Int32Array(symbol * 2));
    dictionary.starts = grown(dictionary.starts, new Uint32Array(symbol * 2));
    dictionary.lengths = grown(dictionary.lengths, new Uint8Array(symbol * 2));
  }
  dictionary.traits[symbol] = traits;
  dictionary.lengths[symbol] = NAMELESS;
  dictionary.size = symbol + 1;
  return symbol;
}

/** The string of a symbol, as a range of bytes. */
export function symbolBytes(dictionary: Dictionary, symbol: number): Uint8Array {
  const position = dictionary.starts[symbol] ?? 0;
  const start = position & (PAGE_BYTES - 1);
  const length = lengthOf(dictionary, symbol);
  return dictionary.pages[position >>> PAGE_BITS]?.bytes.subarray(start, start + length) ?? new Uint8Array(0);
}

/** How many bytes a dictionary takes. */
export function dictionaryBytes({ pages, table, traits }: Dictionary): number {
  return pages.reduce((sum, { bytes }) => sum + bytes.length, 0) + table.length * 4 + traits.length * 9;
}

/** A page with room for so much. The first one grows, so that a short list stays small. */
function pageFor({ pages }: Dictionary, length: number): Page {
  const last = pages.at(-1);
  if (last !== undefined && last.used + length + SLACK_BYTES <= last.bytes.length) return last;
  const isFirst = last === undefined || (pages.length === 1 && last.bytes.length < PAGE_BYTES);
  if (
    !isFirst ||
    length + SLACK_BYTES > PAGE_BYTES ||
    (last !== undefined && last.used + length + SLACK_BYTES > PAGE_BYTES)
  ) {
    const page = createPage(Math.max(PAGE_BYTES, length + SLACK_BYTES));
    pages.push(page);
    return page;
  }
  const used = last?.used ?? 0;
  const page = createPage(Math.min(PAGE_BYTES, Math.max(256, 2 * (used + length + SLACK_BYTES))));
  if (last !== undefined) page.bytes.set(last.bytes.subarray(0, used));
  page.used = used;
  pages[0] = page;
  return page;
}

function createPage(length: number): Page {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer), used: 0 };
}

/** In the order of the symbols, so that their bytes are read one after the other. */
function growTable(dictionary: Dictionary): void {
  dictionary.table = new Int32Array(dictionary.table.length * 2);
  dictionary.taken = 0;
  for (let symbol = 0; symbol < dictionary.size - 1; symbol++) {
    if (dictionary.lengths[symbol] !== NAMELESS) enter(dictionary, symbol, hashOf(dictionary, symbol));
  }
}

function hashOf(dictionary: Dictionary, symbol: number): number {
  const position = dictionary.starts[symbol] ?? 0;
  const start = position & (PAGE_BYTES - 1);
  const page = dictionary.pages[position >>> PAGE_BITS];
  return page === undefined ? 0 : hashBytes(page.view, start, start + lengthOf(dictionary, symbol));
}

function enter(dictionary: Dictionary, symbol: number, hash: number): void {
  const { table } = dictionary;
  const last = table.length - 1;
  let place = hash & last;
  while (table[place] !== 0) place = (place + 1) & last;
  table[place] = (hash & ~SYMBOL_MASK) | (symbol + 1);
  dictionary.taken++;
}

function grown<T extends Int32Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
