import type { Changes } from '../core/changes.js';
import { createCheck } from '../core/check.js';
import type { Dialect } from '../core/dialect.js';
import { ImporterError } from '../core/errors.js';
import type { CheckPlan } from '../core/plan.js';
import { PREVIEW_BYTES, PREVIEW_BYTES_LIMIT, type Preview, previewFile } from '../core/preview.js';
import type { ProblemGroup, Tally } from '../core/problems.js';
import { createRewriter, type RewriteRecipe } from '../core/rewrite.js';
import { createRowSplitter, isSplittable, type RowCells, type RowsEnd } from '../core/rows.js';
import {
  type CheckProgress,
  type FileDesk,
  type FileRow,
  type FileText,
  PROGRESS_EVERY_MS,
  type Rewritten,
} from './protocol.js';
import { openSink } from './sink.js';
import { readChunks, readSlice, toUtf8 } from './source.js';

/** The offset of every so-manieth row is kept, so that any row can be shown without reading the file from its start. */
const OFFSET_EVERY_ROWS = 1024;

/** A file as bytes that can be split into rows, and where its rows begin. */
interface OpenText {
  readonly file: Blob;
  readonly encoding: string;
  readonly bytes: Blob;
  readonly dialect: Dialect;
  /** `offsets[n]` is where row `n × OFFSET_EVERY_ROWS + 1` begins. */
  readonly offsets: number[];
}

/** The work itself, the same in a worker and on the page. */
export function createFileDesk(): FileDesk {
  let open: OpenText | null = null;

  /** One file at a time is kept open; another dialect opens it anew. */
  const openText = async ({ file, dialect }: FileText, signal?: AbortSignal): Promise<OpenText> => {
    if (open !== null && open.file === file && sameDialect(open, dialect)) return open;
    if (isSplittable(dialect.encoding)) {
      open = { file, encoding: dialect.encoding, bytes: file, dialect, offsets: [] };
      return open;
    }
    const known =
      open !== null && open.file === file && open.encoding === dialect.encoding ? open.bytes : null;
    const bytes = known ?? (await toUtf8(file, dialect.encoding, signal));
    open = {
      file,
      encoding: dialect.encoding,
      bytes,
      dialect: { ...dialect, encoding: 'utf-8' },
      offsets: [],
    };
    return open;
  };

  return {
    preview: previewBlob,
    async check(text, plan, changes, onProgress, signal) {
      return checkText(
        await openText(text, signal),
        text.dialect.headerRow,
        plan,
        changes,
        onProgress,
        signal,
      );
    },
    async rows(text, rows) {
      return readRows(await openText(text), rows);
    },
    async rewrite(text, recipe, onProgress, signal) {
      const opened = await openText(text, signal);
      // The rows are split the same wherever the header is, so an open file may have been opened with another one.
      const dialect = { ...opened.dialect, headerRow: recipe.dialect.headerRow };
      return rewriteText(opened, { ...recipe, dialect }, onProgress, signal);
    },
    close() {
      open = null;
    },
  };
}

const sameDialect = (open: OpenText, dialect: Dialect): boolean =>
  open.encoding === dialect.encoding &&
  open.dialect.delimiter === dialect.delimiter &&
  open.dialect.quote === dialect.quote &&
  open.dialect.newline === dialect.newline;

async function previewBlob(file: File, given: Partial<Dialect>): Promise<Preview> {
  for (let length = PREVIEW_BYTES; ; length *= 4) {
    const bytes = await readSlice(file, 0, length);
    const isComplete = bytes.length >= file.size;
    const preview = previewFile(bytes, isComplete, { name: file.name, bytes: file.size }, given);
    if (!preview.needsMore || isComplete || length >= PREVIEW_BYTES_LIMIT) return preview;
  }
}

/** Splits the whole file and hands each row on; tells how far it is, and keeps row offsets while it goes. */
async function forEachRow(
  text: OpenText,
  onRow: (row: RowCells) => void,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<RowsEnd> {
  const { bytes, dialect, offsets } = text;
  const splitter = createRowSplitter(dialect, (row) => {
    if ((row.row - 1) % OFFSET_EVERY_ROWS === 0) offsets[(row.row - 1) / OFFSET_EVERY_ROWS] = row.offset;
    onRow(row);
  });
  let readBytes = 0;
  let toldAtMs = performance.now();
  for await (const chunk of readChunks(bytes, signal)) {
    splitter.push(chunk);
    readBytes += chunk.length;
    if (performance.now() - toldAtMs < PROGRESS_EVERY_MS) continue;
    toldAtMs = performance.now();
    onProgress(readBytes / bytes.size);
    await nextTurn(); // lets a "stop" come in
  }
  signal.throwIfAborted();
  return splitter.end();
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

async function readRows(text: OpenText, wanted: readonly number[]): Promise<readonly FileRow[]> {
  const found: FileRow[] = [];
  const pending = wanted.filter((row) => row > 0).sort((a, b) => a - b);
  while (pending.length > 0) {
    const [first = 0] = pending;
    const block = nearestBlock(text.offsets, first);
    const offset = text.offsets[block] ?? 0;
    const last = pending.findLast((row) => row < first + 2 * OFFSET_EVERY_ROWS) ?? first;
    const stop = new AbortController();
    let reached = 0;
    const splitter = createRowSplitter(
      text.dialect,
      (row) => {
        reached = row.row;
        if (row.row !== pending[0]) return;
        found.push({ row: row.row, cells: Array.from({ length: row.count }, (_, index) => row.text(index)) });
        while (pending[0] === row.row) pending.shift();
        if (row.row >= last) stop.abort();
      },
      { row: block * OFFSET_EVERY_ROWS + 1, offset },
    );
    for await (const chunk of readChunks(text.bytes.slice(offset))) {
      splitter.push(chunk);
      if (stop.signal.aborted) break;
    }
    if (!stop.signal.aborted) {
      splitter.end();
      if (!stop.signal.aborted) break; // the file ended before the last of them
    }
    if (reached === 0) break;
  }
  return found;
}

function nearestBlock(offsets: readonly number[], row: number): number {
  let block = Math.min(Math.floor((row - 1) / OFFSET_EVERY_ROWS), Math.max(offsets.length - 1, 0));
  while (block > 0 && offsets[block] === undefined) block -= 1;
  return block;
}

async function rewriteText(
  text: OpenText,
  recipe: RewriteRecipe,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Rewritten> {
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
