import type { AssociationType } from './associations.js';
import { createIdentities, type Identities } from './identities.js';
import { createLinks, type Links } from './links.js';
import { createJournal, type Journal } from './journal.js';
import type { AccountObject } from './objects.js';

/** A record of the account. Values are text, as HubSpot's object APIs answer them. */
export interface StoredRecord {
  readonly id: string;
  readonly objectTypeId: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Associated records, by their object type. */
  readonly associations: Readonly<Record<string, readonly Association[]>>;
  /** Who took part, on marketing events only. */
  readonly participations?: readonly Participation[];
}

/** Another record, and as what this one is tied to it: the types of this direction. */
export interface Association {
  readonly id: string;
  readonly types: readonly AssociationType[];
}

/** A contact's part in a marketing event. */
export interface Participation {
  readonly contactId: string;
  readonly type: 'REGISTERED' | 'JOINED' | 'LEFT' | 'CANCELLED';
  /** UTC in ISO 8601. */
  readonly at: string;
}

/** A record by its object type and id. */
export interface RecordKey {
  readonly object: AccountObject;
  readonly id: string;
}

/** A record as it is kept; values are replaced as a whole, so that what was there before can be held on to. */
export interface Kept extends RecordKey {
  properties: Readonly<Record<string, string>>;
}

/** All records of the account, found by id or by a value that identifies them. Kept in memory. */
export interface RecordStore {
  list(objectTypeId: string): readonly StoredRecord[];
  /** Values of a record; undefined when there is none. */
  valuesOf(object: AccountObject, id: string): Readonly<Record<string, string>> | undefined;
  /** Ids of the records that have the value; more than one only where HubSpot lets an identifier repeat: domains. */
  idsWith(object: AccountObject, property: string, value: string): readonly string[];
  /** Opens a book for the writes of one import. */
  openJournal(): Journal;
}

/** What journals write into. */
export interface Shelves {
  readonly identities: Identities;
  readonly links: Links;
  /** By the event's record id, then by all that they say. */
  readonly participations: Map<string, Map<string, Participation>>;
  recordsOf(objectTypeId: string): Map<string, Kept>;
  nextId(): string;
}

export function createRecordStore(): RecordStore {
  const byObject = new Map<string, Map<string, Kept>>();
  let lastId = 1000;
  const shelves: Shelves = {
    identities: createIdentities(),
    links: createLinks(),
    participations: new Map(),
    recordsOf(objectTypeId) {
      const known = byObject.get(objectTypeId) ?? new Map<string, Kept>();
      byObject.set(objectTypeId, known);
      return known;
    },
    // No two records of the account share an id, whatever their type.
    nextId: () => String((lastId += 1)),
  };
  const show = ({ id, object, properties }: Kept): StoredRecord => {
    const participations = shelves.participations.get(id);
    return {
      id,
      objectTypeId: object.id,
      properties,
      associations: shelves.links.of(id),
      ...(participations !== undefined && { participations: [...participations.values()] }),
    };
  };

  return {
    list: (objectTypeId) => [...shelves.recordsOf(objectTypeId).values()].map(show),
    valuesOf: (object, id) => shelves.recordsOf(object.id).get(id)?.properties,
    idsWith: shelves.identities.find,
    openJournal: () => createJournal(shelves),
  };
}
