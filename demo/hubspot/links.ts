import { type AssociationType, inverseOf, isSingle, plainType } from './associations.js';
import type { Association, RecordKey } from './records.js';

/** Who is tied to whom, and as what. Both directions are written, each with its own types. */
export interface Links {
  of(id: string): Readonly<Record<string, readonly Association[]>>;
  /**
   * Ties two records, with the plain type and, if given, another one.
   *
   * @returns the ends that changed, each with its types before, so that they can be restored; none when nothing was new
   */
  tie(from: RecordKey, to: RecordKey, type: AssociationType | null): readonly LinkBefore[];
  restore(before: LinkBefore): void;
  /** Takes a record's associations away, at both ends. */
  removeAll(id: string): void;
}

/** One end of an association as it was; no types when it was not. */
export interface LinkBefore {
  readonly from: RecordKey;
  readonly to: RecordKey;
  readonly types: readonly AssociationType[];
}

const distinct = (types: readonly (AssociationType | undefined)[]): AssociationType[] => [
  ...new Set(types.filter((type) => type !== undefined)),
];

export function createLinks(): Links {
  /** By a record's id, then by the other's object type and id. */
  const links = new Map<string, Map<string, Map<string, readonly AssociationType[]>>>();
  /** Most records are tied without a label: one list for all of them. */
  const alone = new Map<AssociationType, readonly AssociationType[]>();

  const typesOf = (from: RecordKey, to: RecordKey): readonly AssociationType[] =>
    links.get(from.id)?.get(to.object.id)?.get(to.id) ?? [];
  const write = (from: RecordKey, to: RecordKey, types: readonly AssociationType[]): void => {
    const ofRecord = links.get(from.id) ?? new Map<string, Map<string, readonly AssociationType[]>>();
    const ofType = ofRecord.get(to.object.id) ?? new Map<string, readonly AssociationType[]>();
    const [first] = types;
    if (first === undefined) ofType.delete(to.id);
    else ofType.set(to.id, types.length > 1 ? types : listOf(first));
    links.set(from.id, ofRecord.set(to.object.id, ofType));
  };
  const listOf = (type: AssociationType): readonly AssociationType[] => {
    const list = alone.get(type) ?? [type];
    alone.set(type, list);
    return list;
  };

  /** Adds types to one end; a type that a record has once leaves the end it had it at. */
  const extend = (from: RecordKey, to: RecordKey, wanted: readonly AssociationType[]): LinkBefore[] => {
    const types = typesOf(from, to);
    const added = wanted.filter((type) => !types.includes(type));
    if (added.length === 0) return [];
    const left = added
      .filter((type) => isSingle(from.object.id, to.object.id, type))
      .flatMap((type) => take(from, to, type));
    write(from, to, [...types, ...added]);
    return [...left, { from, to, types }];
  };
  const take = (from: RecordKey, to: RecordKey, type: AssociationType): LinkBefore[] => {
    const holders = links.get(from.id)?.get(to.object.id) ?? new Map<string, readonly AssociationType[]>();
    const back = inverseOf(type, from.object.id, to.object.id);
    return [...holders]
      .filter(([, types]) => types.includes(type))
      .flatMap(([id]) => {
        const holder = { object: to.object, id };
        return [drop(from, holder, type), drop(holder, from, back)];
      });
  };
  const drop = (from: RecordKey, to: RecordKey, type: AssociationType | undefined): LinkBefore => {
    const types = typesOf(from, to);
    write(
      from,
      to,
      types.filter((other) => other !== type),
    );
    return { from, to, types };
  };

  return {
    of: (id) =>
      Object.fromEntries(
        [...(links.get(id) ?? [])]
          .filter(([, ofType]) => ofType.size > 0)
          .map(([objectTypeId, ofType]) => [
            objectTypeId,
            [...ofType].map(([to, types]) => ({ id: to, types })),
          ]),
      ),
    tie(from, to, type) {
      const [one, other] = [from.object.id, to.object.id];
      const there = [plainType(one, other), type ?? undefined];
      const back = [plainType(other, one), type === null ? undefined : inverseOf(type, one, other)];
      return [...extend(from, to, distinct(there)), ...extend(to, from, distinct(back))];
    },
    restore: ({ from, to, types }) => write(from, to, types),
    removeAll(id) {
      for (const [, ofType] of links.get(id) ?? []) {
        for (const other of ofType.keys())
          for (const back of links.get(other)?.values() ?? []) back.delete(id);
      }
      links.delete(id);
    },
  };
}
