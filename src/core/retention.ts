/**
 * How much of what was learned is kept. Together with what reading itself takes, it stays below 100 MB and 40 bytes a row;
 * what does not fit is given up, and then a change of the mapping may have to read the file again.
 */
import type { ColumnFacts } from './column-facts.js';
import { dictionaryBytes, symbolBytes } from './dictionary.js';
import type { FileFacts } from './file-facts.js';
import { blockBytes, BLOCK_ROWS } from './symbol-blocks.js';
import * as TRAITS from './trait-bits.js';
import { PLAIN_TEXT, VERDICT_BITS } from './traits.js';

/** For values, and for the rows' symbols. */
const ROOM = {
  values: { bytes: 32_000_000, bytesPerRow: 16 },
  symbols: { bytes: 24_000_000, bytesPerRow: 24 },
} as const;

/** What a value takes besides its bytes: its place, its traits, its part of the table. */
const BYTES_BESIDE = 18;
/** Fewer do not tell how many there will be. */
const FEW_VALUES = 2_000;
/** Longer values identify nothing. */
const LONGEST_MEAN_BYTES = 64;

const roomFor = ({ bytes, bytesPerRow }: (typeof ROOM)['values' | 'symbols'], rows: number): number =>
  bytes + bytesPerRow * rows;

/** Whether all values of a column are worth keeping, in case it is to identify records, and there is room for them. */
export function mayKeepAll(facts: FileFacts, column: ColumnFacts): boolean {
  const { dictionary } = column;
  const valueBytes = dictionary.pages.reduce((sum, { used }) => sum + used, 0) / dictionary.size;
  if (!column.isWhole || valueBytes > LONGEST_MEAN_BYTES || !looksIdentifying(facts, column)) return false;
  const values = (dictionary.size * facts.expectedRows) / Math.max(1, facts.rows);
  const wanted = values * (valueBytes + BYTES_BESIDE);
  return keptValueBytes(facts) + wanted <= roomFor(ROOM.values, facts.expectedRows);
}

/** Addresses, domains and numbers of records; or words and codes of which none has repeated so far. */
function looksIdentifying(facts: FileFacts, { dictionary, block, blocks }: ColumnFacts): boolean {
  let [emails, domains, ids, codes] = [0, 0, 0, 0];
  for (let symbol = 1; symbol < dictionary.size; symbol++) {
    const traits = dictionary.traits[symbol] ?? 0;
    if ((traits & TRAITS.notEmail) === 0) emails++;
    if ((traits & TRAITS.notDomain) === 0) domains++;
    if ((traits & TRAITS.notRecordId) === 0) ids++;
    if ((traits & VERDICT_BITS) === PLAIN_TEXT && !symbolBytes(dictionary, symbol).includes(SPACE)) codes++;
  }
  const most = 0.9 * dictionary.size;
  if (emails > most || domains > most || ids > most) return true;
  let filled = blocks.length * BLOCK_ROWS;
  for (let row = 0; row < facts.rows % BLOCK_ROWS; row++) if (block[row] !== 0) filled++;
  return codes > most && dictionary.size > 0.98 * filled;
}

const SPACE = 32;

const keptValueBytes = ({ columns }: FileFacts): number =>
  columns.reduce((sum, { dictionary }) => sum + dictionaryBytes(dictionary), 0);

/**
 * Foresees how much there will be, and gives up what there is no room for. The symbols of every block must have been checked by then.
 *
 * @param needed The columns that are being checked; they are given up last.
 */
export function planMemory(facts: FileFacts, needed: ReadonlySet<number>): void {
  for (const { dictionary } of facts.columns) {
    // Only a column in which hardly any value repeats is sure to go on like that.
    const isUnique = dictionary.size > FEW_VALUES && dictionary.size > 0.95 * facts.rows;
    if (isUnique) dictionary.expected = facts.expectedRows;
  }
  if (keptValueBytes(facts) > roomFor(ROOM.values, facts.rows)) {
    for (const column of facts.columns)
      if (!column.mustKeepAll && column.keeps === 'all') column.keeps = 'some';
  }
  forgetRows(facts.columns.filter(({ isForgotten }) => isForgotten));
  let kept = keptRowBytes(facts.columns);
  const room = roomFor(ROOM.symbols, facts.rows);
  if (kept <= room) return;
  const unneeded = facts.columns.filter((_, column) => !needed.has(column));
  const others = facts.columns.filter((_, column) => needed.has(column));
  for (const column of [...largestFirst(unneeded), ...largestFirst(others)]) {
    if (kept <= room) return;
    kept -= keptRowBytes([column]);
    column.isForgotten = true;
    forgetRows([column]);
  }
}

function forgetRows(columns: readonly ColumnFacts[]): void {
  for (const { blocks } of columns) blocks.fill(undefined);
}

const largestFirst = (columns: readonly ColumnFacts[]): ColumnFacts[] =>
  columns.toSorted((one, other) => keptRowBytes([other]) - keptRowBytes([one]));

const keptRowBytes = (columns: readonly ColumnFacts[]): number =>
  columns.reduce(
    (sum, { blocks }) =>
      sum + blocks.reduce<number>((all, block) => all + (block === undefined ? 0 : blockBytes(block)), 0),
    0,
  );
