import { foldValue } from './words.js';

/** What a cell can look like. One cell can look like several: `20250131` is a number, digits, a date and a phone number. */
export type Look =
  | 'email'
  | 'url'
  | 'linkedin'
  | 'domain'
  | 'phone'
  | 'number'
  | 'digits'
  | 'date'
  | 'boolean'
  | 'salutation'
  | 'code';

/** What the sampled cells of one column look like. Shares are of the filled cells, from 0 to 1; all 0 when none is filled. */
export interface Looks {
  /** Filled cells sampled. */
  readonly filled: number;
  /** Distinct filled cells, folded, in order of appearance. */
  readonly distinct: readonly string[];
  readonly share: Readonly<Record<Look, number>>;
  readonly withLetter: number;
  readonly withDigit: number;
}

/** Filled cells looked at per column. */
const SAMPLE = 30;

const BOOLEANS = new Set(
  'true false yes no y n 1 0 x on off oui non vrai faux ja nein wahr falsch si sí não sim verdadero falso verdadeiro'.split(
    ' ',
  ),
);
const SALUTATIONS = new Set(
  'mr mrs ms miss mx sir madam dr prof herr frau dipl-ing m mme mlle monsieur madame mademoiselle sr sra srta señor señora don doña d dª dra senhor senhora eng me'.split(
    ' ',
  ),
);

const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[\p{L}\p{N}-]{2,}$/u;
const URL_WITH_SCHEME = /^(https?:\/\/|www\.)\S+\.\S+$/i;
const LINKEDIN = /^(https?:\/\/)?([a-z]{2,3}\.)?linkedin\.com\/\S+$/i;
const DOMAIN = /^([\p{L}\p{N}](-?[\p{L}\p{N}])*\.)+\p{L}{2,}(\/\S*)?$/u;
const PHONE = /^[+(]?[\d\s().+/-]{6,}(\s*(x|ext\.?|extension|poste|durchwahl)\s*\d+)?$/i;
const NUMBER =
  /^[-+]?[$€£¥]?\s?(\d+|\d{1,3}([ .,'\u00a0\u202f]\d{3})+)([.,]\d+)?\s?([%$€£¥]|eur|usd|gbp|chf)?$/i;
const CODE = /^\p{Lu}{2,3}$/u;
const NUMERIC_DATE = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2}))([T ,].*)?$/;
const NAMED_DATE =
  /^(\d{1,4}[-/. ]+)?\p{L}{3,9}\.?[-/. ]+\d{1,2}(,?[-/. ]+\d{2,4})?([T ,].*)?$|^\d{1,2}[-/. ]+\p{L}{3,9}\.?,?[-/. ]+\d{2,4}([T ,].*)?$/u;
const MONTHS =
  'january february march april may june july august september october november december janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre januar februar marz juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro fevereiro marco maio junho julho setembro outubro dezembro'.split(
    ' ',
  );

/** Says what the cells of a column look like, from its first filled ones. */
export function lookAt(cells: readonly string[]): Looks {
  const filled = cells.filter((cell) => cell.trim() !== '').slice(0, SAMPLE);
  const counts: Record<Look, number> = {
    email: 0,
    url: 0,
    linkedin: 0,
    domain: 0,
    phone: 0,
    number: 0,
    digits: 0,
    date: 0,
    boolean: 0,
    salutation: 0,
    code: 0,
  };
  let withLetter = 0;
  let withDigit = 0;
  for (const cell of filled) {
    const text = cell.trim();
    const hasLetter = /\p{L}/u.test(text);
    const hasDigit = /\d/.test(text);
    if (hasLetter) withLetter += 1;
    if (hasDigit) withDigit += 1;
    for (const look of looksOfCell(text, hasLetter, hasDigit)) counts[look] += 1;
  }
  const of = Math.max(filled.length, 1);
  return {
    filled: filled.length,
    distinct: [...new Set(filled.map(foldValue))],
    share: shares(counts, of),
    withLetter: withLetter / of,
    withDigit: withDigit / of,
  };
}

function shares(counts: Record<Look, number>, of: number): Record<Look, number> {
  const share = { ...counts };
  for (const look of Object.keys(share) as Look[]) share[look] = counts[look] / of;
  return share;
}

function looksOfCell(text: string, hasLetter: boolean, hasDigit: boolean): readonly Look[] {
  if (text.length > 300) return [];
  if (text.includes('@')) return looksLikeEmails(text) ? ['email'] : [];
  const looks: Look[] = [];
  if (hasLetter && text.includes('.') && !/\s/.test(text)) {
    if (LINKEDIN.test(text)) looks.push('linkedin');
    if (URL_WITH_SCHEME.test(text)) looks.push('url');
    else if (DOMAIN.test(text)) looks.push('domain');
  }
  if (hasDigit) {
    const isDate = looksLikeDate(text, hasLetter);
    if (isDate) looks.push('date');
    if (/^\d+$/.test(text)) looks.push('digits');
    if (NUMBER.test(text)) looks.push('number');
    if (!isDate && looksLikePhone(text)) looks.push('phone');
  }
  if (text.length <= 12) {
    const word = text.toLowerCase();
    if (BOOLEANS.has(word)) looks.push('boolean');
    if (hasLetter && isSalutation(word)) looks.push('salutation');
    if (CODE.test(text)) looks.push('code');
  }
  return looks;
}

/** Address books put several addresses into one cell; they are addresses still. */
function looksLikeEmails(text: string): boolean {
  return text.split(/\s*(?:[;,]|:::)\s*/).every((part) => EMAIL.test(part));
}

function looksLikePhone(text: string): boolean {
  if (!PHONE.test(text)) return false;
  const digits = text.replace(/\D/g, '').length;
  return digits >= 6 && digits <= 18;
}

function looksLikeDate(text: string, hasLetter: boolean): boolean {
  if (NUMERIC_DATE.test(text)) return true;
  return hasLetter && NAMED_DATE.test(text) && namesMonth(text);
}

/** Months are written in full or cut after three letters or more. */
function namesMonth(text: string): boolean {
  const [word = ''] = /[a-z]{3,}/.exec(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) ?? [];
  return word !== '' && MONTHS.some((month) => month.startsWith(word));
}

function isSalutation(word: string): boolean {
  const plain = word.replace(/\.$/, '');
  return SALUTATIONS.has(plain) || plain.split(/[.\s]+/).every((part) => SALUTATIONS.has(part));
}
