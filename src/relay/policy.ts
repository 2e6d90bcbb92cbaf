import * as z from 'zod/mini';
import { LIMITS, type Operation, OPERATIONS } from '../core/hubspot.js';
import { findObjectType } from '../core/objects.js';
import { Refusal } from './refusal.js';

/**
 * Who a person is and what they may import. Object types and operations that are left out are not limited; what reaches
 * beyond the records of an import (marketing status, lists, properties, imports of others) is off unless it is said.
 */
export interface Policy {
  /** Stable and unique for the person, such as a user id. Imports and repeats are told apart by it. */
  readonly subject: string;
  /** The HubSpot account, when the relay serves several: handed to `accessToken`, and keeps their imports apart. */
  readonly account?: string | undefined;
  /** Ids or names, `['0-1', 'companies', '2-1234567']`; a custom object is allowed as it is spelt here. Default all. */
  readonly objectTypes?: readonly string[] | undefined;
  /** Default all. */
  readonly operations?: readonly Operation[] | undefined;
  /** Whether `marketableContactImport` may be sent, which can change what HubSpot charges. Default false. */
  readonly marketing?: boolean | undefined;
  /** Whether `createContactListFromImport` may be true. Default false. */
  readonly lists?: boolean | undefined;
  /** Whether properties may be created and options added to them, for the object types allowed. Default false. */
  readonly properties?: boolean | undefined;
  /** Bytes of one file. Default and most: HubSpot's 512 MB. */
  readonly maxBytes?: number | undefined;
  /** Files of one import. Default 5. */
  readonly maxFiles?: number | undefined;
  /**
   * Which imports can be listed, read and cancelled: those this person started here, or all that HubSpot shows
   * the app. Default `own`.
   */
  readonly imports?: 'own' | 'all' | undefined;
}

const name = z.string().check(z.minLength(1), z.maxLength(500));

// Strict, so that a limit with a misspelt name is an error and not a limit less.
const policySchema = z.strictObject({
  subject: name,
  account: z.optional(name),
  objectTypes: z.optional(z.array(name)),
  operations: z.optional(z.array(z.enum(OPERATIONS))),
  marketing: z.optional(z.boolean()),
  lists: z.optional(z.boolean()),
  properties: z.optional(z.boolean()),
  maxBytes: z.optional(z.int().check(z.positive())),
  maxFiles: z.optional(z.int().check(z.positive())),
  imports: z.optional(z.enum(['own', 'all'])),
});

/**
 * Reads a policy from outside: the host's `authorize`, or a ticket.
 *
 * @throws a schema error when it is none
 */
export function readPolicy(value: unknown): Policy {
  return policySchema.parse(value);
}

/** What the ticket is good for, so that the element offers nothing else. Words of this project's own, with spaces between. */
export function scopeOf({ marketing, lists, properties }: Policy): string {
  const extras = Object.entries({ marketing, lists, properties });
  return ['imports', ...extras.flatMap(([word, isAllowed]) => (isAllowed === true ? [word] : []))].join(' ');
}

/** Most bytes of one file under a policy. */
export function fileBytes(policy: Policy): number {
  return Math.min(policy.maxBytes ?? LIMITS.bytes, LIMITS.bytes);
}

/**
 * Refuses an object type that a policy does not name.
 *
 * @throws {Refusal} 403 `object-type`
 */
export function checkObjectType(idOrName: string, policy: Policy): void {
  if (policy.objectTypes === undefined) return;
  if (policy.objectTypes.some((allowed) => typeId(allowed) === typeId(idOrName))) return;
  throw new Refusal(403, 'object-type', 'You may not import this type of record.');
}

/** One spelling for each object type, to compare by. */
export function typeId(idOrName: string): string {
  return (findObjectType(idOrName)?.id ?? '').toLowerCase();
}
