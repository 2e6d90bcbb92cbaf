import {
  Enablement,
  LabelList,
  OwnerPage,
  PipelineList,
  readProperties,
  SchemaList,
  toOwners,
} from '../core/answers.js';
import { type Account, allowancesOf, type AssociationFacts, type ObjectFacts } from '../core/account.js';
import { ImporterError, isAbort } from '../core/errors.js';
import type { Owner, Property } from '../core/hubspot.js';
import { isCustom, MARKETING_EVENT, type ObjectType } from '../core/objects.js';
import { AnyJson } from './http.js';
import type { HubSpotClient } from './hubspot.js';

/** Owners beyond this many are not read; then owners are not checked. */
const MOST_OWNERS = 5000;

/** What is to be known of the account. */
export interface AccountQuestion {
  readonly objectTypes: readonly ObjectType[];
  /** Definitions that the page supplies for an object type; null to ask for them. */
  given(objectTypeId: string): readonly Property[] | null;
  /** Whether the person may choose among all objects, the account's own ones too. */
  readonly listsCustomObjects: boolean;
}

/**
 * Reads property definitions, and what their values refer to: owners, pipelines and association labels. Every part is
 * optional.
 *
 * @param known What was read before; its objects are not asked for again.
 * @throws Only an `AbortError`.
 */
export async function readAccount(
  client: HubSpotClient,
  question: AccountQuestion,
  known: Account | null,
  signal: AbortSignal,
): Promise<Account> {
  const { objectTypes, listsCustomObjects } = question;
  const isKnown = (type: ObjectType): boolean => knownFacts(known, type) !== null;
  const needsSchemas = listsCustomObjects || objectTypes.some((type) => isCustom(type) && !isKnown(type));
  const schemas = known?.customObjects ?? (needsSchemas ? await optional(readSchemas(client, signal)) : null);
  const types = distinct(objectTypes.map((type) => schemaOf(type, schemas)));
  const pairs = types.flatMap(({ objectType: from }) =>
    types.map(({ objectType: to }) => [from, to] as const),
  );
  const asksWhatIsOn = listsCustomObjects || objectTypes.some(({ isOptional }) => isOptional);
  const isOnKnown = known !== null && listsCustomObjects;
  const [objects, owners, associations, allowances, off] = await Promise.all([
    Promise.all(
      types.map(
        async (type) => knownFacts(known, type.objectType) ?? readObject(client, type, question, signal),
      ),
    ),
    known === null ? optional(readOwners(client, signal)) : known.owners,
    Promise.all(pairs.map(([from, to]) => readLabels(client, from, to, known, signal))),
    optional(client.allowances(signal)),
    isOnKnown || !asksWhatIsOn ? null : optional(readSwitchedOff(client, signal)),
  ]);
  return {
    objects,
    owners,
    associations: associations.filter((one) => one !== null),
    switchedOff: (isOnKnown ? known?.switchedOff : off) ?? [],
    customObjects: listsCustomObjects ? schemas : null,
    allowances: allowances ?? allowancesOf(undefined),
  };
}

const knownFacts = (known: Account | null, { id, name }: ObjectType): ObjectFacts | null =>
  known?.objects.find(({ objectType }) => objectType.id === id || objectType.name === name) ?? null;

type Named = Pick<ObjectFacts, 'objectType' | 'labels'>;

/** An object may have been asked for by its id and by its name. */
const distinct = (types: readonly Named[]): readonly Named[] =>
  types.filter(
    ({ objectType }, at) => types.findIndex((other) => other.objectType.id === objectType.id) === at,
  );

async function readObject(
  client: HubSpotClient,
  { objectType, labels }: Named,
  question: AccountQuestion,
  signal: AbortSignal,
): Promise<ObjectFacts> {
  let failure: ImporterError | null = null;
  const onError = (error: ImporterError): void => {
    failure = error;
  };
  // Taking part in an event has times, no properties.
  const given = objectType.id === MARKETING_EVENT ? [] : question.given(objectType.id);
  const properties = given ?? (await optional(readPropertyList(client, objectType.id, signal), onError));
  if (!properties?.some(needsPipelines)) return { objectType, labels, properties, failure };
  const options = await optional(readStages(client, objectType.id, signal));
  const filled = options === null ? properties : properties.map((property) => fill(property, options));
  return { objectType, labels, properties: filled, failure };
}

