import type { ImportResponse } from '../core/answers.js';
import type { ImporterError } from '../core/errors.js';
import type { ImportRequest } from '../core/import-request.js';
import type { PartNumber } from '../core/sequence.js';
import type { Status } from '../core/state.js';

export interface FileDetail {
  readonly name: string;
  readonly bytes: number;
}

/** What a page may know of an import at any time. Plain data; never a cell of the file, never a token. */
export interface StateDetail {
  readonly status: Status;
  readonly previous: Status;
  /** HubSpot's own state, untouched; null before HubSpot has the import. */
  readonly importState: string | null;
  readonly importId: string | null;
  /** The first file. */
  readonly file: FileDetail | null;
  /** Every file. */
  readonly files: readonly FileDetail[];
  /** Data rows. `total` is null until the whole file has been read once. */
  readonly rows: { readonly total: number | null; readonly checked: number };
  /** Numbers of kinds of problems, by severity. */
  readonly problems: { readonly errors: number; readonly warnings: number };
  /** Which of several imports this is, of a file over HubSpot's limits, from 1 on; null for a file that goes as one. */
  readonly part: PartNumber | null;
  /** HubSpot's latest answer, every field of it. */
  readonly import: ImportResponse | null;
  readonly error: ImporterError | null;
}

export interface ProgressDetail {
  readonly status: Status;
  /** 0 to 1, over all parts of a file that goes as several imports; null when it is not known how much there is. */
  readonly share: number | null;
  readonly checkedRows: number;
  readonly sentBytes: number;
  readonly totalBytes: number | null;
  /** As in the state's detail. */
  readonly part: PartNumber | null;
  /** HubSpot's, of all parts added up. */
  readonly counters: Readonly<Record<string, number>>;
}

export interface SubmitDetail {
  readonly request: ImportRequest;
}

export interface ErrorDetail {
  readonly error: ImporterError;
  readonly code: ImporterError['code'];
  readonly detail: ImporterError['detail'];
}

export interface HubspotImporterEventMap {
  /** After every change of status, and of HubSpot's state while tracking. */
  'hubspot-importer-state': CustomEvent<StateDetail>;
  /** At most ten times a second while checking, submitting and tracking. */
  'hubspot-importer-progress': CustomEvent<ProgressDetail>;
  /** Just before the import is sent; `preventDefault()` holds it back. */
  'hubspot-importer-submit': CustomEvent<SubmitDetail>;
  /** An error ended something. */
  'hubspot-importer-error': CustomEvent<ErrorDetail>;
}

/**
 * Fires one of the element's events; the compiler checks name and detail.
 *
 * @returns false when a cancelable event was held back.
 */
export function emit<K extends keyof HubspotImporterEventMap>(
  target: EventTarget,
  type: K,
  detail: HubspotImporterEventMap[K]['detail'],
  cancelable = false,
): boolean {
  return target.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an augmentation can only be an interface
  interface HTMLElementEventMap extends HubspotImporterEventMap {}
}
