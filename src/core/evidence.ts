import { de } from './aliases/de.js';
import { en } from './aliases/en.js';
import { es } from './aliases/es.js';
import { fr } from './aliases/fr.js';
import { pt } from './aliases/pt.js';
import type { AliasTable, Language } from './aliases/table.js';
import type { Property } from './hubspot.js';
import { reductionsOf } from './qualifiers.js';
import { keyOf, setKeyOf, wordsOf } from './words.js';

/**
 * How strongly a header speaks for a property. `words`: it is one of its names with the words in another order, or with a
 * word that changes nothing ("work" before "phone number"). `values`: only the cells speak.
 */
export type Strength = 'name' | 'label' | 'alias' | 'words' | 'values';

/** Something about a header that speaks for a property. */
export interface Evidence {
  readonly objectTypeId: string;
  readonly property: Property;
  readonly strength: Strength;
  /** The other name that was met, as that language has it; null when it was the internal name or the label. */
  readonly alias: { readonly language: Language; readonly of: string } | null;
  /** True for an ambiguous name, which counts only when the cells agree. */
  readonly onlyIfValuesAgree: boolean;
}

/** Every name of every property, ready to be looked up. */
export interface NameIndex {
  readonly exact: ReadonlyMap<string, readonly Evidence[]>;
  readonly anyOrder: ReadonlyMap<string, readonly Evidence[]>;
}

const TABLES: readonly (readonly [Language, AliasTable])[] = [
  ['en', en],
  ['fr', fr],
  ['de', de],
  ['es', es],
  ['pt', pt],
];

const RANK: Readonly<Record<Strength, number>> = { name: 5, label: 4, alias: 3, words: 2, values: 1 };

/** Orders strengths: the higher, the stronger. */
export function rankOf(strength: Strength): number {
  return RANK[strength];
}

/** Gathers the names of the given properties: internal name, label, and aliases in every language. */
export function indexNames(objectTypeId: string, properties: readonly Property[]): NameIndex {
  const exact = new Map<string, Evidence[]>();
  const anyOrder = new Map<string, Evidence[]>();
  const plain = { objectTypeId, alias: null, onlyIfValuesAgree: false };
  const byName = new Map(properties.map((property) => [property.name, property]));
  for (const property of properties) {
    add(exact, keyOf(wordsOf(property.name)), { property, strength: 'name', ...plain });
    const words = wordsOf(property.label);
    add(exact, keyOf(words), { property, strength: 'label', ...plain });
    add(anyOrder, setKeyOf(words), { property, strength: 'words', ...plain });
  }
  for (const [language, table] of TABLES) {
    for (const [ids, names] of Object.entries(table)) {
      if (ids !== '*' && !ids.split(' ').includes(objectTypeId)) continue;
      for (const [name, aliases] of Object.entries(names)) {
        const property = byName.get(name);
        if (property === undefined) continue;
        addAliases(exact, anyOrder, { objectTypeId, property }, language, aliases);
      }
    }
  }
  return { exact, anyOrder };
}

function addAliases(
  exact: Map<string, Evidence[]>,
  anyOrder: Map<string, Evidence[]>,
  place: Pick<Evidence, 'objectTypeId' | 'property'>,
  language: Language,
  aliases: string,
): void {
  const list = aliases.split(', ');
  const of = list[0] ?? '';
  for (const entry of list) {
    const onlyIfValuesAgree = entry.endsWith('?');
    const written = onlyIfValuesAgree ? entry.slice(0, -1) : entry;
    for (const spelling of spellingsOf(written, language)) {
      const words = wordsOf(spelling);
      const rest = { ...place, alias: { language, of }, onlyIfValuesAgree };
      add(exact, keyOf(words), { strength: 'alias', ...rest });
      add(anyOrder, setKeyOf(words), { strength: 'words', ...rest });
    }
  }
}

/** German is also written without umlauts: `Straße` as `Strasse`, `Geschäft` as `Geschaeft`. */
function spellingsOf(alias: string, language: Language): readonly string[] {
  if (language !== 'de' || !/[äöüÄÖÜ]/.test(alias)) return [alias];
  const spelled: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
  return [alias, alias.replace(/[äöüÄÖÜ]/g, (letter) => spelled[letter] ?? letter)];
}

function add(index: Map<string, Evidence[]>, key: string, evidence: Evidence): void {
  if (key === '') return;
  const list = index.get(key);
  if (list === undefined) index.set(key, [evidence]);
  else list.push(evidence);
}

/**
 * Finds what a header says: for each property of one object that it speaks for the strongest evidence, in no order.
 *
 * @param objectWords words that name the object itself, see `objectWordsOf`
 */
export function evidenceOf(
  header: string,
  objectWords: ReadonlySet<string>,
  index: NameIndex,
): readonly Evidence[] {
  const words = wordsOf(header);
  const found = new Map<Property, Evidence>();
  const keep = (evidence: Evidence): void => {
    const known = found.get(evidence.property);
    if (known === undefined || outranks(evidence, known)) found.set(evidence.property, evidence);
  };
  withoutEchoes(header, index.exact.get(keyOf(words)) ?? []).forEach(keep);
  index.anyOrder.get(setKeyOf(words))?.forEach(keep);
  for (const { words: rest, allows } of reductionsOf(words, objectWords)) {
    for (const evidence of [
      ...(index.exact.get(keyOf(rest)) ?? []),
      ...(index.anyOrder.get(setKeyOf(rest)) ?? []),
    ]) {
      if (allows(evidence.property.name)) keep({ ...evidence, strength: 'words' });
    }
  }
  return [...found.values()];
}

/** `Email` is the label as well as the internal name; only `email`, to the letter, is meant as the internal name. */
function withoutEchoes(header: string, found: readonly Evidence[]): readonly Evidence[] {
  const isLabelled = (property: Property): boolean =>
    found.some((one) => one.property === property && one.strength === 'label');
  return found.filter(
    ({ strength, property }) =>
      strength !== 'name' || property.name === header.trim() || !isLabelled(property),
  );
}

function outranks(evidence: Evidence, known: Evidence): boolean {
  const gain = rankOf(evidence.strength) - rankOf(known.strength);
  return gain > 0 || (gain === 0 && known.onlyIfValuesAgree && !evidence.onlyIfValuesAgree);
}
