/**
 * What a cell's number format makes of its number (ECMA-376 part 1, 18.8.30 and 18.8.31). Only what changes the meaning of a value
 * counts: dates, and zeros in front. Currency signs, separators of thousands and rounding are for the eye.
 */
export type CellFormat =
  /** The number as it is. */
  | { readonly kind: 'general' }
  /** For each number, the first section that is meant for it. */
  | { readonly kind: 'sections'; readonly sections: readonly Section[] };

/** Dates and digits are for positive numbers of one section, for others in the next. */
export interface Section {
  /** Null for the section's usual numbers, which depend on its place. */
  readonly condition: ((number: number) => boolean) | null;
  readonly shows: Shown;
}

export type Shown =
  /** The number, in a dress that is left off. */
  | { readonly kind: 'number' }
  | { readonly kind: 'nothing' }
  | DateShown
  /** `00000`, or a French telephone number's `0#" "##" "##" "##" "##`: digits are filled in from the right. */
  | { readonly kind: 'digits'; readonly pattern: readonly DigitPlace[]; readonly decimals: number };

export interface DateShown {
  readonly kind: 'date';
  readonly hasDay: boolean;
  readonly hasTime: boolean;
  /** Hours are counted on beyond 24. */
  readonly isElapsed: boolean;
}

/** A place for a digit, 0 where there is none; or a text that is written as it is. */
export type DigitPlace = { readonly digit: '0' | '#' } | { readonly text: string };

export const GENERAL: CellFormat = { kind: 'general' };
const NUMBER: Shown = { kind: 'number' };

const always = (shows: Shown): CellFormat => ({ kind: 'sections', sections: [{ condition: null, shows }] });

const DAY: DateShown = { kind: 'date', hasDay: true, hasTime: false, isElapsed: false };
const TIME: DateShown = { kind: 'date', hasDay: false, hasTime: true, isElapsed: false };
const MOMENT: DateShown = { kind: 'date', hasDay: true, hasTime: true, isElapsed: false };
const ELAPSED: DateShown = { ...TIME, isElapsed: true };

/**
 * Formats that every workbook has without naming them, from the first id to the last. Those from 27 on are East Asian and Thai; 34 and 35
 * are dates in some languages and times in others.
 */
const BUILT_IN: readonly (readonly [from: number, to: number, shows: Shown])[] = [
  [14, 17, DAY],
  [18, 21, TIME],
  [22, 22, MOMENT],
  [27, 31, DAY],
  [32, 33, TIME],
  [34, 35, MOMENT],
  [36, 36, DAY],
  [45, 45, TIME],
  [46, 46, ELAPSED],
  [47, 47, TIME],
  [50, 58, DAY],
  [71, 74, DAY],
  [75, 76, TIME],
  [77, 77, MOMENT],
  [78, 78, TIME],
  [79, 79, ELAPSED],
  [80, 80, TIME],
  [81, 81, DAY],
];

export function builtInFormat(id: number): CellFormat {
  if (id === 0) return GENERAL;
  return always(BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? NUMBER);
}

/** Longer codes than Excel takes say nothing. */
const MOST_CHARACTERS = 255;

/** Reads a format's code, in which the words are always English. */
export function readFormat(code: string): CellFormat {
  if (code.trim().toLowerCase() === 'general') return GENERAL;
  if (code.trim() === '' || code.length > MOST_CHARACTERS) return always(NUMBER);
  const sections = tokensOf(code).map((tokens): Section => ({
    condition: conditionOf(tokens),
    shows: shownBy(tokens),
  }));
  // The fourth is for texts.
  return { kind: 'sections', sections: sections.slice(0, 3) };
}

interface Token {
  readonly kind: 'sign' | 'text' | 'elapsed' | 'condition';
  readonly text: string;
}

/** The tokens of each section. `_x` keeps room for a sign, `*x` fills a line: neither says anything. */
function tokensOf(code: string): readonly (readonly Token[])[] {
  let tokens: Token[] = [];
  const sections = [tokens];
  const pattern = /"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|(;)|(.)/gsu;
  for (const [, quoted, escaped, bracketed = '', end, sign] of code.matchAll(pattern)) {
    const text = quoted ?? escaped;
    if (end !== undefined) sections.push((tokens = []));
    else if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (/^(h+|m+|s+)$/i.test(bracketed)) tokens.push({ kind: 'elapsed', text: '' });
    else if (/^[<>=]/.test(bracketed)) tokens.push({ kind: 'condition', text: bracketed });
  }
  return sections;
}

