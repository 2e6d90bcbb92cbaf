import * as z from 'zod/mini';
import { hashText } from './hash.js';
import { isInRange, type RowRange } from './parts.js';
import type { ImportedPart } from './sequence.js';
import type { Source } from './workbook.js';

/** A part of a file, as it was sent. */
const SentPart = z.object({
  /** `fingerprintOf` the whole file. */
  of: z.string(),
  /** Its name. */
  fileName: z.string(),
  number: z.number(),
  count: z.number(),
  firstRow: z.number(),
  lastRow: z.number(),
  rows: z.number(),
});

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
  /** Which part of a file it is; null when it is all of it, or when the part has to be sent again. */
  part: z._default(z.nullable(SentPart), null),
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

/**
 * Tells files apart by what the file system says of them, and the sheets of a workbook by their names.
 *
 * @param range the rows that are meant, of a file that goes in parts
 */
export const fingerprintOf = (
  files: readonly Pick<Source, 'file' | 'workbook'>[],
  range: RowRange | null = null,
): string =>
  hashText(
    JSON.stringify([
      ...files.map(({ file: { name, size, lastModified }, workbook }) => [
        name,
        size,
        lastModified,
        ...(workbook === null ? [] : [workbook.sheets[workbook.sheet]]),
      ]),
      ...(range === null ? [] : [[range.firstRow, range.lastRow]]),
    ]),
  );

/** The parts of a file that HubSpot has, as far as this browser knows, in the order of their rows. */
export function importedParts(sent: readonly SentImport[], fingerprint: string): readonly ImportedPart[] {
  const parts = sent.flatMap(({ importId, part }): ImportedPart[] => {
    if (part?.of !== fingerprint || importId === null) return [];
    const { firstRow, lastRow, rows } = part;
    return [{ firstRow, lastRow, rows, importId, here: null }];
  });
  return parts
    .toSorted((a, b) => a.firstRow - b.firstRow)
    .filter(({ firstRow }, at, all) => !all.slice(0, at).some((before) => isInRange(before, firstRow)));
}
