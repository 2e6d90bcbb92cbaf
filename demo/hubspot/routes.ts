import { notFound, Refusal } from './answers.js';
import type { DefineCall } from './define.js';
import type { DefinitionCall } from './definitions.js';

/** What a call asks for. */
export type Route =
  | { readonly kind: 'start' | 'list' }
  | { readonly kind: 'read' | 'errors' | 'cancel'; readonly importId: string }
  | { readonly kind: 'definitions'; readonly call: DefinitionCall }
  | { readonly kind: 'define'; readonly call: DefineCall };

const DATED = '(?:2026-03|2026-09)';
const path = (v3: string, dated: string, rest: string): RegExp => new RegExp(`^(?:${v3}|${dated})${rest}$`);
const imports = (rest: string): RegExp => path('/crm/v3/imports', `/crm/imports/${DATED}`, rest);
const objectPath = (name: string, rest: string): RegExp =>
  path(`/crm/v3/${name}`, `/crm/${name}/${DATED}`, rest);

type Make = (part: (index: number) => string) => Route;
const about = (what: 'properties' | 'groups' | 'pipelines' | 'validations'): Make => {
  return (part) => ({ kind: 'definitions', call: { what, objectType: part(1) } });
};
const account = (what: 'schemas' | 'owners' | 'account' | 'enablement'): Make => {
  return () => ({ kind: 'definitions', call: { what } });
};
const SCHEMAS = path('/crm-object-schemas/v3', `/crm-object-schemas/${DATED}`, '/schemas(?:/([^/]+))?');

/** Paths of the v3 API and of its dated versions (public specification; dated ones of definitions as far as inferred from them). */
const ROUTES: readonly (readonly [method: 'GET' | 'POST' | 'PATCH', path: RegExp, make: Make])[] = [
  ['POST', imports(''), () => ({ kind: 'start' })],
  ['GET', imports(''), () => ({ kind: 'list' })],
  ['GET', imports('/(\\d+)'), (part) => ({ kind: 'read', importId: part(1) })],
  ['GET', imports('/(\\d+)/errors'), (part) => ({ kind: 'errors', importId: part(1) })],
  ['POST', imports('/(\\d+)/cancel'), (part) => ({ kind: 'cancel', importId: part(1) })],
  ['GET', objectPath('properties', '/([^/]+)'), about('properties')],
  ['GET', objectPath('properties', '/([^/]+)/groups'), about('groups')],
  [
    'GET',
    objectPath('properties', '/([^/]+)/([^/]+)'),
    (part) => ({ kind: 'definitions', call: { what: 'property', objectType: part(1), name: part(2) } }),
  ],
  [
    'POST',
    objectPath('properties', '/([^/]+)'),
    (part) => ({ kind: 'define', call: { what: 'create-property', objectType: part(1) } }),
  ],
  [
    'POST',
    objectPath('properties', '/([^/]+)/groups'),
    (part) => ({ kind: 'define', call: { what: 'create-group', objectType: part(1) } }),
  ],
  [
    'PATCH',
    objectPath('properties', '/([^/]+)/([^/]+)'),
    (part) => ({ kind: 'define', call: { what: 'change-property', objectType: part(1), name: part(2) } }),
  ],
  ['GET', objectPath('property-validations', '/([^/]+)'), about('validations')],
  ['GET', objectPath('pipelines', '/([^/]+)'), about('pipelines')],
  ['GET', objectPath('owners', ''), account('owners')],
  ['GET', objectPath('object-library', '/enablement'), account('enablement')],
  [
    'GET',
    SCHEMAS,
    (part) => ({
      kind: 'definitions',
      call: part(1) === '' ? { what: 'schemas' } : { what: 'schema', objectType: part(1) },
    }),
  ],
  ['GET', path('/account-info/v3', `/account-info/${DATED}`, '/details'), account('account')],
  [
    'GET',
    path('/crm/v4/associations', `/crm/associations/${DATED}`, '/([^/]+)/([^/]+)/labels'),
    (part) => ({ kind: 'definitions', call: { what: 'labels', objectType: part(1), toObjectType: part(2) } }),
  ],
];

/**
 * Finds what a call asks for; a trailing slash makes no difference (both are in use).
 *
 * @throws {Refusal} 404 for an unknown path, 405 for a known one with another method
 */
export function findRoute(method: string, pathname: string): Route {
  const plain = pathname.replace(/\/+$/, '');
  const known = ROUTES.flatMap(([routeMethod, pattern, make]) => {
    const match = pattern.exec(plain);
    return match === null ? [] : [{ routeMethod, match, make }];
  });
  const [first] = known;
  if (first === undefined) throw notFound(`Unable to find ${pathname}`);
  const fitting = known.find(({ routeMethod }) => routeMethod === method);
  if (fitting === undefined) throw new Refusal(405, `HTTP ${method} is not allowed on ${pathname}`);
  return fitting.make((index) => decodeURIComponent(fitting.match[index] ?? ''));
}

/** The version that a path names: `v3`, `v4` or a date. */
export const versionOf = (pathname: string): string =>
  /\/(v\d|20\d\d-\d\d)(?:\/|$)/.exec(pathname)?.[1] ?? 'v3';
