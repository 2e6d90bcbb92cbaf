/** What a column can become, as the list of the picker has it. */
import { factsOf } from '../../core/account.js';
import type { Property } from '../../core/hubspot.js';
import type { ColumnMatch } from '../../core/mapping.js';
import { MARKETING_EVENT } from '../../core/objects.js';
import { type Target, toProperty } from '../../core/target.js';
import { fold } from '../../core/words.js';
import { columnWith, objectTypesIn, pickable, targetKind, targetLabel } from './columns.js';
import { upperFirst } from './files-bar.js';
import type { Context, FilePlace } from './screen.js';
import { tieTargets } from './tie-targets.js';

/** One line of the list. */
export interface Choice {
  readonly target: Target | null;
  /** An object type that a property is to be created for, in place of a target. */
  readonly creates?: string;
  readonly label: string;
  readonly hint: string;
}

export interface Group {
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** Lines drawn at once; typing narrows the rest. Keeps a list of 1,000 properties quick. */
const MOST_CHOICES = 150;

/**
 * Leaving out first, then what was suggested, then everything by object and by HubSpot's groups, what joins records at the
 * end; a search looks at labels and names.
 */
export function groupsFor(
  match: ColumnMatch,
  place: FilePlace,
  query: string,
  context: Context,
): { groups: readonly Group[]; hidden: number } {
  const { words } = context;
  const folded = fold(query).toLowerCase().trim();
  const objectTypeIds = objectTypesIn(place);
  const found = objectTypeIds.flatMap((id) => findProperties(id, folded, place, match, context));
  const shown = found.slice(0, MOST_CHOICES);
  const suggested =
    folded === ''
      ? (match.undecided?.candidates ?? []).map((target) => toChoice(target, match, place, context))
      : [];
  const byGroup = new Map<string, Choice[]>();
  for (const { group, choice } of shown) {
    const choices = byGroup.get(group);
    if (choices === undefined) byGroup.set(group, [choice]);
    else choices.push(choice);
  }
  const out: Choice = { target: null, label: words.dontImport, hint: '' };
  const ties = tieTargets(place)
    .map((target) => toChoice(target, match, place, context))
    .filter(({ label }) => searchable(label).includes(folded));
  const groups: Group[] = [
    ...(folded === '' ? [{ name: '', choices: [out] }] : []),
    ...(suggested.length > 0 ? [{ name: words.groupSuggested, choices: suggested }] : []),
    ...[...byGroup].map(([name, choices]) => ({ name: folded === '' ? name : '', choices })),
    ...(ties.length > 0 ? [{ name: words.groupTies, choices: ties }] : []),
    ...ownName(query, place, context),
    ...creations(place, context),
  ];
  return { groups: groups.filter(({ choices }) => choices.length > 0), hidden: found.length - shown.length };
}

function findProperties(
  objectTypeId: string,
  folded: string,
  place: FilePlace,
  match: ColumnMatch,
  context: Context,
): readonly { readonly group: string; readonly choice: Choice }[] {
  const { words, nounOf, format } = context;
  const properties = pickable(place.loaded, objectTypeId);
  const isMatch = ({ label, name }: Property): boolean =>
    searchable(label).includes(folded) || name.includes(folded);
  const found = folded === '' ? properties : properties.filter(isMatch).sort(byStart(folded));
  const isOneOfSeveral = objectTypesIn(place).length > 1;
  const object = upperFirst(nounOf(objectTypeId).many, format.locale);
  return found.map(({ name, groupName }) => {
    const group = words.groupNames[groupName] ?? (readable(groupName) || words.groupOther);
    return {
      group: isOneOfSeveral ? `${object} · ${group}` : group,
      choice: toChoice(toProperty(objectTypeId, name), match, place, context),
    };
  });
}

function toChoice(target: Target, match: ColumnMatch, place: FilePlace, context: Context): Choice {
  const { words } = context;
  const used = columnWith(place, target);
  const isTaken = used !== null && used.column !== match.column;
  return {
    target,
    label: targetLabel(target, place.loaded, context),
    hint: isTaken ? words.usedBy(used.header) : kindInFull(target, place, context),
  };
}

/** A property that the account lacks, for each object of the file. */
function creations(place: FilePlace, { words, nounOf }: Context): readonly Group[] {
  if (!place.loaded.account.allowances.properties) return [];
  const ids = objectTypesIn(place).filter((id) => id !== MARKETING_EVENT);
  const choices = ids.map((id): Choice => ({
    target: null,
    creates: id,
    label: ids.length > 1 ? words.createPropertyOf(nounOf(id)) : words.createProperty,
    hint: '',
  }));
  return [{ name: '', choices }];
}

/** What kind of values it takes, and of several objects whose it is where its name does not say so. */
export function kindInFull(target: Target, place: FilePlace, context: Context): string {
  const kind = targetKind(target, place.loaded, context);
  const saysWhose = target.kind === 'labels' || target.kind === 'keys' || target.kind === 'event';
  if (saysWhose || objectTypesIn(place).length < 2) return kind;
  return context.words.ofObject(context.nounOf(target.objectTypeId), kind);
}

/** With nothing known of the account, any internal name will do. */
function ownName(query: string, { loaded, file }: FilePlace, { words }: Context): readonly Group[] {
  const [id] = loaded.mapping.files[file]?.objectTypeIds ?? [];
  const isUnread = id !== undefined && factsOf(loaded.account, id)?.properties === null;
  if (!isUnread || !/^[a-z][a-z0-9_]*$/.test(query)) return [];
  return [
    {
      name: '',
      choices: [{ target: toProperty(id, query), label: words.useAsInternalName(query), hint: '' }],
    },
  ];
}

/** HubSpot's group names are internal ones: `sales_properties` reads better as "Sales properties". */
function readable(groupName: string): string {
  const words = groupName.replace(/_/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const byStart =
  (query: string) =>
  (a: Property, b: Property): number =>
    Number(searchable(b.label).startsWith(query)) - Number(searchable(a.label).startsWith(query));

const searchable = (label: string): string => fold(label).toLowerCase();
