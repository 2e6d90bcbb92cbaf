import { hashBytes } from './byte-words.js';
import { copyBytes } from './copy-bytes.js';
import { createRoom, longer, moved, type Room } from './room.js';

/**
 * Distinct byte strings, each with a number from 0 on, its symbol. Strings stand one behind the other in pages, each behind
 * its symbol and length; an open table finds them by hash, and whoever has the same hash is compared byte by byte. Plain
 * arrays and functions that are no closures, because every cell of the file is looked up here: a string that is not there is
 * nearly always told by one byte, the tag, and one that is takes no more than three places in memory.
 */
export interface Dictionary {
  /** How many symbols there are, those included that stand for no one string. */
  size: number;
  /** What is kept of each symbol by whoever adds it. */
  traits: Int32Array;
  /** Where its string stands: number of the page and place in it; `NOWHERE` when there is none. */
  places: Int32Array;
  readonly longLengths: Map<number, number>;
  readonly pages: Page[];
  /** For each slot of the table the top of a hash; 0 where it is free. */
  tags: Uint8Array;
  /** For each slot where its string stands. */
  slots: Int32Array;
  /** How many slots are taken. */
  taken: number;
  /** How many strings there may be in the end, so that the table need not grow step by step. */
  expected: number;
}

interface Page extends Room {
  used: number;
}

/** No file that HubSpot takes has so many rows. */
const MOST_SYMBOLS = (1 << 24) - 1;

const PAGE_BITS = 20;
const PAGE_BYTES = 1 << PAGE_BITS;
const NOWHERE = -1;
/** Before each string: three bytes of its symbol, and its length, or `LONG` when `longLengths` has it. */
const HEADER_BYTES = 4;
const LONG = 255;
/** Room behind a string, so that its end can be read four bytes at once. */
const SLACK_BYTES = 4;

export function createDictionary(): Dictionary {
  return {
    size: 0,
    traits: new Int32Array(16),
    places: new Int32Array(16),
    longLengths: new Map(),
    pages: [],
    tags: new Uint8Array(32),
    slots: new Int32Array(32),
    taken: 0,
    expected: 0,
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
  const { tags } = dictionary;
  const last = tags.length - 1;
  const wanted = tagOf(hash);
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const tag = tags[slot];
    if (tag === 0) return -1;
    if (tag !== wanted) continue;
    const symbol = symbolIfSame(dictionary, dictionary.slots[slot] ?? 0, view, start, end - start);
    if (symbol >= 0) return symbol;
  }
}

const tagOf = (hash: number): number => hash >>> 24 || 1;

function symbolIfSame(
  dictionary: Dictionary,
  place: number,
  view: DataView,
  start: number,
  length: number,
): number {
  const page = dictionary.pages[place >>> PAGE_BITS];
  if (page === undefined) return -1;
  const at = place & (PAGE_BYTES - 1);
  const header = page.view.getInt32(at, true);
  const symbol = header >>> 8;
  if ((header & 255) !== (length < LONG ? length : LONG)) return -1;
  if (length >= LONG && dictionary.longLengths.get(symbol) !== length) return -1;
  return sameBytes(page.view, at + HEADER_BYTES, view, start, length) ? symbol : -1;
}

/** A table of more slots than this does not stay in the processor's nearest memory. */
const NEAR_SLOTS = 32 * 1024;

/**
 * Looks at the slots that many strings will be looked up in. One after the other each look would wait for the memory; here
 * they wait together, and the lookups that follow find all of it near.
 *
 * @param firsts Where the cells of each row begin; the string is `offset` behind.
 * @returns Nothing of use, but it keeps the looks from being left out.
 */
export function touchSlots(
  { tags, slots }: Dictionary,
  hashes: Int32Array,
  firsts: Int32Array,
  offset: number,
  from: number,
  to: number,
): number {
  if (tags.length <= NEAR_SLOTS) return 0;
  const last = tags.length - 1;
  let touched = 0;
  for (let row = from; row < to; row++) {
    const slot = (hashes[(firsts[row] ?? 0) + offset] ?? 0) & last;
    touched ^= (tags[slot] ?? 0) ^ (slots[slot] ?? 0);
  }
  return touched;
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
  const length = end - start;
  const symbol = addNameless(dictionary, traits);
  const page = pageFor(dictionary, HEADER_BYTES + length + SLACK_BYTES);
  const place = ((dictionary.pages.length - 1) << PAGE_BITS) | page.used;
  page.view.setInt32(page.used, (symbol << 8) | (length < LONG ? length : LONG), true);
  copyBytes(bytes, view, start, end, page.bytes, page.view, page.used + HEADER_BYTES);
  page.used += HEADER_BYTES + length;
  dictionary.places[symbol] = place;
  if (length >= LONG) dictionary.longLengths.set(symbol, length);
  if (dictionary.taken * 10 >= dictionary.tags.length * 7) growTable(dictionary, symbol);
  enter(dictionary, place, hash);
  return symbol;
}

