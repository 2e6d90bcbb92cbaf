/** Characters shown of a value. */
const SHOWN_CHARACTERS = 200;
/** What is not longer is shown in full, and nothing longer looks like it when it is cut. */
export const SHORT_BYTES = SHOWN_CHARACTERS - 2;

/** The beginning of a text, never half a character. */
export function shownText(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  const last = text.charCodeAt(SHOWN_CHARACTERS - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00;
  // A plain slice would keep the whole cell in memory.
  return Array.from(text.slice(0, isHalf ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS)).join('');
}
