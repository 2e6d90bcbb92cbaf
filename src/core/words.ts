/** Words that join others and say nothing themselves, in the five languages. */
const JOINING = new Set(
  'the of an de du des la le les der die das dem den el los las del do da dos das em no na'.split(' '),
);

/** What exports append to a header without changing its meaning. */
const NOISE = new Set(
  'required optional mandatory pflichtfeld pflicht obligatoire requis facultatif obligatorio obligatoria eur usd gbp chf brl'.split(
    ' ',
  ),
);

/** How a value is to be written, behind a header: `(dd/mm/yyyy)`, `(TT.MM.JJJJ)`, `(m/w/d)`. */
const FORMAT_REMARK = /\s*\([dmyjtahwfx][dmyjtahwfx./\-\s]*\)\s*$/i;

/**
 * Splits a header or label into plain lower-case words: accents, punctuation, camelCase and joining words gone.
 * `E-Mail-Adresse*` gives `email adresse`, `MailingPostalCode` gives `mailing postal code`.
 */
export function wordsOf(text: string): readonly string[] {
  const plain = fold(text.replace(/__c$/i, '').replace(FORMAT_REMARK, ''))
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\be[\s_-]?mails?\b/g, 'email')
    .replace(/['’]s\b/g, '')
    .replace(/\b[dl]['’]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/ 1 (value|wert|valeur|valor)$/, '')
    .trim();
  if (plain === '') return [];
  const words = plain.split(' ');
  const telling = words.filter((word) => !JOINING.has(word) && !NOISE.has(word));
  return telling.length > 0 ? telling : words;
}

/** One key for every spelling of the same words in the same order: `First name`, `first_name` and `FirstName` agree. */
export function keyOf(words: readonly string[]): string {
  return words.join('');
}

/** One key for the same words in any order: `Adresse e-mail` and `E-Mail-Adresse` agree. */
export function setKeyOf(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' ');
}

/** Folds a cell or an option for comparing: case and outer space gone, inner space single. */
export function foldValue(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Takes accents off: `É` reads as `E`, `ß` as `ss`. Case stays. */
export function fold(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .replace(/ß/g, 'ss')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/n[°º]/gi, 'numero ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}
