import type { Property } from './hubspot.js';
import type { Looks } from './looks.js';
import type { Candidate } from './value-kind.js';

/** Whether the cells of a column look like values of a property: they do, they say nothing, or they look like something else. */
export type Agreement = 'agrees' | 'silent' | 'disagrees';

/** Text properties that hold words: an address, a date or a bare number in them means another column. */
const WORDS_ONLY = new Set([
  'firstname',
  'lastname',
  'city',
  'country',
  'jobtitle',
  'company',
  'industry',
  'salutation',
  'gender',
]);

/** Of these, the ones without house numbers and the like. */
const WITHOUT_DIGITS = new Set(['firstname', 'lastname', 'country']);

/** Text properties of places, which may hold digits. */
const PLACES = new Set(['address', 'address2', 'zip']);

const STATUS_WORDS = new Set(
  'active inactive open opened closed new pending won lost qualified unqualified done draft archived enabled disabled on off yes no true false hot warm cold actif inactif ouvert ferme fermé nouveau aktiv inaktiv offen geschlossen neu activo inactivo abierto cerrado nuevo baja ativo inativo aberto fechado novo'.split(
    ' ',
  ),
);

/** Says whether the cells look like values of the property. Cells that are all empty are silent. */
export function agreementOf(candidate: Candidate, looks: Looks): Agreement {
  if (looks.filled === 0) return 'silent';
  const { property, kind } = candidate;
  const { share } = looks;
  switch (kind) {
    case 'email':
      return judge(share.email);
    case 'domain':
      return judge(Math.max(share.domain, share.url) - share.linkedin);
    case 'url':
      return agreementOfUrl(property, looks);
    case 'phone':
      return judge(share.phone, 0.6, Math.max(share.email, share.date, share.url, 1 - looks.withDigit) > 0.5);
    case 'number':
      return judge(share.number);
    case 'date':
    case 'datetime':
      return judge(Math.max(share.date, epochShare(looks)));
    case 'boolean':
      return judge(share.boolean);
    case 'record-id':
      return judge(share.digits, 1);
    case 'owner':
      return Math.max(share.url, share.domain, share.date, share.phone, longIds(looks)) > 0.5
        ? 'disagrees'
        : 'silent';
    case 'option':
    case 'options':
      return agreementOfOptions(candidate, looks);
    case 'text':
      return agreementOfText(property, looks);
  }
}

function judge(share: number, enough = 0.6, disagrees = share < 0.2): Agreement {
  if (share >= enough) return 'agrees';
  return disagrees ? 'disagrees' : 'silent';
}

function agreementOfUrl(property: Property, { share }: Looks): Agreement {
  if (property.name.includes('linkedin')) {
    if (share.linkedin >= 0.6) return 'agrees';
    return share.email > 0.5 || share.url > 0.5 ? 'disagrees' : 'silent';
  }
  if (share.linkedin > 0.5 || share.email > 0.5 || share.date > 0.5 || share.number > 0.5) return 'disagrees';
  return share.url + share.domain >= 0.6 ? 'agrees' : 'silent';
}

/** Unix milliseconds are dates to HubSpot (file formats). */
function epochShare(looks: Looks): number {
  return looks.distinct.filter((cell) => /^\d{13}$/.test(cell)).length / Math.max(looks.distinct.length, 1);
}

/** Ids of other systems, which no owner of this account has: letters and digits in one long run. */
function longIds({ distinct }: Looks): number {
  const ids = distinct.filter((cell) => /^(?=.*\d)(?=.*[a-z])[a-z0-9]{12,}$/.test(cell));
  return ids.length / Math.max(distinct.length, 1);
}

function agreementOfOptions(candidate: Candidate, looks: Looks): Agreement {
  const fit = shareOfOptions(candidate, looks);
  if (fit >= 0.6) return 'agrees';
  if (fit > 0 || candidate.options.size === 0) return 'silent';
  const { share } = looks;
  if (Math.max(share.email, share.url, share.date, share.phone) > 0.5) return 'disagrees';
  return share.number > 0.5 && ![...candidate.options].some((option) => /\d/.test(option))
    ? 'disagrees'
    : 'silent';
}

/** Share of the distinct cells that are an option, by label or internal value; several with `;` for `options`. */
export function shareOfOptions({ kind, options }: Candidate, looks: Looks): number {
  if (options.size === 0 || looks.distinct.length === 0) return 0;
  const several = kind === 'options';
  const fits = looks.distinct.filter(
    (cell) => options.has(cell) || (several && partsOf(cell).every((part) => options.has(part))),
  );
  return fits.length / looks.distinct.length;
}

function partsOf(cell: string): readonly string[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function agreementOfText({ name }: Property, looks: Looks): Agreement {
  const { share } = looks;
  if (name === 'salutation') return judge(share.salutation, 0.6, isClearlyOther(looks));
  if (name === 'date_of_birth') return judge(share.date, 0.6, looks.withDigit < 0.5);
  if (name === 'state') return agreementOfState(looks);
  if (name === 'jobtitle' && share.salutation > 0.5) return 'disagrees';
  if (WITHOUT_DIGITS.has(name) && looks.withDigit > 0.5) return 'disagrees';
  if (WORDS_ONLY.has(name)) return isClearlyOther(looks) ? 'disagrees' : 'silent';
  if (PLACES.has(name)) return isNoPlace(looks) ? 'disagrees' : 'silent';
  return 'silent';
}

/** A "State" is a place here; one that is open or closed is not meant. */
function agreementOfState(looks: Looks): Agreement {
  const statuses = looks.distinct.filter((cell) => STATUS_WORDS.has(cell));
  if (isNoPlace(looks) || statuses.length > looks.distinct.length / 2) return 'disagrees';
  return looks.share.code >= 0.6 ? 'agrees' : 'silent';
}

function isNoPlace({ share }: Looks): boolean {
  return Math.max(share.email, share.url, share.date) > 0.5;
}

function isClearlyOther({ share }: Looks): boolean {
  return Math.max(share.email, share.url, share.date, share.number, share.phone) > 0.5;
}
