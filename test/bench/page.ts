/** What the benchmark runs in the page: each subject beside its baseline, on the same file, in turn. */
import Papa from 'papaparse';
import { NO_CHANGES } from '../../src/core/changes.js';
import type { CheckPlan, ColumnRule, ValueKind } from '../../src/core/plan.js';
import { PREVIEW_BYTES } from '../../src/core/preview.js';
import type { FileDesk } from '../../src/worker/protocol.js';
import { createPlainCheck } from '../core/plain-check.js';
import { startFileDesk } from '../../src/worker/start.js';

export interface Figures {
  readonly megabytes: number;
  readonly rows: number;
  readonly firstRowsMs: number;
  readonly bareSliceMs: number;
  readonly checkMs: number;
  readonly papaCheckMs: number;
  readonly bareReadMs: number;
  readonly rewriteMs: number;
  readonly papaRewriteMs: number;
  readonly longestTaskMs: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const KINDS: readonly ValueKind[] = ['text', 'text', 'email', 'phone', 'text', 'text'];

function planFor(headers: readonly string[]): CheckPlan {
  const columns = KINDS.map((kind, column): ColumnRule => ({
    column,
    objectTypeId: '0-1',
    property: headers[column] ?? '',
    kind,
    uniqueness: kind === 'email' ? 'identifier' : 'none',
    options: [],
  }));
  return {
    columns,
    objects: [{ objectTypeId: '0-1', operation: 'UPSERT', required: [] }],
    columnCount: headers.length,
    dateFormat: null,
    owners: null,
    maxRows: Number.POSITIVE_INFINITY,
  };
}

/** papaparse over the whole file, row by row, with the same checks. */
function papaCheck(file: File, plan: CheckPlan): Promise<number> {
  const check = createPlainCheck(plan, NO_CHANGES);
  let row = 0;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      step({ data }) {
        row += 1;
        const blank = data.length === 1 && data[0] === '';
        if (row > 1) check.row({ row, count: data.length, blank, text: (column) => data[column] ?? '' });
      },
      complete: () => resolve(check.tally().rows.total),
      error: reject,
    });
  });
}

/** papaparse over the whole file, and its writer for all columns but the first. */
function papaRewrite(file: File): Promise<Blob> {
  const parts: string[] = [];
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      chunk({ data }) {
        parts.push(Papa.unparse(data.map((cells) => cells.slice(1))), '\r\n');
      },
      complete: () => resolve(new Blob(parts)),
      error: reject,
    });
  });
}

async function bareRead(file: File): Promise<void> {
  const reader = file.stream().getReader({ mode: 'byob' });
  for (let buffer = new ArrayBuffer(1024 * 1024); ;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return;
    buffer = value.buffer;
  }
}

/** The parser's own part of a preview: a slice, decoded and parsed. */
async function bareSlice(file: File): Promise<void> {
  Papa.parse(await file.slice(0, PREVIEW_BYTES).text());
}

/**
 * Called in the page by `run.ts`.
 *
 * @public
 * @param megabytes of 10^6 bytes
 * @param repeats how often the whole-file passes take turns
 */
export async function measure(
  megabytes: number,
  repeats: number,
  line: string,
  header: string,
): Promise<Figures> {
  const desk: FileDesk = startFileDesk();
  const file = makeFile(megabytes, header, line);
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  const { dialect, headers, rawHeaders } = await desk.preview(file, {});
  const plan = planFor(headers);
  const text = { file, dialect };
  const recipe = {
    dialect,
    rawHeaders,
    columns: headers.map((_, column) => column).slice(1),
    headers: headers.slice(1),
    changes: NO_CHANGES,
    unevenRows: false,
  };
  const signal = new AbortController().signal;
  const ignore = (): void => undefined;
  const slices: number[] = [];
  const previews: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    slices.push(await time(() => bareSlice(file)));
    previews.push(await time(() => desk.preview(file, {})));
  }
  const checks: number[] = [];
  const papaChecks: number[] = [];
  const reads: number[] = [];
  const rewrites: number[] = [];
  const papaRewrites: number[] = [];
  let rows = 0;
  for (let turn = 0; turn < repeats; turn += 1) {
    reads.push(await time(() => bareRead(file)));
    observer.observe({ entryTypes: ['longtask'] });
    checks.push(
      await time(async () => {
        rows = (await desk.check(text, plan, NO_CHANGES, ignore, signal)).rows.total;
      }),
    );
    rewrites.push(await time(() => desk.rewrite(text, recipe, ignore, signal)));
    observer.disconnect();
    papaChecks.push(await time(() => papaCheck(file, plan)));
    papaRewrites.push(await time(() => papaRewrite(file)));
  }
  desk.close();
  return {
    megabytes,
    rows,
    firstRowsMs: median(previews),
    bareSliceMs: median(slices),
    checkMs: median(checks),
    papaCheckMs: median(papaChecks),
    bareReadMs: median(reads),
    rewriteMs: median(rewrites),
    papaRewriteMs: median(papaRewrites),
    longestTaskMs,
  };
}

/** Lines with a running number in the address, so that no identifier repeats. */
function makeFile(megabytes: number, header: string, line: string): File {
  const parts: string[] = [header];
  const lines = Math.floor((megabytes * 1e6) / (line.length + 8));
  for (let from = 0; from < lines; from += 5000) {
    let part = '';
    for (let n = from; n < Math.min(from + 5000, lines); n += 1)
      part += line.replace('#', String(n).padStart(9, '0'));
    parts.push(part);
  }
  return new File(parts, 'bench.csv', { type: 'text/csv' });
}
