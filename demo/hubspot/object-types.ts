import { ACCOUNT } from './account.js';

/** What HubSpot calls a kind of record. */
export interface ObjectType {
  /** `0-1`, `2-1234567`; for a type whose id HubSpot does not list, its singular name. */
  readonly id: string;
  /** As HubSpot's paths spell it; a custom object's is its short name. */
  readonly name: string;
  /** As errors and the old spelling of requests name it; seen for the oldest objects, for the others inferred. */
  readonly enumName: string;
  readonly singular: string;
  readonly plural: string;
}

/** The names of a standard object, from its singular: `line item` gives `LINE_ITEM`, `line_items`, `Line item`. */
export function standardType(id: string, singular: string, plural = `${singular}s`): ObjectType {
  const snake = (text: string): string => text.replaceAll(' ', '_');
  return {
    id,
    name: snake(plural),
    enumName: snake(singular).toUpperCase(),
    singular: capital(singular),
    plural: capital(plural),
  };
}

/** The full name of a custom object: `p`, the portal, its short name. */
export const fullName = (name: string): string => `p${ACCOUNT.portalId}_${name}`;

/** Finds by id, name, singular, old spelling or full name, in any case: HubSpot takes "the id or the name" (imports guide). */
export function findType<T extends ObjectType>(types: readonly T[], wanted: string): T | undefined {
  const lower = wanted.toLowerCase();
  return types.find(({ id, name, singular, enumName }) => {
    const names = [id, name, singular.toLowerCase(), fullName(name)];
    return names.includes(lower) || (enumName !== 'CUSTOM_OBJECT' && enumName.toLowerCase() === lower);
  });
}

/** Types that are never imported but have associations with those that are (association type tables). */
export const OTHER_TYPES: readonly ObjectType[] = [
  standardType('0-14', 'quote'),
  standardType('0-19', 'feedback submission'),
  standardType('0-53', 'invoice'),
  standardType('0-69', 'subscription'),
  standardType('0-74', 'goal'),
  standardType('0-84', 'discount'),
  standardType('0-85', 'fee'),
  standardType('0-86', 'tax', 'taxes'),
  standardType('0-101', 'payment'),
  standardType('0-970', 'project'),
  ...['abandoned cart', 'conversation', 'deal split', 'discount code', 'payment link', 'quote template'].map(
    (singular) => standardType(singular.replaceAll(' ', '_'), singular),
  ),
  standardType('thread', 'thread'),
];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
