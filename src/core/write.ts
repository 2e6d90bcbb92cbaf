/**
 * Writes rows as CSV text for a download: comma, `"`, CRLF after every row.
 *
 * @param options.neutralise Puts an apostrophe before every cell that a spreadsheet would run as a formula (those
 * starting with `=`, `+`, `-`, `@`, tab or carriage return). For files that are only read, never for one that is
 * imported again: phone numbers and negative numbers change too.
 */
export function writeCsv(
  rows: readonly (readonly string[])[],
  options: { readonly neutralise?: boolean } = {},
): string {
  const write = options.neutralise === true ? (cell: string) => csvCell(neutralised(cell)) : csvCell;
  return rows.map((cells) => csvRow(cells.map(write))).join('');
}

/** A cell as it stands in a CSV file: in quotes where it must be, else as it is. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row of one empty cell would be a blank line, which readers pass over. */
const csvRow = (cells: readonly string[]): string =>
  `${cells.length === 1 && cells[0] === '' ? '""' : cells.join(',')}\r\n`;

const neutralised = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
