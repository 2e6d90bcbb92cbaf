import { type AccountObject, isIdentifier } from './objects.js';

/** A record of the account. Values are text, as HubSpot's object APIs answer them. */
export interface StoredRecord {
  readonly id: string;
  readonly objectTypeId: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Ids of associated records, by their object type. */
  readonly associations: Readonly<Record<string, readonly string[]>>;
}

interface Stored {
  readonly id: string;
  readonly objectTypeId: string;
  readonly properties: Record<string, string>;
  readonly associations: Record<string, string[]>;
}

/** All records of the account, found by id or by a value that identifies them. Kept in memory. */
export interface RecordStore {
  list(objectTypeId: string): readonly StoredRecord[];
  get(object: AccountObject, id: string): StoredRecord | undefined;
  /** Ids of the records that have the value; more than one only where HubSpot lets an identifier repeat: domains. */
  idsWith(object: AccountObject, property: string, value: string): readonly string[];
  /**
   * @param at now, in ISO 8601
   * @returns the new record's id; no two records of the account share one, whatever their type
   */
  create(object: AccountObject, values: Readonly<Record<string, string>>, at: string): string;
  update(object: AccountObject, id: string, values: Readonly<Record<string, string>>, at: string): void;
  associate(from: { object: AccountObject; id: string }, to: { object: AccountObject; id: string }): void;
}

export function createRecordStore(): RecordStore {
  const byObject = new Map<string, Map<string, Stored>>();
  /** By `object property`, then by value in lower case: the id, or the ids where there are several. */
  const identified = new Map<string, Map<string, string | readonly string[]>>();
  let lastId = 0;

  const recordsOf = (objectTypeId: string): Map<string, Stored> => {
    const known = byObject.get(objectTypeId);
    if (known !== undefined) return known;
    const made = new Map<string, Stored>();
    byObject.set(objectTypeId, made);
    return made;
  };
  const indexOf = (object: AccountObject, property: string): Map<string, string | readonly string[]> => {
    const key = `${object.id} ${property}`;
    const known = identified.get(key);
    if (known !== undefined) return known;
    const made = new Map<string, string | readonly string[]>();
    identified.set(key, made);
    return made;
  };
  const idsWith = (object: AccountObject, property: string, value: string): readonly string[] => {
    const ids = indexOf(object, property).get(value.toLowerCase()) ?? [];
    return typeof ids === 'string' ? [ids] : ids;
  };

  const write = (
    object: AccountObject,
    record: Stored,
    values: Readonly<Record<string, string>>,
    at: string,
  ): void => {
    for (const [property, value] of Object.entries(values)) {
      if (isIdentifier(object, property)) reindex(object, record, property, value);
      const kept = record.properties[property];
      record.properties[property] =
        value.startsWith(';') && isMulti(object, property) ? append(kept, value) : value;
    }
    record.properties[object.id === '0-1' ? 'lastmodifieddate' : 'hs_lastmodifieddate'] = at;
  };
  const reindex = (object: AccountObject, record: Stored, property: string, value: string): void => {
    const index = indexOf(object, property);
    const before = record.properties[property];
    if (before !== undefined) {
      const others = idsWith(object, property, before).filter((id) => id !== record.id);
      index.set(before.toLowerCase(), others);
    }
    const ids = idsWith(object, property, value);
    index.set(value.toLowerCase(), ids.length === 0 ? record.id : [...ids, record.id]);
  };
  const link = (record: Stored | undefined, objectTypeId: string, id: string): void => {
    if (record === undefined) return;
    const ids = (record.associations[objectTypeId] ??= []);
    if (!ids.includes(id)) ids.push(id);
  };

  return {
    list: (objectTypeId) => [...recordsOf(objectTypeId).values()],
    get: (object, id) => recordsOf(object.id).get(id),
    idsWith,
    create(object, values, at) {
      lastId += 1;
      const id = String(1000 + lastId);
      const created = object.properties.has('hs_createdate') ? 'hs_createdate' : 'createdate';
      const properties = { hs_object_id: id, [created]: at };
      const record: Stored = { id, objectTypeId: object.id, properties, associations: {} };
      recordsOf(object.id).set(id, record);
      write(object, record, values, at);
      return id;
    },
    update(object, id, values, at) {
      const record = recordsOf(object.id).get(id);
      if (record !== undefined) write(object, record, values, at);
    },
    associate(from, to) {
      link(recordsOf(from.object.id).get(from.id), to.object.id, to.id);
      link(recordsOf(to.object.id).get(to.id), from.object.id, from.id);
    },
  };
}

const isMulti = (object: AccountObject, property: string): boolean =>
  object.properties.get(property)?.fieldType === 'checkbox';

/** A leading `;` adds options to those the record has. */
function append(kept: string | undefined, added: string): string {
  const values = [...(kept?.split(';') ?? []), ...added.split(';')].filter((value) => value !== '');
  return [...new Set(values)].join(';');
}
