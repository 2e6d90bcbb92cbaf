import { hashBytes } from './byte-words.js';
import {
  addNameless,
  addSymbol,
  createDictionary,
  type Dictionary,
  findSymbol,
  symbolBytes,
} from './dictionary.js';
import { isPlainEmail, isPlainPhone, isPlainText, PLAIN_EMAIL, PLAIN_PHONE } from './quick-traits.js';
import { BLOCK_ROWS, packSymbols, type SymbolBlock } from './symbol-blocks.js';
import { PLAIN_TEXT, TRAITS, VERDICT_BITS } from './traits.js';
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
  /** 0 when a value is fine, else the number of its problem, 3 at most. */
  judge(value: string): number;
}

/** What learning needs besides the column. */
export interface Tools {
  readonly decode: (bytes: Uint8Array, start: number, end: number) => string;
  /** The row does not count: the person left it out, or edited it. Its values are kept, whatever they are like. */
  isIgnored: boolean;
  /** Asked once of a column that has more values than its bound. */
  readonly mayKeepAll: (column: ColumnFacts) => boolean;
}

/** One more than are shown of a problem, so that it is known whether there are more. */
const ENOUGH = 101;
/** Characters shown of a value. */
export const SHOWN_CHARACTERS = 200;
/** What is not longer is shown in full, and nothing longer looks like it when it is cut. */
export const SHORT_BYTES = SHOWN_CHARACTERS - 2;
/** Bytes of a usual value; a column of longer ones keeps fewer. */
const USUAL_BYTES = 64;

/** More bits of a symbol's traits. */
export const SYMBOL_BITS = {
  /** Where the number of the account's problem begins. */
  rule: 22,
  crowd: 1 << 24,
  /** It stands for all long values that begin so and are like this. */
  cut: 1 << 25,
} as const;

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

/**
 * Learns a cell.
 *
 * @param view Of `bytes`, with three more behind the cell.
 * @returns Its symbol.
 */
export function learnCell(
  column: ColumnFacts,
  tools: Tools,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  hash: number,
): number {
  const found = findSymbol(column.dictionary, view, start, end, hash);
  return found >= 0 ? found : learnValue(column, tools, bytes, view, start, end, hash);
}

function learnValue(
  column: ColumnFacts,
  tools: Tools,
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  hash: number,
): number {
  const isLong = end - start > SHORT_BYTES && column.keeps !== 'all';
  if (!isLong && !tools.isIgnored) {
    if (column.plainTexts >= 0 && isPlainText(bytes, view, start, end)) return column.plainTexts;
    if (column.plainPhones >= 0 && isPlainPhone(bytes, start, end)) return column.plainPhones;
  }
  const isEmail = column.lastTraits === PLAIN_EMAIL && isPlainEmail(bytes, start, end);
  const traits = isEmail ? PLAIN_EMAIL : traitsOfBytes(bytes, start, end, tools.decode);
  column.lastTraits = traits;
  // Different bytes that nobody can read are the same text.
  if (isLong || (traits & TRAITS.textUnreadable) !== 0) {
    return learnText(column, tools, tools.decode(bytes, start, end), traits);
  }
  const like =
    column.rule === null
      ? traits & VERDICT_BITS
      : judged(column.rule, traits, tools.decode(bytes, start, end));
  const crowd = crowdOf(column, tools, like);
  if (crowd >= 0) return crowd;
  return noted(column, tools, addSymbol(column.dictionary, bytes, view, start, end, hash, traits | like));
}

function learnText(column: ColumnFacts, tools: Tools, text: string, traits: number): number {
  const like = column.rule === null ? traits & VERDICT_BITS : judged(column.rule, traits, text);
  if (text.length > SHORT_BYTES && column.keeps !== 'all') {
    return learnBeginning(column, tools, text, traits | like, like);
  }
  const found = findText(column, text, null);
  if (found >= 0) return found;
  const crowd = crowdOf(column, tools, like);
  return crowd >= 0 ? crowd : noted(column, tools, addText(column, text, null, traits | like));
}

