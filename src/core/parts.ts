/** A file over HubSpot's limits goes as several imports, one after the other: which rows go in which. */
import type { LineRuns } from './line-runs.js';

/** Most bytes and rows of one import. */
export interface PartLimits {
  readonly bytes: number;
  readonly rows: number;
}

/** Rows of the person's file as a spreadsheet counts, both ends included. */
export interface RowRange {
  readonly firstRow: number;
  readonly lastRow: number;
}

/** What goes as one import. The ranges of all parts follow each other, so that every row is in exactly one. */
export interface Part extends RowRange {
  /** Rows that are sent, without the header, blank ones and those left out. */
  readonly rows: number;
  /** Bytes of the header, which begins every part. */
  readonly headerBytes: number;
  /** Where its rows stand in the whole file as it would be sent, in bytes. */
  readonly fromByte: number;
  readonly toByte: number;
}

export const bytesOf = ({ headerBytes, fromByte, toByte }: Part): number => headerBytes + toByte - fromByte;

export const isInRange = ({ firstRow, lastRow }: RowRange, row: number): boolean =>
  row >= firstRow && row <= lastRow;

/** Where the lines of a part come from that is cut out of the file as it is. */
export const linesOf = ({ firstRow, rows }: Part): LineRuns => [
  { line: 1, row: 1, count: 1 },
  { line: 2, row: firstRow, count: rows },
];

/** Takes every row of a file, in order, and says where it is cut. */
export interface PartPlanner {
  /** @param bytes what the row takes in what is sent, its newline included; 0 when it is not sent */
  add(row: number, bytes: number): void;
  end(): readonly Part[];
}

/**
 * Fills each part up to the limits. HubSpot does not say whether the header is one of its rows, so it is counted: that costs a
 * part one row, and no part is ever refused for it.
 *
 * @param taken rows that HubSpot has already: they are in no part, and none reaches across them
 */
export function createPartPlanner(
  limits: PartLimits,
  headerBytes: number,
  taken: readonly RowRange[],
): PartPlanner {
  const parts: Part[] = [];
  let current: { -readonly [K in keyof Part]: Part[K] } | null = null;
  let offset = headerBytes;

  const close = (): void => {
    if (current !== null && current.rows > 0) parts.push(current);
    current = null;
  };
  const fits = (part: Part, bytes: number): boolean =>
    part.rows + 2 <= limits.rows && bytesOf(part) + bytes <= limits.bytes;

  return {
    add(row, bytes) {
      const isTaken = taken.some((range) => isInRange(range, row));
      if (isTaken || (current !== null && current.rows > 0 && bytes > 0 && !fits(current, bytes))) close();
      if (!isTaken) {
        current ??= { firstRow: row, lastRow: row, rows: 0, headerBytes, fromByte: offset, toByte: offset };
        current.lastRow = row;
        current.toByte += bytes;
        if (bytes > 0) current.rows += 1;
      }
      offset += bytes;
    },
    end() {
      close();
      return parts;
    },
  };
}
