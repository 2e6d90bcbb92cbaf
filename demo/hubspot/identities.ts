import { type AccountObject, isIdentifier } from './objects.js';

/** Which records have a value that identifies them. */
export interface Identities {
  /** Ids by a value, in any case: as the first address or domain of a record, or as one of its others. */
  find(object: AccountObject, property: string, value: string): readonly string[];
  add(object: AccountObject, id: string, property: string, value: string): void;
  remove(object: AccountObject, id: string, property: string, value: string): void;
}

/** Properties that hold further values of an identifier, joined by `;`. */
export const OTHERS_OF: Readonly<Record<string, string>> = {
  email: 'hs_additional_emails',
  domain: 'hs_additional_domains',
};

export function createIdentities(): Identities {
  /** By `object property`, then by value in lower case: the id, or the ids where there are several. */
  const indexes = new Map<string, Map<string, string | readonly string[]>>();

  const indexOf = (object: AccountObject, property: string): Map<string, string | readonly string[]> => {
    const key = `${object.id} ${property}`;
    const index = indexes.get(key) ?? new Map<string, string | readonly string[]>();
    indexes.set(key, index);
    return index;
  };
  const find = (object: AccountObject, property: string, value: string): readonly string[] => {
    const ids = indexOf(object, property).get(value.toLowerCase()) ?? [];
    return typeof ids === 'string' ? [ids] : ids;
  };
  /** The index and the values that a property stands for; null when it identifies nothing. */
  const keysOf = (object: AccountObject, property: string, value: string) => {
    if (isIdentifier(object, property)) return { property, values: [value] };
    const first = object.identifiers.find((name) => OTHERS_OF[name] === property);
    return first === undefined ? null : { property: first, values: splitValues(value) };
  };

  return {
    find,
    add(object, id, name, text) {
      const keys = keysOf(object, name, text);
      for (const value of keys?.values ?? []) {
        const ids = find(object, keys?.property ?? '', value);
        if (ids.includes(id)) continue;
        indexOf(object, keys?.property ?? '').set(value.toLowerCase(), ids.length === 0 ? id : [...ids, id]);
      }
    },
    remove(object, id, name, text) {
      const keys = keysOf(object, name, text);
      for (const value of keys?.values ?? []) {
        const ids = find(object, keys?.property ?? '', value).filter((other) => other !== id);
        indexOf(object, keys?.property ?? '').set(value.toLowerCase(), ids);
      }
    },
  };
}

/** The parts of a value with several, without blanks. */
export const splitValues = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
