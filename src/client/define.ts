import * as z from 'zod/mini';
import { PropertyGroupList, readProperties } from '../core/answers.js';
import { ImporterError } from '../core/errors.js';
import type { Property } from '../core/hubspot.js';
import { type NewProperty, toDefinition } from '../core/new-property.js';
import { foldValue } from '../core/words.js';
import { AnyJson } from './http.js';
import type { HubSpotClient } from './hubspot.js';

/** A group of properties: internal name and label. */
export interface PropertyGroup {
  readonly name: string;
  readonly label: string;
}

/** The groups that an object's properties are listed in (properties specification). */
export async function readGroups(
  client: HubSpotClient,
  objectTypeId: string,
  signal?: AbortSignal,
): Promise<readonly PropertyGroup[]> {
  const { results } = await client.get(
    client.paths.propertyGroups(objectTypeId),
    PropertyGroupList,
    signal,
    'short',
  );
  return results.flatMap(({ name, label, archived }) =>
    archived === true ? [] : [{ name, label: label === null || label === '' ? name : label }],
  );
}

/**
 * Creates a property in the account, once.
 *
 * @throws {ImporterError} `import-rejected` with HubSpot's sentence, `import-forbidden`, `network` …
 */
export async function createProperty(client: HubSpotClient, property: NewProperty): Promise<Property> {
  const path = client.paths.properties(property.objectTypeId);
  return toProperty(await client.write('POST', path, toDefinition(property), AnyJson));
}

const Present = z.looseObject({
  options: z._default(
    z.array(
      z.looseObject({
        label: z.string(),
        value: z.string(),
        hidden: z.optional(z.nullable(z.boolean())),
        description: z.optional(z.nullable(z.string())),
      }),
    ),
    [],
  ),
});

/**
 * Adds options to a property, behind those it has: HubSpot puts the list that is sent in the place of the present one
 * (inferred), so that one is read first and goes along unchanged.
 *
 * @param labels Those that are there already, in any case, are passed over.
 * @throws {ImporterError} as `createProperty`
 */
export async function addOptions(
  client: HubSpotClient,
  objectTypeId: string,
  name: string,
  labels: readonly string[],
): Promise<Property> {
  const path = client.paths.property(objectTypeId, name);
  const present = await client.get(path, Present, undefined, 'short');
  const known = new Set(present.options.flatMap(({ label, value }) => [foldValue(label), foldValue(value)]));
  const kept = present.options.map(({ label, value, hidden, description }) => ({
    label,
    value,
    hidden: hidden ?? false,
    ...(description != null && { description }),
  }));
  const added = labels
    .filter((label) => !known.has(foldValue(label)))
    .map((label) => ({ label, value: label, hidden: false }));
  const options = [...kept, ...added].map((option, displayOrder) => ({ ...option, displayOrder }));
  return toProperty(await client.write('PATCH', path, { options }, AnyJson));
}

function toProperty(answer: unknown): Property {
  const [property] = readProperties([answer]) ?? [];
  if (property !== undefined) return property;
  throw new ImporterError('response-unexpected', { status: 200, contentType: 'application/json' });
}
