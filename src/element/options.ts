import type { ClientOptions } from '../client/hubspot.js';
import type { DateFormat, ObjectType, Operation } from '../core/hubspot.js';
import type { MappingPreset } from '../core/mapping.js';

/** What the page configured. How to import is read when a file is taken, how to call the backend at every call. */
export interface FlowOptions {
  readonly client: ClientOptions;
  readonly objectType: ObjectType;
  readonly operation: Operation;
  readonly dateFormat: DateFormat | null;
  readonly importName: string | null;
  /** The name when the page gives none: file name and date. */
  readonly nameFor: (file: File) => string;
  /** The order people read 03/04/2025 in where the page's language is spoken. */
  readonly usualDateFormat: DateFormat;
  readonly timeZone: string | null;
  readonly createList: boolean;
  readonly marketable: boolean | null;
  readonly maxBytes: number;
  readonly maxRows: number;
  /** As the page gave them; read by a schema when they are used. */
  readonly properties: unknown;
  readonly preset: MappingPreset | null;
  /** Where `worker.js` is served; null for the worker that is built in. */
  readonly workerUrl: string | null;
}
