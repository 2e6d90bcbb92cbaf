import { ACCOUNT } from './account.js';
import { BOAT_PROPERTIES, PRODUCT_PROPERTIES } from './properties/products.js';
import { COMPANY_PROPERTIES } from './properties/companies.js';
import { CONTACT_PROPERTIES } from './properties/contacts.js';
import { DEAL_PROPERTIES, TICKET_PROPERTIES } from './properties/deals.js';
import { generatedProperties, type PropertyDefinition, type PropertyGroup } from './properties/property.js';
import { DEAL_PIPELINES, type Pipeline, TICKET_PIPELINES } from './pipelines.js';

/**
 * One object type of the account. The tables are the stand-in's own on purpose: one that shared the importer's could not
 * find fault with them.
 */
export interface AccountObject {
  readonly id: string;
  /** As HubSpot's paths spell it; a custom object's is its short name. */
  readonly name: string;
  /** As errors and the old spelling of requests name it. */
  readonly enumName: string;
  readonly singular: string;
  readonly plural: string;
  /** Identify a record besides the record id and properties with unique values (knowledge base, "Format import files"). */
  readonly identifiers: readonly string[];
  /** Needed to create a record, one of each group (the same page). */
  readonly required: readonly (readonly string[])[];
  readonly properties: ReadonlyMap<string, PropertyDefinition>;
  readonly groups: readonly PropertyGroup[];
  readonly pipelines: readonly Pipeline[];
  /** The properties that hold pipeline and stage; null where there are none. */
  readonly stages: { readonly pipeline: string; readonly stage: string } | null;
}

type Facts = Omit<AccountObject, 'properties' | 'groups' | 'pipelines' | 'stages'> & {
  readonly definitions: readonly PropertyDefinition[];
} & Partial<Pick<AccountObject, 'pipelines' | 'stages'>>;

const FACTS: readonly Facts[] = [
  {
    id: '0-1',
    name: 'contacts',
    enumName: 'CONTACT',
    singular: 'Contact',
    plural: 'Contacts',
    identifiers: ['email'],
    // The knowledge base asks for an email address; that a name is enough is said by others (inferred).
    required: [['email', 'firstname', 'lastname']],
    definitions: CONTACT_PROPERTIES,
  },
  {
    id: '0-2',
    name: 'companies',
    enumName: 'COMPANY',
    singular: 'Company',
    plural: 'Companies',
    identifiers: ['domain'],
    required: [['name', 'domain']],
    definitions: COMPANY_PROPERTIES,
  },
  {
    id: '0-3',
    name: 'deals',
    enumName: 'DEAL',
    singular: 'Deal',
    plural: 'Deals',
    identifiers: [],
    required: [['dealname'], ['pipeline'], ['dealstage']],
    definitions: DEAL_PROPERTIES,
    pipelines: DEAL_PIPELINES,
    stages: { pipeline: 'pipeline', stage: 'dealstage' },
  },
  {
    id: '0-5',
    name: 'tickets',
    enumName: 'TICKET',
    singular: 'Ticket',
    plural: 'Tickets',
    identifiers: [],
    required: [['subject'], ['hs_pipeline'], ['hs_pipeline_stage']],
    definitions: TICKET_PROPERTIES,
    pipelines: TICKET_PIPELINES,
    stages: { pipeline: 'hs_pipeline', stage: 'hs_pipeline_stage' },
  },
  {
    id: '0-7',
    name: 'products',
    enumName: 'PRODUCT',
    singular: 'Product',
    plural: 'Products',
    identifiers: ['hs_sku'],
    required: [['name']],
    definitions: PRODUCT_PROPERTIES,
  },
  {
    id: '2-1234567',
    name: 'boats',
    enumName: 'CUSTOM_OBJECT',
    singular: 'Boat',
    plural: 'Boats',
    identifiers: [],
    required: [['hull_number']],
    definitions: BOAT_PROPERTIES,
  },
];

/** The objects of the account; contacts get `extraProperties` generated ones on top. */
export function createObjects(extraProperties: number): readonly AccountObject[] {
  return FACTS.map(({ definitions, ...facts }) => {
    const all = facts.id === '0-1' ? [...definitions, ...generatedProperties(extraProperties)] : definitions;
    return {
      pipelines: [],
      stages: null,
      ...facts,
      properties: new Map(all.map((definition) => [definition.name, definition])),
      groups: [...new Set(all.map(({ groupName }) => groupName))].map((name, displayOrder) => ({
        name,
        label: toLabel(name),
        displayOrder,
        archived: false,
      })),
    };
  });
}

/** Finds by id, name, singular, old spelling or full name, in any case: HubSpot takes "the id or the name" (imports guide). */
export function findObject(objects: readonly AccountObject[], wanted: string): AccountObject | undefined {
  const lower = wanted.toLowerCase();
  return objects.find(({ id, name, singular, enumName }) => {
    const names = [id, name, singular.toLowerCase(), fullName(name).toLowerCase()];
    return names.includes(lower) || (enumName !== 'CUSTOM_OBJECT' && enumName.toLowerCase() === lower);
  });
}

/** The full name of a custom object: `p`, the portal, its short name. */
export const fullName = (name: string): string => `p${ACCOUNT.portalId}_${name}`;

/** True when a value of the property belongs to one record alone. */
export const isIdentifier = (object: AccountObject, property: string): boolean =>
  object.identifiers.includes(property) || object.properties.get(property)?.hasUniqueValue === true;

const toLabel = (name: string): string => {
  const words = name
    .replaceAll('_', ' ')
    .replace(/information$/, ' information')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
