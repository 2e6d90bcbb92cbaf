import type { ReadValue } from './values.js';

const PRODUCT = '0-7';
/** Longest term, in months. The range itself is not documented: twenty years are inferred. */
const LONGEST_MONTHS = 240;
const MONTHS_OF: Readonly<Record<string, number>> = { Y: 12, M: 1, W: 12 / 52 };

/**
 * Reads how long something is billed: `P12M` or `PnW` for a line item; for a product a number of months, `PnM` or `PnY` (knowledge
 * base, "Format import files").
 *
 * @returns the ISO period that HubSpot stores
 */
export function readTerm(text: string, objectTypeId: string): ReadValue {
  const isProduct = objectTypeId === PRODUCT;
  const period = isProduct && /^\d+$/.test(text) ? `P${Number(text)}M` : text.toUpperCase();
  const match = (isProduct ? /^P(\d+)([MY])$/ : /^P(\d+)([MW])$/).exec(period);
  if (match === null) return { errorType: 'COULD_NOT_PARSE_TERM', message: `${text} is not a term` };
  const months = Number(match[1]) * (MONTHS_OF[match[2] ?? ''] ?? 1);
  if (months <= 0 || months > LONGEST_MONTHS) {
    return { errorType: 'OUTSIDE_VALID_TERM_RANGE', message: `${text} is too short or too long a term` };
  }
  return { value: period };
}
