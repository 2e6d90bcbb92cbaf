import { usedObjects } from '../core/mapping.js';
import type { ObjectType } from '../core/objects.js';
import type { Loaded } from '../core/state.js';
import type { Format } from './format.js';
import type { StartMessages } from './messages/en.js';
import type { Noun } from './messages/noun.js';

/** What records of an object type are called: by the language for standard ones, by the account for its own. */
export function nounFor(objectTypeId: string, loaded: Loaded | null, words: StartMessages): Noun {
  const known = words.objects[objectTypeId];
  if (known !== undefined) return known;
  const all = [...(loaded?.account.objects ?? []), ...(loaded?.account.customObjects ?? [])];
  const labels = all.find(({ objectType }) => objectType.id === objectTypeId)?.labels ?? null;
  return labels === null ? words.otherObject : { one: labels.singular, many: labels.plural };
}

/** Of several objects one is a `record`, and many are `contacts and companies`. */
export function nounOfAll(nouns: readonly Noun[], other: Noun, format: Format): Noun {
  const [only] = nouns;
  if (only !== undefined && nouns.length === 1) return only;
  return {
    one: other.one,
    many: format.list(nouns.map(({ many }) => many)),
    attributive: format.list(nouns.map(({ one }) => one)),
  };
}

/** Ids of what the import is about: the objects that have columns, else those that were chosen. */
export function subjectsOf(loaded: Loaded | null, objectTypes: readonly ObjectType[]): readonly string[] {
  const used = loaded === null ? [] : usedObjects(loaded.mapping).map(({ objectTypeId }) => objectTypeId);
  if (used.length > 0) return used;
  return (loaded?.account.objects.map(({ objectType }) => objectType) ?? objectTypes).map(({ id }) => id);
}