/** Of a long value only what is shown is kept, beside what the whole is like. */
function learnBeginning(
  column: ColumnFacts,
  tools: Tools,
  text: string,
  traits: number,
  like: number,
): number {
  const shown = shownText(text);
  const found = findText(column, shown, like);
  if (found >= 0) return found;
  // Values that look the same are counted together, whatever their ends are like.
  if (!column.beginnings.has(shown)) {
    const crowd = crowdOf(column, tools, like);
    if (crowd >= 0) return crowd;
    column.beginnings.add(shown);
  }
  column.isWhole = false;
  return noted(column, tools, addText(column, shown, like, traits | SYMBOL_BITS.cut));
}

/** What decides about a value, whichever it is: its own verdicts, and that of the account. */
function judged(rule: AccountRule, traits: number, text: string): number {
  const verdicts = traits & VERDICT_BITS;
  return (traits & TRAITS.blank) === 0 ? verdicts | (rule.judge(text.trim()) << SYMBOL_BITS.rule) : verdicts;
}

/** The crowd that a value like this goes into; -1 when one more is kept, and then it is counted. */
function crowdOf(column: ColumnFacts, tools: Tools, like: number): number {
  if (column.keeps === 'all' || tools.isIgnored) return -1;
  if (like === column.lastLike) return column.lastCrowd;
  const crowd = column.crowds.get(like);
  if (crowd !== undefined) {
    column.lastLike = like;
    column.lastCrowd = crowd;
    return crowd;
  }
  if (column.keeps === 'few' && isFull(column)) column.keeps = tools.mayKeepAll(column) ? 'all' : 'some';
  const known = column.known.get(like) ?? 0;
  if (column.keeps === 'some' && known >= ENOUGH) return addCrowd(column, like);
  column.known.set(like, known + 1);
  return -1;
}

function isFull({ dictionary, bound }: ColumnFacts): boolean {
  const [first] = dictionary.pages;
  return dictionary.size > bound || dictionary.pages.length > 1 || (first?.used ?? 0) > bound * USUAL_BYTES;
}

function addCrowd(column: ColumnFacts, like: number): number {
  const crowd = addNameless(column.dictionary, like | SYMBOL_BITS.crowd);
  column.crowds.set(like, crowd);
  column.seen |= like;
  if (like === PLAIN_TEXT && column.rule === null) column.plainTexts = crowd;
  if (like === PLAIN_PHONE && column.rule === null) column.plainPhones = crowd;
  column.isWhole = false;
  return crowd;
}

/** Notes a value that was added. One of a row that does not count may be in a crowd already. */
function noted(column: ColumnFacts, tools: Tools, symbol: number): number {
  column.seen |= column.dictionary.traits[symbol] ?? 0;
  if (tools.isIgnored && !column.isWhole) column.late.add(symbol);
  return symbol;
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
export function symbolOfText(column: ColumnFacts, tools: Pick<Tools, 'decode'>, text: string): number {
  const found = findText(column, text, null);
  if (found >= 0) return found;
  const { bytes, length } = encode(text, null);
  const traits = traitsOfBytes(bytes, 0, length, tools.decode);
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
export function textOfSymbol(
  { dictionary }: ColumnFacts,
  tools: Pick<Tools, 'decode'>,
  symbol: number,
): string {
  const bytes = symbolBytes(dictionary, symbol);
  const isCut = ((dictionary.traits[symbol] ?? 0) & SYMBOL_BITS.cut) !== 0;
  return tools.decode(bytes, 0, isCut ? bytes.length - MARK_BYTES : bytes.length);
}

/** The beginning of a text, never half a character. */
export function shownText(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  const last = text.charCodeAt(SHOWN_CHARACTERS - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00;
  // A plain slice would keep the whole cell in memory.
  return Array.from(text.slice(0, isHalf ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS)).join('');
}

/** Behind the beginning of a value that was cut: what it is like, and a byte that is in no text. */
const MARK_BYTES = 5;

function findText(column: ColumnFacts, text: string, mark: number | null): number {
  const { view, length } = encode(text, mark);
  return findSymbol(column.dictionary, view, 0, length, hashBytes(view, 0, length));
}

function addText(column: ColumnFacts, text: string, mark: number | null, traits: number): number {
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
