import type { Changes } from '../core/changes.js';
import { createCheck } from '../core/check.js';
import type { Dialect } from '../core/dialect.js';
import { ImporterError } from '../core/errors.js';
import type { CheckPlan } from '../core/plan.js';
import { PREVIEW_BYTES, PREVIEW_BYTES_LIMIT, type Preview, previewFile } from '../core/preview.js';
import type { ProblemGroup, Tally } from '../core/problems.js';
import { createRewriter, type RewriteRecipe } from '../core/rewrite.js';
import type { RowCells, RowsEnd } from '../core/rows.js';
import { createRowSplitter } from '../core/split-bytes.js';
import {
  type CheckProgress,
  type FileDesk,
  type FileRow,
  type FileText,
  PROGRESS_EVERY_MS,
  type Rewritten,
} from './protocol.js';
import { openSink, removeLeftovers } from './sink.js';
import { readSlice } from './source.js';
import { isSameText, openText, type OpenText, readRows, readText } from './text.js';

/** The work itself, the same in a worker and on the page. */
export function createFileDesk(): FileDesk {
  let open: OpenText | null = null;

  /** One file at a time is kept open; another dialect opens it anew. */
  const opened = (text: FileText): OpenText => {
    if (open === null || !isSameText(open, text)) open = openText(text);
    return open;
  };

  return {
    preview: previewBlob,
    check: (text, plan, changes, onProgress, signal) =>
      checkText(opened(text), text.dialect.headerRow, plan, changes, onProgress, signal),
    rows: (text, rows) => readSomeRows(opened(text), rows),
    rewrite: (text, recipe, onProgress, signal) => rewriteText(opened(text), recipe, onProgress, signal),
    close() {
      open = null;
    },
  };
}

async function previewBlob(file: File, given: Partial<Dialect>): Promise<Preview> {
  for (let length = PREVIEW_BYTES; ; length *= 4) {
    const bytes = await readSlice(file, 0, length);
    const isComplete = bytes.length >= file.size;
    const preview = previewFile(bytes, isComplete, { name: file.name, bytes: file.size }, given);
    if (!preview.needsMore || isComplete || length >= PREVIEW_BYTES_LIMIT) return preview;
  }
}

/** Splits the whole file and hands each row on; tells how far it is. */
async function forEachRow(
  text: OpenText,
  onRow: (row: RowCells) => void,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RowsEnd> {
  signal.throwIfAborted();
  const reading = readRows(text, onRow, signal);
  let toldAtMs = performance.now();
  for (;;) {
    const { done, value } = await reading.next();
    signal.throwIfAborted();
    if (done === true) return value;
    if (performance.now() - toldAtMs < PROGRESS_EVERY_MS) continue;
    toldAtMs = performance.now();
    onProgress(value);
    await nextTurn(); // lets a "stop" come in
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function checkText(
  text: OpenText,
  headerRow: number,
  plan: CheckPlan,
  changes: Changes,
  onProgress: (progress: CheckProgress) => void,
  signal: AbortSignal,
): Promise<Tally> {
  const check = createCheck(plan, changes);
  let dataRows = 0;
  const { unbalancedQuoteRow } = await forEachRow(
    text,
    (row) => {
      if (row.row <= headerRow) return;
      if (!row.blank) dataRows += 1;
      if (dataRows > plan.maxRows) throw new ImporterError('file-too-many-rows', { limit: plan.maxRows });
      check.row(row);
    },
    (share) => onProgress({ share, tally: check.tally() }),
    signal,
  );
  const tally = check.tally();
  return unbalancedQuoteRow === null
    ? tally
    : { ...tally, problems: [quoteProblem(unbalancedQuoteRow), ...tally.problems] };
}

/** The rest of the file was read as one cell. */
const quoteProblem = (row: number): ProblemGroup => ({
  code: 'quote-unbalanced',
  severity: 'error',
  effect: 'row',
  column: null,
  count: 1,
  rows: [row],
  values: [],
  moreValues: false,
});

/** Rows so near to each other are read in one go. */
const NEAR_ROWS = 2048;

async function readSomeRows(text: OpenText, wanted: readonly number[]): Promise<readonly FileRow[]> {
  const found: FileRow[] = [];
  const pending = [...new Set(wanted)].filter((row) => row > 0).sort((a, b) => a - b);
  while (pending.length > 0) {
    const first = pending[0] ?? 0;
    const near = pending.filter((row) => row < first + NEAR_ROWS);
    const rows = await readNearRows(text, near);
    found.push(...rows);
    if (rows.length < near.length) break; // the file ends before the last of them
    pending.splice(0, near.length);
  }
  return found;
}

async function readNearRows(text: OpenText, wanted: readonly number[]): Promise<FileRow[]> {
  const found: FileRow[] = [];
  const { places } = text;
  const from = places.before(wanted[0] ?? 1);
  const until = places.behind(wanted.at(-1) ?? 1);
  const splitter = createRowSplitter(
    text.dialect,
    (row) => {
      if (row.row !== wanted[found.length]) return;
      found.push({ row: row.row, cells: Array.from({ length: row.count }, (_, cell) => row.text(cell)) });
    },
    from,
  );
  for await (const { bytes } of readText(text, from.offset, until)) {
    splitter.push(bytes);
    if (found.length === wanted.length) return found;
  }
  splitter.end();
  return found;
}

async function rewriteText(
  text: OpenText,
  recipe: RewriteRecipe,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Rewritten> {
  void removeLeftovers();
  const sink = await openSink();
  try {
    const rewriter = createRewriter(recipe, (bytes) => sink.write(bytes));
    await forEachRow(text, (row) => rewriter.row(row), onProgress, signal);
    const lineRows = rewriter.end();
    return { content: await sink.finish(), lineRows };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
