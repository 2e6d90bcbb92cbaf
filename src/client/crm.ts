import { OwnerPage, PipelineList, readProperties, SchemaList, toOwners } from '../core/answers.js';
import type { AccountFacts } from '../core/account.js';
import { ImporterError, isAbort } from '../core/errors.js';
import { type ObjectType, type Owner, PATHS, type Property } from '../core/hubspot.js';
import { AnyJson } from './http.js';
import type { HubSpotClient } from './hubspot.js';

/** Owners beyond this many are not read; then owners are not checked. */
const MOST_OWNERS = 5000;

/**
 * Reads property definitions, and what their values refer to: owners and pipelines. Every part is optional.
 *
 * @throws Only an `AbortError`.
 */
export async function readAccountFacts(
  client: HubSpotClient,
  objectType: ObjectType,
  given: readonly Property[] | null,
  signal: AbortSignal,
): Promise<AccountFacts> {
  let failure: ImporterError | null = null;
  const [schema, properties, owners] = await Promise.all([
    optional(readSchema(client, objectType, signal)),
    given ??
      optional(readPropertyList(client, objectType.id, signal), (error) => {
        failure = error;
      }),
    optional(readOwners(client, signal)),
  ]);
  const facts = {
    objectType: schema?.objectType ?? objectType,
    labels: schema?.labels ?? null,
    owners,
    failure,
  };
  if (!properties?.some(needsPipelines)) return { ...facts, properties };
  const options = await optional(readStages(client, objectType.id, signal));
  return {
    ...facts,
    properties: options === null ? properties : properties.map((property) => fill(property, options)),
  };
}

async function readPropertyList(
  client: HubSpotClient,
  objectTypeId: string,
  signal: AbortSignal,
): Promise<readonly Property[]> {
  const properties = readProperties(
    await client.get(PATHS.properties(objectTypeId), AnyJson, signal, 'short'),
  );
  if (properties !== null) return properties;
  throw new ImporterError('response-unexpected', { status: 200, contentType: 'application/json' });
}

/** Custom objects may be asked for by name; their schema gives the id, the label and the required properties. */
async function readSchema(
  client: HubSpotClient,
  objectType: ObjectType,
  signal: AbortSignal,
): Promise<Pick<AccountFacts, 'objectType' | 'labels'> | null> {
  if (objectType.id.startsWith('0-')) return null;
  const { results } = await client.get(PATHS.schemas, SchemaList, signal, 'short');
  const wanted = objectType.id.toLowerCase();
  const found = results.find((schema) =>
    [schema.objectTypeId, schema.name, schema.fullyQualifiedName].some(
      (name) => name.toLowerCase() === wanted,
    ),
  );
  if (found === undefined) return null;
  const { singular = found.labels.plural, plural = singular } = found.labels;
  const required = found.requiredProperties.map((property) => [property]);
  return {
    objectType: { ...objectType, id: found.objectTypeId, required },
    labels: plural === undefined || singular === undefined ? null : { singular, plural },
  };
}

async function readOwners(client: HubSpotClient, signal: AbortSignal): Promise<readonly Owner[] | null> {
  const owners: Owner[] = [];
  const seen = new Set<string>();
  for (let after: string | undefined; owners.length < MOST_OWNERS;) {
    const query = new URLSearchParams({ limit: '100', ...(after !== undefined && { after }) });
    const page = await client.get(`${PATHS.owners}?${query}`, OwnerPage, signal, 'short');
    owners.push(...toOwners(page));
    after = page.paging?.next?.after;
    if (after === undefined) return owners;
    if (seen.has(after)) return null; // the pages go round in a circle
    seen.add(after);
  }
  return null;
}

const PIPELINE_PROPERTIES = ['pipeline', 'hs_pipeline'];
const STAGE_PROPERTIES = ['dealstage', 'hs_pipeline_stage'];

const needsPipelines = (property: Property): boolean =>
  [...PIPELINE_PROPERTIES, ...STAGE_PROPERTIES].includes(property.name) && property.options.length === 0;

type Options = Property['options'];

async function readStages(
  client: HubSpotClient,
  objectTypeId: string,
  signal: AbortSignal,
): Promise<{ pipelines: Options; stages: Options }> {
  const { results } = await client.get(PATHS.pipelines(objectTypeId), PipelineList, signal, 'short');
  const option = ({ id, label }: { id: string; label: string | null }): Options[number] => ({
    value: id,
    label: label === null || label === '' ? id : label,
    hidden: false,
  });
  return { pipelines: results.map(option), stages: results.flatMap(({ stages }) => stages.map(option)) };
}

function fill(property: Property, { pipelines, stages }: { pipelines: Options; stages: Options }): Property {
  if (!needsPipelines(property)) return property;
  return {
    ...property,
    type: 'enumeration',
    options: PIPELINE_PROPERTIES.includes(property.name) ? pipelines : stages,
  };
}

async function optional<T>(promise: Promise<T>, onError?: (error: ImporterError) => void): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (isAbort(error)) throw error;
    if (error instanceof ImporterError) onError?.(error);
    return null;
  }
}
