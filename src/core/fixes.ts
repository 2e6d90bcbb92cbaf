/**
 * Repairs of wrong values, to be proposed to the person and never made without asking.
 * Whatever is proposed passes the check of its column; where two repairs are thinkable there is none.
 */
import { fixDomain, fixEmail, fixPhone, mendAddress } from './fix-address.js';
import { fixDate } from './fix-date.js';
import { fixNumber } from './fix-number.js';
import { fixOptions, fixOwner, nearestOption, plain } from './fix-option.js';
import type { CheckPlan, ColumnRule } from './plan.js';
import { createValueCheck } from './value-check.js';

type Accounts = Pick<CheckPlan, 'owners' | 'dateFormat'>;

/** Longer cells are no slip of the pen. */
const LONGEST_CHARACTERS = 400;

/**
 * Suggests what a wrong value was meant to be: `1.234,56` → `1234.56`, `Ann <a@b.org>` → `a@b.org`, `oui` → `true`.
 * Options are given by internal value and owners by e-mail address, which HubSpot reads whatever its language.
 *
 * @param value The cell as the file has it.
 * @param accounts Of the check's plan; a date is only repaired once its order is decided.
 * @returns A value that passes the column's check; null when nothing is wrong, or there is no telling what was meant.
 */
export function suggestFix(rule: ColumnRule, value: string, accounts: Accounts): string | null {
  if (value.length > LONGEST_CHARACTERS) return null;
  const check = createValueCheck(rule, accounts);
  if (check(value.trim()) === null) return null;
  const text = value
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return null;
  if (check(text) === null) return text;
  const fixed = fixText(rule, text, accounts);
  return fixed !== null && fixed !== '' && check(fixed) === null ? fixed : null;
}

function fixText(rule: ColumnRule, text: string, { owners, dateFormat }: Accounts): string | null {
  switch (rule.kind) {
    case 'email':
      return fixEmail(text);
    case 'domain':
      return fixDomain(text);
    case 'url':
      return text.includes('@') ? null : mendAddress(text);
    case 'phone':
      return fixPhone(text);
    case 'number':
      return fixNumber(text);
    case 'date':
    case 'datetime':
      return dateFormat === null ? null : fixDate(text, rule.kind, dateFormat);
    case 'boolean':
      return BOOLEAN_WORDS.get(plain(text) || text) ?? null;
    case 'option':
      return nearestOption(rule.options, text);
    case 'options':
    case 'labels':
      return fixOptions(rule.options, text);
    case 'owner':
      return fixOwner(owners ?? [], text);
    case 'record-id':
      return fixRecordId(text);
    case 'text':
    case 'keys':
      return null;
  }
}

/** English, French, German, Spanish and Portuguese, without accents. */
const BOOLEAN_WORDS: ReadonlyMap<string, 'true' | 'false'> = new Map([
  ...'1 y x on oui vrai ja wahr si verdadero sim verdadeiro ✓ ✔'
    .split(' ')
    .map((word) => [word, 'true'] as const),
  ...'0 n off non faux nein falsch falso nao ✗ ✘'.split(' ').map((word) => [word, 'false'] as const),
]);

function fixRecordId(text: string): string | null {
  const address = /\/(?:record\/\d+-\d+|contact|company|deal|ticket)\/(\d+)/.exec(text);
  return (address ?? /^[#'"=]*(\d+)(?:\.0+)?["']?$/.exec(text))?.[1] ?? null;
}
