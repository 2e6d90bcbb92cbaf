import { gatherKeys, type KeyColumn, type MissingKeys, searchKeys } from '../core/missing-keys.js';
import { createRewriter, type RewriteRecipe } from '../core/rewrite.js';
import { type RowSet, rowsOf, uniteRows } from '../core/row-set.js';
import type { RowCells } from '../core/rows.js';
import { createRowSearch } from '../core/search.js';
import { type CheckedText, checkFile } from './check-file.js';
import { planParts } from './parts.js';
import { forEachRow } from './pass.js';
import type {
  FileText,
  KeyedText,
  ProblemKind,
  Rewritten,
  RowWindow,
  SearchProgress,
  TextDesk,
} from './protocol.js';
import { openSink } from './sink.js';
import { readSomeRows } from './some-rows.js';
import { isSameText, openText, type OpenText } from './text.js';

/** Files of one import that what was learned is kept of. */
export const MOST_OPEN = 5;

/** The work itself, the same in a worker and on the page. */
export function createTextDesk(): TextDesk {
  let open: readonly CheckedText[] = [];

  /** The files of one import are kept open, the latest first; another dialect opens a file anew. */
  const opened = (text: FileText): CheckedText => {
    const known = open.find((one) => isSameText(one.text, text));
    const current = known ?? { text: openText(text), learning: null, check: null, missing: new Map() };
    const others = open.filter((one) => one !== current && one.text.file !== text.file);
    open = [current, ...others].slice(0, MOST_OPEN);
    return current;
  };

  return {
    check: (text, plan, changes, onProgress, signal) =>
      checkFile(opened(text), text.dialect.headerRow, plan, changes, onProgress, signal),
    missingKeys: (text, keys, owner, signal) =>
      findMissingKeys(opened(text), text.dialect.headerRow, keys, owner, signal),
    rows: (text, rows) => readSomeRows(opened(text).text, rows),
    problemRows: async (text, problem, from, count) => windowOf(opened(text), problem, from, count),
    search: (text, wanted, onFound, signal) =>
      searchText(opened(text).text, text.dialect.headerRow, wanted, onFound, signal),
    parts: (text, recipe, limits, taken, onProgress, signal) =>
      planParts(opened(text).text, recipe, limits, taken, onProgress, signal),
    rewrite: (text, recipe, onProgress, signal) => rewriteText(opened(text).text, recipe, onProgress, signal),
  };
}

function windowOf(checked: CheckedText, problem: ProblemKind | null, from: number, count: number): RowWindow {
  const { learning } = checked;
  if (learning === null) return { rows: [], total: 0 };
  const set = problemRows(checked, problem);
  const rows = rowsOf(set, from, count).map((row) => row + learning.facts.firstRow);
  return { rows, total: set.size };
}

/** The rows with a problem of one kind, or of any, counted from 0. */
function problemRows({ check, missing }: CheckedText, problem: ProblemKind | null): RowSet {
  if (problem?.code === 'key-unknown') return missing.get(problem.column) ?? uniteRows([]);
  const checked = check?.rowsWith(problem?.code ?? null, problem?.column ?? null) ?? uniteRows([]);
  return problem === null ? uniteRows([checked, ...missing.values()]) : checked;
}

/** The owner's file is read for its keys alone: the one that is open stays so. */
async function findMissingKeys(
  checked: CheckedText,
  headerRow: number,
  keys: KeyColumn,
  owner: KeyedText,
  signal: AbortSignal,
): Promise<MissingKeys | null> {
  const gathering = gatherKeys(owner.keys);
  const other = openText(owner.text);
  await forEachRow(other, below(owner.text.dialect.headerRow, gathering.row), () => undefined, signal);
  const search = searchKeys(keys, gathering.keys, headerRow + 1);
  await forEachRow(checked.text, below(headerRow, search.row), () => undefined, signal);
  const problem = search.missing();
  if (problem === null) return null;
  const others = problemRows(checked, null);
  checked.missing.set(problem.column, search.rows);
  return { problem, alone: uniteRows([others, search.rows]).size - others.size };
}

const below =
  (headerRow: number, onRow: (row: RowCells) => void) =>
  (row: RowCells): void => {
    if (row.row > headerRow) onRow(row);
  };

async function searchText(
  text: OpenText,
  headerRow: number,
  wanted: string,
  onFound: (found: SearchProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const search = createRowSearch(wanted);
  let rows: number[] = [];
  const tell = (share: number): void => {
    onFound({ share, rows });
    rows = [];
  };
  await forEachRow(
    text,
    (row) => {
      if (row.row > headerRow && search(row)) rows.push(row.row);
    },
    tell,
    signal,
  );
  tell(1);
}

async function rewriteText(
  text: OpenText,
  recipe: RewriteRecipe,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Rewritten> {
  const sink = await openSink();
  const range = recipe.range ?? null;
  let lastRow = range?.firstRow ?? 0;
  const tell = (share: number): void =>
    onProgress(
      range === null ? share : clamp((lastRow - range.firstRow) / (range.lastRow - range.firstRow + 1)),
    );
  try {
    const rewriter = createRewriter(recipe, (bytes) => sink.write(bytes));
    const write = (row: RowCells): void => {
      rewriter.row(row);
      lastRow = row.row;
    };
    await forEachRow(text, write, tell, signal, range);
    const lineRows = rewriter.end();
    return { content: await sink.finish(), lineRows };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

const clamp = (share: number): number => Math.min(Math.max(share, 0), 1);
