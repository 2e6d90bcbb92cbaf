const CURRENCY = String.raw`[A-Z]{0,3}\p{Sc}|EUR|USD|GBP|CHF|CAD|AUD|NZD|JPY|SEK|NOK|DKK|PLN|CZK|BRL|MXN|INR|kr\.?|zł`;
const CURRENCY_BEFORE = new RegExp(`^(?:${CURRENCY}) ?`, 'u');
const CURRENCY_BEHIND = new RegExp(` ?(?:${CURRENCY})$`, 'u');

/** A number as people write it: a currency, a minus in front, behind or as brackets, separators, a decimal comma. */
export function fixNumber(text: string): string | null {
  const unsigned = text.replace(/^\((.+)\)$/, '$1').replace(/^[-−] ?| ?[-−]$/g, '');
  const bare = unsigned.replace(CURRENCY_BEFORE, '').replace(CURRENCY_BEHIND, '');
  const digits = bare.replace(/^[-−] ?/, '');
  const isNegative = unsigned !== text || digits !== bare;
  const isPercentage = digits.endsWith('%');
  const amount = readAmount(isPercentage ? digits.slice(0, -1).trim() : digits);
  return amount === null ? null : `${isNegative ? '-' : ''}${amount}${isPercentage ? '%' : ''}`;
}

function readAmount(text: string): string | null {
  // `1,234` is left alone: in one country it is a thousand, in another little more than one.
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return null;
  if (/^\d*[.,]?\d+$/.test(text)) return text.replace(',', '.');
  const grouped = /^(\d{1,3}(?:([ '’.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(text);
  if (grouped !== null) {
    const [, whole = '', separator, point, decimals] = grouped;
    if (point === separator) return null;
    return whole.replace(/\D/g, '') + (decimals === undefined ? '' : `.${decimals}`);
  }
  // Spreadsheets shorten long numbers to six digits, and what they cut cannot be brought back.
  const [, first, decimals = '', exponent] = /^(\d)(?:\.(\d{1,4}))?e\+?(\d{1,2})$/i.exec(text) ?? [];
  const zeros = Number(exponent);
  return first !== undefined && decimals.length <= zeros && zeros < 15
    ? first + decimals.padEnd(zeros, '0')
    : null;
}
