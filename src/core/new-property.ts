/** A property that does not exist yet, from a column that has none: what to propose, what is wrong with it, how HubSpot wants it. */
import { type Account, propertiesOf } from './account.js';
import { lookAt, type Looks } from './looks.js';
import type { PropertyKind } from './plan.js';
import { fold, foldValue } from './words.js';

/** Kinds of values that a property can be created for. */
export const NEW_KINDS = [
  'text',
  'number',
  'date',
  'datetime',
  'option',
  'options',
  'boolean',
  'phone',
] as const satisfies readonly PropertyKind[];
export type NewKind = (typeof NEW_KINDS)[number];

/** What a person decides about a property before it is created. */
export interface NewProperty {
  readonly objectTypeId: string;
  readonly label: string;
  /** Internal name, which cannot be changed later. */
  readonly name: string;
  readonly kind: NewKind;
  /** Whether the text may have several lines. */
  readonly isLong: boolean;
  /** HubSpot's internal name of the group it is listed in. */
  readonly groupName: string;
  /** Labels, for `option` and `options`; they are the internal values too. */
  readonly options: readonly string[];
}

/** Characters of an internal name (the relay's and the stand-in's limit; HubSpot's is inferred). */
const LONGEST_NAME = 100;
const LONG_TEXT = 120;

/**
 * Proposes a property for a column: its header as the label, the kind that its first cells look like, their different
 * values as options.
 *
 * @param cells the column's cells of the first rows
 * @param groupName where the object's properties usually are
 */
export function proposeProperty(
  objectTypeId: string,
  header: string,
  cells: readonly string[],
  groupName: string,
  taken: ReadonlySet<string>,
): NewProperty {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const kind = kindOf(filled);
  const label = header.trim();
  return {
    objectTypeId,
    label,
    name: internalName(label, taken),
    kind,
    isLong: filled.some((cell) => cell.length > LONG_TEXT || /[\r\n]/.test(cell)),
    groupName,
    options: optionsFrom(filled, kind),
  };
}

/** `Größe (cm)` becomes `grosse_cm`; a name that is taken gets a number. */
export function internalName(label: string, taken: ReadonlySet<string>): string {
  const plain = fold(label)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const base = (/^[a-z]/.test(plain) ? plain : `column_${plain}`)
    .slice(0, LONGEST_NAME - 4)
    .replace(/_+$/, '');
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(name)) return name;
  }
}

/** Different values in order of appearance; the first spelling counts. */
export function optionsFrom(cells: readonly string[], kind: NewKind): readonly string[] {
  if (kind !== 'option' && kind !== 'options') return [];
  const parts = kind === 'options' ? cells.flatMap((cell) => cell.split(';')) : cells;
  const found = new Map<string, string>();
  for (const part of parts) {
    const text = part.trim();
    if (text !== '' && !found.has(foldValue(text))) found.set(foldValue(text), text);
  }
  return [...found.values()];
}

/** Cells from which it can be told that few values repeat. */
const ENOUGH_CELLS = 8;

function kindOf(filled: readonly string[]): NewKind {
  if (filled.length === 0) return 'text';
  const looks = lookAt(filled);
  if (looks.share.date === 1) return filled.some((cell) => /\d:\d\d/.test(cell)) ? 'datetime' : 'date';
  if (looks.share.boolean === 1 && looks.withLetter === 1) return 'boolean';
  // A leading zero is lost in a number: 01234 is a code.
  if (looks.share.number === 1 && !filled.some((cell) => /^0\d/.test(cell))) return 'number';
  if (looks.share.phone === 1 && filled.some((cell) => /^[+(]|[\s/.-]/.test(cell))) return 'phone';
  return choiceOf(filled, looks) ?? 'text';
}

function choiceOf(filled: readonly string[], looks: Looks): NewKind | null {
  if (filled.length < ENOUGH_CELLS || looks.withLetter < 1) return null;
  const hasSeveral = filled.some((cell) => cell.includes(';'));
  const kind = hasSeveral ? 'options' : 'option';
  const options = optionsFrom(filled, kind);
  const all = hasSeveral ? filled.flatMap((cell) => cell.split(';')).length : filled.length;
  return options.length <= all / 3 && options.every((option) => option.length <= 40) ? kind : null;
}

export type NewPropertyProblem = 'label-missing' | 'name-invalid' | 'name-taken' | 'options-missing';

/** What is wrong with it, first things first; null when it may be created. */
export function newPropertyProblem(
  property: NewProperty,
  taken: ReadonlySet<string>,
): NewPropertyProblem | null {
  const { label, name, kind, options } = property;
  if (label.trim() === '') return 'label-missing';
  if (!/^[a-z][a-z0-9_]*$/.test(name) || name.length > LONGEST_NAME) return 'name-invalid';
  if (taken.has(name)) return 'name-taken';
  const needsOptions = kind === 'option' || kind === 'options';
  return needsOptions && options.length === 0 ? 'options-missing' : null;
}

/** Type and field type by kind (properties guide). */
const TYPES: Readonly<Record<NewKind, readonly [type: string, fieldType: string]>> = {
  text: ['string', 'text'],
  number: ['number', 'number'],
  date: ['date', 'date'],
  datetime: ['datetime', 'date'],
  option: ['enumeration', 'select'],
  options: ['enumeration', 'checkbox'],
  boolean: ['bool', 'booleancheckbox'],
  phone: ['string', 'phonenumber'],
};

/** One option as the properties API takes it. */
export interface OptionDefinition {
  readonly label: string;
  readonly value: string;
  readonly displayOrder: number;
  readonly hidden: boolean;
}

const toOptions = (
  labels: readonly (readonly [label: string, value: string])[],
): readonly OptionDefinition[] =>
  labels.map(([label, value], displayOrder) => ({ label, value, displayOrder, hidden: false }));

/** The body that creates it: `POST …/properties/{objectType}` (properties specification). A yes or no needs both as options. */
export function toDefinition({ label, name, kind, isLong, groupName, options }: NewProperty): object {
  const [type, fieldType] = TYPES[kind];
  const labels = options.map((option) => [option.trim(), option.trim()] as const);
  const yesOrNo = [['Yes', 'true'] as const, ['No', 'false'] as const];
  const choices = kind === 'boolean' ? yesOrNo : labels;
  return {
    name,
    label: label.trim(),
    type,
    fieldType: kind === 'text' && isLong ? 'textarea' : fieldType,
    groupName,
    ...(type === 'enumeration' || type === 'bool' ? { options: toOptions(choices) } : {}),
  };
}

/** Internal names that are taken. */
export const takenNames = (account: Account, objectTypeId: string): ReadonlySet<string> =>
  new Set(propertiesOf(account, objectTypeId).map(({ name }) => name));

/** The group that most of an object's properties are in, its own ones first; where a new one is looked for. */
export function usualGroup(account: Account, objectTypeId: string): string {
  const counts = new Map<string, number>();
  for (const { groupName, hubspotDefined } of propertiesOf(account, objectTypeId)) {
    if (groupName !== '') counts.set(groupName, (counts.get(groupName) ?? 0) + (hubspotDefined ? 1 : 1000));
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? '';
}
