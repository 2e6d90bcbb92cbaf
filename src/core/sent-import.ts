import * as z from 'zod/mini';
import { hashText } from './hash.js';

/**
 * An import that was sent from this browser, as it is kept between visits: enough to find it again and to report on it, and
 * nothing of the files but their names.
 */
export const SentImport = z.object({
  /** The `Idempotency-Key` it was sent with. */
  key: z.string(),
  name: z.string(),
  fileNames: z.array(z.string()),
  /** Tells the files it was made of from others: `fingerprintOf`. */
  fingerprint: z.string(),
  /** By the browser's clock. */
  sentAtMs: z.number(),
  /** When it was last known to be on its way. */
  aliveAtMs: z.number(),
  /** Whether an answer came that left it open. A relay would give the same again for the same key. */
  wasAnswered: z.boolean(),
  /** Null while it is not known whether it has begun. */
  importId: z.nullable(z.string()),
  /** What became of the rows here; null when they were not counted. */
  rows: z.nullable(
    z.object({
      total: z.number(),
      clean: z.number(),
      losing: z.number(),
      repeated: z.number(),
      refused: z.number(),
      empty: z.number(),
      leftOut: z.number(),
    }),
  ),
  /** Whether its end was shown, or it was dismissed: then nobody is taken back to it. */
  isSeen: z.boolean(),
});
export type SentImport = z.infer<typeof SentImport>;

/** One whose answer never came. */
export const isLost = ({ importId }: SentImport): boolean => importId === null;

/**
 * HubSpot takes its time to make an import of an upload that it has whole; the relay gives it ten minutes as well. One that is
 * not in the list after so long never began (inferred).
 */
const LONGEST_BIRTH_MS = 10 * 60 * 1000;

/** Whether an import that is not in HubSpot's list will not come any more. */
export const neverBegan = ({ aliveAtMs }: SentImport, nowMs: number): boolean =>
  nowMs - aliveAtMs > LONGEST_BIRTH_MS;

/** Tells files apart by what the file system says of them. */
export const fingerprintOf = (files: readonly File[]): string =>
  hashText(JSON.stringify(files.map(({ name, size, lastModified }) => [name, size, lastModified])));
