import { Refusal } from './refusal.js';

/** A call that may go to HubSpot. `path` and `query` are rebuilt from what matched, so nothing else gets through. */
export interface Call {
  readonly kind: CallKind;
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** HubSpot's own path, as it was asked for. */
  readonly path: string;
  /** Empty, or `?` and the known parameters. */
  readonly query: string;
  /** Object types named in the path, by id or name. */
  readonly objectTypes: readonly string[];
  /** Set for `import`: read one, its errors, cancel. */
  readonly importId: string | null;
}

/**
 * What a call is to the relay: `start` sends files, `list` is cut down to the person's own imports, `import` is about one
 * import and needs its owner, `metadata` is read for object types the policy names, the two last need its `properties`.
 */
export type CallKind = 'start' | 'list' | 'import' | 'metadata' | 'property' | 'options';

interface Pattern {
  readonly kind: Call['kind'];
  readonly method: Call['method'];
  readonly path: RegExp;
  readonly parameters: readonly string[];
}

// A dated version, `2026-09`, is the newer spelling of a versioned path (specification collection, August 2026).
const DATE = String.raw`20\d\d-\d\d`;
const IMPORTS = `/crm/(?:v3/imports|imports/${DATE})`;
const TYPE = String.raw`(?<type>\w[\w-]{0,99})`;
const TO_TYPE = String.raw`(?<toType>\w[\w-]{0,99})`;
const ID = String.raw`(?<id>\d{1,19})`;
// `groups` and `batch` are calls of their own beside a property's.
const PROPERTY = String.raw`(?!(?:groups|batch)(?:/|$))\w[\w-]{0,254}`;
const PROPERTIES = `/crm/(?:v3/properties|properties/${DATE})/${TYPE}`;
const DEFINITION = ['archived', 'dataSensitivity', 'locale', 'properties'];

const pattern = (
  method: Call['method'],
  kind: Call['kind'],
  path: string,
  parameters: readonly string[] = [],
): Pattern => ({ method, kind, path: new RegExp(`^${path}/?$`), parameters });

/**
 * Everything that passes, in v3 and dated form. What no import needs is not here: records cannot be read, written or deleted.
 * Dated forms of owners, pipelines, validations, account details and the object library are inferred from HubSpot's scheme.
 */
const PATTERNS: readonly Pattern[] = [
  pattern('POST', 'start', IMPORTS),
  pattern('GET', 'list', IMPORTS, ['after', 'before', 'limit']),
  pattern('GET', 'import', `${IMPORTS}/${ID}`),
  pattern('POST', 'import', `${IMPORTS}/${ID}/cancel`),
  pattern('GET', 'import', `${IMPORTS}/${ID}/errors`, [
    'after',
    'limit',
    'includeErrorMessage',
    'includeRowData',
  ]),
  pattern('GET', 'metadata', PROPERTIES, DEFINITION),
  pattern('GET', 'metadata', `${PROPERTIES}/groups`, ['locale']),
  pattern('GET', 'metadata', `${PROPERTIES}/${PROPERTY}`, DEFINITION),
  pattern('POST', 'property', PROPERTIES),
  pattern('PATCH', 'options', `${PROPERTIES}/${PROPERTY}`),
  pattern('GET', 'metadata', `/crm-object-schemas/(?:v3|${DATE})/schemas`, ['archived']),
  pattern('GET', 'metadata', `/crm-object-schemas/(?:v3|${DATE})/schemas/${TYPE}`),
  pattern('GET', 'metadata', `/crm/(?:v4/associations|associations/${DATE})/${TYPE}/${TO_TYPE}/labels`),
  pattern('GET', 'metadata', `/crm/(?:v3/owners|owners/${DATE})`, [
    'after',
    'archived',
    'email',
    'idProperty',
    'limit',
  ]),
  pattern('GET', 'metadata', `/crm/(?:v3/pipelines|pipelines/${DATE})/${TYPE}`),
  pattern('GET', 'metadata', `/crm/(?:v3/property-validations|property-validations/${DATE})/${TYPE}`),
  pattern('GET', 'metadata', `/crm/(?:v3/object-library|object-library/${DATE})/enablement`),
  pattern('GET', 'metadata', `/account-info/(?:v3|${DATE})/details`),
];

/** Longest query string, in characters. */
const QUERY_CHARACTERS = 8192;

/**
 * Finds the listed call that a method, a path below the relay's own and a query ask for.
 *
 * @param path Still percent-encoded: no listed path has anything to encode, so an encoding never matches.
 * @throws {Refusal} 404 `not-listed`, 405 `method`, 400 `parameter`
 */
export function findCall(method: string, path: string, query: URLSearchParams): Call {
  const samePath = PATTERNS.filter((candidate) => candidate.path.test(path));
  if (samePath.length === 0) throw new Refusal(404, 'not-listed', 'This address is not served here.');
  const found = samePath.find((candidate) => candidate.method === method);
  if (found === undefined) {
    const allow = samePath.map((candidate) => candidate.method).join(', ');
    throw new Refusal(405, 'method', `Only ${allow} is served at this address.`, { headers: { allow } });
  }
  const groups = found.path.exec(path)?.groups ?? {};
  return {
    kind: found.kind,
    method: found.method,
    path,
    query: knownQuery(query, found.parameters),
    objectTypes: [groups.type, groups.toType].filter((type) => type !== undefined),
    importId: groups.id ?? null,
  };
}

function knownQuery(query: URLSearchParams, parameters: readonly string[]): string {
  const names = [...query.keys()];
  const unknown = names.some((name) => !parameters.includes(name));
  if (unknown || new Set(names).size !== names.length || query.toString().length > QUERY_CHARACTERS) {
    throw new Refusal(400, 'parameter', 'A query parameter is unknown, repeated or too long.');
  }
  return names.length === 0 ? '' : `?${query.toString()}`;
}