const COMPARISONS: Readonly<Record<string, (number: number, limit: number) => boolean>> = {
  '=': (number, limit) => number === limit,
  '<>': (number, limit) => number !== limit,
  '<': (number, limit) => number < limit,
  '<=': (number, limit) => number <= limit,
  '>': (number, limit) => number > limit,
  '>=': (number, limit) => number >= limit,
};

function conditionOf(tokens: readonly Token[]): Section['condition'] {
  const text = tokens.find(({ kind }) => kind === 'condition')?.text ?? '';
  const [, sign = '', written = ''] = /^([<>=]+)\s*(.+)$/.exec(text) ?? [];
  const compare = COMPARISONS[sign];
  const limit = Number(written);
  return compare === undefined || Number.isNaN(limit) ? null : (number) => compare(number, limit);
}

function shownBy(tokens: readonly Token[]): Shown {
  const isNothing = ({ kind, text }: Token): boolean =>
    kind === 'condition' || (kind === 'text' && text === '');
  if (tokens.every(isNothing)) return { kind: 'nothing' };
  const signs = tokens.flatMap(({ kind, text }) => (kind === 'sign' ? text.toLowerCase() : [])).join('');
  if (signs.includes('general')) return NUMBER;
  return readDate(signs, tokens) ?? readDigits(tokens) ?? NUMBER;
}

/** Null for what is no date. `e`, `b` and `a` are years and weekdays of other calendars and languages. */
function readDate(signs: string, tokens: readonly Token[]): DateShown | null {
  const letters = signs.replace(/am\/pm|a\/p/g, 'h');
  const isElapsed = tokens.some(({ kind }) => kind === 'elapsed');
  const hasTime = isElapsed || /[hs]/.test(letters);
  const isOfNumbers = /[0#?]/.test(letters);
  const hasDay =
    /[yd]|m{3}/.test(letters) ||
    (!hasTime && letters.includes('m')) ||
    (!isOfNumbers && /e|bb|aaa/.test(letters));
  return hasDay || hasTime ? { kind: 'date', hasDay, hasTime, isElapsed } : null;
}

/** Null unless zeros are put in front of numbers, or other digits of a telephone number. */
function readDigits(tokens: readonly Token[]): Shown | null {
  const point = tokens.findIndex(({ kind, text }) => kind === 'sign' && text === '.');
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const fraction = point < 0 ? [] : tokens.slice(point + 1);
  const pattern = whole.map(({ kind, text }): DigitPlace | null => {
    if (kind !== 'sign') return { text: kind === 'text' ? text : '' };
    if (text === '0') return { digit: '0' };
    if (text === '#' || text === '?') return { digit: '#' };
    return /[-+ ()/:']/.test(text) ? { text } : null;
  });
  const known = pattern.filter((place) => place !== null);
  const first = known.findIndex((place) => 'digit' in place);
  const digits = known.flatMap((place) => ('digit' in place ? place.digit : []));
  const firstZero = digits.indexOf('0');
  const lead = known.slice(0, Math.max(first, 0)).map((place) => ('text' in place ? place.text : ''));
  // From its first zero on every place shows a digit.
  const isFilled =
    first >= 0 && ((firstZero >= 0 && digits.length - firstZero > 1) || /\d/.test(lead.join('')));
  const isPlain = known.length === pattern.length && fraction.every(({ text }) => text === '0');
  return isFilled && isPlain ? { kind: 'digits', pattern: known, decimals: fraction.length } : null;
}

/** What a format shows of a number: by the conditions of its sections, else by their places. */
export function shownOf({ sections }: Extract<CellFormat, { kind: 'sections' }>, number: number): Section {
  const [first, second] = sections;
  const last = sections.at(-1);
  if (first === undefined || last === undefined) return { condition: null, shows: NUMBER };
  if (sections.length === 1) return first;
  const isFirst = first.condition ?? (sections.length === 2 ? isPositiveOrZero : isPositive);
  if (isFirst(number)) return first;
  if (second !== undefined && sections.length > 2 && (second.condition ?? isNegative)(number)) return second;
  return last;
}

const isPositive = (number: number): boolean => number > 0;
const isPositiveOrZero = (number: number): boolean => number >= 0;
const isNegative = (number: number): boolean => number < 0;
