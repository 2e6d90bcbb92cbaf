/** Files for the desk, and what is asked of it. */
import { NO_CHANGES } from '../../src/core/changes.js';
import type { Dialect } from '../../src/core/dialect.js';
import { ImporterError } from '../../src/core/errors.js';
import type { CheckPlan } from '../../src/core/plan.js';
import type { RewriteRecipe } from '../../src/core/rewrite.js';
import type { FileDesk } from '../../src/worker/protocol.js';
import { startFileDesk } from '../../src/worker/start.js';

export const UTF8: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', newline: '\n', headerRow: 1 };

/** Two columns: an address that identifies, and a text. */
export const PLAN: CheckPlan = {
  columns: [
    {
      column: 0,
      objectTypeId: '0-1',
      property: 'email',
      kind: 'email',
      uniqueness: 'identifier',
      options: [],
    },
    { column: 1, objectTypeId: '0-1', property: 'city', kind: 'text', uniqueness: 'none', options: [] },
  ],
  objects: [{ objectTypeId: '0-1', operation: 'UPSERT', required: [] }],
  columnCount: 2,
  dateFormat: null,
  owners: null,
  maxRows: 1_048_576,
};

export const recipe = (dialect: Dialect, more: Partial<RewriteRecipe> = {}): RewriteRecipe => ({
  dialect,
  rawHeaders: ['Email', 'City'],
  columns: [0, 1],
  headers: ['Email', 'City'],
  changes: NO_CHANGES,
  unevenRows: false,
  ...more,
});

export const csv = (content: BlobPart, name = 'people.csv'): File => new File([content], name);

/** UTF-16, little end first, with its mark. */
export function utf16(text: string): Uint8Array<ArrayBuffer> {
  const marked = `\ufeff${text}`;
  const units = Uint16Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at));
  return new Uint8Array(units.buffer);
}

/** Windows-1252, for characters below U+0100. */
export const latin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A file that was chosen and has been removed since. */
export async function removedFile(): Promise<File> {
  const folder = await navigator.storage.getDirectory();
  const name = `gone-${crypto.randomUUID()}.csv`;
  const handle = await folder.getFileHandle(name, { create: true });
  const writable = await handle.createWritable();
  await writable.write('Email,City\na@b.co,Rome\n');
  await writable.close();
  const file = await handle.getFile();
  await folder.removeEntry(name);
  return file;
}

const NativeWorker = Worker;

/** Starts the desk where `new Worker` starts something else. */
export async function startWith(
  construct: (address: string | URL, options?: WorkerOptions) => Worker,
  workerUrl: string | null = null,
): Promise<FileDesk> {
  globalThis.Worker = new Proxy(NativeWorker, {
    construct: (_, [address, options]) => construct(address, options),
  });
  try {
    const desk = startFileDesk(workerUrl);
    await desk.rows({ file: csv('x'), dialect: UTF8 }, []); // by then it is open
    return desk;
  } finally {
    globalThis.Worker = NativeWorker;
  }
}

const noWorker = (): never => {
  throw new DOMException('Refused by policy', 'SecurityError');
};

/** The same desk in both of its places. */
export const DESKS: readonly (readonly [string, () => Promise<FileDesk>])[] = [
  ['in a worker', async () => startFileDesk()],
  ['on the page', () => startWith(noWorker)],
];

export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It was resolved.');
    },
    (error: unknown) => error,
  );

/** Code and facts of the `ImporterError` a promise rejects with; of anything else its name. */
export async function failure(promise: Promise<unknown>): Promise<readonly [string, unknown]> {
  const error = await rejection(promise);
  if (error instanceof ImporterError) return [error.code, error.detail];
  return [error instanceof Error || error instanceof DOMException ? error.name : String(error), null];
}