/** Adds a symbol that stands for no string, or for many. */
export function addNameless(dictionary: Dictionary, traits: number): number {
  const symbol = dictionary.size;
  if (symbol > MOST_SYMBOLS) throw new RangeError('Too many distinct values.');
  if (symbol === dictionary.traits.length) {
    dictionary.traits = moved(dictionary.traits, new Int32Array(longer(symbol)));
    dictionary.places = moved(dictionary.places, new Int32Array(longer(symbol)));
  }
  dictionary.traits[symbol] = traits;
  dictionary.places[symbol] = NOWHERE;
  dictionary.size = symbol + 1;
  return symbol;
}

/** The string of a symbol, as a range of bytes; empty when it has none. */
export function symbolBytes(dictionary: Dictionary, symbol: number): Uint8Array {
  const place = dictionary.places[symbol] ?? NOWHERE;
  const page = dictionary.pages[place >>> PAGE_BITS];
  if (place === NOWHERE || page === undefined) return new Uint8Array(0);
  const start = (place & (PAGE_BYTES - 1)) + HEADER_BYTES;
  return page.bytes.subarray(start, start + lengthOf(dictionary, page, start, symbol));
}

function lengthOf({ longLengths }: Dictionary, { bytes }: Page, start: number, symbol: number): number {
  const length = bytes[start - HEADER_BYTES] ?? 0;
  return length === LONG ? (longLengths.get(symbol) ?? 0) : length;
}

/** How many bytes a dictionary takes. */
export function dictionaryBytes({ pages, tags, traits }: Dictionary): number {
  return pages.reduce((sum, { bytes }) => sum + bytes.length, 0) + tags.length * 5 + traits.length * 8;
}

/** A page with room for so much. The first one grows, so that a short list stays small. */
function pageFor({ pages }: Dictionary, bytes: number): Page {
  const last = pages.at(-1);
  const used = last?.used ?? 0;
  if (last !== undefined && used + bytes <= last.bytes.length) return last;
  if (pages.length > 1 || used + bytes > PAGE_BYTES) {
    const page = createPage(Math.max(PAGE_BYTES, bytes));
    pages.push(page);
    return page;
  }
  const page = createPage(Math.min(PAGE_BYTES, 2 * (used + bytes) + 256));
  if (last !== undefined) page.bytes.set(last.bytes.subarray(0, used));
  page.used = used;
  pages[0] = page;
  return page;
}

const createPage = (length: number): Page => ({ ...createRoom(length), used: 0 });

/** In the order of the symbols, so that their bytes are read one after the other. */
function growTable(dictionary: Dictionary, symbols: number): void {
  let slots = dictionary.tags.length * 2;
  while (slots * 7 < dictionary.expected * 10) slots *= 2;
  dictionary.tags = new Uint8Array(slots);
  dictionary.slots = new Int32Array(slots);
  dictionary.taken = 0;
  for (let symbol = 0; symbol < symbols; symbol++) {
    const place = dictionary.places[symbol] ?? NOWHERE;
    const page = dictionary.pages[place >>> PAGE_BITS];
    if (place === NOWHERE || page === undefined) continue;
    const start = (place & (PAGE_BYTES - 1)) + HEADER_BYTES;
    enter(dictionary, place, hashBytes(page.view, start, start + lengthOf(dictionary, page, start, symbol)));
  }
}

function enter(dictionary: Dictionary, place: number, hash: number): void {
  const { tags, slots } = dictionary;
  const last = tags.length - 1;
  let slot = hash & last;
  while (tags[slot] !== 0) slot = (slot + 1) & last;
  tags[slot] = tagOf(hash);
  slots[slot] = place;
  dictionary.taken++;
}
