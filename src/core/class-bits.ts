/** Classes of characters, one bit each; together the bits of a cell rule most kinds of value out at once. */

export const digit = 1;
export const lower = 2;
export const upper = 4;
export const dot = 8;
export const at = 16;
export const minus = 32;
export const plus = 64;
export const slash = 128;
export const colon = 256;
export const percent = 512;
export const space = 1024;
/** Tab, line feed and the like. */
export const white = 2048;
/** Letters that are in no word for a telephone's extension. */
export const ordinary = 4096;
export const hash = 8192;
export const question = 16_384;
/** Other signs that an e-mail address may have before its `@`. */
export const mail = 32_768;
/** Brackets, quotes, commas, control characters. */
export const other = 65_536;
export const wide = 131_072;
