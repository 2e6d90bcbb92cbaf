/**
 * Gives every column a name that is not empty and that no other column has, since HubSpot joins the mapping to the
 * file by header. Names that differ only in case or outer spaces count as one (inferred: how HubSpot compares is not
 * documented). A header that is fine stays exactly as it is; a repeated one becomes "Email (2)", an empty one "Column C".
 */
export function headerNames(rawHeaders: readonly string[]): string[] {
  const taken = new Set(rawHeaders.map(nameKey));
  const seen = new Set<string>();
  return rawHeaders.map((raw, column) => {
    const isEmpty = raw.trim() === '';
    if (!isEmpty && !seen.has(nameKey(raw))) {
      seen.add(nameKey(raw));
      return raw;
    }
    const name = freeName(isEmpty ? `Column ${columnLetters(column)}` : raw.trimEnd(), isEmpty, taken);
    taken.add(nameKey(name));
    return name;
  });
}

const nameKey = (name: string): string => name.trim().toLowerCase();

function freeName(base: string, asItIs: boolean, taken: ReadonlySet<string>): string {
  if (asItIs && !taken.has(nameKey(base))) return base;
  let number = 2;
  while (taken.has(nameKey(`${base} (${number})`))) number++;
  return `${base} (${number})`;
}

/** A column's letters as a spreadsheet shows them: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}
