import type { Language } from './aliases/table.js';
import { foldValue, keyOf, wordsOf } from './words.js';

/** A header that may mean a whole name, and which half of it when the other half has a column of its own. */
interface BareName {
  readonly half: 'firstname' | 'lastname';
  readonly language: Language;
  readonly of: string;
}

const HALVES: Readonly<Record<string, readonly BareName[]>> = {
  name: [
    { half: 'lastname', language: 'de', of: 'Nachname' },
    { half: 'firstname', language: 'en', of: 'First name' },
  ],
  nom: [{ half: 'lastname', language: 'fr', of: 'Nom' }],
  nombre: [{ half: 'firstname', language: 'es', of: 'Nombre' }],
  nome: [{ half: 'firstname', language: 'pt', of: 'Nome' }],
};

const FULL_NAME = new Set(
  'fullname completename displayname contactname personname customername leadname clientname nameperson firstandlastname namesurname firstnamelastname nomcomplet nometprenom nomprenom prenomnom prenometnom nomcontact nomclient vollstandigername vollername kontaktname kundenname ansprechpartner anzeigename vornamenachname nachnamevorname nombrecompleto nombreyapellidos nombreapellidos nombrecliente nombrecontacto nomecompleto nomecliente nomecontato'.split(
    ' ',
  ),
);

/** True when a header may name a whole person, for which contacts have no property: `Name`, `Nom complet`. */
export function isPersonName(header: string): boolean {
  const key = keyOf(wordsOf(header));
  return FULL_NAME.has(key) || isBareName(header);
}

/** True for the one-word ones of them, which may also mean half a name: `Name`, `Nom`, `Nombre`, `Nome`. */
export function isBareName(header: string): boolean {
  return HALVES[keyOf(wordsOf(header))] !== undefined;
}

/**
 * Says which half of a name a bare `Name`, `Nom`, `Nombre` or `Nome` means, given the half that has another column:
 * beside `Vorname` it is the last name, beside `Apellidos` the first. The rows decide whether it is a half at all.
 *
 * @param rows Pairs of cells of one row: the bare name's and the other half's.
 * @returns Null when it cannot be told, or when the cells hold the other half as well.
 */
export function halfOfName(
  header: string,
  other: 'firstname' | 'lastname',
  rows: readonly (readonly [name: string, other: string])[],
): BareName | null {
  const half = HALVES[keyOf(wordsOf(header))]?.find((bare) => bare.half !== other);
  const filled = rows.filter(([name, part]) => name.trim() !== '' && part.trim() !== '');
  if (half === undefined || filled.length === 0) return null;
  const whole = filled.filter(([name, part]) => holds(name, part));
  return whole.length / filled.length < 0.3 ? half : null;
}

/** True when every word of `part` is among the words of `name`, and others too. */
function holds(name: string, part: string): boolean {
  const words = foldValue(name).split(/[\s,]+/);
  const parts = foldValue(part).split(/[\s,]+/);
  return words.length > parts.length && parts.every((word) => words.includes(word));
}
