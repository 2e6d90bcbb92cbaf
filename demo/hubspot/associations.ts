import { HUBSPOT_DEFINED, PAIRED_LABELS, USER_DEFINED } from './association-table.js';
import { OBJECT_FACTS } from './object-facts.js';
import { findType, type ObjectType, OTHER_TYPES } from './object-types.js';

/** A type of association as `GET /crm/v4/associations/{from}/{to}/labels` answers it (association schema API). */
export interface AssociationType {
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  readonly typeId: number;
  /** null for the plain association. */
  readonly label: string | null;
}

type TypesByPair = Map<string, AssociationType[]>;

const STANDARD = readStandard();
const OWN = readOwn();

/** Types from one object type to another, by their ids; none when the two cannot be associated. Ids are one-directional. */
export const typesBetween = (from: string, to: string): readonly AssociationType[] => [
  ...(STANDARD.get(`${from}>${to}`) ?? []),
  ...(OWN.types.get(`${from}>${to}`) ?? []),
];

/** The association without a label; undefined when the two cannot be associated. */
export const plainType = (from: string, to: string): AssociationType | undefined =>
  STANDARD.get(`${from}>${to}`)?.find(isPlain) ?? OWN.types.get(`${from}>${to}`)?.find(isPlain);

/** True when HubSpot has a type in one direction at least: some have none in the other. */
export const canAssociate = (one: string, other: string): boolean =>
  plainType(one, other) !== undefined || plainType(other, one) !== undefined;

/** A type as the record at the other end has it; where HubSpot lists none, the plain one. */
export function inverseOf(type: AssociationType, from: string, to: string): AssociationType | undefined {
  const own = OWN.inverses.get(type);
  if (own !== undefined) return own;
  const back = STANDARD.get(`${to}>${from}`) ?? [];
  const paired = PAIRED_LABELS.find((pair) => pair.some((label) => label === type.label));
  const other = paired?.find((label) => label !== type.label);
  return (
    back.find(({ label }) => label !== null && label === other) ??
    back.find(({ label }) => label === type.label) ??
    plainType(to, from)
  );
}

/** Labels are compared in any case (inferred: HubSpot does not say whether case counts). */
export const typeLabelled = (from: string, to: string, label: string): AssociationType | undefined =>
  typesBetween(from, to).find((type) => type.label?.toLowerCase() === label.toLowerCase());

/**
 * True when a record has one association of the type at a time: a primary company, and the primary contact or deal of a lead
 * (knowledge base; for leads inferred).
 */
export const isSingle = (from: string, to: string, { label }: AssociationType): boolean =>
  label === 'Primary' && from !== '0-2' && (to === '0-2' || from === '0-136');

function readStandard(): TypesByPair {
  const types: TypesByPair = new Map();
  for (const line of HUBSPOT_DEFINED.trim().replaceAll('\n  ', ' ').split('\n')) {
    const [from = '', entries = ''] = line.split(' > ');
    for (const entry of entries.split(', ')) {
      const [, to = '', label = null, typeId] = /^(\w+)(?::(.+))? (\d+)$/.exec(entry) ?? [];
      add(types, idOf(from), idOf(to), { category: 'HUBSPOT_DEFINED', typeId: Number(typeId), label });
    }
  }
  return types;
}

function readOwn() {
  const types: TypesByPair = new Map();
  const inverses = new Map<AssociationType, AssociationType>();
  for (const [from, to, label, typeId, inverseLabel, inverseId] of USER_DEFINED) {
    const type: AssociationType = { category: 'USER_DEFINED', typeId, label };
    add(types, from, to, type);
    if (typeId === inverseId) {
      inverses.set(type, type);
      continue;
    }
    const inverse: AssociationType = { category: 'USER_DEFINED', typeId: inverseId, label: inverseLabel };
    add(types, to, from, inverse);
    inverses.set(type, inverse).set(inverse, type);
  }
  return { types, inverses };
}

function add(types: TypesByPair, from: string, to: string, type: AssociationType): void {
  const key = `${from}>${to}`;
  types.set(key, [...(types.get(key) ?? []), type]);
}

function idOf(singular: string): string {
  const type = findType<ObjectType>([...OBJECT_FACTS, ...OTHER_TYPES], singular);
  if (type === undefined) throw new Error(`No object type ${singular} in the table of associations`);
  return type.id;
}

function isPlain({ label }: AssociationType): boolean {
  return label === null;
}