async function readPropertyList(
  client: HubSpotClient,
  objectTypeId: string,
  signal: AbortSignal,
): Promise<readonly Property[]> {
  const properties = readProperties(
    await client.get(client.paths.properties(objectTypeId), AnyJson, signal, 'short'),
  );
  if (properties !== null) return properties;
  throw new ImporterError('response-unexpected', { status: 200, contentType: 'application/json' });
}

/** A custom object as its schema names it: id, labels, required properties. */
interface Schema extends Named {
  readonly names: readonly string[];
}

async function readSchemas(client: HubSpotClient, signal: AbortSignal): Promise<readonly Schema[]> {
  const { results } = await client.get(client.paths.schemas, SchemaList, signal, 'short');
  return results.map((schema) => {
    const { singular = schema.labels.plural, plural = singular } = schema.labels;
    return {
      names: [schema.objectTypeId, schema.name, schema.fullyQualifiedName],
      objectType: {
        id: schema.objectTypeId,
        name: schema.name === '' ? schema.objectTypeId : schema.name,
        identifiers: [],
        required: schema.requiredProperties.map((property) => [property]),
        createsOnly: false,
        isOptional: false,
        tiedTo: [],
      },
      labels: plural === undefined || singular === undefined ? null : { singular, plural },
    };
  });
}

/** Custom objects may be asked for by name; their schema gives the id, the label and the required properties. */
function schemaOf(type: ObjectType, schemas: readonly (Named | Schema)[] | null): Named {
  const wanted = type.id.toLowerCase();
  const found = schemas?.find((schema) => {
    const names = 'names' in schema ? schema.names : [schema.objectType.id, schema.objectType.name];
    return names.some((name) => name.toLowerCase() === wanted);
  });
  return found === undefined
    ? { objectType: type, labels: null }
    : { objectType: found.objectType, labels: found.labels };
}

async function readSwitchedOff(client: HubSpotClient, signal: AbortSignal): Promise<readonly string[]> {
  const { enablementByObjectTypeId } = await client.get(client.paths.enablement, Enablement, signal, 'short');
  return Object.entries(enablementByObjectTypeId).flatMap(([id, isOn]) => (isOn ? [] : [id]));
}

async function readOwners(client: HubSpotClient, signal: AbortSignal): Promise<readonly Owner[] | null> {
  const owners: Owner[] = [];
  const seen = new Set<string>();
  for (let after: string | undefined; owners.length < MOST_OWNERS;) {
    const query = new URLSearchParams({ limit: '100', ...(after !== undefined && { after }) });
    const page = await client.get(`${client.paths.owners}?${query}`, OwnerPage, signal, 'short');
    owners.push(...toOwners(page));
    after = page.paging?.next?.after;
    if (after === undefined) return owners;
    if (seen.has(after)) return null; // the pages go round in a circle
    seen.add(after);
  }
  return null;
}

async function readLabels(
  client: HubSpotClient,
  from: ObjectType,
  to: ObjectType,
  known: Account | null,
  signal: AbortSignal,
): Promise<AssociationFacts | null> {
  const place = { fromObjectTypeId: from.id, toObjectTypeId: to.id };
  const before = known?.associations.find(
    ({ fromObjectTypeId, toObjectTypeId }) => fromObjectTypeId === from.id && toObjectTypeId === to.id,
  );
  if (before !== undefined) return before;
  const answer = await optional(client.get(client.paths.labels(from.id, to.id), LabelList, signal, 'short'));
  if (answer === null) return null;
  return {
    ...place,
    types: answer.results.map(({ typeId, category, label }) => ({ typeId, category, label })),
  };
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
  const { results } = await client.get(client.paths.pipelines(objectTypeId), PipelineList, signal, 'short');
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
    readOnlyOptions: true,
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
