import { shareOfOptions } from './agreement.js';
import type { Evidence } from './evidence.js';
import type { Property } from './hubspot.js';
import type { Look, Looks } from './looks.js';
import type { Candidate } from './value-kind.js';
import { keyOf, wordsOf } from './words.js';

/** Enumerations by option, and the properties that stand for a whole kind of value. */
export interface OptionIndex {
  readonly byOption: ReadonlyMap<string, readonly Candidate[]>;
  readonly byLook: readonly { readonly look: Look; readonly candidate: Candidate }[];
}

/** Which property a kind of value means when the header says nothing, in order of preference. */
const LOOK_PROPERTIES: readonly (readonly [Look, string])[] = [
  ['email', 'email'],
  ['linkedin', 'hs_linkedin_url'],
  ['domain', 'domain'],
  ['url', 'website'],
  ['phone', 'phone'],
];

/** Fewer different values than this may fit by chance. */
const DISTINCT_ENOUGH = 3;
const NEARLY_ALL = 0.9;

/** A header that says nothing: empty, a letter, `Column 3`, `Unnamed: 2`. */
const SAYS_NOTHING =
  /^(column|spalte|colonne|columna|coluna|field|feld|champ|campo|unnamed|col)?[a-z]?\d{0,3}$/;

/** Prepares for `valuesEvidenceOf`. Enumerations with fewer than three options fit too many columns and are left out. */
export function indexOptions(candidates: readonly Candidate[]): OptionIndex {
  const byOption = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.property.options.length < DISTINCT_ENOUGH) continue;
    for (const option of candidate.options) {
      const list = byOption.get(option);
      if (list === undefined) byOption.set(option, [candidate]);
      else list.push(candidate);
    }
  }
  const byLook = LOOK_PROPERTIES.flatMap(([look, name]) => {
    const candidate = candidates.find(({ property }) => property.name === name);
    return candidate === undefined ? [] : [{ look, candidate }];
  });
  return { byOption, byLook };
}

/**
 * Finds what the cells alone say, for a header that names no property: an enumeration whose options are nearly all the
 * distinct cells, or, under a header that says nothing, the property that stands for what the cells look like.
 */
export function valuesEvidenceOf(header: string, looks: Looks, index: OptionIndex): readonly Evidence[] {
  const rest = { strength: 'values', alias: null, onlyIfValuesAgree: false } as const;
  const byOptions = enumerationsOf(looks, index).map((candidate) => ({ ...placeOf(candidate), ...rest }));
  if (byOptions.length > 0 || !SAYS_NOTHING.test(keyOf(wordsOf(header)))) return byOptions;
  const byLook = index.byLook.find(({ look }) => isClear(look, looks));
  return byLook === undefined ? [] : [{ ...placeOf(byLook.candidate), ...rest }];
}

const placeOf = ({ objectTypeId, property }: Candidate): Pick<Evidence, 'objectTypeId' | 'property'> => ({
  objectTypeId,
  property,
});

function enumerationsOf(looks: Looks, index: OptionIndex): readonly Candidate[] {
  if (looks.distinct.length < DISTINCT_ENOUGH || looks.share.number > 0.5) return [];
  const possible = new Set<Candidate>();
  for (const cell of looks.distinct.slice(0, DISTINCT_ENOUGH)) {
    for (const part of new Set([cell, ...cell.split(';')])) {
      index.byOption.get(part.trim())?.forEach((candidate) => possible.add(candidate));
    }
  }
  return [...possible].filter((candidate) => shareOfOptions(candidate, looks) >= NEARLY_ALL);
}

/** Bare digits are more often an id than a phone number. */
function isClear(look: Look, { share, filled }: Looks): boolean {
  return filled > 0 && share[look] >= NEARLY_ALL && (look !== 'phone' || share.digits < 0.5);
}

/** What the cells look like, for saying why a property was suggested by them. */
export function valuesLook(property: Property, looks: Looks): Look | 'options' {
  const found = LOOK_PROPERTIES.find(([look, name]) => name === property.name && isClear(look, looks));
  return found === undefined ? 'options' : found[0];
}
