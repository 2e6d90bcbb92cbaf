import type { AssociationType } from './associations.js';
import type { LinkBefore } from './links.js';
import type { AccountObject } from './objects.js';
import type { Kept, Participation, RecordKey, Shelves } from './records.js';

/** The writes of one import, which can be taken back. */
export interface Journal {
  /**
   * @param at now, in ISO 8601
   * @returns the new record's id
   */
  create(object: AccountObject, values: Readonly<Record<string, string>>, at: string, id?: string): string;
  update(object: AccountObject, id: string, values: Readonly<Record<string, string>>, at: string): void;
  /** @returns false when the two were tied like that before */
  associate(from: RecordKey, to: RecordKey, type: AssociationType | null): boolean;
  /** @returns false when the contact did the same at the same time before */
  participate(eventId: string, participation: Participation): boolean;
  hasMade(id: string): boolean;
  /** Removes what was created and restores what was changed; what was written since to the same records is lost with it. */
  revert(): void;
}

export function createJournal(shelves: Shelves): Journal {
  const { identities, links, participations } = shelves;
  const made = new Map<string, Kept>();
  const valuesBefore = new Map<Kept, Readonly<Record<string, string>>>();
  const linksBefore: LinkBefore[] = [];
  const taken: (readonly [eventId: string, key: string])[] = [];

  /** Another import may have been reverted meanwhile, and its records with it. */
  const isThere = ({ object, id }: RecordKey): boolean => shelves.recordsOf(object.id).has(id);
  const replace = (record: Kept, properties: Readonly<Record<string, string>>): void => {
    const { object, id } = record;
    for (const [name, value] of Object.entries(record.properties)) {
      if (properties[name] !== value) identities.remove(object, id, name, value);
    }
    for (const [name, value] of Object.entries(properties)) {
      if (record.properties[name] !== value) identities.add(object, id, name, value);
    }
    record.properties = properties;
  };

  return {
    create(object, values, at, id = shelves.nextId()) {
      const created = object.properties.has('hs_createdate') ? 'hs_createdate' : 'createdate';
      const record: Kept = { object, id, properties: {} };
      replace(record, { hs_object_id: id, [created]: at, ...changed(object, {}, values, at) });
      shelves.recordsOf(object.id).set(id, record);
      made.set(id, record);
      return id;
    },
    update(object, id, values, at) {
      const record = shelves.recordsOf(object.id).get(id);
      if (record === undefined) return;
      if (!made.has(id) && !valuesBefore.has(record)) valuesBefore.set(record, record.properties);
      replace(record, changed(object, record.properties, values, at));
    },
    associate(from, to, type) {
      const before = links.tie(from, to, type);
      linksBefore.push(...before.filter((end) => !made.has(end.from.id) && !made.has(end.to.id)));
      return before.length > 0;
    },
    participate(eventId, participation) {
      const ofEvent = participations.get(eventId) ?? new Map<string, Participation>();
      const key = Object.values(participation).join(' ');
      if (ofEvent.has(key)) return false;
      participations.set(eventId, ofEvent.set(key, participation));
      taken.push([eventId, key]);
      return true;
    },
    hasMade: (id) => made.has(id),
    revert() {
      for (const before of linksBefore.toReversed()) {
        if (isThere(before.from) && isThere(before.to)) links.restore(before);
      }
      for (const record of made.values()) {
        links.removeAll(record.id);
        replace(record, {});
        shelves.recordsOf(record.object.id).delete(record.id);
      }
      for (const [record, values] of valuesBefore) if (isThere(record)) replace(record, values);
      for (const [eventId, key] of taken) participations.get(eventId)?.delete(key);
      for (const ofEvent of participations.values()) {
        for (const [key, { contactId }] of ofEvent) if (made.has(contactId)) ofEvent.delete(key);
      }
    },
  };
}

/** The values after a write; a leading `;` adds options to those the record has. */
function changed(
  object: AccountObject,
  kept: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
  at: string,
): Readonly<Record<string, string>> {
  const appended = Object.entries(values)
    .filter(([name, value]) => value.startsWith(';') && object.properties.get(name)?.fieldType === 'checkbox')
    .map(([name, value]) => [name, append(kept[name], value)]);
  const modified = object.id === '0-1' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
  return { ...kept, ...values, ...Object.fromEntries(appended), [modified]: at };
}

function append(kept: string | undefined, added: string): string {
  const values = [...(kept?.split(';') ?? []), ...added.split(';')].filter((value) => value !== '');
  return [...new Set(values)].join(';');
}
