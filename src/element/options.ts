import type { ClientOptions } from '../client/hubspot.js';
import type { DateFormat, Operation } from '../core/hubspot.js';
import type { ObjectType } from '../core/objects.js';
import type { PartLimits } from '../core/parts.js';
import type { PageStorage } from './storage.js';

/** What the page configured. How to import is read when a file is taken, how to call the backend at every call. */
export interface FlowOptions {
  readonly client: ClientOptions;
  /** What is imported; at least one. */
  readonly objectTypes: readonly [ObjectType, ...ObjectType[]];
  /** Whether the person may choose among all objects. */
  readonly isOpen: boolean;
  readonly operationOf: (objectTypeId: string) => Operation;
  readonly dateFormat: DateFormat | null;
  readonly importName: string | null;
  /** The name when the page gives none: file name and date. */
  readonly nameFor: (file: File) => string;
  /** The name of one of several imports that a file goes as. */
  readonly numbered: (name: string, number: number, count: number) => string;
  /** The order people read 03/04/2025 in where the page's language is spoken. */
  readonly usualDateFormat: DateFormat;
  readonly timeZone: string | null;
  /** The browser's. */
  readonly zone: string;
  readonly createList: boolean;
  readonly marketable: boolean | null;
  /** HubSpot's, of one import: what is larger goes as several, unless the page's own limits are lower. */
  readonly limits: PartLimits;
  readonly maxBytes: number;
  readonly maxRows: number;
  /** As the page gave them for an object type; read by a schema when they are used. */
  readonly properties: (objectTypeId: string) => unknown;
  /** As the page gave it; read by a schema when it is used. */
  readonly preset: unknown;
  /** Where `worker.js` is served; null for the worker that is built in. */
  readonly workerUrl: string | null;
  /** Goes on to the check by itself when nothing is left to decide. */
  readonly skipMapping: boolean;
  /** What is kept between visits of the page. */
  readonly storage: PageStorage;
}
