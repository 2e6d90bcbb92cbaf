import { wordsOf } from './words.js';

/** What is left of a header without words that change nothing, and for which properties that may be said. */
export interface Reduction {
  readonly words: readonly string[];
  readonly allows: (property: string) => boolean;
}

/**
 * Words that say whose value it is where the object type already does: "Contact city", "Person - Phone".
 * A word of another object is never dropped: a contact's "Company phone" is not the contact's.
 */
const OBJECT_WORDS: Readonly<Record<string, string>> = {
  '0-1':
    'contact contacts contacto contato kontakt person persona personne pessoa customer client cliente kunde lead prospect',
  '0-2':
    'company account organization organisation organizacion organizacao business firm firma firmen unternehmen entreprise societe empresa compania customer client cliente kunde kunden',
  '0-3': 'deal opportunity opportunite oportunidad oportunidade negocio',
  '0-5': 'ticket case',
  '0-7': 'product produit produkt producto produto item',
  '0-8': 'line item position ligne zeile linea linha',
  '0-46': 'note notiz nota',
  '0-27': 'task tache aufgabe tarea tarefa',
  '0-48': 'call appel anruf llamada chamada',
  '0-47': 'meeting reunion besprechung reuniao',
  '0-54': 'event evenement veranstaltung evento',
  '0-123': 'order commande bestellung pedido encomenda',
  '0-136': 'lead',
  '0-142': 'cart panier warenkorb carrito carrinho',
  '0-421': 'appointment rendezvous termin cita compromisso',
  '0-410': 'course cours kurs curso',
  '0-420': 'listing annonce inserat anuncio',
  '0-162': 'service dienstleistung servicio servico',
};

/** Words that name an object: those of five languages, and the account's own names of it. */
export function objectWordsOf(objectTypeId: string, names: readonly string[]): ReadonlySet<string> {
  return new Set([...wordSet(OBJECT_WORDS[objectTypeId] ?? ''), ...names.flatMap(wordsOf)]);
}

/** Whether a header says by name that it belongs to an object; `Business phone` says where, not whose. */
export function mentions(header: string, objectWords: ReadonlySet<string>): boolean {
  return wordsOf(header).some((word) => objectWords.has(word) && !WHERE.has(word));
}

const AT_WORK =
  'business work office primary main geschaftlich geschaeftlich geschaftliche geschaftlicher dienstlich buro buero bureau pro professionnel professionnelle travail principal trabajo laboral oficina trabalho comercial escritorio';

const WHERE = wordSet(AT_WORK);

/**
 * Words that change nothing about one group of properties, as the number 1 does for all of these. Home, other, second and assistant's are missing on
 * purpose.
 */
const GROUPS: readonly { readonly properties: ReadonlySet<string>; readonly words: ReadonlySet<string> }[] = [
  {
    properties: new Set(['phone', 'mobilephone', 'fax']),
    words: wordSet(`${AT_WORK} number numero nummer nr direct`),
  },
  {
    properties: new Set(['address', 'city', 'state', 'zip', 'country']),
    words: wordSet(
      `1 ${AT_WORK} mailing billing default current address adresse anschrift direccion endereco`,
    ),
  },
  { properties: new Set(['email']), words: wordSet(`${AT_WORK} address adresse direccion endereco`) },
  { properties: new Set(['company', 'jobtitle', 'website']), words: new Set() },
];

/** Words too general to stand for a property once their companion is gone: "Last contact" is not a last name. */
const NEVER_ALONE = wordSet(
  'last first given family type status source id stage state estado region phase name nom nombre nome date number numero value valor role site title titel',
);

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Gives the shorter readings of a header: without its object's words, and for some properties without "work" and the like. */
export function reductionsOf(
  words: readonly string[],
  objectWords: ReadonlySet<string>,
): readonly Reduction[] {
  const own = words.filter((word) => !objectWords.has(word));
  const reductions: Reduction[] =
    own.length < words.length && canStand(own) ? [{ words: own, allows: () => true }] : [];
  for (const group of GROUPS) {
    const allows = (property: string): boolean => group.properties.has(property);
    const unnumbered = own.filter((word) => word !== '1');
    const bare = unnumbered.filter((word) => !group.words.has(word));
    for (const rest of [unnumbered, bare]) {
      if (rest.length > 0 && rest.length < own.length) reductions.push({ words: rest, allows });
    }
  }
  return reductions;
}

function canStand(words: readonly string[]): boolean {
  const [only] = words;
  return only !== undefined && (words.length > 1 || !NEVER_ALONE.has(only));
}
