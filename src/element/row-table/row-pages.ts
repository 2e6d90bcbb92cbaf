import type { FileRow, RowWindow } from '../../worker/protocol.js';

/** Rows that are looked at, by their place in the list that is shown: all rows, those with a problem, those found. */
export interface RowSource {
  /** Changes when the rows are others: what was read of them before is forgotten. */
  readonly key: string;
  /** As far as it is known before any row was read. */
  readonly total: number;
  /** Spreadsheet numbers of `count` rows from a place on, and how many there are in all. */
  numbers(from: number, count: number): Promise<RowWindow>;
  /** The cells of rows by their numbers, ascending. */
  cells(rows: readonly number[]): Promise<readonly FileRow[]>;
}

const PAGE_ROWS = 64;
const MOST_PAGES = 24;

/** Reads rows in pages as they come into sight, and keeps the latest. */
export interface RowPages {
  /** How many rows there are, as far as it is known. */
  readonly total: number;
  /** The row at a place; null while it is read. */
  at(index: number): FileRow | null;
  /** Reads what is missing of a stretch. */
  want(from: number, count: number): void;
}

/** @param onRead told when rows have come */
export function createRowPages(source: RowSource, onRead: () => void): RowPages {
  const pages = new Map<number, readonly FileRow[] | null>();
  let total = source.total;
  const read = async (page: number): Promise<void> => {
    pages.set(page, null);
    try {
      const window = await source.numbers(page * PAGE_ROWS, PAGE_ROWS);
      total = window.total;
      const found = new Map((await source.cells(window.rows)).map((row) => [row.row, row]));
      pages.set(
        page,
        window.rows.map((row) => found.get(row) ?? { row, cells: [] }),
      );
      onRead();
    } catch {
      pages.delete(page); // read again when it is looked at again
    }
  };
  const forgetOldest = (): void => {
    for (const page of pages.keys()) {
      if (pages.size <= MOST_PAGES) return;
      pages.delete(page);
    }
  };
  return {
    get total() {
      return total;
    },
    at: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] ?? null,
    want(from, count) {
      const first = Math.floor(from / PAGE_ROWS);
      const last = Math.floor((from + count - 1) / PAGE_ROWS);
      for (let page = first; page <= last; page += 1) {
        const known = pages.get(page);
        if (known === undefined) void read(page);
        else if (known !== null) {
          pages.delete(page); // the latest are kept
          pages.set(page, known);
        }
      }
      forgetOldest();
    },
  };
}
