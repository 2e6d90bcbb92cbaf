/** How a delimited text file is written. Found by `sniff.ts`, correctable by the person. */
export interface Dialect {
  /** A label that `TextDecoder` knows, lower case: `utf-8`, `utf-16le`, `windows-1252`. */
  readonly encoding: string;
  /** One character: `,` `;` tab `|`, or any other that the person gives. */
  readonly delimiter: string;
  /** One character, `"` unless the file says otherwise. */
  readonly quote: string;
  readonly newline: '\n' | '\r\n' | '\r';
  /** Number of the header row as a spreadsheet counts, from 1; 0 when the file has no header row. */
  readonly headerRow: number;
}
