/** What the benchmark runs in the page: our side as the element asks for it, and the baselines, on the chosen file. */
import Papa from 'papaparse';
import { createClient } from '../../src/client/hubspot.js';
import { submitImport } from '../../src/client/submit.js';
import { NO_CHANGES } from '../../src/core/changes.js';
import type { CheckPlan, ColumnRule, ValueKind } from '../../src/core/plan.js';
import { PREVIEW_BYTES, type Preview } from '../../src/core/preview.js';
import type { FileText, OpenedFile } from '../../src/worker/protocol.js';
import { startFileDesk } from '../../src/worker/start.js';
import { createPlainCheck } from '../core/plain-check.js';
import { ANY_SHEET } from '../workbook/workbooks.js';

export type Subject =
  | 'preview'
  | 'bareSlice'
  | 'check'
  | 'recheck'
  | 'plainCheck'
  | 'bareRead'
  | 'rewrite'
  | 'plainRewrite'
  | 'upload'
  | 'bareUpload';

/** What kind of value each column of `data.ts` holds; all of them are imported. */
const KINDS: readonly ValueKind[] = [
  'text',
  'text',
  'email',
  'phone',
  'text',
  'text',
  'text',
  'text',
  'text',
  'date',
  'number',
  'text',
];
const EMAIL = 2;
/** The column whose property is changed. */
const CHANGED = 4;

function planOf({ headers }: Preview, changedKind: ValueKind = 'text'): CheckPlan {
  const columns = headers.map((header, column): ColumnRule => ({
    column,
    objectTypeId: '0-1',
    property: header,
    kind: column === CHANGED ? changedKind : (KINDS[column] ?? 'text'),
    uniqueness: column === EMAIL ? 'identifier' : 'none',
    options: [],
  }));
  return {
    columns,
    objects: [{ objectTypeId: '0-1', operation: 'UPSERT', required: [] }],
    columnCount: headers.length,
    dateFormat: 'YEAR_MONTH_DAY',
    owners: null,
    maxRows: Number.POSITIVE_INFINITY,
  };
}

/** Each gives what it found, so that nobody can leave the work out. */
type Subjects = Readonly<Record<Subject, () => Promise<number>>>;

async function openSubjects(file: File, endpoint: string): Promise<Subjects> {
  const desk = startFileDesk();
  const signal = new AbortController().signal;
  const ignore = (): void => undefined;
  const open = (): Promise<OpenedFile> => desk.open(file, ANY_SHEET, ignore, signal);
  const { preview } = await open();
  const plan = planOf(preview);
  let text: FileText = { file, dialect: preview.dialect };
  let turn = 0;
  const checkFor = async (wanted: CheckPlan): Promise<number> =>
    (await desk.check(text, wanted, NO_CHANGES, ignore, signal)).rows.total;
  const columns = preview.headers.map((_, column) => column).slice(1);
  const recipe = {
    dialect: preview.dialect,
    rawHeaders: preview.rawHeaders,
    columns,
    headers: columns.map((column) => preview.headers[column] ?? ''),
    changes: NO_CHANGES,
    unevenRows: false,
  };
  const client = createClient({
    tokenEndpoint: null,
    endpoint,
    apiVersion: 'v3',
    fetch: null,
    requestInit: {},
  });
  const request = { name: 'bench', importOperations: {}, files: [] };
  return {
    preview: async () => (await open()).preview.rows.length,
    check() {
      text = { ...text, file: new File([file], file.name) }; // nothing is known of this one
      return checkFor(plan);
    },
    recheck: () => checkFor(planOf(preview, turn++ % 2 === 0 ? 'url' : 'number')),
    rewrite: async () => (await desk.rewrite(text, recipe, ignore, signal)).content.size,
    async upload() {
      const files = [{ name: file.name, content: file }];
      const sent = await submitImport(client, {
        request,
        files,
        idempotencyKey: 'bench',
        onSent: ignore,
      });
      return Number(sent.id);
    },
    bareSlice: async () => Papa.parse(await file.slice(0, PREVIEW_BYTES).text()).data.length,
    plainCheck: () => plainCheck(file, plan),
    bareRead: () => bareRead(file),
    plainRewrite: () => plainRewrite(file),
    bareUpload: () => bareUpload(file, `${endpoint}/crm/v3/imports/`),
  };
}

/** papaparse over the whole file, row by row, with the same checks. */
function plainCheck(file: File, plan: CheckPlan): Promise<number> {
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
function plainRewrite(file: File): Promise<number> {
  const parts: string[] = [];
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(file, {
      chunk({ data }) {
        parts.push(Papa.unparse(data.map((cells) => cells.slice(1))), '\r\n');
      },
      complete: () => resolve(new Blob(parts).size),
      error: reject,
    });
  });
}

async function bareRead(file: File): Promise<number> {
  const reader = file.stream().getReader({ mode: 'byob' });
  let bytes = 0;
  for (let buffer = new ArrayBuffer(1024 * 1024); ;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return bytes;
    bytes += value.length;
    buffer = value.buffer;
  }
}

function bareUpload(file: File, address: string): Promise<number> {
  const form = new FormData();
  form.append('importRequest', '{}');
  form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.onload = () => resolve(request.status);
    request.onerror = reject;
    request.send(form);
  });
}

let subjects: Promise<Subjects> | null = null;

/**
 * Called in the page by `run.ts`, with the file that its input holds.
 *
 * @param hasWorker Whether there may be one.
 * @public
 */
export async function open(endpoint: string, hasWorker: boolean): Promise<void> {
  const [file] = document.querySelector('input')?.files ?? [];
  if (file === undefined) throw new Error('No file was chosen.');
  if (!hasWorker) Reflect.deleteProperty(globalThis, 'Worker');
  subjects = openSubjects(file, endpoint);
  await subjects;
}

/** Runs a subject once. @returns Milliseconds. @public */
export async function time(subject: Subject): Promise<number> {
  const run = (await subjects)?.[subject];
  const start = performance.now();
  const found = await run?.();
  const ms = performance.now() - start;
  if (found === undefined || found === 0) throw new Error(`${subject} found nothing.`);
  return ms;
}
