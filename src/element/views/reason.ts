import type { ColumnMatch } from '../../core/mapping.js';
import type { Target } from '../../core/target.js';
import { columnWith, targetLabel } from './columns.js';
import type { Context, FilePlace } from './screen.js';

/** Why a column is matched as it is, or why it is not. */
export function reasonText(match: ColumnMatch, place: FilePlace, context: Context): string {
  const { words } = context;
  const { reason, target } = match;
  if (reason === null) return undecidedText(match, place, context);
  switch (reason.kind) {
    case 'person':
    case 'preset':
    case 'remembered':
      return words.reason[reason.kind];
    case 'values':
      if (target?.kind === 'event' || target?.kind === 'keys') return words.reason.headerAndValues;
      if (reason.looksLike === 'labels') return words.reason.labels;
      return reason.looksLike === 'common' ? words.reason.common : words.reason.values;
    case 'name':
    case 'label':
      return andValues(words.reason[reason.kind], reason.valuesAgree, context);
    case 'alias': {
      const language = reason.language === words.language ? null : (words.languages[reason.language] ?? null);
      const label = target === null ? reason.of : targetLabel(target, place.loaded, context);
      return andValues(words.reason.alias(label, language), reason.valuesAgree, context);
    }
  }
}

const andValues = (reason: string, valuesAgree: boolean, { words }: Context): string =>
  valuesAgree ? words.reason.andValues(reason) : reason;

function undecidedText({ undecided }: ColumnMatch, place: FilePlace, context: Context): string {
  const { words, format } = context;
  if (undecided === null) return words.reason.none;
  const label = (target: Target): string => targetInFull(target, place, context);
  const candidates = undecided.candidates.map(label);
  const [first = ''] = candidates;
  switch (undecided.why) {
    case 'weak':
      return words.reason.guess(format.either(candidates));
    case 'several':
      return words.reason.several(format.either(candidates));
    case 'values-disagree':
      return words.reason.valuesDiffer(first);
    case 'taken': {
      const [target] = undecided.candidates;
      const taker = target === undefined ? null : columnWith(place, target);
      return words.reason.taken(first, taker?.header ?? '');
    }
    case 'read-only':
      return words.reason.readOnly(label(undecided.property));
  }
}

/** The same property name may belong to several objects of the file: then whose it is is said as well. */
export function targetInFull(target: Target, place: FilePlace, context: Context): string {
  const label = targetLabel(target, place.loaded, context);
  const isAlone = (place.loaded.mapping.files[place.file]?.objectTypeIds.length ?? 0) < 2;
  if (isAlone || target.kind !== 'property') return label;
  return context.words.propertyOf(label, context.nounOf(target.objectTypeId));
}
