import * as SYMBOL_BITS from './symbol-bits.js';
import { type AccountRule, addText, type ColumnFacts, findText, type Tools } from './column-facts.js';
import { cellText } from './cell-text.js';
import { addNameless, addSymbol, findSymbol } from './dictionary.js';
import { isPlainEmail, isPlainPhone, isPlainText, PLAIN_EMAIL, PLAIN_PHONE } from './quick-traits.js';
import { SHORT_BYTES, shownText } from './shown-text.js';
import * as TRAITS from './trait-bits.js';
import { PLAIN_TEXT, VERDICT_BITS } from './traits.js';
import { traitsOfBytes } from './traits-of-bytes.js';

/** One more than are shown of a problem, so that it is known whether there are more. */
const ENOUGH = 101;
/** Bytes of a usual value; a column of longer ones keeps fewer. */
const USUAL_BYTES = 64;

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
  const traits = isEmail ? PLAIN_EMAIL : traitsOfBytes(bytes, start, end);
  column.lastTraits = traits;
  // Different bytes that nobody can read are the same text.
  if (isLong || (traits & TRAITS.textUnreadable) !== 0) {
    return learnText(column, tools, cellText(bytes, start, end), traits);
  }
  const like =
    column.rule === null ? traits & VERDICT_BITS : judged(column.rule, traits, cellText(bytes, start, end));
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
