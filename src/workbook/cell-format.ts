/**
 * What a cell's number format makes of its number (ECMA-376 part 1, 18.8.30 and 18.8.31). Only what changes the meaning of a value
 * counts: dates, and zeros in front. Currency signs, separators of thousands and rounding are for the eye.
 */
export type CellFormat =
  /** The number as it is. */
  | { readonly kind: 'general' }
  /** The number in another dress, which is left off. */
  | { readonly kind: 'number' }
  | {
      readonly kind: 'date';
      readonly hasDay: boolean;
      readonly hasTime: boolean;
      /** Hours are counted on beyond 24. */
      readonly isElapsed: boolean;
    }
  /** `00000`, or a French telephone number's `0#" "##" "##" "##" "##`: digits are filled in from the right. */
  | { readonly kind: 'digits'; readonly pattern: readonly DigitPlace[] };

/** A place for a digit, 0 where there is none; or a text that is written as it is. */
type DigitPlace = { readonly digit: '0' | '#' } | { readonly text: string };

export const GENERAL: CellFormat = { kind: 'general' };
const DRESSED: CellFormat = { kind: 'number' };

/** Formats that every workbook has without naming them. Those from 27 on are dates of East Asian languages. */
export function builtInFormat(id: number): CellFormat {
  const isDay = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
  const isTime = (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47);
  if (!isDay && !isTime && id !== 22) return id === 0 ? GENERAL : DRESSED;
  return { kind: 'date', hasDay: !isTime, hasTime: !isDay, isElapsed: id === 46 };
}

/** Reads a format's code, in which the words are always English. */
export function readFormat(code: string): CellFormat {
  const tokens = tokensOf(code);
  const letters = tokens.flatMap(({ kind, text }) => (kind === 'sign' ? text.toLowerCase() : [])).join('');
  if (letters.includes('general')) return letters === 'general' ? GENERAL : DRESSED;
  const isElapsed = tokens.some(({ kind }) => kind === 'elapsed');
  const hasTime = isElapsed || /[hs]/.test(letters);
  const hasDay = /[yd]/.test(letters) || (!hasTime && letters.includes('m'));
  if (hasDay || hasTime) return { kind: 'date', hasDay, hasTime, isElapsed };
  return readDigits(tokens) ?? DRESSED;
}

interface Token {
  readonly kind: 'sign' | 'text' | 'elapsed';
  readonly text: string;
}

/** The first section, which is for positive numbers. `_x` keeps room for a sign, `*x` fills a line: neither says anything. */
function tokensOf(code: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /"([^"]*)"|\\(.)|[_*].|\[([^\]]*)\]|(;)|(.)/gsu;
  for (const [, quoted, escaped, bracketed, end, sign] of code.matchAll(pattern)) {
    if (end !== undefined) break;
    const text = quoted ?? escaped;
    if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (/^(h+|m+|s+)$/i.test(bracketed ?? '')) tokens.push({ kind: 'elapsed', text: '' });
  }
  return tokens;
}

/** Null unless zeros are put in front of whole numbers. */
function readDigits(tokens: readonly Token[]): CellFormat | null {
  const pattern = tokens.map(({ kind, text }): DigitPlace | null => {
    if (kind === 'text' || /[-+ ()/]/.test(text)) return { text };
    return text === '0' || text === '#' ? { digit: text } : null;
  });
  const known = pattern.filter((place) => place !== null);
  const digits = known.flatMap((place) => ('digit' in place ? place.digit : []));
  const isFilled = known.length === pattern.length && digits.length > 1 && digits[0] === '0';
  return isFilled ? { kind: 'digits', pattern: known } : null;
}
