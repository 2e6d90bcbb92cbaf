/**
 * What a cell is and is not, whatever its column may be matched to: one bit for each thing that may be wrong with a value of
 * some kind, and more. Bits 10 to 16 are those of `date-bits.ts`.
 */

/** One `@`, a domain with a top level, no quotes or comments; letters of every script on both sides (inferred). */
export const notEmail = 1 << 0;
/** A company's domain; an address on the web will do, since HubSpot strips what follows the top level. */
export const notDomain = 1 << 1;
/** An address on the web, with or without its scheme. */
export const notUrl = 1 << 2;
export const notPhone = 1 << 3;
/**
 * Digits with one decimal point at most, `25%` for a percentage; a sign is inferred. Thousands separators, decimal commas,
 * currency signs and exponents are not documented, so they do not pass.
 */
export const notNumber = 1 << 4;
/** More than 15 digits before the point cannot be kept exactly (inferred: HubSpot's limit is not stated). */
export const numberTooLarge = 1 << 5;
/** A single checkbox: True, Yes, False or No; that their case does not matter is inferred. */
export const notBoolean = 1 << 6;
/** Digits only. */
export const notRecordId = 1 << 7;
/** More than 65,536 characters. */
export const textTooLong = 1 << 8;
/** U+FFFD stands where bytes were read in the wrong encoding. */
export const textUnreadable = 1 << 9;
/** Nothing but white space; all that is said of it besides is `untrimmed`. */
export const blank = 1 << 17;
/** White space stands around it. The rest is said of what is left without. */
export const untrimmed = 1 << 18;
/** It may be another text in lower case: it has capitals, or letters beyond ASCII. */
export const mayFold = 1 << 19;
/** It may be more than a bare domain: it has a scheme, `www.`, a path or the like. */
export const notBare = 1 << 20;
