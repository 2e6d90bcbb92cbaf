import {
  toApiVersion,
  toDateFormat,
  toLimit,
  toMarketable,
  toObjectTypes,
  toOperation,
  toTimeZone,
  toUrl,
  usualDateFormat,
} from './attributes.js';
import type { Format } from './format.js';
import type { HubspotImporter } from './hubspot-importer.js';
import { withoutIsolates } from './isolate.js';
import type { StartMessages } from './messages/en.js';
import type { FlowOptions } from './options.js';
import { openStorage, type PageStorage } from './storage.js';

/** What holds besides the element's attributes and properties. */
interface Circumstances {
  readonly format: Format;
  readonly words: StartMessages;
  readonly preset: unknown;
  /** The same for as long as the page's settings are. */
  readonly storage: (endpoint: string | null) => PageStorage;
}

/** What the page says by the element's attributes and properties. */
export function optionsOf(
  element: HubspotImporter,
  { format, words, preset, storage }: Circumstances,
): FlowOptions {
  const base = element.ownerDocument.baseURI;
  const tokenEndpoint = toUrl(element.tokenEndpoint, base);
  const endpoint = toUrl(element.endpoint, base);
  const importName = element.importName.trim();
  return {
    client: {
      tokenEndpoint,
      endpoint,
      apiVersion: toApiVersion(element.apiVersion),
      fetch: element.fetch,
      requestInit: element.requestInit,
    },
    ...toObjectTypes(element.objectTypes),
    operationOf: (objectTypeId) => toOperation(element.operation, objectTypeId),
    dateFormat: toDateFormat(element.dateFormat),
    importName: importName === '' ? null : importName,
    nameFor: (file) => `${file.name}, ${format.day(new Date())}`,
    numbered: (...given) => withoutIsolates(words.numbered(...given)),
    usualDateFormat: usualDateFormat(format.locale),
    timeZone: toTimeZone(element.timeZone),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    createList: element.createList,
    marketable: toMarketable(element.marketable),
    limits: element.limits,
    maxBytes: toLimit(element.maxBytes, element.limits.bytes),
    maxRows: toLimit(element.maxRows, element.limits.rows),
    properties: (objectTypeId) => givenProperties(element, objectTypeId),
    preset,
    workerUrl: toUrl(element.workerUrl, base),
    skipMapping: element.skipMapping,
    storage: storage(tokenEndpoint ?? endpoint),
  };
}

/** An array alone is for the first object type. */
function givenProperties({ properties, objectTypes }: HubspotImporter, objectTypeId: string): unknown {
  if (properties === null || typeof properties !== 'object' || Array.isArray(properties)) {
    const [first] = toObjectTypes(objectTypes).objectTypes;
    return first.id === objectTypeId ? properties : null;
  }
  return (properties as Readonly<Record<string, unknown>>)[objectTypeId] ?? null;
}

/** Opens the storage anew only when the page's settings have changed. */
export function createStorageOpener(): (endpoint: string | null, isOff: boolean) => PageStorage {
  let known: { readonly of: string; readonly opened: PageStorage } | null = null;
  return (endpoint, isOff) => {
    const of = `${endpoint} ${isOff}`;
    if (known?.of !== of) known = { of, opened: openStorage(endpoint, isOff) };
    return known.opened;
  };
}
