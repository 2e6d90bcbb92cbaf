import type { ImporterError } from './errors.js';
import type { ObjectType, Owner, Property } from './hubspot.js';

/** What the account says about one object type. A part that could not be read is null, and is then not checked. */
export interface AccountFacts {
  readonly objectType: ObjectType;
  /** Names of the objects as the account writes them; null for standard ones, whose names the messages know. */
  readonly labels: { readonly singular: string; readonly plural: string } | null;
  readonly properties: readonly Property[] | null;
  readonly owners: readonly Owner[] | null;
  /** Why the properties could not be read; null when they could, or when the page supplied them. */
  readonly failure: ImporterError | null;
}
