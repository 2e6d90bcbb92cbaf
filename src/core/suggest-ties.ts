/** Suggests what joins records: association labels, keys of other records, record ids of other objects, event times. */
import { type Account, associationTypes } from './account.js';
import { RECORD_ID, type SubmissionType } from './hubspot.js';
import { lookAt, type Looks } from './looks.js';
import type { ColumnMatch } from './mapping.js';
import { MARKETING_EVENT, OBJECT_TYPES } from './objects.js';
import { mentions, objectWordsOf } from './qualifiers.js';
import { type AssociationRef, isSameTarget, type Target, targetKey } from './target.js';
import { keyOf, wordsOf } from './words.js';

/** What the ties of one file are suggested from. */
export interface TieInput {
  readonly account: Account;
  /** The objects whose rows the file's columns may be, in the order chosen. */
  readonly objectTypeIds: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Goes over the columns that nothing has been found for. What is beyond doubt is applied: cells that are all labels of the
 * account, keys under "Associated contact", and times under a header that says what the contact did. The rest becomes a
 * candidate to be asked about.
 */
export function suggestTies(columns: readonly ColumnMatch[], input: TieInput): readonly ColumnMatch[] {
  const taken = new Set(columns.flatMap(({ target }) => (target === null ? [] : [targetKey(target)])));
  return columns.map((match) => {
    const isOpen = match.target === null && match.reason === null && match.undecided?.why !== 'read-only';
    if (!isOpen) return match;
    const cells = input.rows.map((row) => row[match.column] ?? '');
    const looks = lookAt(cells);
    const certain =
      labelsIn(looks, input) ??
      eventIn(match.header, looks, input) ??
      keysIn(match.header, looks, columns, input);
    if (certain !== null && !taken.has(targetKey(certain))) {
      taken.add(targetKey(certain));
      const reason = { kind: 'values', looksLike: looksLikeOf(certain), valuesAgree: true } as const;
      return { ...match, target: certain, reason, undecided: null };
    }
    const candidates = candidatesFor(match.header, looks, columns, input);
    return candidates.length === 0 ? match : withCandidates(match, candidates);
  });
}

function looksLikeOf(target: Target): 'labels' | 'keys' | 'date' {
  if (target.kind === 'labels') return 'labels';
  return target.kind === 'keys' ? 'keys' : 'date';
}

function withCandidates(match: ColumnMatch, candidates: readonly Target[]): ColumnMatch {
  const why = match.undecided?.why ?? 'weak';
  if (why === 'read-only') return match;
  // "Company record ID" is not the record's own.
  const isOthers = candidates.some(({ kind }) => kind === 'record-ids');
  const isOwn = (one: Target): boolean => one.kind === 'property' && one.property === RECORD_ID;
  const known = (match.undecided?.candidates ?? []).filter((one) => !(isOthers && isOwn(one)));
  const all = [
    ...candidates,
    ...known.filter((one) => !candidates.some((other) => isSameTarget(one, other))),
  ];
  return { ...match, undecided: { why, candidates: all.slice(0, 3) } };
}

/** Cells that are all among the labels of one pair of objects; the pair's first object in the order chosen leads. */
function labelsIn(looks: Looks, { account, objectTypeIds }: TieInput): Target | null {
  if (looks.distinct.length === 0) return null;
  const parts = new Set(looks.distinct.flatMap((cell) => cell.split(';').map((part) => part.trim())));
  parts.delete('');
  for (const [index, from] of objectTypeIds.entries()) {
    // With a single object only the records of the same object can be meant.
    const others = objectTypeIds.length === 1 ? [from] : objectTypeIds.slice(index + 1);
    for (const to of others) {
      const labels = new Set(
        associationTypes(account, from, to).flatMap(({ label }) => label?.toLowerCase() ?? []),
      );
      if ([...parts].every((part) => labels.has(part)))
        return { kind: 'labels', objectTypeId: from, toObjectTypeId: to };
    }
  }
  return null;
}

const SUBMISSIONS: readonly (readonly [SubmissionType, ReadonlySet<string>])[] = (
  [
    [
      'REGISTERED',
      'registered registeredat registeredon registration registrationdate registrationtime signedup signedupat signup signupdate inscription dateinscription inscritle anmeldung angemeldet angemeldetam registrado fechadeinscripcion inscricao registado',
    ],
    [
      'JOINED',
      'joined joinedat jointime joindate attended attendedat arrived arrivedat arrival camein checkin checkedin checkedinat arrivee arriveele participation teilgenommen angekommen ankunft asistio llegada participou chegada',
    ],
    [
      'LEFT',
      'left leftat leavetime exited exitedat wentout checkout checkedout departure depart departle partile verlassen abgang salida saida',
    ],
    [
      'CANCELLED',
      'cancelled canceled cancelledat canceledat cancelledon cancellation cancellationdate calledoff annule annulele annulation abgesagt storniert stornierung cancelado cancelacion cancelamento',
    ],
  ] as const
).map(([type, words]) => [type, new Set(words.split(' '))]);

function eventIn(header: string, looks: Looks, { objectTypeIds }: TieInput): Target | null {
  if (!objectTypeIds.includes(MARKETING_EVENT) || looks.share.date < 0.6) return null;
  const key = keyOf(wordsOf(header));
  const found = SUBMISSIONS.find(([, keys]) => keys.has(key));
  return found === undefined ? null : { kind: 'event', objectTypeId: MARKETING_EVENT, submission: found[0] };
}

/** Words by which HubSpot's wizard and its users head the column of the other record. */
const ASSOCIATED = new Set(
  'associated associe associee verknupft verknupfte verknupfter asociado associado'.split(' '),
);

/** Nothing but the other record is meant by "Associated contact", with cells like those that identify contacts. */
function keysIn(
  header: string,
  looks: Looks,
  columns: readonly ColumnMatch[],
  input: TieInput,
): Target | null {
  if (!wordsOf(header).some((word) => ASSOCIATED.has(word))) return null;
  const [only, ...others] = keysFor(header, looks, columns, input);
  return only === undefined || others.length > 0 ? null : only;
}

/** Words that say that another record is meant. */
const OTHER_RECORD = new Set(
  'associated association related relation linked link parent partner spouse child referrer referred manager associe associee lie liee parente conjoint verknupft verbunden ubergeordnet asociado relacionado associado'.split(
    ' ',
  ),
);
const LABEL_WORDS = new Set(
  'association associationlabel label labels role relation relationship libelle libelleassociation etiquette bezeichnung rolle beziehung etiqueta rol papel'.split(
    ' ',
  ),
);

function candidatesFor(
  header: string,
  looks: Looks,
  columns: readonly ColumnMatch[],
  input: TieInput,
): readonly Target[] {
  return [
    ...keysFor(header, looks, columns, input),
    ...recordIdsFor(header, looks, input),
    ...labelsFor(header, input),
  ];
}

/** "Associated contact" with cells like those that identify contacts. */
function keysFor(
  header: string,
  looks: Looks,
  columns: readonly ColumnMatch[],
  { objectTypeIds }: TieInput,
): readonly Target[] {
  if (!wordsOf(header).some((word) => OTHER_RECORD.has(word))) return [];
  return columns.flatMap(({ target }): readonly Target[] => {
    if (target?.kind !== 'property' || !objectTypeIds.includes(target.objectTypeId)) return [];
    const { objectTypeId, property } = target;
    const fits =
      (property === 'email' && looks.share.email >= 0.6) ||
      (property === 'domain' && looks.share.domain >= 0.6) ||
      (property === RECORD_ID && looks.share.digits === 1);
    return fits ? [{ kind: 'keys', objectTypeId, property }] : [];
  });
}

/** "Company record ID" in a file without companies: records that are there already. */
function recordIdsFor(header: string, looks: Looks, { account, objectTypeIds }: TieInput): readonly Target[] {
  const [from] = objectTypeIds;
  const words = wordsOf(header);
  if (from === undefined || looks.share.digits < 1 || !(words.includes('id') || words.includes('record')))
    return [];
  return OBJECT_TYPES.filter(
    ({ id }) => !objectTypeIds.includes(id) && mentions(header, objectWordsOf(id, [])),
  ).flatMap(({ id }): readonly Target[] => {
    const association = plainAssociation(account, from, id);
    return association === null
      ? []
      : [{ kind: 'record-ids', objectTypeId: from, toObjectTypeId: id, association }];
  });
}

function labelsFor(header: string, { objectTypeIds }: TieInput): readonly Target[] {
  const [from, to = from] = objectTypeIds;
  const isMeant = LABEL_WORDS.has(keyOf(wordsOf(header)));
  return isMeant && from !== undefined && to !== undefined
    ? [{ kind: 'labels', objectTypeId: from, toObjectTypeId: to }]
    : [];
}

/** The tie without a label, else the first there is; null when the two cannot be tied. */
export function plainAssociation(account: Account, from: string, to: string): AssociationRef | null {
  const types = associationTypes(account, from, to);
  const found = types.find(({ label }) => label === null) ?? types[0];
  return found === undefined ? null : { typeId: found.typeId, category: found.category };
}
