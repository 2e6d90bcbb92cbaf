/** HubSpot's paths below `endpoint`, for a version: `v3`, or a date such as `2026-09`. */
export interface Paths {
  readonly imports: string;
  readonly owners: string;
  readonly schemas: string;
  readonly account: string;
  readonly enablement: string;
  import(importId: string): string;
  cancel(importId: string): string;
  errors(importId: string): string;
  properties(objectTypeId: string): string;
  property(objectTypeId: string, name: string): string;
  propertyGroups(objectTypeId: string): string;
  pipelines(objectTypeId: string): string;
  labels(fromObjectTypeId: string, toObjectTypeId: string): string;
}

/** Used where nothing else is configured. HubSpot supports v3 until September 2027 (changelog). */
export const DEFAULT_VERSION = 'v3';

/**
 * The addresses of one version (specification collection: imports, properties, schemas, associations). The dated form of
 * owners, pipelines, account details and the object library is inferred from HubSpot's scheme.
 */
export function pathsOf(version: string): Paths {
  const isDated = version !== DEFAULT_VERSION;
  const crm = (what: string, v: string = DEFAULT_VERSION): string =>
    isDated ? `/crm/${what}/${version}` : `/crm/${v}/${what}`;
  const part = encodeURIComponent;
  const one = (importId: string): string => `${crm('imports')}/${part(importId)}`;
  const properties = (objectTypeId: string): string => `${crm('properties')}/${part(objectTypeId)}`;
  return {
    // The older specification and HubSpot's own client end it with a slash; both forms are in use.
    imports: isDated ? crm('imports') : `${crm('imports')}/`,
    owners: crm('owners'),
    schemas: `/crm-object-schemas/${version}/schemas`,
    account: `/account-info/${version}/details`,
    enablement: `${crm('object-library')}/enablement`,
    import: one,
    cancel: (importId) => `${one(importId)}/cancel`,
    errors: (importId) => `${one(importId)}/errors`,
    properties,
    property: (objectTypeId, name) => `${properties(objectTypeId)}/${part(name)}`,
    propertyGroups: (objectTypeId) => `${properties(objectTypeId)}/groups`,
    pipelines: (objectTypeId) => `${crm('pipelines')}/${part(objectTypeId)}`,
    labels: (from, to) => `${crm('associations', 'v4')}/${part(from)}/${part(to)}/labels`,
  };
}
