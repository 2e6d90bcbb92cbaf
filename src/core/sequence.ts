/** What has become of a file's parts: which of them HubSpot has, which one is on its way, which is next. */
import type { ImportResponse } from './answers.js';
import type { Part, RowRange } from './parts.js';
import { isInRange } from './parts.js';
import type { Sent } from './report.js';
import type { Loaded } from './state.js';

/** A part that HubSpot has imported. */
export interface ImportedPart extends RowRange {
  readonly rows: number;
  readonly importId: string;
  /** HubSpot's last answer, and how the rows were sent; null when that was in an earlier visit of the page. */
  readonly here: { readonly import: ImportResponse; readonly sent: Sent | null } | null;
}

/** The part that is being sent, is followed, or has come to its end. */
export interface CurrentPart {
  readonly part: Part;
  /** Whether the next part follows by itself. */
  readonly goesOn: boolean;
}

/** Number of a part from 1 on, of so many. */
export interface PartNumber {
  readonly number: number;
  readonly count: number;
}

/** One line of the list of parts. */
export interface ListedPart extends RowRange {
  readonly rows: number;
  /** Null while HubSpot does not have it. */
  readonly imported: ImportedPart | null;
}

/** The parts that are still to be sent, in order; none of a file that goes as one. */
export function remainingParts({ files: [file], imported }: Loaded): readonly Part[] {
  const planned = file.check.phase === 'finished' ? (file.check.parts ?? []) : [];
  return planned.filter(({ firstRow }) => !imported.some((range) => isInRange(range, firstRow)));
}

/** Every part of the file, in order; none of a file that goes as one. */
export function partsOf(loaded: Loaded): readonly ListedPart[] {
  const remaining = remainingParts(loaded).map((part) => ({ ...part, imported: null }));
  const imported = loaded.imported.map((part) => ({ ...part, imported: part }));
  return [...imported, ...remaining].sort((a, b) => a.firstRow - b.firstRow);
}

/** The next part to be sent: the first one, or the first one behind another; null when there is none. */
export const nextPart = (loaded: Loaded, after: RowRange | null = null): Part | null =>
  remainingParts(loaded).find(({ firstRow }) => after === null || firstRow > after.lastRow) ?? null;

/** The part to go on with after one that is over: behind it, else one that is still to be sent before it. */
export function partAfter(followed: Followed): Part | null {
  const loaded = withCurrentImported(followed);
  const { current } = followed;
  if (loaded === null || current === null) return null;
  const isOther = ({ firstRow }: Part): boolean => firstRow !== current.part.firstRow;
  return nextPart(loaded, current.part) ?? remainingParts(loaded).find(isOther) ?? null;
}

export function numberOf(loaded: Loaded, { firstRow }: RowRange): PartNumber {
  const parts = partsOf(loaded);
  return { number: parts.findIndex((part) => part.firstRow === firstRow) + 1, count: parts.length };
}

/** An import that is followed, or was. */
interface Followed {
  readonly import: ImportResponse;
  readonly loaded: Loaded | null;
  readonly outcome: { readonly sent: readonly Sent[] | null };
  readonly current: CurrentPart | null;
}

/** One that HubSpot is through with, whatever its end. */
export interface EndedPart extends Followed {
  readonly loaded: Loaded;
  readonly current: CurrentPart;
}

/** Whether another part is sent as soon as this one is done. */
export const goesOn = ({ import: answer, loaded, current }: Followed): boolean =>
  answer.state === 'DONE' &&
  loaded !== null &&
  current?.goesOn === true &&
  nextPart(loaded, current.part) !== null;

/** The files with what HubSpot has of them by now; a part that failed or was canceled is still to be sent. */
export function withCurrentImported({ import: answer, loaded, outcome, current }: Followed): Loaded | null {
  if (loaded === null || current === null || answer.state !== 'DONE') return loaded;
  const { firstRow, lastRow, rows } = current.part;
  const here = { import: answer, sent: outcome.sent?.[0] ?? null };
  return {
    ...loaded,
    imported: [...loaded.imported, { firstRow, lastRow, rows, importId: answer.id, here }],
  };
}
