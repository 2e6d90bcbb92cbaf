/** Repairs of e-mail addresses, domains, web addresses and telephone numbers (see `fixes.ts`). */
import { bareDomain } from './values.js';

/** An address in its wrapping: `Ann <a@b.org>`, `mailto:`, `(at)`, a comma for the point of the top level. */
export function fixEmail(text: string): string | null {
  const addresses = text.toLowerCase().match(/[^\s<>()"';,:]+@[^\s<>()"';,]+/g) ?? [];
  if (new Set(addresses).size > 1) return null;
  const unwrapped = /<([^<>]+)>/.exec(text)?.[1] ?? text;
  const address = unwrapped
    .normalize('NFKC') // full-width letters and signs
    .replace(/^mailto:([^?]*)\?.*$/i, '$1')
    .replace(/^(?:mailto|e-?mail) ?: ?/i, '')
    .replace(/ ?[([{] ?(?:at|@) ?[)\]}] ?/gi, '@')
    .replace(/ ?[([{] ?(?:dot|point|punkt) ?[)\]}] ?/gi, '.')
    .replace(/ ?@ ?/g, '@');
  return mendTopLevel(unbracket(address)).replace(/\.{2,}(?=[^@]*$)/g, '.');
}

/** Mail services for everybody: their domain is no company's. */
const MAIL_SERVICE =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|aol|gmx|web|proton|protonmail|orange|wanadoo|free|laposte|t-online|libero|uol)\.[a-z.]+$/;

export function fixDomain(text: string): string | null {
  const parts = text.split('@');
  const domain = bareDomain(mendAddress(parts.at(-1) ?? ''));
  if (parts.length === 1) return domain;
  return parts.length === 2 && !MAIL_SERVICE.test(domain) ? domain : null;
}

/** Mends a web address: `http:/`, `http//`, backslashes, brackets around it, a comma for the point of the top level. */
export function mendAddress(text: string): string {
  const address = unbracket(text.normalize('NFKC')).replace(/\\/g, '/');
  const [, scheme = '', host = '', path = ''] =
    /^((?:https?(?:: ?\/{0,2}|\/\/))?)([^/]*)(.*)$/i.exec(address) ?? [];
  const written = scheme.toLowerCase().startsWith('https') ? 'https://' : 'http://';
  return `${scheme === '' ? '' : written}${mendTopLevel(host)}${path}`;
}

const unbracket = (text: string): string => text.replace(/^[\s"'`<([{]+|[\s"'`>)\]},;:.!]+$/g, '');
const mendTopLevel = (text: string): string => text.replace(/ ?[.,] ?([a-z]{2,4})$/, '.$1');

/** Words before and after a number: `Tel.: 01 23 45 67 89 (office)`. */
export function fixPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[\p{L}.: ]+(?=[+\d(])/u, '')
    .replace(/ ?[([][^()[\]\d]*[)\]]$/, '')
    .trim();
}
